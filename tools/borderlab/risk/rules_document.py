"""Rules on the document: what the papers say, and what others say about the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk import lookups
from borderlab.risk.history import Past, before
from borderlab.risk.states import rule, state

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.sheet import Sheet, Tables
    from borderlab.risk.states import States

# Purpose -> places the goods may go to; purposes without a line fit anywhere.
_PLACES = {
    "Z": {"zoo", "company"},
    "S": {"research_institute", "museum", "zoo"},
    "E": {"research_institute", "museum", "zoo"},
    "M": {"research_institute", "museum", "company"},
    "T": {"company", "zoo", "museum", "research_institute"},
    "P": {"private_person", "hotel_or_villa", "company"},
}  # fmt: skip
_MISFITS = frozenset(
    (purpose, place)
    for purpose, fitting in _PLACES.items()
    for place in (
        "company",
        "zoo",
        "research_institute",
        "private_person",
        "museum",
        "hotel_or_villa",
    )
    if place not in fitting
)
_SILENT_DAYS = 14  # Res. Conf. 11.3 para 3 c): two weeks as good practice for an answer
_WEIGHT_UNITS = {"KGM": 1.0, "GRM": 0.001}
_WEIGHT_TOLERANCE = 0.5


def _papers(s: Sheet) -> NDArray[np.bool_]:
    return s.known("permit_no")


@rule("IND-001")
def used_before(t: Tables) -> States:
    """The number was presented on an earlier day."""
    s = t.shipments
    return state(before(s.key("permit_no"), t.today) > 0, _papers(s))


@rule("IND-002")
def unknown_issuer(t: Tables) -> States:
    """The issuer is not in the directory."""
    s = t.shipments
    return state(~s.among("issuer", lookups.management_authorities()), s.known("issuer"))


@rule("IND-003")
def expired(t: Tables) -> States:
    """Presented after the last day of validity."""
    last = t.shipments.day("valid_until")
    return state(t.today > last, ~np.isnan(last))


@rule("IND-004")
def retrospective(t: Tables) -> States:
    """Issued after the goods left."""
    issued, left = t.shipments.day("issue_date"), t.shipments.day("departure_date")
    return state(issued > left, ~np.isnan(issued) & ~np.isnan(left))


@rule("IND-005")
def empty_box(t: Tables) -> States:
    """A required box is empty."""
    s = t.shipments
    return state(s.number("missing_boxes") > 0, _papers(s))


@rule("IND-006")
def more_than_endorsed(t: Tables) -> States:
    """More is presented than was endorsed at export or authorised."""
    s = t.shipments
    shown, endorsed, allowed = (
        s.number("qty_presented"),
        s.number("qty_endorsed"),
        s.number("qty_authorised"),
    )
    ceiling = np.fmin(endorsed, allowed)
    return state(shown > ceiling * (1 + 1e-9), ~np.isnan(ceiling))


@rule("IND-007")
def signature(t: Tables) -> States:
    """The signature was compared and does not match."""
    s = t.shipments
    return state(s.is_("signature_match", "no"), s.among("signature_match", ("yes", "no")))


@rule("IND-008")
def stamp(t: Tables) -> States:
    """The issuer uses security stamps and this permit has none."""
    s = t.shipments
    return state(s.is_("stamp_present", "no"), s.known("stamp_present"))


@rule("IND-011")
def papers_disagree(t: Tables) -> States:
    """The permit's first line and the declaration, or quantity and net weight, do not agree."""
    s = t.shipments
    conflict, seen = _against_first_line(t)
    in_kg = s.number("qty_presented") * s.mapped("unit", _WEIGHT_UNITS)
    weight = np.abs(s.number("net_kg") - in_kg) > _WEIGHT_TOLERANCE * np.maximum(in_kg, 0.1)
    return state(conflict | (weight & ~np.isnan(in_kg)), seen | ~np.isnan(in_kg))


