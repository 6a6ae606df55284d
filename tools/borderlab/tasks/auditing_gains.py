"""Read a gains table: hit rate, recall and lift at a rate, and how many inspections a recall takes.

The case is drawn with Python's own generator, whose numbers are the same everywhere.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.tasks import Field, Judgement, Settings
from borderlab.tasks.numbers import Expected, Slip, explain_form, judge_form, read_form

INPUT = "numbers"
RATES = (2, 5, 10, 15, 20, 30, 40, 50, 100)
"""Percent of the consignments inspected, the rows of the table."""
_ASKED = (5, 10, 15)
_TARGETS = (60, 70, 80)
_CLEAR, _APART = 1.5, 5.0  # percentage points between right and wrong numbers


@dataclass(frozen=True, slots=True)
class Gains:
    """One gains table.

    Attributes:
        total: consignments.
        inspected: inspected in each row.
        found: violations found in each row; the last is all of them.
        asked: row of the questions.
        target: recall to reach, in percent.
        reached: first row that reaches it.
    """

    total: int
    inspected: tuple[int, ...]
    found: tuple[int, ...]
    asked: int
    target: int
    reached: int

    @property
    def hit_rate(self) -> float:
        """Percent of the inspected that are violations."""
        return 100 * self.found[self.asked] / self.inspected[self.asked]

    @property
    def recall(self) -> float:
        """Percent of all violations that are found."""
        return 100 * self.found[self.asked] / self.found[-1]

    @property
    def base(self) -> float:
        """Percent of all consignments that are violations."""
        return 100 * self.found[-1] / self.total

    @property
    def lift(self) -> float:
        """Hit rate over the share in the whole stream."""
        return self.hit_rate / self.base


@lru_cache(maxsize=256)
def draw(seed: int) -> Gains:
    """The table of a participant.

    Args:
        seed: the participant's, 0 to 2**31 - 1.
    """
    chance = random.Random(f"gains {seed}")  # noqa: S311  (an exercise, not a secret)
    while True:
        total = chance.randrange(12, 49) * 100
        bad = chance.randrange(round(total * 0.018), round(total * 0.035))
        power = 0.34 + 0.16 * chance.random()
        inspected = tuple(total * rate // 100 for rate in RATES)
        found = tuple(
            min(k, round(bad * (rate / 100) ** power))
            for k, rate in zip(inspected, RATES, strict=True)
        )
        asked = RATES.index(_ASKED[chance.randrange(len(_ASKED))])
        target = _TARGETS[chance.randrange(len(_TARGETS))]
        reached = next(i for i, x in enumerate(found) if 100 * x >= target * found[-1])
        made = Gains(total, inspected, found, asked, target, reached)
        if _fair(made):
            return made


def _fair(made: Gains) -> bool:
    """Whether right and wrong ways give numbers that differ, and no row is a matter of rounding."""
    shares = [100 * x / made.found[-1] for x in made.found]
    clear = min(abs(share - made.target) for share in shares) > _CLEAR
    apart = min(made.recall - made.hit_rate, 4 * abs(made.lift - made.hit_rate)) > _APART
    return clear and apart and made.reached not in {made.asked, 0, len(RATES) - 1}


def check_settings(settings: Settings, secret: Settings) -> None:
    """No settings are needed.

    Raises:
        ValueError: there are some.
    """
    if settings or secret:
        raise ValueError("gains takes no settings")


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


def expected(seed: int) -> dict[str, Expected]:
    """The right numbers, and the slips that are recognised."""
    made = draw(seed)
    return {
        "hit_rate": Expected(made.hit_rate, 0.3, _hit_slips(made)),
        "recall": Expected(made.recall, 0.6, _recall_slips(made)),
        "lift": Expected(made.lift, 0.15, _lift_slips(made)),
        "needed": Expected(made.inspected[made.reached], 0.0, _needed_slips(made)),
    }


def _share(value: float) -> Slip:
    return Slip(
        value / 100,
        0.004,
        "",
        lambda: _("That is the share, between 0 and 1. In percent it is 100 times as much."),
        0.5,
    )


def _hit_slips(made: Gains) -> tuple[Slip, ...]:
    return (
        _share(made.hit_rate),
        Slip(
            made.recall,
            0.6,
            "K2",
            lambda: _(
                "That is the recall: finds over all violations. The hit rate divides the same "
                "finds by the inspections."
            ),
        ),
        Slip(made.base, 0.2, "", lambda: _("That is the base rate: violations over everything.")),
    )


def _recall_slips(made: Gains) -> tuple[Slip, ...]:
    return (
        _share(made.recall),
        Slip(
            made.hit_rate,
            0.3,
            "K2",
            lambda: _(
                "That is the hit rate: finds over inspections. It says nothing about the "
                "violations that passed."
            ),
        ),
        Slip(
            100 - made.recall,
            0.6,
            "",
            lambda: _("That is the share missed. What was found is the rest of it."),
        ),
    )


def _lift_slips(made: Gains) -> tuple[Slip, ...]:
    return (
        Slip(
            made.hit_rate,
            0.3,
            "K2",
            lambda: _(
                "That is the hit rate. Divide it by the base rate: only the comparison with "
                "drawing at random shows what the profile adds."
            ),
        ),
        Slip(
            made.recall / made.hit_rate,
            0.1,
            "",
            lambda: _("That is recall over hit rate. Lift is hit rate over base rate."),
        ),
        Slip(
            100 * made.lift,
            15,
            "",
            lambda: _("That is the lift in percent. As a multiple it is 100 times less."),
            0.5,
        ),
    )


def _needed_slips(made: Gains) -> tuple[Slip, ...]:
    return (
        Slip(
            RATES[made.reached],
            0.0,
            "",
            lambda: _("That is the percentage inspected. The number of inspections was asked."),
            0.5,
        ),
        Slip(
            made.found[made.reached],
            0.0,
            "",
            lambda: _("That is the number of finds in the right row, not of inspections."),
        ),
        Slip(
            made.inspected[made.reached - 1],
            0.0,
            "",
            lambda: _("One row too early: it does not reach the target."),
        ),
        Slip(
            made.total * made.target // 100,
            1.0,
            "",
            lambda: _(
                "That many are needed when drawing at random. A good order of inspection needs "
                "far fewer."
            ),
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
