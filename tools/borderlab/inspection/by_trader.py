"""Carry out compliance levels for many importers at once, in one interleaved stream.

Nothing is stepped through consignment by consignment: all importers jump together to the next
consignment that changes their level, found by searching sorted positions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, counts, marks, probability
from borderlab.inspection.histories import Levels

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class History:
    """What happened to each consignment, in the order given, shape (n,).

    Attributes:
        level: level of the importer when the consignment came, 0 is the first.
        inspected: whether it was inspected.
        found: whether the inspection found it bad.
    """

    level: NDArray[np.int64]
    inspected: NDArray[np.bool_]
    found: NDArray[np.bool_]


def run(  # noqa: PLR0913  (the stream, the plan and its chances)
    bad: ArrayLike,
    trader: ArrayLike,
    plan: Levels,
    seed: int,
    *,
    sensitivity: float = 1.0,
    lapsed: ArrayLike | None = None,
) -> History:
    """Play a plan, with a history of its own for each importer.

    Args:
        bad: the truth of each consignment in order of arrival, 0 or 1, shape (n,).
        trader: number of the importer of each, from 0, shape (n,).
        plan: the levels.
        seed: of the random draws.
        sensitivity: probability that inspecting a bad consignment finds it.
        lapsed: whether the importer's history has lapsed when the consignment comes (see
            `lapses`); it then starts again at level 1.

    Raises:
        ValueError: arrays of different lengths, or a number out of range.
    """
    wrong, who = marks("bad", bad), counts("trader", trader)
    lapse = np.zeros(wrong.size, np.bool_) if lapsed is None else marks("lapsed", lapsed)
    if not wrong.shape == who.shape == lapse.shape:
        raise ValueError("bad, trader and lapsed must be lists of the same length")
    rng = np.random.default_rng(count("seed", seed))
    draw = rng.random(wrong.size)
    findable = wrong & (rng.random(wrong.size) < probability("sensitivity", sensitivity))
    order = by_importer(who)
    stream = _Stream(plan, who[order], draw[order], findable[order], lapse[order])
    level = np.empty(wrong.size, dtype=np.int64)
    level[order] = stream.levels()
    inspected = draw < np.array(plan.fractions)[level]
    return History(level, inspected, inspected & findable)


def lapses(trader: NDArray[np.int64], time: NDArray[np.float64], limit: float) -> NDArray[np.bool_]:
    """Whether an importer has presented nothing for longer than `limit` before each consignment."""
    order = by_importer(trader)
    who, when = trader[order], time[order]
    out = np.zeros(trader.size, dtype=np.bool_)
    if trader.size:
        out[order[1:]] = (who[1:] == who[:-1]) & (np.diff(when) > limit)
    return out


def by_importer(trader: NDArray[np.int64]) -> NDArray[np.int64]:
    """Places sorted by importer, each importer's in the order of the stream."""
    small = trader.size and trader.min() >= 0 and trader.max() <= np.iinfo(np.uint16).max
    # Numbers of 16 bits are sorted without comparisons, several times as fast.
    return np.argsort(trader.astype(np.uint16) if small else trader, kind="stable")


class _Stream:
    """Consignments sorted by importer; positions count through all of them."""

    def __init__(
        self,
        plan: Levels,
        trader: NDArray[np.int64],
        draw: NDArray[np.float64],
        findable: NDArray[np.bool_],
        lapsed: NDArray[np.bool_],
    ) -> None:
        self.plan, self.n = plan, trader.size
        new = np.ones(self.n, dtype=np.bool_)
        new[1:] = trader[1:] != trader[:-1]
        self.first = np.flatnonzero(new)
        self.end = np.append(self.first[1:], self.n)
        self.lapse = np.flatnonzero(lapsed)
        self.inspected = [np.flatnonzero(draw < f) for f in plan.fractions]
        self.finds = [np.flatnonzero(findable & (draw < f)) for f in plan.fractions]
        # Runs at level 1 begin with an importer, after a find and where a history lapsed.
        begins = new | lapsed
        begins[1:] |= findable[:-1]
        self.begin = np.append(np.flatnonzero(begins), self.n)
        clean = np.diff(self.begin) - findable[self.begin[1:] - 1]
        long_enough = np.where(clean >= plan.clearance, np.arange(clean.size), clean.size)
        self.next_long = np.minimum.accumulate(long_enough[::-1])[::-1]
        self.clean = np.append(clean, 0)

    def levels(self) -> NDArray[np.int64]:
        """Level of each position."""
        if self.n == 0:
            return np.empty(0, dtype=np.int64)
        kinds = self.plan.visits()
        at, end = self.first.copy(), self.end
        kind = np.zeros(at.size, dtype=np.int64)
        level_of = np.array([level for level, _, _ in kinds])
        places, values = [], []
        while at.size:
            places.append(at)
            values.append(level_of[kind])
            after, then = np.empty_like(at), np.empty_like(kind)
            for k in np.unique(kind).tolist():
                rows = kind == k
                after[rows], then[rows] = self._leave(k, kinds[k], at[rows])
            going = after < end
            at, kind, end = after[going], then[going], end[going]
        place, value = np.concatenate(places), np.concatenate(values)
        order = np.argsort(place, kind="stable")
        length = np.diff(place[order], append=self.n)
        return np.repeat(value[order], length)

    def _leave(
        self, kind: int, visit: tuple[int, int, float], at: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """First position after a visit that began at `at`, and the kind of the next visit."""
        level, to, need = visit
        if kind == 0:
            return self._leave_start(at), np.full(at.size, to)
        find = _next(self.finds[level], at)
        lapse = _next(self.lapse, at)
        up = self._promotion(level, at, need)
        fallen = self.plan.after_find(level, returning=kind > self.plan.top)
        after = np.where(up < find, up, find)
        then = np.where(up < find, to, fallen)
        after = np.where(after == _NEVER, _NEVER, after + 1)
        early = lapse < after
        return np.where(early, lapse, after), np.where(early, 0, then)

    def _promotion(self, level: int, at: NDArray[np.int64], need: float) -> NDArray[np.int64]:
        """Position of the last clean inspection that is needed, if all stay clean."""
        if need == np.inf:
            return np.full(at.size, _NEVER)
        places = self.inspected[level]
        last = np.searchsorted(places, at) + int(need) - 1
        inside = last < places.size
        out = np.full(at.size, _NEVER)
        out[inside] = places[last[inside]]
        return out

    def _leave_start(self, at: NDArray[np.int64]) -> NDArray[np.int64]:
        """First position after enough clean inspections at level 1, over any finds on the way."""
        if self.plan.top == 0:
            return np.full(at.size, _NEVER)
        need = self.plan.clearance
        here = np.searchsorted(self.begin, at, side="right") - 1
        left = self.clean[here] - (at - self.begin[here])
        following = np.minimum(here + 1, self.next_long.size - 1)
        later = np.where(here + 1 < self.next_long.size, self.next_long[following], -1)
        there = (later >= 0) & (later < self.next_long.size)
        jump = np.where(there, self.begin[np.where(there, later, 0)] + need, _NEVER)
        return np.where(left >= need, at + need, jump)


def _next(places: NDArray[np.int64], at: NDArray[np.int64]) -> NDArray[np.int64]:
    """First of the ascending `places` at or after each position."""
    index = np.searchsorted(places, at)
    out = np.full(at.size, _NEVER)
    inside = index < places.size
    out[inside] = places[index[inside]]
    return out
