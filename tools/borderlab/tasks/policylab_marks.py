"""What a policy earns: its years against a fixed percentage and a good design on the same years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from borderlab.tasks.policylab_model import Design, Outcome, play
from borderlab.tasks.policylab_year import Situation

CRITERIA = ("finds", "live", "estimate", "burden")
TOLERANCE, RUIN = 1.05, 1.25
"""Shares of the budget: up to the first all counts, from the second on nothing does."""
ENOUGH = 0.4
"""Credit for finds from which the other criteria count in full."""

_GOOD = Design(rate=0.0, random_share=0.2, scan_share=0.5, staff=2, expiry=2)
_NAIVE = Design(rate=0.0, random_share=1.0, scan_share=0.0, staff=2, expiry=None)
_CALIBRATION = 400_001  # a year that is neither shown nor marked
_UNKNOWN = 1.0  # width of an estimate that does not exist: anything from none to all
_WIDEST = 4.0  # times the good design's width, where credit for it ends
_MARGIN = {"finds": 0.97, "live": 1.05, "estimate": 1.15, "burden": 1.08}


@dataclass(frozen=True, slots=True)
class Means:
    """A policy over several years: means of what is marked.

    Attributes:
        finds: share of the illegal consignments that was found.
        live: 90th percentile of the minutes that held live animals wait for release.
        estimate: width of the estimate's interval in shares of all consignments, 1 without one.
        burden: share of the compliant consignments that was held.
        minutes: officer minutes a year.
    """

    finds: float
    live: float
    estimate: float
    burden: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Where credit for each criterion begins (0) and where it is full (1).

    Attributes:
        naive, good: what a fixed percentage and the good design reach on the same years.
        zero, full: the ends of the scale, in the order of `CRITERIA`.
        solution: the good design.
    """

    naive: Means
    good: Means
    zero: tuple[float, ...]
    full: tuple[float, ...]
    solution: Design


def means(situation: Situation, years: tuple[int, ...], design: Design) -> Means:
    """Play a design on several years."""
    return mean([play(situation, seed, design) for seed in years])


def mean(outcomes: list[Outcome]) -> Means:
    """Means over played years."""
    rows = [
        (
            o.found / max(1, o.illegal),
            o.live.high,
            _UNKNOWN if o.width is None else o.width,
            o.burden,
            o.minutes,
        )
        for o in outcomes
    ]
    return Means(*np.mean(rows, axis=0).tolist())


def affordable(situation: Situation, budget: float, design: Design) -> Design:
    """The design with the highest rate, in whole percent, that keeps within the budget."""
    low, high = 0, 100
    while low < high:
        middle = (low + high + 1) // 2
        tried = replace(design, rate=middle / 100)
        if play(situation, _CALIBRATION, tried).minutes <= budget:
            low = middle
        else:
            high = middle - 1
    return replace(design, rate=low / 100)


@lru_cache(maxsize=64)
def scale(situation: Situation, years: tuple[int, ...], budget: float) -> Scale:
    """The ends of the scales for a post, hidden years and a budget; kept for all participants."""
    solution = affordable(situation, budget, _GOOD)
    naive = means(situation, years, affordable(situation, budget, _NAIVE))
    good = means(situation, years, solution)
    full = tuple(getattr(good, name) * _MARGIN[name] for name in CRITERIA)
    zero = (
        naive.finds,
        max(naive.live, 1.4 * good.live),
        _WIDEST * good.estimate,
        2.5 * good.burden,
    )
    return Scale(naive, good, zero, full, solution)


def credits_of(found: Means, ends: Scale) -> dict[str, float]:
    """Credit of each criterion, 0 to 1, before the budget is looked at."""
    made = {}
    for name, zero, full in zip(CRITERIA, ends.zero, ends.full, strict=True):
        value = getattr(found, name)
        share = (value - zero) / (full - zero) if full != zero else float(value == full)
        made[name] = float(min(1.0, max(0.0, share)))
    return made


def within(minutes: float, budget: float) -> float:
    """What remains of the credit after the budget: 1 up to 5 % over it, 0 from 25 % over it."""
    return float(min(1.0, max(0.0, (RUIN - minutes / budget) / (RUIN - TOLERANCE))))
