"""Step 1: the day and minute at which each shipment is presented, in order of time."""

from __future__ import annotations

import numpy as np

from borderlab.world.batch import Batch
from borderlab.world.clock import arrival_slots
from borderlab.world.streams import bits

_SLOTS = 20
# Arrivals by hour, per 1,024: a working-day profile with a night freight wave (teaching values).
_HOURS = (
    18,
    20,
    24,
    26,
    30,
    36,
    42,
    54,
    66,
    70,
    68,
    62,
    56,
    58,
    60,
    58,
    52,
    46,
    42,
    38,
    32,
    26,
    22,
    18,
)


def step(batch: Batch) -> None:
    """Add `presentation_day` (non-decreasing over the rows) and `arrival_minute` (0 to 1439)."""
    row = np.arange(batch.start, batch.start + batch.n, dtype=np.int64)
    draw = batch.draw("presentation_day")
    place = ((row << _SLOTS) + bits(draw, 0, _SLOTS)) // batch.total
    batch["presentation_day"] = arrival_slots(1 << _SLOTS).take(place)
    hour = np.repeat(np.arange(24), _HOURS)
    clock = batch.draw("arrival_minute")
    batch["arrival_minute"] = hour[bits(clock, 0, 10)] * 60 + bits(clock, 16, 16) * 60 // 65536
