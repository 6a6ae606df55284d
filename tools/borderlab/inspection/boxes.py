"""Opening consignments box by box, for many consignments at once.

Boxes may be drawn at random or taken from the door; an opened box may be looked through in part.
Everything is played on arrays; the closed forms it is tested against are in `sampling` and
`two_stage`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import choice, count, probability
from borderlab.inspection.contents import Cargo, Contents, spread, starts
from borderlab.inspection.lots import Sampling

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROWS = 1 << 15  # consignments handled at a time: the working arrays stay small
_FEW = 16  # up to so many illegal boxes, turns are drawn one after another


class Order(Enum):
    """Which boxes are opened."""

    RANDOM = "random"
    DOOR = "door"  # the convenient ones: nearest the door, that is, the first


@dataclass(frozen=True, slots=True)
class Opening:
    """How an officer opens boxes.

    Attributes:
        boxes: boxes opened at most, or a `Sampling` that tells how many for each size.
        within: share of the items of an opened box that is looked at, above 0 to 1, drawn at
            random; at least one item.
        efficacy: probability that an illegal item that is looked at is recognised.
        order: which boxes are opened: an `Order` or its value, "random" or "door".
    """

    boxes: int | Sampling
    within: float = 1.0
    efficacy: float = 1.0
    order: Order | str = Order.RANDOM

    def __post_init__(self) -> None:
        if not isinstance(self.boxes, Sampling):
            count("boxes", self.boxes)
        object.__setattr__(self, "order", choice("order", self.order, Order))
        probability("within", self.within)
        probability("efficacy", self.efficacy)
        if self.within == 0.0:
            raise ValueError("within must be above 0: an opened box is looked into")

    def opened(self, sizes: NDArray[np.int64]) -> NDArray[np.int64]:
        """Boxes to open in consignments of these sizes."""
        if isinstance(self.boxes, Sampling):
            return self.boxes.opened(sizes)
        return np.minimum(sizes, self.boxes)

    def looked(self, items: int) -> int:
        """Items to look at in a box of so many."""
        return max(1, round(items * self.within))


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening gave, for each consignment; columns of shape (n,).

    Attributes:
        illegal: whether there was any illegal item.
        found: whether any was found.
        boxes_to_find: boxes opened up to and with the first find; all of the sample if none.
        items_to_find: items looked at by then; the box with the find is looked through.
        boxes_opened, items_opened: boxes and items if the whole sample is completed.
        items_found: illegal items found if the whole sample is completed.
    """

    illegal: NDArray[np.bool_]
    found: NDArray[np.bool_]
    boxes_to_find: NDArray[np.int64]
    items_to_find: NDArray[np.int64]
    boxes_opened: NDArray[np.int64]
    items_opened: NDArray[np.int64]
    items_found: NDArray[np.int64]


def simulate(n: int, contents: Contents, opening: Opening, seed: int) -> Opened:
    """Fill `n` consignments and open them.

    Args:
        n: consignments, at least 0.
        contents: how illegal items lie.
        opening: how boxes are opened.
        seed: of all draws; the same seed gives the same result.

    Raises:
        ValueError: a number out of range.
    """
    rng = np.random.Generator(np.random.SFC64(count("seed", seed)))
    edges = range(0, max(1, count("n", n)), _ROWS)
    sizes = [min(_ROWS, n - start) for start in edges]
    # Only who opens from the door meets the order in which boxes were packed.
    packed = opening.order is Order.DOOR and contents.depth > 0.0
    parts = [
        open_boxes(contents.fill(m, rng), opening, rng)
        if packed
        else _sampled(m, contents, opening, rng)
        for m in sizes
    ]
    if len(parts) == 1:
        return parts[0]
    return Opened(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Opened)))


def _sampled(n: int, contents: Contents, opening: Opening, rng: np.random.Generator) -> Opened:
    """Open boxes of consignments whose boxes are alike: only boxes with finds are drawn.

    Exact: the finds in the opened boxes are drawn from their distribution, and whether there was
    anything illegal is then drawn given what was found.
    """
    sizes = contents.sizes(n, rng)
    opened, looked = opening.opened(sizes), opening.looked(contents.items)
    finds = contents.find_probabilities(looked, opening.efficacy)
    row, box, seen = spread(opened, finds, rng)
    empty, quiet = float(contents.box_probabilities()[0]), float(finds[0])
    # Probability that nothing is illegal, given no find: opened boxes speak for it, others do not.
    clean = (empty / quiet if quiet > 0.0 else 1.0) ** opened * empty ** (sizes - opened)
    illegal = rng.random(n) >= clean
    illegal[row] = True
    return _told(illegal, opened, looked, row, box, seen)


