"""The words of the queue view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from borderlab.figures import examining_day as model
from borderlab.figures import examining_queue as figure
from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.widgets.examining_base import note, slider, switch, table

if TYPE_CHECKING:
    from borderlab.widgets.examining_queue import QueueView

_SHARES = [place / 40 for place in range(41)]


def browser_texts() -> dict[str, Any]:
    """Every text of the browser's side, in the language in use."""
    return {
        "name": _("The queue at the border post"),
        "steps": [_("One day"), _("The long run"), _("Release low risk")],
    }


def controls() -> list[dict[str, Any]]:
    """The control panel."""
    return [
        slider("arrivals", _("Consignments an hour"), 1, 40, 1),
        slider("inspectors", _("Officers"), 1, 12, 1),
        slider("minutes", _("Minutes for each inspection, on average"), 5, 120, 1, "minutes"),
        slider("released", _("Released as low risk, not inspected"), 0, 0.95, 0.05, "percent"),
        slider("live", _("Consignments with live animals"), 0, 0.5, 0.05, "percent"),
        slider("limit", _("Longest wait wanted for live animals"), 5, 240, 5, "minutes"),
        switch("priority", _("Live animals go first")),
    ]


def minutes(x: float) -> str:
    """Minutes in words; what never ends is said so."""
    if math.isinf(x):
        return _("without end")
    return _("{n} min").format(n=number(x, 1 if x < 10 else 0))  # noqa: PLR2004


def describe(view: QueueView) -> dict[str, Any]:
    """What the browser shows at the step that is open."""
    return (_day, _long, _release)[view.step](view)


def _overloaded(view: QueueView) -> str | None:
    """What an unstable queue is, in words."""
    load = model.long_run(view.post).utilisation
    if load < 1.0:
        return None
    text = _(
        "More work comes than {inspectors} officers can do ({load} of their time): the queue "
        "grows for as long as consignments come, and no average wait exists."
    )
    return text.format(inspectors=number(view.inspectors), load=percent(load))


def _busy(view: QueueView) -> dict[str, Any]:
    over = _overloaded(view)
    if over is not None:
        return note(over, "bad")
    load = model.long_run(view.post).utilisation
    text = _("The officers are busy {load} of their time. The spare time is what keeps the queue "
             "short: near 100% the wait grows without bound.")  # fmt: skip
    return note(text.format(load=percent(load)))


def _day(view: QueueView) -> dict[str, Any]:
    played = model.play(view.post)
    live = model.mean_and_high(played.part(live=True, day=0))
    other = model.mean_and_high(played.part(live=False, day=0))
    said = " ".join(
        (_wait_said(_("Live animals"), live), _wait_said(_("Other consignments"), other))
    )
    labels = {
        "title": said,
        "waiting": _("Waiting for inspection (red line: live animals)"),
        "hours": _("Hours since opening"),
        "close": _("last arrival"),
    }
    svg = figure.queue_over_day(
        model.waiting_over_day(played, 0, live=False),
        model.waiting_over_day(played, 0, live=True),
        hours=view.hours,
        labels=labels,
        narrow=view.narrow,
    )
    return {
        "said": said,
        "svg": svg,
        "notes": [*_welfare(view, live), _busy(view)],
        "tables": [_waits(view, played)],
        "visible": ["arrivals", "inspectors", "minutes", "released", "live", "limit", "priority"],
        "buttons": [{"do": "another", "text": _("Another day")}],
    }


def _wait_said(who: str, wait: tuple[float, float] | None) -> str:
    if wait is None:
        return _("{who}: none came.").format(who=who)
    text = _("{who}: waited {mean} on average, one in ten longer than {high}.")
    return text.format(who=who, mean=minutes(wait[0]), high=minutes(wait[1]))


def _welfare(view: QueueView, live: tuple[float, float] | None) -> list[dict[str, Any]]:
    if live is None or live[1] <= view.limit:
        return []
    text = _(
        "One in ten consignments of live animals waits longer than {high}; this post wants at most "
        "{limit} (a limit each Party sets for itself)."
    )
    return [note(text.format(high=minutes(live[1]), limit=minutes(view.limit)), "bad")]


