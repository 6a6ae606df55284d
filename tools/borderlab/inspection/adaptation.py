"""Offenders who adapt during the year: they leave watched routes, or give up.

Each period an offender who can move looks at the share of consignments examined on each route so
far, and chooses a route by quantal response to what it pays. Offences that move travel with
another, so far legal, consignment of the chosen route: its papers and score are those of that
consignment. Offences are conserved: presented plus deterred is what was planned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.adversary import quantal_response
from borderlab.inspection.arrivals import Truth
from borderlab.inspection.checks import not_negative, positive, probability

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.inspection.draws import Draws


@dataclass(frozen=True, slots=True)
class Adversary:
    """How offenders react. All numbers are teaching assumptions.

    Attributes:
        route: column that tells the route (whole numbers from 0).
        mobile: share of offenders who can change route, 0 to 1.
        sharpness: 0 chooses routes blindly, large values choose the best one.
        gain: gain of an undetected offence, above 0.
        loss: loss of a detected one, above 0.
        deterrable: share of offenders who give up when the offence does not pay, 0 to 1.
        memory: weight of what was known before the last period, 0 to 1.
        sensitivity: what they take for the chance that an examination finds the goods, 0 to 1.
    """

    route: str = "route"
    mobile: float = 0.5
    sharpness: float = 5.0
    gain: float = 1.0
    loss: float = 4.0
    deterrable: float = 0.3
    memory: float = 0.7
    sensitivity: float = 0.8

    def __post_init__(self) -> None:
        for name in ("mobile", "deterrable", "memory", "sensitivity"):
            probability(name, getattr(self, name))
        for name in ("gain", "loss"):
            positive(name, getattr(self, name))
        not_negative("sharpness", self.sharpness)


class Offenders:
    """What offenders believe about each route, and what they do next."""

    def __init__(self, plan: Adversary, routes: int) -> None:
        self.plan = plan
        self.belief = np.zeros(routes)
        self._seen = False

    def watch(self, route: NDArray[np.int64], examined: NDArray[np.bool_]) -> None:
        """See which consignments were examined on each route."""
        size = self.belief.size
        flow = np.bincount(route, minlength=size)
        share = np.bincount(route, examined, size) / np.maximum(flow, 1)
        keep = self.plan.memory if self._seen else 0.0
        self.belief = np.where(flow > 0, keep * self.belief + (1.0 - keep) * share, self.belief)
        self._seen = True

    def move(  # noqa: PLR0913, PLR0917  (what a period is)
        self, truth: Truth, boxes: NDArray[np.int64], route: NDArray[np.int64], draws: Draws,
        part: slice, period: int,
    ) -> tuple[Truth, int, int]:  # fmt: skip
        """What is presented in a period, and how many offences moved and were given up."""
        plan = self.plan
        rows = np.flatnonzero(truth.kind)
        if rows.size == 0 or not self._seen:
            return truth, 0, 0
        kind, bad = truth.kind.copy(), truth.bad_boxes.copy()
        caught = self.belief * plan.sensitivity
        returns = (1.0 - caught) * plan.gain - caught * plan.loss
        fear = draws.uniform("deterred")[part][rows] < plan.deterrable
        quit_ = rows[fear & (returns[route[rows]] <= 0.0)]
        kind[quit_], bad[quit_] = 0, 0
        movers = np.setdiff1d(rows, quit_)
        movers = movers[draws.uniform("mobile")[part][movers] < plan.mobile]
        flow = np.bincount(route, minlength=returns.size)
        open_ = np.flatnonzero(flow)
        wish = quantal_response(returns[open_], plan.sharpness)
        rng = draws.generator("route", period)
        target = open_[rng.choice(open_.size, movers.size, p=wish)]
        moved = _rehouse(movers, target, route, kind, rng)
        for old, new in moved:
            kind[new], kind[old] = kind[old], 0
            # The same part of the boxes is bad in the new consignment.
            bad[new] = max(1, int(bad[old] * boxes[new] / boxes[old]))
            bad[old] = 0
        return Truth(kind, bad), len(moved), int(quit_.size)


def _rehouse(
    movers: NDArray[np.int64],
    target: NDArray[np.int64],
    route: NDArray[np.int64],
    kind: NDArray[np.int64],
    rng: np.random.Generator,
) -> list[tuple[int, int]]:
    """Pairs of old and new consignment; who finds no room on the wanted route stays."""
    moved = []
    for wanted in np.unique(target):
        # Who already is where it wants to be does not move.
        leaving = movers[(target == wanted) & (route[movers] != wanted)]
        room = np.flatnonzero((route == wanted) & (kind == 0))
        n = min(leaving.size, room.size)
        hosts = rng.choice(room, n, replace=False)
        moved += list(zip(leaving[:n].tolist(), hosts.tolist(), strict=True))
    return moved
