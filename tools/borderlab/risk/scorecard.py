"""Scorecards: points for evidence, added up with a cap on each category.

Indicators of one category often speak of the same thing, so their points are not simply added:
the largest counts in full and the rest by half, or the sum is cut at a limit. Weights that come
from teaching likelihood ratios are teaching values.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.risk.checks import finite, real
from borderlab.risk.indicator_table import computable, indicator
from borderlab.risk.matrix import ABSENT, MISSING, PRESENT, Evidence, Patterns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Cap = Literal["half", "limit", "none"]
CAPS: tuple[Cap, ...] = ("half", "limit", "none")


@dataclass(frozen=True)
class Scorecard:
    """Points by indicator.

    Attributes:
        present: points where the indicator is present.
        absent: points where it is known to be absent (usually negative); none by default.
        missing: points where it is not known; none by default, as missing is no evidence.
        intercept: points of every consignment, such as the log-odds of the base rate.
        cap: `half` (largest of a category plus half of the rest, for points of each sign apart),
            `limit` (the sum of a category cut at plus and minus `limit`) or `none`.
        limit: for the cap `limit`, above 0.
    """

    present: Mapping[str, float]
    absent: Mapping[str, float] = field(default_factory=dict)
    missing: Mapping[str, float] = field(default_factory=dict)
    intercept: float = 0.0
    cap: Cap = "half"
    limit: float = 3.0

    def __post_init__(self) -> None:
        if self.cap not in CAPS:
            raise ValueError(_("Choose one of these caps: {caps}.").format(caps=", ".join(CAPS)))
        if not real(self.limit) > 0:
            raise ValueError(_("The limit of a category must be above 0."))
        finite("intercept", self.intercept)
        for one, points in [*self.present.items(), *self.absent.items(), *self.missing.items()]:
            indicator(one)
            if not math.isfinite(points):
                raise ValueError(_("The points of {id} must be a number.").format(id=one))

    def with_weights(self, **changes: float) -> Scorecard:
        """The same card with other points for presence: ``with_weights(IND_003=2.0)``."""
        new = {name.replace("_", "-"): points for name, points in changes.items()}
        return replace(self, present={**self.present, **new})

    def without(self, *ids: str) -> Scorecard:
        """The same card without some indicators."""
        kept = [
            {one: points for one, points in table.items() if one not in ids}
            for table in (self.present, self.absent, self.missing)
        ]
        return replace(self, present=kept[0], absent=kept[1], missing=kept[2])

    def score(self, evidence: Evidence) -> Floats:
        """Points of each consignment, shape (consignments,); log-odds if the points are.

        Indicators of the card that the evidence does not have count as missing.
        """
        total = np.full(evidence.n, self.intercept)
        for part in evidence.patterns:
            total += self._category(part, evidence.ids)[part.place]
        return total

    def probability(self, evidence: Evidence) -> Floats:
        """Probability of each consignment, if the points are log-odds."""
        return sigmoid(self.score(evidence))

    def _category(self, part: Patterns, ids: tuple[str, ...]) -> Floats:
        names = [ids[row] for row in part.rows]
        points = np.zeros(part.table.shape)
        for state, table in (
            (PRESENT, self.present),
            (ABSENT, self.absent),
            (MISSING, self.missing),
        ):
            weight = np.array([table.get(name, 0.0) for name in names])
            points += np.where(part.table == state, weight, 0.0)
        return self._capped(points)

    def _capped(self, points: Floats) -> Floats:
        """Joint points of a category, from points of its indicators, shape (..., k)."""
        total = points.sum(axis=-1)
        if self.cap == "limit":
            return np.asarray(np.clip(total, -self.limit, self.limit))
        if self.cap == "none" or not points.shape[-1]:
            return np.asarray(total)
        most, least = np.maximum(points.max(axis=-1), 0), np.minimum(points.min(axis=-1), 0)
        return np.asarray((total + most + least) / 2.0)

    def explain(self, evidence: Evidence, consignment: int) -> Explanation:
        """Why one consignment has its score."""
        one = evidence.take(np.array([consignment]))
        lines, joint = [], {}
        for part in one.patterns:
            for row, state in zip(part.rows.tolist(), part.table[0].tolist(), strict=True):
                table = {PRESENT: self.present, ABSENT: self.absent}.get(state, self.missing)
                points = table.get(one.ids[row], 0.0)
                if points or state == PRESENT:
                    lines.append(Line(one.ids[row], part.category, state, points))
            joint[part.category] = float(self._category(part, one.ids)[0])
        return Explanation(tuple(lines), joint, self.intercept)


@dataclass(frozen=True, slots=True)
class Line:
    """What one indicator adds before the cap."""

    indicator_id: str
    category: str
    state: int
    points: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """A score taken apart: lines before the cap, points of each category after it."""

    lines: tuple[Line, ...]
    categories: Mapping[str, float]
    intercept: float

    @property
    def score(self) -> float:
        """The score."""
        return self.intercept + sum(self.categories.values())

    @property
    def double_counted(self) -> float:
        """Points that the caps took away."""
        return sum(line.points for line in self.lines) + self.intercept - self.score


def sigmoid(log_odds: Floats) -> Floats:
    """Probability of log-odds, without overflow."""
    small = np.exp(-np.abs(log_odds))
    return np.where(log_odds >= 0, 1.0 / (1.0 + small), small / (1.0 + small))


def logit(share: float) -> float:
    """Log-odds of a share.

    Raises:
        ValueError: not between 0 and 1, both excluded.
    """
    if not 0.0 < real(share) < 1.0:
        raise ValueError(_("A base rate must lie between 0 and 1, both excluded."))
    return math.log(share / (1.0 - share))


def teaching_scorecard(base_rate: float = 0.02, cap: Cap = "half", limit: float = 3.0) -> Scorecard:
    """The card of the teaching likelihood ratios; presence only, so its probabilities are rough."""
    points = {row.indicator_id: math.log(row.ratio) for row in computable()}
    return Scorecard(points, intercept=logit(base_rate), cap=cap, limit=limit)
