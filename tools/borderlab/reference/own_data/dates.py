"""Reading columns of dates: 03/04/2024 is not guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from borderlab.i18n import LANGUAGES, details
from borderlab.reference.text import plain

_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}")
_SERIAL = re.compile(r"\d{5}(\.\d+)?")
_SERIAL_ZERO = dt.date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1970, 2100
_MONTHS_PER_YEAR = 12


@dataclass(slots=True)
class Dates:
    """A column read as dates.

    Attributes:
        values: one date or None for each cell given, in order.
        order: ``dmy`` or ``mdy`` if the cells show it, else an empty text.
        mixed: whether some cells can only be day/month, others only month/day.
        unclear: positions of cells that can be read in two ways.
        short_years: positions of cells with a year of two digits.
        serials: positions of cells that hold Excel's day numbers.
        bad: positions of cells that are no date.
    """

    values: list[dt.date | None]
    order: str = ""
    mixed: bool = False
    unclear: list[int] = field(default_factory=list)
    short_years: list[int] = field(default_factory=list)
    serials: list[int] = field(default_factory=list)
    bad: list[int] = field(default_factory=list)


def order_of(cells: Sequence[Any]) -> set[str]:
    """The orders that cells such as 31/12/2024 can only have: of ``dmy`` and ``mdy``."""
    found: set[str] = set()
    for cell in cells:
        match = _YEAR_LAST.fullmatch(_bare(cell)) if isinstance(cell, str) else None
        if match and int(match[1]) > _MONTHS_PER_YEAR >= int(match[2]):
            found.add("dmy")
        if match and int(match[2]) > _MONTHS_PER_YEAR >= int(match[1]):
            found.add("mdy")
    return found


def read_dates(cells: Sequence[Any], order: str | None = None) -> Dates:
    """Read cells as dates.

    Args:
        cells: texts, or dates and numbers from a workbook.
        order: ``dmy`` or ``mdy`` for cells such as 03/04/2024, if it is known.
    """
    shown = order_of(cells)
    found = Dates([None] * len(cells), mixed=len(shown) > 1)
    found.order = order or (next(iter(shown)) if len(shown) == 1 else "")
    for place, cell in enumerate(cells):
        if cell != "":
            _place(found, place, cell)
    return found


def _place(found: Dates, place: int, cell: Any) -> None:
    if isinstance(cell, dt.date):
        found.values[place] = cell
        return
    text = _bare(str(cell))
    if _SERIAL.fullmatch(text):
        found.serials.append(place)
        found.values[place] = _SERIAL_ZERO + dt.timedelta(days=int(float(text)))
    elif _SHORT_YEAR.fullmatch(text):
        found.short_years.append(place)
    elif match := _YEAR_LAST.fullmatch(text):
        _year_last(found, place, match)
    elif (day := _clear(text)) is not None:
        found.values[place] = day
    else:
        found.bad.append(place)


def _year_last(found: Dates, place: int, match: re.Match[str]) -> None:
    first, second, year = (int(part) for part in match.groups())
    readings = {day for day in (_day(year, second, first), _day(year, first, second)) if day}
    if not readings:
        found.bad.append(place)
    elif len(readings) == 1:
        found.values[place] = readings.pop()
    elif found.order:
        month, day = (second, first) if found.order == "dmy" else (first, second)
        found.values[place] = _day(year, month, day)
    else:
        found.unclear.append(place)


def _clear(text: str) -> dt.date | None:
    """A date that can be read in one way only: year first, or a month in letters."""
    match = _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text)
    if match:
        return _day(int(match[1]), int(match[2]), int(match[3]))
    words = [word for word in plain(text).split() if word not in ("de", "del", "of", "le", "el")]
    months = [_months()[word] for word in words if word in _months()]
    numbers = [int(word.removesuffix("er")) for word in words if word.removesuffix("er").isdigit()]
    if len(months) != 1 or len(numbers) != 2 or len(words) != 3:  # noqa: PLR2004  (12 March 2024)
        return None
    day, year = sorted(numbers)
    return _day(year, months[0], day)


@cache
def _months() -> dict[str, int]:
    """Names of months in the kit's languages and their first three or four letters -> number."""
    names: dict[str, set[int]] = {}
    for code in LANGUAGES:
        for number, name in enumerate(details(code).months, start=1):
            folded = plain(name)
            for word in (folded, folded[:3], folded[:4]):
                names.setdefault(word, set()).add(number)
    for word in ("setiembre", "set"):  # as it is written in Peru and Uruguay
        names.setdefault(word, set()).add(9)
    return {word: numbers.pop() for word, numbers in names.items() if len(numbers) == 1}


def _bare(cell: str) -> str:
    return _TIME.sub("", cell.strip())


def _day(year: int, month: int, day: int) -> dt.date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
