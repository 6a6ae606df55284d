"""The three states of evidence, and the register of rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from borderlab.risk.sheet import Tables

    States = NDArray[np.int8]
    Rule = Callable[[Tables], States]

ABSENT, PRESENT, MISSING = 0, 1, -1
RECORD = 90
"""Days of record before "never seen before" means anything."""

RULES: dict[str, Rule] = {}


def rule(indicator: str) -> Callable[[Rule], Rule]:
    """Register the rule of an indicator."""

    def keep(found: Rule) -> Rule:
        if indicator in RULES:
            raise ValueError(f"{indicator} has two rules")
        RULES[indicator] = found
        return found

    return keep


def state(present: ArrayLike, known: ArrayLike = True) -> States:  # noqa: FBT002
    """Present or absent where known, else missing."""
    yes, sure = np.broadcast_arrays(np.asarray(present, bool), np.asarray(known, bool))
    return np.where(sure, yes, MISSING).astype(np.int8)


def above(value: NDArray[np.float64], limit: float) -> States:
    """Present above the limit; missing where the value is."""
    return state(value > limit, ~np.isnan(value))
