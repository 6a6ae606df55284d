"""The small invented border post of the policy lab, and what a policy design does there.

One model serves the lab, the policy paper and the graded task. It adds three things to the
simulated year of `borderlab.inspection`: consignments arrive while the post is open, what a
profile knows fades with its age until it is renewed, and officers on the roster and renewals cost
minutes of their own. All parameters are teaching assumptions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.adaptation import Adversary
from borderlab.inspection.arrivals import MINUTES_A_DAY, Arrivals
from borderlab.inspection.invented import invented
from borderlab.inspection.measures import Delay, StreamEstimate
from borderlab.inspection.policies import ScoreAndRandom
from borderlab.inspection.policy import Policy
from borderlab.inspection.post import Post
from borderlab.inspection.results import SimulationResult
from borderlab.inspection.simulation import simulate

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROSTER_MINUTES = 6_000
"""Officer minutes a year for each officer on the roster, whatever is examined."""
REVIEW_MINUTES = 900
"""Officer minutes for each renewal of the profile."""
MOST_STAFF = 6
MOST_MONTHS = 12
MONTH = 30.4
YEAR = 364
GROUP = "small"

_FADE_DAYS = 180.0  # after this time 37 % of what a profile knew still holds
_LEANING = 0.4  # how much harder the profile looks at small importers, in standard deviations
_CRATES = 3  # live animals travel in a third as many boxes as other goods
_OPENS, _LAST_ARRIVAL, _CLOSES = 480, 960, 1080
_PERIOD, _PERIOD_OF_OFFENDERS = 14.0, 28.0

POST = Post(
    staff=2, opens=_OPENS, closes=_CLOSES, minutes=(6.0, 4.0, 5.0, 60.0), minutes_per_box=4.0
)


@dataclass(frozen=True, slots=True)
class Design:
    """The settings of a policy, in the words of the lab.

    Attributes:
        rate: share of consignments chosen, 0 to 1; papers that give cause come on top.
        random_share: share of the choices that is left to chance, 0 to 1.
        scan_share: share of the choices by score that is scanned first, 0 to 1.
        staff: officers who examine at the same time, 1 to 6.
        expiry: months after which the profile is renewed, 1 to 12; None if never.
    """

    rate: float = 0.10
    random_share: float = 0.10
    scan_share: float = 0.0
    staff: int = 2
    expiry: int | None = 12

    @property
    def reviews(self) -> int:
        """Renewals within a year."""
        return 0 if self.expiry is None else int((YEAR - 1) // (self.expiry * MONTH))

    def policy(self) -> Policy:
        """What chooses the consignments."""
        return ScoreAndRandom(self.rate, self.random_share, self.scan_share)


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
        days=YEAR,
        live_share=situation.live,
        hard_share=situation.hidden,
        auc=situation.auc,
    )
    rng = np.random.default_rng(np.random.SeedSequence([seed, 66]))
    n = made.size
    # Two waves a day, in the morning and after noon, while the post is open.
    wave = np.where(rng.random(n) < 0.5, rng.beta(2, 6, n), rng.beta(6, 4, n))  # noqa: PLR2004
    day = np.floor(made.time / MINUTES_A_DAY)
    time = np.sort(day * MINUTES_A_DAY + _OPENS + wave * (_LAST_ARRIVAL - _OPENS))
    illegal = made.truth.kind > 0
    noise = made.seen["score"] - _shift(situation.auc) * illegal + _LEANING * made.seen[GROUP]
    boxes = np.where(made.live, -(-made.boxes // _CRATES), made.boxes)
    bad = np.minimum(boxes, -(-made.truth.bad_boxes * boxes // made.boxes))
    arrivals = replace(made, time=time, boxes=boxes, truth=replace(made.truth, bad_boxes=bad))
    return Year(situation, seed, arrivals, noise, rng.random(n))


@dataclass(frozen=True, slots=True)
class Group:
    """Burden on the compliant consignments of a group of importers.

    Attributes:
        compliant: consignments in order.
        held: those of them that were chosen.
        share, low, high: share held, with a 95 % interval.
    """

    compliant: int
    held: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a policy did in a year.

    Attributes:
        consignments, illegal, found, chosen, examined: counts; the illegal ones are the truth.
        findable: illegal ones that an examination of everything would have found (truth).
        estimate: from the random part, of what an examination of everything would find.
        live, other: delays of those held, with and without live animals.
        groups: burden on "large" and "small" importers.
        goods, roster, reviews: officer minutes on goods, for the roster, for renewals.
        money: cost of officer minutes, and of the time that traders' goods were held.
        moved, deterred: offences that changed route or were given up.
    """

    consignments: int
    illegal: int
    found: int
    chosen: int
    examined: int
    findable: int
    estimate: StreamEstimate
    live: Delay
    other: Delay
    groups: Mapping[str, Group]
    goods: float
    roster: float
    reviews: float
    money: tuple[float, float]
    moved: int
    deterred: int

    @property
    def missed(self) -> int:
        """Illegal consignments that were released."""
        return self.illegal - self.found

    @property
    def minutes(self) -> float:
        """Officer minutes that count against a budget."""
        return self.goods + self.roster + self.reviews

    @property
    def width(self) -> float | None:
        """Width of the estimate's interval in shares of all consignments; None without one."""
        if self.estimate.low is None or self.estimate.high is None:
            return None
        if not self.estimate.sample:
            return 0.0 if self.estimate.covered >= 1.0 else None
        return (self.estimate.high - self.estimate.low) / self.consignments

    @property
    def burden(self) -> float:
        """Share of the compliant consignments that was held."""
        held = sum(group.held for group in self.groups.values())
        return held / max(1, sum(group.compliant for group in self.groups.values()))


