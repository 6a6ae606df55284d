"""What was known before a consignment came: counts and sums over strictly earlier days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]


class Past:
    """Events with a key and a day, to be asked about from later days.

    Args:
        key: what the event belongs to, shape (events,); below 0 it is left out.
        day: when it happened, whole days, same shape.
        value: what to add up (1 for each event by default), same shape.
    """

    def __init__(self, key: Ints, day: Ints, value: ArrayLike | None = None) -> None:
        keep = np.asarray(key) >= 0
        key, day = np.asarray(key)[keep], np.asarray(day)[keep]
        self._first = int(day.min()) if day.size else 0
        self._span = (int(day.max()) - self._first + 2) if day.size else 1
        point = key * self._span + (day - self._first)
        order = np.argsort(point, kind="stable")
        self._point = point[order]
        amount = np.ones(day.size) if value is None else np.asarray(value, dtype=float)[keep]
        self._running = np.concatenate(([0.0], np.cumsum(amount[order])))

    def _place(self, key: Ints, day: Ints) -> Ints:
        inside = np.clip(day - self._first, 0, self._span - 1)
        return np.searchsorted(self._point, key * self._span + inside, side="left")

    def total(self, key: Ints, day: Ints, window: int | None = None, gap: int = 0) -> Floats:
        """Sum over events of the same key before `day - gap`, and from `day - gap - window` on.

        A key below 0 has no past: the sum is 0.
        """
        until = day - gap
        end = self._place(key, until)
        start = self._place(key, np.zeros_like(day) if window is None else until - window)
        return np.where(key >= 0, self._running[end] - self._running[start], 0.0)


def before(key: Ints, day: Ints, window: int | None = None) -> Ints:
    """Number of earlier rows of the same table with the same key."""
    return Past(key, day).total(key, day, window).astype(np.int64)


def decayed(  # noqa: PLR0913, PLR0917  (events and questions are two tables)
    key: Ints, day: Ints, value: ArrayLike, asked_key: Ints, asked_day: Ints, tau: float
) -> Floats:
    """Sum of past values, each weighted exp(-age / tau).

    Args:
        key: what each event belongs to, shape (events,).
        day: when it happened, whole days from 0 on, same shape.
        value: what it counts, same shape.
        asked_key: what is asked about, shape (n,).
        asked_day: on which day, same shape.
        tau: days after which an event counts 37 %, above 0.

    Raises:
        ValueError: tau is not above 0.
    """
    if not tau > 0.0:
        raise ValueError(f"tau must be above 0 days, not {tau!r}")
    amount = np.asarray(value, dtype=float)
    keep = np.flatnonzero((key >= 0) & (amount != 0.0))
    keep = keep[np.lexsort((day[keep], key[keep]))]
    # One step an event: a running sum over all keys would lose the small ones to rounding.
    left, last_key, last_day, now = np.zeros(keep.size), -1, 0, 0.0
    for i, row in enumerate(keep.tolist()):
        same = key[row] == last_key
        now = amount[row] + (now * np.exp((last_day - day[row]) / tau) if same else 0.0)
        left[i], last_key, last_day = now, int(key[row]), int(day[row])
    if not keep.size:
        return np.zeros(asked_day.size)
    span = int(max(day.max(), asked_day.max(initial=0))) + 1
    point = key[keep] * span + day[keep]
    place = np.searchsorted(point, asked_key * span + asked_day, side="left") - 1
    at = np.maximum(place, 0)
    known = (place >= 0) & (asked_key >= 0) & (key[keep][at] == asked_key)
    age = np.where(known, asked_day - day[keep][at], 0)
    return np.where(known, left[at] * np.exp(-age / tau), 0.0)


def monthly_spread(group: Ints, value: Floats, month: Ints, least: int) -> tuple[Floats, Floats]:
    """Median and robust standard deviation of the group's values in earlier months.

    Args:
        group: below 0 for none, shape (n,).
        value: NaN where missing, same shape.
        month: month of each row, whole numbers, same shape.
        least: fewer earlier values give NaN.

    Returns:
        Median and 1.4826 times the median absolute deviation, as known at the start of the row's
        month; NaN where too little was known.
    """
    centre, spread = np.full(value.size, np.nan), np.full(value.size, np.nan)
    usable = (group >= 0) & np.isfinite(value)
    for this in np.unique(month):
        rows = np.flatnonzero((month == this) & (group >= 0))
        old = np.flatnonzero(usable & (month < this))
        if not rows.size or old.size < least:
            continue
        middle, width, count = _medians(group[old], value[old], int(group.max()) + 1)
        good = count[group[rows]] >= least
        centre[rows[good]] = middle[group[rows[good]]]
        spread[rows[good]] = width[group[rows[good]]]
    return centre, spread


def _medians(group: Ints, value: Floats, groups: int) -> tuple[Floats, Floats, Ints]:
    count = np.bincount(group, minlength=groups)
    middle = _median(group, value, count)
    return middle, 1.4826 * _median(group, np.abs(value - middle[group]), count), count


def _median(group: Ints, value: Floats, count: Ints) -> Floats:
    ordered = value[np.lexsort((value, group))]
    start = np.cumsum(count) - count
    last = max(ordered.size - 1, 0)
    low = np.minimum(start + (np.maximum(count, 1) - 1) // 2, last)
    high = np.minimum(start + np.maximum(count, 1) // 2, last)
    return np.where(count > 0, (ordered[low] + ordered[high]) / 2.0, np.nan)
