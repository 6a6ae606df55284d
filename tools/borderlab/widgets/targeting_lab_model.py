"""A profile tried on many consignments: whom it chooses, what that finds, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk.evaluation import confusion, gains
from borderlab.risk.scorecard import logit, sigmoid
from borderlab.risk.selection import select
from borderlab.tasks.targeting_groups import GROUPS, Data, vector

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.evaluation import Confusion, Gains
    from borderlab.risk.selection import Selection

    Floats = NDArray[np.float64]

BASE_RATE = 0.02
"""Of the invented world; what a score is added to if it is read as log-odds."""
TOP = 5
_ABOVE_ALL = 1e6


@dataclass(frozen=True)
class Setting:
    """What can be set.

    Attributes:
        weights: of the groups, 0 to 3.
        budget: examinations for each 1,000 consignments.
        random_share: share of them drawn at random, 0 to 1.
        seed: of the draw.
    """

    weights: Mapping[str, float]
    budget: float
    random_share: float
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Trial:
    """One setting on one set of consignments."""

    data: Data
    setting: Setting

    @cached_property
    def score(self) -> Floats:
        """Points of each consignment."""
        return self.data.score(self.setting.weights)

    @cached_property
    def selection(self) -> Selection:
        """Lanes: decisive evidence, the highest scores, and the random draw."""
        return select(
            self.score,
            round(self.data.n * self.setting.budget / 1000.0),
            self.setting.random_share,
            self.setting.seed,
            decisive=self.data.decisive,
        )

    @cached_property
    def ranking(self) -> Floats:
        """Scores with decisive evidence above all others."""
        return np.where(self.data.decisive, _ABOVE_ALL, self.score)

    @cached_property
    def gains(self) -> Gains:
        """Finds against inspections, by the truth."""
        return gains(self.ranking, self.data.bad)

    @cached_property
    def past_gains(self) -> Gains:
        """The same for consignments that were inspected in the past, by what was found."""
        seen = self.data.label >= 0
        return gains(self.ranking[seen], self.data.label[seen])

    @cached_property
    def counts(self) -> Confusion:
        """Found, false alarms, missed, left in peace."""
        return confusion(self.selection.inspected, self.data.bad)

    @property
    def inspected(self) -> int:
        """Consignments in red."""
        return self.counts.found + self.counts.false_alarms

    @property
    def illegal(self) -> int:
        """All violations."""
        return self.counts.found + self.counts.missed

    @cached_property
    def minutes(self) -> float:
        """Officer minutes of the examinations."""
        return float(self.data.minutes[self.selection.inspected].sum())

    @property
    def threshold(self) -> float | None:
        """Lowest score that is inspected for its score; None if none is."""
        chosen = self.selection.inspected & (self.selection.reason == 1)
        return float(self.score[chosen].min()) if chosen.any() else None

    @cached_property
    def top(self) -> NDArray[np.int64]:
        """Highest scores without decisive evidence, shape (TOP,)."""
        score = np.where(self.data.decisive, -np.inf, self.score)
        first = np.argpartition(-score, TOP)[:TOP]
        return np.asarray(first[np.argsort(-score[first], kind="stable")])

    def parts(self, place: int) -> dict[str, float]:
        """What each group adds to one score, heaviest first; groups without points left out."""
        made = self.data.points[place] * vector(self.setting.weights)
        order = np.argsort(-made, kind="stable")
        return {GROUPS[i]: float(made[i]) for i in order if made[i] > 0}

    @cached_property
    def stated(self) -> tuple[float, float, int]:
        """Of the highest hundredth by score: chance that the score states, true share, size."""
        score = np.where(self.data.decisive, -np.inf, self.score)
        size = max(1, self.data.n // 100)
        top = np.argpartition(-score, size)[:size]
        stated = sigmoid(score[top] + logit(BASE_RATE))
        return float(stated.mean()), float(self.data.bad[top].mean()), size


def budget_for(data: Data, weights: Mapping[str, float], threshold: float) -> float:
    """Examinations for each 1,000 if all scores from a threshold are inspected."""
    chosen = data.decisive | (data.score(weights) >= threshold)
    return 1000.0 * float(chosen.mean())
