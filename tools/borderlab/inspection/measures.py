"""What is reported of a simulated year: estimates, delays and burdens, with their uncertainty."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.inspection.checks import numeric, probability
from borderlab.risk.special import normal_quantile

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def wilson_limits(
    found: ArrayLike, inspected: ArrayLike, level: float = 0.95
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Wilson's interval for many shares at once; counts may be effective ones, not whole.

    Nothing inspected gives 0 to 1.

    Args:
        found: finds, 0 to inspected, of any shape.
        inspected: inspections, at least 0, same shape.
        level: of the interval, between 0 and 1.

    Raises:
        ValueError: a count that is negative, missing or above the inspections.
    """
    x, n = numeric("found", found), numeric("inspected", inspected)
    if not np.all((x >= 0.0) & (x <= n * (1.0 + 1e-9))):
        raise ValueError("found must be at least 0 and at most inspected, and none missing")
    z = normal_quantile(0.5 + probability("level", level) / 2.0)
    size = np.maximum(n, 1e-300)
    centre = (x + z * z / 2.0) / (n + z * z)
    half = z / (n + z * z) * np.sqrt(np.maximum(x * (n - x) / size, 0.0) + z * z / 4.0)
    low = np.where(x <= 0.0, 0.0, np.maximum(0.0, centre - half))
    high = np.where((x >= n) | (n <= 0.0), 1.0, np.minimum(1.0, centre + half))
    return low, high


@dataclass(frozen=True, slots=True)
class StreamEstimate:
    """How many illegal consignments the whole stream holds, from logged chances.

    It counts what examination would find; with imperfect tools that is less than there is.

    Attributes:
        value, low, high: of the covered part, None if nothing was inspected by chance though
            something was left to chance.
        covered: share of consignments that had any chance of being chosen, 0 to 1. What had none
            is not in the estimate, and nothing can be said of it.
        sample: consignments inspected by chance (logged chance below 1).
        level: of the interval.
    """

    value: float | None
    low: float | None
    high: float | None
    covered: float
    sample: int
    level: float


def estimate(
    chance: NDArray[np.float64],
    chosen: NDArray[np.bool_],
    found: NDArray[np.bool_],
    level: float = 0.95,
) -> StreamEstimate:
    """Finds to be expected if all covered consignments were inspected.

    What was certain to be chosen counts as it is. For the rest: Hajek's share from the inverse
    chances, with Wilson's interval at Kish's effective sample size and the finite population
    correction; with equal chances it is the ordinary interval of a random sample.

    Args:
        chance: logged chance of each consignment, shape (n,).
        chosen: whether it was inspected.
        found: whether something was found.
        level: of the interval.
    """
    certain, open_ = chance >= 1.0, (chance > 0.0) & (chance < 1.0)
    covered = float(np.mean(chance > 0.0)) if chance.size else 1.0
    known, size = float(np.sum(found & certain)), int(np.sum(open_))
    if size == 0:
        return StreamEstimate(known, known, known, covered, 0, level)
    rows = np.flatnonzero(open_ & chosen)
    if rows.size == 0:
        return StreamEstimate(None, None, None, covered, 0, level)
    weight = 1.0 / chance[rows]
    share = float(np.sum(weight * found[rows]) / weight.sum())
    effective = weight.sum() ** 2 / np.sum(weight**2)
    effective /= max(1.0 - rows.size / size, 1e-12)
    low, high = wilson_limits(share * effective, effective, level)
    seen = float(np.sum(found[rows]))
    return StreamEstimate(
        known + size * share,
        known + max(seen, size * float(low)),
        known + size * float(high),
        covered,
        rows.size,
        level,
    )


@dataclass(frozen=True, slots=True)
class Delay:
    """Delay in minutes from arrival to release.

    Attributes:
        consignments: all of this class.
        held: those that were held for screening or examination.
        mean, high: mean and 90th percentile over those held; 0 if none was.
        mean_of_all: mean over all consignments of the class.
    """

    consignments: int
    held: int
    mean: float
    high: float
    mean_of_all: float


def delay(time_held: NDArray[np.float64], held: NDArray[np.bool_]) -> Delay:
    """Delay of a class of consignments.

    Args:
        time_held: minutes from arrival to release, 0 for those not held, shape (n,).
        held: which were held.
    """
    of_held = time_held[held]
    if of_held.size == 0:
        return Delay(time_held.size, 0, 0.0, 0.0, 0.0)
    # The smallest delay that at least nine in ten do not exceed; also right with infinite ones.
    place = math.ceil(0.9 * of_held.size) - 1
    high = float(np.partition(of_held, place)[place])
    total = float(of_held.sum())
    return Delay(time_held.size, of_held.size, total / of_held.size, high, total / time_held.size)


@dataclass(frozen=True, slots=True)
class Burden:
    """What inspection means to each group, arrays of shape (groups,).

    Attributes:
        group: code of each group.
        consignments, chosen, found: counts.
        compliant: consignments in order.
        burdened: consignments in order that were chosen.
        low, high: interval of the share of compliant consignments that was chosen.
        hit_low, hit_high: interval of the share of chosen consignments with a find.
        mean_delay: minutes, over the compliant consignments of the group.
    """

    group: NDArray[Any]
    consignments: NDArray[np.int64]
    chosen: NDArray[np.int64]
    found: NDArray[np.int64]
    compliant: NDArray[np.int64]
    burdened: NDArray[np.int64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    hit_low: NDArray[np.float64]
    hit_high: NDArray[np.float64]
    mean_delay: NDArray[np.float64]

    @property
    def share(self) -> NDArray[np.float64]:
        """Share of compliant consignments chosen; 0 where there are none."""
        return self.burdened / np.maximum(self.compliant, 1)


def burden(
    group: NDArray[Any],
    legal: NDArray[np.bool_],
    chosen: NDArray[np.bool_],
    found: NDArray[np.bool_],
    time_held: NDArray[np.float64],
) -> Burden:
    """Burden and hit rate of each group; all arguments of shape (n,)."""
    names, code = np.unique(group, return_inverse=True)
    counts = [
        np.bincount(code[mask], minlength=names.size)
        for mask in (np.ones(code.size, dtype=bool), chosen, found, legal, legal & chosen)
    ]
    everything, picked, hits, compliant, burdened = counts
    low, high = wilson_limits(burdened, compliant)
    hit_low, hit_high = wilson_limits(hits, picked)
    minutes = np.bincount(code[legal], time_held[legal], names.size)
    return Burden(
        names, everything, picked, hits, compliant, burdened,
        low, high, hit_low, hit_high, minutes / np.maximum(compliant, 1),
    )  # fmt: skip
