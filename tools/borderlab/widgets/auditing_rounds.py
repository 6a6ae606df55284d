"""Two routes with unequal checks: quarters of inspections that follow the hits on record.

The same consignments come under every rule and stand in the same order of draws (common random
numbers), so that a difference between rules is a difference between rules and not luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk import horvitz_thompson, wilson

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.estimates import Estimate
    from borderlab.risk.intervals import Interval

SHARES = (0.0, 0.05, 0.10)
"""The three rules: no random inspections, 5 percent of them, 10 percent."""
QUARTERS = 8
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the two routes are like.

    Attributes:
        rate: share of illegal consignments on both routes, above 0 and below 1.
        volume: consignments on each route in a quarter.
        budget: inspections in a quarter, at most `volume`.
        head_start: share of the inspections of the quarter before that route A got out of habit.
        growth: factor on the rate of route B in the second year; 1 for no change.
        seed: of all draws.
    """

    rate: float = 0.05
    volume: int = 2_000
    budget: int = 400
    head_start: float = 0.6
    growth: float = 1.0
    seed: int = 1

    def rate_of(self, route: int, quarter: int) -> float:
        """The true rate of route 0 or 1 in quarter 1 to `QUARTERS`."""
        later = route == 1 and quarter > QUARTERS // 2
        return min(1.0, self.rate * self.growth) if later else self.rate

    @property
    def start_checks(self) -> Pair:
        """Inspections of the quarter before the first."""
        first = round(self.budget * self.head_start)
        return first, self.budget - first

    @property
    def start_hits(self) -> Pair:
        """Hits of the quarter before: as many as equal rates let one expect."""
        first, second = (round(self.rate * checks) for checks in self.start_checks)
        return first, second


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter under one rule; each pair is route A, route B.

    Attributes:
        checks, hits: all inspections and what they found.
        random_checks, random_hits: those among them that were drawn at random.
        illegal: illegal consignments that came, found or not.
        chance: logged chance of each consignment of the route to be inspected.
        targeted: inspections that followed the record.
    """

    checks: Pair
    hits: Pair
    random_checks: Pair
    random_hits: Pair
    illegal: Pair
    chance: tuple[float, float]
    targeted: Pair


@dataclass(frozen=True, slots=True)
class Record:
    """What stands on record after some quarters of one rule, the quarter before included."""

    setting: Setting
    share: float
    quarters: tuple[Quarter, ...]

    def total(self, name: str) -> Pair:
        """Sum of a pair over the quarters, without the quarter before."""
        first = sum(getattr(one, name)[0] for one in self.quarters)
        second = sum(getattr(one, name)[1] for one in self.quarters)
        return first, second

    @property
    def checks(self) -> Pair:
        """Inspections on record."""
        return _plus(self.setting.start_checks, self.total("checks"))

    @property
    def hits(self) -> Pair:
        """Hits on record."""
        return _plus(self.setting.start_hits, self.total("hits"))

    @property
    def share_on_first(self) -> float:
        """Share of the hits on record that lie on route A."""
        first, second = self.hits
        return first / (first + second) if first + second else 0.5

    @property
    def passed(self) -> Pair:
        """Illegal consignments that nobody found, of these quarters."""
        illegal, hits = self.total("illegal"), self.total("hits")
        return illegal[0] - hits[0], illegal[1] - hits[1]

    @property
    def changed(self) -> bool:
        """Whether the rate of route B has changed by now."""
        return self.setting.growth != 1.0 and len(self.quarters) > QUARTERS // 2

    def drawn(self, route: int) -> tuple[int, int, Interval]:
        """Random finds, random checks and the Wilson interval of one route.

        Only since the change, if there was one: a rate that changed has no single value before.
        """
        since = self.quarters[QUARTERS // 2 :] if self.changed else self.quarters
        found = sum(one.random_hits[route] for one in since)
        checks = sum(one.random_checks[route] for one in since)
        return found, checks, wilson(found, checks)

    def untargeted(self) -> tuple[int, int, Interval, int]:
        """Random finds and checks among all that the record did not choose, and its size."""
        found, checks = sum(self.total("random_hits")), sum(self.total("random_checks"))
        size = 2 * self.setting.volume * len(self.quarters) - sum(self.total("targeted"))
        return found, checks, wilson(found, checks), size

    def weighted_range(self) -> tuple[float, float]:
        """Interval for the illegal consignments of route B, from its random inspections.

        Wilson, because the normal interval of a weighted sum fails at a handful of finds.
        """
        found, checks = self.total("random_hits")[1], self.total("random_checks")[1]
        interval = wilson(found, checks)
        size = self.setting.volume * len(self.quarters)
        return interval.low * size, interval.high * size

    def weighted(self, route: int) -> Estimate | None:
        """Illegal consignments of a route, each hit divided by its logged chance.

        None when some of its consignments could never be drawn.
        """
        if not self.quarters or any(one.chance[route] <= 0.0 for one in self.quarters):
            return None
        bad = [np.arange(q.checks[route]) < q.hits[route] for q in self.quarters]
        chance = [np.full(q.checks[route], q.chance[route]) for q in self.quarters]
        found: Estimate = horvitz_thompson(
            np.concatenate(bad).astype(float), np.concatenate(chance)
        )
        return found


@lru_cache(maxsize=16)
def play(setting: Setting) -> tuple[tuple[Record, ...], ...]:
    """All rules on the same world: for each share the records after 0 to `QUARTERS` quarters."""
    worlds = [_world(setting, quarter) for quarter in range(1, QUARTERS + 1)]
    return tuple(_under(setting, share, worlds) for share in SHARES)


@dataclass(frozen=True, eq=False)
class _World:
    """One quarter: truth and two orders of drawing for each consignment, shape (2, volume)."""

    bad: NDArray[np.bool_]
    order: NDArray[np.float64]
    lot: NDArray[np.float64]


def _world(setting: Setting, quarter: int) -> _World:
    rng = np.random.default_rng([setting.seed, quarter])
    shape = (2, setting.volume)
    rates = np.array([[setting.rate_of(0, quarter)], [setting.rate_of(1, quarter)]])
    return _World(rng.random(shape) < rates, rng.random(shape), rng.random(shape))


def aimed(hits: Pair, places: int) -> Pair:
    """Where the record sends the officers: all to the route with more hits, evenly if equal."""
    if hits[0] == hits[1]:
        return places - places // 2, places // 2
    return (places, 0) if hits[0] > hits[1] else (0, places)


def drawn_places(budget: int, share: float) -> int:
    """Inspections of a quarter that are drawn at random."""
    return round(budget * share)


def _under(setting: Setting, share: float, worlds: list[_World]) -> tuple[Record, ...]:
    records = [Record(setting, share, ())]
    for world in worlds:
        last = records[-1]
        made = _quarter(setting, share, last.hits, world)
        records.append(Record(setting, share, (*last.quarters, made)))
    return tuple(records)


def _quarter(setting: Setting, share: float, hits: Pair, world: _World) -> Quarter:
    lots = drawn_places(setting.budget, share)
    target = aimed(hits, setting.budget - lots)
    chosen = np.zeros(world.bad.shape, dtype=bool)
    for route in (0, 1):
        chosen[route, np.argsort(world.order[route])[: target[route]]] = True
    rest = np.where(chosen, np.inf, world.lot)
    lucky = np.zeros(world.bad.shape, dtype=bool)
    lucky.flat[np.argsort(rest, axis=None)[:lots]] = True
    every = chosen | lucky
    left = lots / (2 * setting.volume - sum(target))
    direct = [target[route] / setting.volume for route in (0, 1)]
    return Quarter(
        checks=_count(every),
        hits=_count(every & world.bad),
        random_checks=_count(lucky),
        random_hits=_count(lucky & world.bad),
        illegal=_count(world.bad),
        chance=(direct[0] + (1 - direct[0]) * left, direct[1] + (1 - direct[1]) * left),
        targeted=target,
    )


def _count(mask: NDArray[np.bool_]) -> Pair:
    first, second = mask.sum(axis=1)
    return int(first), int(second)


def _plus(one: Pair, other: Pair) -> Pair:
    return one[0] + other[0], one[1] + other[1]
