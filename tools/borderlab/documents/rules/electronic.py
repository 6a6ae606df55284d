"""Electronic permits: signature, status, print and paper."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

from borderlab.documents.registry import line_rule, permit_rule
from borderlab.documents.view import View, counted, dated, given, no, yes


@permit_rule("R180")
def authentication_fails(v: View) -> Any:
    return no(v.e_signature_valid)


@permit_rule("R181")
def status_not_usable(v: View) -> Any:
    return given(v.e_status) & ~v.any_of("e_status", "valid")


@line_rule("R182")
def print_differs(v: View) -> Any:
    """Quantity, taxon or expiry on paper against the record of the issuing system (first line)."""
    quantity = counted(v.e_qty) & counted(v.qty) & (v.e_qty != v.qty) & yes(v.first_line)
    recorded = v.ref.taxa.accepted[v.e_taxon]
    taxon = (recorded >= 0) & given(v.taxon) & (recorded != v.accepted) & yes(v.first_line)
    expiry = dated(v.e_valid_until) & dated(v.valid_until) & (v.e_valid_until != v.valid_until)
    return quantity | taxon | expiry


@permit_rule("R183")
def paper_missing(v: View) -> Any:
    agreed = v.ref.notices.e_agreements
    if agreed is None:
        return yes(v.electronic) & no(v.paper)
    known = given(v.issuer) & given(v.import_country)
    return yes(v.electronic) & no(v.paper) & known & ~agreed[v.issuer, v.import_country]
