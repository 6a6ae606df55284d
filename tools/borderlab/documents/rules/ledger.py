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
from borderlab.documents.kinds import BLANK_DAY
from borderlab.documents.registry import ledger_rule
from borderlab.documents.rules.identity import MULTI_CROSSING

Bools = NDArray[np.bool_]
_GROWTH = 1e-6


def _numbers(b: Batch) -> tuple[NDArray[np.int64], Bools]:
    """One key per permit of issuer and number, and whether there is a number."""
    number, issuer = b.permit("number"), b.permit("issuer")
    return number.astype(np.int64) * 4096 + issuer + 2, number >= 0


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
    first = b.first_of(stamp, (affixed >= 0) | (stated >= 0))
    number = b.permit("number")
    return (number != number[first]) & (number >= 0)


@ledger_rule("R022")
def number_seen_before(b: Batch) -> Any:
    """A second look within one clearance is no reuse; nor are certificates for many crossings."""
    keys, known = _numbers(b)
    first = b.first_of(keys, known & _single_use(b))
    return (first != np.arange(b.n)) & (_another_clearance(b, first) | _content_differs(b, first))


@ledger_rule("R064")
def several_consignments(b: Batch) -> Any:
    """The first shipment is covered, those under another transport document are not."""
    keys, known = _numbers(b)
    first = b.first_of(keys, known & _single_use(b))
    bill = b.permit("waybill")
    return (first != np.arange(b.n)) & (bill != bill[first]) & (bill >= 0) & (bill[first] >= 0)


def _content_differs(b: Batch, first: NDArray[np.int64]) -> Bools:
    content = b.content()
    found: Bools = content != content[first]
    return found


@ledger_rule("R023")
def clone(b: Batch) -> Any:
    """A corrected replacement names the document it replaces."""
    keys, known = _numbers(b)
    first = b.first_of(keys, known)
    return (first != np.arange(b.n)) & _content_differs(b, first) & (b.permit("replaces") < 0)


@ledger_rule("R124")
def mass_balance_exceeded(b: Batch) -> Any:
    """Re-exports against one origin permit, in the base unit, above the quantity imported.

    Processing only loses material, so no yield above 1 is needed; other dimensions are left out.
    """
    factor, base = b.reference.codes.unit_factor, b.reference.codes.unit_base
    unit = np.where(b.line("origin_unit") >= 0, b.line("origin_unit"), b.line("unit"))
    imported = b.line("origin_qty") * factor[unit]
    amount = np.nan_to_num(b.line("qty") * factor[b.line("unit")])
    known = (
        (b.line("origin_permit_no") >= 0) & (imported >= 0) & (base[unit] == base[b.line("unit")])
    )
    known &= b.lift(b.reference.codes.where("doc_types", "REEXPORT")[b.permit("doc_type")])
    keys = (b.line("origin_permit_no").astype(np.int64) * 4096 + b.line("origin") + 2) * 4096
    keys += b.line_accepted() + 2
    sums, order = b.running_sum(keys, amount, known)
    return b.any_line(order & (sums > imported * (1 + _GROWTH)))


def _exports(b: Batch) -> tuple[NDArray[np.int64], Bools, NDArray[np.int64]]:
    """Lines of export permits by State, year, taxon and term; the quota they fall under."""
    issuer, issued = b.lift(b.permit("issuer")), b.lift(b.permit("issue_date"))
    taxon, term = b.line_accepted(), b.line("term")
    quota = b.reference.quotas.match(
        taxon, issuer, b.line("source"), b.lift(b.permit("purpose")), term, issued
    )
    export = b.lift(b.reference.codes.where("doc_types", "EXPORT")[b.permit("doc_type")])
    keys = ((issuer.astype(np.int64) + 2) * 4096 + taxon + 2) * 512 + term + 2
    keys = keys * 512 + (calendar.year_of(issued) - 1900)
    return keys, export & (quota >= 0) & (issued > BLANK_DAY), quota


@ledger_rule("R138")
def cumulative_totals_broken(b: Batch) -> Any:
    """From permit to permit, the total must grow at least by the quantity of the later one."""
    keys, known, _ = _exports(b)
    used = b.line("quota_used")
    issued = b.lift(b.permit("issue_date"))
    order = np.lexsort((used, issued, keys))
    order = order[(known & (used >= 0))[order]]
    before, after = order[:-1], order[1:]
    same = (keys[before] == keys[after]) & (b.number_of_line()[before] != b.number_of_line()[after])
    grown = used[after] >= (used[before] + b.line("qty")[after]) * (1 - _GROWTH)
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
    amount = np.nan_to_num(b.line("qty") * factor[b.line("unit")])
    numbers, has = _numbers(b)
    once = b.first_of(numbers, has) == np.arange(b.n)
    sums, order = b.running_sum(keys, amount, known & b.lift(once) & (limits[quota] > 0))
    return b.any_line(order & (sums > limit * (1 + _GROWTH)))
