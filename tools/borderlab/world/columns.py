"""Compact storage of generated columns."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Columns = dict[str, NDArray[Any]]


def allocate(types: dict[str, str], n: int) -> Columns:
    """Empty columns of the given NumPy types."""
    return {name: np.empty(n, dtype=kind) for name, kind in types.items()}


def store(columns: Columns, values: dict[str, NDArray[np.int64]], start: int) -> None:
    """Copy a batch into its place."""
    for name, column in columns.items():
        if name in values:
            column[start : start + values[name].size] = values[name]
