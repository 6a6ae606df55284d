"""What the green lane hides: a rate, an interval and a monthly number from a random sample."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.risk import clopper_pearson, jeffreys, upper_bound_without_finds, wilson
from borderlab.tasks import Field, Judgement, Settings
from borderlab.tasks.numbers import Expected, Slip, explain_form, judge_form, read_form

INPUT = "numbers"
TOLERANCE = 0.1
"""Percentage points by which an end of the interval may differ from one of the methods."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One month at a post.

    Attributes:
        checked, found: random inspections in the green lane, and illegal ones among them.
        lane: consignments that went through the green lane in the month.
        aimed, hits: inspections of the red lane, chosen by the profile, and what they found.
        goal: upper end to be reached without a find, in percent.
    """

    checked: int
    found: int
    lane: int
    aimed: int
    hits: int
    goal: float

    @property
    def rate(self) -> float:
        """Share illegal in the sample."""
        return self.found / self.checked

    @property
    def hit_rate(self) -> float:
        """Hit rate of the red lane."""
        return self.hits / self.aimed

    @property
    def pooled(self) -> float:
        """Both thrown together."""
        return (self.found + self.hits) / (self.checked + self.aimed)


@lru_cache(maxsize=256)
def draw(seed: int, *, zero: bool) -> Sample:
    """The month of a participant.

    Args:
        seed: the participant's, 0 to 2**31 - 1.
        zero: nothing was found in the sample.
    """
    chance = random.Random(f"green {seed}")  # noqa: S311  (an exercise, not a secret)
    checked = chance.randrange(12, 31) * 10
    found = 0 if zero else chance.randrange(2, 7)
    lane = chance.randrange(18, 61) * 100
    aimed = chance.randrange(10, 25) * 10
    hits = round(aimed * (0.18 + 0.14 * chance.random()))
    goal = (0.4, 0.5, 0.6, 0.8)[chance.randrange(4)]
    return Sample(checked, found, lane, aimed, hits, goal)


def _sample(settings: Settings, seed: int) -> Sample:
    return draw(seed, zero=settings.get("zero") is True)


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
    made = _sample(settings, seed)
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


def _ends(made: Sample) -> tuple[list[float], list[float]]:
    """Lower and upper ends in percent, the method of the course first (0 finds: rule of three)."""
    methods = [make(made.found, made.checked) for make in (wilson, clopper_pearson, jeffreys)]
    low, high = [100 * m.low for m in methods], [100 * m.high for m in methods]
    if made.found == 0:
        exact = 100 * upper_bound_without_finds(made.checked)
        return [0.0], [300 / made.checked, exact, *high]
    return low, high


def expected(settings: Settings, seed: int) -> dict[str, Expected]:
    """The right numbers, and the slips that are recognised."""
    made = _sample(settings, seed)
    low, high = _ends(made)
    if made.found == 0:
        return {
            "high": Expected(high[0], TOLERANCE, _high_slips(made, high), tuple(high[1:])),
            "month": _month(made, high),
            "needed": _needed(made),
        }
    return {
        "rate": Expected(100 * made.rate, 0.06, _rate_slips(made)),
        "low": Expected(low[0], TOLERANCE, _low_slips(made), tuple(low[1:])),
        "high": Expected(high[0], TOLERANCE, _high_slips(made, high), tuple(high[1:])),
        "month": _month(made, high),
    }


def _needed(made: Sample) -> Expected:
    """Checks without a find that bring each method's upper end down to the goal."""
    p, z2 = made.goal / 100, 1.959964**2
    exact = math.log(0.05) / math.log1p(-p)
    others = (exact, math.log(0.025) / math.log1p(-p), z2 * (1 - p) / p)
    slips = (
        Slip(
            100 / made.goal,
            1.0,
            "K6",
            lambda: _(
                "After that many checks one find is expected if the share is {share}; none at all "
                "is still quite likely. Three times as many are needed (rule of three)."
            ).format(share=percent(p, 1)),
        ),
        Slip(
            made.lane * p,
            1.0,
            "",
            lambda: _("That is this share of the lane, not the number of inspections needed."),
        ),
    )
    return Expected(3 / p, 2.0, slips, others)


def _month(made: Sample, high: list[float]) -> Expected:
    if made.found == 0:
        answers = [made.lane * end / 100 for end in high]
        slack = max(1.0, 0.02 * answers[0])
        return Expected(answers[0], slack, _month_slips(made, slack), tuple(answers[1:]))
    answer = made.lane * made.rate
    slack = max(1.0, 0.02 * answer)
    # The sampled ones that were found no longer hide in the lane: both ways of counting are right.
    return Expected(answer, slack, _month_slips(made, slack), (answer - made.found,))


