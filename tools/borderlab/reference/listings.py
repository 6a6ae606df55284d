"""Which Appendix applied to a taxon, for a population, on a date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from borderlab.reference.resolution import current, pools
from borderlab.reference.rows import CONFIDENCE, Entry, Form, NotListed, Species
from borderlab.reference.tables import table
from borderlab.reference.taxa import find, unknown
from borderlab.reference.text import plain

AS_OF = dt.date(2026, 3, 5)
"""Reference date of the current listings: entry into force of the amendments of CoP20."""

_HISTORY_UNTIL = dt.date(2013, 6, 12)  # the complete listing history ends with CoP16


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
        partial: only named populations inside the country are in ``appendix``.
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


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in table("listing_history"):
        found.setdefault(entry.taxon_id, []).append(entry)
    return {taxon_id: tuple(entries) for taxon_id, entries in found.items()}


@cache
def _higher() -> dict[str, tuple[Entry, ...]]:
    """Entries that were made for a higher taxon, by its folded name, each once."""
    found: dict[str, dict[tuple[object, ...], Entry]] = {}
    for entry in table("listing_history"):
        if entry.listed_rank in ("", "species", "subspecies"):
            continue
        key = (entry.effective_from, entry.appendix, entry.listing_party, entry.populations)
        found.setdefault(plain(entry.listed_taxon), {}).setdefault(key, entry)
    return {name: tuple(entries.values()) for name, entries in found.items()}


@cache
def _forms() -> dict[str, Form]:
    return {plain(form.name): form for form in table("listed_forms")}


def history(taxon: str) -> tuple[Entry, ...]:
    """All entries of a taxon in the Appendices, oldest first.

    Deletions are not in the sources, but for entries with ``effective_to``.

    Raises:
        UnknownNameError: the name is not known.
    """
    found = find(taxon)
    if found is not None:
        return _entries().get(found.taxon_id, ())
    higher = _higher().get(plain(taxon).removesuffix(" spp"))
    if higher is None:
        raise unknown(taxon)
    return higher


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
    """
    code = population.strip().upper() if population else None
    found = find(taxon)
    if found is not None:
        return _of_taxon(found, date, code)
    form = _forms().get(plain(taxon))
    if form is not None:
        return _of_form(form, date, code)
    entries = _higher().get(plain(taxon).removesuffix(" spp"))
    if entries is None:
        raise unknown(taxon)
    in_force = current(entries, date, code)
    return _answer(entries[0].listed_taxon, "", date, code, in_force, "general")


def _of_taxon(taxon: Species | NotListed, date: dt.date, code: str | None) -> Listing:
    entries = _entries().get(taxon.taxon_id, ())
    in_force = current(entries, date, code)
    name = taxon.scientific_name
    if isinstance(taxon, Species):
        forms = tuple(form for form in table("listed_forms") if form.species_id == taxon.taxon_id)
        if not in_force and any(e.seen_from and date < e.seen_from for e in entries):
            return Listing(name, taxon.taxon_id, date, code, "unknown", confidence="low")
        latest = set(in_force) <= set(current(entries, AS_OF, code))
        confidence = _confidence(taxon, in_force, date, latest=latest)
        mark = taxon.annotation if latest else ""
        return _answer(name, taxon.taxon_id, date, code, in_force, confidence, mark, forms)
    if in_force:
        return _answer(name, taxon.taxon_id, date, code, in_force, "general")
    known = taxon.not_listed_from is None or taxon.not_listed_from <= date
    status = "not listed" if known else "unknown"
    return Listing(
        name, taxon.taxon_id, date, code, status,
        basis=taxon.source, confidence=taxon.confidence, note=taxon.status,
    )  # fmt: skip


def _of_form(form: Form, date: dt.date, code: str | None) -> Listing:
    """A form is only known as it stands now, so earlier dates stay unknown."""
    whole = _of_taxon(_species_of(form), date, code)
    if not whole.entries or whole.entries != _of_taxon(_species_of(form), AS_OF, code).entries:
        return Listing(form.name, form.species_id, date, code, "unknown", confidence="low")
    appendix = whole.appendix if "/" in form.appendix else form.appendix
    return Listing(
        form.name, form.species_id, date, code, "listed",
        appendix=appendix, appendices=tuple((appendix or "").split("/")), entries=whole.entries,
        basis=form.source, confidence=form.confidence, note=form.note,
    )  # fmt: skip


def _species_of(form: Form) -> Species:
    found = find(form.species_id)
    assert isinstance(found, Species)  # noqa: S101  (a foreign key, tested)
    return found


