"""A border post's day: who comes when, who waits how long, and what the formulas say.

Waits of the played days are exact for their arrivals (`inspection.queues.waits`); beside them
stands the long run of Erlang's formula. Times are minutes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.queues import Wait, mean_wait_general, waiting, waits

if TYPE_CHECKING:
    from numpy.typing import NDArray

DAYS = 60
_APART = 1e6  # between two played days, so that every queue is gone


@dataclass(frozen=True, slots=True)
class Post:
    """A border post.

    Attributes:
        arrivals: consignments an hour, above 0.
        inspectors: who inspect at the same time, at least 1.
        minutes: mean minutes of an inspection, above 0.
        released: share of consignments released as low risk, 0 to 1; live animals never are.
        live: share of consignments with live animals, 0 to 1.
        first: whether live animals go first.
        hours: hours of arrivals in a day, above 0.
        seed: of all draws.
    """

    arrivals: float
    inspectors: int
    minutes: float
    released: float
    live: float
    first: bool
    hours: float
    seed: int

    @property
    def live_rate(self) -> float:
        """Live consignments for inspection an hour."""
        return self.arrivals * self.live

    @property
    def other_rate(self) -> float:
        """Other consignments for inspection an hour: those that are not released."""
        return max(0.0, self.arrivals * (1.0 - self.live) * (1.0 - self.released))

    @property
    def rate(self) -> float:
        """Consignments for inspection an hour."""
        return self.live_rate + self.other_rate

    @property
    def freed(self) -> float:
        """Officer minutes a day that releasing low risk saves, on average."""
        return self.arrivals * (1.0 - self.live) * self.released * self.minutes * self.hours


@dataclass(frozen=True, slots=True)
class Day:
    """Played inspections; columns of shape (n,).

    Attributes:
        day: number of the day, 0 is the one that is drawn.
        time: minute of arrival since the day began.
        service: minutes of the inspection.
        live: whether live animals are on board.
        wait: minutes before the inspection begins.
    """

    day: NDArray[np.int64]
    time: NDArray[np.float64]
    service: NDArray[np.float64]
    live: NDArray[np.bool_]
    wait: NDArray[np.float64]

    def part(self, *, live: bool, day: int | None = None) -> NDArray[np.float64]:
        """Waits of live or other consignments, of one day or of all."""
        chosen = self.live == live
        return np.asarray(self.wait[chosen if day is None else chosen & (self.day == day)])


@lru_cache(maxsize=64)
def play(post: Post, days: int = DAYS) -> Day:
    """Play days at the post; each begins with an empty queue and is worked off to the end.

    Draws belong to the consignment: changing staff or minutes changes nobody's arrival.
    """
    rng = np.random.default_rng([post.seed, 5])
    span = post.hours * 60.0
    many = rng.poisson(post.arrivals * post.hours, days)
    n = int(many.sum())
    day = np.repeat(np.arange(days), many)
    time, unit, kind, low = rng.random((4, n))
    live = kind < post.live
    kept = live | (low >= post.released)
    day, minute, live = day[kept], time[kept] * span, live[kept]
    service = -np.log1p(-unit[kept]) * post.minutes
    order = np.lexsort((minute, day))
    day, minute, live, service = day[order], minute[order], live[order], service[order]
    rank = np.where(live, 0, 1) if post.first else None
    wait = waits(day * _APART + minute, service, post.inspectors, rank)
    # Waits of a day are differences of small numbers; the offset of late days must not blur them.
    return Day(day, minute, service, live, np.round(wait, 6))


def mean_and_high(wait: NDArray[np.float64]) -> tuple[float, float] | None:
    """Mean and 90th percentile; None without a consignment."""
    if wait.size == 0:
        return None
    return float(wait.mean()), float(np.quantile(wait, 0.9))


def long_run(post: Post) -> Wait:
    """Erlang's formula, all consignments alike."""
    return waiting(post.rate / 60.0, 1.0 / post.minutes, post.inspectors)


def long_run_classes(post: Post) -> tuple[float, float]:
    """Mean waits of live and other consignments in the long run; infinite where a queue grows.

    Live animals first, without interruption, inspections alike in both classes: the mean until an
    inspector is free, over the time left free by live animals, and for the others once more over
    the time left free by all (Cobham 1954; with several inspectors Kella and Yechiali 1985).
    """
    everybody = long_run(post)
    if not post.first or post.live_rate == 0.0 or post.other_rate == 0.0:
        return everybody.mean, everybody.mean
    busy, above = everybody.utilisation, post.live_rate / 60.0 * post.minutes / post.inspectors
    if above >= 1.0:
        return math.inf, math.inf
    # In an overloaded post all inspectors are always busy, but live animals still get their turn.
    until_free = everybody.delayed * post.minutes / post.inspectors
    first = until_free / (1.0 - above)
    return first, first / (1.0 - busy) if busy < 1.0 else math.inf


def fixed_times(post: Post) -> float:
    """Mean wait in the long run if every inspection took exactly the mean time."""
    return mean_wait_general(post.rate / 60.0, 1.0 / post.minutes, post.inspectors, 0.0)


def by_release(post: Post, shares: list[float]) -> list[float]:
    """Mean wait in the long run for each share released."""
    return [long_run(replace(post, released=share)).mean for share in shares]


def waiting_over_day(played: Day, day: int, *, live: bool) -> NDArray[np.float64]:
    """When the number waiting changes and to what, shape (changes, 2), for one played day."""
    chosen = (played.day == day) & (played.live == live) & (played.wait > 0)
    begin = played.time[chosen]
    end = begin + played.wait[chosen]
    times = np.concatenate((begin, end))
    steps = np.concatenate((np.ones(begin.size), -np.ones(end.size)))
    order = np.argsort(times, kind="stable")
    return np.asarray(np.column_stack((times[order], np.cumsum(steps[order]))))
