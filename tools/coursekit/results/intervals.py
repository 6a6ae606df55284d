"""Estimates with intervals for small groups.

Each function names its source. None of them gives an interval of no width to a group of few: a
room of twelve is small, and the report must say so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean

from borderlab.risk.special import beta_quantile

LEVEL = 0.95
_FEWEST_FOR_CORRELATION = 4


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with the interval that goes with it.

    Attributes:
        value: the estimate.
        low: lower end.
        high: upper end.
        n: people behind it.
    """

    value: float
    low: float
    high: float
    n: int


def normal_quantile(p: float) -> float:
    """The z with P(Z <= z) = p."""
    return NormalDist().inv_cdf(p)


def t_quantile(p: float, df: float) -> float:
    """The t with P(T <= t) = p for ``df`` degrees of freedom, any positive number.

    By the beta distribution: T * T / (df + T * T) is Beta(1/2, df/2).
    """
    if p < 0.5:  # noqa: PLR2004  (the middle of a symmetric distribution)
        return -t_quantile(1 - p, df)
    rest = beta_quantile(2 * (1 - p), df / 2, 0.5)
    return math.sqrt(df * (1 - rest) / rest) if rest else math.inf


def mean_credit(credits_: Sequence[float], level: float = LEVEL) -> Estimate:
    """Mean of credits between 0 and 1, with a score interval (Wilson 1927).

    A credit that is partly given varies less than one of 0 or 1 with the same mean, so for such
    questions the interval is a little too wide, never too narrow.
    """
    n = len(credits_)
    mean = fmean(credits_)
    z = normal_quantile(0.5 + level / 2)
    centre = (mean + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(mean * (1 - mean) / n + z * z / (4 * n * n))
    return Estimate(mean, max(0.0, centre - half), min(1.0, centre + half), n)


def correlation(
    one: Sequence[float], other: Sequence[float], level: float = LEVEL
) -> Estimate | None:
    """Pearson's correlation with Fisher's interval; None if one of them never varies, or n < 4."""
    n = len(one)
    if n < _FEWEST_FOR_CORRELATION:
        return None
    mean_one, mean_other = fmean(one), fmean(other)
    a = [value - mean_one for value in one]
    b = [value - mean_other for value in other]
    size = math.sqrt(math.fsum(x * x for x in a) * math.fsum(y * y for y in b))
    if size < 1e-12:  # noqa: PLR2004  (no variation but rounding)
        return None
    r = math.fsum(x * y for x, y in zip(a, b, strict=True)) / size
    r = min(1.0, max(-1.0, r))
    if abs(r) > 1 - 1e-12:
        return Estimate(r, r, r, n)
    z, half = math.atanh(r), normal_quantile(0.5 + level / 2) / math.sqrt(n - 3)
    return Estimate(r, math.tanh(z - half), math.tanh(z + half), n)


def paired_gain(before: Sequence[bool], after: Sequence[bool], level: float = LEVEL) -> Estimate:
    """Change in the share of right answers of the same people.

    Adjusted Wald interval for paired shares (Bonett and Price 2012): it keeps its promise also
    with few people, and has a width when everybody gains.
    """
    n = len(before)
    gained = sum(b and not a for a, b in zip(before, after, strict=True))
    lost = sum(a and not b for a, b in zip(before, after, strict=True))
    up, down = (gained + 1) / (n + 2), (lost + 1) / (n + 2)
    z = normal_quantile(0.5 + level / 2)
    half = z * math.sqrt((up + down - (up - down) ** 2) / (n + 2))
    middle = up - down
    low, high = max(-1.0, middle - half), min(1.0, middle + half)
    value = (gained - lost) / n
    return Estimate(value, min(low, value), max(high, value), n)


def difference(one: Sequence[float], other: Sequence[float], level: float = LEVEL) -> Estimate:
    """Mean of ``one`` minus mean of ``other``, with Welch's interval (unequal variances)."""
    value = fmean(one) - fmean(other)
    parts = [(_variance(values) / len(values), len(values)) for values in (one, other)]
    total = math.fsum(part for part, _n in parts)
    n = len(one) + len(other)
    if total < 1e-12:  # noqa: PLR2004  (nobody differs within a group: no honest interval)
        return Estimate(value, -1.0, 1.0, n)
    df = total**2 / math.fsum(part**2 / (size - 1) for part, size in parts)
    half = t_quantile(0.5 + level / 2, df) * math.sqrt(total)
    return Estimate(value, value - half, value + half, n)


def _variance(values: Sequence[float]) -> float:
    mean = fmean(values)
    return math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)
