"""Numbers that a lesson sets: one sentence refuses those that are out of range."""

from __future__ import annotations

from numbers import Real
from typing import Any

from traitlets import TraitError

from borderlab.i18n import gettext as _
from borderlab.i18n import number


def check_range(name: str, value: Any, low: float, high: float) -> None:
    """Pass a number that lies in its range.

    Args:
        name: of the setting, as a lesson writes it.
        value: what was set; anything but a number is refused too.
        low: the least that is allowed.
        high: the most that is allowed.

    Raises:
        TraitError: says the range and the value, in the language in use.
    """
    is_number = isinstance(value, Real) and not isinstance(value, bool)
    if is_number and low <= value <= high:
        return
    text = _("{name} goes from {low} to {high}, not {value}.")
    shown = number(value) if is_number else repr(value)
    raise TraitError(text.format(name=name, low=number(low), high=number(high), value=shown))
