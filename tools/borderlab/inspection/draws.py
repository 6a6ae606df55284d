"""Random numbers that stay with the consignment, whatever the policy does with it.

Each purpose has its own stream, so policies are compared on common random numbers: the scan that
one policy uses and another leaves out does not shift anybody else's luck.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count

if TYPE_CHECKING:
    from numpy.typing import NDArray


@cache
def _key(purpose: str) -> tuple[int, ...]:
    digest = hashlib.sha256(purpose.encode()).digest()
    return tuple(int.from_bytes(digest[i : i + 4], "big") for i in range(0, 16, 4))


class Draws:
    """Columns of random numbers for `n` consignments, one for each purpose, made on first use."""

    def __init__(self, seed: int, n: int) -> None:
        self.seed, self.n = count("seed", seed), n
        self._made: dict[str, NDArray[np.float64]] = {}

    def generator(self, purpose: str, *more: int) -> np.random.Generator:
        """A generator of its own for a purpose."""
        sequence = np.random.SeedSequence([self.seed, *_key(purpose), *more])
        return np.random.Generator(np.random.SFC64(sequence))

    def uniform(self, purpose: str) -> NDArray[np.float64]:
        """Numbers in [0, 1), shape (n,)."""
        if purpose not in self._made:
            self._made[purpose] = self.generator(purpose).random(self.n)
        return self._made[purpose]

    def normal(self, purpose: str) -> NDArray[np.float64]:
        """Standard normal numbers, shape (n,)."""
        if purpose not in self._made:
            self._made[purpose] = self.generator(purpose).standard_normal(self.n)
        return self._made[purpose]
