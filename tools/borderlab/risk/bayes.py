"""Naive Bayes and logistic regression on evidence, as scorecards (statistics.md 4.1 and 4.2)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk import logistic
from borderlab.risk.checks import inside, outcomes, positive
from borderlab.risk.matrix import MISSING, PRESENT, Evidence
from borderlab.risk.scorecard import Cap, Scorecard, logit

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True)
class Rates:
    """How often an indicator is present, among those where it is known.

    Attributes:
        in_bad: share of violations that show it (sensitivity).
        in_good: share of lawful consignments that show it (1 - specificity).
    """

    in_bad: float
    in_good: float

    def __post_init__(self) -> None:
        inside("in_bad", self.in_bad)
        inside("in_good", self.in_good)

    @property
    def present(self) -> float:
        """Log likelihood ratio of presence."""
        return math.log(self.in_bad / self.in_good)

    @property
    def absent(self) -> float:
        """Log likelihood ratio of absence."""
        return math.log((1.0 - self.in_bad) / (1.0 - self.in_good))


def teaching_rates(evidence: Evidence, base_rate: float) -> dict[str, Rates]:
    """Rates that follow from how often an indicator is present and its teaching ratio.

    Indicators that are never present, or always, say nothing and are left out.

    Args:
        evidence: of a stream.
        base_rate: share of violations in it, between 0 and 1.
    """
    base_rate = inside("base_rate", base_rate)
    found = {}
    for row, one in zip(evidence.states, evidence.indicators, strict=True):
        known = row != MISSING
        share = float((row[known] == PRESENT).mean()) if known.any() else 0.0
        if not 0.0 < share < 1.0:
            continue
        # share = base rate x in_bad + (1 - base rate) x in_good, and in_bad = ratio x in_good
        good = share / (base_rate * one.ratio + 1.0 - base_rate)
        bad = min(good * one.ratio, 0.95)
        found[one.indicator_id] = Rates(bad, min(good, 0.999))
    return found


def fitted_rates(
    evidence: Evidence, bad: ArrayLike, weight: ArrayLike | None = None, smooth: float = 0.5
) -> dict[str, Rates]:
    """Rates observed in labelled consignments.

    Args:
        evidence: of the labelled consignments only.
        bad: label, 0 or 1, shape (consignments,).
        weight: of each, such as 1 over the logged chance; 1 by default.
        smooth: added to the counts of present and of absent, so that no rate is 0 or 1; above 0.

    Raises:
        ValueError: other lengths, a label other than 0 and 1, or a negative or missing weight.
    """
    smooth = positive("smooth", smooth)
    y = outcomes("bad", bad)
    w = np.ones_like(y) if weight is None else np.asarray(weight, dtype=float)
    if y.shape != (evidence.n,) or w.shape != y.shape:
        raise ValueError("bad and weight must have one value for each consignment")
    if not np.all((w >= 0.0) & np.isfinite(w)):
        raise ValueError("weights must be numbers of at least 0, none missing")
    found = {}
    for one, row in zip(evidence.ids, evidence.states, strict=True):
        present, known = row == PRESENT, row != MISSING
        shares = [
            (np.sum(side * present) + smooth) / (np.sum(side * known) + 2 * smooth)
            for side in (w * y, w * (1.0 - y))
        ]
        found[one] = Rates(float(shares[0]), float(shares[1]))
    return found


def naive_bayes(
    rates: Mapping[str, Rates], base_rate: float, *, absence: bool = True, cap: Cap = "half"
) -> Scorecard:
    """The scorecard of some rates.

    Args:
        rates: by indicator.
        base_rate: share of violations before any evidence, between 0 and 1.
        absence: whether known absence speaks for a consignment. Without it the term is dropped
            for all, and probabilities are too high.
        cap: `none` is textbook naive Bayes, right only if indicators are independent.
    """
    return Scorecard(
        present={one: rate.present for one, rate in rates.items()},
        absent={one: rate.absent for one, rate in rates.items()} if absence else {},
        intercept=logit(base_rate),
        cap=cap,
    )


def fit_logistic(
    evidence: Evidence, bad: ArrayLike, weight: ArrayLike | None = None, ridge: float = 1.0
) -> Scorecard:
    """Logistic regression on presence and on missingness, without caps.

    The fit itself weighs overlapping indicators against each other, so that no cap is needed.
    Missing evidence gets points of its own, learnt from the labelled consignments.

    Args:
        evidence: of the labelled consignments only.
        bad: label, 0 or 1, both present, shape (consignments,).
        weight: of each, such as 1 over the logged chance.
        ridge: penalty, above 0 where indicators are rare.

    Raises:
        ValueError: labels of one kind only, or other shapes.
    """
    names, columns = design(evidence)
    model = logistic.fit(columns, bad, ridge, weight)
    points = dict(zip(names, model.weights.tolist(), strict=True))
    return Scorecard(
        present={one: w for (one, state), w in points.items() if state == PRESENT},
        missing={one: w for (one, state), w in points.items() if state == MISSING},
        intercept=model.intercept,
        cap="none",
    )


def design(evidence: Evidence) -> tuple[list[tuple[str, int]], NDArray[np.float64]]:
    """Columns "present" and "missing" of each indicator; columns without any variation left out.

    Returns:
        Their names and the matrix, shape (consignments, columns).
    """
    names, columns = [], []
    for one, row in zip(evidence.ids, evidence.states, strict=True):
        for state in (PRESENT, MISSING):
            column = row == state
            if 0 < np.count_nonzero(column) < column.size:
                names.append((one, state))
                columns.append(column)
    made = np.array(columns, dtype=float).reshape(len(columns), evidence.n)
    return names, np.ascontiguousarray(made.T)
