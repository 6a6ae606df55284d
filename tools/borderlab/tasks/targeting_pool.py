"""Hands of consignments to sort: drawn from one invented stream, the same for everybody.

The goods and the red flags come from the generated world. How likely each consignment is to break
the rules is said by the teaching model: teaching likelihood ratios, capped within each group of
related flags, over the base rate of the stream. Whether it does is drawn from that chance, so the
model is exactly right here, as it never is at a border.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.risk.matrix import MISSING, PRESENT
from borderlab.tasks.targeting_stream import stream

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.indicator_table import Indicator

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

STRONG_RATIO = 8.0
"""A missing flag is told on the card if it would have weighed at least this much."""
_HANDS = 48
_COUNT_FITS, _SUM_FITS = (0.15, 0.60), (0.45, 0.90)


@dataclass(frozen=True, eq=False)
class Hand:
    """Some consignments to sort, lettered A, B, C, ...

    Attributes:
        rows: their places in the stream, shape (count,).
        chance: of a violation under the teaching model.
        points, plain, flags: see `Stream`.
        minutes: officer minutes that each examination takes.
        inspections: how many can be examined.
        seed: of the draw.
    """

    rows: Ints
    chance: Floats
    points: Floats
    plain: Floats
    flags: Ints
    minutes: Ints
    inspections: int
    seed: int

    @property
    def ids(self) -> tuple[str, ...]:
        """Letters of the consignments."""
        return tuple(chr(ord("A") + i) for i in range(self.rows.size))

    @property
    def ranked(self) -> Ints:
        """Places in the order of the model, highest chance first."""
        return np.argsort(-self.chance, kind="stable")

    @property
    def best(self) -> Ints:
        """What the score would inspect."""
        return self.ranked[: self.inspections]

    def expected(self, chosen: Any) -> float:
        """Finds to expect when these places are inspected; of too many, a draw decides."""
        picked = np.asarray(chosen, dtype=np.int64)
        if picked.size <= self.inspections:
            return float(self.chance[picked].sum())
        return float(self.chance[picked].mean() * self.inspections)

    @property
    def at_random(self) -> float:
        """Finds to expect when the draw alone decides."""
        return float(self.chance.mean() * self.inspections)

    def share_of_best(self, chosen: Any) -> float:
        """0 for as good as random, 1 for the best choice; below 0 for worse than random."""
        span = self.expected(self.best) - self.at_random
        return (self.expected(chosen) - self.at_random) / span if span > 0 else 0.0

    def truth(self, seed: int) -> NDArray[np.bool_]:
        """Which ones break the rules, drawn from the chances, shape (count,)."""
        return np.random.default_rng((self.seed, seed, 77)).random(self.rows.size) < self.chance

    def truths(self, draws: int) -> NDArray[np.bool_]:
        """Many independent draws of the truth, shape (draws, count)."""
        rng = np.random.default_rng((self.seed, 1000))
        return np.asarray(rng.random((draws, self.rows.size)) < self.chance)

    def indicators(self, place: int) -> tuple[Indicator, ...]:
        """Red flags present at one consignment, strongest first within their group."""
        return self._of(place, PRESENT)

    def unknown(self, place: int) -> tuple[Indicator, ...]:
        """Heavy red flags that nobody can tell at one consignment."""
        return tuple(
            one
            for one in self._of(place, MISSING)
            if one.ratio >= STRONG_RATIO and not one.decisive
        )

    def _of(self, place: int, state: int) -> tuple[Indicator, ...]:
        found = stream().evidence
        column = found.states[:, int(self.rows[place])]
        rows = [one for one, here in zip(found.indicators, column, strict=True) if here == state]
        groups = list(dict.fromkeys(one.category for one in rows))
        return tuple(sorted(rows, key=lambda one: (groups.index(one.category), -one.ratio)))


@lru_cache(maxsize=256)
def hand(seed: int, count: int = 12, inspections: int = 4) -> Hand:
    """Draw a hand: some with strong evidence, some in doubt, most quiet.

    Of several draws the first is taken in which counting flags does clearly worse than weighing
    them, and adding them up does worse than adding them with caps: hands are equally hard.

    Args:
        seed: 0 or greater.
        count: consignments, 6 to 20.
        inspections: 2 to half of them.

    Raises:
        ValueError: a number out of range.
    """
    check_numbers(count, inspections)
    rng = np.random.default_rng((seed, count, inspections, 5))
    made = [_drawn(rng, seed, count, inspections) for _turn in range(_HANDS)]
    return min(made, key=_misfit)


def check_numbers(count: Any, inspections: Any) -> None:
    """Refuse sizes of a hand that make no sense, with a sentence for authors."""
    if type(count) is not int or type(inspections) is not int:
        raise ValueError(f"count and inspections must be whole numbers: {count!r}, {inspections!r}")
    if not 6 <= count <= 20:  # noqa: PLR2004
        raise ValueError(f"count must be 6 to 20, not {count}")
    if not 2 <= inspections <= count // 2:  # noqa: PLR2004
        raise ValueError(f"inspections must be 2 to {count // 2}, not {inspections}")


def sizes(count: int, inspections: int) -> tuple[int, int, int, int]:
    """Consignments from each band, strongest first."""
    first = (inspections + 1) // 2
    second = min(inspections - first + 1, count - first - 2)
    third = max(1, (count - first - second) * 3 // 7)
    return first, second, third, count - first - second - third


def _drawn(rng: np.random.Generator, seed: int, count: int, inspections: int) -> Hand:
    found = stream()
    picked = np.concatenate(
        [
            rng.choice(rows, size, replace=False)
            for rows, size in zip(found.rows, sizes(count, inspections), strict=True)
        ]
    )
    rows = rng.permutation(picked)
    return Hand(
        rows,
        found.chance[rows],
        found.points[rows],
        found.plain[rows],
        found.flags[rows],
        found.minutes[rows],
        inspections,
        seed,
    )


def _misfit(one: Hand) -> float:
    """How far a hand is from the wanted difficulty; 0 if it fits."""
    total = 0.0
    for values, (low, high) in ((one.flags, _COUNT_FITS), (one.plain, _SUM_FITS)):
        share = one.share_of_best(np.argsort(-values, kind="stable")[: one.inspections])
        total += max(0.0, low - share, share - high)
    return total
