"""People who adapt: inspection games, security games, displacement.

Sources: Dresher's inspection game; security games after Kiekintveld and others (water-filling);
quantal response after McKelvey and Palfrey. Pay-offs are teaching values.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import (
    count,
    floats,
    not_negative,
    numeric,
    positive,
    probability,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

_NEGLIGIBLE = 1e-18
_MOST_SHARES = 10_000_000  # routes x periods that fit in memory


def dresher(inspections: int, periods: int) -> float:
    """Value of Dresher's game to the inspector.

    One violation may happen in one of `periods`; the inspector has `inspections` left and gets
    +1 if it is caught, -1 if it is not seen, 0 if it never happens. Source: Dresher 1962; the
    recursion v(n, m) = value of [[+1, v(n-1, m-1)], [-1, v(n, m-1)]].

    Args:
        inspections: inspections left (n), at least 0.
        periods: periods left (m), at least 0.
    """
    inspections, periods = count("inspections", inspections), count("periods", periods)
    if inspections >= periods:
        return 0.0
    # Solved, the recursion is -C(m-1, n) / (C(m, 0) + ... + C(m, n)): summed from the last term on.
    term = periods / (periods - inspections)
    total = term
    for i in range(inspections, 0, -1):
        term *= i / (periods - i + 1)
        total += term
        if total == math.inf or (term < _NEGLIGIBLE * total and 2 * i <= periods):
            break
    return 0.0 - 1.0 / total


def inspect_first(inspections: int, periods: int) -> float:
    """Probability with which the inspector should use an inspection now, in `dresher`.

    Args:
        inspections: inspections left, at least 0.
        periods: periods left, at least 1.
    """
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

    Raises:
        ValueError: no target, a loss that is not above 0, or negative resources.
    """
    value, resources = floats("losses", losses), not_negative("resources", resources)
    if value.size == 0 or np.any(value <= 0.0):
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
    """Probability of each option for an attacker who errs.

    Proportional to exp(sharpness x utility).

    Args:
        utilities: what each option is worth to the attacker, at least one, shape (options,).
        sharpness: 0 is blind, large is a best response.

    Raises:
        ValueError: no option, a missing utility, or a negative sharpness.
    """
    sharpness, worth = not_negative("sharpness", sharpness), floats("utilities", utilities)
    if worth.size == 0:
        raise ValueError("utilities must hold at least one option")
    weights = np.exp(sharpness * (worth - worth.max()))
    return np.asarray(weights / weights.sum())


def violates(detected: float, gain: float, loss: float) -> bool:
    """Whether a violation pays: (1-D) gain > D loss.

    Args:
        detected: D, the inspected share times the sensitivity, 0 to 1.
        gain: of an undetected violation, above 0.
        loss: of a detected one, above 0.
    """
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

    Raises:
        ValueError: a coverage outside 0 to 1, a start that does not sum to 1, a negative speed, or
            lists that do not fit.
    """
    gain, speed = floats("gains", gains), not_negative("speed", speed)
    detected = numeric("coverages", coverages)
    shape = (count("periods", periods, 1), gain.size)
    if shape[0] * shape[1] > _MOST_SHARES:
        raise ValueError(f"periods times routes must be at most {_MOST_SHARES}")
    if gain.size == 0 or detected.shape not in {shape, shape[1:]}:
        raise ValueError(f"coverages must have shape {shape[1:]} or {shape}, one for each of gains")
    if not (detected.min() >= 0.0 and detected.max() <= 1.0):
        raise ValueError("coverages must hold only numbers from 0 to 1")
    first = np.full(gain.size, 1.0 / gain.size) if start is None else floats("start", start)
    if first.size != gain.size or first.min() < 0.0 or not math.isclose(first.sum(), 1.0):
        raise ValueError("start must hold one share for each route, and they must sum to 1")
    cover, shares = np.broadcast_to(detected, shape), np.empty(shape)
    shares[0] = first
    for t in range(1, periods):
        returns = (1.0 - cover[t - 1]) * gain
        grown = shares[t - 1] * np.exp(speed * (returns - returns.max()))
        shares[t] = grown / grown.sum()
    return shares