def _confidence(taxon: Species, in_force: tuple[Entry, ...], date: dt.date, *, latest: bool) -> str:
    """What the answer is worth.

    Up to 2013 the entries speak for themselves. After that, the entry now in force is worth what
    the check of the current Appendix is worth, and an earlier one what its own source is worth.
    """
    marks = [entry.confidence for entry in in_force]
    if latest and date > _HISTORY_UNTIL:
        marks = [taxon.confidence, *(m for m in marks if m in ("general", "low"))]
    elif not in_force:
        marks = [taxon.confidence if date > _HISTORY_UNTIL else "verified"]
    return max(marks, key=CONFIDENCE.index, default="verified")


def _answer(  # noqa: PLR0913  (one place where an answer is put together)
    name: str,
    taxon_id: str,
    date: dt.date,
    code: str | None,
    in_force: tuple[Entry, ...],
    confidence: str,
    annotation: str = "",
    forms: tuple[Form, ...] = (),
) -> Listing:
    if not in_force:
        return Listing(name, taxon_id, date, code, "not listed", forms=forms, confidence=confidence)
    partial = code is not None and any(code in entry.partial_populations for entry in in_force)
    appendices = tuple(sorted({entry.appendix for entry in in_force}))
    appendix = in_force[0].appendix if partial else "/".join(appendices)
    starts = [entry.effective_from for entry in in_force if entry.effective_from]
    limits = [set(entry.populations) for entry in in_force]
    return Listing(
        name, taxon_id, date, code, "listed",
        appendix=appendix,
        appendices=appendices,
        annotation=annotation if appendix != "I" else "",
        since=max(starts, default=None),
        in_appendix_since=_unbroken(taxon_id, appendix, date, code) if starts else None,
        parties=tuple(sorted({entry.listing_party for entry in in_force} - {""})),
        populations=() if not all(limits) else tuple(sorted(set().union(*limits))),
        excluded=tuple(sorted({c for entry in in_force for c in entry.excluded})),
        partial=partial,
        entries=in_force,
        forms=forms,
        basis="; ".join(dict.fromkeys(entry.source for entry in in_force)),
        confidence=max((confidence, "general" if partial else "verified"), key=CONFIDENCE.index),
        note="; ".join(dict.fromkeys(entry.note for entry in in_force if entry.note)),
    )  # fmt: skip


def _unbroken(taxon_id: str, appendix: str, date: dt.date, code: str | None) -> dt.date | None:
    """The first day from which the Appendix has been the same up to ``date``."""
    entries = _entries().get(taxon_id, ())
    days = sorted(
        {e.effective_from for e in entries if e.effective_from and e.effective_from <= date}
    )
    first: dt.date | None = None
    for day in reversed(days):
        then = current(entries, day, code)
        if "/".join(sorted({entry.appendix for entry in then})) != appendix and not any(
            entry.appendix == appendix for entry in then[:1]
        ):
            break
        first = day
    return first


def first_listed(taxon: str, population: str | None = None) -> FirstListing:
    """When a taxon was first included in Appendix I, II or III.

    The pre-Convention test date is the first inclusion in any Appendix, not the date of the
    listing now in force (Resolution Conf. 13.6).

    Args:
        taxon: scientific name, synonym or id.
        population: ISO code, for taxa of which only some populations were listed at first.

    Raises:
        UnknownNameError: the name is not known.
    """
    entries = [entry for entry in history(taxon) if entry.effect != "doubtful"]
    found = find(taxon)
    name = found.scientific_name if found else taxon
    code = population.strip().upper() if population else None
    dated = [e for e in entries if e.effective_from and (code is None or code in pools(e, code))]
    dated.sort(key=lambda entry: entry.effective_from or dt.date.max)
    seen = [entry.seen_from for entry in entries if entry.seen_from]
    first = dated[0] if dated else None
    if first is None or isinstance(found, NotListed) or any(s <= _start(first) for s in seen):
        return FirstListing(name, None, None, None, None, known=False, confidence="low")
    later = [e.effective_from for e in dated if e.effect == "in effect" and e.effective_from]
    effect = min(later, default=None) if first.effect == "delayed" else first.effective_from
    confidence = "general" if first.effect == "delayed" else first.confidence
    return FirstListing(
        name, first.effective_from, first.appendix, effect, first, known=True, confidence=confidence
    )


def _start(entry: Entry) -> dt.date:
    return entry.effective_from or dt.date.max
