"""One row for everything that was handed in: what became of it, and why."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from borderlab.i18n import N_
from coursekit.grading.notes import PERSON, REPAIRS, Note

GRADED = "graded"
REPAIRED = "graded after repair"
PERSON_NEEDED = "needs a person"
REFUSED = "refused"
REPLACED = "replaced"

# Status as written in files -> the same in words, in the order of a summary.
STATUSES = {
    GRADED: N_("graded"),
    REPAIRED: N_("graded after repair"),
    PERSON_NEEDED: N_("need a person"),
    REFUSED: N_("refused"),
    REPLACED: N_("older versions, kept"),
}
COLUMNS = (
    "source",
    "number",
    "seat",
    "assignment",
    "language",
    "status",
    "score",
    "max",
    "needs_manual",
    "codes",
    "notes",
)


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one participant's work on one assignment, or of a file that is no such work.

    Attributes:
        source: where it was found.
        status: one of `STATUSES`.
        number: the participant's number on the learning platform, or "".
        seat: opaque identifier of the participant, or "" when unknown.
        assignment: the module, or "" when unknown.
        language: of the feedback, or "".
        score: points so far, or None when it is not graded.
        most: most points, or None.
        waiting: whether a person still has to mark a part.
        notes: remarks.
    """

    source: str
    status: str
    number: str = ""
    seat: str = ""
    assignment: str = ""
    language: str = ""
    score: float | None = None
    most: float | None = None
    waiting: bool = False
    notes: tuple[Note, ...] = ()

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Where the row stands in the report."""
        return (self.assignment, self.seat, self.source, self.status)


def status_of(notes: Iterable[Note]) -> str:
    """The status of work that was graded with these remarks."""
    codes = [note.code for note in notes]
    if any(code in PERSON for code in codes):
        return PERSON_NEEDED
    return REPAIRED if any(code in REPAIRS for code in codes) else GRADED


def table(rows: Iterable[Row]) -> str:
    """The rows as CSV (UTF-8 with byte order mark, comma, decimal point), in a stable order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sorted(rows, key=lambda row: row.place):
        writer.writerow(
            [
                inert(row.source),
                row.number,
                row.seat,
                inert(row.assignment),
                row.language,
                row.status,
                plain(row.score),
                plain(row.most),
                "yes" if row.waiting else "no",
                " ".join(note.code for note in row.notes),
                inert(" ".join(note.text for note in row.notes)),
            ]
        )
    return "\ufeff" + out.getvalue()


def plain(number: float | None, digits: int = 4) -> str:
    """A number with a decimal point and no more digits than needed; "" for None."""
    if number is None:
        return ""
    text = f"{number:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def inert(text: str) -> str:
    """Text that a spreadsheet shows instead of computing."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
