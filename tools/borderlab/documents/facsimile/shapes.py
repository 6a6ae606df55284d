"""What a page is made of: paths, texts and groups, in millimetres from the top left corner.

The same list of shapes is written as SVG (`svg`) and as PDF (`pdf`), so both show one picture.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Segment = tuple[str, tuple[float, ...]]
"""``M``, ``L`` (x, y), ``C`` (three points) or ``Z``; coordinates are absolute."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Path:
    """A line or an area; no ``fill`` or no ``stroke`` is ``""``; ``width`` in mm."""

    segments: tuple[Segment, ...]
    fill: str = ""
    stroke: str = ""
    width: float = 0.2
    opacity: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text on its baseline.

    Attributes:
        font: ``sans``, ``sans-bold``, ``mono``, ``mono-bold`` or ``mono-italic``.
        size: letter size in mm.
        anchor: which part of the text stands at ``x``: ``start``, ``middle`` or ``end``.
        glyphs: for text along a curve: x, y and turn (degrees) of each letter.
    """

    x: float
    y: float
    text: str
    size: float
    font: str = "mono"
    fill: str = "#1a1a1a"
    anchor: str = "start"
    opacity: float = 1.0
    glyphs: tuple[tuple[float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes moved together; ``copies`` repeats them at these offsets.

    ``attributes`` are of the SVG element only: what assistive technology and widgets read.
    """

    items: tuple[Shape, ...]
    matrix: Matrix = IDENTITY
    copies: tuple[Point, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


Shape = Path | Text | Group


def moved(
    items: Iterable[Shape], x: float, y: float, turn: float = 0.0, size: float = 1.0
) -> Group:
    """Shapes drawn around (0, 0), scaled, turned by degrees and put at a place."""
    c, s = size * math.cos(math.radians(turn)), size * math.sin(math.radians(turn))
    return Group(tuple(items), (c, s, -s, c, x, y))


def recoloured(shape: Shape, change: Callable[[str], str]) -> Shape:
    """The same shape in other colours."""
    if isinstance(shape, Group):
        return replace(shape, items=tuple(recoloured(item, change) for item in shape.items))
    if isinstance(shape, Text):
        return replace(shape, fill=change(shape.fill))
    return replace(
        shape,
        fill=shape.fill and change(shape.fill),
        stroke=shape.stroke and change(shape.stroke),
    )


def texts(items: Iterable[Shape]) -> Iterable[Text]:
    """Every text in the shapes."""
    for item in items:
        if isinstance(item, Group):
            yield from texts(item.items)
        elif isinstance(item, Text):
            yield item
