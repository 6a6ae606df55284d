"""How many boxes to open: a consignment of the participant's own, and what was not proved.

Detection is exact (hypergeometric, thinned by the efficacy of looking): `inspection.sampling`.
"""

from __future__ import annotations

from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, percent
from borderlab.tasks import Field, Judgement, Settings, takes_no_settings
from borderlab.tasks.examining_sample_case import case, expected
from borderlab.tasks.numbers import explain_form, judge_form, read_form

INPUT = "numbers"


check_settings = takes_no_settings


def fields(settings: Settings, seed: int) -> tuple[Field, ...]:
    """The form."""
    del settings
    drawn = case(seed)
    return (
        Field("opened", _("Boxes to open at random"), _("boxes"), 0, drawn.boxes),
        Field(
            "reached",
            _("Confidence with {n} boxes").format(n=number(drawn.affordable)),
            "%",
            0,
            100,
            1,
        ),
        Field(
            "possible",
            _("Illegal boxes that may still be there"),
            _("boxes at most"),
            0,
            drawn.boxes,
        ),
        Field(
            "ceiling",
            _("Ceiling: highest confidence possible"),
            "%",
            0,
            100,
            1,
        ),
    )


def check_value(settings: Settings, seed: int, raw: Any) -> Any:
    """The numbers typed; None when the form is empty."""
    return read_form(fields(settings, seed), raw)


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """Equal credit for each field."""
    del settings, secret
    return judge_form(expected(seed), value)


def solution(settings: Settings, secret: Settings, seed: int) -> Any:
    """The right numbers."""
    del settings, secret
    return {name: round(right.answer, 1) for name, right in expected(seed).items()}


def outline(settings: Settings, seed: int) -> str:
    """The consignment and the four questions."""
    del settings
    drawn = case(seed)
    text = _(
        "A consignment of **{boxes} boxes** waits. Boxes are drawn at random. An opened illegal "
        "box is recognised in **{efficacy}** of cases (efficacy). You want to detect it if "
        "**{level}** of the boxes ({bad} boxes) or more are illegal (level of detection), with "
        "**{confidence}** confidence.\n\n"
        "1. How many boxes do you open?\n"
        "2. There is time for **{affordable} boxes** only. Which confidence do they reach, at the "
        "same level of detection?\n"
        "3. The {affordable} boxes are opened and nothing is found. How many of the {boxes} boxes "
        "may still be illegal, at {confidence} confidence? Give the largest number that this "
        "sample would have missed more often than it may.\n"
        "4. {last} Which confidence is the highest possible, even if every box is opened?\n\n"
        "The line `kit.box_opener(illegal=0)` opens a container on which you can set all this."
    )
    last = ngettext(
        "Suppose exactly {n} box is illegal.", "Suppose exactly {n} boxes are illegal.", drawn.few
    )
    return text.format(
        last=last.format(n=number(drawn.few)),
        boxes=number(drawn.boxes),
        efficacy=percent(drawn.efficacy),
        level=percent(drawn.level),
        bad=number(drawn.bad),
        confidence=percent(drawn.confidence),
        affordable=number(drawn.affordable),
    )


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """The right numbers, this answer's, and what the sample did not prove."""
    del secret
    drawn = case(seed)
    right = expected(seed)
    lines = explain_form(fields(settings, seed), right, value)
    text = _(
        "Nothing found in {n} boxes does not make the consignment clean: write into the record "
        "how many boxes were opened, how they were chosen, and that up to {most} of {boxes} may "
        "still be illegal. No sample reaches more than the ceiling: if one look recognises "
        "{efficacy}, look better before you open more."
    )
    said = text.format(
        n=number(drawn.affordable),
        most=number(right["possible"].answer, 0),
        boxes=number(drawn.boxes),
        efficacy=percent(drawn.efficacy),
    )
    return "\n".join(lines) + f"\n\n{said}"
