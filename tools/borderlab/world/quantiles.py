# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Quantities: inverse distribution tables with the heaping of real reports.

Between published quantiles the table is filled by repeated geometric means; a square root is
rounded alike on every platform, an exponential is not.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from borderlab.world.codes import UNITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS = 10  # 1,024 steps in each table
# Probability of each published quantile.
_LEVELS = (0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99)
_NAMES = ("q01", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "q99")


@dataclass(frozen=True)
class Quantities:
    """Tables by cell; `cell[kind, unit]` is the cell, or -1.

    Quantities are hundredths of the unit. Heaping columns are per 65,536 of the rows that are
    large enough (10 or 100 units).
    """

    cell: NDArray[np.int64]
    table: NDArray[np.int64]
    whole: NDArray[np.int64]
    tens: NDArray[np.int64]
    hundreds: NDArray[np.int64]


def quantities(path: Path, kind_of: dict[tuple[str, str, str], int]) -> Quantities:
    """Read the published quantiles and lay out the tables."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cell = np.full((len(kind_of), len(UNITS)), -1, dtype=np.int64)
    known: dict[tuple[str, ...], int] = {}
    distinct: list[dict[str, str]] = []
    for row in rows:
        values = tuple(
            row[name] for name in (*_NAMES, "share_integer", "share_mult_10", "share_mult_100")
        )
        if values not in known:
            known[values] = len(distinct)
            distinct.append(row)
        kind = kind_of[(row["stream"], row["group"], row["term"])]
        cell[kind, UNITS.index(row["unit"])] = known[values]
    table = _tables(distinct)
    heap = np.array([_heaps(row, one) for row, one in zip(distinct, table, strict=True)])
    return Quantities(cell, table, heap[:, 0], heap[:, 1], heap[:, 2])


def _between(
    low: NDArray[np.float64], high: NDArray[np.float64], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Points a `share` of the way from low to high on a log scale (12 bisections)."""
    for _ in range(12):
        middle = np.sqrt(low * high)
        upper = share >= 0.5
        low, high = np.where(upper, middle, low), np.where(upper, high, middle)
        share = np.where(upper, 2 * share - 1, 2 * share)
    return low


def _tables(rows: list[dict[str, str]]) -> NDArray[np.int64]:
    """Hundredths of the unit at each of 1,025 equally spaced probabilities, one line per row."""
    values = np.maximum([[float(row[name]) for name in _NAMES] for row in rows], 0.01)
    first, last = values[:, :1], values[:, -1:]
    most = np.maximum([[float(row["max"])] for row in rows], last)
    # Beyond the 99th percentile the tail is cut at a tenth of the way (on a log scale) to the
    # largest value of twelve years: one shipment does not carry a year's largest flow.
    top = _between(last, most, np.full_like(last, 0.4))
    points = np.hstack([np.maximum(first * 0.8, 0.01), values, top])
    levels = np.array([0.0, *_LEVELS, 1.0])
    p = np.arange((1 << STEPS) + 1) / (1 << STEPS)
    place = np.searchsorted(_LEVELS, p)
    share = (p - levels[place]) / (levels[place + 1] - levels[place])
    found = _between(
        points[:, place], points[:, place + 1], np.broadcast_to(share, (len(rows), len(p)))
    )
    return np.maximum((found * 100 + 0.5).astype(np.int64), 1)


def _heaps(row: dict[str, str], table: NDArray[np.int64]) -> tuple[int, int, int]:
    """Chances (per 65,536) of whole numbers, multiples of 10 and of 100, where large enough."""
    large = np.count_nonzero(table >= 1000) / len(table)
    very = np.count_nonzero(table >= 10000) / len(table)
    hundreds = min(float(row["share_mult_100"]) / very, 0.9) if very else 0.0
    tens = max(float(row["share_mult_10"]) - float(row["share_mult_100"]), 0.0)
    tens = min(tens / large, 0.9) if large else 0.0
    # One in ten whole numbers ends in 0 without any rounding.
    tens = max((tens - 0.09) / 0.91, 0.0)
    hundreds = max((hundreds - 0.01) / 0.99, 0.0)
    return (
        round(65536 * float(row["share_integer"])),
        round(65536 * tens),
        round(65536 * hundreds),
    )
