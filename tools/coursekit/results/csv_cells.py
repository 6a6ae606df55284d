"""A CSV file as its cells stand in it, so that one cell can be replaced and no other byte moves."""

from __future__ import annotations

from dataclasses import dataclass


class NotCsvError(ValueError):
    """The text is no CSV with commas; ``line`` says where, counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(slots=True)
class Cells:
    """The records of a file: cells with their quotes, and the line end of each record.

    Attributes:
        rows: raw text of each cell.
        ends: what follows each record; "" after the last one if the file ends without.
    """

    rows: list[list[str]]
    ends: list[str]

    def text(self) -> str:
        """The file again."""
        return "".join(",".join(row) + end for row, end in zip(self.rows, self.ends, strict=True))

    def value(self, row: int, column: int) -> str:
        """What a cell says."""
        return meaning(self.rows[row][column])


def meaning(raw: str) -> str:
    """What a raw cell says, without quotes and the spaces around it."""
    raw = raw.strip()
    if len(raw) > 1 and raw[0] == raw[-1] == '"':
        return raw[1:-1].replace('""', '"').strip()
    return raw


def parse(text: str) -> Cells:
    """Take a file apart; ``parse(text).text() == text``.

    Raises:
        NotCsvError: a quote that is never closed, or records with different numbers of cells.
    """
    cells = Cells([], [])
    row: list[str] = []
    start = place = 0
    quoted = False
    while place < len(text):
        sign = text[place]
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign == ",":
            row.append(text[start:place])
            start = place + 1
        elif not quoted and sign in "\r\n":
            end = "\r\n" if text.startswith("\r\n", place) else sign
            cells.rows.append([*row, text[start:place]])
            cells.ends.append(end)
            row, place = [], place + len(end) - 1
            start = place + 1
        place += 1
    if quoted:
        raise NotCsvError(len(cells.rows) + 1)
    if row or start < len(text):
        cells.rows.append([*row, text[start:]])
        cells.ends.append("")
    _same_width(cells)
    return cells


def _same_width(cells: Cells) -> None:
    width = len(cells.rows[0]) if cells.rows else 0
    for number, row in enumerate(cells.rows, 1):
        if len(row) != width and row != [""]:
            raise NotCsvError(number)
