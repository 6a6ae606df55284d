"""What is known of six information sources (Decision 19.152 a), and how the authors rank them.

A note with a source carries it and its confidence. No published ranking of sources was found:
every ranking here is the judgement of the authors and is shown as such.
"""

from __future__ import annotations

from dataclasses import dataclass

from borderlab.i18n import N_

VERIFIED, SECONDARY, JUDGED = "verified", "secondary", "judgement"

SOURCES = {
    "permits": N_("Permits issued, and their applications"),
    "trade": N_("Trade data of the annual reports"),
    "seizures": N_("Seizures"),
    "alerts": N_("Alerts of other Parties and agencies"),
    "cargo": N_("Manifests and advance cargo data"),
    "offers": N_("Online offers"),
}
CRITERIA = {
    "coverage": N_("Coverage"),
    "bias": N_("Bias"),
    "timeliness": N_("Timeliness"),
    "confidentiality": N_("Confidentiality"),
}
ASKED = {
    "coverage": N_("How much of what matters does it see? Most first."),
    "bias": N_("How little is it bent by where people look? Least bent first."),
    "timeliness": N_("How soon can you use it? Soonest first."),
    "confidentiality": N_("How freely may you share it? Freest first."),
}
QUESTIONS = {
    "tomorrow": N_("Which of the consignments that arrive tomorrow should we open?"),
    "profile": N_("On which species and routes should next year's risk profiles look?"),
}
# Order of the authors: question -> criterion -> sources, best first.
_ALWAYS = {
    "bias": ("permits", "cargo", "trade", "offers", "alerts", "seizures"),
    "confidentiality": ("trade", "offers", "seizures", "permits", "cargo", "alerts"),
}
RANKING: dict[str, dict[str, tuple[str, ...]]] = {
    "tomorrow": {
        "coverage": ("cargo", "permits", "alerts", "seizures", "offers", "trade"),
        "timeliness": ("cargo", "alerts", "permits", "offers", "seizures", "trade"),
        **_ALWAYS,
    },
    "profile": {
        "coverage": ("trade", "permits", "cargo", "seizures", "offers", "alerts"),
        "timeliness": ("offers", "alerts", "cargo", "permits", "seizures", "trade"),
        **_ALWAYS,
    },
}


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know about a source.

    Attributes:
        about: key of `SOURCES`.
        criterion: key of `CRITERIA`.
        text: English sentence, a catalogue message.
        origin: where it is from, a catalogue message; empty for a judgement of the authors.
        confidence: `VERIFIED`, `SECONDARY` or `JUDGED`.
    """

    about: str
    criterion: str
    text: str
    origin: str = ""
    confidence: str = JUDGED


NOTES = (
    Note(
        "permits",
        "coverage",
        N_(
            "A valid-looking permit and a lawful consignment are two different things: due "
            "diligence is asked for even when the issuer is competent."
        ),
        N_("Resolution Conf. 11.3, paragraph 1 (text proposed to CoP19)"),
        VERIFIED,
    ),
    Note(
        "permits",
        "confidentiality",
        N_("It names applicants and their business: share what the purpose needs."),
    ),
    Note("permits", "timeliness", N_("It is known before the goods leave, if systems are linked.")),
    Note(
        "permits",
        "bias",
        N_("It records every lawful application, whoever looks; it is silent about the rest."),
    ),
    Note(
        "trade",
        "coverage",
        N_(
            "CITES and customs figures for the same flow can differ by hundreds or thousands of "
            "per cent."
        ),
        N_("Blundell and Mascia"),
        VERIFIED,
    ),
    Note(
        "trade",
        "bias",
        N_("A common lawful cause of differences: permits issued are reported, not actual trade."),
        N_("UNEP-WCMC"),
        VERIFIED,
    ),
    Note(
        "trade",
        "timeliness",
        N_("It is put together after the end of the year: good for patterns, too late for a lane."),
    ),
    Note("trade", "confidentiality", N_("It is published without names.")),
    Note(
        "seizures",
        "bias",
        N_(
            "Seizures are not trade. ETIS needs models for seizure rates and reporting rates, "
            "because countries differ in both; raw counts cannot be compared."
        ),
        N_("ETIS, method"),
        VERIFIED,
    ),
    Note(
        "seizures",
        "coverage",
        N_(
            "More seizures after a new law may mean better control, not more crime: almost a third "
            "of the cheetahs rescued in Somaliland since 2010 came after the law of August 2018."
        ),
        N_("GI-TOC"),
        VERIFIED,
    ),
    Note("seizures", "timeliness", N_("A report comes when the case allows it, often late.")),
    Note(
        "seizures",
        "confidentiality",
        N_("Counts can be published; details of an open case cannot."),
    ),
    Note(
        "alerts",
        "confidentiality",
        N_(
            "The cheetah group on CENcomm is a closed user group: membership on request, exchange "
            "without names."
        ),
        N_("CITES, SC70 Doc. 43"),
        VERIFIED,
    ),
    Note("alerts", "timeliness", N_("An alert is made to be used at once, and grows old as fast.")),
    Note("alerts", "coverage", N_("It sees one case and says nothing about all the others.")),
    Note("alerts", "bias", N_("It comes from where somebody was already looking.")),
    Note(
        "cargo",
        "coverage",
        N_(
            "Hong Kong Customs chose an air consignment declared as spare parts by risk "
            "assessment: 300 kg of ivory."
        ),
        N_("WCO, 2013"),
        VERIFIED,
    ),
    Note(
        "cargo",
        "bias",
        N_(
            "A live cheetah falls in 0106.19, a residual line with many harmless animals: the HS "
            "code alone is a poor selector."
        ),
        N_("Harmonized System"),
        VERIFIED,
    ),
    Note("cargo", "timeliness", N_("It arrives before the goods: that is what it is for.")),
    Note("cargo", "confidentiality", N_("It is commercial data, protected by customs law.")),
    Note(
        "offers",
        "coverage",
        N_("An offer shows demand and prices, not a consignment; many offers are never fulfilled."),
    ),
    Note("offers", "bias", N_("You find what you search for, in the languages you search in.")),
    Note("offers", "timeliness", N_("It can be seen the same day, and disappears as fast.")),
    Note(
        "offers",
        "confidentiality",
        N_("It is public, but collecting data on persons has legal limits."),
    ),
)


def notes_on(criterion: str) -> dict[str, Note]:
    """The note of each source on one criterion."""
    return {note.about: note for note in NOTES if note.criterion == criterion}


def agreement(mine: tuple[str, ...] | list[str], other: tuple[str, ...]) -> tuple[int, int]:
    """Pairs of sources that two rankings put in the same order, and all pairs."""
    place = {name: index for index, name in enumerate(other)}
    known = [place[name] for name in mine]
    pairs = [(a, b) for i, a in enumerate(known) for b in known[i + 1 :]]
    return sum(a < b for a, b in pairs), len(pairs)
