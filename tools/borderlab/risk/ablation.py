"""Is origin needed? Refit without it, and look for what stands in for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk import bayes
from borderlab.risk.checks import count, marks
from borderlab.risk.evaluation import checked, gains, roc_area
from borderlab.risk.intervals import Interval, newcombe
from borderlab.risk.matrix import MISSING, PRESENT, Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

ORIGIN_FIELDS = frozenset({"origin", "reexport_country", "corridor"})
"""Fields that say where goods come from."""


def origin_indicators(evidence: Evidence) -> tuple[str, ...]:
    """Indicators whose rule uses the origin, if only together with other facts."""
    return tuple(one.indicator_id for one in evidence.indicators if ORIGIN_FIELDS & set(one.fields))


@dataclass(frozen=True, slots=True)
class Ablation:
    """A model with and without something, on consignments neither was fitted on.

    Attributes:
        area_with, area_without: under the receiver operating curve; None with one class only.
        found_with, found_without: violations found within the budget.
        budget: inspections.
        low, high: 95 % bootstrap interval of the difference in recall (with minus without).
    """

    area_with: float | None
    area_without: float | None
    found_with: float
    found_without: float
    budget: int
    low: float
    high: float

    @property
    def matters(self) -> bool:
        """Whether leaving it out clearly changes the recall; if not, leave it out."""
        return not self.low <= 0.0 <= self.high


def ablate(
    with_it: ArrayLike, without_it: ArrayLike, bad: ArrayLike, budget: int, seed: int = 0
) -> Ablation:
    """Compare two scores on held-out consignments.

    Args:
        with_it: score of the full model, shape (n,).
        without_it: score of the model without, same shape.
        bad: truth, 0 or 1, same shape.
        budget: inspections, 1 to n.
        seed: of the 300 bootstrap samples.

    Raises:
        ValueError: other lengths, a missing score, or a budget that is not from 1 to n.
    """
    pairs = [checked(with_it, bad, "with_it"), checked(without_it, bad, "without_it")]
    full, less, truth = pairs[0][0], pairs[1][0], pairs[0][1]
    if count("budget", budget, 1) > truth.size:
        raise ValueError(f"budget must be from 1 to {truth.size} consignments, not {budget}")
    curves = [gains(score, truth) for score in (full, less)]
    # Each violation's expected place in the budget, so that the bootstrap only resamples them.
    caught = [_caught(score, truth, budget) for score in (full, less)]
    rng = np.random.default_rng(count("seed", seed))
    difference = caught[0] - caught[1]
    picks = rng.integers(0, max(difference.size, 1), (300, difference.size))
    means = difference[picks].mean(axis=1) if difference.size else np.zeros(1)
    low, high = np.quantile(means, [0.025, 0.975])
    found = [float(curve.found[budget]) for curve in curves]
    areas = [roc_area(score, truth) for score in (full, less)]
    return Ablation(areas[0], areas[1], found[0], found[1], budget, float(low), float(high))


def _caught(score: Floats, truth: Floats, budget: int) -> Floats:
    """Chance of each violation to be among the first `budget`, ties shared out."""
    order = np.sort(score)[::-1]
    cut = order[min(budget, score.size) - 1]
    above, tied = np.count_nonzero(score > cut), np.count_nonzero(score == cut)
    part = (min(budget, score.size) - above) / tied
    hit = score[truth == 1.0]
    return np.where(hit > cut, 1.0, np.where(hit == cut, part, 0.0))


def ablate_indicators(  # noqa: PLR0913, PLR0917  (two halves of a table)
    evidence: Evidence,
    bad: ArrayLike,
    leave_out: Sequence[str],
    fitted_on: ArrayLike,
    budget: int,
    seed: int = 0,
) -> Ablation:
    """Fit naive Bayes with and without some indicators; compare on the other consignments.

    Args:
        evidence: of all consignments.
        bad: truth or labels, 0 or 1, shape (consignments,).
        leave_out: indicators of the ablation.
        fitted_on: consignments to fit on, 0 or 1, shape (consignments,); the others are for the
            comparison.
        budget: inspections among the others.
        seed: of the bootstrap.

    Raises:
        ValueError: columns of other lengths or of other values, or as for `ablate`.
    """
    truth = _one_each("bad", bad, evidence).astype(float)
    fitted = _one_each("fitted_on", fitted_on, evidence)
    scores = []
    for part in (evidence, evidence.without(leave_out)):
        rates = bayes.fitted_rates(part.take(fitted), truth[fitted])
        card = bayes.naive_bayes(rates, 0.02)
        scores.append(card.score(part.take(~fitted)))
    return ablate(scores[0], scores[1], truth[~fitted], budget, seed)


def _one_each(name: str, values: ArrayLike, evidence: Evidence) -> NDArray[np.bool_]:
    """A column of marks, one for each consignment of the evidence."""
    column = marks(name, values)
    if column.size != evidence.n:
        raise ValueError(
            f"{name} must have one value for each of the {evidence.n} consignments of the "
            f"evidence, not {column.size}"
        )
    return column


@dataclass(frozen=True, slots=True)
class Proxy:
    """How differently an indicator strikes a group.

    Attributes:
        indicator_id: which.
        in_group, elsewhere: share present among those where it is known.
        gap: Newcombe interval of the difference.
    """

    indicator_id: str
    in_group: float
    elsewhere: float
    gap: Interval


def proxies(evidence: Evidence, member: ArrayLike) -> tuple[Proxy, ...]:
    """Indicators that could stand in for membership of a group, strongest first.

    Only those whose interval excludes 0 are listed; with many indicators one in twenty of the
    harmless ones is listed by chance.

    Args:
        evidence: of all consignments.
        member: whether each belongs to the group, 0 or 1, shape (consignments,).

    Raises:
        ValueError: another length, or a value other than 0 and 1.
    """
    inside = _one_each("member", member, evidence)
    listed = []
    for one, row in zip(evidence.ids, evidence.states, strict=True):
        known, present = row != MISSING, row == PRESENT
        counts = [
            (int(np.count_nonzero(present & side)), int(np.count_nonzero(known & side)))
            for side in (inside, ~inside)
        ]
        if not (counts[0][1] and counts[1][1]):
            continue
        gap = newcombe(*counts[0], *counts[1])
        if 0.0 not in gap:
            shares = [count / of for count, of in counts]
            listed.append(Proxy(one, shares[0], shares[1], gap))
    return tuple(sorted(listed, key=lambda p: -abs(p.in_group - p.elsewhere)))


def recognisable(evidence: Evidence, member: ArrayLike, fitted_on: ArrayLike) -> float | None:
    """How well the evidence gives a group away: 0.5 not at all, 1 completely.

    Area under the curve of naive Bayes for membership, on consignments it was not fitted on. Near
    1 means that leaving the group's name out of a profile changes little: proxies carry it.

    Args:
        evidence: of all consignments.
        member: whether each belongs to the group, 0 or 1, shape (consignments,).
        fitted_on: consignments to fit on, 0 or 1, same shape.

    Returns:
        The area; None if the others are all members, or none of them is.

    Raises:
        ValueError: another length, or a value other than 0 and 1.
    """
    inside = _one_each("member", member, evidence).astype(float)
    fitted = _one_each("fitted_on", fitted_on, evidence)
    rates = bayes.fitted_rates(evidence.take(fitted), inside[fitted])
    card = bayes.naive_bayes(rates, 0.5)
    return roc_area(card.score(evidence.take(~fitted)), inside[~fitted])
