"""What a policy can promise: the spread of its results over many years of the simulated post."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from borderlab.tasks.policylab_model import Design, Outcome, play
from borderlab.tasks.policylab_year import Situation

YEARS = 20
_FIRST = 500_000  # seeds of the years, away from those that are shown or marked


@dataclass(frozen=True, slots=True)
class Spread:
    """A measure over the years: its mean, and the range without the lowest and highest year."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Targets:
    """What a design does over `YEARS` years.

    Attributes:
        found, chosen, sample: consignments found, chosen, and inspected at random with a result.
        low, high: limits of the estimate's interval as shares of all consignments, means over the
            years; None if there is no random part.
        live, other: 90th percentile of the minutes until release of those held.
        small, large: share of compliant consignments held, by size of importer.
        minutes: officer minutes.
    """

    found: Spread
    chosen: Spread
    sample: Spread
    low: float | None
    high: float | None
    live: Spread
    other: Spread
    small: Spread
    large: Spread
    minutes: Spread


def _spread(values: list[float]) -> Spread:
    ordered = sorted(values)
    return Spread(float(np.mean(ordered)), ordered[1], ordered[-2])


@lru_cache(maxsize=32)
def targets(situation: Situation, design: Design, years: int = YEARS) -> Targets:
    """Play a design on many years, none of which is shown in a lab or marked in a task.

    Args:
        situation: the post.
        design: the policy.
        years: how many years, at least 3.
    """
    played = [play(situation, _FIRST + at, design) for at in range(years)]
    low, high = _interval(played)
    return Targets(
        found=_spread([o.found for o in played]),
        chosen=_spread([o.chosen for o in played]),
        sample=_spread([o.estimate.sample for o in played]),
        low=low,
        high=high,
        live=_spread([o.live.high for o in played]),
        other=_spread([o.other.high for o in played]),
        small=_spread([o.groups["small"].share for o in played]),
        large=_spread([o.groups["large"].share for o in played]),
        minutes=_spread([o.minutes for o in played]),
    )


def _interval(played: list[Outcome]) -> tuple[float | None, float | None]:
    known = [o for o in played if o.width is not None]
    if not known:
        return None, None
    low = np.mean([(o.estimate.low or 0.0) / o.consignments for o in known])
    high = np.mean([(o.estimate.high or 0.0) / o.consignments for o in known])
    return float(low), float(high)