def _waits(view: QueueView, played: model.Day) -> dict[str, Any]:
    first, second = model.long_run_classes(view.post)
    rows = []
    for name, live, formula in (
        (_("Live animals"), True, first),
        (_("Other consignments"), False, second),
    ):
        today = model.mean_and_high(played.part(live=live, day=0))
        days = model.mean_and_high(played.part(live=live))
        cells = [minutes(x) for pair in (today, days) for x in (pair or (math.nan, math.nan))]
        rows.append([name, *cells, minutes(formula)])
    heads = [
        "",
        _("This day: mean"),
        _("90th percentile"),
        _("{n} days: mean").format(n=number(model.DAYS)),
        _("90th percentile"),
        _("Formula: mean in the long run"),
    ]
    caption = _(
        "Minutes of waiting before inspection. A day begins with an empty queue, so days stay "
        "below the long run when the post is nearly full."
    )
    return table(caption, heads, rows)


def _long(view: QueueView) -> dict[str, Any]:
    wait = model.long_run(view.post)
    over = _overloaded(view)
    if over is not None:
        said = over
        notes = []
    else:
        text = _(
            "In the long run {delayed} of the inspected consignments wait at all, {mean} on "
            "average; one in ten longer than {high}."
        )
        said = text.format(
            delayed=percent(wait.delayed), mean=minutes(wait.mean), high=minutes(wait.quantile(0.9))
        )
        text = _(
            "Formula of Erlang: random arrivals, inspections of very different length. If each "
            "took exactly {minutes}, the mean wait would be {fixed}."
        )
        notes = [
            note(
                text.format(
                    minutes=minutes(view.minutes), fixed=minutes(model.fixed_times(view.post))
                )
            ),
            _priority(view),
        ]
    return {
        "said": said,
        "notes": [_busy(view), *notes] if over is None else notes,
        "tables": [{**_waits(view, model.play(view.post)), "printable": True}],
        "visible": ["arrivals", "inspectors", "minutes", "released", "live", "priority"],
    }


def _priority(view: QueueView) -> dict[str, Any]:
    first, second = model.long_run_classes(view.post)
    if not view.priority:
        return note(_("Everybody waits in one line: live animals as long as timber."))
    text = _("Live animals first: they wait {first}, the others {second}. Priority makes nobody "
             "faster on average; it decides who waits.")  # fmt: skip
    return note(text.format(first=minutes(first), second=minutes(second)))


def _release(view: QueueView) -> dict[str, Any]:
    post = view.post
    means = model.by_release(post, _SHARES)
    wait = model.long_run(post).mean
    none = means[0]
    text = _(
        "Releasing {share} as low risk frees {freed} officer minutes a day. Mean wait in "
        "the long run: {before} if nothing is released, {now} now."
    )
    said = text.format(
        share=percent(view.released),
        freed=number(post.freed, 0),
        before=minutes(none),
        now=minutes(wait),
    )
    labels = {
        "title": said,
        "wait": _("Mean wait in minutes, long run"),
        "share": _("Released as low risk, in percent"),
        "grows": _("queue grows"),
    }
    notes = [_spend(view)]
    over = _overloaded(view)
    if over is not None:
        notes.append(note(over, "bad"))
    svg = figure.release_curve(
        _SHARES, means, (view.released, wait), labels=labels, narrow=view.narrow
    )
    return {
        "said": said,
        "svg": svg,
        "notes": notes,
        "visible": ["released", "arrivals", "inspectors", "minutes", "live"],
    }


def _spend(view: QueueView) -> dict[str, Any]:
    post = view.post
    inspected = post.rate * post.hours
    if post.freed <= 0.0 or inspected <= 0.0:
        return note(_("Nothing is released, so no minute is freed for what needs a closer look."))
    text = _(
        "Faster is not weaker: spent on the {n} consignments a day that are inspected, the freed "
        "time is {more} more for each. But release is only safe where risk is known to be low, and "
        "a random share of the released lane must be inspected to know it."
    )
    return note(text.format(n=number(inspected, 0), more=minutes(post.freed / inspected)), "good")
