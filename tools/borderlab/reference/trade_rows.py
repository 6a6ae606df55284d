"""Row types of the tables on goods and measures: terms, units, customs codes, quotas."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from borderlab.reference.rows import Row


@dataclass(frozen=True, slots=True, eq=False)
class TermUnit(Row):
    """A term and a unit that go together; ``unit_code_2013`` is the code of the source."""

    term_code: str
    unit_code: str
    unit_code_2013: str


@dataclass(frozen=True, slots=True, eq=False)
class TermPurpose(Row):
    """A term and a purpose that go together."""

    term_code: str
    purpose_code: str


@dataclass(frozen=True, slots=True, eq=False)
class TaxonTerm(Row):
    """A taxon, mostly above species rank, and a term that it can be traded as."""

    taxon_rank: str
    taxon_name: str
    term_code: str


@dataclass(frozen=True, slots=True, eq=False)
class TermMapping(Row):
    """How the trade database turns an old term into a current one."""

    mapping_id: str
    legacy_term: str
    condition: str
    current_term: str
    quantity_factor: float | None


@dataclass(frozen=True, slots=True, eq=False)
class TimberDensity(Row):
    """Kilograms per cubic metre, to turn weights of timber into volumes."""

    taxon: str
    term_codes: tuple[str, ...]
    kg_per_m3: float | None


@dataclass(frozen=True, slots=True, eq=False)
class HsLine(Row):
    """A six-digit customs code and what of CITES interest travels under it."""

    hs6: str
    description_en: str
    typical_taxa: str
    typical_terms: str
    line_type: str
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class Quota(Row):
    """A quota set by the Conference of the Parties or by an annotation (specimens per year).

    Empty ``party``, ``term_codes``, ``source_codes`` or ``purpose_codes`` mean all of them.
    """

    quota_id: str
    basis: str
    taxon: str
    rank: str
    party: str
    quota: int | None
    unit_code: str
    term_codes: tuple[str, ...]
    source_codes: tuple[str, ...]
    purpose_codes: tuple[str, ...]
    start_date: dt.date | None
    end_date: dt.date | None
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class Reservation(Row):
    """A reservation that a Party keeps on a listing."""

    reservation_id: str
    taxon: str
    rank: str
    party: str
    start_date: dt.date | None
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class Suspension(Row):
    """A recommendation to suspend trade, or a national measure, as its source date had it."""

    suspension_id: str
    party: str
    taxon: str
    taxon_as_given: str
    source_codes: tuple[str, ...]
    purpose_codes: tuple[str, ...]
    scope_en: str
    term_codes: tuple[str, ...]
    valid_from: dt.date | None
    valid_to: dt.date | None
    kind: str
    basis: str
    notification: str
    note: str
