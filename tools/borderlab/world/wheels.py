"""Draws by look-up: weights laid out in a table, so that a draw costs one access.

This is the inverse of the cumulative distribution with whole-number weights: no comparison of
floating-point numbers, hence the same choice on every platform.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

FINE = 12  # conditional tables: 4,096 slots for each condition
Ints = NDArray[np.int64]


def slots(weights: Sequence[int] | Ints, size: int) -> Ints:
    """`size` slots shared out by largest remainders; a positive weight keeps at least one slot."""
    w = [int(x) for x in weights]
    total = sum(w)
    if total <= 0:
        raise ValueError("no weight in a table of shares")
    counts = [max(x * size // total, 1 if x else 0) for x in w]
    order = sorted(range(len(w)), key=lambda i: (-(w[i] * size % total), i))
    spare = size - sum(counts)
    for i in order[: max(spare, 0)]:
        counts[i] += 1
    while sum(counts) > size:
        counts[counts.index(max(counts))] -= 1
    return np.repeat(np.arange(len(w)), counts)


class Wheel:
    """Shares of a few classes as a table of 2**FINE slots for each condition."""

    def __init__(self, conditions: int, dtype: type = np.int8) -> None:
        self.table: NDArray[Any] = np.zeros((conditions, 1 << FINE), dtype=dtype)

    def fill(self, condition: int, weights: Sequence[int] | Ints) -> None:
        """Lay out the weights of one condition."""
        self.table[condition] = slots(weights, 1 << FINE)

    def pick(self, condition: Ints | NDArray[np.integer], draw: Ints) -> NDArray[np.int64]:
        """Class of each row; `draw` holds 12 random bits."""
        place = (np.asarray(condition, dtype=np.int64) << FINE) + draw
        return self.table.reshape(-1).take(place).astype(np.int64)


def wheel(weights: Iterable[Sequence[int]], dtype: type = np.int8) -> Wheel:
    """A wheel with one condition for each row of weights."""
    rows = list(weights)
    made = Wheel(len(rows), dtype)
    for i, row in enumerate(rows):
        made.fill(i, row)
    return made
