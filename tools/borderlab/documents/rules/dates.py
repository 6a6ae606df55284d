"""Dates: validity in calendar months, order of events, retrospective issue."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

from borderlab.documents import calendar
from borderlab.documents.derived import I, derived
from borderlab.documents.registry import line_rule, permit_rule
from borderlab.documents.view import View, blank, dated, given, no, yes

_SATURDAY = 5
_THURSDAY = 3  # 1970-01-01
ZONE = 1
"""Days that time zones can move a date by."""
EXTENSION_MONTHS = 6


@permit_rule("R030")
def expired(v: View) -> Any:
    """Valid through the expiry day itself; the timber extension adds six months at most."""
    both = dated(v.valid_until) & dated(v.event_date)
    extended = calendar.later(calendar.MONTHS.index(EXTENSION_MONTHS), v.valid_until)
    in_time = yes(v.timber_extension) & (v.event_date <= extended)
    return both & (v.event_date > v.valid_until) & ~in_time


@permit_rule("R031")
def valid_too_long(v: View) -> Any:
    months = v.ref.codes.max_months[v.doc_type]
    last = calendar.later(_SPANS[months], v.issue_date)
    both = dated(v.valid_until) & dated(v.issue_date)
    return both & (months > 0) & (v.valid_until > last) & ~yes(v.timber_extension)


def _span_table() -> Any:
    import numpy as np

    table = np.zeros(max(calendar.MONTHS) + 1, dtype=np.int8)
    for row, months in enumerate(calendar.MONTHS):
        table[months] = row
    return table


_SPANS = _span_table()


@derived
def lawfully_retrospective(v: View) -> Any:
    """Whether rules 36 to 38 have nothing to say against retrospective issue."""
    reason, agreed = given(v.retrospective_reason), yes(v.retrospective_agreed)
    return yes(v.retrospective) & reason & agreed


@permit_rule("R032")
def issued_after_departure(v: View) -> Any:
    """A retrospective document says so, says why, and the importing authority agreed."""
    late = dated(v.issue_date) & dated(v.departure_date) & (v.issue_date > v.departure_date)
    return late & ~v.any_of("doc_type", "IMPORT") & ~v.lawfully_retrospective


@permit_rule("R033")
def expiry_before_issue(v: View) -> Any:
    return dated(v.valid_until) & dated(v.issue_date) & (v.valid_until < v.issue_date)


@permit_rule("R034")
def endorsed_outside_window(v: View) -> Any:
    """Not before issue, after expiry or after departure; a day is left for time zones."""
    early = dated(v.issue_date) & (v.endorsed_on < v.issue_date - ZONE)
    late = dated(v.valid_until) & (v.endorsed_on > v.valid_until + ZONE)
    gone = dated(v.departure_date) & (v.endorsed_on > v.departure_date + ZONE)
    gone = gone & ~v.lawfully_retrospective
    return dated(v.endorsed_on) & (early | late | gone)


@line_rule("R035")
def import_permit_later(v: View) -> Any:
    after = dated(v.import_issued) & dated(v.issue_date) & (v.import_issued > v.issue_date)
    needed = (v.app == I) & ~v.as_appendix_two & v.any_of("doc_type", "EXPORT")
    return after & needed & ~yes(v.import_confirmed)


@line_rule("R036")
def retrospective_appendix_one(v: View) -> Any:
    return yes(v.retrospective) & (v.app == I)


@permit_rule("R037")
def retrospective_without_reason(v: View) -> Any:
    return yes(v.retrospective) & blank(v.retrospective_reason)


@permit_rule("R038")
def retrospective_without_agreement(v: View) -> Any:
    return yes(v.retrospective) & no(v.retrospective_agreed)


@permit_rule("R039")
def ambiguous_date(v: View) -> Any:
    """Day and month can be exchanged, and the answer to "expired?" would change."""
    swap = calendar.swapped()
    until, issued = swap[calendar.place(v.valid_until)], swap[calendar.place(v.issue_date)]
    both = dated(v.valid_until) & dated(v.event_date)
    expiry = both & ((v.event_date > v.valid_until) != (v.event_date > until))
    order = (
        dated(v.valid_until)
        & dated(v.issue_date)
        & ((v.valid_until < v.issue_date) != (until < issued))
    )
    return no(v.date_order_known) & (expiry | order)


@permit_rule("R040")
def issuer_not_a_party(v: View) -> Any:
    known = (v.issuer >= 0) & (v.issuer < len(v.ref.states.values)) & dated(v.issue_date)
    outside = v.ref.party_since[v.issuer] > v.issue_date
    return known & outside & ~v.any_of("doc_type", "NONPARTY")


@permit_rule("R041")
def extension_written(v: View) -> Any:
    return yes(v.extensions) & ~yes(v.timber_extension)


@permit_rule("R042")
def issued_on_a_weekend(v: View) -> Any:
    """Saturday or Sunday; a weak signal, for many offices work then or rest on other days."""
    return dated(v.issue_date) & ((v.issue_date + _THURSDAY) % 7 >= _SATURDAY)
