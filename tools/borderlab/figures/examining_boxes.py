"""Pictures of the box opener: the container from above, the curve of confidence, 1,000 repeats."""

from __future__ import annotations

from borderlab.figures.examining_opening import across, rows_deep
from borderlab.figures.examining_svg import (
    NARROW,
    WIDE,
    area,
    box,
    diamond,
    dot,
    line,
    picture,
    text,
    wrapped,
)
from borderlab.i18n import number, percent

_CELL = 34.0


def container(cells: str, door: str, title: str) -> str:
    """The container from above, door at the left; for pages where nothing can be clicked.

    Args:
        cells: one letter for each box: ``.`` closed, ``n`` nothing seen, ``f`` find,
            ``m`` illegal but not recognised, ``x`` illegal and not opened.
        door: the word at the door.
        title: the picture in words.
    """
    side = across(len(cells))
    deep = rows_deep(len(cells))
    left, top = 20.0, 26.0
    body = [
        text(left - 8, 16, door, size=13, bold=True),
        box(left - 8, top - 6, deep * _CELL + 14, side * _CELL + 12, "raised", "strong", 4),
        line([(left - 8, top - 6), (left - 8, top + side * _CELL + 6)], "accent", 6),
    ]
    for place, state in enumerate(cells):
        x, y = left + place // side * _CELL, top + place % side * _CELL
        body += _cell(x, y, state)
    return picture(left * 2 + deep * _CELL, top + side * _CELL + 14, title, body)


def _cell(x: float, y: float, state: str) -> list[str]:
    middle = (x + _CELL / 2 - 1, y + _CELL / 2 - 1)
    fill = "surface" if state in "nfm" else "line"
    drawn = [box(x + 1, y + 1, _CELL - 4, _CELL - 4, fill, "strong", 3)]
    if state == "n":
        drawn.append(dot(*middle, 3, "muted"))
    elif state in "fmx":
        drawn.append(diamond(*middle, 8, full=state == "f"))
    return drawn


def confidence_curve(  # noqa: PLR0913  (what is drawn)
    chances: list[float],
    opened: int,
    *,
    wanted: float,
    top: float,
    labels: dict[str, str],
    narrow: bool,
) -> str:
    """Probability of a find against the boxes opened, with the wanted confidence and the ceiling.

    Args:
        chances: probability for 0, 1, ..., all boxes.
        opened: where the officer stands.
        wanted: the confidence asked for.
        top: the ceiling, the last of ``chances``.
        labels: ``title``, ``boxes``, ``wanted``, ``ceiling``.
        narrow: draw for a narrow page.
    """
    wide, high = (NARROW, 240.0) if narrow else (WIDE, 270.0)
    left, right, head, foot = 46.0, 14.0, 20.0, 42.0
    last = len(chances) - 1

    def at(n: float, p: float) -> tuple[float, float]:
        return left + n / last * (wide - left - right), head + (1 - p) * (high - head - foot)

    body = []
    for share in (0.0, 0.5, 1.0):
        y = at(0, share)[1]
        body.append(line([(left, y), (wide - right, y)], "line", 1))
        body.append(text(left - 6, y + 4, percent(share), size=12, fill="muted", anchor="end"))
    here = chances[: opened + 1]
    body.append(area([at(0, 0), *(at(n, p) for n, p in enumerate(here)), at(opened, 0)], "soft"))
    body.append(line([at(0, wanted), at(last, wanted)], "part", 1.6, "6 4"))
    body.append(text(left + 6, at(0, wanted)[1] + 15, labels["wanted"], size=12, fill="part"))
    if top < wanted:
        body.append(line([at(0, top), at(last, top)], "bad", 1.6, "2 3"))
        body.append(text(left + 6, at(0, top)[1] - 5, labels["ceiling"], size=12, fill="bad"))
    body.append(line([at(n, p) for n, p in enumerate(chances)], "accent", 2.5))
    body.append(dot(*at(opened, chances[opened]), 6, "accent", "surface"))
    beside = opened < last * 0.7
    x, y = at(opened, chances[opened])
    anchor, shift = ("start", 10) if beside else ("end", -10)
    shown = percent(chances[opened])
    body.append(text(x + shift, y + 20, shown, size=15, anchor=anchor, bold=True, fill="accent"))
    for n in sorted({0, last // 2, last}):
        anchor = "start" if n == 0 else "end" if n == last else "middle"
        place = at(n, 0)
        body.append(text(place[0], place[1] + 17, number(n), size=12, fill="muted", anchor=anchor))
    body.append(text((left + wide) / 2, high - 6, labels["boxes"], size=12.5, anchor="middle"))
    return picture(wide, high, labels["title"], body)


def two_ways(
    rows: list[tuple[str, int, float, tuple[float, float], str]], *, title: str, narrow: bool
) -> str:
    """Bars of how often each way of choosing boxes found something in 1,000 consignments.

    Args:
        rows: name, times found, exact probability, interval of the played share, and the words.
        title: the picture in words.
        narrow: draw for a narrow page.
    """
    wide = NARROW if narrow else WIDE
    body: list[str] = []
    y = 6.0
    for name, found, exact, (low, high), words in rows:
        body.append(text(2, y + 14, name, size=14, bold=True))
        full = wide - 4
        body.append(box(2, y + 22, full, 26, "raised", "line", 4))
        body.append(box(2, y + 22, full * found / 1000, 26, "accent", "", 4))
        ends = [[(2 + full * end, y + 27), (2 + full * end, y + 43)] for end in (low, high)]
        body += [line(end, "ink", 1.5) for end in ends]
        body.append(line([(2 + full * low, y + 35), (2 + full * high, y + 35)], "ink", 1.5))
        body.append(diamond(2 + full * exact, y + 54, 5, full=True, ink="part"))
        shown, more = wrapped(2, y + 76, words, wide - 4, size=12.5, fill="muted")
        body += shown
        y += 90 + more
    return picture(wide, y, title, body)
