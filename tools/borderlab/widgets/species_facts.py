"""What the reference data say about one taxon on one day, ready to be shown.

Every statement carries its source; one that was not read in an official text carries the mark
"to be confirmed".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from borderlab import reference
from borderlab.i18n import LANGUAGES, date, details, language
from borderlab.i18n import gettext as _
from borderlab.reference import citations
from borderlab.reference.listing_types import Listing
from borderlab.reference.rows import NotListed, Species
from borderlab.widgets import species_notes
from borderlab.widgets.species_documents import documents_for

MOST_HITS = 8
_FIRST_DAY = dt.date(1975, 7, 1)  # entry into force of the Convention


def appendix_name(appendix: str) -> str:
    """Such as "Appendix II"; the number is never translated."""
    return _("Appendix {number}").format(number=appendix)


def search(text: str) -> list[dict[str, Any]]:
    """Taxa whose scientific name, synonym or common name contains ``text``, best first."""
    found = []
    for match in reference.search(text, limit=MOST_HITS):
        common = match.taxon.common_name(language())
        scientific = match.taxon.scientific_name
        via = match.name if match.name not in {common, scientific} else ""
        found.append({"id": match.taxon.taxon_id, "name": scientific, "common": common, "via": via})
    return found


def facts(taxon: Species | NotListed, day: dt.date) -> dict[str, Any]:
    """The card of a taxon on a day, as plain data in the language in use."""
    listing = reference.listing(taxon.scientific_name, day)
    return {
        "id": taxon.taxon_id,
        "name": taxon.scientific_name,
        "common": _common_names(taxon),
        "classification": _classification(taxon),
        "day": day.isoformat(),
        "verdict": verdict(listing),
        "on": _("On {date}").format(date=date(day)),
        "confirm": reference.confirm_mark(listing),
        "since": _since(listing),
        "since_confirm": _since_mark(listing),
        "populations": _populations(listing),
        "annotation": _annotation(listing.annotation),
        "timeline": timeline(taxon, day),
        "documents": documents_for(listing),
        "look_alikes": _look_alikes(taxon),
        "note": species_notes.notes(listing),
        "sources": _sources(taxon, listing),
    }


def verdict(listing: Listing) -> str:
    """Which Appendix, in words."""
    if listing.status == "unknown":
        return _("The reference data do not say.")
    if listing.appendix is None:
        return _("Not listed")
    if listing.appendix == "I/II":
        return _("Appendix I or II, depending on the population")
    return appendix_name(listing.appendix)


def _since(listing: Listing) -> str:
    if listing.in_appendix_since is None or len(listing.appendices) != 1:
        return ""
    text = _("in this Appendix since {date}").format(date=date(listing.in_appendix_since))
    if listing.parties:
        text = _("{since}, at the request of {parties}").format(
            since=text, parties=_states(listing.parties)
        )
    return text


def _since_mark(listing: Listing) -> str:
    """The mark for the day alone, where the Appendix itself is verified."""
    marks = [reference.confirm_mark(entry) for entry in listing.entries]
    return "" if listing.to_confirm else max(marks, default="")


def _common_names(taxon: Species | NotListed) -> list[dict[str, str]]:
    own = language()
    return [
        {"lang": code, "language": details(code).name, "name": taxon.common_name(code)}
        for code in sorted(LANGUAGES, key=lambda code: code != own)
        if taxon.common_name(code) != taxon.scientific_name
    ]


def _classification(taxon: Species | NotListed) -> str:
    if not isinstance(taxon, Species):
        return ""
    ranks = " · ".join(name for name in (taxon.class_, taxon.order, taxon.family) if name)
    older = reference.synonyms(taxon.taxon_id)
    if not older:
        return ranks
    names = _("also named {names}").format(names=", ".join(older))
    return f"{ranks} · {names}" if ranks else names


def _states(codes: Iterable[str]) -> str:
    known = reference.states()
    return ", ".join(
        known[code].name(language()) if code in known else code for code in sorted(codes)
    )


def _populations(listing: Listing) -> list[dict[str, str]]:
    """Which populations stand where, if the listing tells them apart."""
    rows = []
    for entry in listing.entries:
        if not (entry.populations or entry.excluded or entry.partial_populations):
            continue
        if entry.populations:
            text = _("populations of {states}").format(states=_states(entry.populations))
        elif entry.excluded:
            text = _("all populations except {states}").format(states=_states(entry.excluded))
        else:
            text = _("some populations in {states}").format(
                states=_states(entry.partial_populations)
            )
        rows.append(
            {
                "appendix": appendix_name(entry.appendix),
                "text": text,
                "confirm": reference.confirm_mark(entry),
            }
        )
    rows += [
        {
            "appendix": _("{name}: Appendix {number}").format(name=form.name, number=form.appendix),
            "text": "",
            "confirm": reference.confirm_mark(form),
        }
        for form in listing.forms
    ]
    return rows


def _annotation(name: str) -> dict[str, str]:
    """An annotation and the terms that the reference data list for it."""
    if not name:
        return {}
    try:
        row = reference.annotation(name)
    except reference.UnknownNameError:
        return {"name": name, "text": "", "confirm": _("to be confirmed"), "source": ""}
    terms = [_term(code) for code in row.covered_terms]
    text = _("covers: {terms}").format(terms=", ".join(terms)) if terms else ""
    return {
        "name": name,
        "text": text,
        "confirm": reference.confirm_mark(row),
        "source": row.source,
    }


def _term(code: str) -> str:
    try:
        return f"{reference.label(code, language(), 'terms')} ({code})"
    except reference.UnknownNameError:
        return code


def timeline(taxon: Species | NotListed, day: dt.date) -> list[dict[str, Any]]:
    """Stays in one Appendix, oldest first; ``at`` and ``until`` from 0 (1975) to 1 (``day``).

    Entries that only re-worded a listing are joined to the stay they belong to.
    """
    starts = {entry.effective_from or entry.seen_from for entry in _history(taxon)}
    if isinstance(taxon, NotListed):
        starts.add(taxon.not_listed_from)
    end = max(day, reference.AS_OF)
    days = sorted(start for start in starts if start is not None and start <= end)
    stays: list[dict[str, Any]] = []
    for start in days:
        listing = reference.listing(taxon.scientific_name, start)
        if stays and stays[-1]["appendix"] == (listing.appendix or ""):
            continue
        stays.append(_stay(start, end, listing))
    for stay, following in pairwise(stays):
        stay["until"] = following["at"]
    return stays


def _history(taxon: Species | NotListed) -> Sequence[Any]:
    try:
        return reference.history(taxon.scientific_name)
    except reference.UnknownNameError:
        return ()


def _stay(start: dt.date, end: dt.date, listing: Listing) -> dict[str, Any]:
    confirm = any(entry.to_confirm for entry in listing.entries) or listing.to_confirm
    return {
        "appendix": listing.appendix or "",
        "date": date(start),
        "day": start.isoformat(),
        "year": str(start.year),
        "text": verdict(listing),
        "parties": _states(listing.parties) if listing.parties else "",
        "at": max(0.0, (start - _FIRST_DAY).days / max(1, (end - _FIRST_DAY).days)),
        "until": 1.0,
        "confirm": _("to be confirmed") if confirm else "",
    }


def _look_alikes(taxon: Species | NotListed) -> list[dict[str, str]]:
    if not isinstance(taxon, Species):
        return []
    return [
        {
            "name": species_notes.look_alike(row.look_alike),
            "id": row.look_alike_id,
            "confirm": reference.confirm_mark(row),
        }
        for row in reference.look_alikes(taxon.taxon_id)
    ]


def _sources(taxon: Species | NotListed, listing: Listing) -> list[str]:
    found = []
    if listing.basis:
        found.append(_("Listing: {source}").format(source=citations.names(listing.basis)))
    if isinstance(taxon, Species):
        found += citations.statements(taxon.source)
    else:
        found.append(_("Taxon: {source}").format(source=citations.names(taxon.source)))
    found.append(_("State of the listings: {date}").format(date=date(reference.AS_OF)))
    return found
