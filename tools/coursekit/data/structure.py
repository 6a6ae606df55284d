# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Structure of a generated world beside real trade: quantities, ranks, digits, mirror reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.world.calibration import calibration
from borderlab.world.codes import STREAMS, UNITS
from borderlab.world.tables import World
from coursekit.data.marginals import CAPTIVE, WILD, Marginals
from coursekit.data.realism import Comparison
from coursekit.data.tables import read_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVELS = (0.05, 0.25, 0.50, 0.75, 0.95)
_NAMES = ("q05", "q25", "q50", "q75", "q95")


@dataclass(frozen=True)
class QuantityCell:
    """Quantiles of one group, term and unit: generated and real, and how many rows were generated.

    `distance` is the largest gap between the generated distribution and the real quantiles
    (a Kolmogorov-Smirnov distance taken at the published quantiles); `drift` the same between
    real years, where known.
    """

    dataset: str
    label: str
    rows: int
    made: tuple[float, ...]
    real: tuple[float, ...]
    distance: float
    drift: float | None


def quantity_cells(view: Comparison, least: int = 200) -> list[QuantityCell]:
    """All published cells with at least `least` generated rows."""
    s = view.world.shipments
    out = []
    for row in view.real.quantities:
        if row["dataset"] not in {WILD, CAPTIVE}:
            continue
        keep = (
            view.rows(row["dataset"])
            & (view.columns["group"] == row["group"])
            & (view.columns["term"] == row["term"])
            & (view.columns["unit"] == row["unit"])
        )
        values = s["qty"][keep] / 100.0
        if values.size < least:
            continue
        real = tuple(float(row[name]) for name in _NAMES)
        label = f"{row['group']}/{row['term']}/{row['unit']}"
        gap = _gap(values, row)
        drift = view.real.drift.get((row["dataset"], f"log quantity {label}"))
        made = tuple(float(v) for v in np.quantile(values, LEVELS))
        out.append(QuantityCell(row["dataset"], label, values.size, made, real, gap, drift))
    return sorted(out, key=lambda cell: -cell.rows)


def _gap(values: NDArray[np.float64], row: dict[str, str]) -> float:
    """Largest gap at the real quantiles; a level inside a step counts as met."""
    ordered = np.sort(values)
    worst = 0.0
    for name, level in zip(
        ("q05", "q10", "q25", "q50", "q75", "q90", "q95"),
        (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95),
        strict=True,
    ):
        point = float(row[name])
        below = np.searchsorted(ordered, point, side="left") / ordered.size
        upto = np.searchsorted(ordered, point, side="right") / ordered.size
        worst = max(worst, below - level, level - upto)
    return float(worst)


def zipf_slope(counts: NDArray[np.int64], top: int = 200) -> float:
    """Slope of log count over log rank among the `top` largest counts."""
    ordered = np.sort(counts[counts > 0])[::-1][:top].astype(float)
    rank = np.arange(1, ordered.size + 1)
    return float(np.polyfit(np.log(rank), np.log(ordered), 1)[0])


def first_digits(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shares of the first digits 1 to 9 among values of 10 and more."""
    large = values[values >= 10]
    digit = (large / 10.0 ** np.floor(np.log10(large))).astype(int)
    return np.asarray(np.bincount(np.clip(digit, 1, 9), minlength=10)[1:] / max(large.size, 1))


def real_digits(real: Marginals) -> NDArray[np.float64]:
    """First digits of the wild calibration rows."""
    rows = read_rows(real.folder / "first_digit_ge10.csv")
    row = next(r for r in rows if r["dataset"] == WILD and r["group"] == "all")
    return np.array([float(row[f"d{digit}"]) for digit in range(1, 10)])


def benford() -> NDArray[np.float64]:
    """Benford's law: log10(1 + 1/d)."""
    return np.asarray(np.log10(1 + 1 / np.arange(1, 10)))


def mirror_table(world: World, real: Marginals) -> list[tuple[str, float, float]]:
    """Measure, generated value, real value (wild rows, all groups)."""
    lines = world.permit_lines
    out, came = lines["reported_export"], lines["reported_import"]
    both = (out > 0) & (came > 0)
    ratio = came[both] / np.maximum(out[both], 1)
    want = next(r for r in real.discrepancy if r["dataset"] == WILD and r["group"] == "all")
    quantiles = np.quantile(ratio, (0.05, 0.25, 0.5, 0.75, 0.95))
    made = [
        ((out == 0) & (came > 0)).mean(),
        ((came == 0) & (out > 0)).mean(),
        both.mean(),
        (ratio == 1).mean(),
        (ratio > 1).mean(),
        *quantiles,
        ((ratio > 2) | (ratio < 0.5)).mean(),
    ]
    names = (
        "importer_only",
        "exporter_only",
        "both",
        "equal_when_both",
        "importer_gt_exporter",
        "ratio_q05",
        "ratio_q25",
        "ratio_q50",
        "ratio_q75",
        "ratio_q95",
        "over_2x_either_way",
    )
    return [(name, float(m), float(want[name])) for name, m in zip(names, made, strict=True)]


def concentration(view: Comparison) -> list[tuple[str, float, float]]:
    """Zipf slopes of taxa and corridors beside the real ones."""
    rows = {
        (r["dataset"], r["entity"]): r for r in read_rows(view.real.folder / "concentration.csv")
    }
    keep = view.rows(WILD)
    s = view.world.shipments
    taxa = np.bincount(s["taxon"][keep], minlength=len(calibration().taxa))
    corridors = np.bincount(s["exporter"][keep].astype(int) * 64 + s["dest"][keep])
    importers = np.bincount(s["dest"][keep])
    return [
        (
            "taxon, Zipf slope of the top 200",
            zipf_slope(taxa),
            float(rows[(WILD, "taxon")]["zipf_slope_top200"]),
        ),
        (
            "corridor, Zipf slope of the top 200",
            zipf_slope(corridors),
            float(rows[(WILD, "corridor")]["zipf_slope_top200"]),
        ),
        (
            "taxon, share of the first 10",
            float(np.sort(taxa)[-10:].sum() / taxa.sum()),
            float(rows[(WILD, "taxon")]["top10"]),
        ),
        (
            "importer, share of the first",
            float(importers.max() / importers.sum()),
            float(rows[(WILD, "importer")]["top1"]),
        ),
        (
            "corridor, share of the first",
            float(corridors.max() / corridors.sum()),
            float(rows[(WILD, "corridor")]["top1"]),
        ),
    ]


def heaping(world: World) -> list[tuple[str, float]]:
    """Round numbers among quantities in pieces of 10 and more, and of 100 and more."""
    s = world.shipments
    pieces = s["qty"][s["unit"] == UNITS.index("NAR")] // 100
    ten, hundred = pieces[pieces >= 10], pieces[pieces >= 100]
    return [
        ("whole number of pieces", 1.0),
        ("multiple of 10 among 10 and more", float((ten % 10 == 0).mean())),
        ("multiple of 100 among 100 and more", float((hundred % 100 == 0).mean())),
    ]


__all__ = [
    "STREAMS",
    "QuantityCell",
    "benford",
    "concentration",
    "first_digits",
    "heaping",
    "mirror_table",
    "quantity_cells",
    "real_digits",
    "zipf_slope",
]
