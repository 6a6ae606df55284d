"""Red flags in eight groups with one weight each: what a profile of the lab and the exercise is.

The points of a group are those of the teaching scorecard (capped within each category of related
flags); a profile multiplies them by its weights and adds them up. That is one product of a matrix
and eight numbers, however many consignments there are. Decisive evidence is red whatever the
score, so its flags have no weight.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.i18n import N_
from borderlab.risk.indicator_table import indicator
from borderlab.risk.matrix import Evidence, evidence
from borderlab.risk.scorecard import Scorecard
from borderlab.tasks.targeting_stream import examination_minutes

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from borderlab.world.tables import World

    Floats = NDArray[np.float64]

_GROUPS: dict[str, tuple[str, tuple[int, ...]]] = {
    "weight": (N_("Weight and value"), (34, 35, 36, 37, 38)),
    "doubt": (N_("Doubtful papers"), (7, 11, 15)),
    "slips": (N_("Slips on the papers"), (4, 5, 6, 8, 12, 18)),
    "goods": (N_("Kind of goods and source"), (19, 20, 21, 24, 25, 26, 27, 32, 33)),
    "route": (N_("Route and transit"), (47, 48, 49, 50, 51, 54, 56, 58, 59, 60)),
    "origin": (N_("Country of origin"), (28, 29, 30, 53, 55, 57)),
    "record": (N_("Record of the traders"), (66, 67, 93)),
    "firm": (
        N_("Firm, payment and post"),
        (61, 62, 63, 64, 65, 71, 72, 73, 75, 76, 79, 81, 82, 83, 85, 86),
    ),
}
GROUPS = tuple(_GROUPS)
NAMES = {key: name for key, (name, _numbers) in _GROUPS.items()}
"""English messages; a view translates them."""
MEMBERS = {key: tuple(f"IND-{n:03d}" for n in numbers) for key, (_name, numbers) in _GROUPS.items()}
ORIGIN = "origin"
HIGHEST = 3.0
"""Largest weight of a group; 1 takes the teaching values as they are, 0 leaves them out."""


def points(found: Evidence) -> Floats:
    """Points of each group, shape (consignments, groups)."""
    columns = []
    for ids in MEMBERS.values():
        card = Scorecard({one: math.log(indicator(one).ratio) for one in ids})
        columns.append(card.score(found.only(ids)))
    return np.ascontiguousarray(np.array(columns).T)


def vector(weights: Mapping[str, float]) -> Floats:
    """Weights in the order of `GROUPS`; a group that is left out has none."""
    return np.array([float(weights.get(key, 0.0)) for key in GROUPS])


@dataclass(frozen=True, eq=False)
class Data:
    """Consignments to make a profile on, or to try it on.

    Attributes:
        points: of each group, shape (n, groups).
        decisive: red whatever the score, shape (n,).
        bad: the truth, known only because the world is invented, shape (n,).
        label: what past inspections found: 0, 1, or -1 where nobody looked, shape (n,).
        evidence: red flags of each consignment.
        world: where they come from.
    """

    points: Floats
    decisive: NDArray[np.bool_]
    bad: NDArray[np.bool_]
    label: NDArray[np.int8]
    evidence: Evidence
    world: World

    @property
    def n(self) -> int:
        """Number of consignments."""
        return int(self.bad.size)

    @cached_property
    def minutes(self) -> Floats:
        """Officer minutes that each examination would take, shape (n,)."""
        made = examination_minutes(self.world.shipments["pieces"].astype(float))
        return made.astype(float)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Number and goods of each consignment; all columns would make each event slow."""
        names = ["shipment_id", "term", "qty_presented", "unit", "species"]
        return self.world.frame("shipments")[names]

    def score(self, weights: Mapping[str, float]) -> Floats:
        """Score of each consignment, shape (n,)."""
        return np.asarray(self.points @ vector(weights))


@lru_cache(maxsize=12)
def data(seed: int, n: int, scenario: str = "baseline") -> Data:
    """Generate consignments and their points (a second for 10,000, then kept).

    Raises:
        ValueError: as `borderlab.world.generate`.
    """
    from borderlab.world.generator import generate

    world = generate(seed, n, scenario, lines=False)
    found = evidence(world)
    label = np.full(n, -1, dtype=np.int8)
    seen = world.inspections
    label[seen["shipment"]] = seen["label"]
    return Data(
        points(found),
        found.decisive,
        world.truth["mechanism"] > 0,
        label,
        found,
        world,
    )


def recall(made: Data, weights: Mapping[str, float], rate: float, random_share: float) -> float:
    """Share of the violations that a profile finds, to expect over ties and the random draw.

    Args:
        made: the consignments.
        weights: of the groups.
        rate: share of all consignments that is inspected, 0 to 1.
        random_share: share of the inspections drawn at random from what the score leaves, 0 to 1.
    """
    places = int(rate * made.n)
    drawn = round(places * random_share)
    aimed = places - drawn
    found = expected_finds(made, weights, aimed)
    total = float(np.count_nonzero(made.bad))
    rest = made.n - aimed
    if rest:
        found += (total - found) * drawn / rest
    return found / total if total else 0.0


def expected_finds(made: Data, weights: Mapping[str, float], places: int) -> float:
    """Violations among the first places: decisive ones, then by score, ties shared out evenly."""
    if places <= 0:
        return 0.0
    score = np.where(made.decisive, np.inf, made.score(weights))
    if places >= made.n:
        return float(np.count_nonzero(made.bad))
    cut = np.partition(score, made.n - places)[made.n - places]
    above, tied = score > cut, score == cut
    share = (places - np.count_nonzero(above)) / np.count_nonzero(tied)
    return float(np.count_nonzero(made.bad & above) + share * np.count_nonzero(made.bad & tied))
