"""The comparison of policies: one table, and the picture of the efficient frontier."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from borderlab.figures.policylab_frontier import Axes, Mark, picture
from borderlab.i18n import gettext as _
from borderlab.i18n import joined, number, percent
from borderlab.tasks.policylab_frontier import AXES, Field, Point, field, reference_names
from borderlab.widgets import policylab_texts as texts

if TYPE_CHECKING:
    from borderlab.tasks.policylab_model import Outcome
    from borderlab.widgets.policylab_core import Core

WIDE, NARROW = 760, 340
LETTERS = "ABCDEFGH"


def heads() -> list[str]:
    """Heads of the table of policies."""
    return [
        _("Policy"),
        _("Illegal found"),
        _("Random share says"),
        _("Live animals, 9 of 10 within"),
        _("Compliant held"),
        _("Officer minutes"),
    ]


def cells(name: str, outcome: Outcome) -> list[str]:
    """A line of the table of policies."""
    return [
        name,
        number(outcome.found),
        texts.estimate(outcome) if outcome.width is not None else _("unknown"),
        texts.duration(outcome.live.high),
        percent(outcome.burden, 1),
        number(outcome.minutes, 0),
    ]


def axis_names() -> dict[str, str]:
    """What policies can be compared by."""
    return {
        "minutes": _("officer minutes"),
        "live": _("live animals: 9 of 10 leave within"),
        "burden": _("compliant consignments held"),
    }


def chart(core: Core, axis: str) -> dict[str, Any]:
    """Picture in two widths, its text, and the lines of the reference policies."""
    axis = axis if axis in AXES else AXES[0]
    design = core.design
    played = field(
        core.situation, core.seed, design.staff, design.expiry, core.seed + core.luck,
        adversary=core.adversary,
    )  # fmt: skip
    best = played.efficient(axis)
    names = reference_names()
    now = Point(_("now"), core.outcome)
    marks = _marks(core, played, now, axis)
    axes = Axes(
        axis_names()[axis], _("illegal consignments found"), _writer(axis), percent,
        _top(axis, played, [now, *(Point(s.name, s.outcome) for s in core.saved)]),
    )  # fmt: skip
    line = [(point.cost(axis), point.gain) for point in best]
    alt = _alt(axis, now, played, names, best)
    budget = core.budget if axis == "minutes" else None
    drawn = {
        name: picture(marks, line, axes, width=width, alt=alt, budget=budget)
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    return {
        **drawn,
        "axis": axis,
        "alt": alt,
        "lines": [
            [letter, *cells(names[key], point.outcome)]
            for letter, (key, point) in zip(LETTERS, played.references.items(), strict=True)
        ],
    }


def _marks(core: Core, played: Field, now: Point, axis: str) -> list[Mark]:
    marks = [Mark(p.cost(axis), p.gain, "design") for p in played.designs]
    references = zip(LETTERS, played.references.values(), strict=True)
    marks += [Mark(p.cost(axis), p.gain, "reference", letter) for letter, p in references]
    for at, entry in enumerate(core.saved, start=1):
        point = Point(entry.name, entry.outcome)
        marks.append(Mark(point.cost(axis), point.gain, "saved", str(at)))
    return [*marks, Mark(now.cost(axis), now.gain, "now")]


def _top(axis: str, played: Field, own: Sequence[Point]) -> float:
    """The largest cost that is shown: very long queues would press all else to the edge."""
    points = [*played.references.values(), *played.designs, *own]
    costs = [p.cost(axis) for p in points if math.isfinite(p.cost(axis))]
    most = max(costs, default=1.0) * 1.05
    return max(1e-9, {"live": min(most, 480.0), "burden": 1.0}.get(axis, most))


def _writer(axis: str) -> Callable[[float], str]:
    if axis == "burden":
        return percent
    if axis == "live":
        return lambda x: _("{n} min").format(n=number(x, 0))
    return lambda x: number(x, 0)


def _alt(axis: str, now: Point, played: Field, names: dict[str, str], best: Sequence[Point]) -> str:
    write = _writer(axis)

    def said(name: str, point: Point) -> str:
        return _("{name}: {share} found for {cost}").format(
            name=name, share=percent(point.gain), cost=write(point.cost(axis))
        )

    lines = [said(_("The policy set now"), now)]
    lines += [said(names[key], point) for key, point in played.references.items()]
    text = _("Share found against {axis}. {lines}. {n} policies lie on the efficient frontier.")
    return text.format(axis=axis_names()[axis], lines=joined(lines), n=number(len(best)))
