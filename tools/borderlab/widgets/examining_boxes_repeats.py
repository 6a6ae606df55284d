"""The door side against a random draw, in a thousand consignments of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderlab.figures import examining_boxes as figure
from borderlab.figures import examining_opening as model
from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.inspection.boxes import Order
from borderlab.risk.intervals import wilson
from borderlab.widgets.examining_base import note

if TYPE_CHECKING:
    from borderlab.widgets.examining_boxes import BoxOpener

REPEATS = 1_000
_EPSILON = 1e-9


def repeat(opener: BoxOpener) -> dict[str, Any]:
    """What the fourth step shows."""
    ways = []
    for order, name in ((Order.DOOR, _("At the door")), (Order.RANDOM, _("Drawn at random"))):
        found = model.repeats(opener.lot, opener.sample, opener.efficacy, order)
        exact = model.chance(opener.lot, opener.sample, opener.efficacy, order)
        span = wilson(found, REPEATS)
        words = _("found in {n}; 95% interval {low} to {high}; exactly {exact}").format(
            n=number(found),
            low=number(span.low * REPEATS, 0),
            high=number(span.high * REPEATS, 0),
            exact=number(exact * REPEATS, 1),
        )
        ways.append((name, found, exact, (span.low, span.high), words))
    text = _(
        "1,000 consignments with {illegal} illegal boxes of {boxes}, {n} opened each: found in "
        "{door} at the door, in {random} by a random draw."
    )
    said = text.format(
        illegal=number(opener.illegal),
        boxes=number(opener.boxes),
        n=number(opener.sample),
        door=number(ways[0][1]),
        random=number(ways[1][1]),
    )
    return {
        "said": said,
        "svg": figure.two_ways(ways, title=said, narrow=opener.narrow),
        "legend": _("Bar: played. Bracket: 95% interval. Diamond: exact value."),
        "notes": [_lesson(opener, ways[0][2], ways[1][2])],
        "visible": ["sample", "illegal", "placing", "efficacy"],
    }


def _lesson(opener: BoxOpener, at_door: float, at_random: float) -> dict[str, Any]:
    if opener.placing == "spread":
        return note(
            _(
                "When illegal boxes stand just anywhere, both ways find the same. Nobody promises "
                "you that."
            )
        )
    if at_door < at_random - _EPSILON:
        return note(
            _(
                "The random draw does not care where the boxes stand. The door side finds what was "
                "packed near the door, and the packer knows that."
            )
        )
    if opener.placing == "front":
        return note(
            _(
                "Here the door side does well, because the illegal boxes stand there. Whoever "
                "packs knows where officers look first."
            )
        )
    return note(_("The random draw does not care where the boxes stand."))