def play(  # noqa: PLR0913  (each is one choice of the person at the lab)
    situation: Situation,
    seed: int,
    design: Design,
    *,
    adversary: bool = False,
    policy: Policy | None = None,
    luck: int | None = None,
) -> Outcome:
    """Play a design on a year.

    Args:
        situation: what comes to the post.
        seed: of the year, a whole number from 0.
        design: settings; staff and expiry also hold for another `policy`.
        adversary: whether offenders leave watched routes.
        policy: chooses instead of the design's own policy.
        luck: seed of what is left to chance at the post; that of the year if not given.
    """
    now = year(situation, seed)
    result = simulate(
        now.arrivals,
        policy or design.policy(),
        seed=seed if luck is None else luck,
        post=replace(POST, staff=design.staff),
        score=now.score(design.expiry),
        period_days=_PERIOD_OF_OFFENDERS if adversary else _PERIOD,
        adversary=Adversary() if adversary else None,
        groups=(GROUP,),
    )
    return _outcome(result, design)


def _outcome(result: SimulationResult, design: Design) -> Outcome:
    roster, reviews = design.staff * ROSTER_MINUTES, design.reviews * REVIEW_MINUTES
    held = float(result.events.held.sum()) / 60.0 * POST.cost_per_hour_held
    office = POST.cost_per_minute * (result.desk_minutes + result.minutes + roster + reviews)
    return Outcome(
        consignments=result.consignments,
        illegal=result.illegal,
        found=result.found,
        chosen=result.chosen,
        examined=result.examined,
        findable=int(np.sum(result.events.detectable & (result.events.kind > 0))),
        estimate=result.estimate,
        live=result.delays["live"],
        other=result.delays["other"],
        groups=_groups(result),
        goods=result.minutes,
        roster=float(roster),
        reviews=float(reviews),
        money=(office, held),
        moved=result.moved,
        deterred=result.deterred,
    )


def _groups(result: SimulationResult) -> dict[str, Group]:
    burden = result.burdens[GROUP]
    found = {}
    for at, small in enumerate(burden.group.tolist()):
        found["small" if small else "large"] = Group(
            int(burden.compliant[at]),
            int(burden.burdened[at]),
            float(burden.share[at]),
            float(burden.low[at]),
            float(burden.high[at]),
        )
    return found
