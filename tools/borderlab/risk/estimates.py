"""What the whole stream is like, from inspections that were not chosen evenly.

Every estimate uses the logged probability with which a consignment was selected. Sources:
Horvitz and Thompson 1952, Hajek 1971; small-trader shrinkage is the usual beta-binomial
empirical Bayes; drift alarms after Page 1954.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk.special import beta_quantile, normal_quantile

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number, its standard error, and the interval that follows from them."""

    value: float
    error: float
    low: float
    high: float


def _sample(bad: ArrayLike, chance: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    y, pi = np.asarray(bad, dtype=float), np.asarray(chance, dtype=float)
    if y.shape != pi.shape or y.ndim != 1:
        raise ValueError("bad and chance must be lists of the same length")
    if np.any(~((pi > 0.0) & (pi <= 1.0))):
        raise ValueError("every logged chance must be above 0 and at most 1")
    return y, pi


def horvitz_thompson(bad: ArrayLike, chance: ArrayLike, level: float = 0.95) -> Estimate:
    """Total number of bad consignments in the stream, from the inspected ones.

    Args:
        bad: result of each inspection, 0 or 1, shape (inspected,).
        chance: logged probability of that inspection, in (0, 1], same shape.
        level: of the interval, which assumes independent selection.

    Raises:
        ValueError: different lengths, or a chance that is not in (0, 1].
    """
    y, pi = _sample(bad, chance)
    total = float(np.sum(y / pi))
    error = float(np.sqrt(np.sum((1.0 - pi) * (y / pi) ** 2)))
    half = normal_quantile(0.5 + level / 2.0) * error
    # At least the bad ones that were seen.
    return Estimate(total, error, max(float(y.sum()), total - half), total + half)


def hajek(bad: ArrayLike, chance: ArrayLike, level: float = 0.95) -> Estimate:
    """Share of bad consignments in the stream, from the inspected ones.

    Arguments and errors as for `horvitz_thompson`; at least one inspection is needed.
    """
    y, pi = _sample(bad, chance)
    if not y.size:
        raise ValueError("an estimate needs at least one inspection")
    weight = 1.0 / pi
    share = float(np.sum(weight * y) / np.sum(weight))
    spread = np.sum((1.0 - pi) * (weight * (y - share)) ** 2)
    error = float(np.sqrt(spread) / np.sum(weight))
    half = normal_quantile(0.5 + level / 2.0) * error
    return Estimate(share, error, max(0.0, share - half), min(1.0, share + half))


@dataclass(frozen=True, slots=True)
class Prior:
    """What the other traders of the group say about one trader: Beta(a, b)."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """Share of finds expected of a trader without history."""
        return self.a / (self.a + self.b)

    def shrunk(self, found: ArrayLike, inspected: ArrayLike) -> NDArray[np.float64]:
        """Expected share of each trader, pulled towards the group the less history there is."""
        x, n = np.asarray(found, dtype=float), np.asarray(inspected, dtype=float)
        return (self.a + x) / (self.a + self.b + n)

    def interval(self, found: int, inspected: int, level: float = 0.95) -> tuple[float, float]:
        """Interval for one trader's share."""
        tail = (1.0 - level) / 2.0
        a, b = self.a + found, self.b + inspected - found
        return beta_quantile(tail, a, b), beta_quantile(1.0 - tail, a, b)


def group_prior(found: ArrayLike, inspected: ArrayLike, strongest: float = 1_000.0) -> Prior:
    """The prior that a group of traders implies (method of moments).

    Args:
        found: finds of each trader, shape (traders,).
        inspected: inspections of each trader, same shape.
        strongest: largest strength a+b, used when traders differ no more than by chance.

    Raises:
        ValueError: no inspection at all.
    """
    x, n = np.asarray(found, dtype=float), np.asarray(inspected, dtype=float)
    keep = n > 0
    x, n = x[keep], n[keep]
    if not n.size:
        raise ValueError("a prior needs at least one inspected trader")
    # Half a find keeps a group without any finds from a prior that can never learn.
    mean = (x.sum() + 0.5) / (n.sum() + 1.0)
    between = np.sum(n * (x / n - mean) ** 2) - (n.size - 1) * mean * (1.0 - mean)
    scale = n.sum() - np.sum(n**2) / n.sum()
    variance = between / scale if scale > 0 else 0.0
    strength = strongest
    if variance > 0.0:
        strength = min(strongest, max(1.0, mean * (1.0 - mean) / variance - 1.0))
    return Prior(float(mean * strength), float((1.0 - mean) * strength))


def cusum(values: ArrayLike, target: float, slack: float) -> NDArray[np.float64]:
    """Cumulated shortfall below a target: rises while the hit rate of a profile falls.

    Args:
        values: observations in order of time, shape (n,).
        target: what was achieved when the profile was made.
        slack: shortfall that is tolerated at each step, at least 0.

    Returns:
        The statistic after each observation, never below 0.
    """
    steps = np.concatenate(([0.0], np.cumsum(target - np.asarray(values, dtype=float) - slack)))
    return (steps - np.minimum.accumulate(steps))[1:]


def page_hinkley(values: ArrayLike, slack: float) -> NDArray[np.float64]:
    """As `cusum`, against the running mean instead of a known target."""
    x = np.asarray(values, dtype=float)
    mean = np.cumsum(x) / np.arange(1, x.size + 1)
    steps = np.cumsum(mean - x - slack)
    return np.asarray(steps - np.minimum(0.0, np.minimum.accumulate(steps)))


def first_alarm(statistic: ArrayLike, limit: float) -> int | None:
    """Index of the first value above the limit; None if there is none."""
    above = np.flatnonzero(np.asarray(statistic) > limit)
    return int(above[0]) if above.size else None
