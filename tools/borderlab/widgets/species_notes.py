"""What an officer should know about a listing: the notes of the reference data, in words.

The notes in the tables are short, in English, and partly meant for whoever keeps the tables. Here
each stands as a sentence that is translated, or as nothing where it helps no officer.
"""

from __future__ import annotations

import re

from borderlab.i18n import N_
from borderlab.i18n import gettext as _
from borderlab.reference.listing_types import Listing

_RHINO = N_(
    "Appendix II holds for C. s. simum only: live animals to acceptable destinations, and trophies."
    " All other specimens are in Appendix I. The sources have the new wording of this date, but not"
    " its populations."
)
_ARGALI = N_(
    "Holds for the forms hodgsonii and nigrimontana only; the countries are to be checked."
)
_FROM_FACTS = N_("The populations come from the species data, not from the listing history.")
_EXCLUDED = N_("Excluded from the listing of the higher taxon.")
_EU_ONLY = N_(
    "Only the European Union watches its trade; trade data then show “N” in the column of the"
    " Appendix."
)
_NOTHING = ""

_HEAD = "C. s. simum, live animals to acceptable destinations and trophies; other specimens as "
_SOURCE = "Appendix I. The source has the re-worded Appendix I entry of this date but not the "

NOTES = {
    f"{_HEAD}{_SOURCE}population": _RHINO,
    f"{_HEAD}{_SOURCE}populations": _RHINO,
    "C. s. simum; II only for the specimens named in the listing, other specimens as Appendix "
    "I": N_(
        "Appendix II holds for C. s. simum only, and only for the specimens that the listing names."
        " All other specimens are in Appendix I."
    ),
    "II: named populations, conditional": N_(
        "Appendix II for the populations that the listing names, under conditions."
    ),
    "I: population of India; II: African populations. For captive stock elsewhere the lineage "
    "decides": N_(
        "Appendix I: population of India. Appendix II: African populations. For captive animals"
        " elsewhere the lineage decides."
    ),
    "Asiatic lion; population of India": N_("The Asiatic lion: the population of India."),
    "P. b. bengalensis; date of the Appendix I entry not in the sources, set to that of the "
    "species entry": N_(
        "Appendix I holds for P. b. bengalensis only. Its date is not in the sources; the date of"
        " the species is shown."
    ),
    "I: populations of BD, IN and TH": N_(
        "Appendix I: populations of Bangladesh, India and Thailand."
    ),
    "except a population of Colombia": N_("Except one population of Colombia."),
    "E. l. nereis only; date and country: general knowledge": N_(
        "Holds for E. l. nereis only; date and country are to be checked."
    ),
    "forms hodgsonii and nigrimontana only; countries and date: general knowledge": _ARGALI,
    "forms hodgsonii and nigrimontana only; countries: general knowledge": _ARGALI,
    "populations from the species facts; not in the listing history": _FROM_FACTS,
    "populations from the species facts": _FROM_FACTS,
    "population of Madagascar (species facts)": N_("The population of Madagascar."),
    "named populations inside these countries; the Appendix I entry of the same date does not "
    "exclude them": N_(
        "Named populations inside these countries; the entry in Appendix I of the same date does"
        " not exclude them."
    ),
    "West Greenland population": N_("The population of West Greenland."),
    "coastal population of Chile": N_("The coastal population of Chile."),
    "African populations; country list from the CITES region Africa (general knowledge)": N_(
        "African populations; the countries are those of the CITES region Africa."
    ),
    "only some African populations listed (I)": N_(
        "Only some African populations are listed, in Appendix I."
    ),
    "neotropical populations; country list by region (general knowledge)": N_(
        "Neotropical populations; the countries are those of the region."
    ),
    "MY: wild harvest in Sarawak only, zero quota for other wild specimens": N_(
        "Malaysia: harvest from the wild in Sarawak only; zero quota for other wild specimens."
    ),
    "PH: zero quota for wild commercial specimens": N_(
        "Philippines: zero quota for wild specimens in commercial trade."
    ),
    "BR added at CoP19": N_("Brazil was added at CoP19."),
    "adopted with the CoP16 amendments; entry into effect delayed to 2014-09-14": N_(
        "Adopted at CoP16; in effect only since 14 September 2014."
    ),
    "delay of the CoP16 entries (seen in the sources for hammerheads and porbeagle only)": N_(
        "Adopted at CoP16, in effect later; the sources show the delay for hammerheads and"
        " porbeagle only."
    ),
    "deleted at CoP20; date of the Appendix II entry: general knowledge": N_(
        "Deleted at CoP20; the date of the entry in Appendix II is to be checked."
    ),
    "Appendix II until 2026-03-04; deleted at CoP20": N_(
        "In Appendix II until 4 March 2026; deleted at CoP20."
    ),
    "Appendix III seen in trade rows of 2023; date of listing and listing Party: general "
    "knowledge": N_(
        "Trade data of 2023 show Appendix III; the date and the Party that asked for it are to be"
        " checked."
    ),
    "date of listing not in the sources": N_("The date of listing is not in the sources."),
    "not listed (CoP20 proposal failed)": N_("A proposal to list it failed at CoP20."),
    "not listed (CoP18 proposal not adopted)": N_(
        "A proposal to list it was not adopted at CoP18."
    ),
    "not listed (domesticated form)": N_("The domesticated form is not listed."),
    "not listed (excluded)": _EXCLUDED,
    "not listed (excluded from Aloe spp.)": N_("Excluded from the listing of Aloe spp."),
    "not listed in I/II (excluded); formerly III (GH)": N_(
        "Excluded from Appendices I and II; was once in Appendix III at the request of Ghana."
    ),
    "not listed (EU monitoring only); App. N in trade rows": _EU_ONLY,
    "not CITES (EU Annex D); App. N in trade rows": _EU_ONLY,
    "not listed since 2010; App. N in trade rows": N_(
        "Not listed since 2010; trade data then show “N” in the column of the Appendix."
    ),
    # The verdict says it already, or it is about how the tables were made.
    "not listed": _NOTHING,
    "source names CN only; see conflicts.csv": _NOTHING,
    "same entry in the sources at: family:Psittacidae, order:Psittaciformes": _NOTHING,
    "same entry in the sources at: species:Carcharodon carcharias, not stated": _NOTHING,
    "same entry in the sources at: species:Cetorhinus maximus, not stated": _NOTHING,
    "same entry in the sources at: family:Pristidae, not stated": _NOTHING,
    "re-worded Appendix I entry whose exclusions do not match the Appendix II entry of 1992-06-11; "
    "not used in look-ups": _NOTHING,
}

