"""Lawful goods of the invented world, from which clean permits are made."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.documents.adapter_world import HIGH_SEAS, NON_PARTY, UNKNOWN_ORIGIN, world_reference
from borderlab.documents.derived import II, III, I
from borderlab.documents.taxa import GROUPS
from borderlab.paths import datasets
from borderlab.reference.rows import Species

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST_DAY, LAST_DAY = 19730, 20620
"""Days (from 1970) between which clean permits are presented; an Appendix must hold throughout."""
_NOT_TRADED = {"LIV", "TRO", "CAV"}


@dataclass(frozen=True, slots=True)
class Lot:
    """Goods that a State can lawfully send: codes of taxon and State, term and unit in words."""

    taxon: int
    state: int
    term: str
    unit: str

    @property
    def name(self) -> str:
        """Accepted scientific name."""
        return world_reference().taxa.rows[self.taxon].scientific_name


def _touched() -> NDArray[np.bool_]:
    """Pairs of taxon and State under a suspension, reservation, duty or zero quota."""
    ref = world_reference()
    found: NDArray[np.bool_] = ref.suspensions.touched.copy()
    found |= ref.reservations.touched
    found |= ref.confirmations.touched
    for state in range(len(ref.states.values)):
        found[:, state] |= ref.reservations.touched.any(axis=1)
    found |= ref.domestic.touched.any(axis=1, keepdims=True)
    for row in ref.quotas.rows:
        if row.value == 0:
            found[list(row.taxa)] = True
    return found


@cache
def _steady(appendix: int) -> tuple[tuple[int, int], ...]:
    """Pairs of taxon and State whose population stays in one Appendix over the whole time."""
    ref, touched = world_reference(), _touched()
    n, states = ref.taxa.n, len(ref.states.values) - len((NON_PARTY, UNKNOWN_ORIGIN, HIGH_SEAS))
    taxa = np.repeat(np.arange(n), states)
    places = np.tile(np.arange(states), n)
    first = ref.listed(taxa, places, np.full(taxa.size, FIRST_DAY - 400))
    last = ref.listed(taxa, places, np.full(taxa.size, LAST_DAY))
    mid = ref.listed(taxa, places, np.full(taxa.size, 20000))
    fits = (first == appendix) & (last == appendix) & (mid == appendix) & ~touched[taxa, places]
    return tuple(zip(taxa[fits].tolist(), places[fits].tolist(), strict=True))


def _terms(taxon: int, purpose: str, wanted: tuple[str, ...] | None) -> list[tuple[str, str]]:
    """Terms and units that suit taxon and purpose by the tables of valid pairs."""
    ref = world_reference()
    row, codes = ref.taxa.rows[taxon], ref.codes
    if not isinstance(row, Species):
        return []
    found = []
    for term in wanted or row.typical_terms:
        at = codes.vocabularies["terms"].codes.get(term, -1)
        if at < 0 or codes.taxon_term[taxon, at] != 1 or codes.covered[taxon, at] == 0:
            continue
        if codes.term_purpose[at, codes.of("purposes", purpose)] != 1:
            continue
        for unit in dict.fromkeys((*row.typical_units, "NAR", "KGM")):
            place = codes.vocabularies["units"].code(unit)
            if codes.term_unit[at, place] == 1:
                found.append((term, unit))
                break
    return found


@cache
def lots(kind: str) -> tuple[Lot, ...]:
    """All lots of one kind (see `clean.KINDS`).

    Raises:
        KeyError: unknown kind.
    """
    ref = world_reference()
    taxa = ref.taxa
    want = _WANTED[kind]
    made = []
    for taxon, state in _steady(want.appendix):
        row = taxa.rows[taxon]
        if not isinstance(row, Species) or not want.fits(row):
            continue
        if want.native and ref.in_range[taxon, state] != 1:
            continue
        if want.foreign and ref.lists_iii[taxon, state]:
            continue
        if want.operation and (taxon, state) not in _operations():
            continue
        made += [Lot(taxon, state, *pair) for pair in _terms(taxon, want.purpose, want.terms)]
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Want:
    appendix: int
    purpose: str
    source: str
    terms: tuple[str, ...] | None = None
    native: bool = False
    foreign: bool = False
    operation: bool = False
    order: str = ""
    kingdom: str = ""

    def fits(self, row: Species) -> bool:
        """Whether the taxon itself is of the kind."""
        return (
            (not self.source or self.source in row.typical_sources)
            and (not self.order or row.order == self.order)
            and (not self.kingdom or row.kingdom == self.kingdom)
            and "spp." not in row.scientific_name
        )


@cache
def _operations() -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for number, (state, taxon, _) in (world_reference().notices.operations or {}).items():
        found.setdefault((taxon, state), number)
    return found


def operation(lot: Lot) -> str:
    """Number of the registered operation of a lot."""
    return _operations()[lot.taxon, lot.state]


_ANIMALS, _PLANTS = "Animalia", "Plantae"
_WANTED = {
    "wild": _Want(II, "T", "W", native=True),
    "bred": _Want(II, "T", "C", ("LIV",), kingdom=_ANIMALS),
    "grown": _Want(II, "T", "A", kingdom=_PLANTS),
    "registered": _Want(I, "T", "", ("LIV",), operation=True),
    "zoo": _Want(I, "Z", "C", ("LIV",), kingdom=_ANIMALS),
    "scientific": _Want(I, "S", "W", ("SPE", "HAI"), native=True, kingdom=_ANIMALS),
    "reexport": _Want(II, "T", "W", native=True),
    "skins": _Want(II, "T", "W", ("SKI",), native=True, order="Crocodylia"),
    "caviar": _Want(II, "T", "", ("CAV",), native=True, order="Acipenseriformes"),
    "trophy": _Want(II, "H", "W", ("TRO", "SKU"), native=True, kingdom=_ANIMALS),
    "old": _Want(
        II,
        "P",
        "W",
        ("CAR", "SPE", "IVC", "BOD", "TRO", "GAR", "LPS", "LPL", "SKI", "FEA"),
        native=True,
    ),
    "third": _Want(III, "T", "W", native=True, foreign=True),
    "phyto": _Want(II, "T", "A", ("LIV",), kingdom=_PLANTS),
    "exhibition": _Want(II, "Q", "C", ("LIV",), kingdom=_ANIMALS),
    "transit": _Want(II, "T", "W", native=True),
    "instrument": _Want(II, "P", "W", ("CAR", "WPR", "LPS"), native=True),
    "sea": _Want(II, "T", "W", native=True),
}


@cache
def tariff() -> dict[tuple[str, str], str]:
    """Term and group (or "" for any) -> HS line of the invented world."""
    with (datasets("world") / "goods_profile.csv").open(encoding="utf-8", newline="") as file:
        return {(row["term"], row["group"]): row["hs6"] for row in csv.DictReader(file)}


def hs6(lot: Lot) -> str | None:
    """Tariff line of a lot, if the table of goods has one."""
    group = GROUPS[int(world_reference().taxa.group[lot.taxon])]
    return tariff().get((lot.term, group)) or tariff().get((lot.term, ""))
