"""Detection and sample sizes for many consignments at once: the array forms of `sampling`.

Symbols as in `sampling`; every argument may be an array and they broadcast against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, counts, probability
from borderlab.inspection.hypergeometric import allowed_miss, log_factorials, missed

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

_DEEP = 1e-250
_TABLE = 1 << 20  # larger lots are worked out one by one, without a table of factorials


def detections(
    lot: ArrayLike, bad: ArrayLike, opened: ArrayLike, efficacy: float = 1.0
) -> NDArray[np.float64]:
    """Probability of at least one find in each consignment, units drawn at random.

    Args:
        lot: units in each consignment, at least 1.
        bad: illegal units, 0 to lot.
        opened: units inspected, 0 to lot.
        efficacy: probability that an inspected bad unit is recognised, 0 to 1, the same for all.

    Raises:
        ValueError: a count is not whole or out of range, or arrays do not broadcast.
    """
    return np.asarray(1.0 - misses(lot, bad, opened, efficacy))


def misses(
    lot: ArrayLike, bad: ArrayLike, opened: ArrayLike, efficacy: float = 1.0
) -> NDArray[np.float64]:
    """Probability of no find in each consignment; arguments and errors as for `detections`."""
    efficacy = probability("efficacy", efficacy)
    size, wrong, seen = _fitting(
        lot=counts("lot", lot, 1), bad=counts("bad", bad), opened=counts("opened", opened)
    )
    shape = size.shape
    size, wrong, seen = size.ravel(), wrong.ravel(), seen.ravel()
    if size.size == 0:
        return np.ones(shape)
    if np.any((wrong > size) | (seen > size)):
        raise ValueError("bad and opened must be whole numbers from 0 to the lot")
    if size.max() > _TABLE:
        each = zip(size.tolist(), wrong.tolist(), seen.tolist(), strict=True)
        return np.array([missed(*one, efficacy) for one in each]).reshape(shape)
    fewest = np.maximum(0, seen - (size - wrong))
    if efficacy == 1.0:
        out = np.where(fewest > 0, 0.0, _probability(size, wrong, seen, fewest))
    else:
        out = _thinned(size, wrong, seen, fewest, efficacy)
    return np.minimum(out, 1.0).reshape(shape)


def _fitting(**columns: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    try:
        return list(np.broadcast_arrays(*columns.values()))
    except ValueError:
        names, shapes = ", ".join(columns), ", ".join(str(x.shape) for x in columns.values())
        raise ValueError(f"{names} do not fit each other: their shapes are {shapes}") from None


def _thinned(
    size: NDArray[np.int64],
    wrong: NDArray[np.int64],
    seen: NDArray[np.int64],
    fewest: NDArray[np.int64],
    efficacy: float,
) -> NDArray[np.float64]:
    """E[(1-e)^k] over the hypergeometric number k of bad units among the opened ones.

    The probability of the smallest k in logarithms, the others from the ratio of neighbours.
    """
    chance = _probability(size, wrong, seen, fewest)
    # Too small to grow from: such lots are worked out one by one, from their likeliest number.
    deep = np.flatnonzero(chance < _DEEP)
    alone = [missed(int(size[i]), int(wrong[i]), int(seen[i]), efficacy) for i in deep]
    total, weight = np.zeros(size.size), (1.0 - efficacy) ** fewest
    rows, k, most = np.arange(size.size), fewest, np.minimum(wrong, seen)
    free = size - wrong - seen
    while rows.size:
        total[rows] += chance * weight
        chance = chance * ((wrong - k) / (k + 1) * ((seen - k) / (free + k + 1)))
        on = k < most
        rows, chance, weight = rows[on], chance[on], weight[on] * (1.0 - efficacy)
        k, most = k[on] + 1, most[on]
        wrong, seen, free = wrong[on], seen[on], free[on]
    total[deep] = alone
    return total


def _probability(
    size: NDArray[np.int64],
    wrong: NDArray[np.int64],
    seen: NDArray[np.int64],
    k: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Hypergeometric probability of exactly k, in logarithms so that nothing underflows early."""
    log_f = log_factorials(int(size.max()))
    right = size - wrong
    log_p = (
        log_f[wrong] - log_f[k] - log_f[wrong - k]
        + log_f[right] - log_f[seen - k] - log_f[right - seen + k]
        - log_f[size] + log_f[seen] + log_f[size - seen]
    )  # fmt: skip
    return np.asarray(np.exp(log_p.sum(axis=-1)))