_KINDS = {
    "domestic dog": N_("domestic dog"),
    "domestic pig": N_("domestic pig"),
    "domestic sheep/goat": N_("domestic sheep or goat"),
    "hybrids": N_("hybrids"),
    "Malagasy ebonies": N_("Malagasy ebonies"),
    "baleen whales": N_("baleen whales"),
}
_PARTS = {
    "hybrids": N_("{name} hybrids"),
    "bone": N_("{name} bone"),
    "gall": N_("{name} gall"),
    "horn": N_("{name} horn"),
    "ivory": N_("{name} ivory"),
    "wax": N_("{name} wax"),
}
_REMARKS = {
    "not listed": N_("not listed"),
    "mostly not listed": N_("mostly not listed"),
    "cashmere, not listed": N_("cashmere, not listed"),
    "II from CoP20": N_("II since CoP20"),
    "exempt if flowering, labelled, A": N_("exempt if in flower, labelled, source code A"),
}
_SHAPE = re.compile(
    rf"(?P<other>other )?(?P<name>.+?)(?: (?P<part>{'|'.join(_PARTS)}))?(?: \((?P<remark>.+)\))?"
)


def notes(listing: Listing) -> str:
    """What to know about the entries in force, as sentences; a note without wording as it is."""
    found = [entry.note for entry in listing.entries if entry.note] or [listing.note]
    worded = [NOTES.get(note, note) for note in found]
    return " ".join(dict.fromkeys(_(text) for text in worded if text))


def look_alike(name: str) -> str:
    """The name of what a specimen is confused with; scientific names stay as they are."""
    parts = _SHAPE.fullmatch(name)
    if parts is None:
        return name
    text, part = parts["name"], parts["part"]
    text = _(_KINDS[text]) if text in _KINDS else text
    if part:
        text = _(_PARTS[part]).format(name=text)
    if parts["other"]:
        text = _("other {name}").format(name=text)
    remark = parts["remark"]
    if remark is None:
        return text
    return f"{text} ({_(_REMARKS[remark]) if remark in _REMARKS else remark})"
