"""Moodle's grading worksheet: which column is which, and grades written into it.

The worksheet comes from Moodle and goes back to Moodle. Its headings are in the language of the
person who downloaded it, so a column is known by its content where its name is not. Everything but
the grades stays as it was, byte for byte: Moodle compares the dates in it with its own to see
whether somebody else has graded meanwhile.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coursekit.errors import KitError
from coursekit.grading.rows import plain
from coursekit.grading.text import _
from coursekit.results.csv_cells import Cells, NotCsvError, parse

_BOM = "\ufeff"
_PERSON = re.compile(r"[^\d]*?(\d{1,12})")
_GRADE_NAMES = {"grade", "note", "calificación", "calificacion"}
_MOST_NAMES = {"maximum grade", "note maximale", "calificación máxima", "calificacion maxima"}
_OPEN_NAMES = {
    "grade can be changed",
    "la note peut être modifiée",
    "la calificación puede ser cambiada",
}
_NO = {"no", "non"}
_YES = {"yes", "oui", "sí", "si"}
_SMALLEST = 0.005  # below, two grades are written the same


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand, counted from 0; ``open`` is None when the file does not say."""

    person: int
    grade: int
    most: int | None
    open: int | None


@dataclass(slots=True)
class Outcome:
    """What became of each participant, by number.

    Attributes:
        written: a grade that the file did not have.
        replaced: a grade that took the place of another: (before, now).
        same: the file had this grade already.
        locked: Moodle says that the grade cannot be changed.
        not_in_run: in the file, but without a grade in the run.
        not_in_file: graded in the run, but not in the file.
        in_file: all numbers of the file.
    """

    written: list[str] = field(default_factory=list)
    replaced: dict[str, tuple[str, str]] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)
    not_in_run: list[str] = field(default_factory=list)
    not_in_file: list[str] = field(default_factory=list)
    in_file: set[str] = field(default_factory=set)


def edit(data: bytes, percents: Mapping[str, float]) -> tuple[bytes, Outcome]:
    """Write grades into a worksheet.

    Args:
        data: the file as downloaded.
        percents: participant number -> 0 to 100.

    Returns:
        The file to upload, and what became of whom.

    Raises:
        KitError: it is no grading worksheet; the message says why and what to do.
    """
    text = _text(data)
    mark = _BOM if text.startswith(_BOM) else ""
    cells = _cells(text.removeprefix(_BOM))
    columns = find_columns(cells)
    outcome = Outcome()
    seen = outcome.in_file
    for row in range(1, len(cells.rows)):
        if cells.rows[row] == [""]:
            continue
        number = _number(cells.value(row, columns.person))
        if number in seen:
            raise KitError(
                _("Participant {number} stands twice in the worksheet. Download it again.").format(
                    number=number
                )
            )
        seen.add(number)
        if number in percents:
            _grade(cells, row, columns, (number, percents[number]), outcome)
        else:
            outcome.not_in_run.append(number)
    outcome.not_in_file = sorted(set(percents) - seen, key=int)
    return (mark + cells.text()).encode(), outcome


def find_columns(cells: Cells) -> Columns:
    """Which column is which, by name in the kit's languages, else by content.

    Raises:
        KitError: there is no column of participants or of grades.
    """
    names = [cells.value(0, column).casefold() for column in range(len(cells.rows[0]))]
    rows = [row for row in range(1, len(cells.rows)) if cells.rows[row] != [""]]
    content = [[cells.value(row, column) for row in rows] for column in range(len(names))]
    person = next((n for n, values in enumerate(content) if _are_people(values)), None)
    if person is None or not rows:
        raise KitError(
            _(
                "This is not a grading worksheet: no column says “Participant” with a number. "
                "In Moodle open the assignment, choose “Download grading worksheet”, and give "
                "that file as it is."
            )
        )
    most = _named(names, _MOST_NAMES)
    grade = _named(names, _GRADE_NAMES)
    if most is None:
        most = next((n for n, v in enumerate(content) if n > person and _is_maximum(v)), None)
    if grade is None and most is not None and most - 1 > person:
        grade = most - 1
    if grade is None:
        raise KitError(
            _(
                "The worksheet has no column for grades. In the settings of the assignment, "
                "“Offline grading worksheet” must be on and the grade must be given in points."
            )
        )
    if most is not None and not all(_maximum(value) for value in content[most]):
        raise KitError(_("This assignment is graded with words, not with points."))
    return Columns(person, grade, most, _open(names, content, most))


