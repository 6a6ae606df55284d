"""From a file to rows of cells, a few at a time."""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.reference.own_data import opening
from borderlab.reference.own_data.columns import Column, Sheet, cleaned
from borderlab.reference.own_data.encoding import detect
from borderlab.reference.own_data.errors import OwnDataError
from borderlab.reference.own_data.fields import known_headers
from borderlab.reference.own_data.report import Report
from borderlab.reference.text import plain

Line = tuple[int, list[Any]]
"""Line of the file, from 1, and its cells."""

DELIMITERS = ";,\t|"
MAX_COLUMNS = 200
_SAMPLE = 1 << 16
_SEARCHED = 20  # the header stands on one of the first lines; exports put titles above it
_MAX_CELL = 32_000
_TOTAL = re.compile(
    r"(?:grand |gran |sub |sous )?(?:sub)?(?:total|totals|totaux|totale|totales|somme|suma)"
    r"(?: [a-z ]+)?(?: \d{4})?"
)
_TOTALS = ("tota", "somme", "suma")
_LONGEST_UNIT = 4


def csv_lines(path: Path, report: Report) -> Iterator[Line]:
    """The lines of a CSV file, after finding out its encoding and delimiter.

    Raises:
        OwnDataError: the file is no text, or a quotation mark is never closed.
    """
    report.encoding = detect(path)
    if not report.encoding:
        raise opening.wrong_type(path, _("binary"))
    with path.open(encoding=report.encoding, newline="", errors="replace") as file:
        sample = file.read(_SAMPLE)
        report.delimiter = delimiter(sample)
        file.seek(0)
        csv.field_size_limit(_MAX_CELL)
        reader = csv.reader(file, delimiter=report.delimiter)
        try:
            for cells in reader:
                yield reader.line_num, cells[:MAX_COLUMNS]
        except csv.Error as error:
            raise OwnDataError(
                _(
                    "Line {line} of “{name}” cannot be read: a quotation mark may be missing, "
                    "or a cell is too long."
                ).format(line=reader.line_num, name=path.name)
            ) from error


def delimiter(sample: str) -> str:
    """The sign between cells: the one with which most headers are understood."""
    first = sample.split("\n", 1)[0].strip().strip('"')
    if first.lower().startswith("sep=") and first[4:5] in DELIMITERS:
        return first[4:5]

    def worth(sign: str) -> tuple[int, int]:
        rows = [row for row in _parsed(sample, sign) if row]
        known = max((understood(row) for row in rows[:_SEARCHED]), default=0)
        return known, min((len(row) for row in rows[-5:]), default=0)

    return max(DELIMITERS, key=worth)


def _parsed(sample: str, sign: str) -> list[list[str]]:
    try:
        return list(islice(csv.reader(io.StringIO(sample), delimiter=sign), 50))
    except csv.Error:
        return []


def understood(cells: Iterable[Any], mapping: Mapping[str, str] | None = None) -> int:
    """How many different columns of the kit these header cells name."""
    chosen = {plain(header) for header in (mapping or {}).values()}
    known = known_headers()
    folded = {plain(str(cell)) for cell in cells if cell is not None}
    return len({known[name] for name in folded if name in known}) + len(folded & chosen)


def read(
    path: Path, lines: Iterator[Line], report: Report, mapping: Mapping[str, str] | None = None
) -> Sheet:
    """Find the header and read what stands below it.

    Raises:
        OwnDataError: no header is found, there are no rows, or too many.
    """
    ahead = list(islice(lines, _SEARCHED))
    filled = [line for line in ahead if any(cleaned(cell) != "" for cell in line[1])]
    if not filled:
        raise OwnDataError(_("The file “{name}” is empty.").format(name=path.name))
    header = max(filled, key=lambda line: understood(line[1], mapping))
    if not understood(header[1], mapping):
        header = filled[0]
    report.header_line = header[0]
    names = [str(cleaned(cell)) for cell in header[1]]
    while names and not names[-1]:
        names.pop()
    sheet = Sheet(names, [Column() for _name in names], array("l"))
    ragged: list[int] = []
    totals: list[int] = []
    below = (line for line in ahead if line[0] > header[0])
    _fill(path, sheet, _goods(chain(below, lines), totals), ragged)
    for column in sheet.columns:
        column.close()
    if not sheet.lines:
        raise OwnDataError(_("“{name}” has a header and no rows below it.").format(name=path.name))
    said = {
        "warning": _("Some rows have more cells than the header; what is beyond was left out."),
        "note": _("Rows of totals were left out: they are no permits."),
    }
    for (level, text), where in zip(said.items(), (ragged, totals), strict=True):
        if where:
            report.add(level, text, count=len(where), lines=tuple(where[:5]))
    report.rows = len(sheet.lines)
    return sheet


def _goods(lines: Iterable[Line], totals: list[int]) -> Iterator[Line]:
    """The lines without the sums that reports have at their end; those are counted apart."""
    for line in lines:
        if is_total(line[1]):
            totals.append(line[0])
        else:
            yield line


def is_total(cells: Sequence[Any]) -> bool:
    """Whether a row holds a word such as "Total", numbers, perhaps a unit, and nothing else."""
    text = " ".join([cell for cell in cells if type(cell) is str]).casefold()
    if not any(word in text for word in _TOTALS):
        return False  # nearly every row ends here, and there may be 500,000
    words: list[str] = []
    for cell in cells:
        text = cleaned(cell)
        if text == "" or isinstance(text, int | float) or not any(map(str.isalpha, str(text))):
            continue
        words.append(plain(str(text)))
        if len(words) > 2:  # noqa: PLR2004  (the word and a unit)
            return False
    sums = [word for word in words if _TOTAL.fullmatch(word)]
    return len(sums) == 1 and all(w in sums or len(w) <= _LONGEST_UNIT for w in words)


def _fill(path: Path, sheet: Sheet, lines: Iterable[Line], ragged: list[int]) -> None:
    """Add rows to the sheet; note the lines that have cells beyond the header."""
    columns, width = sheet.columns, len(sheet.columns)
    for number, cells in lines:
        if all(cleaned(cell) == "" for cell in cells):
            continue
        if any(cleaned(cell) != "" for cell in cells[width:]):
            ragged.append(number)
        if len(sheet.lines) >= opening.MAX_ROWS:
            raise opening.too_many_rows(path)
        for column, cell in zip(columns, cells, strict=False):
            column.append(cell)
        for column in columns[len(cells) :]:
            column.append("")
        sheet.lines.append(number)
