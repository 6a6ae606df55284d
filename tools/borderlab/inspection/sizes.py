"""How many units to open, exactly and in the usual approximations.

Symbols as in `sampling`; `confidence` is the wanted probability of at least one find. Formulas:
sections 1.3 to 1.8 of the kit's statistics notes; the closed form is that of Lane and others.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import choice, count, probability
from borderlab.inspection.hypergeometric import allowed_miss, missed

if TYPE_CHECKING:
    from collections.abc import Callable


class Rounding(Enum):
    """How a level of detection in percent becomes a number of bad units."""

    DOWN = "down"
    UP = "up"
    NEAREST = "nearest"


def bad_units(lot: int, level: float, rounding: Rounding | str = Rounding.DOWN) -> int:
    """The number of bad units that a level of detection means in this lot.

    A result of 0 says that the level does not exist for so small a lot.

    Args:
        lot: units in the lot, at least 1.
        level: share of bad units, 0 to 1.
        rounding: a `Rounding` or its value: "down", "up" or "nearest" (halves go up).

    Raises:
        ValueError: a number out of range, or another rounding.
    """
    share = count("lot", lot, 1) * probability("level", level)
    rule = choice("rounding", rounding, Rounding)
    # 0.07 * 100 is 7.000000000000001: without the slack, rounding up would give 8.
    slack = max(1e-9, 1e-14 * share)
    if rule is Rounding.DOWN:
        return min(lot, math.floor(share + slack))
    if rule is Rounding.UP:
        return math.ceil(share - slack)
    return min(lot, math.floor(share + 0.5 + slack))


@dataclass(frozen=True, slots=True)
class SampleSize:
    """How many units to open, or why no number will do.

    `opened` is None when the target is not attainable; `ceiling` is then what opening everything
    would give. `reached` is the detection at `opened`, at least the confidence asked for.
    """

    opened: int | None
    bad: int
    reached: float
    ceiling: float

    @property
    def attainable(self) -> bool:
        """Whether any sample reaches the target."""
        return self.opened is not None


def sample_size(lot: int, bad: int, confidence: float, efficacy: float = 1.0) -> SampleSize:
    """The smallest number of units to open so that detection reaches `confidence`.

    Args:
        lot: units in the consignment, at least 1.
        bad: illegal units that are to be detected, 0 to lot.
        confidence: wanted probability of at least one find, 0 to 1. Certainty (1) is attainable
            only with an efficacy of 1.
        efficacy: probability that an inspected bad unit is recognised, 0 to 1.

    Raises:
        ValueError: a count or probability is out of range.
    """
    confidence = probability("confidence", confidence)
    efficacy = probability("efficacy", efficacy)
    top = 1.0 - missed(lot, bad, lot, efficacy)
    if confidence == 0.0:
        return SampleSize(0, bad, 0.0, top)
    if confidence == 1.0:
        certain = efficacy == 1.0 and bad > 0
        return SampleSize(lot - bad + 1 if certain else None, bad, top, top)
    most = allowed_miss(confidence)
    if missed(lot, bad, lot, efficacy) > most:
        return SampleSize(None, bad, top, top)
    opened = _smallest(lambda n: missed(lot, bad, n, efficacy) <= most, lot)
    return SampleSize(opened, bad, 1.0 - missed(lot, bad, opened, efficacy), top)


def _smallest(enough: Callable[[int], bool], most: int) -> int:
    """The smallest n in 0..most for which the monotone condition holds; it holds for `most`."""
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle + 1
    return low


def sample_size_binomial(level: float, confidence: float, efficacy: float = 1.0) -> int | None:
    """Sample size in a very large lot: ln(1-confidence) / ln(1-level x efficacy), rounded up.

    Args:
        level: share of bad units to detect, 0 to 1.
        confidence: wanted probability of at least one find, 0 to 1.
        efficacy: probability that an inspected bad unit is recognised, 0 to 1.

    Returns:
        Units to open; None if no number is enough (nothing can be found, or certainty is asked).
    """
    rate, confidence = _rate(level, efficacy), probability("confidence", confidence)
    if confidence == 0.0:
        return 0
    if rate == 0.0 or (confidence == 1.0 and rate < 1.0):
        return None
    if rate == 1.0:
        return 1
    return _up(math.log1p(-confidence) / math.log1p(-rate))


def sample_size_poisson(level: float, confidence: float, efficacy: float = 1.0) -> int | None:
    """The Poisson limit of `sample_size_binomial`: -ln(1-confidence) / (level x efficacy).

    Arguments and result as there.
    """
    rate, confidence = _rate(level, efficacy), probability("confidence", confidence)
    if confidence == 0.0:
        return 0
    if rate == 0.0 or confidence == 1.0:
        return None
    return _up(-math.log1p(-confidence) / rate)


def _rate(level: float, efficacy: float) -> float:
    return probability("level", level) * probability("efficacy", efficacy)


def _up(size: float) -> int:
    """Round up, but not for what is only the rounding of a whole number."""
    if math.isinf(size):
        raise ValueError("level is too small for a sample size: use a share above 1e-300")
    return math.ceil(size * (1.0 - 1e-14) - 1e-12)


def sample_size_spreadsheet(lot: int, level: float, confidence: float) -> int | None:
    """The closed form of plant-health spreadsheets, capped at the lot; None if level is 0.

    It can differ by one from `sample_size` when `lot * level` is not whole.

    Args:
        lot: units in the lot, at least 1.
        level: share of bad units to detect, 0 to 1.
        confidence: wanted probability of at least one find, 0 to 1.
    """
    bad = count("lot", lot, 1) * probability("level", level)
    confidence = probability("confidence", confidence)
    if bad == 0.0:
        return None
    share = -math.expm1(math.log1p(-confidence) / bad) if confidence < 1.0 else 1.0
    return max(0, min(int(lot), math.ceil(share * (lot - (bad - 1.0) / 2.0) - 1e-12)))


def sample_table(
    lots: list[int],
    levels: list[float],
    confidence: float,
    efficacy: float = 1.0,
    rounding: Rounding | str = Rounding.DOWN,
) -> list[list[SampleSize | None]]:
    """Sample sizes for print: a row for each lot, a column for each level of detection.

    None where the level does not exist for the lot (less than one unit).

    Args:
        lots: lot sizes, each at least 1.
        levels: levels of detection, each 0 to 1.
        confidence: wanted probability of at least one find, 0 to 1.
        efficacy: probability that an inspected bad unit is recognised, 0 to 1.
        rounding: how a level becomes a number of units, see `bad_units`.

    Raises:
        ValueError: a number out of range.
    """
    probability("confidence", confidence)
    probability("efficacy", efficacy)
    for name, values in (("lots", lots), ("levels", levels)):
        if np.ndim(values) != 1:
            raise ValueError(f"{name} must be a list of numbers, not {values!r}")

    def cell(lot: int, level: float) -> SampleSize | None:
        bad = bad_units(lot, level, rounding)
        return sample_size(lot, bad, confidence, efficacy) if bad else None

    return [[cell(lot, level) for level in levels] for lot in lots]
