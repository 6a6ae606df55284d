"""The small invented border post of the policy lab, and what a policy design does there.

One model serves the lab, the policy paper and the graded task: the simulated year of
`borderlab.inspection` on the arrivals of `policylab_year`, where officers on the roster and
renewals of the profile cost minutes of their own. All parameters are teaching assumptions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from borderlab.inspection.adaptation import Adversary
from borderlab.inspection.measures import Delay, StreamEstimate
from borderlab.inspection.policies import ScoreAndRandom
from borderlab.inspection.policy import Policy
from borderlab.inspection.post import Post
from borderlab.inspection.results import SimulationResult
from borderlab.inspection.simulation import simulate
from borderlab.tasks.policylab_year import CLOSES, DAYS, GROUP, MONTH, OPENS, Situation, year

ROSTER_MINUTES = 6_000
"""Officer minutes a year for each officer on the roster, whatever is examined."""
REVIEW_MINUTES = 900
"""Officer minutes for each renewal of the profile."""
MOST_STAFF = 6
MOST_MONTHS = 12

_PERIOD = 28.0  # days for which the post plans ahead, and after which offenders look again

POST = Post(staff=2, opens=OPENS, closes=CLOSES, minutes=(6.0, 4.0, 5.0, 60.0), minutes_per_box=4.0)


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
        return 0 if self.expiry is None else int((DAYS - 1) // (self.expiry * MONTH))

    def policy(self) -> Policy:
        """What chooses the consignments."""
        return ScoreAndRandom(self.rate, self.random_share, self.scan_share)


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
        period_days=_PERIOD,
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
