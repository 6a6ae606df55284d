"""A gains table, drawn from the seed.

With Python's own generator, whose numbers are the same everywhere.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache

RATES = (2, 5, 10, 15, 20, 30, 40, 50, 100)
"""Percent of the consignments inspected, the rows of the table."""


_ASKED = (5, 10, 15)


_TARGETS = (60, 70, 80)


_CLEAR, _APART = 1.5, 5.0  # percentage points between right and wrong numbers


@dataclass(frozen=True, slots=True)
class Gains:
    """One gains table.

    Attributes:
        total: consignments.
        inspected: inspected in each row.
        found: violations found in each row; the last is all of them.
        asked: row of the questions.
        target: recall to reach, in percent.
        reached: first row that reaches it.
    """

    total: int
    inspected: tuple[int, ...]
    found: tuple[int, ...]
    asked: int
    target: int
    reached: int

    @property
    def hit_rate(self) -> float:
        """Percent of the inspected that are violations."""
        return 100 * self.found[self.asked] / self.inspected[self.asked]

    @property
    def recall(self) -> float:
        """Percent of all violations that are found."""
        return 100 * self.found[self.asked] / self.found[-1]

    @property
    def base(self) -> float:
        """Percent of all consignments that are violations."""
        return 100 * self.found[-1] / self.total

    @property
    def lift(self) -> float:
        """Hit rate over the share in the whole stream."""
        return self.hit_rate / self.base


@lru_cache(maxsize=256)
def draw(seed: int) -> Gains:
    """The table of a participant.

    Args:
        seed: the participant's, 0 to 2**31 - 1.
    """
    chance = random.Random(f"gains {seed}")  # noqa: S311  (an exercise, not a secret)
    while True:
        total = chance.randrange(12, 49) * 100
        bad = chance.randrange(round(total * 0.018), round(total * 0.035))
        power = 0.34 + 0.16 * chance.random()
        inspected = tuple(total * rate // 100 for rate in RATES)
        found = tuple(
            min(k, round(bad * (rate / 100) ** power))
            for k, rate in zip(inspected, RATES, strict=True)
        )
        asked = RATES.index(_ASKED[chance.randrange(len(_ASKED))])
        target = _TARGETS[chance.randrange(len(_TARGETS))]
        reached = next(i for i, x in enumerate(found) if 100 * x >= target * found[-1])
        made = Gains(total, inspected, found, asked, target, reached)
        if _fair(made):
            return made


def _fair(made: Gains) -> bool:
    """Whether right and wrong ways give numbers that differ, and no row is a matter of rounding."""
    shares = [100 * x / made.found[-1] for x in made.found]
    clear = min(abs(share - made.target) for share in shares) > _CLEAR
    apart = min(made.recall - made.hit_rate, 4 * abs(made.lift - made.hit_rate)) > _APART
    return clear and apart and made.reached not in {made.asked, 0, len(RATES) - 1}
