"""The right numbers for a green lane, and the slips that are recognised."""

from __future__ import annotations

import math
from functools import lru_cache

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.risk import clopper_pearson, jeffreys, upper_bound_without_finds, wilson
from borderlab.tasks.auditing_green_case import TOLERANCE, Sample, wald
from borderlab.tasks.numbers import Expected, Slip


def _ends(made: Sample) -> tuple[list[float], list[float]]:
    """Lower and upper ends in percent, the method of the course first (0 finds: rule of three)."""
    methods = [make(made.found, made.checked) for make in (wilson, clopper_pearson, jeffreys)]
    low, high = [100 * m.low for m in methods], [100 * m.high for m in methods]
    if made.found == 0:
        exact = 100 * upper_bound_without_finds(made.checked)
        return [0.0], [300 / made.checked, exact, *high]
    return low, high


@lru_cache(maxsize=256)
def expected(made: Sample) -> dict[str, Expected]:
    """The right numbers, and the slips that are recognised; cached, as quantiles take a while."""
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


def _wald(value: float) -> Slip:
    return Slip(
        value,
        TOLERANCE,
        "",
        lambda: _(
            "That is the textbook formula rate ± 1.96 × standard error (Wald). With so few finds "
            "it misleads and may fall below 0; take Wilson or the exact interval."
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
