"""Intervals for small counts: what a handful of finds allows one to say.

`found` finds in `inspected` inspections. The Wald interval is left out on purpose: at no finds it
has no width. Sources: Wilson 1927, Clopper and Pearson 1934, Newcombe 1998, Brown, Cai and
DasGupta 2001.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from numbers import Integral

from borderlab.risk.special import beta_quantile, normal_quantile


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval for a share, with the name of the method that made it."""

    low: float
    high: float
    method: str

    @property
    def width(self) -> float:
        """High minus low."""
        return self.high - self.low

    def __contains__(self, share: float) -> bool:
        return self.low <= share <= self.high


def _counts(found: int, inspected: int, level: float) -> None:
    for name, value in (("found", found), ("inspected", inspected)):
        if isinstance(value, bool) or not isinstance(value, Integral) or value < 0:
            raise ValueError(f"{name} must be a whole number of at least 0, not {value!r}")
    if found > inspected:
        raise ValueError(f"found ({found}) cannot exceed inspected ({inspected})")
    if not 0.0 < level < 1.0:
        raise ValueError(f"level must lie between 0 and 1, not {level!r}")


def wilson(found: int, inspected: int, level: float = 0.95) -> Interval:
    """Wilson's score interval; all of [0, 1] when nothing was inspected.

    Raises:
        ValueError: counts that are negative, not whole, or found above inspected.
    """
    _counts(found, inspected, level)
    if inspected == 0:
        return Interval(0.0, 1.0, "Wilson")
    z = normal_quantile(0.5 + level / 2.0)
    centre = (found + z * z / 2.0) / (inspected + z * z)
    half = z / (inspected + z * z) * math.sqrt(found * (inspected - found) / inspected + z * z / 4)
    # The ends are exact at the edges, where rounding would leave -1e-17.
    low = 0.0 if found == 0 else max(0.0, centre - half)
    high = 1.0 if found == inspected else min(1.0, centre + half)
    return Interval(low, high, "Wilson")


def clopper_pearson(found: int, inspected: int, level: float = 0.95) -> Interval:
    """The exact interval: covers at least `level`, often more."""
    _counts(found, inspected, level)
    tail = (1.0 - level) / 2.0
    low = beta_quantile(tail, found, inspected - found + 1) if found else 0.0
    high = beta_quantile(1.0 - tail, found + 1, inspected - found) if found < inspected else 1.0
    return Interval(low, high, "Clopper-Pearson")


def jeffreys(found: int, inspected: int, level: float = 0.95) -> Interval:
    """The interval of a Beta(1/2, 1/2) prior, with the usual ends at no finds and only finds."""
    _counts(found, inspected, level)
    tail = (1.0 - level) / 2.0
    a, b = found + 0.5, inspected - found + 0.5
    low = beta_quantile(tail, a, b) if found else 0.0
    high = beta_quantile(1.0 - tail, a, b) if found < inspected else 1.0
    return Interval(low, high, "Jeffreys")


def upper_bound_without_finds(inspected: int, level: float = 0.95, efficacy: float = 1.0) -> float:
    """One-sided upper bound on the share when nothing was found; about 3/n at 95 % (rule of three).

    With an efficacy below 1 the bound on what was recognised is divided by it, at most 1.
    """
    _counts(0, inspected, level)
    if not 0.0 < efficacy <= 1.0:
        raise ValueError(f"efficacy must be above 0 and at most 1, not {efficacy!r}")
    if inspected == 0:
        return 1.0
    return min(1.0, -math.expm1(math.log1p(-level) / inspected) / efficacy)


def newcombe(
    found_a: int, inspected_a: int, found_b: int, inspected_b: int, level: float = 0.95
) -> Interval:
    """Interval for the difference of two shares (a minus b), from their Wilson limits."""
    a, b = wilson(found_a, inspected_a, level), wilson(found_b, inspected_b, level)
    share_a = found_a / inspected_a if inspected_a else 0.5
    share_b = found_b / inspected_b if inspected_b else 0.5
    difference = share_a - share_b
    below = math.hypot(share_a - a.low, b.high - share_b)
    above = math.hypot(a.high - share_a, share_b - b.low)
    return Interval(max(-1.0, difference - below), min(1.0, difference + above), "Newcombe")


def rogan_gladen(observed: float, sensitivity: float, specificity: float) -> tuple[float, bool]:
    """The true share behind an observed one, and whether it had to be clipped to [0, 1].

    A clipped result says that the tool is not as good, or the sample not as large, as assumed.

    Raises:
        ValueError: the tool is no better than chance.
    """
    power = sensitivity + specificity - 1.0
    if power <= 0.0:
        raise ValueError("sensitivity and specificity must add up to more than 1")
    share = (observed + specificity - 1.0) / power
    return min(1.0, max(0.0, share)), not 0.0 <= share <= 1.0
