"""What a rule sees: fields by name, for many rows at once or for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from borderlab.documents.adapter import Reference
from borderlab.documents.columns import EMPTY
from borderlab.documents.fields import BY_NAME, LINE_DERIVED, PERMIT_DERIVED
from borderlab.documents.kinds import BLANK_CODE, BLANK_DAY

KINDS = {name: item.kind for name, item in BY_NAME.items()} | PERMIT_DERIVED | LINE_DERIVED
DERIVED: dict[str, Callable[[View], Any]] = {}
"""Name -> how to work it out from other fields (filled by `borderlab.documents.derived`)."""


class View:
    """Rows of permits or of lines.

    A field is an array with one value per row, or a single value where nothing was recorded;
    both work in the same expressions, and so does a view of one row that holds single values
    only. Rules therefore use comparisons, ``&``, ``|``, ``~`` and look-up tables, nothing else.

    Args:
        reference: whose codes the fields hold.
        values: field -> array or value.
        above: the view of the permits, for a view of lines; ``lift`` brings its values to lines.
    """

    def __init__(
        self,
        reference: Reference,
        values: Mapping[str, Any],
        above: View | None = None,
        lift: Callable[[Any], Any] | None = None,
    ) -> None:
        self.ref = reference
        self.has = reference.codes.has
        self.tables = reference.tables
        self.values = values
        self.above = above
        self.lift = lift

    def __getattr__(self, name: str) -> Any:
        """The field, looked up once."""
        value = self._find(name)
        self.__dict__[name] = value
        return value

    def _find(self, name: str) -> Any:
        values = self.values
        if name in values:
            return self._ready(values, name)
        if self.above is not None and name in self.above.values:
            found = self._ready(self.above.values, name)
            return self.lift(found) if self.lift else found
        if name in DERIVED:
            return DERIVED[name](self)
        if name in KINDS:
            return EMPTY[KINDS[name]]
        raise AttributeError(f"no field {name!r} in permits")

    @staticmethod
    def _ready(values: Any, name: str) -> Any:
        """The field; one that was put off is worked out now."""
        value = values[name]
        if callable(value):
            value = values[name] = value()
        return value

    def any_of(self, name: str, *values: str) -> Any:
        """Whether a code is one of these."""
        found = self.tables.get((name, values))
        if found is None:
            vocabulary = self.ref.vocabulary(BY_NAME[name].set)
            found = self.tables[name, values] = vocabulary.where(*values)
        return found[getattr(self, name)]


def yes(value: Any) -> Any:
    """Recorded as true."""
    return value == 1


def no(value: Any) -> Any:
    """Recorded as false; a value not recorded is neither."""
    return value == 0


def blank(code: Any) -> Any:
    """The box was seen to be empty (codes and texts)."""
    return code == BLANK_CODE


def given(code: Any) -> Any:
    """A code or text stands there, known or not."""
    return code >= 0


def dated(day: Any) -> Any:
    """A date stands there."""
    return day > BLANK_DAY


def no_date(day: Any) -> Any:
    """The date box was seen to be empty."""
    return day == BLANK_DAY


def counted(number: Any) -> Any:
    """A quantity stands there."""
    return number >= 0


def no_number(number: Any) -> Any:
    """The quantity box was seen to be empty."""
    return number < 0


def never() -> np.bool_:
    """The answer of a rule that has nothing to compare with."""
    return np.bool_(False)  # noqa: FBT003
