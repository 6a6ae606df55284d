"""What opening boxes proved, and what not: confidence, limits, the ceiling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.figures import examining_boxes as figure
from borderlab.figures import examining_opening as model
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, percent
from borderlab.inspection.lots import detections
from borderlab.inspection.sampling import bad_units, ceiling, sample_size
from borderlab.widgets.examining_base import note

if TYPE_CHECKING:
    from borderlab.widgets.examining_boxes import BoxOpener

_EPSILON = 1e-9


def running(opener: BoxOpener) -> dict[str, Any]:
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


def chosen(opener: BoxOpener) -> list[dict[str, Any]]:
    """A warning when boxes were not drawn at random."""
    if opener.random_only:
        return []
    text = _(
        "You took boxes by choice, not by a random draw. Then this probability holds only if the "
        "illegal boxes stand just anywhere, and whoever packed the container decides that."
    )
    return [note(text, "part")]


def proved(opener: BoxOpener) -> dict[str, Any]:
    """What the second step shows."""
    count = len(opener.random_opened)
    bad = bad_units(opener.boxes, opener.level)
    notes = [*_limits(opener), _wanted(opener, bad)] if bad else [running(opener)]
    if not opener.finds:
        notes = [*notes, *chosen(opener)]
    shown: dict[str, Any] = {
        "said": _not_proved(opener),
        "notes": notes,
        "visible": ["level", "efficacy", "confidence", "boxes"],
    }
    if bad:
        every = np.arange(opener.boxes + 1)
        chances = detections(opener.boxes, bad, every, opener.efficacy).tolist()
        top = ceiling(bad, opener.efficacy)
        labels = {
            "title": running(opener)["text"],
            "boxes": _("Boxes opened, drawn at random"),
            "wanted": _("wanted: {share}").format(share=percent(opener.confidence)),
            "ceiling": _("ceiling: {share}").format(share=percent(top, 1)),
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
    drawn = len(opener.random_opened)
    if drawn == 0:
        return _(
            "Nothing found, and nothing proved about the closed boxes: none of the opened ones was "
            "drawn at random."
        )
    most = model.still_possible(opener.boxes, drawn, opener.efficacy, opener.confidence)
    text = ngettext(
        "{n} box drawn at random, nothing found. Not proved: that the consignment is clean. Up to "
        "{most} of {boxes} boxes ({share}) may still be illegal.",
        "{n} boxes drawn at random, nothing found. Not proved: that the consignment is clean. Up "
        "to {most} of {boxes} boxes ({share}) may still be illegal.",
        drawn,
    )
    return text.format(
        n=number(drawn),
        most=number(most),
        boxes=number(opener.boxes),
        share=percent(most / opener.boxes),
    )


def _limits(opener: BoxOpener) -> list[dict[str, Any]]:
    """The rule of three beside the exact limit."""
    count = len(opener.random_opened)
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
        "top": percent(size.ceiling, 1),
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


def _digits(share: float) -> int:
    return 0 if abs(share * 100 - round(share * 100)) < _EPSILON else 1
