"""Facts that several rules need, worked out once from the fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from borderlab.documents.adapter import SEVERAL
from borderlab.documents.view import DERIVED, View, dated, given

I, II, III, NOT_LISTED = 0, 1, 2, 3  # noqa: E741  (the names of the Appendices)
"""Codes of the Appendices."""
ANIMAL, PLANT = 0, 1


_ISSUED_AT_HOME = ("PRE_CONVENTION", "OWNERSHIP", "MUSICAL", "TRAVEL_EXHIB", "SAMPLE_COLL",
                   "SCI_LABEL")  # fmt: skip


def derived(function: Callable[[View], Any]) -> Callable[[View], Any]:
    """Register a fact that views work out on first use and keep."""
    DERIVED[function.__name__] = function
    return function


@derived
def accepted(v: View) -> Any:
    """Code of the accepted taxon; -1 if the name is higher, unknown, blank or not recorded."""
    return v.ref.taxa.accepted[v.taxon]


@derived
def name_status(v: View) -> Any:
    """How the name stands in the checklist (codes in `borderlab.documents.taxa`)."""
    return v.ref.taxa.status[v.taxon]


@derived
def kingdom(v: View) -> Any:
    """0 animals, 1 plants, -1 not known."""
    taxa = v.ref.taxa
    return np.where(taxa.animal[v.accepted], ANIMAL, np.where(taxa.plant[v.accepted], PLANT, -1))


@derived
def group(v: View) -> Any:
    """Place in `taxa.GROUPS`, -1 not known."""
    return v.ref.taxa.group[v.accepted]


@derived
def reexport(v: View) -> Any:
    """Whether the document is a re-export certificate."""
    return v.any_of("doc_type", "REEXPORT")


@derived
def population(v: View) -> Any:
    """State whose population the goods are from: box 12, else the issuer unless re-exported.

    An import permit is issued by the other side, so it says nothing.
    """
    own = given(v.issuer) & ~v.any_of("doc_type", "REEXPORT", "IMPORT", "NONE")
    return np.where(given(v.origin), v.origin, np.where(own, v.issuer, -1))


@derived
def listed(v: View) -> Any:
    """Appendix of the population on the day of presentation, else of issue."""
    day = np.where(dated(v.event_date), v.event_date, v.issue_date)
    return v.ref.listed(v.accepted, v.population, day)


@derived
def app(v: View) -> Any:
    """The Appendix to apply: the one in force where known, else the one declared; -1 not known."""
    known = (v.listed >= I) & (v.listed < SEVERAL)
    stated = np.where((v.appendix >= I) & (v.appendix <= NOT_LISTED), v.appendix, -1)
    return np.where(known, v.listed, stated)


@derived
def first_export(v: View) -> Any:
    """Day of the first export; the origin permit, or the document, where it is not recorded."""
    permit = np.where(dated(v.origin_permit_date), v.origin_permit_date, v.issue_date)
    return np.where(dated(v.first_export_date), v.first_export_date, permit)


@derived
def live(v: View) -> Any:
    """Whether the goods are live."""
    return v.any_of("term", "LIV")


@derived
def amount(v: View) -> Any:
    """Quantity of box 11 in the base unit of its dimension."""
    return v.qty * v.ref.codes.unit_factor[v.unit]


@derived
def dimension(v: View) -> Any:
    """Code of the base unit of box 11; -1 not known."""
    return v.ref.codes.unit_base[v.unit]


@derived
def many_bred(v: View) -> Any:
    """More live animals on a line than a taxon not known to be bred would give (teaching value)."""
    return v.qty > 100  # noqa: PLR2004


@derived
def many_trophies(v: View) -> Any:
    """More pieces on one line than trophies of one hunter (teaching value)."""
    return v.qty > 20  # noqa: PLR2004


@derived
def above_capacity(v: View) -> Any:
    """More than the operation says it can breed."""
    return (v.breeding_capacity >= 0) & (v.qty > v.breeding_capacity)


@derived
def wild_outside(v: View) -> Any:
    """Wild, from a State where the taxon is known not to occur naturally.

    Certificates that the State issues where owner and goods are, with box 12 empty, do not say
    where the goods come from.
    """
    said = given(v.origin) | ~v.any_of("doc_type", *_ISSUED_AT_HOME)
    return v.has["W"][v.source] & (v.ref.in_range[v.accepted, v.population] == 0) & said


@derived
def imports(v: View) -> Any:
    """Whether goods are presented for import (also where no direction was recorded)."""
    return v.any_of("direction", "import") | (v.direction == -1)
