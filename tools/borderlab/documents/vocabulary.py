"""Codes as whole numbers: known values, an unknown one, a blank box, not recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from borderlab.documents.kinds import BLANK_CODE, NOT_RECORDED

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The values of one kind of code.

    A known value has the code of its place, an unknown one has ``len(values)``, a blank box -2
    and a value not recorded -1. A look-up table from `lut` has three cells more than values, so
    that all of these index it.
    """

    values: tuple[str, ...]
    aliases: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        codes: dict[str | None, int] = {value: at for at, value in enumerate(self.values)}
        codes.update(
            (alias, codes[value]) for alias, value in self.aliases.items() if value in codes
        )
        codes.setdefault("", BLANK_CODE)
        codes[None] = NOT_RECORDED
        object.__setattr__(self, "codes", codes)

    codes: dict[str | None, int] = field(init=False, repr=False)

    @property
    def unknown(self) -> int:
        """The code of any value that is not in the vocabulary."""
        return len(self.values)

    def code(self, value: str | None) -> int:
        """The code of a value."""
        return self.codes.get(value, self.unknown)

    def encode(self, values: Iterable[str | None]) -> NDArray[np.int16]:
        """Codes of many values."""
        get, unknown = self.codes.get, self.unknown
        return np.array([get(value, unknown) for value in values], dtype=np.int16)

    def decode(self, at: int) -> str | None:
        """The value of a code; None if blank, unknown or not recorded."""
        return self.values[at] if 0 <= at < self.unknown else None

    def lut(self, cells: Sequence[object], *, missing: object, dtype: type) -> NDArray[np.generic]:
        """A look-up table: one cell per value; unknown, blank and not recorded: ``missing``."""
        return np.array([*cells, missing, missing, missing], dtype=dtype)

    def where(self, *values: str) -> NDArray[np.bool_]:
        """A look-up table that is true for these values."""
        table = np.zeros(len(self.values) + 3, dtype=bool)
        for value in values:
            if value in self.codes and self.codes[value] >= 0:
                table[self.codes[value]] = True
        return table
