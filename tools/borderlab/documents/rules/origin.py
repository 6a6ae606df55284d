"""The chain of origin: re-exports, earlier permits, suspensions and non-Parties on the way."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

from borderlab.documents.registry import line_rule, permit_rule
from borderlab.documents.rules.documents_needed import _outside
from borderlab.documents.rules.identity import MULTI_CROSSING
from borderlab.documents.view import View, blank, dated, given, no_date, yes


@line_rule("R120")
def origin_data_missing(v: View) -> Any:
    """A justification in box 5 excuses an empty box 12."""
    empty = blank(v.origin) | blank(v.origin_permit_no) | no_date(v.origin_permit_date)
    return v.reexport & empty & blank(v.special_conditions)


@line_rule("R121")
def origin_permit_later(v: View) -> Any:
    both = dated(v.origin_permit_date) & dated(v.issue_date)
    return v.reexport & both & (v.origin_permit_date > v.issue_date)


@line_rule("R122")
def origin_permit_expired(v: View) -> Any:
    both = dated(v.origin_valid_until) & dated(v.first_import_date)
    return v.reexport & both & (v.first_import_date > v.origin_valid_until)


@line_rule("R123")
def last_reexport_missing(v: View) -> Any:
    """Box 12a is rightly empty on a first re-export, and box 5 may say why it is otherwise."""
    empty = blank(v.last_reexport) | blank(v.last_reexport_no) | no_date(v.last_reexport_date)
    return v.reexport & yes(v.second_reexport) & empty & ~given(v.special_conditions)


@line_rule("R125")
def origin_unknown_for_wild(v: View) -> Any:
    """Old stocks and pre-Convention goods may have no known origin."""
    wild = (v.has["W"][v.source] | v.has["R"][v.source]) & ~v.has["O"][v.source]
    return wild & v.any_of("origin", "XX")


@line_rule("R126")
def suspended_at_origin(v: View) -> Any:
    """Goods exported before the suspension stay lawful: the day of the first export counts."""
    day = v.first_export
    at = v.ref.suspensions.match(v.accepted, v.origin, v.source, v.purpose, v.term, day)
    return v.reexport & given(v.origin) & (at >= 0)


@line_rule("R127")
def laundering_hop(v: View) -> Any:
    """The exporter or last re-exporter is a non-Party or reserves, and is no range State."""
    found = None
    for state in (v.issuer, v.last_reexport):
        reserves = (
            v.ref.reservations.match(v.accepted, state, v.source, v.purpose, v.term, v.issue_date)
            >= 0
        )
        hop = (_outside(v, state) | reserves) & (v.ref.in_range[v.accepted, state] == 0)
        hop = hop & given(state)
        found = hop if found is None else found | hop
    return found


@permit_rule("R128")
def exporter_is_importer(v: View) -> Any:
    """Introduction from the sea is no trade between States; shows, pets and samples come home."""
    same = given(v.issuer) & (v.issuer == v.import_country) & (v.issuer < len(v.ref.states.values))
    other = v.any_of("doc_type", "IMPORT", "IFS", "NONE", "SAMPLE_COLL", *MULTI_CROSSING)
    return same & ~other & ~v.any_of("direction", "sea")


@line_rule("R129")
def origin_repeated(v: View) -> Any:
    """Very common on genuine permits: never a defect."""
    return v.any_of("doc_type", "EXPORT") & given(v.origin) & (v.origin == v.issuer)


@permit_rule("R130")
def other_destination(v: View) -> Any:
    """The goods go on to another State than box 3a says."""
    return given(v.destination) & given(v.import_country) & (v.destination != v.import_country)
