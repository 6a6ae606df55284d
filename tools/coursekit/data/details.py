"""Calibration of the details: unit, purpose, re-export and quantity given group and term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from borderlab.world.codes import UNITS_UNKNOWN
from coursekit.data.marginals import CAPTIVE, WILD, Marginals, Shares
from coursekit.data.raking import Table, rake, whole
from coursekit.data.tables import read_rows
from coursekit.data.universe import Taxon

if TYPE_CHECKING:
    from numpy.typing import NDArray

Used = Sequence[tuple[str, str, str]]
DATASET = {"wild": WILD, "captive": CAPTIVE}
UNITS = ("NAR", "KGM", "GRM", "MTQ", "MTK", "MTR", "MLT", "LTR")
PURPOSES = ("T", "P", "H", "S", "E", "Q", "Z", "B", "M", "L", "N", "G")
QUANTILES = ("q01", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "q99", "max")
HEAPING = ("share_eq_1", "share_integer", "share_mult_10", "share_mult_100")


def unit_rows(
    marginals: Marginals, reference: Path, used: Used, total: int
) -> Iterable[tuple[str, str, str, str, int]]:
    """Units of each group and term: rows with quantiles where known, else the term's units."""
    valid = {(r["term_code"], r["unit_code"]) for r in read_rows(reference / "valid_term_unit.csv")}
    seen = {
        (r["dataset"], r["group"], r["term"], r["unit"]): float(r["n"])
        for r in marginals.quantities
    }
    for stream, group, term in used:
        dataset = DATASET[stream]
        pooled = marginals.units.get((dataset, term)) or marginals.units.get((WILD, term), {})
        share = sum(pooled.values()) or 1.0
        own = {u: seen.get((dataset, group, term, u), 0.0) for u in UNITS}
        known = sum(own.values())
        # Captive rows are few: what a group does not show itself is taken from all groups.
        mixed = known and stream == "wild"
        weights = np.array(
            [
                (own[u] + 30.0 * pooled.get(u, 0.0) / share if mixed else pooled.get(u, 0.0))
                * ((term, u) in valid or term in UNITS_UNKNOWN)
                for u in UNITS
            ]
        )
        if not weights.any():
            weights = np.array([float((term, u) in valid) for u in UNITS])
            weights[1:] *= not weights[0]
        weights[weights < weights.sum() * 0.001] = 0.0
        for unit, weight in zip(UNITS, whole(weights, total), strict=True):
            if weight:
                yield stream, group, term, unit, int(weight)


def purpose_rows(  # noqa: PLR0913, PLR0917  (tables of one fit)
    marginals: Marginals,
    reference: Path,
    used: Used,
    parts: dict[str, tuple[NDArray[np.int64], list[str], Table]],
    taxa: list[Taxon],
    first: dict[str, Table],
    total: int,
) -> Iterable[tuple[str, str, str, int, str, int]]:
    """Purposes by group and term, apart for Appendix I, where trade may not be commercial."""
    valid = {
        (r["term_code"], r["purpose_code"]) for r in read_rows(reference / "valid_term_purpose.csv")
    }
    for stream, source in (("wild", "W"), ("captive", "C")):
        index, terms, weights = parts[source]
        group = [taxa[i].group for i in index]
        keys = [(g, t) for s, g, t in used if s == stream]
        for g, term in keys:
            mask = np.array([a == g and b == term for a, b in zip(group, terms, strict=True)])
            in_one = float((weights * first[stream][index])[mask].sum())
            rest = float((weights * (1 - first[stream][index]))[mask].sum())
            shares = _purposes(marginals, DATASET[stream], g, term)
            cells = np.array([[shares.get(p, 0.0) * ((term, p) in valid) for p in PURPOSES]] * 2)
            if not cells.any():
                cells[:] = [float(p in {"S", "P", "T"}) for p in PURPOSES]
            cells[1, PURPOSES.index("T")] = 0.0
            if not cells[1].any():
                cells[1, PURPOSES.index("S")] = 1.0
            fitted = _fit(cells, rest, in_one)
            for flag in (0, 1):
                for purpose, weight in zip(PURPOSES, whole(fitted[flag], total), strict=True):
                    if weight:
                        yield stream, g, term, flag, purpose, int(weight)


