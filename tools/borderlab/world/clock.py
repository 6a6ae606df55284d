"""Days of the generated world: numbered from the first day, with the calendar of arrivals."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST_DAY = "2024-01-01"
LAST_DAY = "2026-06-30"
_START = dt.date.fromisoformat(FIRST_DAY)
# Customs proxy, general cargo to Korea 2020-2021 (marginals/calendar_profile_customs_proxy.csv),
# per 10,000; Sunday and Saturday are low because offices close. Tuesday to Friday stand beside it.
_WEEKDAY = (2859, 1864, 1579, 1574, 1591, 332, 201)
_MONTH = (818, 580, 607, 574, 530, 576, 606, 551, 570, 522, 545, 532)


def day_number(iso: str) -> int:
    """Days since the first day of the world."""
    return (dt.date.fromisoformat(iso) - _START).days


def date_of(day: int) -> dt.date:
    """Calendar date of a day number."""
    return _START + dt.timedelta(days=day)


DAYS = day_number(LAST_DAY) + 1
COP20_DAY = day_number("2026-03-05")


@cache
def arrival_slots(size: int) -> NDArray[np.int64]:
    """Day of each of `size` equally likely slots, in order of time (a growth of 3 % a year)."""
    from borderlab.world.wheels import slots

    weights = []
    for day in range(DAYS):
        date = date_of(day)
        weights.append(_WEEKDAY[date.weekday()] * _MONTH[date.month - 1] * (1000 + 30 * day // 365))
    return slots(weights, size)


@cache
def expiry_days() -> NDArray[np.int64]:
    """Last valid day of a permit of six months by day of issue, for issues from day -600 on.

    Ends on the same day of the month, or on the last day of a shorter month.
    """
    out = []
    for day in range(-600, DAYS):
        date = date_of(day)
        month = date.month + 6
        year, month = date.year + (month - 1) // 12, (month - 1) % 12 + 1
        last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
        out.append((dt.date(year, month, min(date.day, last)) - _START).days)
    return np.array(out)


@cache
def month_of_day() -> NDArray[np.int64]:
    """Number of the month (0 is January 2024) for each day."""
    dates = [date_of(day) for day in range(DAYS)]
    return np.array([(d.year - 2024) * 12 + d.month - 1 for d in dates])