def _aimed(value: float, slack: float) -> Slip:
    return Slip(
        value,
        slack,
        "K2",
        lambda: _(
            "That is the hit rate of the red lane. It was chosen by the profile and says nothing "
            "about what the profile released."
        ),
    )


def _pooled(value: float, slack: float) -> Slip:
    return Slip(
        value,
        slack,
        "K4",
        lambda: _(
            "Red lane and random sample are thrown together here. Only what was drawn at random "
            "from the green lane speaks for it."
        ),
    )


def _share(value: float, slack: float) -> Slip:
    return Slip(
        value,
        slack,
        "",
        lambda: _("That is the share, between 0 and 1. In percent it is 100 times as much."),
        0.5,
    )


def _rate_slips(made: Sample) -> tuple[Slip, ...]:
    return (
        _aimed(100 * made.hit_rate, 0.3),
        _pooled(100 * made.pooled, 0.3),
        _share(made.rate, 0.0015),
    )


def wald(made: Sample) -> tuple[float, float]:
    """The interval that must not be used here, in percent."""
    half = 1.96 * math.sqrt(made.rate * (1 - made.rate) / made.checked)
    return 100 * (made.rate - half), 100 * (made.rate + half)


def _wald(value: float) -> Slip:
    return Slip(
        value,
        TOLERANCE,
        "",
        lambda: _(
            "That is the textbook formula rate ± 1.96 × standard error (Wald). With so few finds "
            "it is too narrow and may fall below 0; take Wilson or the exact interval."
        ),
    )


def _low_slips(made: Sample) -> tuple[Slip, ...]:
    low = wilson(made.found, made.checked).low
    aimed = wilson(made.hits, made.aimed).low
    return (
        _share(low, 0.001),
        _wald(max(0.0, wald(made)[0])),
        _aimed(100 * aimed, 0.5),
    )


def _high_slips(made: Sample, high: list[float]) -> tuple[Slip, ...]:
    aimed = wilson(made.hits, made.aimed).high
    unknown = Slip(
        100.0,
        0.0,
        "K3",
        lambda: _(
            "Between 0 and 100 is what you know without random checks. These random checks tell "
            "much more."
        ),
    )
    if made.found == 0:
        nothing = Slip(
            0.0,
            TOLERANCE,
            "K6",
            lambda: _(
                "Nothing found is not nothing there. With {n} checks up to about 3 / {n} of the "
                "lane may be illegal (rule of three)."
            ).format(n=number(made.checked)),
        )
        return (_share(high[0] / 100, 0.003), nothing, _aimed(100 * aimed, 0.5), unknown)
    slips = (_share(high[0] / 100, 0.004), _wald(wald(made)[1]), _aimed(100 * aimed, 0.5))
    return (*slips, unknown)


def _month_slips(made: Sample, slack: float) -> tuple[Slip, ...]:
    nothing = Slip(
        0.0,
        0.5,
        "K6",
        lambda: _("Nothing found in the sample is not nothing in the lane."),
    )
    sample = Slip(
        made.found,
        0.4,
        "K6",
        lambda: _("Those were found in the sample alone. The lane is many times as large."),
    )
    return (
        _aimed(made.lane * made.hit_rate, max(slack, 5.0)),
        _pooled(made.lane * made.pooled, max(slack, 5.0)),
        nothing if made.found == 0 else sample,
    )


def check_value(settings: Settings, seed: int, raw: Any) -> dict[str, float] | None:
    """The numbers of the form."""
    return read_form(fields(settings, seed), raw)


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """The same share of the credit for each number."""
    del secret
    return judge_form(expected(settings, seed), value)


def solution(settings: Settings, secret: Settings, seed: int) -> dict[str, float]:
    """The right numbers, rounded as the form asks."""
    del secret
    right = expected(settings, seed)
    return {one.id: round(right[one.id].answer, one.decimals) for one in fields(settings, seed)}


def outline(settings: Settings, seed: int) -> str:
    """The month, as Markdown."""
    made = _sample(settings, seed)
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
    made = _sample(settings, seed)
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
    lines = explain_form(fields(settings, seed), expected(settings, seed), value)
    close = _(
        "Without the random sample the answer would be anything between 0 and 100%. That is what "
        "the random checks are for."
    )
    return "\n\n".join([f"{way} {month}", "\n".join(lines), close])
