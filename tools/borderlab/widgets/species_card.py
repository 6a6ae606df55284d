"""The species card: one look at what the reference data say about a taxon on a day."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any

from traitlets import Dict, TraitError, Unicode, observe

from borderlab import reference
from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, joined, language
from borderlab.widgets import species_facts
from borderlab.widgets.display import KitWidget, StaticView, colon, sentence, show
from borderlab.widgets.ranges import SettingError

_LONGEST_SEARCH = 80


class SpeciesCard(KitWidget):
    """A card with a search box. Only the hits and the card shown travel to the browser.

    Attributes:
        name: Scientific name of the taxon shown; a synonym or id may be set.
        day: Day of the listing, ISO 8601.
        card: What is shown, from `species_facts.facts`.
        results: Hits of the last search.
        problem: What is wrong with the last request, in a sentence; else "".
    """

    _script = "species_card.js"
    _styles = ("species_card.css",)

    name = Unicode().tag(sync=True)
    day = Unicode().tag(sync=True)
    card = Dict().tag(sync=True)
    results = Dict().tag(sync=True)
    problem = Unicode().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, name: str, day: dt.date) -> None:
        taxon = _taxon(name)
        super().__init__(
            name=taxon.scientific_name,
            day=day.isoformat(),
            card=species_facts.facts(taxon, day),
            strings=_strings(),
            language=language(),
        )
        self.on_msg(self._heard)

    @property
    def summary(self) -> str:
        """The card in words."""
        with in_language(self.language):
            return _words(self.card)

    def static_html(self) -> str:
        """The card as escaped HTML."""
        with in_language(self.language):
            return _html(self.card)

    @observe("name", "day")  # type: ignore[untyped-decorator]
    def _changed(self, _change: Any) -> None:
        if not self.card:
            return
        with in_language(self.language):
            try:
                day = _day(self.day)
                self.card = species_facts.facts(_taxon(self.name), day)
                self.problem = ""
            except (TraitError, reference.UnknownNameError) as error:
                self.problem = str(error)
            except Exception as error:  # noqa: BLE001  (a callback must never end in silence)
                self.problem = _("The kit made a mistake ({detail}).").format(detail=error)

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if not isinstance(content, dict) or content.get("type") != "search":
            return
        text = str(content.get("text", ""))[:_LONGEST_SEARCH]
        with in_language(self.language):
            try:
                hits = species_facts.search(text)
            except Exception as error:  # noqa: BLE001  (as above)
                self.problem = _("The kit made a mistake ({detail}).").format(detail=error)
                return
            self.results = {"text": text, "hits": hits}


def species_card(name: str = "Acinonyx jubatus", date: str | dt.date | None = None) -> Any:
    """Show what the reference data say about a species: names, Appendix, history, documents.

    Args:
        name: Scientific name, synonym or id; the card can look up others.
        date: Day of the listing, as ``"2016-05-01"``; default today.

    Returns:
        The card, already displayed; a sentence if the name or date is not known.
    """
    try:
        card = SpeciesCard(name, _day(date))
    except (TraitError, reference.UnknownNameError) as error:
        return show(sentence(str(error), problem=True))
    view: SpeciesCard | StaticView = card.view()
    return show(view)


def _taxon(name: str) -> Any:
    return reference.find(name) or reference.species(name)


def _day(value: str | dt.date | None) -> dt.date:
    """The day meant.

    Raises:
        SettingError: It is no date; a sentence says how to write one.
    """
    if value is None:
        return dt.datetime.now().astimezone().date()
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        text = _("“{value}” is not a date. Write it as year-month-day: 2016-05-01.")
        raise SettingError(text.format(value=value)) from error


def _strings() -> dict[str, str]:
    return {
        "colon": colon(),
        "title": _("Species in the reference data"),
        "search": _("Look up another species"),
        "search_how": _(
            "Scientific or common name, in any of the three languages. Choose with the arrow "
            "keys and Enter."
        ),
        "no_hits": _("Nothing found for “{text}”."),
        "hits": _("Found: {n}"),
        "no_kernel": _("The notebook's kernel does not answer. Run the first cell again."),
        "date": _("Listing on this date"),
        "populations": _("Populations and forms"),
        "annotation": _("Annotation"),
        "documents": _("Documents for an import for commercial purposes"),
        "timeline": _("History of the listing"),
        "timeline_alt": _("Time line from 1975 to the chosen date; the list below says the same."),
        "look_alikes": _("Confused with"),
        "sources": _("Sources"),
        "note": _("Note"),
    }


def _mark(confirm: str) -> str:
    return f" [{confirm}]" if confirm else ""


def _words(card: dict[str, Any]) -> str:
    common = ", ".join(name["name"] for name in card["common"])
    since = f", {card['since']}" if card["since"] else ""
    gap = colon()
    verdict = f"{card['on']}{gap}{card['verdict']}{since}{_mark(card['confirm'])}"
    lines = [f"{card['name']} ({common})", verdict]
    lines += [f"{_('Note')}{gap}{card['note']}"] if card["note"] else []
    lines += [f"{p['appendix']}{gap}{p['text']}{_mark(p['confirm'])}" for p in card["populations"]]
    lines += [
        f"{d['appendix']}{gap}{d['text']} ({d['basis']}){_mark(d['confirm'])}"
        for d in card["documents"]
    ]
    lines += [f"{s['date']}{gap}{s['text']}{_mark(s['confirm'])}" for s in card["timeline"]]
    similar = joined(f"{one['name']}{_mark(one['confirm'])}" for one in card["look_alikes"])
    lines += [f"{_('Confused with')}{gap}{similar}"] if similar else []
    return "\n".join([*lines, *card["sources"]])


def _html(card: dict[str, Any]) -> str:
    first, *others = _words(card).split("\n")
    rows = "".join(f"<li>{escape(line)}</li>" for line in others)
    return f"<div><strong><i>{escape(first)}</i></strong><ul>{rows}</ul></div>"
