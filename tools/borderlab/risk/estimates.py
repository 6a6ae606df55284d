"""What the whole stream is like, from inspections that were not chosen evenly.

Every estimate uses the logged probability with which a consignment was selected. Sources:
Horvitz and Thompson 1952, Hajek 1971; small-trader shrinkage is the usual beta-binomial
empirical Bayes; drift alarms after Page 1954.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk.checks import (
    count,
    finite,
    floats,
    inside,
    not_negative,
    numeric,
    outcomes,
    positive,
)
from borderlab.risk.intervals import wilson_limits
from borderlab.risk.special import beta_quantile, normal_quantile

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number, its standard error, and the interval that follows from them."""

    value: float
    error: float
    low: float
    high: float


def _sample(bad: ArrayLike, chance: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    y, pi = outcomes("bad", bad), floats("chance", chance)
    if y.shape != pi.shape:
        raise ValueError("bad and chance must be lists of the same length")
    if np.any(~((pi > 0.0) & (pi <= 1.0))):
        raise ValueError("every logged chance must be above 0 and at most 1")
    return y, pi


def _share_limits(y: Floats, pi: Floats, level: float) -> tuple[float, float]:
    """Wilson's limits of the weighted share, at Kish's effective number of inspections."""
    weight = 1.0 / pi
    size = float(weight.sum() ** 2 / np.sum(weight**2))
    return wilson_limits(float(np.sum(weight * y) / weight.sum()) * size, size, level)


def horvitz_thompson(bad: ArrayLike, chance: ArrayLike, level: float = 0.95) -> Estimate:
    """Total number of bad consignments in the stream, from the inspected ones.

    Args:
        bad: result of each inspection, 0 or 1, shape (inspected,).
        chance: logged probability of that inspection, in (0, 1], same shape.
        level: of the interval, between 0 and 1; it assumes independent selection.

    Returns:
        Total, its standard error, and the normal interval, from at least the finds themselves.
        Where no uncertain inspection found anything the error is 0, but not the interval: its end
        is then Wilson's, at Kish's effective number of inspections; without any inspection it is
        infinite, as nothing is known.

    Raises:
        ValueError: different lengths, a result other than 0 and 1, a chance that is not in (0, 1],
            or another level.
    """
    y, pi = _sample(bad, chance)
    total = float(np.sum(y / pi))
    error = float(np.sqrt(np.sum((1.0 - pi) * (y / pi) ** 2)))
    half = normal_quantile(0.5 + inside("level", level) / 2.0) * error
    # At least the bad ones that were seen.
    low, high = max(float(y.sum()), total - half), total + half
    open_ = pi < 1.0
    if not y.size:
        high = float("inf")
    elif error == 0.0 and open_.any():
        high += float(np.sum(1.0 / pi[open_])) * _share_limits(y[open_], pi[open_], level)[1]
    return Estimate(total, error, low, high)


def hajek(bad: ArrayLike, chance: ArrayLike, level: float = 0.95) -> Estimate:
    """Share of bad consignments in the stream, from the inspected ones.

    Arguments, interval and errors as for `horvitz_thompson`; at least one inspection is needed. If
    all inspections agree, the interval is Wilson's at Kish's effective number of inspections.
    """
    y, pi = _sample(bad, chance)
    if not y.size:
        raise ValueError("an estimate needs at least one inspection")
    weight = 1.0 / pi
    share = float(np.sum(weight * y) / np.sum(weight))
    spread = np.sum((1.0 - pi) * (weight * (y - share)) ** 2)
    error = float(np.sqrt(spread) / np.sum(weight))
    half = normal_quantile(0.5 + inside("level", level) / 2.0) * error
    if error <= _ROUNDING and np.any(pi < 1.0):
        low, high = _share_limits(y, pi, level)
        return Estimate(share, 0.0, low, high)
    return Estimate(share, error, max(0.0, share - half), min(1.0, share + half))


@dataclass(frozen=True, slots=True)
class Prior:
    """What the other traders of the group say about one trader: Beta(a, b)."""

    a: float
    b: float

    def __post_init__(self) -> None:
        positive("a", self.a)
        positive("b", self.b)

    @property
    def mean(self) -> float:
        """Share of finds expected of a trader without history."""
        return self.a / (self.a + self.b)

    def shrunk(self, found: ArrayLike, inspected: ArrayLike) -> NDArray[np.float64]:
        """Expected share of each trader, pulled towards the group the less history there is.

        Args:
            found: finds of each trader, 0 to inspected, a number or shape (traders,).
            inspected: inspections of each, likewise.
        """
        x, n = _history(found, inspected)
        return (self.a + x) / (self.a + self.b + n)

    def interval(self, found: int, inspected: int, level: float = 0.95) -> tuple[float, float]:
        """Interval for one trader's share."""
        found, inspected = count("found", found), count("inspected", inspected)
        _history(found, inspected)
        tail = (1.0 - inside("level", level)) / 2.0
        a, b = self.a + found, self.b + inspected - found
        return beta_quantile(tail, a, b), beta_quantile(1.0 - tail, a, b)


def _history(found: ArrayLike, inspected: ArrayLike) -> tuple[Floats, Floats]:
    x, n = numeric("found", found), numeric("inspected", inspected)
    if x.shape != n.shape or not np.all((x >= 0.0) & (x <= n) & np.isfinite(n)):
        raise ValueError("found must be from 0 to inspected for each trader, and none missing")
    return x, n


def group_prior(found: ArrayLike, inspected: ArrayLike, strongest: float = 1_000.0) -> Prior:
    """The prior that a group of traders implies (method of moments).

    Args:
        found: finds of each trader, shape (traders,).
        inspected: inspections of each trader, same shape.
        strongest: largest strength a+b, used when traders differ no more than by chance.

    Raises:
        ValueError: no inspection at all, more finds than inspections, or a missing number.
    """
    x, n = (np.atleast_1d(column) for column in _history(found, inspected))
    strongest = positive("strongest", strongest)
    keep = n > 0
    x, n = x[keep], n[keep]
    if not n.size:
        raise ValueError("a prior needs at least one inspected trader")
    # Half a find keeps a group without any finds from a prior that can never learn.
    mean = (x.sum() + 0.5) / (n.sum() + 1.0)
    between = np.sum(n * (x / n - mean) ** 2) - (n.size - 1) * mean * (1.0 - mean)
    # A spread of the true shares shows only in second and later inspections of a trader.
    scale = n.sum() - np.sum(n**2) / n.sum() - (n.size - 1)
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
        The statistic after each observation, never below 0, shape (n,).

    Raises:
        ValueError: a missing observation or target, or a negative slack.
    """
    x, slack = floats("values", values), not_negative("slack", slack)
    steps = np.concatenate(([0.0], np.cumsum(finite("target", target) - x - slack)))
    return (steps - np.minimum.accumulate(steps))[1:]


def page_hinkley(values: ArrayLike, slack: float) -> NDArray[np.float64]:
    """As `cusum`, against the running mean instead of a known target (Page-Hinkley test).

    Args:
        values: observations in order of time, shape (n,).
        slack: shortfall that is tolerated at each step, at least 0.

    Returns:
        The cumulated shortfall above its smallest value so far, shape (n,).

    Raises:
        ValueError: a missing observation, or a negative slack.
    """
    x, slack = floats("values", values), not_negative("slack", slack)
    mean = np.cumsum(x) / np.arange(1, x.size + 1)
    steps = np.cumsum(mean - x - slack)
    return np.asarray(steps - np.minimum(0.0, np.minimum.accumulate(steps)))


def first_alarm(statistic: ArrayLike, limit: float) -> int | None:
    """Index of the first value above the limit, counted from 0; None if there is none.

    Args:
        statistic: of `cusum` or `page_hinkley`, shape (n,).
        limit: from trying out how often it rings by mistake.
    """
    above = np.flatnonzero(floats("statistic", statistic) > finite("limit", limit))
    return int(above[0]) if above.size else None
