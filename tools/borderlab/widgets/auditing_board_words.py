"""An audit in plain words, and the warnings that belong to it."""

from __future__ import annotations

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.risk import burden_gap, cautions, hit_gap, indicator
from borderlab.risk.group_audit import GroupAudit
from borderlab.widgets.auditing_case import (
    Case,
    Result,
)


def reading(
    result: Result, base: Result, names: tuple[str, str], made: Case, *, truth_known: bool
) -> list[str]:
    """The audit in plain words: first what the setting does, then what the groups bear."""
    one, other = (result.audit[name] for name in names)
    return [
        _change_words(result, base, names),
        _burden_words(one, other),
        _outcome_words(one, other),
        _margin_words(one, other),
        _calibration_words((one, other)),
        _ablation_words(made, truth_known=truth_known),
    ]


def _burden_words(one: GroupAudit, other: GroupAudit) -> str:
    gap = burden_gap(one, other)
    if one.burden is None or other.burden is None:
        return _("Without random inspections the burden on lawful traders cannot be estimated.")
    text = _(
        "Of 100 lawful consignments in the group “{one}”, {x} were inspected; in the group "
        "“{other}”, {y}."
    ).format(
        one=one.group,
        other=other.group,
        x=number(100 * one.burden.value, 1),
        y=number(100 * other.burden.value, 1),
    )
    verdict = (
        _("The inspection rates may be equal: the interval of their difference contains 0.")
        if 0.0 in gap
        else _("The difference in inspection rates is larger than chance ({low} to {high} points).")
    )
    return f"{text} {verdict.format(low=_points(gap.low), high=_points(gap.high))}"


def _points(share: float) -> str:
    return number(100 * share, 1)


def _outcome_words(one: GroupAudit, other: GroupAudit) -> str:
    gap = hit_gap(one, other)
    low, high = _points(gap.low), _points(gap.high)
    if 0.0 in gap:
        return _(
            "The average hit rates do not differ clearly ({low} to {high} points). That proves "
            "nothing about fairness."
        ).format(low=low, high=high)
    lower = one if gap.high < 0 else other
    return _(
        "Inspections of the group “{group}” find less often ({low} to {high} points). That is a "
        "hint that the bar is lower for them, no proof: look at the margin."
    ).format(group=lower.group, low=low, high=high)


def _margin_words(one: GroupAudit, other: GroupAudit) -> str:
    gap = hit_gap(one, other, at_margin=True)
    low, high = _points(gap.low), _points(gap.high)
    if 0.0 in gap:
        return _(
            "At the margin, where the threshold decides, {x} of {n} and {y} of {m} were hits. So "
            "few cannot tell the groups apart ({low} to {high} points)."
        ).format(
            x=one.margin.count,
            n=one.margin.of,
            y=other.margin.count,
            m=other.margin.of,
            low=low,
            high=high,
        )
    lower = one if gap.high < 0 else other
    return _(
        "At the margin too, the group “{group}” is hit less often ({low} to {high} points): its "
        "bar is lower."
    ).format(group=lower.group, low=low, high=high)


def _calibration_words(pair: tuple[GroupAudit, GroupAudit]) -> str:
    off = [one for one in pair if one.miscalibrated]
    if not off:
        return _("In both groups the stated probability fits what was observed.")
    parts = [
        _("{group}: stated {stated}, observed {seen}").format(
            group=one.group,
            stated=percent(one.stated or 0.0, 1),
            seen=percent(one.observed.value if one.observed else 0.0, 1),
        )
        for one in off
    ]
    return _("The stated probability does not fit what was observed. {parts}.").format(
        parts=" · ".join(parts)
    )


def _ablation_words(made: Case, *, truth_known: bool) -> str:
    found = made.ablation
    text = _(
        "Without origin, by score alone, the same budget finds {less} instead of {full} "
        "(difference in recall {low} to {high} points)."
    ).format(
        less=number(found.found_without, 0),
        full=number(found.found_with, 0),
        low=_points(found.low),
        high=_points(found.high),
    )
    keep = _("Origin carries something here: say what, and whether the law allows it.")
    leave = _("The interval contains 0: these data give no ground to keep origin.")
    said = f"{text} {keep if found.matters else leave}"
    if truth_known:
        return said
    source = _(
        "This count uses the truth of the simulator; an office would have to estimate it from "
        "random inspections."
    )
    return f"{said} {source}"


def _change_words(result: Result, base: Result, names: tuple[str, str]) -> str:
    before, after = base.audit[names[0]], result.audit[names[0]]
    if result is base or (before, base.finds) == (after, result.finds):
        return _("{finds} finds in {n} inspections: this is the profile as it stands.").format(
            finds=number(result.finds), n=number(result.inspected)
        )
    return _(
        "Against the profile as it stands: {finds} finds instead of {was}; inspections of the "
        "group “{group}” {now} instead of {then}."
    ).format(
        finds=number(result.finds),
        was=number(base.finds),
        group=names[0],
        now=number(after.inspected.count),
        then=number(before.inspected.count),
    )


def warnings(result: Result, *, truth_known: bool) -> list[str]:
    """The warnings that must stand beside the figures."""
    from borderlab.risk import caution

    found = list(cautions(result.audit, truth_known=truth_known))
    return [one.text() for one in (*found, caution("teaching_values"))]


def proxy_words(made: Case, grouping: str, names: tuple[str, str]) -> list[str]:
    """What gives the group away when its name is left out; lawful explanation beside each."""
    area = made.recognisable[grouping]
    lines = []
    if area is not None:
        lines.append(
            _(
                "Without origin, all other indicators together tell the group “{group}” from the "
                "rest with an area of {area} (0.5 not at all, 1 completely)."
            ).format(group=names[0], area=number(area, 2))
        )
    for proxy in made.proxies[grouping][:3]:
        one = indicator(proxy.indicator_id)
        lines.append(
            _("{name}: {x} in the group, {y} elsewhere. Lawful explanation: {lawful}").format(
                name=one.name(),
                x=percent(proxy.in_group),
                y=percent(proxy.elsewhere),
                lawful=one.lawful(),
            )
        )
    return lines
