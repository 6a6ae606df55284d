"""Reference policies: what other policies are measured against.

Each is a frozen dataclass whose fields carry the officer's words. Shares are of all consignments
of a period. Numbers per period are exact where a policy says "share of capacity".
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.i18n import N_
from borderlab.inspection.adversary import coverage
from borderlab.inspection.checks import count, not_negative, probability
from borderlab.inspection.policy import Lane, Reason, Selection, View, nothing, words

if TYPE_CHECKING:
    from numpy.typing import NDArray


def at_random(view: View, chance: NDArray[np.float64], reason: Reason) -> Selection:
    """Choose each consignment for examination with its own probability."""
    chosen = view.draw < chance
    return Selection(
        np.where(chosen, np.int8(Lane.RED), np.int8(Lane.GREEN)),
        np.asarray(chance, dtype=float),
        np.where(chosen, np.int8(reason), np.int8(Reason.NONE)),
    )


@dataclass(frozen=True, slots=True)
class InspectAll:
    """Every consignment is examined."""

    def __call__(self, view: View) -> Selection:
        """Choose for one period."""
        return at_random(view, np.ones(view.n), Reason.EVERYTHING)


@dataclass(frozen=True, slots=True)
class InspectNone:
    """Only the papers are checked."""

    def __call__(self, view: View) -> Selection:
        """Choose for one period."""
        return nothing(view.n)


@dataclass(frozen=True, slots=True)
class FixedPercent:
    """The same chance for every consignment."""

    share: float = words(N_("share of consignments examined"), 0.05)

    def __post_init__(self) -> None:
        probability("share", self.share)

    def __call__(self, view: View) -> Selection:
        """Choose for one period."""
        return at_random(view, np.full(view.n, self.share), Reason.RANDOM)


@dataclass(frozen=True, slots=True)
class RulesOnly:
    """Whatever meets a rule is examined, nothing else."""

    rule: Callable[[View], NDArray[np.bool_]] = words(  # noqa: RUF009  (a field)
        N_("which consignments meet the rule"), None
    )

    def __post_init__(self) -> None:
        if not callable(self.rule):
            raise TypeError("rule must be a function of the view that marks consignments")

    def __call__(self, view: View) -> Selection:
        """Choose for one period."""
        hit = np.asarray(self.rule(view), dtype=bool)
        return at_random(view, hit.astype(float), Reason.RULE)


@dataclass(frozen=True, slots=True)
class ScoreAndRandom:
    """The highest scores of each period, and a random part of the rest.

    With `random_share` 0 this is the policy "score only", with 1 a purely random one.
    """

    rate: float = words(N_("share of consignments chosen"), 0.05)
    random_share: float = words(N_("share of the choices left to chance"), 0.10)
    screen_share: float = words(
        N_("share of the choices by score that are screened first, from the lowest score"), 0.0
    )
    expiry: int | None = words(N_("periods after which the score is no longer used"), None)

    def __post_init__(self) -> None:
        for name in ("rate", "random_share", "screen_share"):
            probability(name, getattr(self, name))
        if self.expiry is not None:
            count("expiry", self.expiry)

    def __call__(self, view: View) -> Selection:
        """Choose for one period."""
        expired = self.expiry is not None and view.period >= self.expiry
        share = 1.0 if expired else self.random_share
        return top_and_random(view, view.score, self.rate, share, self.screen_share)


def _whole(number: float, luck: float) -> int:
    """A whole number of that mean: shares of small periods must not all round to nothing."""
    low = math.floor(number + 1e-9)
    return low + int(luck < number - low - 1e-9)


def top_and_random(
    view: View, score: NDArray[np.float64], rate: float, random_share: float, screen: float = 0.0
) -> Selection:
    """The highest scores, and a simple random sample of the others."""
    made = nothing(view.n)
    expected = rate * random_share * view.n
    top = min(view.n, _whole(rate * (1.0 - random_share) * view.n, view.dice[0]))
    by_chance = _whole(expected, view.dice[1])
    # Ties are broken by the system's draw, never by the order in which papers lie on the desk.
    order = np.lexsort((view.draw, -score)) if top else np.empty(0, dtype=np.int64)
    first, rest = order[:top], np.ones(view.n, dtype=bool)
    rest[first] = False
    made.lane[first] = Lane.RED
    made.lane[first[first.size - round(screen * first.size) :]] = Lane.SCREEN
    made.reason[first] = Reason.SCORE
    made.chance[first] = 1.0
    others = np.flatnonzero(rest)
    # The size of the sample was rounded by chance: the logged chance is the one before rounding.
    made.chance[others] = min(1.0, expected / max(1, others.size))
    if (by_chance := min(by_chance, others.size)) > 0:
        drawn = others[np.argpartition(view.draw[others], by_chance - 1)[:by_chance]]
        made.lane[drawn] = Lane.RED
        made.reason[drawn] = Reason.RANDOM
    return made


@dataclass(frozen=True, slots=True)
class StreamPlan:
    """Each importer earns sampling by clean inspections, and loses it at a find (CSP-1).

    Inspections of the running period count from the next one on, when their results are recorded.
    """

    clearance: int = words(N_("clean inspections in a row that earn sampling"), 5)
    fraction: float = words(N_("share examined while sampling"), 0.1)
    memory_days: float = words(N_("days after which a clean history no longer counts"), 365.0)

    def __post_init__(self) -> None:
        count("clearance", self.clearance, 1)
        probability("fraction", self.fraction)
        not_negative("memory_days", self.memory_days, infinite=True)

    def __call__(self, view: View) -> Selection:
        """Choose for one period."""
        record = view.record
        fresh = record.last <= self.memory_days * 1440.0
        earned = (record.clean >= self.clearance) & fresh
        return at_random(view, np.where(earned, self.fraction, 1.0), Reason.STREAM)


@dataclass(frozen=True, slots=True)
class SecuritySchedule:
    """Routes are covered at random, so that no route is worth choosing for being left open.

    Coverage solves the zero-sum security game with one target for each route.
    """

    route: str = words(N_("column that tells the route"), "route")
    losses: tuple[float, ...] = words(
        N_("what an undetected success on each route costs"), (3.0, 2.0, 2.0, 1.0, 1.0, 1.0)
    )
    resources: float = words(N_("routes that can be covered at once"), 0.3)

    def __post_init__(self) -> None:
        coverage(self.losses, self.resources)

    def __call__(self, view: View) -> Selection:
        """Choose for one period."""
        covered, _ = coverage(self.losses, self.resources)
        route = view.columns[self.route]
        if route.size and not 0 <= route.min() <= route.max() < covered.size:
            raise ValueError(f"losses must name one number for each of {route.max() + 1} routes")
        return at_random(view, covered[route], Reason.SCHEDULE)


@dataclass(frozen=True, slots=True)
class LearnedAndRandom:
    """The groups with the highest rate of own finds, and a random part of the rest."""

    rate: float = words(N_("share of consignments chosen"), 0.05)
    random_share: float = words(N_("share of the choices left to chance"), 0.10)

    def __post_init__(self) -> None:
        probability("rate", self.rate)
        probability("random_share", self.random_share)

    def __call__(self, view: View) -> Selection:
        """Choose for one period."""
        if view.learned is None:
            raise ValueError("this policy learns: give simulate a Learning")
        return top_and_random(view, view.learned, self.rate, self.random_share)