def _against_first_line(t: Tables) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    import pandas as pd

    s, lines = t.shipments, t.permit_lines
    first = np.flatnonzero(lines.number("line_no") == 1)
    index = pd.Index(lines.words("permit_no")[first])
    if not first.size or index.has_duplicates:
        return np.zeros(t.n, bool), np.zeros(t.n, bool)
    place = index.get_indexer(pd.Index(s.words("permit_no")))
    row = first[np.maximum(place, 0)]
    conflict = np.zeros(t.n, bool)
    for name in ("species", "term", "unit"):
        conflict |= s.words(name) != lines.words(name)[row]
    listed, shown = lines.number("qty_authorised")[row], s.number("qty_authorised")
    conflict |= np.abs(listed - shown) > 0.01 * shown + 0.011
    return conflict & (place >= 0), place >= 0


@rule("IND-012")
def rank(t: Tables) -> States:
    """Named above species level though the listing is by species."""
    s = t.shipments
    return state(s.is_("taxon_rank", "genus") & ~_ends(s, "spp."), s.known("taxon_rank"))


def _ends(s: Sheet, text: str) -> NDArray[np.bool_]:
    codes, values = s.coded("species")
    return np.array([*(value.endswith(text) for value in values), False])[codes]


@rule("IND-013")
def no_such_permit(t: Tables) -> States:
    """The issuer's system says no; no answer is no evidence."""
    s = t.shipments
    bad = s.among("eperm_status", ("MISMATCH", "NOT_FOUND"))
    return state(bad, bad | s.is_("eperm_status", "MATCH"))


@rule("IND-014")
def origin_outside_range(t: Tables) -> States:
    """Wild goods from a State where the species does not occur."""
    s = t.shipments
    outside = s.is_("source", "W") & ~s.paired("species", "origin", lookups.native_pairs())
    known = s.known("source") & s.known("origin") & s.among("species", lookups.ranged())
    return state(outside, known)


@rule("IND-015")
def purpose_misfit(t: Tables) -> States:
    """The purpose does not fit the place the goods go to."""
    s = t.shipments
    known = s.known("purpose") & s.known("consignee_type")
    return state(s.paired("purpose", "consignee_type", _MISFITS), known)


@rule("IND-016")
def suspended(t: Tables) -> States:
    """From a State under a recommendation to suspend trade in the species on the day of issue."""
    s = t.shipments
    issued = s.day("issue_date")
    day = np.where(np.isnan(issued), t.today, issued)
    wild = s.among("source", ("W", "R", "U", "F"))
    hit = np.zeros(t.n, bool)
    for row in lookups.suspensions():
        start = _day(row["valid_from"], -np.inf)
        end = _day(row["valid_until"], np.inf)
        here = (
            s.is_("origin", row["state"])
            & s.is_("species", row["taxon"])
            & (day >= start)
            & (day <= end)
        )
        hit |= here & (wild if row["scope"] == "wild specimens" else True)
    return state(hit)


def _day(text: str, otherwise: float) -> float:
    return float(np.datetime64(text, "D").astype(int)) if text else otherwise


@rule("IND-017")
def quota_exceeded(t: Tables) -> States:
    """Used so far is above the quota on the permit; without a quota there is none to exceed."""
    s = t.shipments
    return state(s.number("quota_used") > s.number("quota"), _papers(s))


@rule("IND-018")
def no_confirmation(t: Tables) -> States:
    """The issuer's system gives no answer, and gave none during the last 14 days."""
    s = t.shipments
    issuer, asked = (
        s.key("issuer"),
        s.among("eperm_status", ("MATCH", "MISMATCH", "NOT_FOUND", "NO_ANSWER")),
    )
    answered = asked & ~s.is_("eperm_status", "NO_ANSWER")
    recent = Past(np.where(answered, issuer, -1), t.today).total(issuer, t.today, _SILENT_DAYS)
    return state(asked & ~answered & (recent == 0), asked & (t.since_start >= _SILENT_DAYS))
