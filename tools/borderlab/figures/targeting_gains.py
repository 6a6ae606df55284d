"""The gains curve of a profile, as SVG text: finds against inspections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from borderlab.i18n import number, percent

WIDTH, HEIGHT = 440, 290
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 12, 14, 46
_INK, _MUTED, _LINE = "#16242c", "#4f616b", "#c9d4da"
_CURVES = (
    ("bl-gain-truth", "#0b5a68", "3", ""),
    ("bl-gain-label", "#7a4a00", "2.5", "7 4"),
    ("bl-gain-random", "#4f616b", "1.5", "2 3"),
)


@dataclass(frozen=True)
class Curve:
    """One line of the picture: shares from 0 to 1, and what it is called."""

    name: str
    inspected: Sequence[float]
    found: Sequence[float]


@dataclass(frozen=True)
class Words:
    """Names of the axes, the title and the description, in the language in use."""

    across: str
    upward: str
    title: str
    description: str


def gains_svg(
    curves: Sequence[Curve], chosen: tuple[float, float], words: Words, most: float = 0.3
) -> str:
    """Draw up to three curves and the point that is chosen.

    Args:
        curves: the truth, past labels and chance, in this order.
        chosen: inspected and found shares of the profile as it is set.
        words: texts.
        most: largest share of inspections shown, above 0 to 1.

    Returns:
        An SVG element. Classes let a style sheet change its colours; it is complete without.
    """
    parts = [_opening(words), *_grid(words, most)]
    for curve, look in zip(curves, _CURVES, strict=False):
        parts.append(_line(curve, look, most))
    x, y = _x(min(chosen[0], most), most), _y(chosen[1])
    guide = f"M{x:.1f} {_y(0):.1f}V{y:.1f}H{_LEFT}"
    parts.append(
        f'<path class="bl-gain-guide" d="{guide}" fill="none" stroke="{_INK}" '
        f'stroke-dasharray="4 3"/>'
        f'<circle class="bl-gain-point" cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{_INK}"/></svg>'
    )
    return "".join(parts)


def _opening(words: Words) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(words.title)}. {escape(words.description)}" '
        f'font-family="system-ui, sans-serif" font-size="13" style="max-width:100%;height:auto">'
    )


def _x(share: float, most: float) -> float:
    return _LEFT + share / most * (WIDTH - _LEFT - _RIGHT)


def _y(share: float) -> float:
    return HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM)


def _grid(words: Words, most: float) -> list[str]:
    parts = []
    for step in range(6):
        y, x = _y(step / 5), _x(most * step / 5, most)
        line = f"M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}"
        parts.append(f'<path class="bl-gain-grid" d="{line}" stroke="{_LINE}"/>')
        parts.append(_text(percent(step / 5), _LEFT - 6, y + 4, "end"))
        parts.append(_text(number(1000 * most * step / 5), x, HEIGHT - _BOTTOM + 17, "middle"))
    middle = (_LEFT + WIDTH - _RIGHT) / 2
    parts.append(_text(words.across, middle, HEIGHT - 10, "middle", name=True))
    parts.append(_text(words.upward, _LEFT + 8, _TOP + 12, "start", name=True))
    return parts


def _text(text: str, x: float, y: float, anchor: str, *, name: bool = False) -> str:
    kind, colour = ("bl-gain-name", _INK) if name else ("bl-gain-text", _MUTED)
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">'
        f"{escape(text)}</text>"
    )


def _line(curve: Curve, look: tuple[str, str, str, str], most: float) -> str:
    kind, colour, width, dashes = look
    steps = " ".join(
        f"{_x(a, most):.1f},{_y(b):.1f}"
        for a, b in zip(curve.inspected, curve.found, strict=True)
        if a <= most
    )
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<polyline class="bl-gain {kind}" points="{steps}" fill="none" stroke="{colour}" '
        f'stroke-width="{width}"{dash}><title>{escape(curve.name)}</title></polyline>'
    )
