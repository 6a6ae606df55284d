"""A table held by column: each different cell once, so that a long file stays small."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any


def cleaned(cell: Any) -> Any:
    """A text without spaces and byte order mark around it, ``""`` for nothing, others as is."""
    if cell is None:
        return ""
    return cell.strip(" \t\r\n\xa0\ufeff\x00") if isinstance(cell, str) else cell


@dataclass(slots=True)
class Column:
    """The cells of one column.

    Attributes:
        values: each different cell once; texts stripped, ``""`` for an empty one.
        places: for each row, the position of its cell in ``values``.
    """

    values: list[Any] = field(default_factory=list)
    places: array[int] = field(default_factory=lambda: array("l"))
    _known: dict[Hashable, int] = field(default_factory=dict)

    def append(self, cell: Any) -> None:
        """Add the cell of the next row, as the file has it."""
        key = cell if type(cell) is str else (type(cell), cell)
        place = self._known.get(key)
        if place is None:
            place = self._add(cleaned(cell))
            self._known[key] = place
        self.places.append(place)

    def _add(self, cell: Any) -> int:
        """The position of a cleaned cell among the values; texts that clean alike share one."""
        key = (None, cell) if isinstance(cell, str) else (type(cell), cell, "value")
        place = self._known.get(key)
        if place is None:
            place = self._known[key] = len(self.values)
            self.values.append(cell)
        return place

    def close(self) -> None:
        """Forget what only reading needs."""
        self._known.clear()

    def rows_of(self, wanted: set[int]) -> Iterator[int]:
        """The rows, from 0, whose cell stands at one of these positions of ``values``."""
        return (row for row, place in enumerate(self.places) if place in wanted)

    def read(self, meanings: Sequence[Any]) -> list[Any]:
        """The column with each cell replaced by its meaning (same order as ``values``)."""
        return [meanings[place] for place in self.places]


@dataclass(slots=True)
class Sheet:
    """What was read from a file: headers, columns, and the line of each row."""

    headers: list[str]
    columns: list[Column]
    lines: array[int]

    def lines_of(
        self, column: Column, places: set[int], limit: int = 5
    ) -> tuple[int, tuple[int, ...]]:
        """How many rows have one of these cells, and the first of their lines."""
        rows = list(column.rows_of(places))
        return len(rows), tuple(self.lines[row] for row in rows[:limit])
