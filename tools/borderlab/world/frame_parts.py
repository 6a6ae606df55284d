"""Columns of data frames from coded arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import pandas as pd

from borderlab.world.calibration import calibration
from borderlab.world.clock import FIRST_DAY

_START = np.datetime64(FIRST_DAY)


def code(text: str) -> str:
    """A category as one word: 'live animals' becomes 'live_animals'."""
    return text.replace(" ", "_")


def words(values: np.ndarray, names: Sequence[str]) -> pd.Categorical:
    """Categorical column of words, each written as one."""
    return category(values, [code(name) for name in names])


def category(values: np.ndarray, names: Sequence[str]) -> pd.Categorical:
    """Categorical column; empty names are missing values."""
    known = [name for name in names if name]
    place = np.array([known.index(name) if name else -1 for name in names])
    at = place[values]
    at = np.where(values < 0, -1, at)
    made: pd.Categorical[Any] = pd.Categorical.from_codes(
        cast("Any", at), dtype=pd.CategoricalDtype(known)
    )
    return made


def day(values: np.ndarray) -> np.ndarray:
    """Day numbers as dates."""
    return (_START + values.astype("timedelta64[D]")).astype("datetime64[s]")


def hundredths(values: np.ndarray) -> np.ndarray:
    """Stored hundredths as decimal numbers."""
    return values / 100.0


def species(values: np.ndarray) -> pd.Categorical:
    """Taxon codes as scientific names."""
    return category(values, calibration().taxa)
