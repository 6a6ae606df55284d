"""Plain data from what a code cell computes: numpy and pandas are recognised, never imported."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from typing import Any

from borderlab.answers.errors import AnswerError
from borderlab.i18n import gettext as _
from borderlab.i18n import number

MAX_LENGTH = 500  # members of a list, rows of a table
MAX_COLUMNS = 30


def scalar(raw: Any) -> Any:
    """A numpy scalar, or an array or Series with one member, as a plain value; else unchanged."""
    item = getattr(raw, "item", None)
    if not callable(item):
        return raw
    try:
        return item()
    except (ValueError, TypeError, IndexError):
        return raw


def as_list(raw: Any) -> list[Any]:
    """A list, tuple, array, Index or Series as a list of plain values.

    Raises:
        AnswerError: something else, too long, or a member that is no number and no text.
    """
    if isinstance(raw, str | Mapping) or not (_sized(raw) and _iterable(raw)) or _is_table(raw):
        raise AnswerError(_("Give a list, for example [1, 2, 3]."))
    _check_length(len(raw))
    members = raw.tolist() if callable(getattr(raw, "tolist", None)) else list(raw)
    return [_cell(member, missing=False) for member in members]


def as_table(raw: Any) -> dict[str, Any]:
    """A table as ``{"columns": [...], "rows": [[...], ...]}``; missing cells are None.

    Taken are a DataFrame, a Series (both with a named index as first columns), a list of dicts
    and a dict of lists.

    Raises:
        AnswerError: something else, too large, or a cell that is no number, text or date.
    """
    columns, rows = _split(raw)
    _check_columns(columns)
    return {"columns": columns, "rows": [[_cell(cell, missing=True) for cell in r] for r in rows]}


def _split(raw: Any) -> tuple[list[str], list[list[Any]]]:
    if _is_series(raw):
        raw = raw.to_frame()
    if _is_table(raw):
        _check_length(len(raw))
        if any(name is not None for name in raw.index.names):
            raw = raw.reset_index()
        columns = [str(name) for name in raw.columns]
        _check_columns(columns)
        return columns, raw.to_dict(orient="split")["data"]
    if isinstance(raw, Mapping) and raw and all(_is_column(column) for column in raw.values()):
        if len({len(column) for column in raw.values()}) > 1:
            raise AnswerError(_("The columns of the table are not equally long."))
        _check_length(len(next(iter(raw.values()))))
        return [str(name) for name in raw], [list(row) for row in zip(*raw.values(), strict=True)]
    if isinstance(raw, list | tuple) and raw and all(isinstance(row, Mapping) for row in raw):
        _check_length(len(raw))
        columns = list(dict.fromkeys(str(name) for row in raw for name in row))
        named = [{str(name): cell for name, cell in row.items()} for row in raw]
        return columns, [[row.get(name) for name in columns] for row in named]
    raise AnswerError(_("Give a table: a DataFrame, or a list of dictionaries."))


def _check_columns(columns: list[str]) -> None:
    if not columns or len(columns) > MAX_COLUMNS:
        message = _("The table needs 1 to {n} columns.")
        raise AnswerError(message.format(n=number(MAX_COLUMNS)))
    if len(set(columns)) < len(columns):
        raise AnswerError(_("Two columns of the table have the same name."))


def _cell(raw: Any, *, missing: bool) -> Any:
    value = scalar(raw)
    if _is_missing(value):
        value = None
    elif isinstance(value, dt.date):
        value = value.isoformat().removesuffix("T00:00:00")
    if value is None and not missing:
        raise AnswerError(_("The list holds a missing value. Remove it first."))
    if isinstance(value, float) and math.isinf(value):
        raise AnswerError(_("The result holds an infinite number. Check for a division by zero."))
    if value is not None and not isinstance(value, bool | int | float | str):
        message = _("The result holds a {type}. Only numbers, texts and dates can be handed in.")
        raise AnswerError(message.format(type=type(value).__name__))
    return value


def _is_missing(value: Any) -> bool:
    """None, NaN, and what pandas writes for a missing value or date."""
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return True
    return isinstance(value, float) and math.isnan(value)


def _check_length(n: int) -> None:
    if n > MAX_LENGTH:
        message = _("The result has {n} rows, at most {most} can be handed in. Summarise it first.")
        raise AnswerError(message.format(n=number(n), most=number(MAX_LENGTH)))


def _is_table(raw: Any) -> bool:
    return all(hasattr(raw, name) for name in ("columns", "index", "to_dict", "reset_index"))


def _is_series(raw: Any) -> bool:
    return hasattr(raw, "to_frame") and hasattr(raw, "index") and not hasattr(raw, "columns")


def _is_column(raw: Any) -> bool:
    return _sized(raw) and _iterable(raw) and not isinstance(raw, str | Mapping)


def _sized(raw: Any) -> bool:
    return hasattr(raw, "__len__") and getattr(raw, "shape", None) != ()


def _iterable(raw: Any) -> bool:
    return isinstance(raw, Iterable)
