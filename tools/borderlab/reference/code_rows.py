"""Row types of the code tables: terms, units, purposes, sources."""

from __future__ import annotations

from dataclasses import dataclass

from borderlab.reference.rows import Labelled, Row


@dataclass(frozen=True, slots=True, eq=False)
class Term(Labelled):
    """A trade term (description of specimens), such as ``LIV`` or ``SKI``."""

    code: str
    sapi_en: str
    sapi_fr: str
    sapi_es: str
    kingdom: str
    status: str
    replaced_by: str
    preferred_unit: str
    alternative_unit: str
    explanation_en: str
    rows_wild_2001_2015: int | None
    rows_2018_2023: int | None
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class Unit(Labelled):
    """A unit of quantity. ``factor_to_base`` times a quantity gives it in ``base_unit``."""

    code: str
    code_2013: str
    symbol: str
    dimension: str
    factor_to_base: float | None
    base_unit: str
    status: str
    rows_wild_2001_2015: int | None
    rows_2018_2023: int | None
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class UnitAlias(Row):
    """Another code or symbol for a unit: ``KIL`` for ``KGM``."""

    alias: str
    code: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Purpose(Labelled):
    """A purpose-of-transaction code (box 5a)."""

    code: str
    meaning_en: str
    typical_terms: str
    not_credible_with: str
    rows_wild_2001_2015: int | None
    rows_captive_2023: int | None
    rows_eafrica_2018_2021: int | None


@dataclass(frozen=True, slots=True, eq=False)
class SourceCode(Labelled):
    """A source code (box 10): ``W`` wild, ``C`` bred in captivity and so on."""

    code: str
    definition_en: str
    animals: bool
    plants: bool
    appendix_allowed: str
    combines_with: str
    extra_field_required: str
    treaty_basis: str
    examiner_traps: str
    rows_eafrica_2018_2021: int | None
