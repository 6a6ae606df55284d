"""The words of the audit board: measures, what they mean, and what a setting changes."""

from __future__ import annotations

from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.risk.group_audit import GroupAudit
from borderlab.widgets.auditing_case import (
    BUDGET,
    HABIT_STATES,
    SMALL,
    YOUNG,
    Result,
)
from borderlab.widgets.display import colon

DECISIONS = ("keep", "change", "withdraw", "wait")


def group_names(grouping: str) -> tuple[str, str]:
    """The group in question, and all others."""
    if grouping == "origin":
        states = ", ".join(HABIT_STATES)
        return _("Origin {states}").format(states=states), _("Other origins")
    if grouping == "size":
        text = _("Small traders (up to {n} consignments in two years)")
        return text.format(n=SMALL), _("Larger traders")
    return (
        _("New firms (under {n} years)").format(n=number(YOUNG, 0)),
        _("Older firms"),
    )


def decisions() -> dict[str, str]:
    """What an audit can decide."""
    return {
        "keep": _("Keep the profile as it is"),
        "change": _("Change the profile, as set above"),
        "withdraw": _("Withdraw the profile"),
        "wait": _("Collect more random inspections, then decide"),
    }


def browser_texts() -> dict[str, Any]:
    """Texts of the browser's side that never change."""
    return {
        "colon": colon(),
        "name": _("Audit of a profile"),
        "story": _(
            "A profile is used on {n} consignments, with {budget} inspections, one in ten of them "
            "drawn at random. Habit gives extra points to goods from four States and to small "
            "traders. Who bears the inspections, and what do they find? World and profile are "
            "invented; points are teaching values."
        ).format(n=number(6_000), budget=number(BUDGET)),
        "preparing": _("One moment: the consignments are being generated."),
        "grouping": _("Compare"),
        "groupings": [
            ["origin", _("origins")],
            ["size", _("small and larger traders")],
            ["age", _("new and older firms")],
        ],
        "without_origin": _("Without origin"),
        "shift": _("Raise the threshold for {group}, in points"),
        "truth_known": _("The truth is known for all (simulator)"),
        "office": _("Off: as in an office, results of inspected consignments only."),
        "measures": _("What the audit shows"),
        "reading": _("In plain words"),
        "warnings": _("Read with care"),
        "proxies": _("What stands in for the group"),
        "audit": _("Audit record"),
        "decision": _("Decision"),
        "decisions": list(decisions().items()),
        "reasons": _("Reasons, in your words"),
        "reviewer": _("Reviewer (the post, not the person)"),
        "date": _("Date"),
        "language": _("Language of the record"),
        "languages": [["en", "English"], ["fr", "Français"], ["es", "Español"]],
        "download": _("Download"),
        "copy": _("Copy as text"),
        "copied": _("Copied."),
        "ready": _("The record is in your downloads."),
        "not_copied": _("Copying is not allowed here: mark the text below and copy it."),
        "text": _("The record as text"),
        "exact": _("Exact numbers"),
    }


def measures(result: Result, names: tuple[str, str]) -> list[dict[str, Any]]:
    """Each measure with value, interval and text for the two groups."""
    pair = [result.audit[name] for name in names]
    top = max(0.2, *(_top(one) for one in pair))
    rows = (
        ("burden", _("Burden: lawful consignments that were inspected"), _burden),
        ("hits", _("Hit rate: inspections that found something"), _hits),
        ("margin", _("Hit rate at the margin: chosen by the lowest scores"), _margin),
        (
            "observed",
            _("Share illegal in the group, beside what the profile states (▼)"),
            _observed,
        ),
    )
    made = []
    for key, label, read in rows:
        groups = [{"name": one.group, **read(one)} for one in pair]
        ends = [percent(0), percent(top)]
        made.append({"key": key, "label": label, "top": top, "ends": ends, "groups": groups})
    return made


def _top(one: GroupAudit) -> float:
    return min(1.0, max(one.hits.interval.high, one.margin.interval.high) * 1.05)


def _mark(value: float | None, low: float, high: float, counts: str) -> dict[str, Any]:
    if value is None:
        return {"value": None, "low": 0.0, "high": 1.0, "text": _("not known"), "counts": counts}
    text = _("{value} ({low} to {high})").format(
        value=percent(value, 1), low=percent(low, 1), high=percent(high, 1)
    )
    return {"value": value, "low": low, "high": high, "text": text, "counts": counts}


def _burden(one: GroupAudit) -> dict[str, Any]:
    if one.burden is None:
        return _mark(None, 0, 1, "")
    return _mark(one.burden.value, one.burden.low, one.burden.high, "")


def _share_mark(
    count: int, of: int, value: float | None, low: float, high: float
) -> dict[str, Any]:
    counts = _("{x} of {n}").format(x=number(count), n=number(of))
    return _mark(value, low, high, counts)


def _hits(one: GroupAudit) -> dict[str, Any]:
    share = one.hits
    return _share_mark(share.count, share.of, share.value, share.interval.low, share.interval.high)


def _margin(one: GroupAudit) -> dict[str, Any]:
    share = one.margin
    return _share_mark(share.count, share.of, share.value, share.interval.low, share.interval.high)


def _observed(one: GroupAudit) -> dict[str, Any]:
    found = one.observed
    mark = _mark(None, 0, 1, "") if found is None else _mark(found.value, found.low, found.high, "")
    stated = one.stated or 0.0
    said = _("stated {share}").format(share=percent(stated, 1))
    return {**mark, "stated": stated, "counts": said}


def measure_table(measures_shown: list[dict[str, Any]], names: tuple[str, str]) -> dict[str, Any]:
    """The exact numbers as a table of texts."""
    rows = []
    for one in measures_shown:
        cells = [" · ".join(filter(None, (g["text"], g["counts"]))) for g in one["groups"]]
        rows.append([one["label"], *cells])
    caption = _(
        "95% intervals: Wilson for counts; from the logged chances where the truth is not known "
        "for all."
    )
    return {"heads": [_("Measure"), *names], "rows": rows, "caption": caption}


def checked(grouping: str, *, shift: float, without_origin: bool) -> list[str]:
    """What the record says about what was looked at."""
    one, other = group_names(grouping)
    lines = [
        _("Groups compared: {one}; {other}.").format(one=one, other=other),
        _("Burden on lawful traders, hit rate, hit rate at the margin, calibration, ablation of "
          "origin, proxies."),
    ]  # fmt: skip
    if without_origin:
        lines.append(_("Setting examined: without origin."))
    if shift:
        text = _("Setting examined: threshold for “{group}” raised by {n} points.")
        lines.append(text.format(group=one, n=number(shift, 1)))
    return lines
