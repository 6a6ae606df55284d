"""How many boxes to open: detection inside one consignment.

Symbols of the field: `lot` units in the consignment, `bad` of them illegal, `opened` units
inspected, `efficacy` the probability that an inspected bad unit is recognised, `confidence` the
wanted probability of at least one find. Formulas: section 1 of the kit's statistics notes; the
exact ones are textbook hypergeometric results, the approximation is that of Lane and others.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, positive, probability

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray


class Rounding(Enum):
    """How a level of detection in percent becomes a number of bad units."""

    DOWN = "down"
    UP = "up"
    NEAREST = "nearest"


@lru_cache(maxsize=8)
def _log_factorials(size: int) -> NDArray[np.float64]:
    """Natural logarithms of 0!, 1!, ..., size!."""
    table = np.zeros(size + 1)
    np.cumsum(np.log(np.arange(1, size + 1)), out=table[1:])
    return table


def log_factorials(lot: int) -> NDArray[np.float64]:
    """Logarithms of the factorials of 0 to at least `lot`."""
    # Sizes are rounded up to a power of two, so that a slider does not make a table for each step.
    return _log_factorials(1 << max(10, lot.bit_length()))


def found_pmf(lot: int, bad: int, opened: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Possible numbers of bad units among the opened ones, and their probabilities.

    Returns:
        Two arrays of equal length: the numbers (ascending) and their hypergeometric probabilities.

    Raises:
        ValueError: a count is negative, or larger than the lot.
    """
    lot, bad, opened = count("lot", lot, 1), count("bad", bad), count("opened", opened)
    if bad > lot or opened > lot:
        raise ValueError(f"bad ({bad}) and opened ({opened}) cannot exceed the lot ({lot})")
    log_f = log_factorials(lot)
    k = np.arange(max(0, opened - (lot - bad)), min(bad, opened) + 1)

    def log_choose(n: int, r: NDArray[np.int64] | int) -> NDArray[np.float64]:
        return np.asarray(log_f[n] - log_f[r] - log_f[n - r])

    log_p = log_choose(bad, k) + log_choose(lot - bad, opened - k) - log_choose(lot, opened)
    return k, np.exp(log_p)


def detection(lot: int, bad: int, opened: int, efficacy: float = 1.0) -> float:
    """Probability of at least one find when `opened` of `lot` units are drawn at random.

    Efficacy thins the found units one by one; replacing `bad` by `efficacy * bad` would be wrong
    in a small lot.

    Raises:
        ValueError: a count or probability is out of range.
    """
    efficacy = probability("efficacy", efficacy)
    k, p = found_pmf(lot, bad, opened)
    if efficacy == 1.0:
        return 1.0 if k[0] > 0 else max(0.0, 1.0 - float(p[0]))
    return float(min(1.0, max(0.0, 1.0 - float(p @ (1.0 - efficacy) ** k))))


def ceiling(bad: int, efficacy: float) -> float:
    """Detection when every unit is opened: no sample can reach more than 1-(1-efficacy)^bad."""
    return 1.0 - (1.0 - probability("efficacy", efficacy)) ** count("bad", bad)


