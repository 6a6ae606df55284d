"""One month at a post, drawn from the seed."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import lru_cache

from borderlab.tasks import Settings

TOLERANCE = 0.1
"""Percentage points by which an end of the interval may differ from one of the methods."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One month at a post.

    Attributes:
        checked, found: random inspections in the green lane, and illegal ones among them.
        lane: consignments that went through the green lane in the month.
        aimed, hits: inspections of the red lane, chosen by the profile, and what they found.
        goal: upper end to be reached without a find, in percent.
    """

    checked: int
    found: int
    lane: int
    aimed: int
    hits: int
    goal: float

    @property
    def rate(self) -> float:
        """Share illegal in the sample."""
        return self.found / self.checked

    @property
    def hit_rate(self) -> float:
        """Hit rate of the red lane."""
        return self.hits / self.aimed

    @property
    def pooled(self) -> float:
        """Both thrown together."""
        return (self.found + self.hits) / (self.checked + self.aimed)


@lru_cache(maxsize=256)
def draw(seed: int, *, zero: bool) -> Sample:
    """The month of a participant.

    Args:
        seed: the participant's, 0 to 2**31 - 1.
        zero: nothing was found in the sample.
    """
    chance = random.Random(f"green {seed}")  # noqa: S311  (an exercise, not a secret)
    checked = chance.randrange(8, 21) * 10
    found = 0 if zero else chance.randrange(2, 7)
    lane = chance.randrange(18, 61) * 100
    aimed = chance.randrange(10, 25) * 10
    hits = round(aimed * (0.18 + 0.14 * chance.random()))
    goal = (0.4, 0.5, 0.6, 0.8)[chance.randrange(4)]
    return Sample(checked, found, lane, aimed, hits, goal)


def wald(made: Sample) -> tuple[float, float]:
    """The interval that must not be used here, in percent."""
    half = 1.96 * math.sqrt(made.rate * (1 - made.rate) / made.checked)
    return 100 * (made.rate - half), 100 * (made.rate + half)


def sample(settings: Settings, seed: int) -> Sample:
    """The month that the settings ask for."""
    return draw(seed, zero=settings.get("zero") is True)
