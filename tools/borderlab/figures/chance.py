"""A tiny seeded generator that gives the same numbers in Python and in a browser.

Pictures are drawn in the browser and, as a fallback, in Python; both must place every
consignment alike. This is Mulberry32 (32-bit integer arithmetic, the same in ``chance.js``).
It places marks on a picture and is no source of randomness for statistics or security.
"""

from __future__ import annotations

_MASK = 0xFFFFFFFF


class Mulberry32:
    """A generator of 32-bit integers from a seed (0 to 2**32 - 1)."""

    def __init__(self, seed: int) -> None:
        self._state = seed & _MASK

    def next(self) -> int:
        """The next integer, 0 to 2**32 - 1."""
        self._state = (self._state + 0x6D2B79F5) & _MASK
        t = self._state
        t = ((t ^ (t >> 15)) * (t | 1)) & _MASK
        t = (t ^ ((t + (((t ^ (t >> 7)) * (t | 61)) & _MASK)) & _MASK)) & _MASK
        return t ^ (t >> 14)

    def below(self, bound: int) -> int:
        """An integer from 0 to ``bound`` - 1 (the bias below 2**-18 is invisible in a picture)."""
        return self.next() * bound >> 32


def shuffled(size: int, seed: int) -> list[int]:
    """The numbers 0 to ``size`` - 1 in an order that depends on the seed alone."""
    chance = Mulberry32(seed)
    order = list(range(size))
    for last in range(size - 1, 0, -1):
        other = chance.below(last + 1)
        order[last], order[other] = order[other], order[last]
    return order
