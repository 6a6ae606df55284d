"""The words of the cascade builder, in natural frequencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderlab.figures import examining_flow as model
from borderlab.figures import examining_stages as figure
from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.inspection.stages import Join
from borderlab.widgets.examining_base import choice, note, slider, switch, table
from borderlab.widgets.examining_stages_figures import figures, names

if TYPE_CHECKING:
    from borderlab.widgets.examining_stages import CascadeBuilder

_SMALL = 9.95  # counts below are written with a decimal


def browser_texts() -> dict[str, Any]:
    """Every text of the browser's side, in the language in use."""
    return {
        "name": _("Build a chain of tools"),
        "steps": [_("The flow"), _("What an alert means"), _("Figures of the tools")],
        "stages": names(),
        "order_name": _("Tools in the order of use"),
        "order_help": _("Tick the tools you use and put them in order."),
        "earlier": _("{name}: earlier"),
        "later": _("{name}: later"),
    }


def controls() -> list[dict[str, Any]]:
    """The control panel."""
    tools = list(names().items())
    return [
        choice(
            "join",
            _("How the tools work together"),
            [
                ("all", _("In a chain: the next tool sees only alerts")),
                ("any", _("Side by side: one alert is enough")),
            ],
        ),
        slider("rate", _("Illegal consignments"), 0, 0.02, 0.0005, "permyriad"),
        slider("hard_share", _("Well hidden among the illegal ones"), 0, 1, 0.05, "percent"),
        switch("readers", _("People read the scans: they miss more where finds are rare")),
        choice("tool", _("Tool"), tools),
        slider("easy", _("Finds of openly carried goods"), 0, 1, 0.005, "percent"),
        slider("hard", _("Finds of well hidden goods"), 0, 1, 0.005, "percent"),
        slider("specificity", _("Legal consignments left in peace"), 0.7, 1, 0.001, "percent"),
        slider("minutes", _("Officer minutes for each use"), 0, 90, 1, "minutes"),
    ]


def count(x: float) -> str:
    """An expected count as one speaks of it."""
    return number(x, 1 if 0 < x < _SMALL and abs(x - round(x)) > 0.05 else 0)  # noqa: PLR2004


def describe(builder: CascadeBuilder) -> dict[str, Any]:
    """What the browser shows at the step that is open."""
    return (_flow, _alerts, figures)[builder.step](builder)


def _said(flow: model.Flow) -> str:
    text = _(
        "Of {all} consignments {illegal} are illegal: {found} found, {missed} missed, {false} "
        "false alarms, {hours} officer hours."
    )
    done = flow.result
    return text.format(
        all=number(done.consignments),
        illegal=count(done.illegal),
        found=count(done.found),
        missed=count(done.missed),
        false=count(done.false_alarms),
        hours=number(done.minutes / 60, 0),
    )


def _flow(builder: CascadeBuilder) -> dict[str, Any]:
    flow = builder.flow
    rows = [_words(step, Join(builder.join)) for step in flow.steps]
    said = _said(flow)
    title = " ".join((said, *(" ".join(row) for row in rows)))
    svg = figure.cascade_picture(flow, rows, title=title, narrow=builder.narrow)
    return {
        "said": said,
        "svg": svg,
        "legend": _(
            "Bar: consignments that come; dark part: alerts. Diamonds: the illegal ones, "
            "full while they are held, hollow once they are missed."
        ),
        "notes": [*_blind(builder, flow), *_cheaper(builder, flow), *_busy(flow)],
        "tables": [_table(flow)],
        "visible": ["join", "rate", "hard_share", "readers"],
        "order": True,
    }


def _words(step: model.Step, join: Join) -> tuple[str, str, str, str]:
    name = names()[step.stage.name]
    come = _("{n} come, {illegal} of them illegal").format(
        n=count(step.come), illegal=count(step.illegal)
    )
    if join is Join.ANY:
        alerts = _("Alerts of the tools so far: {alerts} ({real} real, {false} false)")
        missed = _("No alert so far: {missed} illegal")
    else:
        alerts = _("Alerts: {alerts} ({real} real, {false} false)")
        missed = _("Let go here: {missed} illegal")
    return (
        name,
        come,
        alerts.format(
            alerts=count(step.alerts),
            real=count(step.real),
            false=count(step.alerts - step.real),
        ),
        missed.format(missed=count(step.illegal - step.real)),
    )


