"""The gains curve of a table, as SVG text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from borderlab.i18n import gettext as _
from borderlab.i18n import percent

_LEFT, _TOP, _WIDE, _HIGH = 52, 14, 300, 200


def gains_svg(inspected: Sequence[float], found: Sequence[float]) -> tuple[str, str]:
    """Share found against share inspected, with the diagonal of drawing at random.

    Args:
        inspected: shares of the consignments, 0 to 1, rising.
        found: share of all violations found at each, 0 to 1.

    Returns:
        SVG text, and the picture in a sentence.
    """
    points = [(0.0, 0.0), *zip(inspected, found, strict=True)]
    line = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="4"/>' for x, y in points[1:])
    alt = _("Gains curve: inspecting {a} finds {b} of the violations, inspecting {c} finds {d}.")
    alt = alt.format(
        a=percent(inspected[2]), b=percent(found[2]), c=percent(inspected[-2]), d=percent(found[-2])
    )
    across, up = escape(_("consignments inspected")), escape(_("violations found"))
    dashed = escape(_("dashed: drawn at random"))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDE + 22} '
        f'{_TOP + _HIGH + 46}" width="100%" style="max-width:460px" role="img" '
        f'font-family="sans-serif" font-size="13" fill="#16242c">'
        f"<title>{escape(alt)}</title>"
        f'<rect width="100%" height="100%" fill="#fff"/>{_grid()}'
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#7d8f99" stroke-dasharray="5 4"/>'
        f'<polyline points="{line}" fill="none" stroke="#0b5a68" stroke-width="2.5"/>'
        f'<g fill="#0b5a68">{dots}</g>'
        f'<text x="{_x(0.5)}" y="{_TOP + _HIGH + 40}" text-anchor="middle">'
        f"{across}</text>"
        f'<text x="{_x(0.98)}" y="{_y(0.04)}" text-anchor="end">'
        f"{dashed}</text>"
        f'<text transform="translate(12 {_y(0.5)}) rotate(-90)" text-anchor="middle">'
        f"{up}</text></svg>"
    )
    return svg, alt


def _x(share: float) -> float:
    return _LEFT + _WIDE * share


def _y(share: float) -> float:
    return _TOP + _HIGH * (1 - share)


def _grid() -> str:
    parts = []
    for step in range(6):
        share = step / 5
        text = escape(percent(share))
        parts.append(
            f'<path d="M{_x(0)} {_y(share):.1f}H{_x(1)}M{_x(share):.1f} {_y(0)}V{_y(1)}" '
            f'stroke="#dfe6ea" fill="none"/>'
            f'<text x="{_LEFT - 6}" y="{_y(share) + 4:.1f}" text-anchor="end">{text}</text>'
            f'<text x="{_x(share):.1f}" y="{_TOP + _HIGH + 18}" text-anchor="middle">{text}</text>'
        )
    return "".join(parts)
