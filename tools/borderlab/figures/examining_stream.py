"""Pictures of an importer's stream and of what a plan does in the long run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderlab.figures.examining_svg import (
    NARROW,
    WIDE,
    diamond,
    dot,
    line,
    path,
    picture,
    text,
    wrapped,
)
from borderlab.i18n import number, percent

if TYPE_CHECKING:
    from borderlab.figures.examining_play import Stream


def strip(streams: list[tuple[str, Stream]], *, title: str, narrow: bool) -> str:
    """Consignments as squares in the order of arrival, one block for each stream.

    Filled: inspected. A diamond is an illegal consignment: full if found, hollow if it passed.
    A bar above marks full inspection.

    Args:
        streams: a heading and the stream.
        title: the picture in words.
        narrow: draw for a narrow page.
    """
    wide = NARROW if narrow else WIDE
    in_row = 20 if narrow else 40
    each = (wide - 4) / in_row
    body: list[str] = []
    y = 2.0
    for heading, stream in streams:
        if heading:
            shown, more = wrapped(2, y + 15, heading, wide - 4, size=14, bold=True)
            body += shown
            y += 24 + more
        body += _squares(stream, y, in_row, each)
        y += (1 + (stream.bad.size - 1) // in_row) * (each + 5) + 10
    return picture(wide, y, title, body)


def _squares(stream: Stream, y: float, in_row: int, each: float) -> list[str]:
    """All squares of a stream; marks of one look are one path, which keeps the picture small."""
    looks: dict[str, list[str]] = {
        name: [] for name in ("full", "looked", "passed", "dots", "found", "missed")
    }
    side, mark = each - 2.4, each * 0.3
    for place in range(stream.bad.size):
        x, top = 2 + place % in_row * each, y + place // in_row * (each + 5)
        inspected, bad = bool(stream.inspected[place]), bool(stream.bad[place])
        if stream.level[place] == 0:
            looks["full"].append(f"M{x:.4g} {top:.4g}h{each:.4g}v2.5h{-each:.4g}z")
        square = f"M{x + 1.2:.4g} {top + 4:.4g}h{side:.3g}v{side:.3g}h{-side:.3g}z"
        looks["looked" if inspected else "passed"].append(square)
        middle, height = x + each / 2, top + 2.8 + each / 2
        if bad:
            step = f"{mark:.3g}"
            shape = (
                f"M{middle:.4g} {height - mark:.4g}l{step} {step}l-{step} {step}l-{step}-{step}z"
            )
            looks["found" if stream.found[place] else "missed"].append(shape)
        elif inspected:
            looks["dots"].append(f"M{middle - 1.6:.4g} {height - 1.6:.4g}h3.2v3.2h-3.2z")
    styles = {
        "full": ("accent", ""),
        "looked": ("soft", "accent"),
        "passed": ("", "line"),
        "dots": ("accent", ""),
        "found": ("bad", "bad"),
        "missed": ("", "bad"),
    }
    return [path("".join(looks[name]), *style) for name, style in styles.items() if looks[name]]


def plan_curve(  # noqa: PLR0913  (what is drawn)
    rates: list[float],
    inspected: list[float],
    leakage: list[float],
    here: tuple[float, float, float],
    *,
    labels: dict[str, str],
    narrow: bool,
) -> str:
    """Share inspected and share that passes illegally, against the importer's rate.

    Args:
        rates: shares of illegal consignments, ascending from 0.
        inspected: share inspected at each of them.
        leakage: share that is illegal and passes.
        here: rate, share inspected and leakage that are set now.
        labels: ``title``, ``inspected``, ``leakage``, ``rate``.
        narrow: draw for a narrow page.
    """
    wide, high = (NARROW, 250.0) if narrow else (WIDE, 270.0)
    left, right, head, foot = 46.0, 14.0, 42.0, 44.0

    def at(rate: float, share: float) -> tuple[float, float]:
        y = head + (1 - share) * (high - head - foot)
        return left + rate / rates[-1] * (wide - left - right), y

    body = [
        line([(2, 12), (26, 12)], "accent", 2.5),
        text(32, 16, labels["inspected"], size=12.5),
        line([(2, 29), (26, 29)], "bad", 2.5, "6 4"),
        text(32, 33, labels["leakage"], size=12.5),
    ]
    for share in (0.0, 0.5, 1.0):
        y = at(0, share)[1]
        body.append(line([(left, y), (wide - right, y)], "line", 1))
        body.append(text(left - 6, y + 4, percent(share), size=12, fill="muted", anchor="end"))
    body.append(line([at(r, s) for r, s in zip(rates, inspected, strict=True)], "accent", 2.5))
    body.append(line([at(r, s) for r, s in zip(rates, leakage, strict=True)], "bad", 2.5, "6 4"))
    body.append(dot(*at(here[0], here[1]), 6, "accent", "surface"))
    body.append(diamond(*at(here[0], here[2]), 6, full=True))
    for share in (0.0, rates[-1] / 2, rates[-1]):
        anchor = "start" if share == 0 else "end" if share == rates[-1] else "middle"
        x, y = at(share, 0)
        body.append(text(x, y + 17, percent(share), size=12, fill="muted", anchor=anchor))
    body.append(text((left + wide) / 2, high - 6, labels["rate"], size=12.5, anchor="middle"))
    return picture(wide, high, labels["title"], body)


def worth_line(
    slope: float, here: tuple[float, float], *, labels: dict[str, str], narrow: bool
) -> str:
    """What an offence is worth against the share inspected: a falling line that crosses zero.

    Args:
        slope: what the worth falls by from no inspection, where it is 1, to full inspection.
        here: the share inspected and the worth that are set now.
        labels: ``title``, ``worth``, ``share``, ``pays``, ``not``.
        narrow: draw for a narrow page.
    """
    wide, high = (NARROW, 240.0) if narrow else (WIDE, 250.0)
    left, right, head, foot = 40.0, 14.0, 30.0, 44.0
    low = -1.0
    body, more = wrapped(2, 15, labels["worth"], wide - 4, size=13, bold=True)
    head, high = head + more, high + more

    def at(share: float, worth: float) -> tuple[float, float]:
        y = head + (1 - max(low, worth)) / (1 - low) * (high - head - foot)
        return left + share * (wide - left - right), y

    for worth in (1, 0, -1):
        y = at(0, worth)[1]
        body.append(line([(left, y), (wide - right, y)], "strong" if worth == 0 else "line", 1))
        body.append(text(left - 6, y + 4, number(worth), size=12, fill="muted", anchor="end"))
    end = min(1.0, (1.0 - low) / slope)
    body.append(line([at(0, 1), at(end, 1 - slope * end)], "accent", 2.5))
    edge = wide - right - 4
    body.append(text(edge, at(0, 1)[1] + 16, labels["pays"], size=12.5, fill="bad", anchor="end"))
    body.append(text(edge, at(0, 0)[1] + 18, labels["not"], size=12.5, fill="good", anchor="end"))
    body.append(dot(*at(*here), 6, "accent", "surface"))
    for share in (0.0, 0.5, 1.0):
        anchor = "start" if share == 0 else "end" if share == 1 else "middle"
        place = (at(share, 0)[0], high - foot + 17)
        body.append(text(*place, percent(share), size=12, fill="muted", anchor=anchor))
    body.append(text((left + wide) / 2, high - 6, labels["share"], size=12.5, anchor="middle"))
    return picture(wide, high, labels["title"], body)
