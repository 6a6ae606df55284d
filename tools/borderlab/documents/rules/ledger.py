"""Rules that look at all permits of a batch: reuse, clones, quotas over time, mass balance.

Permits are put in the order in which they were presented; a finding stands with the later one.
Everything is sorting and grouping, so a batch of a million permits takes seconds.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from borderlab.documents import calendar
from borderlab.documents.batch import Batch
from borderlab.documents.kinds import BLANK_DAY, NOT_RECORDED
from borderlab.documents.registry import ledger_rule
from borderlab.documents.rules.identity import MULTI_CROSSING

Bools = NDArray[np.bool_]
_GROWTH = 1e-6


def _numbers(b: Batch) -> tuple[NDArray[np.int64], Bools]:
    """One key per permit of issuer and number, and whether it tells the document."""
    number, issuer = b.permit("number"), b.permit("issuer")
    return number.astype(np.int64) * 4096 + issuer + 2, (number >= 0) & _issuer_known(b)


def _issuer_known(b: Batch) -> Bools:
    """Whether numbers can be compared: two issuers that nobody can tell need not be one.

    Where no permit has an issuer, the numbers are taken as those of one State.
    """
    issuer = b.permit("issuer")
    known: Bools = (issuer >= 0) & (issuer < len(b.reference.states.values))
    return known if known.any() else issuer == NOT_RECORDED


def _single_use(b: Batch) -> Bools:
    multi = b.reference.codes.where("doc_types", *MULTI_CROSSING)
    found: Bools = ~multi[b.permit("doc_type")]
    return found


def _another_clearance(b: Batch, first: NDArray[np.int64]) -> Bools:
    """Whether day or transport document differ from those of the first presentation."""
    day, bill = b.permit("event_date"), b.permit("waybill")
    days = (day != day[first]) & (day > BLANK_DAY) & (day[first] > BLANK_DAY)
    bills = (bill != bill[first]) & (bill >= 0) & (bill[first] >= 0)
    found: Bools = days | bills
    return found


@ledger_rule("R014")
def stamp_seen_before(b: Batch) -> Any:
    """One stamp serves one document."""
    affixed, stated = b.permit("stamp_affixed_no"), b.permit("stamp_no")
    stamp = np.where(affixed >= 0, affixed, stated).astype(np.int64) * 4096 + b.permit("issuer") + 2
    first = b.first_of(stamp, ((affixed >= 0) | (stated >= 0)) & _issuer_known(b))
    number = b.permit("number")
    known = (number != NOT_RECORDED) & (number[first] != NOT_RECORDED)
    return (number != number[first]) & known


@ledger_rule("R022")
def number_seen_before(b: Batch) -> Any:
    """A second look within one clearance is no reuse; nor are certificates for many crossings."""
    keys, known = _numbers(b)
    first = b.first_of(keys, known & _single_use(b))
    return (first != np.arange(b.n)) & (_another_clearance(b, first) | b.content_differs(first))


@ledger_rule("R064")
def several_consignments(b: Batch) -> Any:
    """The first shipment is covered, those under another transport document are not."""
    keys, known = _numbers(b)
    first = b.first_of(keys, known & _single_use(b))
    bill = b.permit("waybill")
    return (first != np.arange(b.n)) & (bill != bill[first]) & (bill >= 0) & (bill[first] >= 0)


@ledger_rule("R023")
def clone(b: Batch) -> Any:
    """A corrected replacement names the document it replaces."""
    keys, known = _numbers(b)
    first = b.first_of(keys, known)
    return b.content_differs(first) & (b.permit("replaces") < 0)


@ledger_rule("R124")
def mass_balance_exceeded(b: Batch) -> Any:
    """Re-exports against one origin permit, in the base unit, above the quantity imported.

    Processing only loses material, so no yield above 1 is needed; other dimensions are left out.
    A certificate seen twice counts once, and one that does not say what was imported counts too.
    """
    factor, base = b.reference.codes.unit_factor, b.reference.codes.unit_base
    unit = np.where(b.line("origin_unit") >= 0, b.line("origin_unit"), b.line("unit"))
    imported = b.line("origin_qty") * factor[unit]
    own = base[b.line("unit")]
    known = (b.line("origin_permit_no") >= 0) & (base[unit] == own) & b.lift(_once(b))
    known &= b.lift(b.reference.codes.where("doc_types", "REEXPORT")[b.permit("doc_type")])
    keys = (b.line("origin_permit_no").astype(np.int64) * 4096 + b.line("origin") + 2) * 4096
    keys = (keys + b.line_accepted() + 2) * 64 + own + 1
    sums, order = b.running_sum(keys, _amounts(b), known)
    return b.any_line(order & (imported >= 0) & (sums > imported * (1 + _GROWTH)))


def _once(b: Batch) -> Bools:
    """Whether a permit is presented for the first time."""
    numbers, has = _numbers(b)
    found: Bools = b.first_of(numbers, has) == np.arange(b.n)
    return found


def _amounts(b: Batch) -> NDArray[np.float64]:
    """Quantities of the lines in their base unit; 0 where nothing stands."""
    qty = b.line("qty") * b.reference.codes.unit_factor[b.line("unit")]
    found: NDArray[np.float64] = np.maximum(np.nan_to_num(qty), 0.0)
    return found


def _exports(b: Batch) -> tuple[NDArray[np.int64], Bools, NDArray[np.int64]]:
    """Lines of dated export permits, by State, year and quota; the quota they fall under.

    Where no quota is published, taxon, term and source stand for it.
    """
    issuer, issued = b.lift(b.permit("issuer")), b.lift(b.permit("issue_date"))
    taxon, term = b.line_accepted(), b.line("term")
    source, base = b.line("source"), b.reference.codes.unit_base[b.line("unit")]
    quota = b.reference.quotas.match(
        taxon, issuer, source, b.lift(b.permit("purpose")), term, issued
    )
    export = b.lift(b.reference.codes.where("doc_types", "EXPORT")[b.permit("doc_type")])
    goods = ((taxon.astype(np.int64) + 2) * 512 + term + 2) * 512 + source + 2
    keys = np.where(quota >= 0, -1 - quota.astype(np.int64), goods) * 4096 + issuer + 2
    keys = (keys * 512 + (calendar.year_of(issued) - 1900)) * 64 + base + 1
    return keys, export & (issued > BLANK_DAY), quota


@ledger_rule("R138")
def cumulative_totals_broken(b: Batch) -> Any:
    """From permit to permit, the total must grow at least by the quantity of the later one."""
    if not b.has("quota_used"):
        return np.zeros(b.n, dtype=bool)
    keys, known, _ = _exports(b)
    used = b.line("quota_used")
    issued = b.lift(b.permit("issue_date"))
    places = np.nonzero(known & (used >= 0) & (keys % 64 > 0) & (b.line_accepted() >= 0))[0]
    order = places[np.lexsort((used[places], issued[places], keys[places]))]
    factor = b.reference.codes.unit_factor[b.line("unit")]
    used = used * factor
    before, after = order[:-1], order[1:]
    same = (keys[before] == keys[after]) & (b.number_of_line()[before] != b.number_of_line()[after])
    grown = used[after] >= (used[before] + _amounts(b)[after]) * (1 - _GROWTH)
    found = np.zeros(b.n_lines, dtype=bool)
    found[after[same & ~grown]] = True
    return b.any_line(found)


@ledger_rule("R139")
def presented_above_quota(b: Batch) -> Any:
    """The sum of the permits seen exceeds the published quota of their year.

    A permit seen twice counts once.
    """
    keys, known, quota = _exports(b)
    limits, units = b.reference.quotas.values, b.reference.quotas.units
    factor = b.reference.codes.unit_factor
    limit = limits[quota] * np.where(units[quota] >= 0, factor[units[quota]], 1.0)
    base = b.reference.codes.unit_base
    same = (units[quota] < 0) | (base[units[quota]] == base[b.line("unit")])
    known &= same & (quota >= 0) & b.lift(_once(b)) & (limits[quota] > 0)
    sums, order = b.running_sum(keys, _amounts(b), known)
    return b.any_line(order & (sums > limit * (1 + _GROWTH)))
