"""What the green lane hides: a rate, an interval and a monthly number from a random sample."""

from __future__ import annotations

from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.tasks import Field, Judgement, Settings
from borderlab.tasks.auditing_green_case import TOLERANCE, Sample, sample
from borderlab.tasks.auditing_green_slips import expected
from borderlab.tasks.numbers import explain_form, judge_form, read_form

INPUT = "numbers"


def check_settings(settings: Settings, secret: Settings) -> None:
    """Only ``zero`` (true: nothing was found) can be set.

    Raises:
        ValueError: another setting.
    """
    if set(settings) - {"zero"} or secret:
        raise ValueError("green_lane takes one setting: zero = true or false")
    if not isinstance(settings.get("zero", False), bool):
        raise ValueError("zero must be true or false")  # noqa: TRY004  (for authors)


def fields(settings: Settings, seed: int) -> tuple[Field, ...]:
    """Rate, both ends of the interval, and the number in a month.

    Where nothing was found: upper end, the most in a month, and how many checks a goal takes.
    """
    made = sample(settings, seed)
    if made.found == 0:
        return _fields_without_finds(made)
    return (
        Field(
            "rate", _("Estimated share of illegal consignments in the green lane"), "%", 0, 100, 1
        ),
        Field("low", _("Lower end of the 95% interval"), "%", 0, 100, 1),
        Field("high", _("Upper end of the 95% interval"), "%", 0, 100, 1),
        Field(
            "month",
            _("How many illegal consignments do you expect in the green lane this month?"),
            "",
            0,
            1_000_000,
            0,
        ),
    )


def _fields_without_finds(made: Sample) -> tuple[Field, ...]:
    return (
        Field("high", _("Upper end of the 95% interval for the share illegal"), "%", 0, 100, 1),
        Field(
            "month",
            _("At most how many illegal consignments in the green lane this month?"),
            "",
            0,
            1_000_000,
            0,
        ),
        Field(
            "needed",
            _(
                "Random inspections without a find after which you could say: at most {share}"
            ).format(share=percent(made.goal / 100, 1)),
            "",
            0,
            1_000_000,
            0,
        ),
    )


def check_value(settings: Settings, seed: int, raw: Any) -> dict[str, float] | None:
    """The numbers of the form."""
    return read_form(fields(settings, seed), raw)


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """The same share of the credit for each number."""
    del secret
    return judge_form(expected(sample(settings, seed)), value)


def solution(settings: Settings, secret: Settings, seed: int) -> dict[str, float]:
    """The right numbers, rounded as the form asks."""
    del secret
    right = expected(sample(settings, seed))
    return {one.id: round(right[one.id].answer, one.decimals) for one in fields(settings, seed)}


def outline(settings: Settings, seed: int) -> str:
    """The month, as Markdown."""
    made = sample(settings, seed)
    head = _("Lane"), _("Consignments"), _("How chosen"), _("Inspected"), _("Illegal")
    red = (_("Red (R)"), made.aimed, _("by the profile"), made.aimed, made.hits)
    green = (_("Green (G)"), made.lane, _("at random"), made.checked, made.found)
    rows = [
        f"| {name} | {number(size)} | {how} | {number(k)} | {number(x)} |"
        for name, size, how, k, x in (red, green)
    ]
    text = _(
        "One month at your post. The profile sends some consignments to the red lane; from the "
        "green lane some are drawn at random and inspected all the same."
    )
    accepted = _(
        "For the interval Wilson, the exact one (Clopper-Pearson) and Jeffreys are accepted, with "
        "a tolerance of {n} percentage points."
    ).format(n=number(TOLERANCE))
    if made.found == 0:
        accepted = _("{accepted} Where nothing was found, the rule of three too.").format(
            accepted=accepted
        )
    table = [f"| {' | '.join(head)} |", "| --- | ---: | --- | ---: | ---: |", *rows]
    return "\n".join([text, "", *table, "", accepted])


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """Each number with the way to it, and the slip behind a wrong one."""
    del secret
    made = sample(settings, seed)
    way = _("Only the random sample speaks for the green lane: {x} of {n}, that is {rate}.").format(
        x=number(made.found), n=number(made.checked), rate=percent(made.rate, 1)
    )
    month = (
        _("Nothing found: the rule of three gives at most about 3 / {n} = {high}.").format(
            n=number(made.checked), high=percent(3 / made.checked, 1)
        )
        if made.found == 0
        else _("Of {lane} consignments that is about {m} in the month.").format(
            lane=number(made.lane), m=number(made.lane * made.rate, 0)
        )
    )
    lines = explain_form(fields(settings, seed), expected(sample(settings, seed)), value)
    close = _(
        "Without the random sample the answer would be anything between 0 and 100%. That is what "
        "the random checks are for."
    )
    return "\n\n".join([f"{way} {month}", "\n".join(lines), close])
