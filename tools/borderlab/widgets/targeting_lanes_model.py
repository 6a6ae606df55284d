"""What a sorted hand of consignments found, beside the score, chance and many other draws."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.tasks.targeting_pool import Hand

DRAWS = 1_000


@dataclass(frozen=True)
class Way:
    """One way to choose.

    Attributes:
        found: finds this time; for a random choice the expected number over all choices.
        missed: illegal ones not inspected, likewise.
        minutes: officer minutes of the inspections, likewise.
        expected: finds to expect from such consignments, over all truths.
        tally: of `DRAWS` other draws of the truth, how many gave 0, 1, 2, ... finds.
    """

    found: float
    missed: float
    minutes: float
    expected: float
    tally: tuple[int, ...]

    @property
    def per_hour(self) -> float:
        """Finds for each hour of examination."""
        return 60.0 * self.found / self.minutes if self.minutes else 0.0

    @property
    def mean(self) -> float:
        """Mean finds of the other draws."""
        return sum(n * count for n, count in enumerate(self.tally)) / DRAWS


@dataclass(frozen=True)
class Outcome:
    """The officer's choice, the score's and a random one.

    Attributes:
        by_chance: chance that a random choice finds at least as many as the officer, exact.
        behind, level, ahead: of the other draws, in how many the officer found fewer than the
            score, as many, or more.
    """

    yours: Way
    score: Way
    random: Way
    illegal: int
    by_chance: float
    behind: int
    level: int
    ahead: int


def teaching_truth(hand: Hand) -> NDArray[np.bool_]:
    """A truth that shows both surprises: a lawful one looks bad, an illegal one looks good.

    The first of many independent draws that does; so it says nothing about how often that is.
    """
    many = hand.truths(20 * DRAWS)
    top = np.zeros(hand.rows.size, bool)
    top[hand.best] = True
    total = many.sum(axis=1)
    fits = (
        (~many & top).any(axis=1)
        & (many & ~top).any(axis=1)
        & (many & top).any(axis=1)
        & (total <= hand.inspections)
    )
    return np.asarray(many[int(np.argmax(fits))])


def chosen_places(hand: Hand, lanes: Mapping[str, str]) -> list[int]:
    """Places in the red lane; beyond the budget only the first."""
    red = [i for i, letter in enumerate(hand.ids) if lanes.get(letter) == "red"]
    return red[: hand.inspections]


def outcome(hand: Hand, lanes: Mapping[str, str], truth: NDArray[np.bool_]) -> Outcome:
    """Compare the officer's choice with the score's and with chance."""
    rng = np.random.default_rng((hand.seed, 2000))
    many = rng.random((DRAWS, hand.rows.size)) < hand.chance
    yours, best = chosen_places(hand, lanes), [int(i) for i in hand.best]
    mine, scores = many[:, yours].sum(axis=1), many[:, best].sum(axis=1)
    drawn = rng.permuted(np.tile(np.arange(hand.rows.size), (DRAWS, 1)), axis=1)
    lots = np.take_along_axis(many, drawn[:, : hand.inspections], axis=1).sum(axis=1)
    first = _way(hand, yours, truth, mine)
    return Outcome(
        first,
        _way(hand, best, truth, scores),
        _random(hand, truth, lots),
        int(truth.sum()),
        _by_chance(hand, int(truth.sum()), int(first.found)),
        int((mine < scores).sum()),
        int((mine == scores).sum()),
        int((mine > scores).sum()),
    )


def _tally(hand: Hand, finds: NDArray[np.int64]) -> tuple[int, ...]:
    return tuple(np.bincount(finds, minlength=hand.inspections + 1).tolist())


def _way(
    hand: Hand, places: Sequence[int], truth: NDArray[np.bool_], finds: NDArray[np.int64]
) -> Way:
    picked = np.asarray(places, dtype=np.int64)
    found = int(truth[picked].sum())
    return Way(
        found,
        int(truth.sum()) - found,
        float(hand.minutes[picked].sum()),
        hand.expected(picked) if picked.size else 0.0,
        _tally(hand, finds),
    )


def _random(hand: Hand, truth: NDArray[np.bool_], finds: NDArray[np.int64]) -> Way:
    share = hand.inspections / hand.rows.size
    total = float(truth.sum())
    return Way(
        share * total,
        (1.0 - share) * total,
        float(hand.minutes.sum() * share),
        hand.at_random,
        _tally(hand, finds),
    )


def _by_chance(hand: Hand, illegal: int, found: int) -> float:
    """Hypergeometric tail: over all choices of so many consignments."""
    n, picks = hand.rows.size, hand.inspections
    ways = sum(
        math.comb(illegal, k) * math.comb(n - illegal, picks - k)
        for k in range(found, min(illegal, picks) + 1)
    )
    return ways / math.comb(n, picks)
