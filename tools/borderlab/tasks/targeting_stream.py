"""The invented stream that hands are drawn from: goods, red flags, chances of a teaching model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk.matrix import PRESENT, Evidence, evidence
from borderlab.risk.scorecard import sigmoid, teaching_scorecard

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

STREAM_SEED, STREAM_ROWS = 20261122, 8_000
BASE_RATE = 0.05
"""Violations in the stream; a teaching assumption, so that a dozen consignments hold some."""
MOST_FLAGS = 5
BANDS = ((0.40, 0.85), (0.18, 0.40), (0.04, 0.18), (0.0, 0.04))


@dataclass(frozen=True, eq=False)
class Stream:
    """The stream that hands are drawn from.

    Attributes:
        evidence: of its consignments.
        chance: of a violation under the teaching model, shape (n,).
        points: the same before the base rate, with caps, in log likelihood ratios.
        plain: points without caps.
        flags: red flags present.
        minutes: officer minutes that each examination takes.
        rows: places that a hand may use, by band.
        nothing: chance of a consignment without any red flag.
    """

    evidence: Evidence
    frame: pd.DataFrame
    chance: Floats
    points: Floats
    plain: Floats
    flags: Ints
    minutes: Ints
    rows: tuple[Ints, ...]
    nothing: float


@lru_cache(maxsize=1)
def stream() -> Stream:
    """The stream, generated on first use (about a second)."""
    from borderlab.world.generator import generate

    world = generate(STREAM_SEED, STREAM_ROWS)
    found = evidence(world)
    points, plain = _points(found, capped=True), _points(found, capped=False)
    flags = np.asarray((found.states == PRESENT).sum(axis=0))
    # Decisive evidence needs no choice: it is red whatever the score.
    usable = ~found.decisive & (flags <= MOST_FLAGS)
    shift = _shift(points[~found.decisive])
    chance = sigmoid(shift + points)
    rows = tuple(
        np.flatnonzero(usable & (chance >= low) & (chance < high) & _settled(low, flags))
        for low, high in BANDS
    )
    return Stream(
        found,
        world.frame("shipments"),
        chance,
        points,
        plain,
        flags,
        examination_minutes(world.shipments["pieces"].astype(float)),
        rows,
        float(sigmoid(np.array([shift]))[0]),
    )


def _settled(low: float, flags: Ints) -> NDArray[np.bool_]:
    """Even the quiet ones show a flag more often than not, so that none is found by its blanks."""
    return flags >= (1 if low > 0 else 0)


def _points(found: Evidence, *, capped: bool) -> Floats:
    card = teaching_scorecard(BASE_RATE, "half" if capped else "none")
    return np.asarray(card.score(found) - card.intercept)


def _shift(points: Floats) -> float:
    """What to add so that the chances of the stream average its base rate."""
    low, high = -20.0, 5.0
    for _turn in range(60):
        middle = (low + high) / 2.0
        if sigmoid(points + middle).mean() < BASE_RATE:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def examination_minutes(pieces: Floats) -> Ints:
    """Officer minutes at the kit's border post, for the boxes that its sampling plan opens."""
    from borderlab.inspection.lots import Sampling
    from borderlab.inspection.post import Post

    post = Post()
    boxes = np.clip(np.sqrt(pieces).astype(np.int64) * 2, 1, 400)
    opened = Sampling().opened(boxes)
    return np.asarray(np.rint(post.minutes[3] + post.minutes_per_box * opened), dtype=np.int64)