def _grade(
    cells: Cells, row: int, columns: Columns, graded: tuple[str, float], outcome: Outcome
) -> None:
    number, percent = graded
    if columns.open is not None and cells.value(row, columns.open).casefold() in _NO:
        outcome.locked.append(number)
        return
    most = _maximum(cells.value(row, columns.most)) if columns.most is not None else 100.0
    now = plain(percent * (most or 100.0) / 100, 2)
    before = cells.value(row, columns.grade)
    had = _decimal(before)
    if had is not None and abs(had - float(now)) < _SMALLEST:
        outcome.same.append(number)
        return
    quoted = cells.rows[row][columns.grade].strip().startswith('"')
    cells.rows[row][columns.grade] = f'"{now}"' if quoted else now
    if had is None:
        outcome.written.append(number)
    else:
        outcome.replaced[number] = (before, now)


def _text(data: bytes) -> str:
    again = _("Download the worksheet again and give it as it is, without opening it before.")
    if data[:4] == b"PK\x03\x04":
        raise KitError(_("This is an Excel file or a zip, not the worksheet.") + " " + again)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        problem = _("The worksheet was saved anew in another encoding, which Moodle cannot read.")
        raise KitError(f"{problem} {again}") from None


def _cells(text: str) -> Cells:
    head = text.split("\n", 1)[0]
    again = _("Download the worksheet again and give it as it is, without opening it before.")
    if head.count(",") < head.count(";") or head.count(",") < head.count("\t"):
        problem = _(
            "The worksheet was saved anew with semicolons or tabs, which Moodle cannot read."
        )
        raise KitError(f"{problem} {again}")
    try:
        cells = parse(text)
    except NotCsvError as error:
        problem = _("The worksheet is damaged in record {n}.").format(n=error.line)
        raise KitError(f"{problem} {again}") from None
    if not cells.rows:
        raise KitError(_("The file is empty.") + " " + again)
    return cells


def _named(names: Sequence[str], known: set[str]) -> int | None:
    return next((n for n, name in enumerate(names) if name in known), None)


def _open(names: Sequence[str], content: Sequence[Sequence[str]], most: int | None) -> int | None:
    """The column that says whether a grade can be changed: by name, else yes and no after most."""
    named = _named(names, _OPEN_NAMES)
    if named is not None or most is None or most + 1 == len(names):
        return named
    words = {value.casefold() for value in content[most + 1]}
    return most + 1 if words <= _YES | _NO else None


def _are_people(values: Sequence[str]) -> bool:
    """Whether all cells are a word and a number, such as "Participant 12"."""
    return bool(values) and all(
        _PERSON.fullmatch(value) and not value[:1].isdigit() for value in values
    )


def _number(value: str) -> str:
    found = _PERSON.fullmatch(value)
    return found[1] if found else ""


def _is_maximum(values: Sequence[str]) -> bool:
    return bool(values) and len(set(values)) == 1 and bool(_maximum(values[0]))


def _maximum(value: str) -> float | None:
    found = _decimal(value)
    return found if found and found > 0 else None


def _decimal(value: str) -> float | None:
    """A number as Moodle writes it, with the signs of any language; None for anything else."""
    bare = "".join(value.split())
    if "," in bare and "." in bare:  # the first one parts thousands
        bare = bare.replace(min(",.", key=bare.index), "")
    try:
        found = float(bare.replace(",", "."))
    except ValueError:
        return None
    return found if math.isfinite(found) else None
