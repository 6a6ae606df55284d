"""Ink stamps and embossed (dry) seals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from borderlab.documents.facsimile.curves import box, ellipse, line, regular, shield
from borderlab.documents.facsimile.dice import Dice
from borderlab.documents.facsimile.emblem import motif
from borderlab.documents.facsimile.fonts import fit, width
from borderlab.documents.facsimile.shapes import Path, Point, Segment, Shape, Text, moved

SHAPES = ("round", "oval", "hexagon", "shield", "rectangle")
# Half width and half height over the size, so that every shape fits box 13.
_HALVES = {"oval": (0.5, 0.35), "rectangle": (0.5, 0.21), "shield": (0.44, 0.48)}
_DOTTED = (0.35, 0.7)


@dataclass(frozen=True)
class Stamp:
    """How a stamp or seal looks.

    Attributes:
        shape: one of `SHAPES`.
        ring: ``single``, ``double`` or ``dotted``.
        size: diameter or width in mm.
        above: wording along the upper edge.
        below: wording along the lower edge.
    """

    shape: str
    ring: str
    motif: str
    colour: str
    size: float
    above: str
    below: str

    @property
    def half(self) -> tuple[float, float]:
        """Half width and half height of the impression, mm."""
        wide, tall = _HALVES.get(self.shape, (0.5, 0.5))
        return self.size * wide, self.size * tall


def ink_stamp(stamp: Stamp, occasion: object, *, spread: bool = False) -> tuple[Shape, ...]:
    """An ink impression around (0, 0), with the uneven ink of a hand stamp.

    Args:
        stamp: how it looks.
        occasion: varies the ink from one impression to the next.
        spread: much ink: thicker lines with a halo.
    """
    dice = Dice("ink", stamp, occasion)
    opacity = dice.between(0.7, 0.85)
    pen = 0.012 * stamp.size * (1.7 if spread else 1.0)
    shapes = _drawn(stamp, pen, opacity)
    if spread:
        shapes = [*_drawn(stamp, pen * 3.2, 0.16), *shapes]
    return (*shapes, *_flecks(stamp, dice, 5 if spread else 11))


@lru_cache(maxsize=64)
def dry_seal(stamp: Stamp) -> tuple[Shape, ...]:
    """A relief without ink around (0, 0): light from the upper left."""
    deep = [_as(shape, "#6f6f66", 0.42) for shape in _drawn(stamp, 0.22, 1.0)]
    light = [_as(shape, "#ffffff", 0.95) for shape in _drawn(stamp, 0.22, 1.0)]
    edge = regular(48, stamp.size / 2 + 1.1, 0, 0.965)
    return (
        Path(edge, fill="#8d8d80", opacity=0.07),
        moved(deep, 0.14, 0.16),
        moved(light, -0.1, -0.12),
        Path(edge, stroke="#7a7a70", width=0.12, opacity=0.4),
    )


def _as(shape: Shape, colour: str, opacity: float) -> Shape:
    if isinstance(shape, Text):
        return replace(shape, fill=colour, opacity=opacity)
    assert isinstance(shape, Path)  # noqa: S101  (what `_drawn` makes)
    return replace(
        shape,
        fill=colour if shape.fill else "",
        stroke=colour if shape.stroke else "",
        opacity=opacity,
    )


def _drawn(stamp: Stamp, pen: float, opacity: float) -> list[Shape]:
    if stamp.shape == "rectangle":
        return _block(stamp, pen, opacity)
    rx, ry = stamp.half
    colour = stamp.colour
    shapes: list[Shape] = [
        Path(_outline(stamp, 1.0), stroke=colour, width=pen * 2, opacity=opacity)
    ]
    if stamp.ring == "double":
        shapes.append(Path(_outline(stamp, 0.95), stroke=colour, width=pen * 0.8, opacity=opacity))
    elif stamp.ring == "dotted":
        shapes.append(
            Path(_outline(stamp, 0.94), stroke=colour, width=pen * 1.4, opacity=opacity,
                 dash=_DOTTED)
        )  # fmt: skip
    rx, ry = (0.82 * min(rx, ry),) * 2 if stamp.shape != "oval" else (0.88 * rx, 0.86 * ry)
    size = _letter_size(stamp, rx, ry)
    above = _along(stamp.above, (rx - size * 0.85, ry - size * 0.85), size, upper=True)
    below = _along(stamp.below, (rx - size * 0.15, ry - size * 0.15), size, upper=False)
    shapes += [
        Text(0, 0, stamp.above, size, "sans-bold", colour, opacity=opacity, glyphs=above),
        Text(0, 0, stamp.below, size, "sans-bold", colour, opacity=opacity, glyphs=below),
        Path(ellipse(0, 0, rx - size * 1.15, ry - size * 1.15), stroke=colour, width=pen,
             opacity=opacity),
    ]  # fmt: skip
    shapes += [
        Path(part.segments, part.fill, part.stroke, part.width, opacity)
        for part in motif(stamp.motif, colour, 1.0 * (ry - size * 1.4))
    ]
    return shapes


def _outline(stamp: Stamp, share: float) -> tuple[Segment, ...]:
    rx, ry = stamp.half[0] * share, stamp.half[1] * share
    if stamp.shape == "hexagon":
        return regular(6, rx * 1.06, 0)
    if stamp.shape == "shield":
        return shield(2 * rx, 2 * ry)
    return ellipse(0, 0, rx, ry)


def _letter_size(stamp: Stamp, rx: float, ry: float) -> float:
    size = 0.105 * stamp.size
    round_ = math.pi * (rx + ry)
    for words, share in ((stamp.above, 0.6), (stamp.below, 0.3)):
        while size > 0.035 * stamp.size and width(words, "sans-bold", size) > share * (
            round_ - 2 * math.pi * size
        ):
            size -= 0.02
    return size


@lru_cache(maxsize=256)
def _along(words: str, radii: Point, size: float, *, upper: bool) -> tuple[
    tuple[float, float, float], ...
]:  # fmt: skip
    """Places of letters along an ellipse, centred at its top (or, standing upright, its bottom)."""
    rx, ry = radii
    steps = [width(letter, "sans-bold", size) for letter in words]
    total = sum(steps)
    side = -1.0 if upper else 1.0
    table = _arc(rx, ry, side)
    glyphs = []
    done = -total / 2
    for step in steps:
        a = _angle_at(table, done + step / 2)
        x, y = rx * math.sin(a), side * ry * math.cos(a)
        turn = math.degrees(math.atan2(-side * ry * math.sin(a), rx * math.cos(a)))
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        glyphs.append((x - c * step / 2, y - s * step / 2, turn))
        done += step
    return tuple(glyphs)


def _arc(rx: float, ry: float, side: float) -> list[tuple[float, float]]:
    """Angle from the top (or bottom) and length of the arc up to there."""
    table, length = [(0.0, 0.0)], 0.0
    before = (0.0, side * ry)
    for at in range(1, 121):
        a = math.pi * at / 120
        point = (rx * math.sin(a), side * ry * math.cos(a))
        length += math.dist(before, point)
        table.append((a, length))
        before = point
    return table


def _angle_at(table: Sequence[tuple[float, float]], length: float) -> float:
    sign = -1.0 if length < 0 else 1.0
    for (a, low), (b, high) in pairwise(table):
        if high >= abs(length):
            return sign * (a + (b - a) * (abs(length) - low) / (high - low))
    return sign * table[-1][0]


def _block(stamp: Stamp, pen: float, opacity: float) -> list[Shape]:
    rx, ry = stamp.half
    frame = (box(-rx, -ry, 2 * rx, 2 * ry), box(-rx + 0.8, -ry + 0.8, 2 * rx - 1.6, 2 * ry - 1.6))
    shapes: list[Shape] = [
        Path(part, stroke=stamp.colour, width=pen * k, opacity=opacity)
        for part, k in zip(frame, (2.0, 0.8), strict=True)
    ]
    upper = fit((stamp.above,), "sans-bold", (2 * rx - 3, ry * 0.98), 0.1 * stamp.size, 1.2)
    lower = fit((stamp.below,), "sans-bold", (2 * rx - 3, ry * 0.6), 0.08 * stamp.size, 1.2)
    for fitted, top, high in ((upper, -ry + 1.0, 1.2 * ry - 1.0), (lower, 0.2 * ry, 0.8 * ry - 1)):
        y = top + (high - fitted.height) / 2
        for words in fitted.lines:
            shapes.append(Text(0, y + fitted.size * 0.95, words, fitted.size, "sans-bold",
                               stamp.colour, "middle", opacity))  # fmt: skip
            y += fitted.size * 1.18
    shapes.append(Path(line((-rx + 0.8, ry * 0.2), (rx - 0.8, ry * 0.2)), stroke=stamp.colour,
                       width=pen, opacity=opacity))  # fmt: skip
    return shapes


def _flecks(stamp: Stamp, dice: Dice, count: int) -> list[Shape]:
    """Spots where the rubber took no ink."""
    rx, ry = stamp.half
    flecks: list[Shape] = []
    for _ in range(count):
        angle, share = dice.between(0, 2 * math.pi), dice.between(0.55, 1.0)
        x, y = rx * share * math.cos(angle), ry * share * math.sin(angle)
        flecks.append(
            Path(ellipse(x, y, dice.between(0.15, 0.6), dice.between(0.1, 0.3)), fill="#fbfaf5",
                 opacity=dice.between(0.35, 0.7))
        )  # fmt: skip
    return flecks
