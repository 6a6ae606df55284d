"""What has been graded, kept in the gradebook's own file.

One transaction holds a participant's marks and the line that says they are recorded, so a process
that is killed at any moment has either done a submission or not begun it. nbgrader does not look
at this table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
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

    def __post_init__(self) -> None:
        self.connection.exec_driver_sql(_TABLE)
        self.connection.commit()

    def current(self) -> dict[tuple[str, str], Entry]:
        """The graded version of each (seat, assignment), in that order."""
        found = self._select("WHERE current = 1 ORDER BY assignment, seat")
        return {(e.submission.seat, e.submission.assignment): e for e in found}

    def kept(self) -> dict[tuple[str, str], set[str]]:
        """Digests of all versions of each (seat, assignment)."""
        found: dict[tuple[str, str], set[str]] = {}
        rows = self._run("SELECT seat, assignment, digest FROM coursekit_submission")
        for seat, assignment, digest in rows:
            found.setdefault((seat, assignment), set()).add(digest)
        return found

    def keep(self, entry: Entry) -> None:
        """Record a version; a current one takes the place of the one before."""
        sub = entry.submission
        if entry.current:
            self._run(
                "UPDATE coursekit_submission SET current = 0 WHERE seat = ? AND assignment = ?",
                sub.seat,
                sub.assignment,
            )
        self._run(
            "INSERT OR REPLACE INTO coursekit_submission VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            sub.seat,
            sub.assignment,
            sub.digest,
            sub.made,
            int(entry.current),
            sub.to_json(),
            entry.status,
            json.dumps([note.plain() for note in entry.notes]),
        )

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

    def _run(self, statement: str, *values: object) -> Any:
        return self.connection.exec_driver_sql(statement, values)
