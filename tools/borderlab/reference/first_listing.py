"""When a taxon first entered the Appendices: the test date for pre-Convention claims."""

from __future__ import annotations

from borderlab.reference.listing_types import FirstListing
from borderlab.reference.listings import history
from borderlab.reference.parties import population_code
from borderlab.reference.resolution import covers
from borderlab.reference.rows import NotListed
from borderlab.reference.taxa import find


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
    code = population_code(population)
    dated = [
        (entry.effective_from, entry)
        for entry in entries
        if entry.effective_from and (code is None or covers(entry, code))
    ]
    dated.sort(key=lambda pair: pair[0])
    seen = [entry.seen_from for entry in entries if entry.seen_from]
    if not dated or isinstance(found, NotListed) or any(day <= dated[0][0] for day in seen):
        return FirstListing(name, None, None, None, None, known=False, confidence="low")
    day, first = dated[0]
    delayed = first.effect == "delayed"
    effect = min(start for start, entry in dated if entry.effect == "in effect") if delayed else day
    return FirstListing(
        name,
        day,
        first.appendix,
        effect,
        first,
        known=True,
        confidence="general" if delayed else first.confidence,
    )