def _blind(builder: CascadeBuilder, flow: model.Flow) -> list[dict[str, Any]]:
    """What well hidden goods do, and why tools are not independent; one tool depends on none."""
    if flow.hard <= 0.0 or len(builder.stages) == 1:
        return []
    if flow.result.found >= flow.found_independent:
        text = _(
            "Well hidden: {hard} of the illegal consignments, found {found}. Good concealment "
            "defeats one tool after the other; what is found is what was carried openly. Tools "
            "that err independently of each other would find {independent}, these find {all}."
        )
    else:
        text = _(
            "Well hidden: {hard} of the illegal consignments, found {found}. The tools share a "
            "blind spot: what defeats one tends to defeat the next. Tools that err independently "
            "of each other would find {independent}, these find {all}."
        )
    said = text.format(
        hard=count(flow.hard),
        found=count(flow.found_hard),
        independent=number(flow.found_independent, 1),
        all=number(flow.result.found, 1),
    )
    return [note(said)]


def _cheaper(builder: CascadeBuilder, flow: model.Flow) -> list[dict[str, Any]]:
    """The cheapest order of the same tools; only where the order changes nothing else."""
    stages = [builder.stage(name) for name in builder.stages]
    if builder.readers or builder.join != "all" or len(stages) == 1:
        return []
    order, minutes = model.cheapest_order(
        stages, Join.ALL, rate=builder.rate, hard_share=builder.hard_share
    )
    total = minutes * flow.result.consignments
    if flow.result.minutes <= total * 1.005:
        text = _("Another order of the same tools finds the same and costs no less time.")
        return [note(text, "good")]
    text = _("The order {order} finds the same and costs {hours} officer hours instead of {now}.")
    said = text.format(
        order=" – ".join(names()[name] for name in order),
        hours=number(total / 60, 0),
        now=number(flow.result.minutes / 60, 0),
    )
    return [note(said, "part")]


def _busy(flow: model.Flow) -> list[dict[str, Any]]:
    """Tools that are used more often than they can be."""
    from borderlab.widgets.examining_stages import DAYS

    notes = []
    for step in flow.steps:
        most = step.stage.per_day
        if most is not None and step.come / DAYS > most * 1.0001:
            text = _(
                "{tool}: {need} uses a day needed, {most} possible (assumption; 200 consignments "
                "a day)."
            )
            said = text.format(
                tool=names()[step.stage.name], need=count(step.come / DAYS), most=number(most)
            )
            notes.append(note(said, "bad"))
    return notes


def _table(flow: model.Flow) -> dict[str, Any]:
    heads = [_("Tool"), _("Come"), _("Alerts"), _("Real"), _("False"), _("Officer minutes")]
    rows = [
        [
            names()[step.stage.name],
            number(step.come, 1),
            number(step.alerts, 1),
            number(step.real, 2),
            number(step.alerts - step.real, 1),
            number(step.come * step.stage.minutes, 0),
        ]
        for step in flow.steps
    ]
    caption = _("Expected numbers on average, not rounded to whole consignments")
    return table(caption, heads, rows)


def _alerts(builder: CascadeBuilder) -> dict[str, Any]:
    flow = builder.flow
    done = flow.result
    if done.precision is None:
        said = _("No alert is expected.")
    else:
        text = _("Of 100 final alerts {real} are real and {false} are false.")
        real = round(100 * done.precision)
        said = text.format(real=number(real), false=number(100 - real))
    quiet = done.released_illegal_share
    notes = []
    if quiet is not None:
        text = _(
            "Without an alert: {n} consignments, {missed} of them illegal. No alert is no proof: "
            "it was 1 in {before}, now it is 1 in {after}."
        )
        notes.append(
            note(
                text.format(
                    n=count(done.consignments - done.alerts),
                    missed=count(done.missed),
                    before=_one_in(builder.rate),
                    after=_one_in(quiet),
                )
            )
        )
    if "dog" in builder.stages:
        notes.append(note(_dog()))
    return {
        "said": said,
        "svg": figure.piles(_piles(flow), title=said, narrow=builder.narrow),
        "legend": _("Diamond: real. Ring: false alarm."),
        "notes": notes,
        "tables": [_table(flow)],
        "visible": ["join", "rate", "hard_share", "readers"],
        "order": True,
    }


def _piles(flow: model.Flow) -> list[tuple[str, int]]:
    """Of one hundred alerts after each tool, how many are real."""
    rows = []
    for step in flow.steps:
        if step.alerts > 0.0:
            real = round(100 * step.real / step.alerts)
            text = _("{tool}: {real} of 100 alerts are real")
            rows.append((text.format(tool=names()[step.stage.name], real=number(real)), real))
    return rows


def _dog() -> str:
    return _(
        "A dog finds what it was trained on, for as long as it can work, with this handler. Other "
        "dogs, strong cover smells, heat and live animals change its figures: test it here, with "
        "your dog."
    )


def _one_in(share: float) -> str:
    return number(round(1 / share)) if share > 0 else "∞"
