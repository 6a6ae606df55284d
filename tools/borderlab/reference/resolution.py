"""From the entries of a taxon to those that are in force for a population on a day.

The history holds what came into effect, not what ended. An entry ends by a later one:

- an entry in Appendix I or II replaces, for the populations it covers, every earlier entry;
- a general entry (one that names no populations) restates its Appendix, so a population that it
  excludes leaves that Appendix, though not the other one;
- an entry in Appendix I or II ends the Appendix III entries of the taxon;
- an entry in Appendix III adds its Party, and does not touch an entry in Appendix I or II.

On one day, the entry that names a population goes before the general one. Only where a population
is marked as partial (a part of a country) both stay.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from borderlab.reference.rows import Entry

ELSEWHERE = "*"
"""A population that no entry names."""


def covers(entry: Entry, code: str) -> bool:
    """Whether an entry covers a population."""
    if entry.populations:
        return code in entry.populations
    return code not in entry.excluded


def current(entries: Iterable[Entry], date: dt.date, code: str | None) -> tuple[Entry, ...]:
    """The entries in force on a day for one population, or for all of them (None).

    The entry that decides comes first.
    """
    live = [entry for entry in entries if _stands(entry, date)]
    if code is not None:
        return _for_population(live, code)
    codes = {c for entry in live for c in (*entry.populations, *entry.excluded)}
    found: dict[Entry, None] = {}
    for one in (ELSEWHERE, *sorted(codes)):
        found.update(dict.fromkeys(_for_population(live, one)))
    return tuple(found)


def _stands(entry: Entry, date: dt.date) -> bool:
    start = entry.effective_from or entry.seen_from
    if entry.effect != "in effect" or start is None or start > date:
        return False
    return entry.effective_to is None or date <= entry.effective_to


def _day(entry: Entry) -> dt.date:
    return entry.effective_from or entry.seen_from or dt.date.min


def _for_population(live: list[Entry], code: str) -> tuple[Entry, ...]:
    now: list[Entry] = []
    for _, same_day in groupby(sorted(live, key=_day), key=_day):
        now = _step(now, list(same_day), code)
    return tuple(now)


def _step(now: list[Entry], group: list[Entry], code: str) -> list[Entry]:
    """What is in force after the entries of one day."""
    strict = [entry for entry in group if entry.appendix != "III"]
    if strict:
        now = [entry for entry in now if entry.appendix != "III"]
    for entry in strict:
        if not entry.populations and code in entry.excluded:
            now = [old for old in now if old.appendix != entry.appendix]
    covering = [entry for entry in strict if covers(entry, code)]
    if covering:
        return _choose(covering, code)
    if any(entry.appendix != "III" for entry in now):
        return now
    added = [entry for entry in group if entry.appendix == "III" and covers(entry, code)]
    parties = {entry.listing_party for entry in added}
    return [*(old for old in now if old.listing_party not in parties), *added]


def _choose(covering: list[Entry], code: str) -> list[Entry]:
    named = [entry for entry in covering if code in entry.populations]
    if not named:
        return covering
    if not any(code in entry.partial_populations for entry in named):
        return named
    return [*named, *(entry for entry in covering if entry not in named)]