def _purposes(marginals: Marginals, dataset: str, group: str, term: str) -> Shares:
    """Purposes of a group and term; terms with few rows share what is left of their group."""
    own = marginals.purposes.get((dataset, group, term))
    if own:
        return own
    left = dict(marginals.all_purposes[(dataset, group)])
    for (d, g, _), row in marginals.purposes.items():
        if (d, g) == (dataset, group):
            for purpose, rows in row.items():
                left[purpose] = left.get(purpose, 0.0) - rows
    left = {purpose: rows for purpose, rows in left.items() if rows > 0}
    return left or marginals.all_purposes[(dataset, group)]


def _fit(cells: Table, rest: float, in_one: float) -> Table:
    """Keep the purposes of the group while Appendix I holds no commercial trade."""
    if rest <= 0 or in_one <= 0:
        return cells
    target = cells[0] / cells[0].sum()
    row, column = np.nonzero(cells)
    seed = cells[row, column] * np.where(row == 1, in_one, rest)
    sizes = np.array([rest, in_one]) / (rest + in_one)
    fitted = rake(seed, [(column, target), (row, sizes)], rounds=100)
    out = np.zeros_like(cells)
    out[row, column] = fitted
    lost = out.sum(axis=1) <= 0
    out[lost] = cells[lost]
    return out


def reexport_rows(marginals: Marginals, used: Used) -> Iterable[tuple[str, str, str, int]]:
    """Share of re-exports by group and term (the two shares combined as odds ratios)."""
    for stream, group, term in used:
        data = DATASET[stream]
        odds = {
            k: v / (1 - v)
            for k, v in (
                (k, min(max(marginals.reexport.get((data, k), -1), -1), 0.98))
                for k in ("all", group, f"term:{term}")
            )
            if v >= 0
        }
        by_term = odds.get(f"term:{term}")
        by_group = odds.get(group, odds["all"])
        value = (
            by_group
            if by_term is None
            else (by_group * by_term) ** 0.5
            if term != "LIV"
            else by_group * 0.8
        )
        yield stream, group, term, round(65536 * value / (1 + value))


def quantity_rows(
    marginals: Marginals, reference: Path, used: Used
) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Quantiles for each stream, group, term and unit that can be drawn, and their origin."""
    known = {(r["dataset"], r["group"], r["term"], r["unit"]): r for r in marginals.quantities}
    head = ("stream", "group", "term", "unit", "from", *QUANTILES, *HEAPING)
    rows: list[tuple[object, ...]] = []
    for stream, group, term, unit, _ in unit_rows(marginals, reference, used, 1 << 12):
        data = DATASET[stream]
        best = known.get((data, group, term, unit)) or known.get((WILD, group, term, unit))
        label = "same group, term and unit"
        if best is None:
            label = "same term and unit, other group"
            same = [r for (d, _, t, u), r in known.items() if t == term and u == unit and d == data]
            same = same or [r for (_, _, t, u), r in known.items() if t == term and u == unit]
            if not same:
                label = "same group and unit, other term"
                same = [r for (_, g, _, u), r in known.items() if u == unit and g == group]
            if not same:
                label = "same unit"
                same = [r for (_, _, _, u), r in known.items() if u == unit]
            best = max(same, key=lambda r: float(r["n"]))
        rows.append(
            (
                stream,
                group,
                term,
                unit,
                label,
                *(best[q] for q in QUANTILES),
                *(best[h] for h in HEAPING),
            )
        )
    return head, rows


def mirror_rows(marginals: Marginals) -> Iterable[tuple[object, ...]]:
    """How exporter and importer report the same flow, by group (wild rows, 2001-2012)."""
    for row in marginals.discrepancy:
        if (
            row["dataset"] == WILD
            and not row["group"].startswith("term:")
            and row["group"] != "all"
        ):
            shares = [
                round(65536 * float(row[k]))
                for k in (
                    "importer_only",
                    "exporter_only",
                    "equal_when_both",
                    "importer_gt_exporter",
                )
            ]
            ratios = [
                round(1000 * float(row[f"ratio_q{q}"])) for q in ("05", "25", "50", "75", "95")
            ]
            yield (row["group"], *shares, *ratios)
