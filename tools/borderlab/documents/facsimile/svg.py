"""Shapes written as SVG: no scripts, no styles, no outside references."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from borderlab.documents.facsimile.shapes import IDENTITY, Group, Path, Shape, Text

MONO = "'Courier New',monospace"
SANS = "Arial,sans-serif"
_FONT = {
    "mono": "",
    "mono-bold": ' font-weight="700"',
    "mono-italic": ' font-style="italic"',
    "sans": f' font-family="{SANS}"',
    "sans-bold": f' font-family="{SANS}" font-weight="700"',
}


class Writer:
    """Writes shapes; ``prefix`` keeps ids apart when several pictures stand on one page."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._ids = 0

    def write(self, items: Iterable[Shape]) -> str:
        """The SVG elements of the shapes."""
        return "".join(map(self._shape, items))

    def _shape(self, item: Shape) -> str:
        if isinstance(item, Group):
            return self._group(item)
        return _text(item) if isinstance(item, Text) else _path(item)

    def _group(self, group: Group) -> str:
        extra = "".join(f" {name}={quoteattr(value)}" for name, value in group.attributes)
        if group.matrix != IDENTITY:
            extra += f' transform="matrix({" ".join(map(_fine, group.matrix))})"'
        inner = self.write(group.items)
        if not group.copies:
            return f"<g{extra}>{inner}</g>"
        self._ids += 1
        name = f"{self.prefix}-r{self._ids}"
        uses = "".join(f'<use href="#{name}" x="{num(x)}" y="{num(y)}"/>' for x, y in group.copies)
        return f'<g{extra}><defs><g id="{name}">{inner}</g></defs>{uses}</g>'


def num(x: float) -> str:
    """A length with at most two decimals, as short as possible."""
    text = f"{x:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _fine(x: float) -> str:
    text = f"{x:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _paint(opacity: float) -> str:
    return "" if opacity >= 1 else f' opacity="{num(opacity)}"'


@lru_cache(maxsize=1024)  # frames, tint and rosettes are the same on every permit
def _path(path: Path) -> str:
    data = "".join(op + " ".join(map(num, numbers)) for op, numbers in path.segments)
    paint = f' fill="{path.fill or "none"}"'
    if path.stroke:
        paint += f' stroke="{path.stroke}" stroke-width="{num(path.width)}"'
        if path.dash:
            paint += f' stroke-dasharray="{" ".join(map(num, path.dash))}"'
    return f'<path d="{data}"{paint}{_paint(path.opacity)}/>'


def _text(text: Text) -> str:
    if text.glyphs:
        xs, ys, turns = zip(*text.glyphs, strict=True)
        place = (
            f'x="{" ".join(map(num, xs))}" y="{" ".join(map(num, ys))}"'
            f' rotate="{" ".join(str(round(turn)) for turn in turns)}"'
        )
    else:
        place = f'x="{num(text.x)}" y="{num(text.y)}"'
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    return (
        f'<text {place} font-size="{num(text.size)}" fill="{text.fill}"'
        f"{_FONT[text.font]}{anchor}{_paint(text.opacity)}>{escape(text.text)}</text>"
    )
