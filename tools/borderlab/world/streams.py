"""Independent streams of random bits: one for each named column.

A stream depends on the seed and on its own name only, so a new column never changes another one.
Raw bits of the generator are used throughout: unlike the methods of `numpy.random.Generator`,
they are the same in every numpy version and on every platform.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]


class Draws:
    """Random bits by column name; successive calls continue the stream of that name."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._generators: dict[str, np.random.SFC64] = {}

    def take(self, name: str, n: int) -> Bits:
        """The next `n` whole numbers of 64 random bits of the stream `name`."""
        if name not in self._generators:
            digest = hashlib.sha256(name.encode()).digest()
            words = [int.from_bytes(digest[i : i + 4], "big") for i in range(0, 16, 4)]
            sequence = np.random.SeedSequence([self.seed, *words])
            self._generators[name] = np.random.SFC64(sequence)
        return np.asarray(self._generators[name].random_raw(n), dtype=np.uint64)


def bits(draw: Bits, first: int, count: int) -> NDArray[np.int64]:
    """`count` bits of each draw, beginning `first` bits from the top (0 is the highest)."""
    moved = draw >> np.uint64(64 - first - count)
    if first:
        moved &= np.uint64((1 << count) - 1)
    return moved.view(np.int64)  # at most 63 bits are asked for, so the sign bit is free


def chance(draw: Bits, first: int, per_65536: NDArray[np.int64] | int) -> NDArray[np.bool_]:
    """True with probability `per_65536` / 65,536, using 16 bits from `first`."""
    return bits(draw, first, 16) < per_65536
