"""How good a ranking is: hit rate, recall, lift, gains, areas and calibration.

Scores may be tied. Tied consignments are in no order, so every measure here averages over all
orders of a tie instead of trusting the order of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def checked(scores: ArrayLike, bad: ArrayLike) -> tuple[Floats, Floats]:
    """Scores and truth as arrays, refused where they make no sense."""
    score, truth = np.asarray(scores, dtype=float), np.asarray(bad, dtype=float)
    if score.shape != truth.shape or score.ndim != 1:
        raise ValueError("scores and bad must be lists of the same length")
    if np.any(np.isnan(score)):
        raise ValueError("a score is missing (NaN): missing evidence needs a score of its own")
    if np.any((truth != 0.0) & (truth != 1.0)):
        raise ValueError("bad must hold only 0 and 1")
    return score, truth


def tie_groups(score: Floats, truth: Floats) -> tuple[Floats, Floats]:
    """Sizes and bad counts of the groups of equal score, highest score first."""
    order = np.argsort(-score, kind="stable")
    s, t = score[order], truth[order]
    starts = (
        np.flatnonzero(np.concatenate(([True], s[1:] != s[:-1]))) if s.size else np.zeros(0, int)
    )
    sizes = np.diff(np.append(starts, s.size)).astype(float)
    return sizes, np.add.reduceat(t, starts) if s.size else np.zeros(0)


@dataclass(frozen=True, slots=True)
class Gains:
    """The gains curve: expected finds when the `inspected` highest scores are inspected.

    Attributes:
        inspected: 0, 1, ..., n.
        found: expected finds, averaged over ties, same length.
    """

    inspected: NDArray[np.int64]
    found: Floats

    @property
    def total(self) -> float:
        """All bad consignments."""
        return float(self.found[-1])

    def hit_rate(self, k: int) -> float | None:
        """Share of the k inspected that are bad; None for k = 0."""
        return float(self.found[k] / k) if k else None

    def recall(self, k: int) -> float | None:
        """Share of all bad consignments among the k inspected; None if there are none."""
        return float(self.found[k] / self.total) if self.total else None

    def lift(self, k: int) -> float | None:
        """Hit rate over the share in the whole stream; None where that has no meaning."""
        hits, n = self.hit_rate(k), self.inspected[-1]
        return None if hits is None or not self.total else hits * float(n) / self.total


def gains(scores: ArrayLike, bad: ArrayLike) -> Gains:
    """The gains curve of a score, ties shared out evenly.

    Args:
        scores: higher means inspected earlier, shape (n,).
        bad: 0 or 1, shape (n,).

    Raises:
        ValueError: different lengths, a missing score, or a truth other than 0 and 1.
    """
    sizes, hits = tie_groups(*checked(scores, bad))
    each = np.repeat(hits / sizes, sizes.astype(int)) if sizes.size else np.zeros(0)
    found = np.concatenate(([0.0], np.cumsum(each)))
    return Gains(np.arange(found.size), found)


def roc_area(scores: ArrayLike, bad: ArrayLike) -> float | None:
    """Probability that a bad consignment scores above a good one, ties counting half.

    None if there is no bad or no good consignment.
    """
    score, truth = checked(scores, bad)
    sizes, hits = tie_groups(score, truth)
    good = sizes - hits
    if not truth.any() or truth.all():
        return None
    good_below = good.sum() - np.cumsum(good)
    return float(np.sum(hits * (good_below + good / 2.0)) / (hits.sum() * good.sum()))


def average_precision(scores: ArrayLike, bad: ArrayLike) -> float | None:
    """Area under precision and recall, a step for each distinct score; None without bad ones."""
    score, truth = checked(scores, bad)
    sizes, hits = tie_groups(score, truth)
    if not truth.any():
        return None
    return float(np.sum(np.cumsum(hits) / np.cumsum(sizes) * hits) / hits.sum())


def brier(probabilities: ArrayLike, bad: ArrayLike) -> float:
    """Mean squared distance of stated probability and truth."""
    p, truth = checked(probabilities, bad)
    return float(np.mean((p - truth) ** 2))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Stated probability against observed share, in bins of equal count."""

    stated: Floats
    observed: Floats
    size: NDArray[np.int64]

    @property
    def expected_error(self) -> float:
        """Mean distance of stated and observed share, weighted by bin size."""
        return float(np.average(np.abs(self.stated - self.observed), weights=self.size))


def calibration(probabilities: ArrayLike, bad: ArrayLike, bins: int = 10) -> Calibration:
    """Reliability in at most `bins` groups of (nearly) equal size, from low to high.

    Raises:
        ValueError: nothing to calibrate, or stated values outside [0, 1].
    """
    p, truth = checked(probabilities, bad)
    if not p.size or bins < 1:
        raise ValueError("calibration needs at least one consignment and one bin")
    if np.any((p < 0.0) | (p > 1.0)):
        raise ValueError("stated probabilities must lie between 0 and 1")
    parts = np.array_split(np.argsort(p, kind="stable"), min(bins, p.size))
    return Calibration(
        stated=np.array([p[i].mean() for i in parts]),
        observed=np.array([truth[i].mean() for i in parts]),
        size=np.array([i.size for i in parts]),
    )


@dataclass(frozen=True, slots=True)
class Confusion:
    """Selected or not, against the truth."""

    found: int
    false_alarms: int
    missed: int
    left_in_peace: int


def confusion(selected: ArrayLike, bad: ArrayLike) -> Confusion:
    """Counts of the four cases.

    Args:
        selected: bool, shape (n,).
        bad: 0 or 1, shape (n,).
    """
    chosen, truth = checked(np.asarray(selected, dtype=float), bad)
    on, yes = chosen != 0.0, truth == 1.0
    counts = ((on & yes), (on & ~yes), (~on & yes), (~on & ~yes))
    return Confusion(*(int(np.count_nonzero(c)) for c in counts))
