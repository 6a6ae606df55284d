"""Purpose, term and unit: codes that exist, and pairs that go together."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

from borderlab.documents.derived import ANIMAL, PLANT, I
from borderlab.documents.registry import line_rule, permit_rule
from borderlab.documents.view import View, blank, given, no


@permit_rule("R090")
def purpose_missing(v: View) -> Any:
    unknown = v.purpose == len(v.ref.vocabulary("purposes").values)
    return (blank(v.purpose) | unknown) & ~v.any_of(
        "doc_type", "NONE", "PHYTO", "SCI_LABEL", "ORIGIN"
    )


@line_rule("R109")
def trophy_inconsistent(v: View) -> Any:
    """Live animals, plants or many pieces; a bred source is a question for another rule."""
    many = v.ref.codes.counted[v.unit] & v.many_trophies & v.any_of("term", "TRO", "SKU", "BOD")
    return v.any_of("purpose", "H") & (v.live | (v.kingdom == PLANT) | many)


@line_rule("R110")
def purpose_does_not_fit(v: View) -> Any:
    """Living material of any kind suits breeding and release; other pairs come from the table."""
    pair = v.ref.codes.term_purpose[v.term, v.purpose] == 0
    garden = v.any_of("purpose", "G") & (v.kingdom == ANIMAL)
    zoo = v.any_of("purpose", "Z") & (v.kingdom == PLANT)
    alive = v.any_of("term", "LIV", "EGL", "SEE", "CUL", "GRS", "SPE", "EGG", "ROO", "FRU")
    release = v.any_of("purpose", "B", "N") & given(v.term) & ~alive
    return (pair & ~(v.any_of("purpose", "B", "N") & alive)) | garden | zoo | release


@line_rule("R111")
def term_impossible(v: View) -> Any:
    """Older terms are accepted: eggs of sturgeons are caviar, shells of turtles carapaces."""
    taxa = v.ref.taxa
    older = (v.any_of("term", "EGG") & taxa.sturgeon[v.accepted]) | v.any_of(
        "term", "SHE", "TRO", "SPE", "BOD", "DER"
    )
    return (v.ref.codes.taxon_term[v.accepted, v.term] == 0) & ~older


@line_rule("R112")
def unit_unsuitable(v: View) -> Any:
    """A blank unit is number of specimens; KIL and KGM are one unit."""
    codes = v.ref.codes
    return given(v.unit) & (codes.package[v.unit] | (codes.term_unit[v.term, v.unit] == 0))


@line_rule("R113")
def transport_statement_missing(v: View) -> Any:
    return v.live & no(v.transport_statement)


@line_rule("R114")
def identity_of_live_animal(v: View) -> Any:
    """Age and sex do not tell one animal from another; small ones cannot be marked.

    Amphibians, fish and invertebrates are left out for that reason.
    """
    markable = (v.group >= 0) & (v.group <= _LARGE_GROUPS)
    return (v.app == I) & v.live & (v.kingdom == ANIMAL) & markable & no(v.has_marks)


_LARGE_GROUPS = 2  # mammals, birds, reptiles
