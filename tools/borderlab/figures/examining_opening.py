"""One consignment's boxes: where the illegal ones stand, and what opening some of them shows.

Detection comes from `borderlab.inspection`; here are the drawn container and the comparison of
boxes taken at the door with boxes drawn at random.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.boxes import Opening, Order, open_boxes
from borderlab.inspection.contents import Cargo
from borderlab.inspection.lots import detections
from borderlab.inspection.sampling import detection

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLACINGS = ("spread", "block", "back", "front")
_ACROSS = ((24, 4), (75, 5), (120, 6))


@dataclass(frozen=True, slots=True)
class Lot:
    """A consignment whose illegal boxes stand somewhere.

    Attributes:
        boxes: 1 or more; box 0 is nearest the door.
        illegal: boxes with illegal goods, 0 to ``boxes``.
        placing: ``spread`` (anywhere), ``block`` (side by side, anywhere), ``back`` (farthest from
            the door) or ``front`` (nearest the door).
        seed: of the places and of the looking.
    """

    boxes: int
    illegal: int
    placing: str
    seed: int

    def bad(self) -> NDArray[np.bool_]:
        """Which boxes hold illegal goods, shape (boxes,)."""
        return np.asarray(_places(self.boxes, self.illegal, self.placing, self.seed, 1)[0])

    def luck(self) -> NDArray[np.float64]:
        """A number in [0, 1) for each box: an illegal box is recognised if it is below efficacy.

        Drawn once, so looking again at a box shows the same, and a better look only adds finds.
        """
        return np.random.default_rng([self.seed, 2]).random(self.boxes)

    def recognised(self, efficacy: float) -> NDArray[np.bool_]:
        """Which boxes show illegal goods to somebody who opens them."""
        return self.bad() & (self.luck() < efficacy)


def across(boxes: int) -> int:
    """Boxes side by side in one row of the drawn container."""
    return next((wide for most, wide in _ACROSS if boxes <= most), 8)


def _places(boxes: int, illegal: int, placing: str, seed: int, n: int) -> NDArray[np.bool_]:
    """Illegal boxes of ``n`` consignments of one kind, shape (n, boxes)."""
    rng = np.random.default_rng([seed, 1])
    column = np.arange(boxes)
    if placing == "spread":
        return np.asarray(np.argsort(rng.random((n, boxes)), axis=1) < illegal)
    if placing == "block":
        start = rng.integers(0, boxes - illegal + 1, n)[:, None]
    else:
        start = np.full((n, 1), boxes - illegal if placing == "back" else 0)
    return np.asarray((column >= start) & (column < start + illegal))


@lru_cache(maxsize=256)
def repeats(lot: Lot, opened: int, efficacy: float, order: Order, n: int = 1_000) -> int:
    """In how many of ``n`` consignments of this kind opening so many boxes finds something."""
    bad = _places(lot.boxes, lot.illegal, lot.placing, lot.seed + 1, n)
    cargo = Cargo.of(bad.astype(np.int64), 1)
    opening = Opening(opened, efficacy=efficacy, order=order)
    rng = np.random.default_rng([lot.seed, 3, 0 if order is Order.DOOR else 1])
    return int(open_boxes(cargo, opening, rng).found.sum())


def chance(lot: Lot, opened: int, efficacy: float, order: Order) -> float:
    """The exact probability of at least one find in a consignment of this kind."""
    if order is Order.RANDOM or lot.placing == "spread":
        return detection(lot.boxes, lot.illegal, opened, efficacy)
    starts = {
        "back": np.array([lot.boxes - lot.illegal]),
        "front": np.array([0]),
        "block": np.arange(lot.boxes - lot.illegal + 1),
    }[lot.placing]
    reached = np.clip(opened - starts, 0, lot.illegal)
    return float(1.0 - np.mean((1.0 - efficacy) ** reached))


def still_possible(boxes: int, opened: int, efficacy: float, confidence: float = 0.95) -> int:
    """Most illegal boxes that opening so many at random without a find leaves possible.

    The largest number whose detection probability is below ``confidence``: an exact one-sided
    upper limit. All unopened boxes where nothing was opened.
    """
    chances = detections(boxes, np.arange(boxes + 1), opened, efficacy)
    return int(np.flatnonzero(chances < confidence)[-1])


def rule_of_three(opened: int, efficacy: float) -> float:
    """The rule of thumb for the same limit as a share, 3 / (opened * efficacy), at most 1."""
    seen = opened * efficacy
    return min(1.0, 3.0 / seen) if seen > 0.0 else 1.0


def rows_deep(boxes: int) -> int:
    """Rows from the door to the back."""
    return math.ceil(boxes / across(boxes))
