# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Permit lines: one to four a permit, and what exporter and importer later report."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from borderlab.paths import datasets
from borderlab.world.batch import Batch
from borderlab.world.calibration import calibration
from borderlab.world.codes import SOURCES
from borderlab.world.quantiles import STEPS
from borderlab.world.streams import bits
from borderlab.world.wheels import FINE

Ints = NDArray[np.int64]
_QUANTILES = ("ratio_q05", "ratio_q25", "ratio_q50", "ratio_q75", "ratio_q95")


_SLOTS = 1 << 10


@dataclass(frozen=True)
class Mirror:
    """Reporting by group: shares per 65,536, and importer over exporter (thousandths) by slot."""

    importer_only: Ints
    exporter_only: Ints
    ratio: Ints


@cache
def mirror() -> Mirror:
    """How often the two sides report, and how far apart (marginals/reporting_discrepancy.csv)."""
    with (datasets("world") / "calibration" / "mirror.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        rows = {row["group"]: row for row in csv.DictReader(file)}
    found = [rows[group] for group in calibration().groups]
    return Mirror(
        np.array([int(row["importer_only"]) for row in found]),
        np.array([int(row["exporter_only"]) for row in found]),
        np.array([_ratios(row) for row in found]),
    )


def _ratios(row: dict[str, str]) -> list[int]:
    """Ratio at each of 1,024 levels: below 1, exactly 1 (equal reports), above 1."""
    equal, above = int(row["equal"]) * _SLOTS >> 16, int(row["above"]) * _SLOTS >> 16
    below = _SLOTS - equal - above
    q05, q25, q50, q75, q95 = (int(row[name]) for name in _QUANTILES)
    at = [level * _SLOTS // 100 for level in (5, 25, 50, 75, 95)]
    low = [(0, q05 // 2)] + [
        (x, q) for x, q in zip(at, (q05, q25, q50, q75, q95), strict=True) if x < below and q < 1000
    ]
    high = [
        (x, q)
        for x, q in zip(at, (q05, q25, q50, q75, q95), strict=True)
        if x > below + equal and q > 1000
    ]
    if len(high) >= 2:  # reports spread on a log scale: halfway lies the geometric mean
        (x0, q0), (x1, q1) = high[-2:]
        high.insert(-1, ((x0 + x1) // 2, isqrt(q0 * q1)))
    points = [
        *low,
        (below, 990),
        (below, 1000),
        (below + equal, 1000),
        *high,
        (_SLOTS, 2 * max(q95, 1000)),
    ]
    xs, qs = [x for x, _ in points], [q for _, q in points]
    out, place = [], 0
    for slot in range(_SLOTS):
        while place < len(xs) - 2 and slot >= xs[place + 1]:
            place += 1
        width = max(xs[place + 1] - xs[place], 1)
        out.append(qs[place] + (qs[place + 1] - qs[place]) * (slot - xs[place]) // width)
    return out


@cache
def _companions() -> tuple[Ints, Ints]:
    """First cell and number of cells for each source and taxon (cells are sorted that way)."""
    table = calibration()
    key = table.cell_source * len(table.taxa) + table.cell_taxon
    size = len(SOURCES) * len(table.taxa)
    order = np.argsort(key, kind="stable")
    if (order != np.arange(key.size)).any():
        raise ValueError("calibration/goods.csv must be in the order of sources and taxa")
    count = np.bincount(key, minlength=size)
    return np.cumsum(count) - count, count


def lines_of(batch: Batch) -> dict[str, Ints]:
    """All permit lines of a batch: the first line is the shipment's own goods."""
    count = batch["lines"]
    row = np.repeat(np.arange(batch.n), count)
    first = np.zeros(row.size, dtype=np.bool_)
    first[np.cumsum(count) - count] = True
    number = np.arange(row.size) - np.repeat(np.cumsum(count) - count, count) + 1
    out = {"permit": batch.start + row, "line_no": number}
    for name in ("taxon", "term", "unit"):
        out[name] = batch[name].take(row)
    out["qty"] = batch["qty_authorised"].take(row)
    shipped = batch["qty_endorsed"].take(row)
    extra = np.nonzero(~first)[0]
    _extra(batch, out, shipped, row[extra], extra)
    _mirror(batch, out, shipped)
    return out


def _extra(batch: Batch, out: dict[str, Ints], shipped: Ints, row: Ints, extra: Ints) -> None:
    """Further lines: other goods of the same taxon and source, with their own unit and quantity."""
    table = batch.calibration
    start, count = _companions()
    source = np.where(batch["source"][row] >= SOURCES.index("U"), 0, batch["source"][row])
    key = source * len(table.taxa) + batch["taxon"][row]
    key = np.where(count[key] > 0, key, batch["taxon"][row])
    draw = batch.draws.take("line.goods", row.size)
    cell = start[key] + (bits(draw, 0, 16) * count[key] >> 16)
    cell = np.where(count[key] > 0, cell, 0)
    known = count[key] > 0
    kind = np.where(known, table.cell_kind[cell], batch["kind"][row])
    unit = table.unit.pick(kind, bits(draw, 16, FINE))
    at = table.quantity.cell[kind, unit] * table.quantity.table.shape[1] + bits(draw, 28, STEPS)
    value = table.quantity.table.reshape(-1).take(at)
    value = np.where(
        (unit == 0) | (value > 1000), np.maximum((value + 50) // 100 * 100, 100), value
    )
    out["term"][extra] = np.where(known, table.cell_term[cell], out["term"][extra])
    out["unit"][extra] = unit
    out["qty"][extra] = np.minimum(value, 1_400_000_000)
    shipped[extra] = out["qty"][extra]


def _mirror(batch: Batch, out: dict[str, Ints], shipped: Ints) -> None:
    """Add `reported_export` and `reported_import`; 0 means that side did not report the line."""
    look = mirror()
    group = batch.calibration.group_of.take(out["taxon"])
    draw = batch.draws.take("line.reported", shipped.size)
    who = bits(draw, 0, 16)
    only_import = who < look.importer_only.take(group)
    only_export = who >= 65536 - look.exporter_only.take(group)
    ratio = look.ratio.reshape(-1).take(group * _SLOTS + bits(draw, 16, 10))
    other = shipped * ratio // 1000
    other = np.where(shipped >= 100, (other + 50) // 100 * 100, other)
    # A small number of pieces that differs at all differs by one piece.
    near = (other == shipped) & (ratio != 1000)
    other = np.where(
        near, np.where((ratio < 1000) & (shipped >= 200), shipped - 100, shipped + 100), other
    )
    other = np.clip(other, 1, 2_000_000_000)
    out["reported_export"] = np.where(only_import, 0, shipped)
    out["reported_import"] = np.where(only_export, 0, np.where(only_import, shipped, other))
