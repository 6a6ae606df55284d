"""The whole-number tables the generator draws from (`datasets/world/calibration`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from borderlab.paths import datasets
from borderlab.world.clock import COP20_DAY, FIRST_DAY, day_number
from borderlab.world.codes import APPENDICES, PURPOSES, SOURCES, STREAM_OF, STREAMS, UNITS
from borderlab.world.listing import appendix
from borderlab.world.places import atlas, read_table
from borderlab.world.quantiles import Quantities, quantities
from borderlab.world.wheels import Wheel, slots

if TYPE_CHECKING:
    from numpy.typing import NDArray

Row = dict[str, str]
GOODS_BITS = 20


@dataclass(frozen=True)
class Calibration:
    """Everything the steps look up. Arrays are indexed by the codes in `borderlab.world.codes`.

    Attributes:
        taxa: scientific names; taxon codes are places in this tuple.
        cell_*: source, taxon, term and kind of each cell of the joint table of goods.
        goods: 2**20 slots that name a cell.
        kinds: (stream, group, term) of each kind of goods.
        appendix: code of the Appendix by taxon, State and period (before and after CoP20).
        native: whether a taxon occurs in a State.
    """

    taxa: tuple[str, ...]
    taxon_rows: tuple[Row, ...]
    groups: tuple[str, ...]
    terms: tuple[str, ...]
    group_of: NDArray[np.int64]
    plant: NDArray[np.bool_]
    cell_source: NDArray[np.int64]
    cell_taxon: NDArray[np.int64]
    cell_term: NDArray[np.int64]
    cell_kind: NDArray[np.int64]
    cell_weight: NDArray[np.int64]
    kinds: tuple[tuple[str, str, str], ...]
    origin: Wheel
    partner: Wheel
    hub: Wheel
    unit: Wheel
    purpose: Wheel
    reexport: NDArray[np.int64]
    quantity: Quantities
    appendix: NDArray[np.int64]
    native: NDArray[np.bool_]
    registered: NDArray[np.bool_]

    def goods(self, weights: NDArray[np.int64]) -> NDArray[np.int16]:
        """Slots of the cells for (possibly changed) weights."""
        return slots(weights, 1 << GOODS_BITS).astype(np.int16)


@cache
def calibration() -> Calibration:
    """The tables of the kit, read once (about 0.2 s)."""
    folder = datasets("world") / "calibration"
    taxon_rows = tuple(read_table(folder / "taxa.csv"))
    taxa = tuple(row["taxon"] for row in taxon_rows)
    groups = tuple(sorted({row["group"] for row in taxon_rows}))
    goods = read_table(folder / "goods.csv")
    terms = tuple(sorted({row["term"] for row in goods}))
    place = {name: i for i, name in enumerate(taxa)}
    reexport = read_table(folder / "reexport.csv")
    kinds = tuple((row["stream"], row["group"], row["term"]) for row in reexport)
    kind_of = {kind: i for i, kind in enumerate(kinds)}
    kind = [
        kind_of[(STREAM_OF[row["source"]], taxon_rows[place[row["taxon"]]]["group"], row["term"])]
        for row in goods
    ]
    return Calibration(
        taxa=taxa,
        taxon_rows=taxon_rows,
        groups=groups,
        terms=terms,
        group_of=np.array([groups.index(row["group"]) for row in taxon_rows]),
        plant=np.array([row["kingdom"] == "Plantae" for row in taxon_rows]),
        cell_source=np.array([SOURCES.index(row["source"]) for row in goods]),
        cell_taxon=np.array([place[row["taxon"]] for row in goods]),
        cell_term=np.array([terms.index(row["term"]) for row in goods]),
        cell_kind=np.array(kind),
        cell_weight=np.array([int(row["weight"]) for row in goods]),
        kinds=kinds,
        origin=_origins(folder, place),
        partner=_partners(folder),
        hub=_hubs(folder),
        unit=_units(folder, kind_of),
        purpose=_purposes(folder, kind_of),
        reexport=np.array([int(row["per_65536"]) for row in reexport]),
        quantity=quantities(folder / "quantities.csv", kind_of),
        appendix=_appendix(taxa),
        native=_native(taxon_rows),
        registered=_registered(place),
    )


def _origins(folder: Path, place: dict[str, int]) -> Wheel:
    codes = atlas().codes
    n = len(place)
    weights = np.zeros(((len(STREAMS) + 1) * n, len(codes)), dtype=np.int64)
    for row in read_table(folder / "origins.csv"):
        condition = STREAMS.index(row["stream"]) * n + place[row["taxon"]]
        weights[condition, codes.index(row["state"])] = int(row["weight"])
    # The last part is for registered operations: the captive origins that have one.
    captive = weights[n * STREAMS.index("captive") :][:n]
    weights[n * len(STREAMS) :] = np.where(_registered(place), np.maximum(captive, 1), 0)
    made = Wheel(len(weights))
    for i, line in enumerate(weights):
        if line.any():
            made.fill(i, line)
    return made


def _partners(folder: Path) -> Wheel:
    codes = atlas().codes
    made = Wheel(len(STREAMS) * len(codes))
    for s, stream in enumerate(STREAMS):
        weights = np.zeros((len(codes), len(codes)), dtype=np.int64)
        for row in read_table(folder / f"partners_{stream}.csv"):
            weights[codes.index(row["exporter"]), codes.index(row["importer"])] = int(row["weight"])
        for i, line in enumerate(weights):
            made.fill(s * len(codes) + i, line)
    return made


def _hubs(folder: Path) -> Wheel:
    made = Wheel(len(STREAMS))
    for s, stream in enumerate(STREAMS):
        made.fill(s, [int(row["weight"]) for row in read_table(folder / f"hubs_{stream}.csv")])
    return made


def _units(folder: Path, kind_of: dict[tuple[str, str, str], int]) -> Wheel:
    weights = np.zeros((len(kind_of), len(UNITS)), dtype=np.int64)
    for row in read_table(folder / "units.csv"):
        kind = kind_of[(row["stream"], row["group"], row["term"])]
        weights[kind, UNITS.index(row["unit"])] = int(row["weight"])
    return _filled(weights)


def _purposes(folder: Path, kind_of: dict[tuple[str, str, str], int]) -> Wheel:
    weights = np.zeros((2 * len(kind_of), len(PURPOSES)), dtype=np.int64)
    for row in read_table(folder / "purposes.csv"):
        kind = kind_of[(row["stream"], row["group"], row["term"])]
        weights[2 * kind + int(row["appendix_1"]), PURPOSES.index(row["purpose"])] = int(
            row["weight"]
        )
    return _filled(weights)


def _filled(weights: NDArray[np.int64]) -> Wheel:
    made = Wheel(len(weights))
    for i, line in enumerate(weights):
        made.fill(i, line)
    return made


def _appendix(taxa: tuple[str, ...]) -> NDArray[np.int64]:
    days = (day_number(FIRST_DAY), COP20_DAY)
    table = np.zeros((len(taxa), len(atlas().codes), len(days)), dtype=np.int64)
    for t, taxon in enumerate(taxa):
        for s, state in enumerate(atlas().codes):
            for d, day in enumerate((FIRST_DAY, "2026-03-05")):
                table[t, s, d] = APPENDICES.index(appendix(taxon, day, state))
    return table


def _native(rows: tuple[Row, ...]) -> NDArray[np.bool_]:
    codes = atlas().codes
    return np.array([[code in row["range"].split(";") for code in codes] for row in rows])


def _registered(place: dict[str, int]) -> NDArray[np.bool_]:
    codes = atlas().codes
    table = np.zeros((len(place), len(codes)), dtype=np.bool_)
    for row in atlas().tables["operations"]:
        table[place[row["taxon"]], codes.index(row["state"])] = True
    return table
