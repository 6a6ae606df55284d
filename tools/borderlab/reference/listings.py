"""Which Appendix applied to a taxon, for a population, on a date."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import replace
from functools import cache, lru_cache

from borderlab.reference.errors import as_day
from borderlab.reference.listing_types import Listing
from borderlab.reference.parties import population_code
from borderlab.reference.resolution import current
from borderlab.reference.rows import CONFIDENCE, Entry, Form, NotListed, Species
from borderlab.reference.tables import table
from borderlab.reference.taxa import find, forms, unknown
from borderlab.reference.text import plain

AS_OF = dt.date(2026, 3, 5)
"""Reference date of the current listings: entry into force of the amendments of CoP20."""

_HISTORY_UNTIL = dt.date(2013, 6, 12)  # the complete listing history ends with CoP16
_DAY = dt.timedelta(days=1)
_States = tuple[tuple[dt.date, ...], tuple[tuple[Entry, ...], ...]]


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    """Entries by taxon id and, for those made at a higher rank, by that taxon's folded name."""
    found: dict[str, list[Entry]] = {}
    seen: set[tuple[object, ...]] = set()
    for entry in table("listing_history"):
        found.setdefault(entry.taxon_id, []).append(entry)
        if entry.listed_rank in ("", "species", "subspecies"):
            continue
        name = plain(entry.listed_taxon)
        key = (name, entry.effective_from, entry.appendix, entry.listing_party, entry.populations)
        if key not in seen:
            seen.add(key)
            found.setdefault(name, []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def _forms() -> dict[str, Form]:
    return {plain(form.name): form for form in table("listed_forms")}


def _higher_key(taxon: str) -> str:
    key = plain(taxon).removesuffix(" spp")
    if key not in _entries():
        raise unknown(taxon)
    return key


def history(taxon: str) -> tuple[Entry, ...]:
    """All entries of a taxon in the Appendices, oldest first.

    Deletions are not in the sources, but for entries with ``effective_to``.

    Raises:
        UnknownNameError: the name is not known.
    """
    found = find(taxon)
    if found is not None:
        return _entries().get(found.taxon_id, ())
    return _entries()[_higher_key(taxon)]


def listing(taxon: str, date: dt.date, population: str | None = None) -> Listing:
    """The listing of a taxon on a date, inherited from higher taxa where it was listed there.

    Args:
        taxon: scientific name, synonym or id; also a form (``"Boa constrictor occidentalis"``),
            an unlisted look-alike, or a higher taxon of the history (``"Psittaciformes"``).
        date: the day.
        population: ISO alpha-2 code of the country of origin, for split listings; without it the
            answer covers all populations (``I/II`` if they differ).

    Raises:
        UnknownNameError: the name is not known; the sentence offers near matches.
        ValueError: the date is none.
    """
    code, date = population_code(population), as_day(date)
    key = _key(taxon)
    days, _ = _states(key, code)
    return replace(_answer(key, code, bisect_right(days, date) - 1), date=date)


@lru_cache(maxsize=4096)
def _key(taxon: str) -> str:
    """What `_answer` looks a name up by: taxon id, folded form name or folded higher taxon."""
    found = find(taxon)
    if found is not None:
        return found.taxon_id
    name = plain(taxon)
    return name if name in _forms() else _higher_key(taxon)


@cache
def _states(key: str, code: str | None) -> _States:
    """The days on which an answer changes, and the entries in force from each."""
    form = _forms().get(key)
    entries = _entries().get(form.species_id if form else key, ())
    days = {dt.date.min, _HISTORY_UNTIL + _DAY, AS_OF}
    days.update(start for e in entries if (start := e.effective_from or e.seen_from))
    days.update(entry.effective_to + _DAY for entry in entries if entry.effective_to)
    found = None if form else find(key)
    if isinstance(found, NotListed) and found.not_listed_from:
        days.add(found.not_listed_from)
    ordered = tuple(sorted(days))
    return ordered, tuple(current(entries, day, code) for day in ordered)


@cache
def _answer(key: str, code: str | None, at: int) -> Listing:
    """The answer for the stretch of days that begins at position ``at`` of `_states`."""
    form = _forms().get(key)
    if form is not None:
        return _of_form(form, code, at)
    days, states = _states(key, code)
    taxon = find(key)
    if isinstance(taxon, NotListed):
        return _of_not_listed(taxon, code, at)
    if taxon is None:
        blank = Listing(states[-1][0].listed_taxon, "", days[at], code, "not listed")
        return _filled(replace(blank, confidence="general"), states, days, at)
    blank = Listing(taxon.scientific_name, taxon.species_id, days[at], code, "not listed")
    if not states[at] and any(
        entry.seen_from and days[at] < entry.seen_from for entry in _entries().get(key, ())
    ):
        return replace(blank, status="unknown", confidence="low")
    latest = set(states[at]) == set(states[days.index(AS_OF)])
    blank = replace(
        blank,
        forms=forms(taxon.species_id),
        confidence=_confidence(taxon, states[at], days[at], latest=latest),
        annotation=taxon.annotation if latest else "",
    )
    return _filled(blank, states, days, at)


def _of_not_listed(taxon: NotListed, code: str | None, at: int) -> Listing:
    days, states = _states(taxon.taxon_id, code)
    day = days[at]
    blank = Listing(taxon.name, taxon.taxon_id, day, code, "not listed", confidence="general")
    if states[at]:
        return _filled(blank, states, days, at)
    known = taxon.not_listed_from is None or taxon.not_listed_from <= day
    return replace(
        blank,
        status="not listed" if known else "unknown",
        basis=taxon.source,
        confidence=taxon.confidence if known else "low",
        note=taxon.status,
    )


def _of_form(form: Form, code: str | None, at: int) -> Listing:
    """A form is only known as it stands now, so the time before the current entry is unknown."""
    days, states = _states(form.species_id, code)
    blank = Listing(form.name, form.species_id, days[at], code, "unknown", confidence="low")
    if not states[at] or set(states[at]) != set(states[days.index(AS_OF)]):
        return blank
    appendix = form.appendix
    if "/" in appendix:
        appendix = _answer(form.species_id, code, at).appendix or appendix
    return replace(
        blank,
        status="listed",
        appendix=appendix,
        appendices=tuple(appendix.split("/")),
        entries=states[at],
        basis=form.source,
        confidence=form.confidence,
        note=form.note,
    )


def _confidence(taxon: Species, in_force: tuple[Entry, ...], day: dt.date, *, latest: bool) -> str:
    """What the answer is worth.

    Up to 2013 the entries speak for themselves. After that, the entry now in force is worth what
    the check of the current Appendix is worth, and an earlier one what its own source is worth.
    """
    marks = [entry.confidence for entry in in_force]
    if day > _HISTORY_UNTIL and (latest or not in_force):
        marks = [taxon.confidence, *(mark for mark in marks if mark in ("general", "low"))]
    return max(marks, key=CONFIDENCE.index, default="verified")


def _filled(
    blank: Listing, states: tuple[tuple[Entry, ...], ...], days: tuple[dt.date, ...], at: int
) -> Listing:
    """Put the entries in force into an answer."""
    in_force, code = states[at], blank.population
    if not in_force:
        return blank
    partial = code is not None and any(code in entry.partial_populations for entry in in_force)
    appendix = _appendix(in_force, partial=partial)
    starts = [entry.effective_from for entry in in_force if entry.effective_from]
    limits = [set(entry.populations) for entry in in_force]
    return replace(
        blank,
        status="listed",
        appendix=appendix,
        appendices=tuple(sorted({entry.appendix for entry in in_force})),
        annotation=blank.annotation if appendix != "I" else "",
        since=max(starts, default=None),
        in_appendix_since=_unbroken(states, days, at, code) if starts else None,
        parties=tuple(sorted({entry.listing_party for entry in in_force} - {""})),
        populations=tuple(sorted(set().union(*limits))) if all(limits) else (),
        excluded=tuple(sorted({one for entry in in_force for one in entry.excluded})),
        partial=partial,
        entries=in_force,
        basis="; ".join(dict.fromkeys(entry.source for entry in in_force)),
        confidence=max((blank.confidence, "general"), key=CONFIDENCE.index)
        if partial
        else blank.confidence,
        note="; ".join(dict.fromkeys(entry.note for entry in in_force if entry.note)),
    )


def _appendix(in_force: tuple[Entry, ...], *, partial: bool) -> str | None:
    """The Appendix of a set of entries.

    A part of a country that is named for Appendix II decides. One that is named for Appendix I is
    a form living beside others, so the country alone decides nothing.
    """
    if partial and in_force[0].appendix != "I":
        return in_force[0].appendix
    return "/".join(sorted({entry.appendix for entry in in_force})) or None


def _unbroken(
    states: tuple[tuple[Entry, ...], ...], days: tuple[dt.date, ...], at: int, code: str | None
) -> dt.date | None:
    """The first day from which the Appendix has been the same without a break."""

    def appendix(position: int) -> str | None:
        found = states[position]
        partial = any(code in entry.partial_populations for entry in found)
        return _appendix(found, partial=partial)

    first = at
    while first > 0 and appendix(first - 1) == appendix(at):
        first -= 1
    return days[first]
