"""Taxonomy: the name, the Appendix on the date and for the population, the range."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

import numpy as np

from borderlab.documents.adapter import SEVERAL
from borderlab.documents.derived import NOT_LISTED
from borderlab.documents.registry import line_rule
from borderlab.documents.taxa import HIGHER, NOT_FOUND, VARIANT
from borderlab.documents.view import View, given, yes


@line_rule("R070")
def name_not_found(v: View) -> Any:
    """After capitals, hyphens and endings have been smoothed."""
    return v.name_status == NOT_FOUND


@line_rule("R071")
def synonym_or_variant(v: View) -> Any:
    return v.name_status == VARIANT


@line_rule("R072")
def species_needed(v: View) -> Any:
    """Corals, and propagated plants that are hybrids, are named by genus in accepted practice."""
    hybrid = yes(v.hybrid_declared) & v.has["A"][v.source]
    return (v.name_status == HIGHER) & ~v.ref.taxa.higher_allowed[v.taxon] & ~hybrid


@line_rule("R073")
def appendix_differs(v: View) -> Any:
    """Compared with the listing on the day of presentation, for the population of origin."""
    known = (v.listed >= 0) & (v.listed < SEVERAL)
    stated = (v.appendix >= 0) & (v.appendix <= NOT_LISTED)
    return known & stated & (v.listed != v.appendix)


@line_rule("R074")
def split_listing_open(v: View) -> Any:
    """An origin that is no State, or that nobody knows, leaves it open too."""
    unknown = (v.population < 0) | (v.population >= len(v.ref.states.values))
    return (v.listed == SEVERAL) & (unknown | v.any_of("origin", "XX"))


@line_rule("R075")
def common_name_contradicts(v: View) -> Any:
    """A trade name covers several species; only a name known for other taxa counts."""
    return yes(v.common_name_differs)


@line_rule("R076")
def hybrid_not_declared(v: View) -> Any:
    return yes(v.hybrid_signs) & ~yes(v.hybrid_declared) & (v.kingdom == 0)


@line_rule("R077")
def outside_the_range(v: View) -> Any:
    """Where no range was compiled, nothing is decided; an introduced population is a question."""
    return v.wild_outside & ~v.ref.introduced[v.accepted, v.population]


@line_rule("R077", "introduced", "consult")
def introduced_population(v: View) -> Any:
    return v.wild_outside & v.ref.introduced[v.accepted, v.population]


@line_rule("R079")
def outside_the_annotation(v: View) -> Any:
    """An unneeded permit is no offence."""
    return given(v.term) & (v.ref.codes.covered[v.accepted, v.term] == 0)


@line_rule("R080")
def covered_after_all(v: View) -> Any:
    return yes(v.declared_exempt) & (v.ref.codes.covered[v.accepted, v.term] == 1)


@line_rule("R081")
def zero_quota(v: View) -> Any:
    """The day of export from the origin counts; pre-Convention goods are outside."""
    day = np.where(v.reexport, v.first_export, v.issue_date)
    at = v.ref.quotas.match(v.accepted, v.population, v.source, v.purpose, v.term, day)
    wild = ~v.has["O"][v.source]
    return wild & (at >= 0) & (v.ref.quotas.values[at] == 0) & (v.qty != 0)
