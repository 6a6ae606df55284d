# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Step 6: unit and quantity, with the round numbers of real reports."""

from __future__ import annotations

import numpy as np

from borderlab.world.batch import Batch
from borderlab.world.quantiles import STEPS
from borderlab.world.streams import bits
from borderlab.world.wheels import FINE

LARGEST = 1_400_000_000  # hundredths of a unit; authorised quantities stay within 32 bits


def step(batch: Batch) -> None:
    """Add `unit` and `qty` (hundredths of the unit, at least 1; whole numbers for specimens)."""
    table = batch.calibration.quantity
    unit = batch.calibration.unit.pick(batch["kind"], bits(batch.draw("unit"), 0, FINE))
    cell = table.cell[batch["kind"], unit]
    draw = batch.draw("qty")
    step_no = bits(draw, 0, STEPS)
    flat = table.table.reshape(-1)
    place = cell * table.table.shape[1] + step_no
    low = flat.take(place)
    value = low + ((flat.take(place + 1) - low) * bits(draw, STEPS, 16) >> 16)
    heap = bits(draw, 32, 16)
    tens = table.tens.take(cell)
    grain = np.ones_like(value)
    grain[(bits(draw, 48, 16) < table.whole.take(cell)) | (unit == 0)] = 100
    grain = np.where((value >= 1000) & (heap < tens), 1000, grain)
    grain = np.where((value >= 10000) & (heap >= 65536 - table.hundreds.take(cell)), 10000, grain)
    value = np.maximum((value + grain // 2) // grain * grain, np.where(grain == 1, 1, 100))
    batch["unit"] = unit
    batch["qty"] = np.minimum(value, LARGEST)
