"""Small pieces of SVG text in the kit's colours, for the pictures on examining.

Colours are the variables of ``theme.css`` with a plain value behind them, so one picture serves
the live page, light and dark, and a page without style sheets.
"""

from __future__ import annotations

from html import escape
from textwrap import wrap

NARROW = 300.0
WIDE = 760.0

_COLOURS = {
    "ink": "#16242c",
    "muted": "#4f616b",
    "line": "#c9d4da",
    "strong": "#7d8f99",
    "surface": "#ffffff",
    "raised": "#f3f6f8",
    "accent": "#0b5a68",
    "soft": "#e2f0f2",
    "bad": "#a0281f",
    "part": "#7a4a00",
    "good": "#1c6a3b",
}
_NAMES = {"strong": "line-strong", "soft": "accent-soft"}


def colour(name: str) -> str:
    """A colour of the theme as a CSS value."""
    return f"var(--bl-{_NAMES.get(name, name)}, {_COLOURS[name]})"


def _n(x: float) -> str:
    return f"{x:.2f}".rstrip("0").rstrip(".")


def box(  # noqa: PLR0913, PLR0917  (a rectangle)
    x: float, y: float, wide: float, high: float, fill: str, edge: str = "", round_: float = 0.0
) -> str:
    """A rectangle; ``fill`` and ``edge`` are colours of the theme, "" for none."""
    style = f"fill:{colour(fill) if fill else 'none'}"
    style += f";stroke:{colour(edge)};stroke-width:1.5" if edge else ""
    size = f'x="{_n(x)}" y="{_n(y)}" width="{_n(max(0.0, wide))}" height="{_n(max(0.0, high))}"'
    return f'<rect {size} rx="{_n(round_)}" style="{style}"/>'


def text(  # noqa: PLR0913  (where and how)
    x: float,
    y: float,
    words: str,
    *,
    size: float = 13.0,
    fill: str = "ink",
    anchor: str = "start",
    bold: bool = False,
) -> str:
    """Words at a place."""
    weight = ";font-weight:650" if bold else ""
    style = f"fill:{colour(fill)};font-size:{_n(size)}px{weight}"
    place = f'x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}"'
    return f'<text {place} style="{style}">{escape(words)}</text>'


def wrapped(  # noqa: PLR0913  (where and how)
    x: float,
    y: float,
    words: str,
    room: float,
    *,
    size: float,
    fill: str = "ink",
    bold: bool = False,
) -> tuple[list[str], float]:
    """Words on as many lines as they need in so much room, and the height after the first line."""
    most = max(8, int(room / (size * (0.6 if bold else 0.55))))
    lines = wrap(words, most, break_on_hyphens=False) or [""]
    shown = [
        text(x, y + place * size * 1.3, each, size=size, fill=fill, bold=bold)
        for place, each in enumerate(lines)
    ]
    return shown, (len(lines) - 1) * size * 1.3


def line(points: list[tuple[float, float]], edge: str, wide: float = 2.0, dash: str = "") -> str:
    """A line through points."""
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    style = f"fill:none;stroke:{colour(edge)};stroke-width:{_n(wide)}"
    style += f";stroke-dasharray:{dash}" if dash else ""
    return f'<polyline points="{path}" style="{style}"/>'


def area(points: list[tuple[float, float]], fill: str) -> str:
    """A filled shape."""
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return f'<polygon points="{path}" style="fill:{colour(fill)}"/>'


def diamond(x: float, y: float, size: float, *, full: bool, ink: str = "bad") -> str:
    """The mark of something illegal: full where it is caught or present, hollow where missed."""
    path = f"M{_n(x)} {_n(y - size)}L{_n(x + size)} {_n(y)}L{_n(x)} {_n(y + size)}"
    style = f"fill:{colour(ink) if full else 'none'};stroke:{colour(ink)};stroke-width:1.6"
    return f'<path d="{path}L{_n(x - size)} {_n(y)}Z" style="{style}"/>'


def path(shape: str, fill: str, edge: str = "") -> str:
    """Many marks of one look as one path."""
    style = f"fill:{colour(fill) if fill else 'none'}"
    style += f";stroke:{colour(edge)};stroke-width:1.5" if edge else ""
    return f'<path d="{shape}" style="{style}"/>'


def dot(x: float, y: float, size: float, fill: str, edge: str = "") -> str:
    """A round mark."""
    style = f"fill:{colour(fill) if fill else 'none'}"
    style += f";stroke:{colour(edge)};stroke-width:1.6" if edge else ""
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(size)}" style="{style}"/>'


def picture(wide: float, high: float, title: str, body: list[str]) -> str:
    """An SVG of this size with a name for screen readers."""
    font = "font-family:var(--bl-font, system-ui, sans-serif)"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(wide)} {_n(high)}" '
        f'width="{_n(wide)}" role="img" aria-label="{escape(title, quote=True)}" '
        f'style="max-width:100%;height:auto;{font}">{"".join(body)}</svg>'
    )
