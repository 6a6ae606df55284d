"""What an alert means: counts by natural frequencies, and the icon array that shows them.

Positive predictive value of a tool with a detection rate (sensitivity) and a false-alarm rate
(1 - specificity) in a lane with a base rate; see facts/risk/statistics.md, section 5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

from borderlab.figures.chance import shuffled

MAX_CONSIGNMENTS = 40_000


@dataclass(frozen=True)
class Counts:
    """Expected counts of a lane; the unrounded numbers, and whole ones to speak of.

    Attributes:
        consignments: All consignments.
        illegal: Illegal ones among them.
        real_exact: Expected alerts on illegal consignments.
        false_exact: Expected alerts on legal consignments.
    """

    consignments: int
    illegal: int
    real_exact: float
    false_exact: float

    @property
    def real(self) -> int:
        """Alerts on illegal consignments, to the nearest whole number."""
        return _whole(self.real_exact)

    @property
    def false(self) -> int:
        """Alerts on legal consignments, to the nearest whole number."""
        return _whole(self.false_exact)

    @property
    def alerts(self) -> int:
        """All alerts: the sum of the two whole numbers, so that the picture adds up."""
        return self.real + self.false

    @property
    def missed(self) -> int:
        """Illegal consignments without an alert."""
        return self.illegal - self.real

    @property
    def clear(self) -> int:
        """Consignments without an alert."""
        return self.consignments - self.alerts

    @property
    def predictive_value(self) -> float | None:
        """Share of alerts that are real, 0 to 1; None when no alert is expected."""
        alerts = self.real_exact + self.false_exact
        return self.real_exact / alerts if alerts > 0 else None

    @property
    def one_in(self) -> int | None:
        """The n of "about 1 in n alerts is real"; None when no real alert is expected."""
        share = self.predictive_value
        return _whole(1 / share) if share else None

    @property
    def missed_share(self) -> float | None:
        """Share of consignments without alert that are illegal, 0 to 1; None without such."""
        missed = max(0.0, self.illegal - self.real_exact)
        clear = max(0.0, self.consignments - self.illegal - self.false_exact)
        # A sum of two parts: a difference of all could come out smaller than what was missed.
        return missed / (missed + clear) if missed + clear > 0 else None


def counts(
    consignments: int = 10_000,
    illegal: int = 10,
    sensitivity: float = 0.98,
    false_alarm: float = 0.02,
) -> Counts:
    """Expected counts of alerts in a lane.

    Args:
        consignments: 1 to 40,000.
        illegal: 0 to ``consignments``.
        sensitivity: Share of illegal consignments that give an alert, 0 to 1.
        false_alarm: Share of legal consignments that give an alert, 0 to 1.

    Raises:
        ValueError: A value lies outside its range.
    """
    if not 1 <= consignments <= MAX_CONSIGNMENTS:
        raise ValueError(f"consignments must be 1 to {MAX_CONSIGNMENTS}, not {consignments}")
    if not 0 <= illegal <= consignments:
        raise ValueError(f"illegal must be 0 to {consignments}, not {illegal}")
    for name, share in (("sensitivity", sensitivity), ("false_alarm", false_alarm)):
        if not 0 <= share <= 1:
            raise ValueError(f"{name} must be 0 to 1, not {share}")
    return Counts(
        consignments=consignments,
        illegal=illegal,
        real_exact=illegal * sensitivity,
        false_exact=(consignments - illegal) * false_alarm,
    )


@dataclass(frozen=True)
class Places:
    """Positions (0 to consignments - 1) of the marks in the icon array."""

    real: tuple[int, ...]
    missed: tuple[int, ...]
    false: tuple[int, ...]


def places(result: Counts, seed: int = 1) -> Places:
    """Where the marks stand: illegal ones from one end of a shuffle, false alarms from the other.

    So a mark keeps its place while a slider moves. ``base_rate.js`` does the same.
    """
    order = shuffled(result.consignments, seed)
    return Places(
        real=tuple(order[: result.real]),
        missed=tuple(order[result.real : result.illegal]),
        false=tuple(order[result.consignments - result.false :]),
    )


def columns_for(consignments: int) -> int:
    """Columns of an icon array about one and a half times as wide as high (10,000: 125)."""
    return max(1, math.ceil(math.sqrt(consignments * 1.5625)))


def icon_array_svg(result: Counts, *, seed: int = 1, title: str, description: str) -> str:
    """The lane as SVG: small squares, diamonds for illegal consignments, rings for alerts.

    Args:
        result: The counts to draw.
        seed: Places the marks.
        title: Name of the picture for screen readers.
        description: What the picture shows, in a sentence.

    Returns:
        SVG text; about 15 kB with 200 alerts, because the squares are one pattern.
    """
    columns = columns_for(result.consignments)
    rows = math.ceil(result.consignments / columns)
    full, rest = divmod(result.consignments, columns)
    spots = places(result, seed)

    def centre(place: int) -> tuple[int, int]:
        return place % columns * 6 + 3, place // columns * 6 + 3

    def diamond(place: int, extra: str) -> str:
        x, y = centre(place)
        return f'<path d="M{x} {y - 6}l6 6l-6 6l-6-6z"{extra}/>'

    def ring(place: int) -> str:
        x, y = centre(place)
        return f'<circle cx="{x}" cy="{y}" r="5"/>'

    marks = [
        '<g fill="none" stroke="#9a5b00" stroke-width="2">',
        *(ring(place) for place in spots.false),
        "</g>",
        '<g fill="#a0281f" stroke="#a0281f" stroke-width="1.5">',
        *(diamond(place, "") for place in spots.real),
        *(diamond(place, ' fill="#fff"') for place in spots.missed),
        "</g>",
    ]
    last = f'<rect y="{full * 6}" width="{rest * 6}" height="6" fill="url(#s)"/>' if rest else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {columns * 6 + 8} {rows * 6 + 8}"'
        f' width="100%" style="max-width:760px" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        '<defs><pattern id="s" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<rect x="1" y="1" width="4" height="4" fill="#b9c8d0"/></pattern></defs>'
        f'<rect width="{columns * 6}" height="{full * 6}" fill="url(#s)"/>{last}{"".join(marks)}'
        "</svg>"
    )


def _whole(number: float) -> int:
    # Half up, as Math.round in the browser: Python's round() would go to the even number.
    return math.floor(number + 0.5)
