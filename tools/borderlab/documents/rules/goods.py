"""Quantity, marks and the other papers, and what inspection found."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

import numpy as np

from borderlab.documents import calendar
from borderlab.documents.derived import ANIMAL, PLANT
from borderlab.documents.registry import line_rule, permit_rule
from borderlab.documents.taxa import GROUPS
from borderlab.documents.view import View, counted, dated, given, no, yes

WEIGHT_TOLERANCE = 0.05
CORAL_TOLERANCE = 0.20
"""Shares by which a weight may exceed the document: moisture, packing (teaching values)."""
INVOICE_TOLERANCE = 0.02
MASS_FACTOR = 25.0
PRICE_FACTOR = 100.0
"""How far mass or price of a piece may lie from the typical one (teaching values)."""
BIG_TUSK_CM, BIG_TUSK_KG = 20, 1
CAVIAR_MONTHS = 18
FISH_CHAPTERS = ("01", "03", "05")
_MOST = np.array([1 + WEIGHT_TOLERANCE] * (len(GROUPS) + 1))
_MOST[GROUPS.index("corals")] = 1 + CORAL_TOLERANCE


@line_rule("R145")
def endorsed_above_authorised(v: View) -> Any:
    return counted(v.endorsed_qty) & counted(v.qty) & (v.endorsed_qty > v.qty)


@permit_rule("R146")
def not_endorsed(v: View) -> Any:
    """Ask the exporting authority and weigh the circumstances; no reason to refuse by itself.

    At export the box is still to be filled.
    """
    leaves = v.any_of("direction", "export", "re-export")
    return no(v.endorsed) & v.any_of("doc_type", "EXPORT", "REEXPORT") & ~leaves


@permit_rule("R147")
def lines_left_open(v: View) -> Any:
    return no(v.unused_struck) & v.any_of("doc_type", "EXPORT", "REEXPORT")


def _on_document(v: View) -> Any:
    """The endorsed quantity where there is one, else box 11."""
    return np.where(counted(v.endorsed_qty), v.endorsed_qty, v.qty)


@line_rule("R148")
def found_above_document(v: View) -> Any:
    """Counts must agree; weights have a tolerance."""
    stated = _on_document(v)
    most = stated * np.where(v.ref.codes.counted[v.unit], 1.0, _MOST[v.group])
    return counted(v.found_qty) & counted(stated) & (v.found_qty > most)


@line_rule("R149")
def found_below_document(v: View) -> Any:
    stated = _on_document(v)
    less = counted(v.found_qty) & counted(stated) & (v.found_qty < stated)
    endorsed = counted(v.endorsed_qty) & (v.endorsed_qty < v.qty)
    return less | endorsed


@line_rule("R150")
def invoice_differs(v: View) -> Any:
    """Quantities are compared in one unit; cartons do not count as one."""
    codes = v.ref.codes
    unit = np.where(given(v.invoice_unit), v.invoice_unit, v.unit)
    same = codes.unit_base[unit] == codes.unit_base[v.unit]
    stated = _on_document(v) * codes.unit_factor[v.unit]
    theirs = v.invoice_qty * codes.unit_factor[unit]
    both = counted(v.invoice_qty) & (stated >= 0)
    return both & same & (abs(theirs - stated) > INVOICE_TOLERANCE * stated)


@line_rule("R151")
def weight_implausible(v: View) -> Any:
    typical = v.ref.codes.mass[v.group, v.term]
    each = v.net_kg / np.maximum(v.qty, 1e-9)
    far = (each * MASS_FACTOR < typical) | (each > typical * MASS_FACTOR)
    return v.ref.codes.counted[v.unit] & (v.net_kg >= 0) & (v.qty > 0) & far


@line_rule("R152")
def value_implausible(v: View) -> Any:
    typical = v.ref.codes.price[v.group, v.term] * v.net_kg
    far = (v.invoice_value * PRICE_FACTOR < typical) | (v.invoice_value > typical * PRICE_FACTOR)
    return (v.invoice_value >= 0) & (typical > 0) & far


@line_rule("R153")
def customs_code_does_not_fit(v: View) -> Any:
    """Live animals are in chapter 1 (fish and molluscs 3, corals also 5), live plants in 6."""
    known = given(v.hs6)
    animal = v.live & (v.kingdom == ANIMAL) & ~v.any_of("hs6", *FISH_CHAPTERS)
    plant = v.live & (v.kingdom == PLANT) & ~v.any_of("hs6", "06", "07", "12")
    dead = given(v.term) & ~v.any_of("term", "LIV", "EGL", "SPE", "PUP") & v.any_of("hs6", "01")
    return known & (animal | plant | dead)


@permit_rule("R154")
def transport_document_differs(v: View) -> Any:
    """House and master waybill differ by nature."""
    both = given(v.transport_doc) & given(v.waybill)
    return both & (v.transport_doc != v.waybill) & (v.transport_doc != v.house_waybill)


@line_rule("R155")
def marks_missing(v: View) -> Any:
    """Whole crocodilian skins and flanks, caviar, tusks, live animals of source D.

    Small cut pieces travel in tagged containers; the mark of caviar is its label.
    """
    taxa = v.ref.taxa
    skins = taxa.crocodile[v.accepted] & v.any_of("term", "SKI", "SID")
    caviar = taxa.sturgeon[v.accepted] & v.any_of("term", "CAV") & ~given(v.label)
    tusks = taxa.elephant[v.accepted] & v.any_of("term", "TUS")
    bred = (
        v.has["D"][v.source]
        & v.live
        & (v.kingdom == ANIMAL)
        & (v.group <= GROUPS.index("reptiles"))
    )
    return (skins | caviar | tusks | bred) & no(v.has_marks)


@line_rule("R156")
def marks_differ(v: View) -> Any:
    return yes(v.unmatched_marks)


@line_rule("R157")
def tag_inconsistent(v: View) -> Any:
    return (
        v.ref.taxa.crocodile[v.accepted]
        & yes(v.tag_problem)
        & v.any_of("term", "SKI", "SID", "SKP")
    )


@line_rule("R158")
def caviar_label_inconsistent(v: View) -> Any:
    return v.any_of("term", "CAV", "EGG") & v.ref.taxa.sturgeon[v.accepted] & yes(v.label_problem)


@line_rule("R159")
def caviar_too_late(v: View) -> Any:
    last = calendar.later(calendar.MONTHS.index(CAVIAR_MONTHS), v.origin_permit_date)
    both = dated(v.origin_permit_date) & dated(v.issue_date)
    caviar = v.any_of("term", "CAV") & v.ref.taxa.sturgeon[v.accepted]
    return v.reexport & caviar & both & (v.issue_date > last)


@line_rule("R160")
def ivory_not_marked(v: View) -> Any:
    big = (v.piece_cm >= BIG_TUSK_CM) & (v.piece_kg >= BIG_TUSK_KG)
    raw = v.any_of("term", "TUS", "IVP") & v.ref.taxa.elephant[v.accepted]
    return raw & big & no(v.has_marks)


@line_rule("R161")
def other_species_found(v: View) -> Any:
    found = v.ref.taxa.accepted[v.found_taxon]
    named = given(v.taxon) & given(v.found_taxon)
    return named & (found >= 0) & (found != v.accepted)


@line_rule("R162")
def signs_of_the_wild(v: View) -> Any:
    has = v.has
    bred = has["C"][v.source] | has["D"][v.source] | has["F"][v.source]
    return yes(v.wild_signs) & bred & (v.kingdom == ANIMAL)


@permit_rule("R163")
def party_on_alert_list(v: View) -> Any:
    """A name needs a second identifier before anything is done about it."""
    return yes(v.party_wanted)
