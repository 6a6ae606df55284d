"""The picture of a cascade: for each tool how many come, how many alerts, what is lost."""

from __future__ import annotations

from borderlab.figures.examining_flow import Flow
from borderlab.figures.examining_svg import (
    NARROW,
    WIDE,
    box,
    diamond,
    dot,
    line,
    picture,
    text,
    wrapped,
)

_MOST_MARKS = 60


def cascade_picture(
    flow: Flow, words: list[tuple[str, str, str, str]], *, title: str, narrow: bool
) -> str:
    """Rows of bars and marks, one for each tool.

    Args:
        flow: what to draw.
        words: for each tool its name, what comes, its alerts, and what it lets go.
        title: the picture in words.
        narrow: draw for a narrow page.
    """
    wide = NARROW if narrow else WIDE
    total = flow.result.consignments
    body: list[str] = []
    y = 4.0
    last = len(flow.steps) - 1
    for place, (step, (name, come, alerts, missed)) in enumerate(
        zip(flow.steps, words, strict=True)
    ):
        body.append(text(2, y + 15, name, size=14.5, bold=True))
        if narrow:
            body.append(text(2, y + 34, come, size=12.5, fill="muted"))
            y += 19
        else:
            body.append(text(wide - 2, y + 15, come, size=12.5, fill="muted", anchor="end"))
        full = (wide - 4) * step.come / total
        body.append(box(2, y + 22, wide - 4, 20, "raised", "line", 3))
        body.append(box(2, y + 22, max(1.5, full), 20, "line", "", 3))
        body.append(box(2, y + 22, max(1.5, (wide - 4) * step.alerts / total), 20, "accent", "", 3))
        shown, more = wrapped(2, y + 58, alerts, wide - 4, size=12.5)
        body += shown
        y += more
        y += _marks(body, flow, step.real, y + 64, wide)
        body.append(text(2, y + 80, missed, size=12.5, fill="bad"))
        y += 94
        if place < last:
            body.append(line([(14, y - 6), (14, y + 6)], "strong", 2))
            y += 10
    return picture(wide, y, title, body)


def _marks(body: list[str], flow: Flow, real: float, y: float, wide: float) -> float:
    """One diamond for each illegal consignment, full where it is still held; the height used."""
    illegal = round(flow.result.illegal)
    if not 0 < illegal <= _MOST_MARKS:
        return 0.0
    each = min(15.0, (wide - 8) / 20)
    in_row = int((wide - 8) / each + 1e-9)
    for mark in range(illegal):
        x = 9 + mark % in_row * each
        body.append(diamond(x, y + 8 + mark // in_row * 16, 5.5, full=mark < round(real)))
    return 16.0 * (1 + (illegal - 1) // in_row)


def piles(rows: list[tuple[str, int]], *, title: str, narrow: bool) -> str:
    """One hundred alerts after each tool: how many of them are real.

    Args:
        rows: words, and how many of 100 are real, one for each tool.
        title: the picture in words.
        narrow: draw for a narrow page.
    """
    wide = NARROW if narrow else WIDE
    in_row = 20 if narrow else 50
    each = (wide - 8) / in_row
    body = []
    y = 2.0
    for words, real in rows:
        shown, more = wrapped(2, y + 14, words, wide - 4, size=13.5, bold=True)
        body += shown
        y += more
        for place in range(100):
            at = (4 + (place % in_row + 0.5) * each, y + 30 + place // in_row * each)
            mark = diamond(*at, 6, full=True) if place < real else dot(*at, 4.6, "", "strong")
            body.append(mark)
        y += 36 + (100 / in_row) * each
    return picture(wide, y, title, body)
