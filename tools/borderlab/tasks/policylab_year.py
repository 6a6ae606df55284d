"""One year at the small invented post of the policy lab: what arrives, and what a profile knows.

Consignments arrive while the post is open, and what a profile knows fades with its age until it is
renewed. All parameters are teaching assumptions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.arrivals import MINUTES_A_DAY, Arrivals
from borderlab.inspection.invented import invented

if TYPE_CHECKING:
    from numpy.typing import NDArray

MONTH = 30.4
DAYS = 364
GROUP = "small"
OPENS, LAST_ARRIVAL, CLOSES = 480, 960, 1080
"""Minutes of the day: the post opens, the last consignments arrive, the post closes."""

_FADE_DAYS = 180.0  # after this time 37 % of what a profile knew still holds
_LEANING = 0.4  # how much harder the profile looks at small importers, in standard deviations
_CRATES = 3  # live animals travel in a third as many boxes as other goods


@dataclass(frozen=True, slots=True)
class Situation:
    """What comes to the post in a year.

    Attributes:
        consignments: 100 to 20,000.
        offences: share that is illegal, 0 to 1.
        live: share with live animals, 0 to 1.
        hidden: share of the illegal ones that is well hidden, 0 to 1.
        auc: probability that a fresh profile scores an illegal consignment above a legal one.
    """

    consignments: int = 5_000
    offences: float = 0.02
    live: float = 0.15
    hidden: float = 0.3
    auc: float = 0.85


@dataclass(frozen=True)
class Year:
    """One year at the post: what arrives, and what makes up the scores, arrays of shape (n,)."""

    situation: Situation
    seed: int
    arrivals: Arrivals
    noise: NDArray[np.float64]
    lasting: NDArray[np.float64]

    @property
    def illegal(self) -> NDArray[np.bool_]:
        """Which consignments are illegal (truth)."""
        return self.arrivals.truth.kind > 0

    def score(self, expiry: int | None) -> NDArray[np.float64]:
        """Scores under a profile that is renewed every `expiry` months.

        An older profile knows a part of what a younger one knows, never something else.
        """
        day = self.arrivals.time / MINUTES_A_DAY
        age = day if expiry is None else day % (expiry * MONTH)
        known = self.illegal & (self.lasting < np.exp(-age / _FADE_DAYS))
        return self.noise + _shift(self.situation.auc) * known


def _shift(auc: float) -> float:
    """Distance of two normal scores with that AUC."""
    return float(np.sqrt(2.0) * NormalDist().inv_cdf(min(max(auc, 1e-6), 1.0 - 1e-6)))


@lru_cache(maxsize=128)
def year(situation: Situation, seed: int) -> Year:
    """The year of this seed; kept, as every policy is played on the same one."""
    made = invented(
        seed,
        situation.consignments,
        rate=situation.offences,
        days=DAYS,
        live_share=situation.live,
        hard_share=situation.hidden,
        auc=situation.auc,
    )
    rng = np.random.default_rng(np.random.SeedSequence([seed, 66]))
    n = made.size
    # Two waves a day, in the morning and after noon, while the post is open.
    wave = np.where(rng.random(n) < 0.5, rng.beta(2, 6, n), rng.beta(6, 4, n))  # noqa: PLR2004
    day = np.floor(made.time / MINUTES_A_DAY)
    time = np.sort(day * MINUTES_A_DAY + OPENS + wave * (LAST_ARRIVAL - OPENS))
    illegal = made.truth.kind > 0
    noise = made.seen["score"] - _shift(situation.auc) * illegal + _LEANING * made.seen[GROUP]
    boxes = np.where(made.live, -(-made.boxes // _CRATES), made.boxes)
    bad = np.minimum(boxes, -(-made.truth.bad_boxes * boxes // made.boxes))
    arrivals = replace(made, time=time, boxes=boxes, truth=replace(made.truth, bad_boxes=bad))
    return Year(situation, seed, arrivals, noise, rng.random(n))