@dataclass(frozen=True, slots=True)
class Sampling:
    """How many boxes of a consignment are opened.

    Attributes:
        confidence: wanted probability of at least one find, 0 to below 1.
        level: share of boxes with illegal goods that is to be detected, above 0 to 1.
        efficacy: probability that an opened bad box is recognised, 0 to 1.
        share: open this share of the boxes instead (the fixed percentage rule); None follows the
            three numbers above.
        most: never open more than this many.
    """

    confidence: float = 0.95
    level: float = 0.20
    efficacy: float = 0.9
    share: float | None = None
    most: int = 100

    def __post_init__(self) -> None:
        probability("confidence", self.confidence)
        probability("level", self.level)
        probability("efficacy", self.efficacy)
        if self.share is not None:
            probability("share", self.share)
        count("most", self.most)

    def opened(self, boxes: ArrayLike) -> NDArray[np.int64]:
        """Boxes to open in consignments of so many boxes (at least 0), shape as given.

        Where the target is not attainable all boxes (up to `most`) are opened: the officer does
        what can be done, and `lots.detections` says how little that may prove.
        """
        sizes = counts("boxes", boxes)
        if sizes.size == 0:
            return np.zeros(sizes.shape, dtype=np.int64)
        # Every size up to the largest is worked out once; sizes above 4,096 use that one.
        top = min(4096, 1 << int(sizes.max()).bit_length())
        return np.minimum(_openings(self, top)[np.minimum(sizes, top)], sizes)


@lru_cache(maxsize=32)
def _openings(plan: Sampling, top: int) -> NDArray[np.int64]:
    """Boxes to open for each consignment size 0..top."""
    size = np.arange(1, top + 1)
    if plan.share is not None:
        wanted = np.ceil(size * plan.share - 1e-9).astype(np.int64)
    else:
        bad = np.maximum(1, np.floor(size * plan.level + 1e-9)).astype(np.int64)
        wanted = sample_sizes(size, bad, plan.confidence, plan.efficacy)
        wanted = np.where(wanted < 0, size, wanted)
    table = np.concatenate(([0], np.minimum(wanted, plan.most)))
    table.setflags(write=False)
    return table


def sample_sizes(
    lot: ArrayLike, bad: ArrayLike, confidence: float, efficacy: float = 1.0
) -> NDArray[np.int64]:
    """Smallest number of units to open in each lot; -1 where the target is not attainable.

    Bisection of all lots at once, as detection rises with the number opened.

    Args:
        lot: units in each lot, at least 1.
        bad: illegal units to be detected, 0 to lot; broadcast against `lot`.
        confidence: wanted probability of at least one find, 0 to 1. Certainty (1) is attainable
            only with an efficacy of 1.
        efficacy: probability that an inspected bad unit is recognised, 0 to 1.

    Raises:
        ValueError: a number out of range, or arrays that do not broadcast.
    """
    confidence = probability("confidence", confidence)
    size, wrong = _fitting(lot=counts("lot", lot, 1), bad=counts("bad", bad))
    everything = misses(size, wrong, size, efficacy)
    if confidence == 0.0:
        return np.zeros_like(size)
    if confidence == 1.0:
        return np.where((wrong > 0) & (efficacy == 1.0), size - wrong + 1, -1)
    most = allowed_miss(confidence)
    low, high = np.zeros_like(size), size.copy()
    for _ in range(int(size.max(initial=0)).bit_length() + 1):
        middle = (low + high) // 2
        enough = misses(size, wrong, middle, efficacy) <= most
        high = np.where(enough, middle, high)
        low = np.where(enough, low, np.minimum(middle + 1, high))
    return np.where(everything <= most, high, -1)
