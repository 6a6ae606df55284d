"""What makes a form hard to copy: the guilloche tint of the paper and the security stamp."""

from __future__ import annotations

from functools import lru_cache

from borderlab.documents.facsimile.curves import box, ellipse, regular, rosette, wave
from borderlab.documents.facsimile.emblem import motif
from borderlab.documents.facsimile.shapes import Group, Path, Point, Shape, Text, moved

STAMP_SIZE = (24.0, 32.0)
"""Width and height of a security stamp, mm."""
# Template of the form -> distance between rows (mm), and the waves of each row: height, halves.
_TINTS: dict[str, tuple[float, tuple[tuple[float, int], ...]]] = {
    "T1": (3.6, ((2.6, 20), (-2.6, 20))),
    "T2": (3.9, ((4.2, 12), (-4.2, 12), (2.4, 13))),
    "T3": (3.2, ((1.6, 40), (-1.6, 40))),
    "T4": (4.4, ((6.0, 8), (-6.0, 8), (5.0, 7))),
}


@lru_cache(maxsize=32)
def tint(template: str, colour: str, room: tuple[float, float, float, float]) -> tuple[Shape, ...]:
    """Fine waves over a room (x, y, width, height in mm), in the pattern of a form template."""
    distance, waves = _TINTS.get(template, _TINTS["T1"])
    x, y, w, h = room
    edge = max(height for height, _ in waves) * 0.8
    rows: tuple[Point, ...] = tuple(
        (x, y + edge + distance * at) for at in range(int((h - 2 * edge) / distance) + 1)
    )
    return tuple(
        Group((Path(wave(w, height, halves), stroke=colour, width=0.1, opacity=0.26),), copies=rows)
        for height, halves in waves
    )


def security_stamp(number: str, colour: str, symbol: str, words: str) -> tuple[Shape, ...]:
    """An adhesive stamp around (0, 0) with perforated edge, rosette and serial number.

    Args:
        number: its serial number.
        colour: main colour.
        symbol: motif of the issuing authority.
        words: small line at its foot.
    """
    w, h = STAMP_SIZE
    rows = [(-w / 2 + 1.0 * at, y) for at in range(int(w) + 1) for y in (-h / 2, h / 2)]
    sides = [(x, -h / 2 + 1.0 * at) for at in range(int(h) + 1) for x in (-w / 2, w / 2)]
    return (
        Path(box(-w / 2 + 0.25, -h / 2 + 0.3, w, h), fill="#555550", opacity=0.25),
        Path(box(-w / 2, -h / 2, w, h), fill="#fdfdf8", stroke="#b9b9ae", width=0.1),
        Group((Path(ellipse(0, 0, 0.3, 0.3), fill="#d9d8cb"),), copies=tuple(rows + sides)),
        Path(box(-w / 2 + 1.6, -h / 2 + 1.6, w - 3.2, h - 3.2), stroke=colour, width=0.35),
        moved(_rosettes(colour), 0, -3.2),
        moved((Path(ellipse(0, 0, 4.1, 4.1), fill="#fdfdf8", opacity=0.88),
               *motif(symbol, colour, 6.2)), 0, -3.2),
        Path(box(-w / 2 + 2.2, 6.0, w - 4.4, 4.6), fill="#ffffff", stroke=colour, width=0.2),
        Text(0, 9.4, number, min(2.9, 18.6 / (0.61 * max(1, len(number)))), "mono-bold", "#8c1c1c",
             "middle"),
        Text(0, 13.0, words, 1.5, "sans-bold", colour, "middle"),
    )  # fmt: skip


@lru_cache(maxsize=32)
def _rosettes(colour: str) -> tuple[Shape, ...]:
    return (
        Path(rosette(9.4, 13, 0.5, 4), stroke=colour, width=0.1, opacity=0.85),
        Path(rosette(7.6, 11, 0.6, 3), stroke="#b1622a", width=0.1, opacity=0.75),
        Path(regular(40, 9.6, 0, 0.96), stroke=colour, width=0.12),
    )
