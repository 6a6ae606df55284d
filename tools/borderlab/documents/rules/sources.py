"""The source code: what it means for the Appendix, the kingdom, the purpose and box 12b."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

from borderlab.documents.derived import ANIMAL, III, NOT_LISTED, PLANT, I
from borderlab.documents.registry import line_rule
from borderlab.documents.view import View, blank, dated, given, no, no_date, yes

DAYS_A_YEAR = 365.25


@line_rule("R091")
def source_not_valid(v: View) -> Any:
    """Two letters are valid where one is O or I; papers off the standard form have no such box."""
    missing = blank(v.source) & ~v.any_of("doc_type", "PHYTO", "SCI_LABEL", "NONE")
    return missing | (given(v.source) & ~v.ref.codes.source_ok[v.source])


def _article_three(v: View) -> Any:
    """W, X, F or R without O: the sources to which Article III applies in full."""
    has = v.has
    wild = has["W"][v.source] | has["X"][v.source] | has["F"][v.source] | has["R"][v.source]
    return wild & ~has["O"][v.source] & ~has["I"][v.source]


def _reserving(v: View) -> Any:
    match, codes = v.ref.reservations.match, (v.source, v.purpose, v.term, v.issue_date)
    return (match(v.accepted, v.issuer, *codes) >= 0) | (
        match(v.accepted, v.import_country, *codes) >= 0
    )


@line_rule("R092")
def wild_appendix_one_for_commerce(v: View) -> Any:
    traded = v.any_of("doc_type", "EXPORT", "REEXPORT") & v.any_of("purpose", "T")
    return traded & (v.app == I) & _article_three(v) & ~_reserving(v)


@line_rule("R093")
def commercial_import_of_appendix_one(v: View) -> Any:
    excepted = v.has["D"][v.source] | v.has["O"][v.source]
    entry = v.any_of("doc_type", "IMPORT") & v.any_of("purpose", "T")
    return entry & (v.app == I) & given(v.source) & ~excepted


def _named_operation(v: View) -> Any:
    """Whether box 12b names an operation that the register knows for this State and taxon.

    Where no register is at hand, a number that stands there may be right.
    """
    return yes(v.operation_registered) | (given(v.operation_no) & ~no(v.operation_registered))


@line_rule("R094")
def d_outside_appendix_one(v: View) -> Any:
    """With a registered operation, the issuer may have written II for "treated as II"."""
    other = given(v.appendix) & (v.appendix != I) & (v.appendix < NOT_LISTED)
    return v.has["D"][v.source] & other & ~_named_operation(v)


@line_rule("R094", "registered operation", "consult")
def d_with_registered_operation(v: View) -> Any:
    other = given(v.appendix) & (v.appendix != I) & (v.appendix < NOT_LISTED)
    return v.has["D"][v.source] & other & _named_operation(v)


@line_rule("R095")
def operation_not_registered(v: View) -> Any:
    animal = v.has["D"][v.source] & (v.kingdom == ANIMAL)
    return animal & (blank(v.operation_no) | no(v.operation_registered))


@line_rule("R096")
def nursery_number_missing(v: View) -> Any:
    """The definition of D does not make registration a condition for plants."""
    return v.has["D"][v.source] & (v.kingdom == PLANT) & blank(v.operation_no)


@line_rule("R097")
def wrong_kingdom(v: View) -> Any:
    has = v.has
    animal = (v.kingdom == ANIMAL) & (has["A"][v.source] | has["Y"][v.source])
    plant = (v.kingdom == PLANT) & (has["C"][v.source] | has["R"][v.source] | has["F"][v.source])
    return animal | plant


@line_rule("R098")
def bred_appendix_one_for_commerce(v: View) -> Any:
    bred = v.has["C"][v.source] & ~v.has["O"][v.source]
    return bred & (v.app == I) & v.any_of("purpose", "T")


@line_rule("R099")
def born_in_captivity_without_import_permit(v: View) -> Any:
    """A permit that names another taxon counts as none."""
    return v.has["F"][v.source] & v.no_import_permit


@line_rule("R100")
def breeding_implausible(v: View) -> Any:
    """More than the operation can breed, or many live animals of a taxon not known to be bred."""
    has = v.has
    bred = has["C"][v.source] | has["D"][v.source] | has["F"][v.source]
    unknown = (v.ref.taxa.bred[v.accepted] == 0) & v.live & v.many_bred
    return bred & (v.above_capacity | unknown)


@line_rule("R101")
def ranching_not_known(v: View) -> Any:
    return v.has["R"][v.source] & (v.ref.taxa.ranched[v.accepted] == 0)


@line_rule("R102")
def not_from_the_sea(v: View) -> Any:
    """Fish that live in both waters are not decided."""
    return v.has["X"][v.source] & (v.ref.taxa.marine[v.accepted] == 0)


@line_rule("R103")
def sea_and_appendix_three(v: View) -> Any:
    return v.has["X"][v.source] & (v.app == III)


@line_rule("R104")
def pre_convention_without_date(v: View) -> Any:
    return v.has["O"][v.source] & no_date(v.acquisition_date)


@line_rule("R105")
def acquired_after_first_listing(v: View) -> Any:
    """The first listing in ANY Appendix counts, not the one in Appendix I."""
    first = v.ref.taxa.first_listed[v.accepted]
    both = dated(first) & dated(v.acquisition_date)
    return v.has["O"][v.source] & both & (v.acquisition_date >= first)


@line_rule("R106")
def too_old_to_live(v: View) -> Any:
    """Parrots, tortoises and trees live long."""
    years = (v.event_date - v.acquisition_date) / DAYS_A_YEAR
    both = dated(v.acquisition_date) & dated(v.event_date)
    return v.has["O"][v.source] & v.live & both & (years > v.ref.taxa.longevity[v.accepted])


@line_rule("R107")
def confiscated_for_commerce(v: View) -> Any:
    return v.has["I"][v.source] & v.any_of("purpose", "T") & (v.app == I)


@line_rule("R108")
def unknown_source_not_justified(v: View) -> Any:
    return v.has["U"][v.source] & blank(v.special_conditions)
