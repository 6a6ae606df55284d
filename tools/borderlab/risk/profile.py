"""A risk profile: indicators and weights with everything that must stand beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.risk.evaluation import Confusion, Gains, confusion, gains, roc_area
from borderlab.risk.intervals import Interval, wilson
from borderlab.risk.selection import Selection, select

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from borderlab.risk.matrix import Evidence
    from borderlab.risk.scorecard import Scorecard


@dataclass(frozen=True)
class Profile:
    """Documented reasons to look at some consignments first (statistics.md 10.5).

    Attributes:
        name: what officers call it.
        card: indicators and their weights.
        rationale: why these indicators, in a sentence or more.
        owner: the post, not the person, that answers for it.
        legal_basis: the power to inspect on risk, such as national law and TFA Article 7.4.
        evidence_date: last day of the evidence it was made from.
        expires: last day it may be used, after `evidence_date`.
        appeal: how a trader can ask for review.
        budget: physical examinations for each 1,000 consignments.
        random_share: share of them drawn at random.
    """

    name: str
    card: Scorecard
    rationale: str
    owner: str
    legal_basis: str
    evidence_date: date
    expires: date
    appeal: str
    budget: float = 50.0
    random_share: float = 0.1

    def __post_init__(self) -> None:
        texts = {
            _("name"): self.name,
            _("rationale"): self.rationale,
            _("owner"): self.owner,
            _("legal basis"): self.legal_basis,
            _("way to ask for review"): self.appeal,
        }
        for label, text in texts.items():
            if not text.strip():
                raise ValueError(_("A profile needs: {part}.").format(part=label))
        if self.expires <= self.evidence_date:
            raise ValueError(_("A profile must expire after the date of its evidence."))
        if not 0.0 <= self.budget <= 1000.0:  # noqa: PLR2004  (per thousand)
            raise ValueError(_("The budget must lie between 0 and 1,000 for each 1,000."))
        if not 0.0 <= self.random_share <= 1.0:
            raise ValueError(_("The random share must lie between 0 and 1."))

    def expired(self, on: date) -> bool:
        """Whether it may no longer be used on a day."""
        return on > self.expires

    def age(self, on: date) -> int:
        """Days since the end of its evidence."""
        return (on - self.evidence_date).days

    @property
    def indicators(self) -> tuple[str, ...]:
        """Indicators with points, heaviest first."""
        points = self.card.present
        return tuple(sorted((i for i in points if points[i]), key=lambda i: (-abs(points[i]), i)))

    def select(self, evidence: Evidence, seed: int, on: date | None = None) -> Selection:
        """Use it on a stream.

        Raises:
            ValueError: it has expired on that day.
        """
        if on is not None and self.expired(on):
            message = _("The profile {name} expired on {day}. Review it before it is used again.")
            raise ValueError(message.format(name=self.name, day=self.expires.isoformat()))
        places = round(evidence.n * self.budget / 1000.0)
        scores = self.card.score(evidence)
        return select(scores, places, self.random_share, seed, decisive=evidence.decisive)

    def evaluate(self, evidence: Evidence, bad: ArrayLike, seed: int = 0) -> Evaluation:
        """How it would do where the truth is known (a simulator, or a fully checked sample).

        Args:
            evidence: of the stream.
            bad: 0 or 1, shape (consignments,).
            seed: of the random stratum.
        """
        return evaluate(self.card.score(evidence), self.select(evidence, seed), bad)


@dataclass(frozen=True)
class Evaluation:
    """What a selection achieves. Shares without a meaning (nothing inspected) are None.

    Attributes:
        counts: found, false alarms, missed, left in peace.
        gains: of the score alone.
        area: of the score, under the receiver operating curve.
    """

    counts: Confusion
    gains: Gains
    area: float | None

    @property
    def inspected(self) -> int:
        """Consignments inspected."""
        return self.counts.found + self.counts.false_alarms

    @property
    def total(self) -> int:
        """All consignments."""
        return self.inspected + self.counts.missed + self.counts.left_in_peace

    @property
    def inspection_rate(self) -> float | None:
        """Inspected over all."""
        return self.inspected / self.total if self.total else None

    @property
    def hit_rate(self) -> float | None:
        """Found over inspected (precision)."""
        return self.counts.found / self.inspected if self.inspected else None

    @property
    def hit_interval(self) -> Interval:
        """Wilson interval of the hit rate."""
        return wilson(self.counts.found, self.inspected)

    @property
    def recall(self) -> float | None:
        """Found over all violations."""
        bad = self.counts.found + self.counts.missed
        return self.counts.found / bad if bad else None

    @property
    def lift(self) -> float | None:
        """Hit rate over the share of violations in the stream."""
        bad = self.counts.found + self.counts.missed
        return None if self.hit_rate is None or not bad else self.hit_rate * self.total / bad

    @property
    def false_alarms_per_find(self) -> float | None:
        """Lawful consignments inspected for each find."""
        return self.counts.false_alarms / self.counts.found if self.counts.found else None


def evaluate(scores: ArrayLike, selection: Selection, bad: ArrayLike) -> Evaluation:
    """Evaluate any selection with its score."""
    truth: NDArray[np.float64] = np.asarray(bad, dtype=float)
    counts = confusion(selection.inspected, truth)
    return Evaluation(counts, gains(scores, truth), roc_area(scores, truth))