def bad_units(lot: int, level: float, rounding: Rounding = Rounding.DOWN) -> int:
    """The number of bad units that a level of detection means in this lot.

    A result of 0 says that the level does not exist for so small a lot.
    """
    share = count("lot", lot, 1) * probability("level", level)
    # 0.07 * 100 is 7.000000000000001: without the slack, rounding up would give 8.
    if rounding is Rounding.DOWN:
        return math.floor(share + 1e-9)
    if rounding is Rounding.UP:
        return math.ceil(share - 1e-9)
    return math.floor(share + 0.5 + 1e-9)


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

    Raises:
        ValueError: a count or probability is out of range.
    """
    confidence = probability("confidence", confidence)
    top = detection(lot, bad, lot, efficacy)
    if confidence > top + 1e-12:
        return SampleSize(None, bad, top, top)
    opened = _smallest(lambda n: detection(lot, bad, n, efficacy) >= confidence - 1e-12, lot)
    return SampleSize(opened, bad, detection(lot, bad, opened, efficacy), top)


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
    """Sample size in a very large lot; None if nothing can ever be found."""
    rate = probability("level", level) * probability("efficacy", efficacy)
    confidence = probability("confidence", confidence)
    if confidence == 0.0:
        return 0
    if rate == 0.0 or (confidence == 1.0 and rate < 1.0):
        return None
    if rate == 1.0:
        return 1
    return math.ceil(math.log1p(-confidence) / math.log1p(-rate) - 1e-12)


def sample_size_poisson(level: float, confidence: float, efficacy: float = 1.0) -> int | None:
    """The Poisson limit of `sample_size_binomial`; None if nothing can ever be found."""
    rate = probability("level", level) * probability("efficacy", efficacy)
    confidence = probability("confidence", confidence)
    if confidence == 0.0:
        return 0
    if rate == 0.0 or confidence == 1.0:
        return None
    return math.ceil(-math.log1p(-confidence) / rate - 1e-12)


def sample_size_spreadsheet(lot: int, level: float, confidence: float) -> int | None:
    """The closed form of plant-health spreadsheets, capped at the lot; None if level is 0.

    It can differ by one from `sample_size` when `lot * level` is not whole.
    """
    bad = count("lot", lot, 1) * probability("level", level)
    confidence = probability("confidence", confidence)
    if bad == 0.0:
        return None
    share = -math.expm1(math.log1p(-confidence) / bad) if confidence < 1.0 else 1.0
    return max(0, min(int(lot), math.ceil(share * (lot - (bad - 1.0) / 2.0) - 1e-12)))


def detection_clustered(
    opened: int, level: float, correlation: float, efficacy: float = 1.0
) -> float:
    """Detection in a large lot whose bad units come in clusters (beta-binomial).

    Args:
        opened: units inspected, at least 0.
        level: mean share of bad units, 0 to 1.
        correlation: intra-lot correlation, 0 (no clusters) to below 1.
        efficacy: probability that an inspected bad unit is recognised.
    """
    opened, level = count("opened", opened), probability("level", level)
    correlation, efficacy = (
        probability("correlation", correlation),
        probability("efficacy", efficacy),
    )
    k = np.arange(opened + 1)
    missed = clustered_pmf(opened, level, correlation) @ (1.0 - efficacy) ** k
    return min(1.0, max(0.0, 1.0 - float(missed)))


def clustered_pmf(size: int, level: float, correlation: float) -> NDArray[np.float64]:
    """Beta-binomial probabilities of 0, 1, ..., `size` bad units; binomial without correlation.

    Polya's form: a product of (level + j t), t = correlation / (1 - correlation). Unlike beta
    functions of huge arguments it stays exact when the correlation is tiny.
    """
    k = np.arange(count("size", size) + 1)
    if level in (0.0, 1.0) or correlation == 1.0:
        pmf = np.zeros(size + 1)
        pmf[0] += 1.0 - level
        pmf[-1] += level
        return pmf
    t = correlation / (1.0 - correlation)

    def log_rising(start: float) -> NDArray[np.float64]:
        return np.concatenate(([0.0], np.cumsum(np.log(start + t * np.arange(size)))))

    log_f = log_factorials(size)
    log_p = log_f[size] - log_f[k] - log_f[size - k]
    log_p = log_p + log_rising(level) + log_rising(1.0 - level)[::-1] - log_rising(1.0)[-1]
    return np.asarray(np.exp(log_p))


def acceptance(lot: int, bad: int, opened: int, number: int = 0, efficacy: float = 1.0) -> float:
    """Probability that the lot is accepted: at most `number` finds among the opened units."""
    number, efficacy = count("number", number), probability("efficacy", efficacy)
    k, p = found_pmf(lot, bad, opened)
    accepted = np.array([_at_most(number, int(i), efficacy) for i in k])
    return float(min(1.0, p @ accepted))


def _at_most(number: int, present: int, efficacy: float) -> float:
    """P(Binomial(present, efficacy) <= number)."""
    if present <= number:
        return 1.0
    terms = (
        math.comb(present, j) * efficacy**j * (1.0 - efficacy) ** (present - j)
        for j in range(number + 1)
    )
    return math.fsum(terms)


def sample_table(
    lots: list[int], levels: list[float], confidence: float, efficacy: float = 1.0
) -> list[list[SampleSize | None]]:
    """Sample sizes for print: a row for each lot, a column for each level of detection.

    None where the level does not exist for the lot (less than one unit).
    """
    positive("confidence", confidence)

    def cell(lot: int, level: float) -> SampleSize | None:
        bad = bad_units(lot, level)
        return sample_size(lot, bad, confidence, efficacy) if bad else None

    return [[cell(lot, level) for level in levels] for lot in lots]
