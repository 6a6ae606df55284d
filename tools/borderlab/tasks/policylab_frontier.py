"""Reference policies and a grid of designs on one year, for the efficient frontier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.inspection import policies
from borderlab.inspection.policy import Policy, View
from borderlab.inspection.stages import frontier
from borderlab.tasks.policylab_model import Design, Outcome, play
from borderlab.tasks.policylab_year import Situation, year

if TYPE_CHECKING:
    from numpy.typing import NDArray

AXES = ("minutes", "live", "burden")
SHARE = 0.10
"""Share of consignments that the reference policies choose, where they choose a share."""

_RATES = (0.02, 0.05, 0.10, 0.15, 0.20, 0.30, 0.45, 0.65)
_RANDOM, _SCANS = (0.0, 0.2, 0.5), (0.0, 0.5, 1.0)
_RULED_ROUTES = 2


@dataclass(frozen=True, slots=True)
class Point:
    """A policy that was played on the year of the lab."""

    name: str
    outcome: Outcome

    def cost(self, axis: str) -> float:
        """What the policy costs on one of `AXES`: minutes, minutes of delay, or a share."""
        if axis == "live":
            return self.outcome.live.high
        return self.outcome.minutes if axis == "minutes" else self.outcome.burden

    @property
    def gain(self) -> float:
        """Share of the illegal consignments that it finds."""
        return self.outcome.found / max(1, self.outcome.illegal)


@dataclass(frozen=True, slots=True)
class Field:
    """All that was played beside the policy of the lab.

    Attributes:
        references: reference policies by key, in the order of `reference_names`.
        designs: a grid of designs with the same officers and profile.
    """

    references: dict[str, Point]
    designs: tuple[Point, ...]

    def efficient(self, axis: str) -> list[Point]:
        """Points that none beats, by rising cost: no other finds as much for less."""
        points = [*self.references.values(), *self.designs]
        return [points[at] for at in frontier([(p.cost(axis), p.gain) for p in points])]


def reference_names() -> dict[str, str]:
    """Name of each reference policy in the language in use."""
    return {
        "none": _("inspect nothing, papers only"),
        "fixed": _("fixed percentage at random"),
        "rules": _("rules only: two routes"),
        "score": _("score only"),
        "mixed": _("score and random"),
        "stream": _("stream plan: clean record earns sampling"),
        "schedule": _("randomised security schedule by route"),
        "all": _("inspect everything"),
    }


def _worst_routes(situation: Situation, seed: int) -> policies.RulesOnly:
    """The rule of an office whose information on routes is right."""
    arrivals = year(situation, seed).arrivals
    route = arrivals.seen["route"]
    offences = np.bincount(route, arrivals.truth.kind > 0)
    worst = np.argsort(-offences, kind="stable")[:_RULED_ROUTES]

    def rule(view: View) -> NDArray[np.bool_]:
        return np.isin(view.columns["route"], worst)

    return policies.RulesOnly(rule)


def _references(situation: Situation, seed: int) -> dict[str, Policy]:
    return {
        "none": policies.InspectNone(),
        "fixed": policies.FixedPercent(SHARE),
        "rules": _worst_routes(situation, seed),
        "score": policies.ScoreAndRandom(SHARE, 0.0),
        "mixed": policies.ScoreAndRandom(SHARE, 0.2),
        "stream": policies.StreamPlan(),
        "schedule": policies.SecuritySchedule(resources=6 * SHARE),
        "all": policies.InspectAll(),
    }


@lru_cache(maxsize=16)
def field(  # noqa: PLR0913  (what a year at the post depends on)
    situation: Situation, seed: int, staff: int, expiry: int | None, luck: int, *, adversary: bool
) -> Field:
    """Play the reference policies and the grid, all with the same officers, profile and luck."""
    base = Design(staff=staff, expiry=expiry)

    def played(design: Design, policy: Policy | None = None, name: str = "") -> Point:
        outcome = play(situation, seed, design, adversary=adversary, policy=policy, luck=luck)
        return Point(name, outcome)

    references = {
        key: played(base, policy, key) for key, policy in _references(situation, seed).items()
    }
    grid = [
        replace(base, rate=rate, random_share=random, scan_share=scan)
        for rate, random, scan in product(_RATES, _RANDOM, _SCANS)
    ]
    return Field(references, tuple(played(design) for design in grid))
