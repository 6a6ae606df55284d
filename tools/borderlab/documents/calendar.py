"""Calendar months on days counted from 1970: 31 August and six months is the last of February."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST = -25567  # 1900-01-01
LAST = 73049  # 2170-01-01
MONTHS = (0, 6, 12, 18, 36)
"""Spans that can be added: those of the table of validity, and the 18 months of caviar."""


@cache
def _table() -> NDArray[np.int32]:
    days = np.arange(FIRST, LAST, dtype=np.int64).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    offset = days - months.astype("datetime64[D]")
    rows = []
    for span in MONTHS:
        target = months + np.timedelta64(span, "M")
        last = (target + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
        rows.append(np.minimum(target.astype("datetime64[D]") + offset, last).astype(np.int64))
    return np.array(rows, dtype=np.int32)


@cache
def years() -> NDArray[np.int16]:
    """Calendar year of each day from `FIRST`."""
    days = np.arange(FIRST, LAST, dtype=np.int64).astype("datetime64[D]")
    return (days.astype("datetime64[Y]").astype(np.int64) + 1970).astype(np.int16)


@cache
def swapped() -> NDArray[np.int32]:
    """Each day with day and month exchanged; the same day where that gives no date."""
    days = np.arange(FIRST, LAST, dtype=np.int64).astype("datetime64[D]")
    month = (days.astype("datetime64[M]").astype(np.int64) % 12) + 1
    year = days.astype("datetime64[Y]")
    day = (days - days.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64) + 1
    other = (year.astype("datetime64[M]") + (day - 1)).astype("datetime64[D]") + (month - 1)
    return np.where(day <= 12, other.astype(np.int64), days.astype(np.int64)).astype(np.int32)  # noqa: PLR2004


def place(day: Any) -> Any:
    """Where a day stands in these tables; days out of their reach are put at the edge."""
    return np.minimum(np.maximum(day, FIRST), LAST - 1) - FIRST


def span_rows(months: NDArray[np.int16]) -> NDArray[np.int8]:
    """For each number of months, the row of the table."""
    return np.array([MONTHS.index(int(m)) for m in months], dtype=np.int8)


def later(row: Any, day: Any) -> Any:
    """The day that lies a span of whole months later; ``row`` is a place in `MONTHS`."""
    return _table().ravel()[place(day) + row * np.int32(LAST - FIRST)]


def year_of(day: Any) -> Any:
    """Calendar year of days."""
    return years()[place(day)]
