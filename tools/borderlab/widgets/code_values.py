"""From what a code cell computes to plain data: numbers, texts, lists and tables.

numpy and pandas objects are recognised by what they offer, so that neither has to be imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from borderlab.answers import plain
from borderlab.answers.errors import AnswerError
from borderlab.i18n import gettext as _

_MOST_ROWS = 2_000


def plain_value(value: Any) -> Any:
    """Plain data for a value of a code cell.

    A data frame becomes ``{"column": [values]}`` with None in empty cells, a series or array a
    list, a numpy scalar the built-in number.

    Raises:
        AnswerError: Not plain, not finite, or too large; the message says what to give instead.
    """
    found = _convert(value)
    try:
        plain.check(found)
    except plain.NotPlainError as error:
        message = _(
            "This value cannot be saved ({detail}). Give a number, a text, a list or a table."
        )
        raise AnswerError(message.format(detail=error)) from error
    return found


def _convert(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _convert(part) for name, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        parts = sorted(value, key=repr) if isinstance(value, set | frozenset) else value
        return [_convert(part) for part in parts]
    return _convert_foreign(_builtin(value))


def _convert_foreign(value: Any) -> Any:
    if _offers(value, "to_dict", "columns"):
        _bounded(value)
        table = value.to_dict(orient="list")
        return {str(name): _convert(_cells(column)) for name, column in table.items()}
    if _offers(value, "tolist"):
        if getattr(value, "ndim", 0):
            _bounded(value)
        return _convert(value.tolist())
    return value.isoformat() if _offers(value, "isoformat") else value


def _cells(column: list[Any]) -> list[Any]:
    """A table may have empty cells: pandas' NaN, NaT and NA, none of which equals itself."""
    return [None if _is_empty(one) else one for one in column]


def _is_empty(cell: Any) -> bool:
    return type(cell).__name__ == "NAType" or bool(cell != cell)  # noqa: PLR0124


def _builtin(value: Any) -> Any:
    """Numpy's float64 is a float, but it would be written differently: make it a plain one."""
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return value


def _offers(value: Any, *names: str) -> bool:
    return not isinstance(value, type) and all(hasattr(value, name) for name in names)


def _bounded(value: Any) -> None:
    if len(value) > _MOST_ROWS:
        message = _("This table has {n} rows, at most {most} can be saved. Did you mean a summary?")
        raise AnswerError(message.format(n=len(value), most=_MOST_ROWS))
