"""Reading a column of quantities: which sign is the decimal sign is decided once per column."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009']+")
_NUMBER = re.compile(r"[-+]?\d[\d.,]*(?:[eE][-+]?\d{1,2})?|[-+]?[.,]\d+")
_TWO_WAYS = re.compile(r"[-+]?\d{1,3}[.,]\d{3}")
_SIGNS = ("", "+", "-")
_GROUPED = {sign: re.compile(rf"\d{{1,3}}(?:\{sign}\d{{3}})+") for sign in ".,"}


@dataclass(slots=True)
class Numbers:
    """A column read as numbers.

    Attributes:
        values: one number or None for each cell given, in order.
        decimal: the decimal sign found, or an empty text if no cell shows one.
        bad: positions of cells that are no number.
        unclear: positions of cells that can be read in two ways (``1,234``), left empty.
        mixed: whether some cells can only have a comma, others only a point.
    """

    values: list[float | None]
    decimal: str = ""
    bad: list[int] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)
    mixed: bool = False


def read_numbers(cells: Sequence[Any], decimal: str | None = None) -> Numbers:
    """Read cells as numbers.

    Args:
        cells: texts, or numbers from a workbook.
        decimal: the decimal sign, if the caller knows it; else it is found from cells that can
            only be read in one way.
    """
    texts = [_SPACES.sub("", cell) if isinstance(cell, str) else cell for cell in cells]
    signs = {decimal} if decimal else {s for text in texts if (s := _sign(text))}
    found = Numbers([None] * len(texts), decimal=signs.pop() if len(signs) == 1 else "")
    found.mixed = bool(signs)
    for place, text in enumerate(texts):
        if text == "":
            continue
        value = _one(text, found.decimal, forced=decimal is not None)
        if value is None:
            (found.unclear if _two_ways(text) else found.bad).append(place)
        else:
            found.values[place] = value
    return found


def _shaped(text: Any) -> bool:
    return isinstance(text, str) and _NUMBER.fullmatch(text) is not None


def _two_ways(text: Any) -> bool:
    """Whether a text is a number with or without thousands: ``1,234``."""
    return isinstance(text, str) and _TWO_WAYS.fullmatch(text) is not None


def _sign(text: Any) -> str | None:
    """The decimal sign that a text can only have; None if it shows none."""
    if not _shaped(text):
        return None
    signs = [char for char in text if char in ".,"]
    if not signs:
        return None
    last, other = signs[-1], ("," if signs[-1] == "." else ".")
    whole = text.lstrip("+-").rpartition(last)[0]
    if len(set(signs)) > 1:
        return last if signs.count(last) == 1 else None
    if len(signs) > 1:
        return other if _GROUPED[last].fullmatch(text.lstrip("+-")) else None
    thousands = _GROUPED[last].fullmatch(text.lstrip("+-")) and whole != "0"
    return None if thousands else last


def _one(text: Any, decimal: str, *, forced: bool) -> float | None:
    """The number in a cell, or None if there is none or two."""
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return _finite(float(text))
    if not _shaped(text):
        return None
    own = _sign(text)
    sign = decimal if forced or own is None else own  # a cell may only be readable the other way
    if not sign and any(char in ".," for char in text):
        return None
    return _value(text, sign or ".")


def _value(text: str, sign: str) -> float | None:
    mantissa, _, power = text.lower().partition("e")
    whole, _, fraction = mantissa.partition(sign)
    other = "," if sign == "." else "."
    bare = whole.lstrip("+-")
    if {other, sign} & set(fraction) or (other in bare and not _GROUPED[other].fullmatch(bare)):
        return None
    digits = whole.replace(other, "")
    if digits in _SIGNS:
        digits += "0"
    return _finite(float(f"{digits}.{fraction or '0'}e{power or '0'}"))


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
