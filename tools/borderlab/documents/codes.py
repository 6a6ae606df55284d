"""Vocabularies and valid pairs that do not depend on whose world a permit belongs to."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from borderlab import reference
from borderlab.documents.taxa import GROUPS, Taxa, lineage, taxa
from borderlab.documents.vocabulary import Vocabulary
from borderlab.paths import datasets
from borderlab.reference.rows import Species
from borderlab.reference.text import plain

if TYPE_CHECKING:
    from numpy.typing import NDArray

APPENDICES = ("I", "II", "III", "N")
DIRECTIONS = ("import", "export", "re-export", "transit", "sea", "personal")
STATUSES = ("valid", "cancelled", "used", "replaced", "expired", "not found")
LANGUAGES = ("en", "fr", "es")
OTHER_DOCUMENTS = ("OTHER", "NONE")
LIVE_TERMS = ("LIV",)
_ALL_BUT_LISTED = ("#1", "#2", "#4", "#14", "#15")
_RAW = ("LIV", "LOG", "SAW", "VEN", "CHP", "ROO", "BAR")


class Chapters(Vocabulary):
    """Chapters of the Harmonized System, from a code of six digits."""

    def code(self, value: str | None) -> int:
        """The code of the chapter of an HS code."""
        return super().code(value[:2] if value else value)

    def encode(self, values: Iterable[str | None]) -> NDArray[np.int16]:
        """Chapter codes of many HS codes."""
        return np.array([self.code(value) for value in values], dtype=np.int16)


@dataclass(frozen=True, eq=False)
class Codes:
    """Look-up tables by code; pairs are 1 valid, 0 not valid, -1 not known.

    Attributes:
        vocabularies: name -> vocabulary.
        has: source letter -> table by source code, whether the letter is one of its one or two.
        source_ok: by source code, one letter, or two of which one is O or I.
        term_unit, term_purpose: by term and unit or purpose code.
        taxon_term: by accepted taxon and term.
        covered: by accepted taxon and term, whether the annotation covers the goods; -1 not known.
        unit_base, unit_factor: dimension code and factor to its base unit, by unit code.
        package: by unit code, whether it is a package word.
        max_months: by document type; 0 where nothing is fixed.
        mass: typical kg of one piece by group and term; NaN where not known (teaching values).
        price: typical value of one kg by group and term (teaching values).
        counted: by unit code, whether it counts pieces.
    """

    vocabularies: dict[str, Vocabulary]
    has: dict[str, NDArray[np.bool_]]
    source_ok: NDArray[np.bool_]
    term_unit: NDArray[np.int8]
    term_purpose: NDArray[np.int8]
    taxon_term: NDArray[np.int8]
    covered: NDArray[np.int8]
    unit_base: NDArray[np.int8]
    unit_factor: NDArray[np.float64]
    package: NDArray[np.bool_]
    counted: NDArray[np.bool_]
    max_months: NDArray[np.int16]
    mass: NDArray[np.float64]
    price: NDArray[np.float64]

    def of(self, vocabulary: str, value: str) -> int:
        """The code of a value that is known to be in a vocabulary."""
        return self.vocabularies[vocabulary].codes[value]

    def where(self, vocabulary: str, *values: str) -> NDArray[np.bool_]:
        """A look-up table that is true for these values."""
        return self.vocabularies[vocabulary].where(*values)


def _vocabularies() -> dict[str, Vocabulary]:
    letters = tuple(reference.sources())
    units = tuple(reference.units())
    aliases = {row.alias: row.code for row in reference.table("unit_aliases")}
    aliases.update({alias.upper(): code for alias, code in list(aliases.items())})
    aliases[""] = reference.unit_code("")
    return {
        "doc_types": Vocabulary((*reference.document_types(), *OTHER_DOCUMENTS)),
        "directions": Vocabulary(DIRECTIONS),
        "appendices": Vocabulary(APPENDICES, {"1": "I", "2": "II", "3": "III"}),
        "purposes": Vocabulary(tuple(reference.purposes())),
        "sources": Vocabulary((*letters, *(a + b for a, b in permutations(letters, 2)))),
        "terms": Vocabulary(tuple(reference.terms())),
        "units": Vocabulary(units, aliases),
        "languages": Vocabulary(LANGUAGES),
        "statuses": Vocabulary(STATUSES),
        "hs6": Chapters(tuple(f"{n:02d}" for n in range(100))),
    }


def _pairs(first: Vocabulary, second: Vocabulary, rows: list[tuple[str, str]]) -> NDArray[np.int8]:
    table = np.full((len(first.values) + 3, len(second.values) + 3), -1, dtype=np.int8)
    for known in {a for a, _ in rows if a in first.codes}:
        table[first.codes[known], : len(second.values)] = 0
    for a, b in rows:
        if a in first.codes and b in second.codes:
            table[first.codes[a], second.codes[b]] = 1
    return table


def _taxon_terms(known: Taxa, terms: Vocabulary) -> NDArray[np.int8]:
    """Whether a taxon can be traded as a term, from the pairs of 2013.

    The pairs of the nearest and all higher ranks count, phylum included; a term under which the
    taxon is seen in trade is possible whatever the pairs say.
    """
    allowed: dict[str, set[str]] = {}
    for row in reference.table("valid_taxon_term"):
        allowed.setdefault(plain(row.taxon_name), set()).add(row.term_code)
    dated = sorted(set().union(*allowed.values()) & set(terms.values))
    table = np.full((known.n + 3, len(terms.values) + 3), -1, dtype=np.int8)
    for at, row in enumerate(known.rows):
        fits = set().union(*(allowed.get(name, ()) for name in lineage(row)))
        if isinstance(row, Species) and fits:
            table[at, [terms.codes[t] for t in dated]] = 0
            seen = (*fits, *row.typical_terms)
            table[at, [terms.codes[t] for t in seen if t in terms.codes]] = 1
    return table


def _covered(known: Taxa, terms: Vocabulary) -> NDArray[np.int8]:
    """Whether the annotation covers goods, where that is plain.

    Annotations that name the covered goods decide; of those that list what is excluded, none
    excludes live plants and raw goods.
    """
    table = np.full((known.n + 3, len(terms.values) + 3), -1, dtype=np.int8)
    for at, name in enumerate(known.annotation):
        if not name:
            continue
        terms_of = [t for t in reference.annotation(name).covered_terms if t in terms.codes]
        if name in _ALL_BUT_LISTED:
            table[at, [terms.codes[t] for t in _RAW if t in terms.codes]] = 1
        elif terms_of:
            table[at, : len(terms.values)] = 0
            table[at, [terms.codes[t] for t in terms_of]] = 1
            table[at, terms.codes["LIV"]] = -1
    return table


def _goods(terms: Vocabulary) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    mass = np.full((len(GROUPS) + 1, len(terms.values) + 3), np.nan)
    price = mass.copy()
    with (datasets("world") / "goods_profile.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in sorted(rows, key=lambda row: row["group"] != ""):
        groups = [GROUPS.index(row["group"])] if row["group"] else list(range(len(GROUPS)))
        if row["term"] in terms.codes:
            mass[groups, terms.codes[row["term"]]] = float(row["grams_per_piece"]) / 1000
            price[groups, terms.codes[row["term"]]] = float(row["price_per_kg"]) / 100
    return mass, price


@cache
def codes() -> Codes:
    """The tables of the kit, prepared once."""
    v = _vocabularies()
    units, terms, sources = v["units"], v["terms"], v["sources"]
    letters = tuple(reference.sources())
    rows = list(reference.units().values())
    bases = sorted({row.base_unit for row in rows if row.base_unit})
    months = [
        reference.validity(t).max_months or 0 if t in _with_validity() else 0
        for t in v["doc_types"].values
    ]
    mass, price = _goods(terms)
    return Codes(
        vocabularies=v,
        has={
            x: np.array([*(x in s for s in sources.values), False, False, False]) for x in letters
        },
        source_ok=np.array(
            [
                *(len(s) == 1 or bool(set(s) & {"O", "I"}) for s in sources.values),
                False,
                False,
                False,
            ]
        ),
        term_unit=_pairs(
            terms, units, [(r.term_code, r.unit_code) for r in reference.table("valid_term_unit")]
        ),
        term_purpose=_pairs(
            terms,
            v["purposes"],
            [(r.term_code, r.purpose_code) for r in reference.table("valid_term_purpose")],
        ),
        taxon_term=_taxon_terms(taxa(), terms),
        covered=_covered(taxa(), terms),
        unit_base=np.array(
            [*(bases.index(r.base_unit) if r.base_unit else -1 for r in rows), -1, -1, -1],
            dtype=np.int8,
        ),
        unit_factor=np.array([*(r.factor_to_base or np.nan for r in rows), np.nan, np.nan, np.nan]),
        package=np.array([*(r.dimension == "package" for r in rows), False, False, False]),
        counted=np.array([*(r.dimension == "count" for r in rows), False, False, False]),
        max_months=np.array([*months, 0, 0, 0], dtype=np.int16),
        mass=mass,
        price=price,
    )


@cache
def _with_validity() -> frozenset[str]:
    return frozenset(row.doc_type for row in reference.table("validity"))
