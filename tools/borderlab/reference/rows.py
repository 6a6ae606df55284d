"""The row types of the reference tables: one frozen dataclass per CSV file.

Field names are the column names of ``datasets/reference``; the schema of each table, with the
meaning of every column, is in ``datasets/reference/datapackage.json``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

CONFIDENCE = ("verified", "secondary", "general", "low")
"""The scale of the column ``confidence``, best first (see ``datasets/reference/README.md``)."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One sourced fact.

    Attributes:
        source: where the row was read, in words.
        confidence: one of `CONFIDENCE`.
        confidence_original: the mark that the facts files gave it, before it was put on one scale.
    """

    source: str
    confidence: str
    confidence_original: str

    @property
    def to_confirm(self) -> bool:
        """Whether a learner must see the "to be confirmed" mark beside this row."""
        return self.confidence != "verified"


@dataclass(frozen=True, slots=True, eq=False)
class Labelled(Row):
    """A row with a label in each language of the kit."""

    label_en: str
    label_fr: str
    label_es: str

    def label(self, language: str) -> str:
        """The label in ``en``, ``fr`` or ``es``."""
        return str(getattr(self, f"label_{language}"))


@dataclass(frozen=True, slots=True, eq=False)
class Taxon(Row):
    """A name that the kit knows: a listed taxon (``SP…``) or an unlisted look-alike (``NL…``)."""

    taxon_id: str
    scientific_name: str
    listed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Species(Row):
    """A listed taxon: taxonomy, names, current listing, what is traded and from where."""

    species_id: str
    scientific_name: str
    kingdom: str
    class_: str
    order: str
    family: str
    genus: str
    common_name_en: str
    common_name_fr: str
    common_name_es: str
    names_in_species_plus: tuple[str, ...]
    cites_appendix: str
    appendix_split: str
    annotation: str
    listing_in_force_since: dt.date | None
    year_first_listed: int | None
    appendix_2013: str
    appendix_in_trade_2023: str
    typical_terms: tuple[str, ...]
    typical_units: tuple[str, ...]
    typical_sources: tuple[str, ...]
    observed_terms_share: str
    observed_units_share: str
    observed_purposes_share: str
    observed_rows: int | None
    top_exporters_wild_2001_2015: str
    top_exporters_captive_2023: str
    range_iso2: tuple[str, ...]
    range_basis: str
    hs_headings: tuple[str, ...]
    quota_suspension_notes: str

    @property
    def taxon_id(self) -> str:
        """The id under which other tables name this taxon."""
        return self.species_id

    def common_name(self, language: str) -> str:
        """The common name in ``en``, ``fr`` or ``es``; the scientific name where there is none."""
        return str(getattr(self, f"common_name_{language}")) or self.scientific_name


@dataclass(frozen=True, slots=True, eq=False)
class NotListed(Row):
    """A taxon outside the Appendices that goods are confused with or declared as."""

    taxon_id: str
    name: str
    common_name_en: str
    common_name_fr: str
    common_name_es: str
    status: str
    not_listed_from: dt.date | None
    typical_terms: tuple[str, ...]
    hs_headings: tuple[str, ...]
    use_in_exercises: str

    @property
    def scientific_name(self) -> str:
        """The name, as a listed taxon has it."""
        return self.name

    def common_name(self, language: str) -> str:
        """The common name in ``en``, ``fr`` or ``es``."""
        return str(getattr(self, f"common_name_{language}")) or self.name


@dataclass(frozen=True, slots=True, eq=False)
class Name(Row):
    """A synonym (``language`` is ``la``) or a common name."""

    name: str
    language: str
    kind: str
    taxon_id: str


@dataclass(frozen=True, slots=True, eq=False)
class Form(Row):
    """A subspecies or form whose Appendix differs from, or decides, that of its species."""

    name: str
    species_id: str
    appendix: str
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Row):
    """One entry of the Appendices for a taxon: what came into effect, when, for whom.

    ``effect`` is ``in effect``, ``delayed`` (adopted, took effect later) or ``doubtful`` (kept for
    the record, not used by look-ups). Without ``effective_from``, the entry is only known to stand
    since ``seen_from``.
    """

    entry_id: str
    taxon_id: str
    scientific_name: str
    effective_from: dt.date | None
    effective_to: dt.date | None
    seen_from: dt.date | None
    appendix: str
    listing_party: str
    populations: tuple[str, ...]
    excluded: tuple[str, ...]
    partial_populations: tuple[str, ...]
    effect: str
    listed_rank: str
    listed_taxon: str
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class LookAlike(Row):
    """What specimens of a taxon are confused with; ``look_alike_id`` if the kit knows it."""

    taxon_id: str
    look_alike: str
    look_alike_id: str


@dataclass(frozen=True, slots=True, eq=False)
class StateName(Row):
    """Another name of a State, as offices write it: official, older or short."""

    name: str
    iso2: str


@dataclass(frozen=True, slots=True, eq=False)
class State(Row):
    """A Party, non-Party, territory, special area or reporting code, by ISO 3166 alpha-2 code."""

    iso2: str
    iso3: str
    kind: str
    name_en: str
    name_fr: str
    name_es: str
    name_cites_en: str
    party_mode: str
    date_of_joining: dt.date | None
    entry_into_force: dt.date | None
    cites_region: str
    responsible_state: str
    eu_member: bool
    note: str

    def name(self, language: str) -> str:
        """The name in ``en``, ``fr`` or ``es``."""
        return str(getattr(self, f"name_{language}"))
