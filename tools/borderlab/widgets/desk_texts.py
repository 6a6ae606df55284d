"""Texts of the permit desk for the browser, in the language in use."""

from __future__ import annotations

from typing import Any

from borderlab.documents.model import Permit
from borderlab.i18n import gettext as _
from borderlab.tasks.desk_cases import families, families_of
from borderlab.tasks.desk_families import WHOLE
from borderlab.tasks.desk_wording import actions
from borderlab.widgets.desk_lookups import SOURCES
from borderlab.widgets.desk_parts import day, state

_BOXES = ("header", "1", "2", "3", "3a", "4", "5", "5a", "5b", "6", "7", "8", "9", "10", "11",
          "11a", "12", "12a", "12b", "13", "14", "15", "annex", WHOLE)  # fmt: skip
_BESIDE = {
    "1": "records notices",
    "2": "codes",
    "3": "goods records",
    "4": "goods records",
    "5": "system",
    "5a": "codes",
    "5b": "specimen records",
    "6": "authority specimen",
    "7": "species goods",
    "8": "species",
    "9": "goods",
    "10": "species codes",
    "11": "goods system",
    "11a": "quota",
    "12": "species goods",
    "12a": "authority",
    "12b": "register species",
    "13": "specimen authority",
    "14": "goods system",
    "15": "goods",
    "annex": "specimen",
    "header": "authority",
    WHOLE: "goods system",
}
"""Box -> sources offered beside it."""


def browser_texts() -> dict[str, str]:
    """Every text of the desk's browser side."""
    return sheet_texts() | _source_texts() | _mark_texts()


def sheet_texts() -> dict[str, str]:
    """Texts of ``desk_sheet.js``, for every widget that shows a sheet."""
    return {
        "jump": _("Go to a box"),
        "box_before": _("Previous box"),
        "box_after": _("Next box"),
        "zoom_in": _("Larger"),
        "zoom_out": _("Smaller"),
        "zoom_level": _("{n}%"),
        "whole": _("Page"),
        "whole_name": _("Show the whole page"),
        "to_box": _("Box"),
        "to_box_name": _("Zoom to the box"),
        "closer": _("Look closer: {part}"),
        "sheet_press": _("Press a box to read it."),
        "sheet_keys": _(
            "Keyboard: arrow keys go from box to box, Enter zooms in, 0 shows the whole page."
        ),
        "fetching": _("Fetching the document…"),
        "reading": _("The box in plain text"),
        "choose_box": _("Choose a box on the sheet or in the list."),
        "empty_box": _("nothing filled in"),
        "tools": _("The officer's tools"),
    }


def _source_texts() -> dict[str, str]:
    return {
        "sources": _("Sources"),
        "tab_sources": _("Look up"),
        "sources_how": _("What an officer has at hand. Choose a source."),
        "asking": _("Looking it up…"),
        "no_answer": _("The notebook's kernel does not answer. Run the first cell again."),
        "try_again": _("Try again"),
        "look_up": _("Look up"),
        "in_words": _("In words"),
        "trail": _("What you looked up"),
        "trail_name": _("Looked up: {n}"),
    }


def _mark_texts() -> dict[str, str]:
    return {
        "tab_mark": _("Mark"),
        "tab_decision": _("Decide"),
        "tab_decision_n": _("Decide (⚑ {n})"),
        "tab_reveal": _("Findings"),
        "mark_box": _("Mark this box"),
        "nothing_wrong": _("Nothing to mark"),
        "what_wrong": _("{box}: what is wrong?"),
        "marked": _("Marked. {box}: {family}"),
        "unmarked": _("{box}: mark removed"),
        "your_marks": _("Your marks"),
        "no_marks": _("Nothing marked. A document in order needs no mark."),
        "remove": _("Remove the mark of {box}"),
        "what_action": _("What do you do with this document?"),
        "reveal": _("Show what there was to see"),
        "the_action": _("Your decision"),
        "nothing_there": _("There was nothing to mark: the document is in order."),
    }


def task_texts() -> dict[str, str]:
    """Texts for several documents in one question."""
    return {
        "strip": _("The documents"),
        "permit_of": _("Document {n} of {total}"),
        "permit_state": _("Document {n}: {state}"),
        "is_none": _("not looked at"),
        "is_seen": _("looked at"),
        "is_marked": _("marked, not decided"),
        "is_decided": _("decided"),
        "decided": _("Decided: {n} of {total}"),
        "before": _("Previous document"),
        "after": _("Next document"),
    }


def marking() -> dict[str, Any]:
    """Families, which of them each box offers, and the actions."""
    return {
        "families": [list(pair) for pair in families()],
        "at_box": {box: list(families_of(box)) for box in _BOXES},
        "actions": actions(),
    }


def box_sources() -> dict[str, list[dict[str, str]]]:
    """For each box, the sources offered beside it."""
    return {
        box: [{"id": name, "name": _(SOURCES[name].name)} for name in names.split()]
        for box, names in _BESIDE.items()
    }


def arrival(permit: Permit) -> list[list[str]]:
    """How the document came to the counter: what for, when, between which States."""
    at = permit.presentation
    purposes = {
        "import": _("Import"),
        "export": _("Export"),
        "re-export": _("Re-export"),
        "transit": _("Transit"),
        "sea": _("Introduction from the sea"),
        "personal": _("Personal effects"),
    }
    rows = (
        (_("Presented for"), purposes.get(at.direction or "", "")),
        (_("Presented on"), day(at.event_date)),
        (_("Transport document"), at.waybill or ""),
        (_("Arriving in"), state(at.destination)),
    )
    return [list(row) for row in rows if row[1]]
