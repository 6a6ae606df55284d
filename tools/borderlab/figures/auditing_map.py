"""Two routes that lead to one border post, with a mark for each hit on record."""

from __future__ import annotations

from html import escape

from borderlab.figures.chance import Mulberry32

WIDTH, HEIGHT = 400, 250
# Steps of a sequence that fills a rectangle evenly (Roberts 2018, from the plastic number).
_ALONG, _ACROSS = 0.7548776662, 0.5698402910
_BAND = 34.0  # furthest distance of a mark from its road
_ENDS = ((22.0, 66.0), (180.0, 22.0), (338.0, 112.0))
POST = (352.0, 125.0)
MOST_MARKS = 220
"""Marks on one route at most: with more hits, one mark stands for several."""

Point = tuple[float, float]


def _point(t: float) -> tuple[Point, Point]:
    """Place on road A (a quadratic curve) and the unit vector across it."""
    (x0, y0), (x1, y1), (x2, y2) = _ENDS
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    dx = 2 * (1 - t) * (x1 - x0) + 2 * t * (x2 - x1)
    dy = 2 * (1 - t) * (y1 - y0) + 2 * t * (y2 - y1)
    length = (dx * dx + dy * dy) ** 0.5
    return (a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2), (-dy / length, dx / length)


def road(route: int) -> str:
    """Path of a road: 0 above, 1 its mirror image below."""
    points = [(x, y if route == 0 else HEIGHT - y) for x, y in _ENDS]
    (x0, y0), (x1, y1), (x2, y2) = points
    return f"M{x0:g} {y0:g}Q{x1:g} {y1:g} {x2:g} {y2:g}"


def places(count: int, route: int, *, shift: float = 0.0) -> list[Point]:
    """Places of the first marks along a road: spread evenly whatever their number, a little shaken.

    Args:
        count: how many.
        route: 0 or 1.
        shift: 0 to 1; another shift gives other places.
    """
    found = []
    chance = Mulberry32(route + 1)
    for index in range(count):
        t = 0.06 + 0.80 * ((index * _ALONG + shift) % 1.0)
        side = 2.0 * ((index * _ACROSS + shift) % 1.0) - 1.0
        (x, y), (ax, ay) = _point(t)
        # Nothing on the road itself, where the inspections are drawn.
        away = (7.0 + (_BAND - 7.0) * abs(side)) * (1.0 if side >= 0 else -1.0)
        px = x + ax * away + chance.below(9) - 4
        py = y + ay * away + chance.below(7) - 3
        found.append((round(px, 1), round(py if route == 0 else HEIGHT - py, 1)))
    return found


def per_mark(most: int) -> int:
    """How many hits one mark stands for, if a route has at most `most` of them."""
    return max(1, -(-most // MOST_MARKS))


def road_width(checks: int, budget: int) -> float:
    """Width of a road for its part of the inspections; 0 is drawn dashed."""
    return round(1.5 + 10.5 * checks / budget, 1) if checks else 0.0


def map_svg(
    hits: tuple[int, int],
    checks: tuple[int, int],
    budget: int,
    names: tuple[str, str],
    words: tuple[str, str],
) -> str:
    """The map as SVG for pages without a browser side.

    Args:
        hits: on record, on each route.
        checks: inspections of the quarter, on each route.
        budget: inspections of a quarter.
        names: of the routes.
        words: title of the picture, and what it shows in a sentence.
    """
    scale = per_mark(max(hits))
    parts = []
    for route in (0, 1):
        width = road_width(checks[route], budget)
        dash = "" if width else ' stroke-dasharray="3 6"'
        parts.append(
            f'<path d="{road(route)}" fill="none" stroke="#0b5a68" '
            f'stroke-width="{width or 1.5:g}" stroke-linecap="round"{dash}/>'
        )
        marks = "".join(
            f"M{x:g} {y - 4:g}l4 4-4 4-4-4z" for x, y in places(hits[route] // scale, route)
        )
        parts.append(f'<path d="{marks}" fill="#a0281f"/>' if marks else "")
        level = 16 if route == 0 else HEIGHT - 6
        parts.append(f'<text x="8" y="{level}" font-size="14">{escape(names[route])}</text>')
    x, y = POST
    parts.append(f'<rect x="{x - 11}" y="{y - 11}" width="22" height="22" rx="4" fill="#16242c"/>')
    title, description = (escape(text) for text in words)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="100%" '
        f'style="max-width:520px;font-family:sans-serif" role="img" aria-label="{title}">'
        f"<title>{title}</title><desc>{description}</desc>{''.join(parts)}</svg>"
    )
