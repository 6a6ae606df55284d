"""Two tools in a chain, counted in natural frequencies per 10,000 consignments."""

from __future__ import annotations

from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.tasks import Field, Judgement, Settings, takes_no_settings
from borderlab.tasks.examining_cascade_case import ALL, case, expected
from borderlab.tasks.numbers import explain_form, judge_form, read_form

INPUT = "numbers"


check_settings = takes_no_settings


def fields(settings: Settings, seed: int) -> tuple[Field, ...]:
    """The form."""
    del settings, seed
    return (
        Field("alerts", _("Alerts of the scan"), _("of 10,000"), 0, ALL),
        Field("real", _("Real ones among 100 alerts of the scan"), _("of 100"), 0, 100, 1),
        Field("missed", _("Illegal consignments missed by the chain"), _("of 10,000"), 0, ALL, 1),
        Field("hours", _("Officer hours for both tools"), _("hours"), 0, 1_000_000),
        Field("final", _("Real ones among 100 final alerts"), _("of 100"), 0, 100, 1),
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
    """The lane, the tools and the questions."""
    del settings
    drawn = case(seed)
    text = _(
        "**10,000 consignments** come through a lane; **{illegal}** of them are illegal. Every "
        "consignment is scanned. Consignments on which the scan alerts are inspected physically; "
        "the others are released.\n\n"
        "| Tool | Finds of the illegal ones | False alarms on legal ones | Minutes |\n"
        "|---|---|---|---|\n"
        "| Scan | {easy1} | {false1} | {minutes1} |\n"
        "| Physical inspection, after an alert of the scan | {easy2} | {false2} | {minutes2} |\n\n"
        "A false alarm of the physical inspection is a legal consignment that is seized by mistake "
        "(wrong species named, wrong paper read). All figures are invented for the exercise.\n\n"
        "How many alerts, misses and hours do you expect? Do not round on the way."
    )
    return text.format(
        illegal=number(drawn.illegal),
        easy1=percent(drawn.first.easy),
        false1=percent(1 - drawn.first.specificity),
        minutes1=number(drawn.first.minutes),
        easy2=percent(drawn.second.easy),
        false2=percent(1 - drawn.second.specificity),
        minutes2=number(drawn.second.minutes),
    )


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """The counts step by step, and this answer beside them."""
    del secret
    drawn = case(seed)
    alone, chain = drawn.alone(), drawn.chain()
    text = _(
        "Of {illegal} illegal consignments the scan alerts on {found1}; of {legal} legal ones on "
        "{false1} by mistake. The physical inspection then confirms {found2} of the {found1} and "
        "stops {false2} of the {false1}."
    )
    said = text.format(
        illegal=number(drawn.illegal),
        legal=number(ALL - drawn.illegal),
        found1=number(alone.found, 1),
        false1=number(alone.false_alarms, 1),
        found2=number(chain.found, 1),
        false2=number(chain.false_alarms, 1),
    )
    lines = "\n".join(explain_form(fields(settings, seed), expected(seed), value))
    end = _(
        "Two numbers describe a tool, and a third belongs to the lane: the base rate. An alert is "
        "a reason to look again, no accusation; no alert is no proof."
    )
    return f"{said}\n\n{lines}\n\n{end}"
