"""Small pictures for the report as SVG: each with a sentence for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from coursekit.results.intervals import Estimate

if TYPE_CHECKING:
    from markupsafe import Markup

_WIDTH, _HEIGHT = 150, 18


def interval(found: Estimate, says: str, low: float = 0.0, high: float = 1.0) -> Markup:
    """A dot with its interval on an axis from ``low`` to ``high``; a tick marks 0 and the ends.

    Args:
        found: what to draw.
        says: the same in words.
        low: left end of the axis.
        high: right end of the axis.
    """

    def place(value: float) -> str:
        share = (min(high, max(low, value)) - low) / (high - low)
        return f"{4 + share * (_WIDTH - 8):.1f}"

    middle = _HEIGHT / 2
    ticks = sorted({low, high, min(high, max(low, 0.0)), (low + high) / 2})
    marks = "".join(f'<path class="tick" d="M{place(tick)} 3V{_HEIGHT - 3}"/>' for tick in ticks)
    left, right = place(found.low), place(found.high)
    ends = f"M{left} {middle - 3}v6M{right} {middle - 3}v6"
    return _picture(
        _WIDTH,
        _HEIGHT,
        says,
        f'<path class="axis" d="M4 {middle}H{_WIDTH - 4}"/>{marks}'
        f'<path class="range" d="M{left} {middle}H{right}{ends}"/>'
        f'<circle class="dot" cx="{place(found.value)}" cy="{middle}" r="4.5"/>',
    )


def bar(share: float, says: str, *, good: bool = False) -> Markup:
    """One horizontal bar; ``good`` ones are hatched as well as coloured otherwise."""
    wide = min(1.0, max(0.0, share)) * _WIDTH
    kind = "good" if good else "plain"
    stripes = "".join(f"M{x} 14l8 -10" for x in range(0, int(wide) - 7, 7)) if good else ""
    return _picture(
        _WIDTH,
        _HEIGHT,
        says,
        f'<rect class="ground" x="0" y="4" width="{_WIDTH}" height="10" rx="2"/>'
        f'<rect class="{kind}" x="0" y="4" width="{wide:.1f}" height="10" rx="2"/>'
        f'<path class="stripe" d="{stripes}"/>',
    )


def histogram(counts: Sequence[int], labels: Sequence[str], says: str) -> Markup:
    """Columns with the count above and the class below each."""
    step, height = 52, 110
    top = max(counts, default=0) or 1
    parts = []
    for place, (count, label) in enumerate(zip(counts, labels, strict=True)):
        tall = round(height * count / top)
        x = place * step + 4
        parts.append(
            f'<rect class="plain" x="{x}" y="{20 + height - tall}" width="{step - 8}" '
            f'height="{tall}" rx="2"/>'
            f'<text x="{x + step / 2 - 4}" y="{15 + height - tall}">{count or ""}</text>'
            f'<text class="under" x="{x + step / 2 - 4}" y="{height + 36}">{escape(label)}</text>'
        )
    wide = step * len(counts)
    axis = f'<path class="axis" d="M0 {20 + height}.5H{wide}"/>'
    return _picture(wide, height + 44, says, axis + "".join(parts))


def _picture(width: float, height: float, says: str, body: str) -> Markup:
    from markupsafe import Markup

    return Markup(  # noqa: S704  (built here from numbers and escaped words)
        f'<svg role="img" aria-label="{escape(says)}" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">{body}</svg>'
    )
