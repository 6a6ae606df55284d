"""Refusing numbers that no formula of risk or inspection can mean anything for.

Each check returns the value in the type that the formulas expect (also for numbers of numpy), or
raises a ValueError that names the argument, says what it must be, and shows what was given.
"""

from __future__ import annotations

import math
from enum import Enum
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

Choice = TypeVar("Choice", bound=Enum)
_LARGEST = np.iinfo(np.int64).max


def real(value: object) -> float:
    """The value as a float; NaN for what is no number, infinite for what is too large for one.

    A comparison with NaN is false, so that whoever asks for a range refuses it.
    """
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _shown(value: object) -> str:
    """A value as a person would write it, cut where it is long."""
    text = repr(value.item() if isinstance(value, np.generic) else value)
    return text if len(text) <= 40 else f"{text[:37]}..."  # noqa: PLR2004  (a line of a message)


def probability(name: str, value: float) -> float:
    """Return `value` if it lies in [0, 1].

    Raises:
        ValueError: the value is not a number from 0 to 1.
    """
    if not 0.0 <= (given := real(value)) <= 1.0:
        raise ValueError(f"{name} must be a number from 0 to 1, not {_shown(value)}")
    return given


def inside(name: str, value: float) -> float:
    """Return `value` if it lies between 0 and 1, both excluded.

    Raises:
        ValueError: the value is not such a number.
    """
    if not 0.0 < (given := real(value)) < 1.0:
        raise ValueError(f"{name} must lie between 0 and 1, both excluded, not {_shown(value)}")
    return given


def count(name: str, value: int, least: int = 0) -> int:
    """Return `value` if it is a whole number of at least `least`.

    Raises:
        ValueError: the value is not whole, too small, or too large to count with.
    """
    if isinstance(value, bool) or not isinstance(value, Integral) or value < least:
        raise ValueError(f"{name} must be a whole number of at least {least}, not {_shown(value)}")
    if value > _LARGEST:
        raise ValueError(f"{name} must be a whole number of at most {_LARGEST}")
    return int(value)


def positive(name: str, value: float) -> float:
    """Return `value` if it is finite and above 0.

    Raises:
        ValueError: the value is not a positive number.
    """
    if not 0.0 < (given := real(value)) < math.inf:
        raise ValueError(f"{name} must be a number above 0, not {_shown(value)}")
    return given


def not_negative(name: str, value: float, *, infinite: bool = False) -> float:
    """Return `value` if it is at least 0, and finite unless `infinite` allows more.

    Raises:
        ValueError: the value is not such a number.
    """
    given = real(value)
    if not given >= 0.0 or (given == math.inf and not infinite):
        raise ValueError(f"{name} must be a number of at least 0, not {_shown(value)}")
    return given


def finite(name: str, value: float) -> float:
    """Return `value` if it is a finite number.

    Raises:
        ValueError: it is not.
    """
    if not math.isfinite(given := real(value)):
        raise ValueError(f"{name} must be a finite number, not {_shown(value)}")
    return given


def choice(name: str, value: object, kinds: type[Choice]) -> Choice:
    """Return the member of `kinds` that `value` is, or names by its value ("up").

    Raises:
        ValueError: there is no such member; the message lists them.
    """
    if isinstance(value, kinds):
        return value
    for kind in kinds:
        if kind.value == value:
            return kind
    known = ", ".join(repr(kind.value) for kind in kinds)
    raise ValueError(f"{name} must be one of {known}, not {_shown(value)}")


def _array(values: ArrayLike) -> NDArray[Any]:
    """The values as an array: one of texts if they are uneven, of numbers if all are numbers.

    Columns of pandas often hold plain numbers as objects, with None for a missing one.
    """
    try:
        given = np.asarray(values)
    except ValueError:
        return np.asarray("uneven")
    if given.dtype.kind != "O" or not given.ndim:
        return given
    cells = given.ravel().tolist()
    if not all(x is None or isinstance(x, Real | np.bool_) for x in cells):
        return given
    return np.asarray([math.nan if x is None else x for x in cells]).reshape(given.shape)


def counts(name: str, values: ArrayLike, least: int = 0) -> NDArray[np.int64]:
    """The values as whole numbers, of any shape; floats only if they are whole.

    Raises:
        ValueError: a value is not whole, missing, or too small.
    """
    given = _array(values)
    if given.dtype.kind == "f" and np.all(np.abs(given) < 2.0**53):
        whole = given.astype(np.int64)
        fits = bool(np.all(whole == given))
    else:
        fits = given.dtype.kind in "iu" or given.size == 0
        whole = given.astype(np.int64) if fits else np.zeros(0, np.int64)
    if not fits or (whole.size and int(whole.min()) < least):
        raise ValueError(f"{name} must hold only whole numbers of at least {least}")
    return whole


def numeric(name: str, values: ArrayLike) -> Floats:
    """The values as floats, of any shape; missing ones (NaN) stay.

    Raises:
        ValueError: a value that is no number, or lists of uneven length.
    """
    given = _array(values)
    if given.dtype.kind not in "biuf" and given.size:
        raise ValueError(f"{name} must hold only numbers, in a list or an even table")
    return given.astype(np.float64)


def floats(name: str, values: ArrayLike) -> Floats:
    """The values as a list of finite numbers, none missing.

    Raises:
        ValueError: not a plain list, a value that is no number, or a missing one.
    """
    real = numeric(name, values)
    if real.ndim != 1:
        raise ValueError(f"{name} must be a list of numbers (one dimension), not {real.ndim}")
    if not np.all(np.isfinite(real)):
        raise ValueError(f"{name} holds a missing or infinite number (NaN, inf)")
    return real


def outcomes(name: str, values: ArrayLike) -> Floats:
    """The values as a list that holds only 0 and 1 (or False and True).

    Raises:
        ValueError: any other value, a missing one included.
    """
    real = floats(name, values)
    if np.any((real != 0.0) & (real != 1.0)):
        raise ValueError(f"{name} must hold only 0 and 1")
    return real


def marks(name: str, values: ArrayLike) -> NDArray[np.bool_]:
    """The values as a list of True and False (or 0 and 1); a column of bool is taken as it is.

    Raises:
        ValueError: any other value, a missing one included.
    """
    if isinstance(values, np.ndarray) and values.dtype == np.bool_ and values.ndim == 1:
        return values
    return np.asarray(outcomes(name, values) == 1.0)
