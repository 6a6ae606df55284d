"""Dates and times as a language writes them; times on the 24-hour clock."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from borderlab.i18n.languages import details, language

_Day = TypeVar("_Day", bound=dt.date)


def date(day: dt.date | str, code: str | None = None) -> str:
    """A day, such as ``21 novembre 2026``.

    Args:
        day: a date, a moment (its day on the reader's clock), or either in ISO 8601 form.
        code: language; default the one in use.

    Raises:
        ValueError: the text is not a date in ISO 8601 form.
    """
    style = details(code or language())
    when = _local(_read(day))
    number = style.first_day if when.day == 1 else str(when.day)
    return style.date.format(day=number, month=style.months[when.month - 1], year=when.year)


def time(clock: dt.time | dt.datetime | str, code: str | None = None) -> str:
    """A time of day such as ``14:02``; a moment with a time zone is shown on the reader's clock.

    Raises:
        ValueError: the text is not a moment in ISO 8601 form.
    """
    style = details(code or language())
    if isinstance(clock, dt.time):
        return style.time.format(hour=clock.hour, minute=clock.minute)
    when = _local(dt.datetime.fromisoformat(clock) if isinstance(clock, str) else clock)
    return style.time.format(hour=when.hour, minute=when.minute)


def moment(when: dt.datetime | str, code: str | None = None) -> str:
    """A day and a time, such as ``21 November 2026, 14:02``.

    Raises:
        ValueError: the text is not a moment in ISO 8601 form.
    """
    style = details(code or language())
    if isinstance(when, str):
        when = dt.datetime.fromisoformat(when)
    return style.moment.format(date=date(when, code), time=time(when, code))


def _read(day: dt.date | str) -> dt.date:
    return dt.datetime.fromisoformat(day) if isinstance(day, str) else day


def _local(day: _Day) -> _Day:
    """A moment that knows its time zone, moved to the reader's clock; anything else unchanged."""
    if isinstance(day, dt.datetime) and day.tzinfo is not None:
        return day.astimezone()
    return day
