"""Tables of the box opener: sample sizes for print, and what "2% of every lot" gives."""

from __future__ import annotations

from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.inspection.curves import fixed_percentage, printed_table
from borderlab.widgets.examining_base import table

LEVELS = [0.01, 0.02, 0.05, 0.10, 0.20]
LOTS = [20, 40, 50, 100, 200, 500, 1000]
_SHARE, _TARGET = 0.02, 0.05


def tables(boxes: int, confidence: float, efficacy: float) -> list[dict[str, Any]]:
    """Both tables, with a row for the consignment at hand."""
    lots = sorted({*LOTS, boxes})
    sizes = printed_table(lots, LEVELS, confidence, efficacy)
    caption = " ".join((sizes.caption + ".", *sizes.notes))
    rows = [list(row) for row in sizes.rows]
    return [
        table(caption, list(sizes.head), rows, printable=True),
        _fixed(lots, efficacy),
    ]


def _fixed(lots: list[int], efficacy: float) -> dict[str, Any]:
    opened, chances = fixed_percentage(lots, _SHARE, _TARGET, efficacy)
    caption = _(
        "The rule “open {share}”: probability to find at least one when {target} of the boxes are "
        "illegal"
    ).format(share=percent(_SHARE), target=percent(_TARGET))
    rows = [
        [number(lot), number(int(n)), percent(float(p))]
        for lot, n, p in zip(lots, opened, chances, strict=True)
    ]
    return table(
        caption, [_("Boxes in the container"), _("Opened"), _("Probability")], rows, printable=True
    )
