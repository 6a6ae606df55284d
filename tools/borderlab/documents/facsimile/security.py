"""What makes a form hard to copy: the guilloche tint of the paper and the security stamp."""

from __future__ import annotations

from borderlab.documents.facsimile.curves import box, ellipse, regular, rosette, wave
from borderlab.documents.facsimile.emblem import motif
from borderlab.documents.facsimile.shapes import Group, Path, Point, Shape, Text, moved

STAMP_SIZE = (24.0, 32.0)
"""Width and height of a security stamp, mm."""
# Template of the form: height of the waves, period, distance between lines (mm), phases.
_TINTS: dict[str, tuple[float, float, float, tuple[float, ...]]] = {
    "T1": (2.6, 19.0, 3.6, (0.0, 0.5)),
    "T2": (4.2, 31.0, 3.9, (0.0, 0.33, 0.66)),
    "T3": (1.6, 9.5, 3.2, (0.0, 0.5)),
    "T4": (6.0, 47.0, 4.4, (0.0, 0.25, 0.5)),
}


def tint(template: str, colour: str, room: tuple[float, float, float, float]) -> tuple[Shape, ...]:
    """Fine waves over a room (x, y, width, height in mm), in the pattern of a form template."""
    height, period, distance, phases = _TINTS.get(template, _TINTS["T1"])
    x, y, w, h = room
    rows: tuple[Point, ...] = tuple(
        (x, y + height + distance * at) for at in range(int((h - 2 * height) / distance) + 1)
    )
    return tuple(
        Group(
            (Path(wave(w, height, period, phase), stroke=colour, width=0.1, opacity=0.24),),
            copies=rows,
        )
        for phase in phases
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


def _rosettes(colour: str) -> tuple[Shape, ...]:
    return (
        Path(rosette(9.4, 13, 0.5, 4), stroke=colour, width=0.1, opacity=0.85),
        Path(rosette(7.6, 11, 0.6, 3), stroke="#b1622a", width=0.1, opacity=0.75),
        Path(regular(40, 9.6, 0, 0.96), stroke=colour, width=0.12),
    )
