"""How close a generated world is to the marginals of real trade, beside the drift of real years."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.world.calibration import calibration
from borderlab.world.codes import APPENDICES, PURPOSES, SOURCES, UNITS
from borderlab.world.tables import World
from coursekit.data.marginals import CAPTIVE, WILD, Marginals
from coursekit.data.tables import read_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

Counts = Mapping[Any, float]
TOLERANCE = 1.5  # times the drift between calibration and held-out years
# Which rows are compared with which part of the real data: the wild rows hold W, U and blank.
STREAMS = {WILD: ("W", "U", ""), CAPTIVE: ("C",)}


@dataclass(frozen=True)
class Distance:
    """Distance of one marginal, its drift in real data, and whether it is within the tolerance."""

    dataset: str
    marginal: str
    value: float
    drift: float
    classes: int

    @property
    def within(self) -> bool:
        """At most 1.5 times the drift."""
        return self.value <= TOLERANCE * self.drift


def total_variation(a: Counts, b: Counts) -> float:
    """Half the sum of the absolute differences of shares: 0 (equal) to 1 (disjoint)."""
    total_a, total_b = sum(a.values()), sum(b.values())
    return 0.5 * sum(abs(a.get(k, 0) / total_a - b.get(k, 0) / total_b) for k in set(a) | set(b))


def count(*columns: NDArray[np.generic] | list[str]) -> dict[Hashable, float]:
    """Rows of each combination of values; a single column gives plain keys."""
    arrays = [np.asarray(column) for column in columns]
    codes = [np.unique(array, return_inverse=True) for array in arrays]
    flat = np.zeros(arrays[0].size, dtype=np.int64)
    for names, index in codes:
        flat = flat * names.size + index
    found, number = np.unique(flat, return_counts=True)
    keys = []
    for value in found.tolist():
        key, left = [], value
        for names, _ in reversed(codes):
            left, rest = divmod(left, names.size)
            key.append(names[rest].item())
        keys.append(key[0] if len(key) == 1 else tuple(reversed(key)))
    return dict(zip(keys, number.astype(float).tolist(), strict=True))


def ranked(counts: Counts, top: int) -> dict[Hashable, float]:
    """Shares by rank: only the shape of a country marginal is compared."""
    return dict(enumerate(sorted(counts.values(), reverse=True)[:top]))


class Comparison:
    """Declared columns of a world, as words, and the real marginals."""

    def __init__(self, world: World, reference: Path) -> None:
        self.world = world
        self.real = Marginals(reference / "marginals")
        table, s = calibration(), world.shipments
        species = {row["scientific_name"]: row for row in read_rows(reference / "species.csv")}
        taxa = np.array(table.taxa)
        self.columns: dict[str, NDArray[np.str_]] = {
            "taxon": taxa[s["taxon"]],
            "group": np.array(table.groups)[table.group_of][s["taxon"]],
            "class": np.array([species[name]["class"] for name in table.taxa])[s["taxon"]],
            "order": np.array([species[name]["order"] for name in table.taxa])[s["taxon"]],
            "appendix": np.array(APPENDICES)[s["appendix"]],
            "term": np.array(table.terms)[s["term"]],
            "unit": np.array(UNITS)[s["unit"]],
            "purpose": np.array([code or "(blank)" for code in PURPOSES])[s["purpose"]],
            "source": np.array([code or "(blank)" for code in SOURCES])[s["source"]],
        }

    def rows(self, dataset: str) -> NDArray[np.bool_]:
        """Shipments that stand for this part of the real data."""
        wanted = [code or "(blank)" for code in STREAMS[dataset]]
        return np.isin(self.columns["source"], wanted)

    def pairs(self, dataset: str) -> dict[str, tuple[Counts, Counts]]:
        """Marginal -> (generated, real) counts."""
        keep = self.rows(dataset)
        c = {name: column[keep] for name, column in self.columns.items()}
        s = self.world.shipments
        real = self.real
        known = set(calibration().taxa)
        taxa = {k: v for k, v in real.taxa[(dataset,)].items() if k in known}
        purposes: dict[tuple[str, str], float] = {}
        kinds = set()
        for (d, g, t), row in real.purposes.items():
            if d == dataset:
                kinds.add((g, t))
                for p, v in row.items():
                    purposes[(t, p)] = purposes.get((t, p), 0.0) + v
        with_purpose = np.array(
            [pair in kinds for pair in zip(c["group"].tolist(), c["term"].tolist(), strict=True)]
        )
        units = {
            (t, u): v for (d, t), row in real.units.items() if d == dataset for u, v in row.items()
        }
        by_unit: dict[Hashable, float] = {}
        for (_, u), v in units.items():
            by_unit[u] = by_unit.get(u, 0.0) + v
        group_term = {
            (g, t): v
            for (d, g), row in real.terms.items()
            if d == dataset and g != "all"
            for t, v in row.items()
        }
        roles = {role: real.countries[(dataset, "all", role)] for role in ("importer", "exporter")}
        n_states = 24
        corridor = count(s["exporter"][keep], s["dest"][keep])
        return {
            "appendix": (count(c["appendix"]), real.appendix[(dataset, "all")]),
            "taxon group": (count(c["group"]), real.levels[(dataset, "group")]),
            "class": (
                count([v or "plants" for v in c["class"].tolist()]),
                _plants(real.levels.get((dataset, "class"), {})),
            ),
            "order": (count(c["order"]), real.levels[(dataset, "order")]),
            "term": (count(c["term"]), real.terms[(dataset, "all")]),
            "unit": (count(c["unit"]), by_unit),
            "purpose": (count(c["purpose"]), real.all_purposes[(dataset, "all")]),
            "source": (count(c["source"]), self._sources(dataset)),
            "importer": (
                ranked(count(s["dest"][keep]), n_states),
                ranked(roles["importer"], n_states),
            ),
            "exporter": (
                ranked(count(s["exporter"][keep]), n_states),
                ranked(roles["exporter"], n_states),
            ),
            "taxon": (count(c["taxon"]), taxa),
            "corridor": (ranked(corridor, 100), ranked(self._corridors(dataset), 100)),
            "term x purpose": (
                count(c["term"][with_purpose], c["purpose"][with_purpose]),
                purposes,
            ),
            "group x term": (count(c["group"], c["term"]), group_term),
            "term x unit": (count(c["term"], c["unit"]), units),
        }

    def _sources(self, dataset: str) -> Counts:
        rows = read_rows(self.real.folder / "shares_source.csv")
        return {
            r["source"]: float(r["rows"])
            for r in rows
            if r["dataset"] == dataset and r["group"] == "all"
        }

    def _corridors(self, dataset: str) -> Counts:
        rows = read_rows(self.real.folder / "corridors_top.csv")
        return {
            (r["exporter"], r["importer"]): float(r["rows"])
            for r in rows
            if r["dataset"] == dataset and r["group"] == "all"
        }

    def distances(self) -> list[Distance]:
        """All marginals of both parts of the real data."""
        out = []
        for dataset in STREAMS:
            for name, (made, real) in self.pairs(dataset).items():
                drift = self.real.drift[(dataset, name)]
                out.append(Distance(dataset, name, total_variation(made, real), drift, len(real)))
        return out


def _plants(classes: Counts) -> Counts:
    """CITES data give plants no class: an empty or missing name stands for them."""
    return {("plants" if k == "(plants/blank)" else k): v for k, v in classes.items()}
