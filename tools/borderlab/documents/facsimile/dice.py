"""Numbers that look random and are the same on every platform for the same words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")
_MASK = (1 << 64) - 1


class Dice:
    """A small generator (splitmix64) seeded with words, such as a permit number."""

    def __init__(self, *words: object) -> None:
        seed = hashlib.sha256("\x1f".join(map(str, words)).encode(errors="replace")).digest()
        self._state = int.from_bytes(seed[:8], "big")

    def random(self) -> float:
        """A number from 0 up to 1."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return ((z ^ (z >> 31)) >> 11) / (1 << 53)

    def between(self, low: float, high: float) -> float:
        """A number from ``low`` up to ``high``."""
        return low + (high - low) * self.random()

    def below(self, n: int) -> int:
        """A whole number from 0 to ``n - 1``."""
        return int(self.random() * n)

    def choice(self, items: Sequence[_T]) -> _T:
        """One of the items."""
        return items[self.below(len(items))]
