"""What comes to a border post: what officers can see, and the truth they cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.inspection.checks import count, not_negative, probability

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.world import World

MINUTES_A_DAY = 1440


@dataclass(frozen=True)
class Truth:
    """What really is in the consignments. Never part of what a policy receives.

    Attributes:
        kind: 0 for goods in order, otherwise the class of offence and concealment, whose
            sensitivities stand in row kind-1 of `Post.sensitivity`, shape (n,).
        bad_boxes: boxes that hold illegal goods, 0 for goods in order, shape (n,).
    """

    kind: NDArray[np.int64]
    bad_boxes: NDArray[np.int64]


@dataclass(frozen=True)
class Arrivals:
    """Consignments in order of arrival.

    Attributes:
        time: minutes since the first midnight, ascending, shape (n,).
        trader: number of the importer, 0 or more, shape (n,).
        live: whether live animals are on board, shape (n,).
        boxes: boxes or packages, at least 1, shape (n,).
        seen: every other column that officers can see, each of shape (n,).
        truth: what they cannot.
    """

    time: NDArray[np.float64]
    trader: NDArray[np.int64]
    live: NDArray[np.bool_]
    boxes: NDArray[np.int64]
    seen: Mapping[str, NDArray[Any]]
    truth: Truth

    def __post_init__(self) -> None:
        n = self.time.size
        columns = {
            "trader": self.trader,
            "live": self.live,
            "boxes": self.boxes,
            "truth.kind": self.truth.kind,
            "truth.bad_boxes": self.truth.bad_boxes,
            **self.seen,
        }
        for name, column in columns.items():
            if column.shape != (n,):
                raise ValueError(f"column {name} has shape {column.shape}, not ({n},)")
        if n and np.any(np.diff(self.time) < 0):
            raise ValueError("consignments must be in order of arrival")
        if n and (self.trader.min() < 0 or self.boxes.min() < 1):
            raise ValueError("traders are numbered from 0, and a consignment has at least one box")
        bad, wrong = self.truth.bad_boxes, self.truth.kind > 0
        if np.any(bad > self.boxes) or np.any((bad > 0) != wrong):
            raise ValueError("an illegal consignment has 1 to all of its boxes bad, others none")

    @property
    def size(self) -> int:
        """Number of consignments."""
        return self.time.size

    @cached_property
    def visible(self) -> Mapping[str, NDArray[Any]]:
        """All columns that officers can see, by name."""
        own = {"time": self.time, "trader": self.trader, "live": self.live, "boxes": self.boxes}
        return {**self.seen, **own}

    @cached_property
    def traders(self) -> int:
        """Number of traders (the largest number plus one)."""
        return int(self.trader.max()) + 1 if self.size else 0


def drifted(arrivals: Arrivals, *, seed: int, from_day: float, share: float) -> Arrivals:
    """The same stream, but from a day on part of the offences take other ways.

    Those offences travel with consignments that so far were in order, chosen evenly over the rest
    of the stream: whatever scores and profiles knew of them no longer holds.

    Args:
        arrivals: the stream.
        seed: of the choice, a whole number from 0.
        from_day: day from which offences move, at least 0.
        share: share of the later offences that moves, 0 to 1.

    Raises:
        ValueError: a number out of range.
    """
    from_day, share = not_negative("from_day", from_day), probability("share", share)
    rng = np.random.default_rng(np.random.SeedSequence([count("seed", seed), 7]))
    kind, bad = arrivals.truth.kind.copy(), arrivals.truth.bad_boxes.copy()
    late = arrivals.time >= from_day * MINUTES_A_DAY
    movers = np.flatnonzero(late & (kind > 0))
    movers = movers[rng.random(movers.size) < share]
    room = np.flatnonzero(late & (kind == 0))
    hosts = rng.choice(room, min(movers.size, room.size), replace=False)
    movers = movers[: hosts.size]
    kind[hosts] = kind[movers]
    part = arrivals.truth.bad_boxes[movers] / arrivals.boxes[movers]
    bad[hosts] = np.maximum(1, (part * arrivals.boxes[hosts]).astype(np.int64))
    kind[movers], bad[movers] = 0, 0
    return replace(arrivals, truth=Truth(kind, bad))


# Boxes with illegal goods, in percent of all boxes; every other offence concerns all of them.
# Teaching assumptions, as is the number of boxes: twice the square root of the pieces.
_PART = {"hidden_goods": 10, "quantity_above_permit": 30, "lookalike_name": 60}


def from_world(
    world: World, first_day: int = 0, days: int | None = None, most_boxes: int = 400
) -> Arrivals:
    """The consignments of a generated world, for the days asked for.

    The kinds of the truth are the world's mechanisms, so use `Post.of_scenario`.

    Args:
        world: made by `borderlab.world.generate`.
        first_day: first day of presentation, 0 is the world's first.
        days: number of days; all that follow if not given.
        most_boxes: larger consignments count as this many boxes.

    Raises:
        ValueError: a number that is not whole, or too small.
    """
    from borderlab.world.codes import MECHANISMS

    first_day, most_boxes = count("first_day", first_day), count("most_boxes", most_boxes, 1)

    day = world.shipments["presentation_day"].astype(np.int64)
    last = np.inf if days is None else first_day + count("days", days)
    rows = np.flatnonzero((day >= first_day) & (day < last))
    minute = world.shipments["arrival_minute"][rows]
    time = ((day[rows] - first_day) * MINUTES_A_DAY + minute).astype(float)
    order = np.argsort(time, kind="stable")
    rows = rows[order]
    seen = {name: column[rows] for name, column in world.shipments.items()}
    boxes = np.clip(np.sqrt(seen["pieces"].astype(float)).astype(np.int64) * 2, 1, most_boxes)
    kind = world.truth["mechanism"][rows].astype(np.int64)
    part = np.array([_PART.get(name, 100) for name in MECHANISMS])[kind]
    bad = np.where(kind > 0, np.maximum(1, boxes * part // 100), 0)
    return Arrivals(
        time=time[order],
        trader=seen.pop("importer_id").astype(np.int64),
        live=seen.pop("kind_live").astype(bool),
        boxes=boxes,
        seen=seen,
        truth=Truth(kind, bad),
    )
