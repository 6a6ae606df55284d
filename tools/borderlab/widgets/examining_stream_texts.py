"""The words of the stream plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderlab.figures import examining_play as model
from borderlab.figures import examining_stream as figure
from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.widgets.examining_base import choice, note, slider, table
from borderlab.widgets.examining_stream_counting import SHOWN, counting, deters, legend

if TYPE_CHECKING:
    from borderlab.widgets.examining_stream import StreamPlan

LONG = 20_000
_RATES = [place / 200 for place in range(61)]


def names() -> dict[str, str]:
    """The plans in the language in use."""
    return {
        "csp1": "CSP-1",
        "csp2": "CSP-2",
        "csp3": "CSP-3",
        "skip_lot": _("Skip-lot"),
        "levels": _("Three levels"),
    }


def browser_texts() -> dict[str, Any]:
    """Every text of the browser's side, in the language in use."""
    return {
        "name": _("One importer's stream"),
        "steps": [
            _("The stream"),
            _("The long run"),
            _("The importer who counts"),
            _("What deters"),
        ],
    }


def controls() -> list[dict[str, Any]]:
    """The control panel."""
    return [
        choice("plan", _("Plan"), list(names().items())),
        slider("clearance", _("Clean inspections in a row that earn sampling"), 1, 30, 1),
        slider("fraction", _("Share inspected while sampling"), 0.05, 1, 0.05, "percent"),
        slider("rate", _("Illegal consignments of this importer"), 0, 0.3, 0.01, "percent"),
        slider(
            "sensitivity", _("Finds when an illegal consignment is inspected"), 0.05, 1, 0.05,
            "percent",
        ),
        slider("loss", _("Loss when found, in gains of one offence"), 0.5, 50, 0.5),
    ]  # fmt: skip


def describe(view: StreamPlan) -> dict[str, Any]:
    """What the browser shows at the step that is open."""
    return (_stream, _long, counting, deters)[view.step](view)


def _rule(view: StreamPlan) -> str:
    start = _(
        "Inspect everything until {i} inspections in a row are clean. Then inspect {f}, drawn at "
        "random."
    )
    forgiven = _("One find is forgiven: only a second find within the next {i} inspections leads "
                 "back to full inspection.")  # fmt: skip
    texts = {
        "csp1": (start, _("One find, and everything is inspected again.")),
        "csp2": (start, forgiven),
        "csp3": (start, forgiven, _("The four consignments after a find are all inspected.")),
        "skip_lot": (
            _(
                "Skip-lot: after {i} accepted lots in a row only {f} of the lots are inspected, "
                "drawn at random. The arithmetic is that of CSP-1, with “lot accepted” for “clean”."
            ),
        ),
        "levels": (
            _(
                "Three levels: everything, half, {f}. {i} clean inspections in a row lead one "
                "level up, a find leads back to the start."
            ),
        ),
    }
    said = " ".join(texts[view.plan])
    return said.format(i=number(view.clearance), f=percent(view.fraction))


def _stream(view: StreamPlan) -> dict[str, Any]:
    played = model.play(
        view.rule, SHOWN, rate=view.rate, sensitivity=view.sensitivity, seed=view.seed
    )
    text = _("{n} consignments: {inspected} inspected. {bad} illegal: {found} found, {through} "
             "passed.")  # fmt: skip
    said = text.format(
        n=number(SHOWN),
        inspected=number(int(played.inspected.sum())),
        bad=number(int(played.bad.sum())),
        found=number(int(played.found.sum())),
        through=number(played.through),
    )
    return {
        "said": said,
        "svg": figure.strip([("", played)], title=said, narrow=view.narrow),
        "legend": legend(),
        "notes": [note(_rule(view))],
        "visible": ["plan", "clearance", "fraction", "rate", "sensitivity"],
        "buttons": [{"do": "another", "text": _("Another stream")}],
    }


def _long(view: StreamPlan) -> dict[str, Any]:
    exact = model.exact(view.rule, view.rate, view.sensitivity)
    many = [model.exact(view.rule, rate, view.sensitivity) for rate in _RATES]
    text = _(
        "In the long run the plan inspects {share} of this importer's consignments; {leak} of all "
        "its consignments are illegal and pass."
    )
    said = text.format(share=percent(exact.inspected, 1), leak=percent(exact.leakage, 2))
    labels = {
        "title": said,
        "inspected": _("share inspected"),
        "leakage": _("share illegal and passed"),
        "rate": _("Illegal consignments of this importer"),
    }
    worst = max(many, key=lambda each: each.leakage)
    text = _(
        "The worst case on this curve is {worst}. A plan keeps honest importers fast and sends the "
        "others back to full inspection; it does not make anybody honest."
    )
    svg = figure.plan_curve(
        _RATES,
        [each.inspected for each in many],
        [each.leakage for each in many],
        (min(view.rate, _RATES[-1]), exact.inspected, exact.leakage),
        labels=labels,
        narrow=view.narrow,
    )
    return {
        "said": said,
        "svg": svg,
        "notes": [note(text.format(worst=percent(worst.leakage, 2))), note(_rule(view))],
        "tables": [_beside(view)],
        "visible": ["plan", "clearance", "fraction", "rate", "sensitivity"],
    }


def _beside(view: StreamPlan) -> dict[str, Any]:
    """The exact long run beside a long played stream."""
    exact = model.exact(view.rule, view.rate, view.sensitivity)
    played = model.play(
        view.rule, LONG, rate=view.rate, sensitivity=view.sensitivity, seed=view.seed
    )
    rows = []
    for name, share, count in (
        (_("Inspected"), exact.inspected, int(played.inspected.sum())),
        (_("Illegal and passed"), exact.leakage, played.through),
    ):
        rows.append([name, percent(share, 2), percent(count / LONG, 2)])
    caption = _("The exact long run beside a played stream of {n} consignments").format(
        n=number(LONG)
    )
    return table(caption, ["", _("Exact"), _("Played")], rows)
