"""What has been graded, kept in the gradebook's own file.

One transaction holds a participant's marks and the line that says they are recorded, so a process
that is killed at any moment has either done a submission or not begun it. nbgrader does not look
at this table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.grading.notes import Note
from coursekit.grading.submission import Submission

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_TABLE = """
CREATE TABLE IF NOT EXISTS coursekit_submission (
    seat TEXT NOT NULL,
    assignment TEXT NOT NULL,
    digest TEXT NOT NULL,
    made TEXT NOT NULL,
    current INTEGER NOT NULL,
    submission TEXT NOT NULL,
    status TEXT NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (seat, assignment, digest)
)
"""
_NUMBERS = """
CREATE TABLE IF NOT EXISTS coursekit_activity (
    download TEXT NOT NULL,
    number TEXT NOT NULL,
    seat TEXT NOT NULL,
    PRIMARY KEY (download, number, seat)
)
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one participant's work on one assignment.

    Attributes:
        submission: what intake took.
        current: True for the version that is graded; older ones are only kept.
        status: the status of its row when it was graded.
        notes: the remarks of its row.
    """

    submission: Submission
    current: bool
    status: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class Journal:
    """The table of entries; changes become final with the connection's next commit."""

    connection: Connection
    _noted: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.connection.exec_driver_sql(_TABLE)
        self.connection.exec_driver_sql(_NUMBERS)
        self.connection.commit()

    def current(self) -> dict[tuple[str, str], Entry]:
        """The graded version of each (seat, assignment), in that order."""
        found = self._select("WHERE current = 1 ORDER BY assignment, seat")
        return {(e.submission.seat, e.submission.assignment): e for e in found}

    def keep(self, entry: Entry) -> None:
        """Note a version for the next `flush`; a current one takes the place of the one before."""
        self._noted.append(entry)

    def flush(self) -> None:
        """Hand what was noted to the connection, whose commit makes it final."""
        places = [(e.submission.seat, e.submission.assignment) for e in self._noted if e.current]
        self._many(
            "UPDATE coursekit_submission SET current = 0 WHERE seat = ? AND assignment = ?", places
        )
        rows = [_row(entry) for entry in self._noted]
        self._many(
            "INSERT OR REPLACE INTO coursekit_submission VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows
        )
        self._noted.clear()

    def number(self, submissions: Iterable[Submission]) -> None:
        """Remember which participant number belongs to which seat."""
        rows = [(one.download, one.number, one.seat) for one in submissions if one.number]
        self._many("INSERT OR IGNORE INTO coursekit_activity VALUES (?, ?, ?)", rows)

    def numbers(self) -> dict[str, frozenset[str]]:
        """All numbers of each seat: a platform gives another one in each of its activities.

        Two people never share one on the same platform.
        """
        found: dict[str, set[str]] = {}
        for seat, pairs in self.activities().items():
            found[seat] = {number for _download, number in pairs}
        return {seat: frozenset(numbers) for seat, numbers in found.items()}

    def activities(self) -> dict[str, set[tuple[str, str]]]:
        """The same with the download of the platform in which each number came."""
        found: dict[str, set[tuple[str, str]]] = {}
        rows = self._run("SELECT download, number, seat FROM coursekit_activity")
        for download, number, seat in rows:
            found.setdefault(seat, set()).add((download, number))
        return found

    def _select(self, where: str) -> Iterator[Entry]:
        columns = "submission, current, status, notes"
        rows = self._run(f"SELECT {columns} FROM coursekit_submission {where}")  # noqa: S608
        for submission, current, status, notes in rows:
            yield Entry(
                Submission.from_json(submission),
                bool(current),
                status,
                tuple(Note(code, values) for code, values in json.loads(notes)),
            )

    def _run(self, statement: str) -> Any:
        return self.connection.exec_driver_sql(statement)

    def _many(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            self.connection.exec_driver_sql(statement, rows)


def _row(entry: Entry) -> tuple[Any, ...]:
    submission = entry.submission
    return (
        submission.seat,
        submission.assignment,
        submission.digest,
        submission.made,
        int(entry.current),
        submission.to_json(),
        entry.status,
        json.dumps([note.plain() for note in entry.notes]),
    )
