"""Read a gains table: hit rate, recall and lift at a rate, and how many inspections a recall takes.

The case is drawn with Python's own generator, whose numbers are the same everywhere.
"""

from __future__ import annotations

from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.tasks import Field, Judgement, Settings, takes_no_settings
from borderlab.tasks.auditing_gains_case import RATES, draw
from borderlab.tasks.auditing_gains_slips import expected
from borderlab.tasks.numbers import explain_form, judge_form, read_form

INPUT = "numbers"


check_settings = takes_no_settings


def fields(settings: Settings, seed: int) -> tuple[Field, ...]:
    """The four numbers asked for."""
    del settings
    made = draw(seed)
    rate = percent(RATES[made.asked] / 100)
    return (
        Field(
            "hit_rate", _("Hit rate when {rate} are inspected").format(rate=rate), "%", 0, 100, 1
        ),
        Field("recall", _("Share of all violations found then").format(), "%", 0, 100, 1),
        Field("lift", _("Lift: how many times better than drawing at random"), "", 0, 1000, 1),
        Field(
            "needed",
            _("Fewest inspections in the table that find {target} of all violations").format(
                target=percent(made.target / 100)
            ),
            "",
            0,
            made.total,
            0,
        ),
    )


def check_value(settings: Settings, seed: int, raw: Any) -> dict[str, float] | None:
    """The numbers of the form."""
    return read_form(fields(settings, seed), raw)


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """A quarter for each number."""
    del settings, secret
    return judge_form(expected(seed), value)


def solution(settings: Settings, secret: Settings, seed: int) -> dict[str, float]:
    """The right numbers, rounded as the form asks."""
    del secret
    right = expected(seed)
    return {one.id: round(right[one.id].answer, one.decimals) for one in fields(settings, seed)}


def outline(settings: Settings, seed: int) -> str:
    """The table, as Markdown."""
    del settings
    made = draw(seed)
    head = _("Inspected, riskiest first"), _("Consignments inspected"), _("Violations found")
    rows = [
        f"| {percent(rate / 100)} | {number(k)} | {number(x)} |"
        for rate, k, x in zip(RATES, made.inspected, made.found, strict=True)
    ]
    text = _(
        "A profile was tried on {n} consignments whose truth is known. Inspected in the order of "
        "its score, this is what was found."
    ).format(n=number(made.total))
    return "\n".join([text, "", f"| {' | '.join(head)} |", "| --- | ---: | ---: |", *rows])


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """Each number with the way to it, and the slip behind a wrong one."""
    del secret
    made = draw(seed)
    x, k, bad = made.found[made.asked], made.inspected[made.asked], made.found[-1]
    way = _(
        "In the row of {rate}: {x} finds in {k} inspections, of {bad} violations in all. Hit rate "
        "= {x} / {k}. Recall = {x} / {bad}. Base rate = {bad} / {n}. Lift = hit rate / base rate."
    ).format(
        rate=percent(RATES[made.asked] / 100),
        x=number(x),
        k=number(k),
        bad=number(bad),
        n=number(made.total),
    )
    close = _(
        "With more inspections recall rises and the hit rate falls: neither alone says whether a "
        "profile is good."
    )
    lines = explain_form(fields(settings, seed), expected(seed), value)
    return "\n\n".join([way, "\n".join(lines), close])


def picture(settings: Settings, seed: int) -> tuple[str, str]:
    """The gains curve as SVG, and in words."""
    del settings
    from borderlab.tasks.auditing_curve import gains_svg

    made = draw(seed)
    shares = [x / made.found[-1] for x in made.found]
    return gains_svg([rate / 100 for rate in RATES], shares)
