"""Is this a document of the authority it names, complete and unaltered?"""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

from borderlab.documents.registry import line_rule, permit_rule
from borderlab.documents.view import (
    View,
    blank,
    counted,
    dated,
    given,
    never,
    no,
    no_date,
    no_number,
    yes,
)

MULTI_CROSSING = ("TRAVEL_EXHIB", "OWNERSHIP", "MUSICAL")
NO_FORM = ("PHYTO", "SCI_LABEL", "NONPARTY", "NONE")


@permit_rule("R001")
def required_item_missing(v: View) -> Any:
    """Items of the whole document; its type decides which apply. Box 14 is R146."""
    parties = blank(v.importer_name) | blank(v.importer_address)
    parties = parties | blank(v.exporter_name) | blank(v.exporter_address)
    parties = parties & ~v.any_of("doc_type", *MULTI_CROSSING)
    signed = blank(v.authority) | blank(v.number) | blank(v.signatory) | no(v.signature)
    dates = no_date(v.issue_date) | (
        no_date(v.valid_until) & ~v.any_of("doc_type", "PHYTO", "SCI_LABEL")
    )
    countries = blank(v.import_country) | blank(v.issuer)
    origin = v.any_of("doc_type", "ORIGIN") & no(v.origin_statement)
    return (parties | signed | dates | countries | origin) & ~v.any_of("doc_type", "NONE")


@line_rule("R001", "line")
def required_item_of_line_missing(v: View) -> Any:
    """Items of each line: name, description, Appendix, source, quantity."""
    goods = blank(v.taxon) | blank(v.term) | blank(v.appendix) | blank(v.source) | no_number(v.qty)
    return goods & ~v.any_of("doc_type", *NO_FORM)


@line_rule("R002")
def type_does_not_fit(v: View) -> Any:
    """An export permit for goods of another State, or an import permit of the wrong State."""
    known = given(v.issuer)
    foreign = given(v.origin) & (v.origin != v.issuer)
    export = v.any_of("doc_type", "EXPORT") & foreign
    entry = (
        v.any_of("doc_type", "IMPORT") & given(v.import_country) & (v.import_country != v.issuer)
    )
    return known & (export | entry)


@line_rule("R002", "own origin", "consult")
def reexport_of_own_goods(v: View) -> Any:
    """Goods may have left, come back and leave again: ask before refusing."""
    return v.reexport & given(v.origin) & (v.origin == v.issuer)


@permit_rule("R003")
def other_type_not_named(v: View) -> Any:
    return v.any_of("doc_type", "OTHER") & blank(v.type_text)


@permit_rule("R004")
def not_one_type(v: View) -> Any:
    return counted(v.ticks) & (v.ticks != 1)


@permit_rule("R005")
def number_missing(v: View) -> Any:
    return blank(v.number) & ~v.any_of("doc_type", "NONE")


@permit_rule("R006")
def title_missing(v: View) -> Any:
    return no(v.title) & ~v.any_of("doc_type", "NONPARTY", "PHYTO")


@permit_rule("R007")
def wrong_authority(v: View) -> Any:
    """Not in the directory, of another State, or not a Management Authority."""
    book = v.ref.directory
    if not book.known:
        return never()
    notified = book.is_management[v.authority] & (book.authority_state[v.authority] == v.issuer)
    exempt = v.any_of("doc_type", "NONPARTY", "PHYTO")
    return given(v.authority) & given(v.issuer) & ~notified & ~exempt


@permit_rule("R008")
def signatory_not_notified(v: View) -> Any:
    book = v.ref.directory
    if not book.known:
        return never()
    of_office = (book.signatory_authority[v.signatory] == v.authority) | ~given(v.authority)
    in_office = (book.signatory_from[v.signatory] <= v.issue_date) & (
        v.issue_date <= book.signatory_until[v.signatory]
    )
    known = v.signatory < len(book.signatories.values)
    exempt = v.any_of("doc_type", "NONPARTY", "PHYTO")
    return given(v.signatory) & dated(v.issue_date) & ~(known & of_office & in_office) & ~exempt


@permit_rule("R009")
def seal_missing(v: View) -> Any:
    return no(v.seal) & ~yes(v.e_signature_valid)


@permit_rule("R010")
def seal_differs(v: View) -> Any:
    return no(v.seal_matches)


@permit_rule("R011")
def security_stamp_missing(v: View) -> Any:
    return (v.ref.directory.uses_stamp[v.issuer] == 1) & no(v.stamp_affixed)


@permit_rule("R012")
def stamp_numbers_differ(v: View) -> Any:
    return given(v.stamp_no) & given(v.stamp_affixed_no) & (v.stamp_no != v.stamp_affixed_no)


@permit_rule("R013")
def stamp_not_cancelled(v: View) -> Any:
    """Where nobody says that there is a stamp, a Party without stamps has none to cancel."""
    none = (v.stamp_affixed != 1) & (v.ref.directory.uses_stamp[v.issuer] == 0)
    return (no(v.stamp_signed) | no(v.stamp_sealed)) & ~no(v.stamp_affixed) & ~none


@permit_rule("R015")
def applicant_signature_missing(v: View) -> Any:
    return no(v.applicant_signature) & v.any_of("doc_type", "EXPORT", "REEXPORT")


@permit_rule("R016")
def not_in_a_working_language(v: View) -> Any:
    other = v.language == len(v.ref.vocabulary("languages").values)
    return other & ~yes(v.translation)


@permit_rule("R017")
def copy_as_original(v: View) -> Any:
    """A copy may do in transit and where permits are electronic."""
    exempt = v.any_of("direction", "transit") | yes(v.electronic)
    return no(v.original) & ~yes(v.copy_endorsed) & ~exempt


@permit_rule("R018")
def annex_not_tied(v: View) -> Any:
    """An annex that the permit speaks of and that is not there is not tied to it either."""
    count = counted(v.pages_stated) & counted(v.annex_pages) & (v.pages_stated != v.annex_pages)
    return ((v.annex_pages > 0) & no(v.annex_linked)) | count


@permit_rule("R019")
def open_alteration(v: View) -> Any:
    return yes(v.open_alterations)


@permit_rule("R020")
def layout_differs(v: View) -> Any:
    return no(v.layout_matches)


@permit_rule("R024")
def replacement_without_cancellation(v: View) -> Any:
    return given(v.replaces) & no(v.replaced_cancelled)


@permit_rule("R025")
def holder_filled_other_boxes(v: View) -> Any:
    return yes(v.holder_overstep)


@permit_rule("R005", "pattern", "consult")
def number_pattern_new(v: View) -> Any:
    """New series appear without notice: ask."""
    return yes(v.number_odd)


@permit_rule("R021")
def number_on_alert(v: View) -> Any:
    return yes(v.number_alerted)
