"""The efficient frontier as SVG text: what policies find against what they cost.

Colours come from classes where the kit's style sheet is on the page and from attributes elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

_INK, _MUTED, _LINE, _ACCENT, _BAD = "#16242c", "#4f616b", "#c9d4da", "#0b5a68", "#a0281f"
_MANTISSAS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Mark:
    """A policy in the picture.

    Attributes:
        x, y: cost, and share found (0 to 1).
        look: "design" (a dot), "reference" (a square), "saved" (a circle), "now" (a diamond).
        letter: what stands in the mark, "" for dots.
    """

    x: float
    y: float
    look: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Axes:
    """What the axes say: labels and how a number of the horizontal one is written."""

    x: str
    y: str
    write_x: Callable[[float], str]
    write_y: Callable[[float], str]
    top: float


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    height: float
    left: float = 46.0
    right: float = 16.0
    above: float = 30.0
    below: float = 46.0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point with both values from 0 to 1 stands."""
        across = self.width - self.left - self.right
        down = self.height - self.above - self.below
        return self.left + across * min(1.0, x), self.above + down * (1.0 - y)


def step(top: float, most: int) -> float:
    """A round distance between at most so many ticks from 0 to `top`."""
    rough = top / most
    power = 10.0 ** math.floor(math.log10(rough)) if rough > 0.0 else 1.0
    return next(m * power for m in _MANTISSAS if m * power >= rough - 1e-12 * power)


def picture(  # noqa: PLR0913  (what a picture consists of)
    marks: Sequence[Mark],
    line: Sequence[tuple[float, float]],
    axes: Axes,
    *,
    width: float,
    alt: str,
    budget: float | None = None,
) -> str:
    """The whole picture.

    Args:
        marks: policies; later ones lie above earlier ones.
        line: the efficient policies by rising cost.
        axes: labels and the largest cost that is shown; dearer policies stand at the edge.
        width: in pixels, at least 280; narrow pictures have fewer ticks.
        alt: the picture in words.
        budget: cost that may not be exceeded.
    """
    frame = _Frame(width, min(390.0, 0.55 * width + 130.0))
    parts = [*_grid(frame, axes), *_budget(frame, axes, budget), _path(frame, axes, line)]
    parts += [_mark(frame, axes, mark) for mark in marks]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {frame.height:g}" '
        f'role="img" aria-label={quoteattr(alt)} font-family="sans-serif" font-size="12">'
        f"{''.join(parts)}</svg>"
    )


def _grid(frame: _Frame, axes: Axes) -> list[str]:
    parts = []
    for at in range(0, 101, 20):
        x0, y = frame.place(0.0, at / 100)
        x1, _ = frame.place(1.0, 0.0)
        parts += [
            f'<path class="bl-pf-grid" d="M{x0:g} {y:g}H{x1:g}" stroke="{_LINE}"/>',
            _words(x0 - 6, y + 4, axes.write_y(at / 100), "end"),
        ]
    apart = step(axes.top, 4 if frame.width < 480 else 8)  # noqa: PLR2004  (a phone)
    for at in range(int(axes.top / apart + 1e-9) + 1):
        x, y = frame.place(at * apart / axes.top, 0.0)
        parts += [
            f'<path class="bl-pf-axis" d="M{x:.1f} {y:g}v4" stroke="{_MUTED}"/>',
            _words(x, y + 18, axes.write_x(at * apart), "middle"),
        ]
    middle, bottom = frame.place(0.5, 0.0)
    parts.append(_words(middle, bottom + 38, axes.x, "middle", strong=True))
    parts.append(_words(4, 14, axes.y, "start", strong=True))
    return parts


def _words(x: float, y: float, text: str, anchor: str, *, strong: bool = False) -> str:
    weight = ' font-weight="600"' if strong else ""
    return (
        f'<text class="bl-pf-text" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" '
        f'fill="{_INK}"{weight}>{escape(text)}</text>'
    )


def _budget(frame: _Frame, axes: Axes, budget: float | None) -> list[str]:
    if budget is None or budget > axes.top:
        return []
    x, bottom = frame.place(budget / axes.top, 0.0)
    way = f"M{x:.1f} {frame.above:g}V{bottom:g}"
    look = f'stroke="{_BAD}" stroke-width="2" stroke-dasharray="6 4"'
    return [f'<path class="bl-pf-budget" d="{way}" {look}/>']


def _path(frame: _Frame, axes: Axes, line: Sequence[tuple[float, float]]) -> str:
    inside = [(x, y) for x, y in line if x <= axes.top]
    if not inside:
        return ""
    places = [frame.place(x / axes.top, y) for x, y in inside]
    ways = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    return (
        f'<path class="bl-pf-line" d="M{ways}" fill="none" stroke="{_ACCENT}" stroke-width="2.5"/>'
    )


def _mark(frame: _Frame, axes: Axes, mark: Mark) -> str:
    x, y = frame.place(mark.x / axes.top if math.isfinite(mark.x) else 1.0, mark.y)
    if mark.look == "design":
        return f'<circle class="bl-pf-design" cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{_MUTED}"/>'
    shape = {
        "reference": f'<rect x="{x - 9:.1f}" y="{y - 9:.1f}" width="18" height="18" rx="2"/>',
        "saved": f'<circle cx="{x:.1f}" cy="{y:.1f}" r="10"/>',
        "now": f'<path d="M{x:.1f} {y - 12:.1f}l12 12l-12 12l-12 -12z"/>',
    }[mark.look]
    fill = _ACCENT if mark.look == "now" else "#ffffff"
    ink = "#ffffff" if mark.look == "now" else _INK
    return (
        f'<g class="bl-pf-{mark.look}" fill="{fill}" stroke="{_INK}" stroke-width="1.5">{shape}'
        f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" fill="{ink}" stroke="none" '
        f'font-weight="700">{escape(mark.letter)}</text></g>'
    )
