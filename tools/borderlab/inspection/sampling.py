"""Detection and acceptance: what opening some units of one consignment says of it.

Symbols of the field: `lot` units in the consignment, `bad` of them illegal, `opened` units
inspected, `efficacy` the probability that an inspected bad unit is recognised, `level` the level of
detection (share of bad units). How many to open stands in `sizes`, bad units in clusters in
`clusters`, boxes and items in `two_stage`, many lots at once in `lots`. Formulas: section 1 of the
kit's statistics notes; textbook hypergeometric results.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, probability
from borderlab.inspection.clusters import clustered_pmf, detection_clustered
from borderlab.inspection.hypergeometric import found_pmf, missed
from borderlab.inspection.sizes import (
    Rounding,
    SampleSize,
    bad_units,
    sample_size,
    sample_size_binomial,
    sample_size_poisson,
    sample_size_spreadsheet,
    sample_table,
)
from borderlab.risk.special import beta_cdf, log_beta_kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray


def detection(lot: int, bad: int, opened: int, efficacy: float = 1.0) -> float:
    """Probability of at least one find when `opened` of `lot` units are drawn at random.

    Efficacy thins the found units one by one; replacing `bad` by `efficacy * bad` would be wrong
    in a small lot.

    Args:
        lot: units in the consignment, at least 1.
        bad: illegal units, 0 to lot.
        opened: units inspected, 0 to lot.
        efficacy: probability that an inspected bad unit is recognised, 0 to 1.

    Raises:
        ValueError: a count or probability is out of range.
    """
    return 1.0 - missed(lot, bad, opened, probability("efficacy", efficacy))


def ceiling(bad: int, efficacy: float) -> float:
    """Detection when every unit is opened: no sample can reach more than 1-(1-efficacy)^bad.

    Args:
        bad: illegal units, at least 0.
        efficacy: probability that an inspected bad unit is recognised, 0 to 1.
    """
    return 1.0 - (1.0 - probability("efficacy", efficacy)) ** count("bad", bad)


def acceptance(lot: int, bad: int, opened: int, number: int = 0, efficacy: float = 1.0) -> float:
    """Probability that the lot is accepted: at most `number` finds among the opened units.

    Args:
        lot: units in the lot, at least 1.
        bad: bad units, 0 to lot.
        opened: units inspected, 0 to lot.
        number: acceptance number, at least 0.
        efficacy: probability that an inspected bad unit is recognised, 0 to 1.

    Raises:
        ValueError: a count or probability is out of range.
    """
    number, efficacy = count("number", number), probability("efficacy", efficacy)
    k, p = found_pmf(lot, bad, opened)
    return min(1.0, float(p @ _at_most(number, k, efficacy)))


def _at_most(number: int, present: NDArray[np.int64], efficacy: float) -> NDArray[np.float64]:
    """P(Binomial(present, efficacy) <= number) for each of some consecutive numbers present.

    One more unit lowers it by efficacy x P(exactly `number` so far).
    """
    if present[-1] <= number or efficacy == 0.0:
        return np.ones(present.size)
    if efficacy == 1.0:
        return (present <= number).astype(float)
    first = max(number, int(present[0]))
    start, log_exact = 1.0, number * math.log(efficacy)
    if first > number:
        start = 1.0 - beta_cdf(efficacy, number + 1.0, first - number)
        kernel = log_beta_kernel(efficacy, number + 1.0, first - number + 1.0)
        log_exact = kernel - math.log((first + 1.0) * efficacy * (1.0 - efficacy))
    m = np.arange(first + 1, int(present[-1]))
    grown = np.cumsum(np.log(m / (m - number)) + math.log1p(-efficacy))
    exact = np.exp(log_exact + np.concatenate(([0.0], grown)))
    accepted = np.concatenate(([start], start - efficacy * np.cumsum(exact)))
    return np.asarray(np.maximum(0.0, accepted)[np.maximum(present - first, 0)])


__all__ = [
    "Rounding",
    "SampleSize",
    "acceptance",
    "bad_units",
    "ceiling",
    "clustered_pmf",
    "detection",
    "detection_clustered",
    "found_pmf",
    "sample_size",
    "sample_size_binomial",
    "sample_size_poisson",
    "sample_size_spreadsheet",
    "sample_table",
]
