"""People who adapt: inspection games, security games, displacement.

Sources: Dresher's inspection game; security games after Kiekintveld and others (water-filling);
quantal response after McKelvey and Palfrey. Pay-offs are teaching values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, positive, probability

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def dresher(inspections: int, periods: int) -> float:
    """Value of Dresher's game to the inspector.

    One violation may happen in one of `periods`; the inspector has `inspections` left and gets
    +1 if it is caught, -1 if it is not seen, 0 if it never happens.
    """
    inspections, periods = count("inspections", inspections), count("periods", periods)
    values = np.full(inspections + 1, 0.0)
    for m in range(1, periods + 1):
        previous = values.copy()
        values[0] = -1.0
        for n in range(1, inspections + 1):
            values[n] = 0.0 if n >= m else _two_by_two(previous[n - 1], previous[n])
    return float(values[inspections])


def _two_by_two(after_inspecting: float, after_waiting: float) -> float:
    """Value of [[+1, a], [-1, b]]: rows inspect or not, columns violate or wait."""
    a, b = after_inspecting, after_waiting
    low, high = max(min(1.0, a), min(-1.0, b)), min(max(1.0, -1.0), max(a, b))
    if low >= high:
        return low
    return (b + a) / (2.0 + b - a)


def inspect_first(inspections: int, periods: int) -> float:
    """Probability with which the inspector should use an inspection now."""
    inspections, periods = count("inspections", inspections), count("periods", periods, 1)
    if inspections >= periods:
        return 1.0
    if inspections == 0:
        return 0.0
    a, b = dresher(inspections - 1, periods - 1), dresher(inspections, periods - 1)
    return min(1.0, max(0.0, (b + 1.0) / (2.0 + b - a)))


def coverage(losses: ArrayLike, resources: float) -> tuple[NDArray[np.float64], float]:
    """Best random coverage of targets against an attacker who sees it (zero-sum).

    Args:
        losses: what an uncovered success at each target costs, above 0, shape (targets,).
        resources: how many targets can be covered at once, at least 0.

    Returns:
        Coverage of each target in [0, 1], and the loss that remains (equal at all attacked ones).
    """
    value = np.asarray(losses, dtype=float)
    if value.ndim != 1 or value.size == 0 or np.any(~np.isfinite(value)) or np.any(value <= 0.0):
        raise ValueError("losses must be a list of numbers above 0")
    if resources >= value.size:
        return np.ones_like(value), 0.0
    if resources <= 0.0:
        return np.zeros_like(value), float(value.max())
    ordered = np.sort(value)[::-1]
    # With the k largest targets attacked, sum(1 - x/V) = resources gives x in closed form.
    k = np.arange(1, value.size + 1)
    x = (k - resources) / np.cumsum(1.0 / ordered)
    # Too small a k leaves targets out, too large a one covers some needlessly: both give less.
    remaining = float(x.max())
    return np.maximum(0.0, 1.0 - remaining / value), remaining


def quantal_response(utilities: ArrayLike, sharpness: float) -> NDArray[np.float64]:
    """Probability of each option for an attacker who errs: 0 is blind, large is a best response."""
    if sharpness < 0.0 or not np.isfinite(sharpness):
        raise ValueError(f"sharpness must be a number of at least 0, not {sharpness!r}")
    scaled = sharpness * np.asarray(utilities, dtype=float)
    weights = np.exp(scaled - scaled.max())
    return np.asarray(weights / weights.sum())


def violates(detected: float, gain: float, loss: float) -> bool:
    """Whether a violation pays: (1-D) gain > D loss, D the inspected share times sensitivity."""
    d = probability("detected", detected)
    return (1.0 - d) * positive("gain", gain) > d * positive("loss", loss)


def displacement(
    coverages: ArrayLike,
    gains: ArrayLike,
    speed: float,
    periods: int,
    start: ArrayLike | None = None,
) -> NDArray[np.float64]:
    """Share of illegal traffic on each route over time, when routes are chosen by their return.

    Traffic moves towards routes with a better expected return at a rate proportional to the
    difference (replicator dynamics with a delay of one period).

    Args:
        coverages: detected share on each route, shape (periods, routes) or (routes,).
        gains: gain of a success on each route, shape (routes,).
        speed: how fast traffic moves, 0 (never) upwards.
        periods: number of periods, at least 1.
        start: shares at the start; equal if not given.

    Returns:
        Shares, shape (periods, routes); each row sums to 1.
    """
    gain = np.asarray(gains, dtype=float)
    cover = np.broadcast_to(np.asarray(coverages, dtype=float), (periods, gain.size))
    shares = np.empty((count("periods", periods, 1), gain.size))
    shares[0] = np.full(gain.size, 1.0 / gain.size) if start is None else np.asarray(start)
    for t in range(1, periods):
        returns = (1.0 - cover[t - 1]) * gain
        grown = shares[t - 1] * np.exp(speed * (returns - returns.max()))
        shares[t] = grown / grown.sum()
    return shares
