"""The words of the box opener."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.figures import examining_boxes as figure
from borderlab.figures import examining_opening as model
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, percent
from borderlab.inspection.boxes import Order
from borderlab.inspection.lots import detections
from borderlab.inspection.sampling import bad_units, ceiling, sample_size
from borderlab.risk.intervals import wilson
from borderlab.widgets.examining_base import choice, note, slider
from borderlab.widgets.examining_boxes_tables import tables

if TYPE_CHECKING:
    from borderlab.widgets.examining_boxes import BoxOpener

REPEATS = 1_000
_EPSILON = 1e-9


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
    return (_open, _proved, _reveal, _repeat, _table)[opener.step](opener)


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


def _running(opener: BoxOpener) -> dict[str, Any]:
    """The running confidence, as a sentence about boxes drawn at random."""
    bad = bad_units(opener.boxes, opener.level)
    share = percent(opener.level, _digits(opener.level))
    if bad == 0:
        text = _("{share} of {boxes} boxes is less than one box: choose a higher level.")
        return note(text.format(share=share, boxes=number(opener.boxes)), "part")
    count = len(opener.opened)
    chance = detections(opener.boxes, bad, count, opener.efficacy)
    text = ngettext(
        "If {share} of the boxes ({bad} of {boxes}) were illegal, {n} box drawn at random would "
        "have shown at least one with a probability of {chance}.",
        "If {share} of the boxes ({bad} of {boxes}) were illegal, {n} boxes drawn at random would "
        "have shown at least one with a probability of {chance}.",
        count,
    )
    return note(
        text.format(
            share=share,
            bad=number(bad),
            boxes=number(opener.boxes),
            n=number(count),
            chance=percent(float(chance)),
        )
    )


def _chosen(opener: BoxOpener) -> list[dict[str, Any]]:
    """A warning when boxes were not drawn at random."""
    if opener.random_only:
        return []
    text = _(
        "You took boxes by choice, not by a random draw. Then this probability holds only if the "
        "illegal boxes stand just anywhere, and whoever packed the container decides that."
    )
    return [note(text, "part")]


def _open(opener: BoxOpener) -> dict[str, Any]:
    notes = []
    if opener.opened and not opener.finds:
        notes = [_running(opener), *_chosen(opener)]
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


def _proved(opener: BoxOpener) -> dict[str, Any]:
    count = len(opener.opened)
    bad = bad_units(opener.boxes, opener.level)
    notes = [*_limits(opener), _wanted(opener, bad)] if bad else [_running(opener)]
    if not opener.finds:
        notes = [*notes, *_chosen(opener)]
    shown: dict[str, Any] = {
        "said": _not_proved(opener),
        "notes": notes,
        "visible": ["level", "efficacy", "confidence"],
    }
    if bad:
        every = np.arange(opener.boxes + 1)
        chances = detections(opener.boxes, bad, every, opener.efficacy).tolist()
        top = ceiling(bad, opener.efficacy)
        labels = {
            "title": _running(opener)["text"],
            "boxes": _("Boxes opened, drawn at random"),
            "wanted": _("wanted: {share}").format(share=percent(opener.confidence)),
            "ceiling": _("ceiling: {share}").format(share=percent(top)),
        }
        shown["svg"] = figure.confidence_curve(
            chances, count, wanted=opener.confidence, top=top, labels=labels, narrow=opener.narrow
        )
    return shown


def _not_proved(opener: BoxOpener) -> str:
    count = len(opener.opened)
    if opener.finds:
        return _("Proved: illegal goods are in this consignment. Not proved: how many.")
    if count == 0:
        return _("Nothing was opened, so nothing was proved.")
    most = model.still_possible(opener.boxes, count, opener.efficacy, opener.confidence)
    text = ngettext(
        "{n} box opened, nothing found. Not proved: that the consignment is clean. Up to {most} of "
        "{boxes} boxes ({share}) may still be illegal.",
        "{n} boxes opened, nothing found. Not proved: that the consignment is clean. Up to {most} "
        "of {boxes} boxes ({share}) may still be illegal.",
        count,
    )
    return text.format(
        n=number(count),
        most=number(most),
        boxes=number(opener.boxes),
        share=percent(most / opener.boxes),
    )


def _limits(opener: BoxOpener) -> list[dict[str, Any]]:
    """The rule of three beside the exact limit."""
    count = len(opener.opened)
    if count == 0 or opener.finds:
        return []
    most = model.still_possible(opener.boxes, count, opener.efficacy)
    text = _(
        "Rule of three: nothing found in {n} boxes, so at most about 3 / {seen} = {rule} (95% "
        "confidence). Exactly, in a container of {boxes}: at most {most} boxes, {share}."
    )
    return [
        note(
            text.format(
                n=number(count),
                seen=number(count * opener.efficacy, 1),
                rule=percent(model.rule_of_three(count, opener.efficacy)),
                boxes=number(opener.boxes),
                most=number(most),
                share=percent(most / opener.boxes),
            )
        )
    ]


def _wanted(opener: BoxOpener, bad: int) -> dict[str, Any]:
    """How many boxes the level and confidence need, or that no number will do."""
    size = sample_size(opener.boxes, bad, opener.confidence, opener.efficacy)
    said = {
        "share": percent(opener.level, _digits(opener.level)),
        "bad": number(bad),
        "confidence": percent(opener.confidence),
        "efficacy": percent(opener.efficacy),
        "boxes": number(opener.boxes),
        "top": percent(size.ceiling),
    }
    if size.opened is None:
        text = _(
            "Not attainable: to detect {share} ({bad} of {boxes} boxes) with {confidence} "
            "confidence. Even opening every box gives only {top}, because an opened illegal box "
            "is recognised with {efficacy} only. Look better, or ask for less."
        )
        return note(text.format(**said), "bad")
    text = _(
        "To detect {share} ({bad} of {boxes} boxes) with {confidence} confidence, open {opened} "
        "boxes drawn at random. The ceiling, with every box opened, is {top}."
    )
    return note(text.format(opened=number(size.opened), **said), "good")


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


def _repeat(opener: BoxOpener) -> dict[str, Any]:
    ways = []
    for order, name in ((Order.DOOR, _("At the door")), (Order.RANDOM, _("Drawn at random"))):
        found = model.repeats(opener.lot, opener.sample, opener.efficacy, order)
        exact = model.chance(opener.lot, opener.sample, opener.efficacy, order)
        span = wilson(found, REPEATS)
        words = _("found in {n}; 95% interval {low} to {high}; exactly {exact}").format(
            n=number(found),
            low=number(span.low * REPEATS, 0),
            high=number(span.high * REPEATS, 0),
            exact=number(exact * REPEATS, 1),
        )
        ways.append((name, found, exact, (span.low, span.high), words))
    text = _(
        "1,000 consignments with {illegal} illegal boxes of {boxes}, {n} opened each: found in "
        "{door} at the door, in {random} by a random draw."
    )
    said = text.format(
        illegal=number(opener.illegal),
        boxes=number(opener.boxes),
        n=number(opener.sample),
        door=number(ways[0][1]),
        random=number(ways[1][1]),
    )
    return {
        "said": said,
        "svg": figure.two_ways(ways, title=said, narrow=opener.narrow),
        "legend": _("Bar: played. Bracket: 95% interval. Diamond: exact value."),
        "notes": [_lesson(opener, ways[0][2], ways[1][2])],
        "visible": ["sample", "illegal", "placing", "efficacy"],
    }


def _lesson(opener: BoxOpener, at_door: float, at_random: float) -> dict[str, Any]:
    if opener.placing == "spread":
        return note(
            _(
                "When illegal boxes stand just anywhere, both ways find the same. Nobody promises "
                "you that."
            )  # fmt: skip
        )
    if at_door < at_random - _EPSILON:
        return note(
            _(
                "The random draw does not care where the boxes stand. The door side finds what was "
                "packed near the door, and the packer knows that."
            )  # fmt: skip
        )
    if opener.placing == "front":
        return note(
            _(
                "Here the door side does well, because the illegal boxes stand there. Whoever packs "
                "knows where officers look first."
            )  # fmt: skip
        )
    return note(_("The random draw does not care where the boxes stand."))


def _table(opener: BoxOpener) -> dict[str, Any]:
    text = _(
        "Few boxes in a small consignment prove little; in a large one the number needed hardly "
        "grows. A fixed percentage does the opposite."
    )
    return {
        "said": text,
        "tables": tables(opener.boxes, opener.confidence, opener.efficacy),
        "visible": ["confidence", "efficacy"],
    }


def _digits(share: float) -> int:
    return 0 if abs(share * 100 - round(share * 100)) < _EPSILON else 1
