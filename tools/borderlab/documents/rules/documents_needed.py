"""Which document the trade needs, and whether the one presented is that document."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

from borderlab.documents.derived import II, III, I, derived
from borderlab.documents.kinds import NOT_RECORDED
from borderlab.documents.registry import line_rule, permit_rule
from borderlab.documents.rules.identity import MULTI_CROSSING
from borderlab.documents.view import View, blank, dated, given, no, yes

ARTICLE_VII = ("CAPTIVE_BRED", "ART_PROP", "PRE_CONVENTION", "TRAVEL_EXHIB", "MUSICAL",
               "OWNERSHIP", "SCI_LABEL", "SAMPLE_COLL", "PHYTO")  # fmt: skip
CROSSES = ("import", "export", "re-export")


def _reserved(v: View) -> Any:
    """Whether the importing or issuing State holds a reservation on the taxon."""
    day = v.event_date
    for state in (v.import_country, v.issuer):
        found = v.ref.reservations.match(v.accepted, state, v.source, v.purpose, v.term, day) >= 0
        yield found


def _any_reservation(v: View) -> Any:
    first, second = _reserved(v)
    return first | second


@derived
def as_appendix_two(v: View) -> Any:
    """D counts as Appendix II, and pre-Convention specimens are outside: no import permit."""
    return v.has["D"][v.source] | v.has["O"][v.source]


@derived
def no_import_permit(v: View) -> Any:
    """Whether Appendix I comes in without the import permit that it needs.

    Article VII certificates need none; a permit for another taxon is none for this one; and where
    the paper is the import permit itself, there is one. A source that nobody recorded may be D.
    """
    exempt = v.as_appendix_two | v.any_of("doc_type", "IMPORT", *ARTICLE_VII)
    exempt = exempt | (v.source == NOT_RECORDED)
    other = (
        (v.import_taxon >= 0)
        & (v.accepted >= 0)
        & (v.ref.taxa.accepted[v.import_taxon] != v.accepted)
    )
    return v.imports & (v.app == I) & (no(v.import_permit) | other) & ~exempt & ~_any_reservation(v)


@line_rule("R050")
def import_permit_missing(v: View) -> Any:
    return v.no_import_permit


@line_rule("R051")
def export_without_import_permit(v: View) -> Any:
    exempt = v.as_appendix_two | (v.source == NOT_RECORDED)
    leaving = v.any_of("direction", "export") & v.any_of("doc_type", "EXPORT")
    return leaving & (v.app == I) & no(v.import_permit) & ~exempt


def _crosses(v: View) -> Any:
    """Goods pass the border; so they do where no direction was recorded."""
    return v.any_of("direction", *CROSSES) | (v.direction == NOT_RECORDED)


def _no_document(v: View) -> Any:
    return v.any_of("doc_type", "NONE") & _crosses(v)


@line_rule("R052")
def appendix_two_without_document(v: View) -> Any:
    """Claims of personal effects are R172."""
    return _no_document(v) & (v.app == II)


@line_rule("R053")
def listing_state_without_permit(v: View) -> Any:
    """A certificate of origin with an empty box 12 is about the population of its issuer."""
    wrong = v.any_of("doc_type", "NONE", "ORIGIN") & _crosses(v)
    lists = given(v.population) & v.ref.lists_iii[v.accepted, v.population]
    return wrong & (v.app == III) & lists & ~_any_reservation(v)


@line_rule("R054")
def certificate_of_origin_missing(v: View) -> Any:
    """An export permit or re-export certificate says more and is accepted."""
    lists = v.ref.lists_iii[v.accepted, v.origin]
    return _no_document(v) & (v.app == III) & given(v.origin) & ~lists


@line_rule("R055")
def certificate_of_origin_misused(v: View) -> Any:
    return v.any_of("doc_type", "ORIGIN") & ((v.app == I) | (v.app == II))


@line_rule("R056")
def exemption_for_wrong_source(v: View) -> Any:
    bred = v.any_of("doc_type", "CAPTIVE_BRED") & ~v.has["C"][v.source]
    grown = v.any_of("doc_type", "ART_PROP") & ~v.has["A"][v.source]
    old = v.any_of("doc_type", "PRE_CONVENTION") & ~v.has["O"][v.source]
    return given(v.source) & (bred | grown | old)


@line_rule("R057")
def phytosanitary_out_of_scope(v: View) -> Any:
    """Appendix I is left out but for hybrids; the issuing Party must be on the list."""
    source = given(v.source) & ~v.has["A"][v.source]
    first = (v.app == I) & ~yes(v.hybrid_declared)
    phyto = v.ref.notices.phyto
    not_listed = given(v.issuer) & ~phyto[v.issuer] if phyto is not None else source
    return v.any_of("doc_type", "PHYTO") & (
        source | first | not_listed | no(v.propagation_statement)
    )


@line_rule("R058")
def introduction_certificate_misused(v: View) -> Any:
    """Freshwater and land taxa and Appendix III are outside; fish of both waters are left out."""
    source = given(v.source) & ~v.has["X"][v.source]
    place = (v.ref.taxa.marine[v.accepted] == 0) | (v.app == III)
    return v.any_of("doc_type", "IFS") & (source | place)


@line_rule("R059")
def exhibition_not_eligible(v: View) -> Any:
    """Whether D qualifies is unclear, so it does not fail."""
    has = v.has
    fits = has["O"][v.source] | has["C"][v.source] | has["A"][v.source] | has["D"][v.source]
    return v.any_of("doc_type", "TRAVEL_EXHIB") & given(v.source) & ~fits


@line_rule("R060")
def instrument_misused(v: View) -> Any:
    old = v.has["O"][v.source]
    bad = v.any_of("purpose", "T") | ((v.app == I) & given(v.source) & ~old)
    return v.any_of("doc_type", "MUSICAL") & bad


@permit_rule("R061")
def sample_without_carnet(v: View) -> Any:
    return v.any_of("doc_type", "SAMPLE_COLL") & blank(v.ata_carnet)


@permit_rule("R062")
def holder_changed(v: View) -> Any:
    """The registered agent of a travelling show may travel in place of the holder."""
    differs = given(v.traveller) & given(v.exporter_name) & (v.traveller != v.exporter_name)
    return v.any_of("doc_type", *MULTI_CROSSING) & differs & ~yes(v.traveller_agent)


def _outside(v: View, state: Any) -> Any:
    """Whether a State is not a Party on the day of issue (of presentation if that is missing)."""
    known = (state >= 0) & (state < len(v.ref.states.values))
    return known & dated(v.issue_date) & (v.ref.party_since[state] > v.issue_date)


@line_rule("R063")
def not_comparable(v: View) -> Any:
    """A document of a non-Party, or a re-export through one, without the certifications.

    Appendix III knows no finding of non-detriment.
    """
    foreign = (
        v.any_of("doc_type", "NONPARTY") | _outside(v, v.issuer) | _outside(v, v.last_reexport)
    )
    detriment = no(v.non_detriment) & (v.app != III)
    return foreign & (detriment | no(v.legal_acquisition))


@permit_rule("R065")
def holder_mismatch(v: View) -> Any:
    """Compared with the invoice; agents on transport documents are lawful."""
    sender = (
        given(v.exporter_name) & given(v.invoice_exporter) & (v.exporter_name != v.invoice_exporter)
    )
    receiver = (
        given(v.importer_name) & given(v.invoice_importer) & (v.importer_name != v.invoice_importer)
    )
    return (sender | receiver) & ~yes(v.agent_authorised)


@line_rule("R066")
def import_permit_of_another_shipment(v: View) -> Any:
    """A smaller shipment is a part of the permitted quantity; a larger one is not."""
    codes, taxa = v.ref.codes, v.ref.taxa
    known = (v.import_taxon >= 0) & (v.accepted >= 0)
    taxon = known & (taxa.accepted[v.import_taxon] != v.accepted)
    term = given(v.import_term) & given(v.term) & (v.import_term != v.term)
    same = codes.unit_base[v.import_unit] == codes.unit_base[v.unit]
    more = v.qty * codes.unit_factor[v.unit] > v.import_qty * codes.unit_factor[v.import_unit]
    holder = given(v.import_holder) & given(v.importer_name) & (v.import_holder != v.importer_name)
    return yes(v.import_permit) & (taxon | term | (same & more & (v.import_qty >= 0)) | holder)
