"""Pictures of the queue view: the day, the waits, and what releasing low risk does."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from borderlab.figures.examining_svg import (
    NARROW,
    WIDE,
    area,
    box,
    diamond,
    dot,
    line,
    picture,
    text,
    wrapped,
)
from borderlab.i18n import number

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray


def queue_over_day(
    others: NDArray[np.float64],
    live: NDArray[np.float64],
    *,
    hours: float,
    labels: dict[str, str],
    narrow: bool,
) -> str:
    """How many wait through the day: others as an area, live animals as diamonds above a line.

    Args:
        others: changes of the number waiting, shape (n, 2), as `examining_day` gives them.
        live: the same for live animals.
        hours: hours of arrivals.
        labels: ``title``, ``waiting``, ``live``, ``hour`` with a place ``{n}``, ``close``.
        narrow: draw for a narrow page.
    """
    wide, high = (NARROW, 250.0) if narrow else (WIDE, 270.0)
    left, right, head, foot = 34.0, 12.0, 30.0, 44.0
    last = max([hours * 60.0, *others[:, 0], *live[:, 0]]) if others.size or live.size else 0.0
    span = max(hours * 60.0, last) * 1.02
    top = max([4.0, *others[:, 1], *live[:, 1]])
    body, more = wrapped(2, 15, labels["waiting"], wide - 4, size=13, bold=True)
    head, high = head + more, high + more

    def at(minute: float, n: float) -> tuple[float, float]:
        y = head + (1 - n / top) * (high - head - foot)
        return left + minute / span * (wide - left - right), y

    for n in sorted({0, math.ceil(top / 2), math.ceil(top)}):
        y = at(0, n)[1]
        body.append(line([(left, y), (wide - right, y)], "line", 1))
        body.append(text(left - 6, y + 4, number(n), size=12, fill="muted", anchor="end"))
    body.append(area(_stairs(others, at), "line"))
    body.append(line(_stairs(others, at), "strong", 1.2))
    if live.size:
        body.append(line(_stairs(live, at), "bad", 2.4))
        x, y = at(*max(live.tolist(), key=lambda change: change[1]))
        body.append(diamond(x, y - 9, 5, full=True))
    step = 2 if narrow else 1
    for hour in range(0, math.ceil(span / 60) + 1, step * max(1, round(span / 60 / 12))):
        x, y = at(min(hour * 60.0, span), 0)
        if hour * 60.0 <= span:
            body.append(text(x, y + 17, number(hour), size=12, fill="muted", anchor="middle"))
    end = at(hours * 60.0, 0)
    body.append(line([(end[0], head), end], "part", 1.4, "5 4"))
    body.append(text(end[0] - 4, head + 12, labels["close"], size=12, fill="part", anchor="end"))
    body.append(text((left + wide) / 2, high - 6, labels["hours"], size=12.5, anchor="middle"))
    return picture(wide, high, labels["title"], body)


def _stairs(
    changes: NDArray[np.float64], at: Callable[[float, float], tuple[float, float]]
) -> list[tuple[float, float]]:
    points = [at(0, 0)]
    level = 0.0
    for minute, after in changes.tolist():
        points += [at(minute, level), at(minute, after)]
        level = after
    return points


def release_curve(
    shares: list[float],
    means: list[float],
    here: tuple[float, float],
    *,
    labels: dict[str, str],
    narrow: bool,
) -> str:
    """Mean wait in the long run against the share released as low risk.

    Args:
        shares: shares released, ascending.
        means: the mean waits, infinite where the queue grows for ever.
        here: the share and wait that are set now.
        labels: ``title``, ``wait``, ``share``, ``grows``.
        narrow: draw for a narrow page.
    """
    wide, high = (NARROW, 240.0) if narrow else (WIDE, 260.0)
    left, right, head, foot = 46.0, 14.0, 30.0, 44.0
    top = 120.0
    body, more = wrapped(2, 15, labels["wait"], wide - 4, size=13, bold=True)
    head, high = head + more, high + more

    def at(share: float, wait: float) -> tuple[float, float]:
        y = head + (1 - min(wait, top) / top) * (high - head - foot)
        return left + share / shares[-1] * (wide - left - right), y

    stable = [(s, w) for s, w in zip(shares, means, strict=True) if math.isfinite(w)]
    if len(stable) < len(shares):
        edge = at(stable[0][0] if stable else shares[-1], 0)[0]
        body.append(box(left, head, edge - left, high - head - foot, "raised"))
        body.append(text(left + 6, high - foot - 8, labels["grows"], size=12.5, fill="bad"))
    for wait in (0, 60, 120):
        y = at(0, wait)[1]
        body.append(line([(left, y), (wide - right, y)], "line", 1))
        body.append(text(left - 6, y + 4, number(wait), size=12, fill="muted", anchor="end"))
    # One point beyond the top, so that the line leaves the picture there.
    beyond = sum(w > top for _s, w in stable)
    shown = [at(s, w) for s, w in stable[max(0, beyond - 1) :]]
    if len(shown) > 1:
        body.append(line(shown, "accent", 2.5))
    if math.isfinite(here[1]):
        body.append(dot(*at(*here), 6, "accent", "surface"))
    for share in (0, shares[-1] / 2, shares[-1]):
        anchor = "start" if share == 0 else "end" if share == shares[-1] else "middle"
        place = at(share, 0)
        shown_share = number(100 * share, 0)
        body.append(
            text(place[0], place[1] + 17, shown_share, size=12, fill="muted", anchor=anchor)
        )
    body.append(text((left + wide) / 2, high - 6, labels["share"], size=12.5, anchor="middle"))
    return picture(wide, high, labels["title"], body)
