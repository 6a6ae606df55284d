"""Quotas set by the Conference of the Parties, reservations, suspensions, customs lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from functools import cache

from borderlab.reference.errors import as_day
from borderlab.reference.parties import state_code
from borderlab.reference.rows import Species
from borderlab.reference.tables import table
from borderlab.reference.taxa import ancestors, find, synonyms
from borderlab.reference.text import plain
from borderlab.reference.trade_rows import HsLine, Quota, Reservation, Suspension


@cache
def _lineage(taxon: str) -> frozenset[str]:
    """Folded names of a taxon and of all it belongs to: a measure on any of them reaches it."""
    found = find(taxon)
    names = [taxon]
    if isinstance(found, Species):
        names += [found.scientific_name, *synonyms(found.species_id)]
        names += [name for _, name in ancestors(found.species_id)]
    return frozenset(plain(name).removesuffix(" spp") for name in names)


@cache
def _folded(taxon: str) -> str:
    return plain(taxon).removesuffix(" spp")


def _concerns(taxon: str, row_taxon: str) -> bool:
    """Whether a measure on ``row_taxon`` reaches ``taxon``: the same name, or a higher taxon."""
    return _folded(row_taxon) in _lineage(taxon)


def _asked(party: str | None, date: dt.date | None) -> tuple[str | None, dt.date | None]:
    """A State, by code or name, and a day; None stays None."""
    return (
        None if party is None else state_code(party),
        None if date is None else as_day(date),
    )


def _open(date: dt.date | None, start: dt.date | None, end: dt.date | None) -> bool:
    if date is None:
        return True
    return (start is None or start <= date) and (end is None or date <= end)


def _in_scope(code: str | None, scope: Collection[str]) -> bool:
    return code is None or not scope or code in scope


def quota(  # noqa: PLR0913  (each is an independent filter)
    taxon: str,
    party: str | None = None,
    date: dt.date | None = None,
    *,
    term: str | None = None,
    source: str | None = None,
    purpose: str | None = None,
) -> tuple[Quota, ...]:
    """Quotas of the Conference of the Parties that reach a taxon.

    Args:
        taxon: scientific name, also of a taxon outside the kit's 307.
        party: exporting State, ISO code; rows for all range States always count.
        date: only quotas that run on this day.
        term: only quotas whose scope holds this term code.
        source: the same for a source code.
        purpose: the same for a purpose code.

    Raises:
        UnknownNameError: no State has this code.
        ValueError: the date is none.
    """
    party, date = _asked(party, date)
    rows: tuple[Quota, ...] = table("quotas")
    return tuple(
        row
        for row in rows
        if _concerns(taxon, row.taxon)
        and (party is None or row.party in ("", party))
        and _open(date, row.start_date, row.end_date)
        and _in_scope(term, row.term_codes)
        and _in_scope(source, row.source_codes)
        and _in_scope(purpose, row.purpose_codes)
    )


def reservation(
    taxon: str, party: str | None = None, date: dt.date | None = None
) -> tuple[Reservation, ...]:
    """Open reservations that reach a taxon (the list holds none that was withdrawn).

    Args:
        taxon: scientific name.
        party: only those of this State, ISO code.
        date: only those open on this day.

    Raises:
        UnknownNameError: no State has this code.
        ValueError: the date is none.
    """
    party, date = _asked(party, date)
    rows: tuple[Reservation, ...] = table("reservations")
    return tuple(
        row
        for row in rows
        if _concerns(taxon, row.taxon)
        and party in (None, row.party)
        and _open(date, row.start_date, None)
    )


def suspension(  # noqa: PLR0913  (each is an independent filter)
    party: str,
    taxon: str | None = None,
    date: dt.date | None = None,
    *,
    purpose: str | None = None,
    source: str | None = None,
    term: str | None = None,
    national: bool = False,
) -> tuple[Suspension, ...]:
    """Recommendations to suspend trade with a Party, as the stored tables of 2023-2024 had them.

    Args:
        party: ISO code of the exporting State.
        taxon: only those that reach this taxon; those on all species always count.
        date: only those in force on this day.
        purpose: a purpose code; a suspension of commercial trade then counts for ``T`` only.
        source: a source code.
        term: a term code.
        national: also national measures, which are no recommendations of CITES bodies.

    Raises:
        UnknownNameError: no State has this code.
        ValueError: the date is none.
    """
    exporter, date = state_code(party), None if date is None else as_day(date)
    rows: tuple[Suspension, ...] = table("suspensions")
    return tuple(
        row
        for row in rows
        if row.party == exporter
        and (taxon is None or row.taxon == "ALL" or _concerns(taxon, row.taxon))
        and _open(date, row.valid_from, row.valid_to)
        and _in_scope(purpose, row.purpose_codes)
        and _in_scope(source, row.source_codes)
        and _in_scope(term, row.term_codes)
        and (national or row.kind != "national measure")
    )


@cache
def _lines() -> dict[str, HsLine]:
    return {row.hs6: row for row in table("hs_lines")}


def hs_lines(taxon: str | None = None, code: str | None = None) -> tuple[HsLine, ...]:
    """Six-digit customs lines, all or those of a taxon or below a heading.

    Args:
        taxon: scientific name or id of a known taxon; unknown names give no lines.
        code: leading digits, with or without dots (``"0106"``, ``"0106.19"``).
    """
    rows = tuple(_lines().values())
    if taxon is not None:
        found = find(taxon)
        headings = found.hs_headings if found else ()
        rows = tuple(_lines()[heading] for heading in headings)
    digits = (code or "").replace(".", "").replace(" ", "")
    return tuple(row for row in rows if row.hs6.startswith(digits))
