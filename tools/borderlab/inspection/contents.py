"""How illegal items lie in the boxes of consignments, for many consignments at once.

Only boxes with illegal items are drawn and kept: offences are rare, so that is what makes millions
of consignments cheap. The draws are exact: the boxes of a consignment are independent given its
parameters, so a box is illegal with a known probability, and its number of illegal items follows
the (beta-)binomial distribution given that there is one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, probability
from borderlab.inspection.sampling import clustered_pmf

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Cargo:
    """Consignments and their illegal boxes.

    Attributes:
        sizes: boxes of each consignment, shape (n,).
        items: items in each box.
        row, box, inside: consignment, place (0 is nearest the door) and illegal items of each
            box that has any, in order of row, shape (illegal boxes,).
    """

    sizes: NDArray[np.int64]
    items: int
    row: NDArray[np.int64]
    box: NDArray[np.int64]
    inside: NDArray[np.int64]

    @classmethod
    def of(cls, bad: NDArray[np.int64], items: int) -> Cargo:
        """From the illegal items in each box, shape (n, boxes), door first.

        Raises:
            ValueError: more illegal items in a box than it holds.
        """
        items = count("items", items, 1)
        if bad.ndim != 2 or (bad.size and (bad.min() < 0 or bad.max() > items)):  # noqa: PLR2004
            raise ValueError(f"give illegal items (0 to {items}) as a table: consignment by box")
        row, box = np.nonzero(bad)
        return cls(np.full(bad.shape[0], bad.shape[1]), items, row, box, bad[row, box])

    def table(self) -> NDArray[np.int64]:
        """Illegal items in each box, shape (n, largest number of boxes)."""
        out = np.zeros((self.sizes.size, int(self.sizes.max(initial=0))), dtype=np.int64)
        out[self.row, self.box] = self.inside
        return out


@dataclass(frozen=True, slots=True)
class Contents:
    """What consignments hold.

    Attributes:
        boxes: boxes in a consignment, or the least and the most of them (all equally likely).
        items: items in a box, at least 1.
        rate: mean share of illegal items, 0 to 1.
        correlation: how alike the items of a box are, 0 (every item for itself) to 1 (a box is
            illegal as a whole or not at all): the intra-box correlation.
        depth: share of consignments in which the illegal boxes stand farthest from the door,
            those with most items at the very back, 0 to 1; anywhere in the others.
    """

    boxes: int | tuple[int, int]
    items: int
    rate: float
    correlation: float = 0.0
    depth: float = 0.0

    def __post_init__(self) -> None:
        least, most = self.range
        count("boxes", least, 1)
        count("boxes", most, least)
        count("items", self.items, 1)
        for name in ("rate", "correlation", "depth"):
            probability(name, getattr(self, name))

    @property
    def range(self) -> tuple[int, int]:
        """Least and most boxes."""
        return self.boxes if isinstance(self.boxes, tuple) else (self.boxes, self.boxes)

    def box_probabilities(self) -> NDArray[np.float64]:
        """Probability of 0, 1, ..., `items` illegal items in one box."""
        return _finds(self.items, self.rate, self.correlation, 1.0)

    def find_probabilities(self, looked: int, efficacy: float) -> NDArray[np.float64]:
        """Probability of 0, 1, ..., `looked` finds when so many items of a box are looked at.

        The items of a box are alike, so those looked at are a smaller box of the same kind.
        """
        return _finds(looked, self.rate, self.correlation, efficacy)

    def sizes(self, n: int, rng: np.random.Generator) -> NDArray[np.int64]:
        """Boxes of `n` consignments."""
        least, most = self.range
        if least == most:
            return np.full(count("n", n), least)
        return rng.integers(least, most + 1, count("n", n))

    def fill(self, n: int, rng: np.random.Generator) -> Cargo:
        """`n` consignments."""
        sizes = self.sizes(n, rng)
        row, box, inside = spread(sizes, self.box_probabilities(), rng)
        if self.depth > 0.0 and row.size:
            box, inside = _push_back(row, box, inside, sizes, rng.random(n) < self.depth)
        return Cargo(sizes, self.items, row, box, inside)


def spread(
    sizes: NDArray[np.int64], pmf: NDArray[np.float64], rng: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Boxes with at least one of something: their row, place and number, in order.

    Args:
        sizes: boxes of each row, shape (n,).
        pmf: probability of 0, 1, ... in one box.
        rng: for all draws.
    """
    if sizes.size == 0:
        return (np.empty(0, dtype=np.int64),) * 3
    ends = np.cumsum(sizes)
    place = _hits(int(ends[-1]), 1.0 - float(pmf[0]), rng)
    first = int(sizes[0])
    alike = first > 0 and bool(np.all(sizes == first))
    row = place // first if alike else np.searchsorted(ends, place, side="right")
    return row, place - (ends - sizes)[row], _inside(pmf, place.size, rng)


@lru_cache(maxsize=64)
def _finds(looked: int, rate: float, correlation: float, efficacy: float) -> NDArray[np.float64]:
    pmf = clustered_pmf(looked, rate, correlation)
    if efficacy < 1.0:
        thinned = np.zeros(looked + 1)
        for inside in range(looked + 1):
            thinned[: inside + 1] += pmf[inside] * clustered_pmf(inside, efficacy, 0.0)
        pmf = thinned
    pmf.setflags(write=False)
    return pmf


def _hits(cells: int, chance: float, rng: np.random.Generator) -> NDArray[np.int64]:
    """Which of `cells` independent trials succeed, ascending, by drawing the gaps between them."""
    if chance <= 0.0 or cells == 0:
        return np.empty(0, dtype=np.int64)
    if chance >= 1.0:
        return np.arange(cells)
    parts, reached = [], -1
    while reached < cells:
        expected = (cells - reached) * chance
        gaps = rng.geometric(chance, int(expected + 4.0 * math.sqrt(expected) + 8.0))
        # A gap beyond the end is cut there, so that sums of huge gaps cannot overflow.
        places = reached + np.cumsum(np.minimum(gaps, cells + 1))
        parts.append(places)
        reached = int(places[-1])
    joined = np.concatenate(parts)
    return joined[: int(np.searchsorted(joined, cells))]


def _inside(pmf: NDArray[np.float64], n: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Illegal items of boxes that have at least one."""
    if n == 0 or pmf.size == 2:  # noqa: PLR2004  (boxes of one item)
        return np.ones(n, dtype=np.int64)
    cumulated = np.cumsum(pmf[1:])
    return 1 + np.searchsorted(cumulated[:-1] / cumulated[-1], rng.random(n), side="right")


def starts(row: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First place of each run of equal rows, and its length (rows ascending, at least one)."""
    first = np.concatenate(([0], np.flatnonzero(row[1:] != row[:-1]) + 1))
    return first, np.diff(first, append=row.size)


def _push_back(
    row: NDArray[np.int64],
    box: NDArray[np.int64],
    inside: NDArray[np.int64],
    sizes: NDArray[np.int64],
    deep: NDArray[np.bool_],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Put the illegal boxes of some consignments to the back, fullest last."""
    order = np.lexsort((inside, row))
    first, many = starts(row)
    place = np.arange(row.size) - np.repeat(first, many)
    back = sizes[row] - np.repeat(many, many) + place
    moved = deep[row]
    return np.where(moved, back, box), np.where(moved, inside[order], inside)
