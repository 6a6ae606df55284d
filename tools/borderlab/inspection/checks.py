"""Refusing numbers that no inspection formula can mean anything for."""

from __future__ import annotations

import math
from numbers import Integral


def probability(name: str, value: float) -> float:
    """Return `value` if it lies in [0, 1].

    Raises:
        ValueError: the value is not a number from 0 to 1.
    """
    if isinstance(value, bool) or not (math.isfinite(value) and 0.0 <= value <= 1.0):
        raise ValueError(f"{name} must be a number from 0 to 1, not {value!r}")
    return float(value)


def count(name: str, value: int, least: int = 0) -> int:
    """Return `value` if it is a whole number of at least `least`.

    Raises:
        ValueError: the value is not whole, or too small.
    """
    if isinstance(value, bool) or not isinstance(value, Integral) or value < least:
        raise ValueError(f"{name} must be a whole number of at least {least}, not {value!r}")
    return int(value)


def positive(name: str, value: float) -> float:
    """Return `value` if it is finite and above 0.

    Raises:
        ValueError: the value is not a positive number.
    """
    if isinstance(value, bool) or not (math.isfinite(value) and value > 0.0):
        raise ValueError(f"{name} must be a number above 0, not {value!r}")
    return float(value)
