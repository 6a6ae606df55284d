# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Write `datasets/world/calibration`: whole-number tables the generator draws from.

Fitting needs floating-point sums that may differ in the last bit between machines; the tables
are therefore stored, and the generator uses integers only.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from coursekit.data.details import (
    mirror_rows,
    purpose_rows,
    quantity_rows,
    reexport_rows,
    unit_rows,
)
from coursekit.data.flows import fit_origins, origin_table, partner_table, rank_target
from coursekit.data.goods import APPENDICES, SPECS, Goods, appendix_shares, integer_goods
from coursekit.data.law import FIRST_DAY, appendix
from coursekit.data.marginals import CAPTIVE, WILD, Marginals
from coursekit.data.raking import Table, whole
from coursekit.data.tables import read_rows, write_csv
from coursekit.data.universe import load_universe, occurs

STREAM = {source: ("captive" if data == CAPTIVE else "wild") for source, (data, _) in SPECS.items()}
_ROUNDS = 6  # taxa, origins and Appendix depend on each other
_FINE = 1 << 12  # weights of one conditional row add up to this


def calibrate(reference: Path, world: Path) -> None:
    """Fit and write all calibration tables."""
    marginals = Marginals(reference / "marginals")
    taxa = load_universe(reference)
    states = read_rows(world / "states.csv")
    codes = [state["code"] for state in states]
    goods = Goods(reference, marginals, taxa)
    mix = {
        row["source"]: float(row["share_per_10000"]) for row in read_rows(world / "source_mix.csv")
    }
    out = world / "calibration"
    reexport = {WILD: 0.4557, CAPTIVE: 0.4402}
    lower = {
        (row["taxon"], row["state"])
        for row in read_rows(world / "populations.csv")
        if appendix(row["taxon"], FIRST_DAY, row["state"]) == "II"
    }
    parts = {}
    origins: dict[str, Table] = {}
    first: dict[str, Table] = {}
    for dataset, stream, sources in ((WILD, "wild", "WAROIX"), (CAPTIVE, "captive", "CFD")):
        prior = origin_table(taxa, states, captive=stream == "captive", lower=lower)
        export = _export_target(marginals, dataset, stream, states, reexport[dataset])
        direct = np.maximum(export - reexport[dataset] * _hubs(states), 0.02 * export)
        fitted = fit_origins(prior, goods.taxon_rows(dataset), direct / direct.sum())
        correction = np.ones(3)
        for _ in range(_ROUNDS):
            shares = appendix_shares(taxa, fitted, codes)
            for source in sources:
                parts[source] = goods.table(source, shares, correction)
            index, _, cells = parts[sources[0]]
            weight = np.maximum(np.bincount(index, cells, len(taxa)), 1e-7)
            fitted = fit_origins(prior, weight, direct / direct.sum())
            made = (weight[:, None] * appendix_shares(taxa, fitted, codes)).sum(axis=0)
            wanted = np.array([marginals.appendix[(dataset, "all")][a] for a in APPENDICES])
            correction *= wanted / wanted.sum() / (made / made.sum())
        origins[stream] = fitted
        first[stream] = appendix_shares(taxa, fitted, codes)[:, 0]
        _write_partners(out, stream, states, marginals, dataset, export)
    rows = integer_goods({source: parts[source] for source in mix}, mix)
    names = [taxon.name for taxon in taxa]
    write_csv(
        out / "goods.csv",
        ("source", "taxon", "term", "weight"),
        ((s, names[i], t, w) for s, i, t, w in rows),
    )
    write_csv(
        out / "taxa.csv",
        ("taxon", "kingdom", "class", "group", "zones", "range"),
        (
            (
                t.name,
                t.kingdom,
                t.taxon_class,
                t.group,
                ";".join(sorted(t.zones)),
                ";".join(
                    s["code"]
                    for s in states
                    if occurs(t, s["cites_region"], frozenset(s["zones"].split(";")))
                ),
            )
            for t in taxa
        ),
    )
    write_csv(
        out / "origins.csv",
        ("stream", "taxon", "state", "weight"),
        _origin_rows(origins, names, codes),
    )
    used = sorted({(STREAM[s], taxa[i].group, term) for s, i, term, _ in rows})
    write_csv(
        out / "units.csv",
        ("stream", "group", "term", "unit", "weight"),
        unit_rows(marginals, reference, used, _FINE),
    )
    write_csv(
        out / "purposes.csv",
        ("stream", "group", "term", "appendix_1", "purpose", "weight"),
        purpose_rows(marginals, reference, used, parts, taxa, first, _FINE),
    )
    write_csv(
        out / "reexport.csv",
        ("stream", "group", "term", "per_65536"),
        reexport_rows(marginals, used),
    )
    write_csv(out / "quantities.csv", *quantity_rows(marginals, reference, used))
    write_csv(
        out / "mirror.csv",
        (
            "group",
            "importer_only",
            "exporter_only",
            "equal",
            "above",
            "ratio_q05",
            "ratio_q25",
            "ratio_q50",
            "ratio_q75",
            "ratio_q95",
        ),
        mirror_rows(marginals),
    )


def _hubs(states: list[dict[str, str]]) -> Table:
    """Shares of the hubs in all re-exports."""
    weight = np.array([float(state["weight_hub"]) for state in states])
    return np.asarray(weight / weight.sum())


def _export_target(
    marginals: Marginals, dataset: str, stream: str, states: list[dict[str, str]], share: float
) -> Table:
    """Share of each State in all exports and re-exports: real shares by rank."""
    own = np.array([float(state[f"weight_{stream}"]) for state in states])
    weight = (1 - share) * own / own.sum() + share * _hubs(states)
    return rank_target(marginals, dataset, "exporter", weight)


def _origin_rows(
    origins: dict[str, Table], names: list[str], codes: list[str]
) -> Iterable[tuple[str, str, str, int]]:
    for stream, table in origins.items():
        for name, row in zip(names, table, strict=True):
            keep = np.where(row * _FINE >= 0.5, row, 0.0)
            for code, weight in zip(codes, whole(keep, _FINE), strict=True):
                if weight:
                    yield stream, name, code, int(weight)


def _write_partners(  # noqa: PLR0913, PLR0917  (tables of one fit)
    out: Path,
    stream: str,
    states: list[dict[str, str]],
    marginals: Marginals,
    dataset: str,
    export: Table,
) -> None:
    """Importers for each exporter, and the hubs that re-export."""
    imports = np.array([float(s["weight_import"]) for s in states])
    table = partner_table(states, export, rank_target(marginals, dataset, "importer", imports))
    codes = [state["code"] for state in states]
    write_csv(
        out / f"partners_{stream}.csv",
        ("exporter", "importer", "weight"),
        (
            (codes[i], codes[j], int(w))
            for i, row in enumerate(table)
            for j, w in enumerate(whole(row, _FINE))
            if w
        ),
    )
    hubs = zip(codes, whole(_hubs(states), _FINE).tolist(), strict=True)
    write_csv(out / f"hubs_{stream}.csv", ("state", "weight"), hubs)
