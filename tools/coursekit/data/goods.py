# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Calibration of what is traded: the joint weight of source, taxon and term."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from coursekit.data.law import COP20, FIRST_DAY
from coursekit.data.law import appendix as appendix_on
from coursekit.data.marginals import CAPTIVE, WILD, Marginals, Shares
from coursekit.data.raking import Table, rake, whole
from coursekit.data.tables import read_rows
from coursekit.data.universe import GROUPS, Taxon

if TYPE_CHECKING:
    from numpy.typing import NDArray

APPENDICES = ("I", "II", "III")
TOTAL = 1 << 20  # the weights of the whole table add up to this, so a draw is one look-up
_NEVER = frozenset({"UNS", "OTH", "COS(2013)"})
_WORKED = frozenset(
    [
        "IVC",
        "IVP",
        "CAR",
        "TUS",
        "TEE",
        "GAR",
        "LPS",
        "LPL",
        "SKI",
        "SKP",
        "BON",
        "HAI",
        "FEA",
        "BOD",
        "TIM",
        "SAW",
        "SPE",
        "KEY",
        "JWL",
        "TRO",
        "SHE",
        "CAP",
        "BOC",
        "HOC",
        "WPR",
    ]
)
_FARMED = frozenset(["LIV", "BOD", "SKI", "LPS", "EGL", "MEA", "CAV", "SPE", "SKP"])
_BRED = frozenset(
    [
        "Psittaciformes",
        "Falconiformes",
        "Crocodylia",
        "Testudines",
        "Testudinata",
        "Osteoglossiformes",
    ]
) | {"Acinonyx jubatus"}
_RANCHED = frozenset(["LIV", "SKI", "LPS", "MEA", "SKP", "EGL"])
_SEA = frozenset(["FIN", "MEA", "BOD", "SKI", "SPE", "TEE", "OIL", "DFN", "FFN"])


def _anything(_taxon: Taxon, _term: str) -> bool:
    return True


def _animal(taxon: Taxon, _term: str) -> bool:
    return taxon.kingdom == "Animalia"


def _plant(taxon: Taxon, _term: str) -> bool:
    return taxon.kingdom == "Plantae"


# Source -> (data set, which taxa, which terms). Sources without own data borrow a data set.
Filter = Callable[[Taxon, str], bool]
SPECS: dict[str, tuple[str, Filter]] = {
    "W": (WILD, _anything),
    "C": (CAPTIVE, _animal),
    "A": (WILD, _plant),
    "F": (CAPTIVE, lambda t, c: t.kingdom == "Animalia" and c in _FARMED),
    "R": (WILD, lambda t, c: t.group == "reptiles" and c in _RANCHED),
    "D": (CAPTIVE, lambda t, c: (t.order in _BRED or t.name in _BRED) and c in _FARMED),
    "O": (
        WILD,
        lambda t, c: t.group in {"mammals", "reptiles", "birds", "timber"} and c in _WORKED,
    ),
    "I": (WILD, _anything),
    "X": (
        WILD,
        lambda t, c: t.taxon_class == "Elasmobranchii" and "ocean" in t.zones and c in _SEA,
    ),
}


