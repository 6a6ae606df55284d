"""How good a ranking is: hit rate, recall, lift, gains, areas and calibration.

Scores may be tied. Tied consignments are in no order, so every measure here averages over all
orders of a tie instead of trusting the order of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk.checks import count, numeric, outcomes

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def checked(scores: ArrayLike, bad: ArrayLike, name: str = "scores") -> tuple[Floats, Floats]:
    """Scores (or what else `name` says) and truth as arrays, refused where they make no sense."""
    score, truth = numeric(name, scores), numeric("bad", bad)
    if score.shape != truth.shape or score.ndim != 1:
        raise ValueError(
            f"{name} and bad must be lists of the same length, not of shapes "
            f"{score.shape} and {truth.shape}"
        )
    if np.any(np.isnan(score)):
        if name == "scores":
            raise ValueError("a score is missing (NaN): missing evidence needs a score of its own")
        raise ValueError(f"{name} holds a missing number (NaN)")
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

    def _place(self, k: int) -> int:
        if count("k", k) >= self.found.size:
            raise ValueError(f"k must be from 0 to {self.found.size - 1}, not {k}")
        return int(k)

    @property
    def total(self) -> float:
        """All bad consignments."""
        return float(self.found[-1])

    def hit_rate(self, k: int) -> float | None:
        """Share of the k inspected that are bad (precision at k); None for k = 0."""
        k = self._place(k)
        return float(self.found[k] / k) if k else None

    def recall(self, k: int) -> float | None:
        """Share of all bad consignments among the k inspected; None if there are none."""
        k = self._place(k)
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
    """Probability that a bad consignment scores above a good one, ties counting half (ROC AUC).

    Arguments and errors as for `gains`. None if there is no bad or no good consignment.
    """
    score, truth = checked(scores, bad)
    sizes, hits = tie_groups(score, truth)
    good = sizes - hits
    if not truth.any() or truth.all():
        return None
    good_below = good.sum() - np.cumsum(good)
    return float(np.sum(hits * (good_below + good / 2.0)) / (hits.sum() * good.sum()))


def average_precision(scores: ArrayLike, bad: ArrayLike) -> float | None:
    """Area under precision and recall (PR AUC), a step for each distinct score.

    Arguments and errors as for `gains`. None without bad consignments.
    """
    score, truth = checked(scores, bad)
    sizes, hits = tie_groups(score, truth)
    if not truth.any():
        return None
    return float(np.sum(np.cumsum(hits) / np.cumsum(sizes) * hits) / hits.sum())


def brier(probabilities: ArrayLike, bad: ArrayLike) -> float:
    """Mean squared distance of stated probability and truth (Brier score), 0 is best.

    Args:
        probabilities: stated, 0 to 1, at least one, shape (n,).
        bad: 0 or 1, shape (n,).

    Raises:
        ValueError: nothing to score, different lengths, or a value out of range.
    """
    p, truth = _stated(probabilities, bad)
    return float(np.mean((p - truth) ** 2))


def _stated(probabilities: ArrayLike, bad: ArrayLike) -> tuple[Floats, Floats]:
    p, truth = checked(probabilities, bad, "probabilities")
    if not p.size:
        raise ValueError("calibration needs at least one consignment and one bin")
    if np.any((p < 0.0) | (p > 1.0)):
        raise ValueError("probabilities must lie between 0 and 1")
    return p, truth


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

    Consignments with the same stated probability share their finds evenly, so that a bin's
    observed share does not hang on the order of the file.

    Args:
        probabilities: stated, 0 to 1, at least one, shape (n,).
        bad: 0 or 1, shape (n,).
        bins: at least 1.

    Raises:
        ValueError: nothing to calibrate, or stated values outside [0, 1].
    """
    p, truth = _stated(probabilities, bad)
    bins = count("bins", bins, 1)
    _, tie, size = np.unique(p, return_inverse=True, return_counts=True)
    truth = (np.bincount(tie, truth) / size)[tie]
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
        selected: whether it was chosen, 0 or 1, shape (n,).
        bad: 0 or 1, shape (n,).

    Raises:
        ValueError: different lengths, or other values.
    """
    chosen, truth = checked(outcomes("selected", selected), bad, "selected")
    on, yes = chosen != 0.0, truth == 1.0
    counts = ((on & yes), (on & ~yes), (~on & yes), (~on & ~yes))
    return Confusion(*(int(np.count_nonzero(c)) for c in counts))
