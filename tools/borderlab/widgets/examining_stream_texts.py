"""The words of the stream plan."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from borderlab.figures import examining_play as model
from borderlab.figures import examining_stream as figure
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, percent
from borderlab.inspection.gaming import Importer, best_response, deterring_share
from borderlab.inspection.histories import Levels
from borderlab.inspection.streams import deterrence_floor
from borderlab.widgets.examining_base import choice, note, slider, table

if TYPE_CHECKING:
    from borderlab.widgets.examining_stream import StreamPlan

SHOWN = 200
LONG = 20_000
_RATES = [place / 200 for place in range(61)]
_STATES = 200


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
    return (_stream, _long, _counting, _deters)[view.step](view)


def _rule(view: StreamPlan) -> str:
    texts = {
        "csp1": _(
            "CSP-1: inspect everything until {i} inspections in a row are clean. Then inspect "
            "{f}, drawn at random. One find, and everything is inspected again."
        ),
        "csp2": _(
            "CSP-2: as CSP-1, but one find is forgiven: only a second find within the next {i} "
            "inspections leads back to full inspection."
        ),
        "csp3": _(
            "CSP-3: as CSP-2, and the four consignments after a find are all inspected."
        ),
        "skip_lot": _(
            "Skip-lot: after {i} accepted lots in a row only {f} of the lots are inspected, drawn "
            "at random. The arithmetic is that of CSP-1, with “lot accepted” for “clean”."
        ),
        "levels": _(
            "Three levels: everything, half, {f}. {i} clean inspections in a row lead one level "
            "up, a find leads back to the start."
        ),
    }  # fmt: skip
    return texts[view.plan].format(i=number(view.clearance), f=percent(view.fraction))


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
        "legend": _legend(),
        "notes": [note(_rule(view))],
        "visible": ["plan", "clearance", "fraction", "rate", "sensitivity"],
        "buttons": [{"do": "another", "text": _("Another stream")}],
    }


def _legend() -> str:
    return _(
        "Each square is a consignment, in order of arrival. Shaded with a dot: inspected. Bar "
        "above: full inspection. Diamond: illegal, full if found, hollow if it passed."
    )


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


def _counting(view: StreamPlan) -> dict[str, Any]:
    blocks, played = [], []
    for every in (True, False):
        rule = replace(view.rule, kind="csp1", every=every)
        stream = model.play(
            rule, SHOWN, rate=0.0, sensitivity=view.sensitivity, seed=view.seed, counts=True
        )
        if every:
            heading = ngettext(
                "Inspected: every consignment", "Inspected: every {n}th consignment", rule.nth
            ).format(n=number(rule.nth))
        else:
            heading = _("Inspected: {f}, drawn at random").format(f=percent(view.fraction))
        blocks.append((heading, stream))
        played.append((stream, model.counting(rule, view.sensitivity)))
    (fixed, _exact), (drawn, exact) = played
    text = _(
        "The same importer, the same sampling rate. Fixed rhythm: {a} of {b} illegal consignments "
        "passed. Random draw: {c} of {d}."
    )
    said = text.format(
        a=number(fixed.through),
        b=number(int(fixed.bad.sum())),
        c=number(drawn.through),
        d=number(int(drawn.bad.sum())),
    )
    return {
        "said": said,
        "svg": figure.strip(blocks, title=said, narrow=view.narrow),
        "legend": _legend(),
        "notes": [_why(exact)],
        "tables": [_counted(view, [each for _stream, each in played])],
        "visible": ["fraction", "clearance", "sensitivity"],
        "buttons": [{"do": "another", "text": _("Another stream")}],
    }


def _why(exact: model.Counting) -> dict[str, Any]:
    text = _(
        "A fixed rhythm can be counted: the importer is honest when its turn comes and never "
        "loses its trust. A random draw cannot be counted: on average {n} illegal consignments "
        "pass before one is found, and then everything is inspected again, until it is "
        "honest long enough."
    )
    return note(text.format(n=number(exact.before_caught, 1)))


def _counted(view: StreamPlan, both: list[model.Counting]) -> dict[str, Any]:
    heads = ["", _("Fixed rhythm"), _("Random draw")]
    rows = [
        [name, *(percent(getattr(each, field), 1) for each in both)]
        for name, field in (
            (_("Inspected"), "inspected"),
            (_("Illegal"), "offences"),
            (_("Illegal and passed"), "through"),
        )
    ]
    passes = [number(x, 1) if math.isfinite(x := each.before_caught) else "∞" for each in both]
    rows.append([_("Illegal ones that pass before one is found"), *passes])
    caption = _(
        "The importer who counts, in the long run, exactly ({i} clean inspections earn sampling)"
    ).format(i=number(view.clearance))
    return table(caption, heads, rows)


def _deters(view: StreamPlan) -> dict[str, Any]:
    floor = deterrence_floor(1.0, view.loss, view.sensitivity)
    if floor is None:
        said = _("Not even inspecting everything deters: the loss is too small for the gain.")
    else:
        text = _("A single offence does not pay if at least {share} of the consignments are "
                 "inspected, drawn at random.")  # fmt: skip
        said = text.format(share=percent(floor, 1))
    notes = []
    if floor is not None:
        enough = view.fraction >= floor
        text = (
            _("This plan inspects {f} while sampling: enough.")
            if enough
            else _("This plan inspects {f} while sampling: too little for this importer.")
        )
        notes.append(note(text.format(f=percent(view.fraction)), "good" if enough else "part"))
    if view.fraction < 1.0 and view.clearance <= _STATES:
        notes += _best(view)
    notes.append(note(_("Gain, loss and the importer's patience are teaching values.")))
    return {
        "said": said,
        "notes": notes,
        "visible": ["loss", "fraction", "clearance", "sensitivity"],
    }


def _best(view: StreamPlan) -> list[dict[str, Any]]:
    plan = Levels((1.0, view.fraction), view.clearance)
    importer = Importer(gain=1.0, loss=view.loss)
    best = best_response(plan, importer, view.sensitivity)
    if best.deterred:
        first = _("An importer who also values its trust is honest throughout.")
    else:
        text = _("An importer who also values its trust sends {share} illegal consignments, and "
                 "{leak} of all its consignments are illegal and pass.")  # fmt: skip
        first = text.format(share=percent(best.offences, 1), leak=percent(best.leakage, 1))
    share = deterring_share(plan, importer, view.sensitivity)
    if share is None:
        return [note(first)]
    text = _(
        "Losing the trust is part of the penalty, so for it {share} inspected while sampling is "
        "enough."
    )
    return [note(f"{first} {text.format(share=percent(share, 1))}")]
