"""Values that a lesson sets: one sentence refuses those that cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Real
from typing import Any

from traitlets import TraitError

from borderlab.i18n import gettext as _
from borderlab.i18n import number


class SettingError(TraitError, ValueError):  # type: ignore[misc]
    """A value that a setting cannot take; the message is a sentence in the language in use.

    In a notebook only sentences are shown, without a traceback.
    """

    def _render_traceback_(self) -> list[str]:
        return [f"{self} {again()}"]


def again() -> str:
    """What to do about a line of code that could not be run."""
    return _("Change the line and run the cell again.")


def check_range(name: str, value: Any, low: float, high: float) -> None:
    """Pass a number that lies in its range.

    Args:
        name: of the setting, as a lesson writes it.
        value: what was set; anything but a number is refused too.
        low: the least that is allowed.
        high: the most that is allowed.

    Raises:
        SettingError: says the range and the value, in the language in use.
    """
    is_number = isinstance(value, Real) and not isinstance(value, bool)
    if is_number and low <= value <= high:
        return
    text = _("{name} goes from {low} to {high}, not {value}.")
    shown = number(value) if is_number else repr(value)
    raise SettingError(text.format(name=name, low=number(low), high=number(high), value=shown))


def check_choice(name: str, value: Any, choices: Iterable[str]) -> None:
    """Pass a value that is one of a few.

    Args:
        name: of the setting, as a lesson writes it.
        value: what was set.
        choices: what is allowed; "" is allowed silently.

    Raises:
        SettingError: says the choices and the value, in the language in use.
    """
    known = tuple(choices)
    if value in known:
        return
    text = _("{name} is one of {choices}, not {value}.")
    shown = ", ".join(one for one in known if one)
    raise SettingError(text.format(name=name, choices=shown, value=repr(value)))
