"""Intervals for small counts: what a handful of finds allows one to say.

`found` finds in `inspected` inspections. The Wald interval is left out on purpose: at no finds it
has no width. Sources: Wilson 1927, Clopper and Pearson 1934, Newcombe 1998, Brown, Cai and
DasGupta 2001.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from borderlab.risk.checks import count, inside, probability
from borderlab.risk.special import beta_quantile, normal_quantile

_NO_POWER = 1e-12  # differences below this are rounding


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


def _counts(found: int, inspected: int, level: float) -> tuple[int, int, float]:
    found, inspected = count("found", found), count("inspected", inspected)
    if found > inspected:
        raise ValueError(f"found ({found}) cannot exceed inspected ({inspected})")
    return found, inspected, inside("level", level)


def wilson(found: int, inspected: int, level: float = 0.95) -> Interval:
    """Wilson's score interval; all of [0, 1] when nothing was inspected.

    Args:
        found: finds, 0 to inspected.
        inspected: inspections, at least 0.
        level: two-sided confidence, between 0 and 1.

    Raises:
        ValueError: counts that are negative, not whole, or found above inspected, or another level.
    """
    found, inspected, level = _counts(found, inspected, level)
    return Interval(*wilson_limits(found, inspected, level), "Wilson")


def wilson_limits(found: float, inspected: float, level: float) -> tuple[float, float]:
    """Wilson's limits; the counts may be effective ones, not whole."""
    if inspected == 0:
        return 0.0, 1.0
    z = normal_quantile(0.5 + level / 2.0)
    centre = (found + z * z / 2.0) / (inspected + z * z)
    spread = max(0.0, found * (inspected - found)) / inspected
    half = z / (inspected + z * z) * math.sqrt(spread + z * z / 4)
    # The ends are exact at the edges, where rounding would leave -1e-17.
    low = 0.0 if found == 0 else max(0.0, centre - half)
    return low, 1.0 if found >= inspected else min(1.0, centre + half)


def clopper_pearson(found: int, inspected: int, level: float = 0.95) -> Interval:
    """The exact interval (Clopper-Pearson): covers at least `level`, often more.

    Arguments and errors as for `wilson`. At no finds it is wider than `upper_bound_without_finds`,
    which is one-sided.
    """
    found, inspected, level = _counts(found, inspected, level)
    tail = (1.0 - level) / 2.0
    low = beta_quantile(tail, found, inspected - found + 1) if found else 0.0
    high = beta_quantile(1.0 - tail, found + 1, inspected - found) if found < inspected else 1.0
    return Interval(low, high, "Clopper-Pearson")


def jeffreys(found: int, inspected: int, level: float = 0.95) -> Interval:
    """The interval of a Beta(1/2, 1/2) prior, with the usual ends at no finds and only finds.

    Arguments and errors as for `wilson`.
    """
    found, inspected, level = _counts(found, inspected, level)
    tail = (1.0 - level) / 2.0
    a, b = found + 0.5, inspected - found + 0.5
    low = beta_quantile(tail, a, b) if found else 0.0
    high = beta_quantile(1.0 - tail, a, b) if found < inspected else 1.0
    return Interval(low, high, "Jeffreys")


def upper_bound_without_finds(inspected: int, level: float = 0.95, efficacy: float = 1.0) -> float:
    """One-sided upper bound on the share when nothing was found; about 3/n at 95 % (rule of three).

    Exactly 1 - (1 - level)^(1/n). With an efficacy below 1 the bound on what was recognised is
    divided by it, at most 1.

    Args:
        inspected: inspections, all without a find, at least 0 (then the bound is 1).
        level: one-sided confidence, between 0 and 1.
        efficacy: probability that an inspected violation is recognised, above 0 to 1.
    """
    _, inspected, level = _counts(0, inspected, level)
    if probability("efficacy", efficacy) == 0.0:
        raise ValueError("efficacy must be above 0 and at most 1, not 0")
    if inspected == 0:
        return 1.0
    return min(1.0, -math.expm1(math.log1p(-level) / inspected) / efficacy)


def newcombe(
    found_a: int, inspected_a: int, found_b: int, inspected_b: int, level: float = 0.95
) -> Interval:
    """Interval for the difference of two shares (a minus b), from their Wilson limits.

    Newcombe's square-and-add (his method 10). Arguments and errors as for `wilson`, twice. A side
    without inspections counts as a share of one half that may be anything from 0 to 1.
    """
    a, b = wilson(found_a, inspected_a, level), wilson(found_b, inspected_b, level)
    share_a = found_a / inspected_a if inspected_a else 0.5
    share_b = found_b / inspected_b if inspected_b else 0.5
    difference = share_a - share_b
    below = math.hypot(share_a - a.low, b.high - share_b)
    above = math.hypot(a.high - share_a, share_b - b.low)
    return Interval(max(-1.0, difference - below), min(1.0, difference + above), "Newcombe")


def rogan_gladen(observed: float, sensitivity: float, specificity: float) -> tuple[float, bool]:
    """The true share behind an observed one, and whether it had to be clipped to [0, 1].

    (observed + specificity - 1) / (sensitivity + specificity - 1). A clipped result says that the
    tool is not as good, or the sample not as large, as assumed.

    Args:
        observed: share of alerts or finds, 0 to 1.
        sensitivity: share of violations that the tool finds, 0 to 1.
        specificity: share of lawful consignments that it leaves in peace, 0 to 1.

    Raises:
        ValueError: a number outside 0 to 1, or a tool no better than chance.
    """
    observed = probability("observed", observed)
    sensitivity = probability("sensitivity", sensitivity)
    specificity = probability("specificity", specificity)
    power = sensitivity + specificity - 1.0
    if power <= _NO_POWER:
        raise ValueError("sensitivity and specificity must add up to more than 1")
    share = (observed + specificity - 1.0) / power
    # An observed share of exactly 1 - specificity is a true share of 0, whatever the rounding.
    clipped = not -_NO_POWER <= share <= 1.0 + _NO_POWER
    return min(1.0, max(0.0, share)), clipped


def rogan_gladen_interval(
    found: int, inspected: int, sensitivity: float, specificity: float, level: float = 0.95
) -> Interval:
    """Interval for the true share behind finds of an imperfect tool.

    The limits of Wilson's interval of the observed share, each put right by `rogan_gladen`, so
    within [0, 1]. Sensitivity and specificity are taken as known.

    Raises:
        ValueError: as for `wilson` and `rogan_gladen`.
    """
    seen = wilson(found, inspected, level)
    low, high = (rogan_gladen(end, sensitivity, specificity)[0] for end in (seen.low, seen.high))
    return Interval(low, high, "Rogan-Gladen")
