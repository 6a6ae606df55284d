"""Row types of the tables on documents and law."""

from __future__ import annotations

from dataclasses import dataclass

from borderlab.reference.rows import Labelled, Row


@dataclass(frozen=True, slots=True, eq=False)
class Annotation(Row):
    """What a # annotation covers, put into term codes. Not the legal text."""

    annotation: str
    applies_mainly_to: str
    covered_terms: tuple[str, ...]
    covered_en: str
    not_covered_en: str
    meaning_en: str


@dataclass(frozen=True, slots=True, eq=False)
class DocumentType(Labelled):
    """A kind of CITES document and what it is for."""

    doc_type: str
    form_tick: str
    used_for: str
    import_permit_also_needed: str
    legal_basis: str


@dataclass(frozen=True, slots=True, eq=False)
class DocumentCase(Row):
    """One case of the document matrix: which documents a movement needs, in which order."""

    case_id: str
    appendix: str
    movement: str
    circumstance: str
    documents_required: str
    document_order: str
    key_findings: str
    purpose_limit: str
    legal_basis: str


@dataclass(frozen=True, slots=True, eq=False)
class PermitBox(Row):
    """A box of the standard form."""

    box: str
    heading_en: str
    heading_fr: str
    heading_es: str
    content: str
    mandatory: str
    max_or_type: str
    epermit_mapping: str
    examiner_check: str

    def heading(self, language: str) -> str:
        """The heading in ``en``, ``fr`` or ``es``."""
        return str(getattr(self, f"heading_{language}"))


@dataclass(frozen=True, slots=True, eq=False)
class RequiredItem(Row):
    """An item that Annex 1 of Resolution Conf. 12.3 asks for. Ids are the kit's own."""

    item_id: str
    item_en: str
    applies_to: str
    form_box: str
    data_field: str
    missing_severity: str
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class Validity(Row):
    """How long a kind of document is valid; ``max_months`` is None where nothing is fixed."""

    doc_type: str
    max_months: int | None
    max_validity_en: str
    rule_en: str
    extension_en: str


@dataclass(frozen=True, slots=True, eq=False)
class GlossaryTerm(Row):
    """One concept with its official or usual term in each language."""

    term_id: str
    en: str
    fr: str
    es: str
    category: str
    note: str

    def term(self, language: str) -> str:
        """The term in ``en``, ``fr`` or ``es``."""
        return str(getattr(self, language))


@dataclass(frozen=True, slots=True, eq=False)
class MarkCode(Row):
    """A three-letter species code of caviar labels or crocodilian tags."""

    code: str
    taxon: str


@dataclass(frozen=True, slots=True, eq=False)
class Provision(Row):
    """A paragraph of law, put in plain words. Not the legal text.

    ``statement_fr`` and ``statement_es`` are the kit's own translations.
    """

    provision_id: str
    instrument: str
    paragraph: str
    statement_en: str
    statement_fr: str
    statement_es: str
    facts: str

    def statement(self, language: str) -> str:
        """The statement in ``en``, ``fr`` or ``es``."""
        return str(getattr(self, f"statement_{language}"))


@dataclass(frozen=True, slots=True, eq=False)
class Conflict(Row):
    """A point on which two sources disagree, and what the kit does about it."""

    conflict_id: str
    table: str
    key: str
    field: str
    value_used: str
    source_used: str
    other_value: str
    other_source: str
    decision: str
