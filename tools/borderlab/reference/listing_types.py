"""The answers to "which Appendix, on which day" and "since when"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from borderlab.reference.rows import Entry, Form


@dataclass(frozen=True, slots=True)
class Listing:
    """The answer of `listing`.

    Attributes:
        scientific_name: accepted name, or the name asked for if it is a form or higher taxon.
        taxon_id: id of the taxon, empty for a higher taxon.
        date: the day asked for.
        population: ISO code asked for, or None for the taxon as a whole.
        status: ``listed``, ``not listed``, or ``unknown`` where the sources say nothing.
        appendix: ``I``, ``II``, ``III``; ``I/II`` if the population decides; None if not listed.
        appendices: every Appendix that can apply. Check a permit's box 10 against these: for
            ``partial`` populations there are two although ``appendix`` names one.
        annotation: ``#4`` and the like, of the current entry only; empty for earlier dates.
        since: the entry in force took effect on this day. A re-worded entry has a new date.
        in_appendix_since: first day of the unbroken stay in this Appendix.
        parties: for Appendix III, the Parties that listed the taxon.
        populations: codes to which the entries in force are limited (empty: no limit).
        excluded: codes that the entries in force leave out.
        partial: the entry means only a part of the country: named populations, or a form.
        entries: the entries in force.
        forms: subspecies and forms listed in their own way; the country does not tell them apart.
        basis: sources of the entries.
        confidence: see `CONFIDENCE`; the weakest of what the answer rests on.
        note: what to know about the entries.
    """

    scientific_name: str
    taxon_id: str
    date: dt.date
    population: str | None
    status: str
    appendix: str | None = None
    appendices: tuple[str, ...] = ()
    annotation: str = ""
    since: dt.date | None = None
    in_appendix_since: dt.date | None = None
    parties: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    partial: bool = False
    entries: tuple[Entry, ...] = ()
    forms: tuple[Form, ...] = ()
    basis: str = ""
    confidence: str = "verified"
    note: str = ""

    @property
    def to_confirm(self) -> bool:
        """Whether a learner must see the "to be confirmed" mark."""
        return self.confidence != "verified"

    def __bool__(self) -> bool:
        return self.status == "listed"


@dataclass(frozen=True, slots=True)
class FirstListing:
    """When a taxon was first included in any Appendix: the test date for pre-Convention claims.

    ``date`` is None and ``known`` false where the sources do not hold the first entry.
    ``in_effect_from`` is later than ``date`` if the entry was adopted with a delayed effect.
    """

    scientific_name: str
    date: dt.date | None
    appendix: str | None
    in_effect_from: dt.date | None
    entry: Entry | None
    known: bool
    confidence: str

    @property
    def to_confirm(self) -> bool:
        """Whether a learner must see the "to be confirmed" mark."""
        return not self.known or self.confidence != "verified"
