"""The words of the box opener."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderlab.figures import examining_opening as model
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number
from borderlab.widgets.examining_base import choice, note, slider
from borderlab.widgets.examining_boxes_proof import chosen, proved, running
from borderlab.widgets.examining_boxes_repeats import repeat
from borderlab.widgets.examining_boxes_tables import tables

if TYPE_CHECKING:
    from borderlab.widgets.examining_boxes import BoxOpener


def door() -> str:
    """The word at the door."""
    return _("Door")


def browser_texts() -> dict[str, Any]:
    """Every text of the browser's side, in the language in use."""
    return {
        "name": _("Open the boxes"),
        "steps": [
            _("Open boxes"),
            _("What was proved"),
            _("Look inside"),
            _("A thousand times"),
            _("Sample sizes"),
        ],
        "door": door(),
        "back": _("Back wall"),
        "container": _("The container, seen from above"),
        "box_name": _("Row {row}, box {box}{colon}{state}"),
        "states": {
            ".": _("closed"),
            "n": _("opened, nothing seen"),
            "f": _("opened, illegal goods found"),
            "m": _("opened, illegal goods not recognised"),
            "x": _("illegal, not opened"),
        },
        "keys": _("Arrow keys move, Enter or the space bar opens a box."),
        "open_door": _("Open 10 at the door"),
        "open_random": _("Open 10 drawn at random"),
        "close_all": _("Close all"),
        "another": _("Another consignment"),
    }


def controls(boxes: int) -> list[dict[str, Any]]:
    """The control panel."""
    return [
        slider("level", _("Level of detection: share of boxes"), 0.01, 0.5, 0.01, "percent"),
        slider(
            "efficacy", _("Efficacy: illegal boxes recognised when opened"), 0, 1, 0.05, "percent"
        ),
        slider("boxes", _("Boxes in the container"), 10, 200, 10),
        slider("confidence", _("Confidence wanted"), 0.5, 0.99, 0.01, "percent"),
        slider("illegal", _("Illegal boxes in truth"), 0, max(10, boxes // 2), 1),
        slider("sample", _("Boxes opened each time"), 0, boxes, 1),
        choice(
            "placing",
            _("Where the illegal boxes stand"),
            [
                ("spread", _("Anywhere")),
                ("block", _("Side by side")),
                ("back", _("At the back")),
                ("front", _("At the door")),
            ],
        ),
    ]


def describe(opener: BoxOpener) -> dict[str, Any]:
    """What the browser shows at the step that is open."""
    return (_open, proved, _reveal, repeat, _table)[opener.step](opener)


def _opened(opener: BoxOpener) -> str:
    count, finds = len(opener.opened), len(opener.finds)
    if count == 0:
        return _("{n} closed boxes. Open some.").format(n=number(opener.boxes))
    if finds:
        text = ngettext(
            "{n} of {boxes} boxes opened: illegal goods found in {finds} box.",
            "{n} of {boxes} boxes opened: illegal goods found in {finds} boxes.",
            finds,
        )
    else:
        text = _("{n} of {boxes} boxes opened: nothing found.")
    return text.format(n=number(count), boxes=number(opener.boxes), finds=number(finds))


def _open(opener: BoxOpener) -> dict[str, Any]:
    notes = []
    if opener.opened and not opener.finds:
        notes = [running(opener), *chosen(opener)]
    elif opener.finds:
        text = _("One find is enough to stop the consignment. How many more there are, it does not "
                 "say.")  # fmt: skip
        notes = [note(text)]
    return {
        "said": _opened(opener),
        "cells": opener.cells(revealed=False),
        "across": model.across(opener.boxes),
        "pressable": True,
        "notes": notes,
        "visible": ["level", "efficacy"],
    }


def _reveal(opener: BoxOpener) -> dict[str, Any]:
    cells = opener.cells(revealed=True)
    found, unseen, closed = (cells.count(letter) for letter in "fmx")
    text = _("Illegal boxes: {all}. Found: {found}. Opened but not recognised: {unseen}. Not "
             "opened: {closed}.")  # fmt: skip
    notes = []
    if opener.illegal and not found and opener.opened:
        text_missed = _(
            "Nothing was found, and the consignment was not clean. That is no mistake of yours: "
            "a sample can miss. The mistake would be to write “clean” into the file."
        )
        notes.append(note(text_missed, "part"))
    return {
        "said": text.format(
            all=number(opener.illegal),
            found=number(found),
            unseen=number(unseen),
            closed=number(closed),
        ),
        "cells": cells,
        "across": model.across(opener.boxes),
        "pressable": False,
        "notes": notes,
        "visible": ["illegal", "placing", "efficacy"],
    }


def _table(opener: BoxOpener) -> dict[str, Any]:
    text = _(
        "Few boxes in a small consignment prove little; in a large one the number needed hardly "
        "grows. A fixed percentage does the opposite."
    )
    return {
        "said": text,
        "tables": tables(opener.boxes, opener.confidence, opener.efficacy),
        "visible": ["confidence", "efficacy", "boxes"],
    }
