"""Whole curves for drawing: precision against recall, and the receiver operating curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk.checks import probability
from borderlab.risk.evaluation import checked, tie_groups

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curve:
    """One point for each distinct score, highest first: all consignments at or above it chosen.

    Attributes:
        threshold: the score, falling.
        inspected: how many consignments that chooses.
        precision: share of them that are violations (the hit rate).
        recall: share of all violations among them; empty without violations.
        false_alarm_rate: share of lawful consignments among them; empty without lawful ones.
    """

    threshold: Floats
    inspected: Floats
    precision: Floats
    recall: Floats
    false_alarm_rate: Floats


def curve(scores: ArrayLike, bad: ArrayLike) -> Curve:
    """Precision, recall and false alarms at every threshold; ties are chosen together.

    Args:
        scores: higher is riskier, shape (n,).
        bad: 0 or 1, shape (n,).

    Raises:
        ValueError: different lengths, a missing score, or a truth other than 0 and 1.
    """
    score, truth = checked(scores, bad)
    sizes, hits = tie_groups(score, truth)
    inspected, found = np.cumsum(sizes), np.cumsum(hits)
    good = truth.size - truth.sum()
    none = np.zeros(0)
    return Curve(
        threshold=np.unique(score)[::-1],
        inspected=inspected,
        precision=found / inspected,
        recall=found / truth.sum() if truth.any() else none,
        false_alarm_rate=(inspected - found) / good if good else none,
    )


def threshold_for_recall(scores: ArrayLike, bad: ArrayLike, recall: float) -> float | None:
    """The highest score that still reaches a recall; None without violations.

    Args:
        scores: higher is riskier, shape (n,).
        bad: 0 or 1, shape (n,).
        recall: share of all violations to be found, 0 to 1.
    """
    recall = probability("recall", recall)
    made = curve(scores, bad)
    reached = np.flatnonzero(made.recall >= recall - 1e-12)
    return float(made.threshold[reached[0]]) if reached.size else None
