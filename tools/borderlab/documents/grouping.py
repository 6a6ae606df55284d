"""Rows of a table put together as the lines of one permit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.documents.columns import EMPTY, Columns
from borderlab.documents.view import KINDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME = ("issuer", "event_date", "issue_date", "import_country", "doc_type")
"""What rows of one permit share, beside its number."""


def completed(made: dict[str, Any]) -> dict[str, Any]:
    """Columns in which rows with one number say of their permit what the row before them says.

    Many exports give issuer, dates and parties on the first row of a permit only.
    """
    number = made.get("number")
    if number is None:
        return made
    number = made["number"] = number() if callable(number) else number
    order = np.argsort(number, kind="stable")
    order = order[number[order] >= 0]
    if not order.size or (number[order][1:] != number[order][:-1]).all():
        return made
    full = dict(made)
    for name in SAME:
        if name in made:
            full[name] = _filled(number[order], order, made[name], EMPTY[KINDS[name]])
    return full


def _filled(
    numbers: NDArray[Any], order: NDArray[np.int64], values: NDArray[Any], empty: Any
) -> NDArray[Any]:
    """Values with empty cells filled from the row before, else after, of the same number."""
    values = values.copy()
    for way in (slice(None), slice(None, None, -1)):
        rows, keys = order[way], numbers[way]
        new = np.r_[True, keys[1:] != keys[:-1]]
        known = new | (values[rows] != empty)
        last = np.maximum.accumulate(np.where(known, np.arange(rows.size), 0))
        values[rows] = values[rows][last]
    return values


def grouped(c: Columns) -> Columns:
    """Rows of one permit put together as its lines, permits in the order of their first rows."""
    import pandas as pd

    c.resolve()
    number = c.permit.get("number")
    if number is None:
        return c
    keys = pd.DataFrame({name: c.permit[name] for name in ("number", *SAME) if name in c.permit})
    keys["alone"] = np.where(number < 0, np.arange(c.n), -1)
    groups = keys.groupby(list(keys), sort=False).ngroup().to_numpy()
    first = pd.Series(groups).drop_duplicates().index.to_numpy()
    order = np.argsort(groups, kind="stable")
    counts = np.bincount(groups)
    found = Columns(
        reference=c.reference, n=counts.size,
        permit={name: values[first] for name, values in c.permit.items()},
        line={name: values[order] for name, values in c.line.items()},
        line_permit=np.repeat(np.arange(counts.size, dtype=np.int32), counts),
        starts=np.cumsum(counts) - counts, one_line=counts.size == order.size, texts=c.texts,
    )  # fmt: skip
    found.cache["rows"] = order
    return found