def open_boxes(cargo: Cargo, opening: Opening, rng: np.random.Generator) -> Opened:
    """Open consignments whose contents are known.

    Only boxes with illegal items can give a find, so only those are played out.
    """
    n = cargo.sizes.size
    opened, looked = opening.opened(cargo.sizes), opening.looked(cargo.items)
    illegal = np.zeros(n, dtype=np.bool_)
    illegal[cargo.row] = True
    turn = cargo.box if opening.order is Order.DOOR else _turns(cargo, rng)
    reached = turn < opened[cargo.row]
    row, turn, inside = cargo.row[reached], turn[reached], cargo.inside[reached]
    seen = inside
    if looked < cargo.items:
        seen = rng.hypergeometric(inside, cargo.items - inside, looked)
    if opening.efficacy < 1.0:
        seen = rng.binomial(seen, opening.efficacy)
    hit = seen > 0
    return _told(illegal, opened, looked, row[hit], turn[hit], seen[hit])


def _told(  # noqa: PLR0913, PLR0917  (the columns of the result)
    illegal: NDArray[np.bool_],
    opened: NDArray[np.int64],
    looked: int,
    row: NDArray[np.int64],
    turn: NDArray[np.int64],
    seen: NDArray[np.int64],
) -> Opened:
    """The result, from the opened boxes with finds."""
    n = opened.size
    found = np.zeros(n, dtype=np.bool_)
    found[row] = True
    to_find = opened.copy()
    np.minimum.at(to_find, row, turn + 1)
    items_found = np.bincount(row, seen, n).astype(np.int64)
    return Opened(illegal, found, to_find, to_find * looked, opened, opened * looked, items_found)


def _turns(cargo: Cargo, rng: np.random.Generator) -> NDArray[np.int64]:
    """When each illegal box is opened if boxes are drawn at random, 0 first.

    The turns of the illegal boxes of a consignment are distinct numbers drawn from all turns.
    The order among the other boxes does not matter, so it is not drawn.
    """
    if cargo.row.size == 0:
        return cargo.box
    first, many = starts(cargo.row)
    if many.max() <= _FEW:
        return _one_by_one(cargo.sizes[cargo.row], first, many, rng)
    crowded = np.repeat(many > _FEW, many)
    turn = np.empty(cargo.row.size, dtype=np.int64)
    turn[crowded] = _shuffled(cargo, crowded, rng)
    few = np.flatnonzero(~crowded)
    if few.size:
        first, many = starts(cargo.row[few])
        turn[few] = _one_by_one(cargo.sizes[cargo.row[few]], first, many, rng)
    return turn


def _one_by_one(
    size: NDArray[np.int64],
    first: NDArray[np.int64],
    many: NDArray[np.int64],
    rng: np.random.Generator,
) -> NDArray[np.int64]:
    """Draw the first turn of each consignment, then the second from those left, and so on."""
    place = np.arange(size.size) - np.repeat(first, many)
    turn = (rng.random(size.size) * (size - place)).astype(np.int64)
    for k in range(1, int(many.max())):
        at = first[many > k]
        # The draw counts free turns: each earlier turn at or below it moves it one up.
        earlier = np.sort(turn[at[:, None] + np.arange(k)], axis=1)
        new = turn[at + k]
        for j in range(k):
            new += new >= earlier[:, j]
        turn[at + k] = new
    return turn


def _shuffled(
    cargo: Cargo, crowded: NDArray[np.bool_], rng: np.random.Generator
) -> NDArray[np.int64]:
    """Turns of the illegal boxes of some consignments, by shuffling all boxes of these."""
    first, many = starts(cargo.row[crowded])
    sizes = cargo.sizes[cargo.row[crowded][first]]
    begin = np.cumsum(sizes) - sizes
    number = np.repeat(np.arange(sizes.size), sizes)
    order = np.argsort(number + rng.random(number.size))
    turn = np.empty(number.size, dtype=np.int64)
    turn[order] = np.arange(number.size) - begin[number]
    return turn[np.repeat(begin, many) + cargo.box[crowded]]
