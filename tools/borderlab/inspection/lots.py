"""Detection and sample sizes for many consignments at once: the array forms of `sampling`.

Symbols as in `sampling`; every argument may be an array and they broadcast against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, probability
from borderlab.inspection.sampling import log_factorials

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def detections(
    lot: ArrayLike, bad: ArrayLike, opened: ArrayLike, efficacy: float = 1.0
) -> NDArray[np.float64]:
    """Probability of at least one find in each consignment, units drawn at random.

    Args:
        lot: units in each consignment, at least 1.
        bad: illegal units, 0 to lot.
        opened: units inspected, 0 to lot.
        efficacy: probability that an inspected bad unit is recognised, 0 to 1.

    Raises:
        ValueError: a count is out of range, or arrays do not broadcast.
    """
    efficacy = probability("efficacy", efficacy)
    shape = np.broadcast_shapes(np.shape(lot), np.shape(bad), np.shape(opened))
    size, wrong, seen = (
        np.broadcast_to(np.asarray(x, dtype=np.int64), shape).ravel() for x in (lot, bad, opened)
    )
    if size.size == 0:
        return np.zeros(shape)
    if np.any(size < 1) or np.any((wrong < 0) | (wrong > size) | (seen < 0) | (seen > size)):
        raise ValueError("bad and opened must be whole numbers from 0 to the lot, and a lot has 1")
    fewest = np.maximum(0, seen - (size - wrong))
    if efficacy == 1.0:
        missed = np.where(fewest > 0, 0.0, _probability(size, wrong, seen, fewest))
    else:
        missed = _missed(size, wrong, seen, fewest, efficacy)
    return np.clip(1.0 - missed, 0.0, 1.0).reshape(shape)


def _missed(
    size: NDArray[np.int64],
    wrong: NDArray[np.int64],
    seen: NDArray[np.int64],
    fewest: NDArray[np.int64],
    efficacy: float,
) -> NDArray[np.float64]:
    """E[(1-e)^k] over the hypergeometric number k of bad units among the opened ones."""
    missed = np.zeros(size.size)
    most = np.minimum(wrong, seen)
    rows = np.arange(size.size)
    step = 0
    while rows.size:
        k = fewest[rows] + step
        chance = _probability(size[rows], wrong[rows], seen[rows], k)
        missed[rows] += chance * (1.0 - efficacy) ** k
        rows = rows[k < most[rows]]
        step += 1
    return missed


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
    return np.asarray(np.exp(log_p))


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

    def opened(self, boxes: NDArray[np.int64]) -> NDArray[np.int64]:
        """Boxes to open in consignments of so many boxes, shape as given.

        Where the target is not attainable all boxes (up to `most`) are opened: the officer does
        what can be done, and `lots.detections` says how little that may prove.
        """
        if boxes.size == 0:
            return np.zeros(0, dtype=np.int64)
        # Every size up to the largest is worked out once; sizes above 4,096 use that one.
        top = min(4096, 1 << int(boxes.max()).bit_length())
        return np.minimum(_openings(self, top)[np.minimum(boxes, top)], boxes)


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
    """
    confidence = probability("confidence", confidence)
    size, wrong = np.broadcast_arrays(np.asarray(lot, np.int64), np.asarray(bad, np.int64))
    reachable = detections(size, wrong, size, efficacy) >= confidence - 1e-12
    low, high = np.zeros_like(size), size.copy()
    for _ in range(int(size.max(initial=0)).bit_length() + 1):
        middle = (low + high) // 2
        enough = detections(size, wrong, middle, efficacy) >= confidence - 1e-12
        high = np.where(enough, middle, high)
        low = np.where(enough, low, np.minimum(middle + 1, high))
    return np.where(reachable, high, -1)
