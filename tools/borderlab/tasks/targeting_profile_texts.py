"""What is asked of a profile, and what is said about one afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.tasks.targeting_groups import GROUPS, NAMES

if TYPE_CHECKING:
    from borderlab.tasks import Settings
    from borderlab.tasks.targeting_profile import Graded


def outline(full: Settings) -> str:
    """The task."""
    first = _(
        "Set a profile on the {n} consignments below, where you may see the truth. It is then "
        "tried on consignments that you do not see. There it should find at least **{recall}** of "
        "the violations with at most **{rate}** inspections for each {thousand} consignments, and "
        "at least **{random}** of the inspections drawn at random."
    )
    second = _(
        "A weight on the country of origin is taken off the points if it adds nothing: a profile "
        "may not discriminate without a reason (WTO Trade Facilitation Agreement, Article 7.4)."
    )
    told = first.format(
        n=number(full["shown"]),
        recall=percent(full["recall"]),
        rate=number(1000 * full["rate"]),
        thousand=number(1000),
        random=percent(full["random"]),
    )
    return f"{told}\n\n{second}" if full["origin_penalty"] else told


def explain(full: Settings, best: Graded, mine: Graded | None, good: Mapping[str, float]) -> str:
    """The hidden result, what was wrong, and what a good profile does."""
    parts = [_result(full, mine)] if mine else []
    if mine:
        parts += _wrong(full, mine)
    parts += [_good(full, best, good), _lesson()]
    return "\n\n".join(parts)


def _result(full: Settings, mine: Graded) -> str:
    text = _(
        "On the hidden consignments **your profile** finds **{mine}** of the violations; the "
        "target was {target}, and sliders left untouched find {untouched}."
    )
    return text.format(
        mine=percent(mine.recall, 1),
        target=percent(full["recall"]),
        untouched=percent(mine.untouched, 1),
    )


def _wrong(full: Settings, mine: Graded) -> list[str]:
    found = []
    if mine.over:
        text = _(
            "You asked for more inspections than there are officers for ({rate} for each "
            "{thousand}): only these were counted, for half of the points."
        )
        found.append(text.format(rate=number(1000 * full["rate"]), thousand=number(1000)))
    if mine.few_random:
        text = _(
            "Too few inspections are drawn at random ({random} were asked for): {part} of the "
            "points. Random checks are not wasted: without them nobody knows what the score leaves "
            "out, nor when the profile has aged."
        )
        lost = percent(-full["random_penalty"])
        found.append(text.format(random=percent(full["random"]), part=lost))
    if mine.origin:
        text = _(
            "The country of origin has a weight but adds nothing: with it the profile finds "
            "{mine}, without it {without}. {part} of the points. Country alone is a weak factor, "
            "and past seizures only show where officers looked."
        )
        found.append(
            text.format(
                mine=percent(mine.recall, 1),
                without=percent(mine.without_origin, 1),
                part=percent(-full["origin_penalty"]),
            )
        )
    return found


def _good(full: Settings, best: Graded, good: Mapping[str, float]) -> str:
    head = _(
        "**A profile that reaches it:** {recall} with {rate} inspections for each {thousand}, "
        "{random} of them at random."
    ).format(
        recall=percent(best.recall, 1),
        rate=number(1000 * full["rate"]),
        thousand=number(1000),
        random=percent(full["random"]),
    )
    group, weight = _("group"), _("weight")  # inside the f-string they would not be collected
    rows = [f"| {group} | {weight} |", "|---|---|"]
    rows += [f"| {_(NAMES[key])} | {number(good[key], 1)} |" for key in GROUPS]
    return head + "\n\n" + "\n".join(rows)


def _lesson() -> str:
    return _(
        "Weights that do not fit speak loudly in this world; slips on the papers mostly come from "
        "honest traders. More flags do not make a better profile: each group that says little "
        "takes places from one that says much. If your profile did much better on the "
        "consignments that you saw than on the hidden ones, it had learnt their accidents by heart."
    )
