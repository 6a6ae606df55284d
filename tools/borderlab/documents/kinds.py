"""How each field of a permit is held in a column: the kinds of field and their empty values.

Three cases are told apart everywhere: a value, a *blank* box (the document was seen and nothing
stands there) and *not recorded* (nobody looked, or the export has no such column). A rule on
presence asks about blank boxes; every other rule is silent on both.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

BLANK = ""
"""A text or code box that was seen to be empty (``None`` is: not recorded)."""
BLANK_DATE = dt.date.min
"""A date box that was seen to be empty."""
BLANK_NUMBER = -1.0
"""A quantity box that was seen to be empty; real quantities are never negative."""

NOT_RECORDED = -1
BLANK_CODE = -2
NO_DAY = -(2**30)
BLANK_DAY = NO_DAY + 1
EPOCH = dt.date(1970, 1, 1).toordinal()


def _field(default: Any, **metadata: Any) -> Any:
    return dataclasses.field(default=default, metadata=metadata)


def code(vocabulary: str, box: str = "") -> Any:
    """A code of a vocabulary (see `borderlab.documents.vocabulary`)."""
    return _field(None, kind="code", vocabulary=vocabulary, box=box)


def text(pool: str, box: str = "") -> Any:
    """A text; fields of one pool can be compared with each other."""
    return _field(None, kind="text", pool=pool, box=box)


def flag(box: str = "") -> Any:
    """True, False or not recorded."""
    return _field(None, kind="flag", box=box)


def day(box: str = "") -> Any:
    """A date; held as days since 1970-01-01."""
    return _field(None, kind="day", box=box)


def number(box: str = "") -> Any:
    """A quantity; NaN is not recorded, -1 a blank box."""
    return _field(None, kind="number", box=box)


def many(box: str = "") -> Any:
    """A tuple of texts or objects, looked at when columns are made."""
    return _field(None, kind="many", box=box)
