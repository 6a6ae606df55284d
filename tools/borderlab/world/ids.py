"""Numbers of shipments, permits and traders as text, made on demand.

Serial numbers are scrambled row numbers: they are unique and tell nothing about the row.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from borderlab.world.clock import date_of
from borderlab.world.places import atlas

Ints = NDArray[np.integer]
# Multipliers without a factor 2 or 5 turn row numbers into a permutation of all serials.
_PERMIT, _TRADER = 61_803_399, 618_033


def shipment_ids(rows: Ints) -> list[str]:
    """S00000001, S00000002 ... in order of presentation."""
    return [f"S{row + 1:08d}" for row in rows.tolist()]


def permit_numbers(rows: Ints, exporter: Ints, issue_day: Ints, seed: int) -> list[str | None]:
    """State, year of issue and serial, such as QT25-04812773; None where there is no permit."""
    codes = atlas().codes
    serial = (rows.astype(np.int64) * _PERMIT + 48_271 * (seed % 99_991) + 7_654_321) % 100_000_000
    years = [date_of(day).year % 100 for day in range(-600, 1000)]
    return [
        None if row < 0 else f"{codes[state]}{years[day + 600]:02d}-{number:08d}"
        for row, state, day, number in zip(
            rows.tolist(), exporter.tolist(), issue_day.tolist(), serial.tolist(), strict=True
        )
    ]


def trader_ids(traders: Ints, states: Ints, seed: int) -> list[str]:
    """State and serial, such as QW-204518. Importers and exporters share one register."""
    codes = atlas().codes
    serial = (traders.astype(np.int64) * _TRADER + 101 * (seed % 9973) + 204_518) % 1_000_000
    return [f"{codes[s]}-{n:06d}" for s, n in zip(states.tolist(), serial.tolist(), strict=True)]
