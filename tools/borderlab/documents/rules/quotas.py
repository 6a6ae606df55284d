"""Quotas, suspensions, reservations and duties that single States are under."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

import numpy as np

from borderlab.documents.derived import I
from borderlab.documents.registry import line_rule
from borderlab.documents.view import View, counted, no, no_number

TROPHY_TERMS = ("TRO", "SKI", "HOR", "SKU")


def _published(v: View) -> Any:
    """Place of the quota for this export in the year of issue, -1 if there is none.

    Quotas bind exports from the origin, never re-exports.
    """
    at = v.ref.quotas.match(v.accepted, v.issuer, v.source, v.purpose, v.term, v.issue_date)
    return np.where(v.any_of("doc_type", "EXPORT"), at, -1)


@line_rule("R135")
def quota_box_empty(v: View) -> Any:
    at = _published(v)
    limited = (at >= 0) & (v.ref.quotas.values[at] > 0)
    return limited & (no_number(v.quota_used) | no_number(v.quota_total))


@line_rule("R136")
def cumulative_above_quota(v: View) -> Any:
    """The first figure already holds the present permit."""
    both = counted(v.quota_used) & counted(v.quota_total)
    return both & (v.quota_used > v.quota_total)


@line_rule("R137")
def quota_not_as_published(v: View) -> Any:
    at = _published(v)
    amount, codes = v.ref.quotas.values[at], v.ref.codes
    unit = v.ref.quotas.units[at]
    same = (codes.unit_base[unit] == codes.unit_base[v.unit]) | (unit < 0)
    ours = v.quota_total * np.where(unit < 0, 1.0, codes.unit_factor[v.unit])
    theirs = amount * np.where(unit < 0, 1.0, codes.unit_factor[unit])
    wrong = abs(ours - theirs) > 1e-6 * theirs
    return (at >= 0) & (amount > 0) & counted(v.quota_total) & same & wrong


@line_rule("R140")
def suspended(v: View) -> Any:
    """Direct trade only; confiscated specimens are outside."""
    direct = v.any_of(
        "doc_type", "EXPORT", "NONE", "CAPTIVE_BRED", "ART_PROP", "ORIGIN", "PHYTO", "NONPARTY"
    )
    at = v.ref.suspensions.match(v.accepted, v.issuer, v.source, v.purpose, v.term, v.issue_date)
    return direct & ~v.has["I"][v.source] & (at >= 0)


@line_rule("R141")
def reservation_held(v: View) -> Any:
    match, codes = v.ref.reservations.match, (v.source, v.purpose, v.term, v.issue_date)
    return (match(v.accepted, v.issuer, *codes) >= 0) | (
        match(v.accepted, v.import_country, *codes) >= 0
    )


@line_rule("R142")
def confirmation_missing(v: View) -> Any:
    codes = (v.source, v.purpose, v.term, v.issue_date)
    duty = v.ref.confirmations.match(v.accepted, v.issuer, *codes) >= 0
    return duty & no(v.confirmed_by_secretariat)


@line_rule("R143")
def stricter_domestic_measure(v: View) -> Any:
    """No defect of the document: the law of one State goes further."""
    match, codes = v.ref.domestic.match, (v.source, v.purpose, v.term, v.issue_date)
    return (match(v.accepted, v.issuer, *codes) >= 0) | (
        match(v.accepted, v.import_country, *codes) >= 0
    )


@line_rule("R144")
def trophy_tag_missing(v: View) -> Any:
    trophy = v.any_of("purpose", "H", "P") & v.any_of("term", *TROPHY_TERMS)
    at = v.ref.quotas.match(v.accepted, v.population, v.source, v.purpose, v.term, v.issue_date)
    approved = (at >= 0) & (v.ref.quotas.values[at] > 0) & (v.app == I)
    return trophy & approved & no(v.has_marks)
