"""Outlines: boxes, circles, polygons, smooth curves through points, guilloche lines."""

from __future__ import annotations

import math
from collections.abc import Sequence

from borderlab.documents.facsimile.shapes import Point, Segment

_ROUND = 0.5522847498  # handle length of a quarter circle as a cubic curve


def box(x: float, y: float, w: float, h: float) -> tuple[Segment, ...]:
    """A rectangle."""
    return polygon(((x, y), (x + w, y), (x + w, y + h), (x, y + h)))


def line(*points: Point) -> tuple[Segment, ...]:
    """Straight lines from point to point."""
    return (("M", points[0]), *(("L", point) for point in points[1:]))


def polygon(points: Sequence[Point]) -> tuple[Segment, ...]:
    """A closed shape with straight sides."""
    return (*line(*points), ("Z", ()))


def ellipse(x: float, y: float, rx: float, ry: float) -> tuple[Segment, ...]:
    """An ellipse around (x, y)."""
    kx, ky = rx * _ROUND, ry * _ROUND
    return (
        ("M", (x + rx, y)),
        ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
        ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
        ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
        ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
        ("Z", ()),
    )


def regular(n: int, radius: float, turn: float = 0.0, inner: float = 1.0) -> tuple[Segment, ...]:
    """A regular polygon around (0, 0); ``inner`` below 1 makes a star of ``n`` points."""
    count = n if inner == 1.0 else 2 * n
    points = []
    for at in range(count):
        r = radius * (inner if at % 2 and inner != 1.0 else 1.0)
        angle = math.radians(turn) + 2 * math.pi * at / count
        points.append((r * math.cos(angle), r * math.sin(angle)))
    return polygon(points)


def shield(w: float, h: float) -> tuple[Segment, ...]:
    """A heraldic shield around (0, 0)."""
    x, top, low = w / 2, -h / 2, h / 2
    return (
        ("M", (-x, top)),
        ("L", (x, top)),
        ("L", (x, h * 0.05)),
        ("C", (x, h * 0.32, x * 0.45, h * 0.42, 0.0, low)),
        ("C", (-x * 0.45, h * 0.42, -x, h * 0.32, -x, h * 0.05)),
        ("Z", ()),
    )


def smooth(points: Sequence[Point], *, closed: bool = False) -> tuple[Segment, ...]:
    """A curve through the points (Catmull-Rom, as cubic curves)."""
    n = len(points)
    segments: list[Segment] = [("M", points[0])]
    for at in range(n if closed else n - 1):
        before, start, end, after = (
            points[(at + k) % n] if closed else points[min(max(at + k, 0), n - 1)]
            for k in (-1, 0, 1, 2)
        )
        handles = (
            start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6,
        )  # fmt: skip
        segments.append(("C", (*handles, *end)))
    if closed:
        segments.append(("Z", ()))
    return tuple(segments)


def wave(length: float, height: float, halves: int) -> tuple[Segment, ...]:
    """A wave from (0, 0) to (length, 0) of so many half periods; a negative height starts below."""
    half = length / halves
    segments: list[Segment] = [("M", (0.0, 0.0))]
    for at in range(halves):
        x, up = half * at, -height if at % 2 == 0 else height
        segments.append(("C", (x + half * 0.36, up, x + half * 0.64, up, x + half, 0.0)))
    return tuple(segments)


def rosette(radius: float, petals: int, depth: float, turns: int = 1) -> tuple[Segment, ...]:
    """A guilloche rosette around (0, 0): a circle whose radius swings ``petals / turns`` times."""
    count = max(24, petals * 6)
    points = []
    for at in range(count):
        angle = 2 * math.pi * turns * at / count
        r = radius * (1 - depth / 2 + depth / 2 * math.cos(petals * angle / turns))
        points.append((r * math.cos(angle), r * math.sin(angle)))
    return smooth(points, closed=True)