class Goods:
    """Weights of (source, taxon, term) that meet the marginals of the calibration data."""

    def __init__(self, reference: Path, marginals: Marginals, taxa: list[Taxon]) -> None:
        self.marginals, self.taxa = marginals, taxa
        self._folded = {
            row["code"]: row["replaced_by"].split(" ")[0]
            for row in read_rows(reference / "terms.csv")
            if row["status"].startswith("legacy") and row["replaced_by"]
        }
        self._known = {
            row["code"]
            for row in read_rows(reference / "terms.csv")
            if row["status"].startswith("current")
        }
        self._units = {row["term_code"] for row in read_rows(reference / "valid_term_unit.csv")}
        self._valid: set[tuple[str, str, str]] = {
            (row["taxon_rank"], row["taxon_name"], row["term_code"])
            for row in read_rows(reference / "valid_taxon_term.csv")
        }

    def term_shares(self, dataset: str, group: str) -> Shares:
        """Rows by current term; legacy codes are folded into the codes that replaced them."""
        found: Shares = {}
        for term, rows in self.marginals.terms.get((dataset, group), {}).items():
            code = self._folded.get(term, term)
            if code in self._known and code not in _NEVER and code in self._units:
                found[code] = found.get(code, 0.0) + rows
        return found

    def allowed(self, taxon: Taxon, term: str) -> bool:
        """Whether the taxon-term pair is among the valid pairs or was seen in real trade."""
        ranks = (
            ("family", taxon.family),
            ("order", taxon.order),
            ("class", taxon.taxon_class),
            ("kingdom", taxon.kingdom),
            ("species", taxon.name),
        )
        listed = any((rank, name, term) in self._valid for rank, name in ranks)
        return listed or any(term == code for code, rows in taxon.terms if rows >= 1)

    def taxon_rows(self, dataset: str) -> Table:
        """Real rows of each taxon, with a small floor so that each one occurs."""
        shares = self.marginals.taxa[(dataset,)]
        listed = [sum(shares.get(n, 0.0) for n in (t.name, *t.synonyms)) for t in self.taxa]
        if dataset == WILD:
            floor = [max(min(0.6 * taxon.rows, 60.0), 0.5) for taxon in self.taxa]
        else:  # bred in captivity only where the trade of 2023 shows it
            floor = [1.0 * taxon.captive for taxon in self.taxa]
        return np.maximum(listed, floor)

    def table(
        self, source: str, appendix: Table, correction: Table
    ) -> tuple[NDArray[np.int64], list[str], Table]:
        """Cells of one source: taxon index, term and weight (adding up to 1)."""
        dataset, wanted = SPECS[source]
        shares = {group: self.term_shares(dataset, group) for group in GROUPS}
        rows = self.taxon_rows(dataset)
        cells: list[tuple[int, str, float]] = []
        for i, taxon in enumerate(self.taxa):
            if appendix_on(taxon.name, FIRST_DAY, "") == "N":
                continue
            if source == "D" and appendix[i, 0] < 0.999:
                continue
            own = dict(taxon.terms)
            group = shares[taxon.group] or {"LIV": 1.0}
            total_own, total = sum(own.values()) or 1.0, sum(group.values())
            for term, weight in group.items():
                if rows[i] > 0 and wanted(taxon, term) and self.allowed(taxon, term):
                    mix = 0.85 * own.get(term, 0.0) / total_own + 0.15 * weight / total
                    cells.append((i, term, rows[i] * mix))
        index = np.array([cell[0] for cell in cells])
        terms = [cell[1] for cell in cells]
        seed = np.array([cell[2] for cell in cells])
        return index, terms, rake(seed, self._margins(source, index, terms, appendix, correction))

    def _margins(
        self,
        source: str,
        index: NDArray[np.int64],
        terms: list[str],
        appendix: Table,
        correction: Table,
    ) -> list[tuple[NDArray[np.int64], Table]]:
        """Targets: order, taxon within order, term within group, group (last, so met exactly)."""
        dataset = SPECS[source][0]
        group = np.array([GROUPS.index(self.taxa[i].group) for i in index])
        group_target = np.array(
            [self.marginals.levels[(dataset, "group")].get(g, 0.0) for g in GROUPS]
        )
        if source in {"A", "F", "R", "O", "X", "D"}:
            group_target = np.maximum(group_target, 1.0)
        codes = sorted(set(terms))
        pair = np.array(
            [g * len(codes) + codes.index(c) for g, c in zip(group, terms, strict=True)]
        )
        pair_target = np.zeros(len(GROUPS) * len(codes))
        for g, name in enumerate(GROUPS):
            terms_here = self.term_shares(dataset, name)
            whole_group = sum(terms_here.values()) or 1.0
            for c, code in enumerate(codes):
                share = terms_here.get(code, 0.0) / whole_group
                pair_target[g * len(codes) + c] = group_target[g] * share
        orders = sorted({taxon.order for taxon in self.taxa})
        order = np.array([orders.index(self.taxa[i].order) for i in index])
        shares = self.marginals.levels[(dataset, "order")]
        alias = {"Testudinata": 0.0}
        order_target = np.array([shares.get(name, alias.get(name, 5.0)) for name in orders])
        margins = [(order, order_target)]
        if source in {"W", "C"}:
            strictest = appendix.argmax(axis=1)
            target = np.array([self.marginals.appendix[(dataset, "all")][a] for a in APPENDICES])
            margins.append((strictest[index], target * correction))
        return [*margins, (pair, pair_target), (group, group_target)]


def appendix_shares(taxa: list[Taxon], origins: Table, states: list[str]) -> Table:
    """Share of I, II, III by taxon over its origins and the generator's window."""
    late = 0.13  # share of the window after the amendments of CoP20 entered into force
    out = np.zeros((len(taxa), 3))
    for i, taxon in enumerate(taxa):
        for j, state in enumerate(states):
            if origins[i, j] <= 0:
                continue
            for day, share in ((FIRST_DAY, 1 - late), (COP20, late)):
                code = appendix_on(taxon.name, day, state)
                if code in APPENDICES:
                    out[i, APPENDICES.index(code)] += share * origins[i, j]
    return out


def integer_goods(
    parts: dict[str, tuple[NDArray[np.int64], list[str], Table]], mix: dict[str, float]
) -> list[tuple[str, int, str, int]]:
    """All sources in one table whose integer weights add up to `TOTAL`."""
    cells = [
        (source, int(i), term, float(w) * mix[source])
        for source, (index, terms, weights) in parts.items()
        for i, term, w in zip(index, terms, weights, strict=True)
        if w * mix[source] * TOTAL > 0.25 * sum(mix.values())
    ]
    weights = whole(np.array([cell[3] for cell in cells]), TOTAL)
    return [(s, i, term, int(w)) for (s, i, term, _), w in zip(cells, weights, strict=True)]
