"""The importer who counts, and what deters: the last two steps of the stream plan."""

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
from borderlab.widgets.examining_base import note, table

if TYPE_CHECKING:
    from borderlab.widgets.examining_stream import StreamPlan

SHOWN = 200
_STATES = 200


def legend() -> str:
    """What the marks of a stream mean."""
    return _(
        "Each square is a consignment, in order of arrival. Shaded with a dot: inspected. Bar "
        "above: full inspection. Diamond: illegal, full if found, hollow if it passed."
    )


def counting(view: StreamPlan) -> dict[str, Any]:
    """What the third step shows."""
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
        "legend": legend(),
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


def deters(view: StreamPlan) -> dict[str, Any]:
    """What the fourth step shows."""
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
    worth = 1.0 - view.fraction * view.sensitivity * (1.0 + view.loss)
    labels = {
        "title": said,
        "worth": _("Worth of one offence, in gains"),
        "share": _("Share inspected while sampling"),
        "pays": _("an offence pays"),
        "not": _("it does not pay"),
    }
    svg = figure.worth_line(
        view.sensitivity * (1.0 + view.loss),
        (view.fraction, worth),
        labels=labels,
        narrow=view.narrow,
    )
    return {
        "said": said,
        "svg": svg,
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
