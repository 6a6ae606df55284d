"""Marks and comments given by a person: written where nbgrader keeps them, and per marker.

nbgrader's table has one manual mark for an answer. It gets the newest one; what each marker gave is
kept beside it, so that two who mark the same answers can compare.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from borderlab.i18n import number
from coursekit.errors import KitError
from coursekit.grading.files import locked
from coursekit.grading.gradebook import Book
from coursekit.grading.run import Run
from coursekit.grading.text import _

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

MOST_CHARS = 4_000  # of a comment
_TABLE = """
CREATE TABLE IF NOT EXISTS coursekit_hand_mark (
    seat TEXT NOT NULL,
    assignment TEXT NOT NULL,
    question TEXT NOT NULL,
    marker TEXT NOT NULL,
    points REAL,
    comment TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (seat, assignment, question, marker)
)
"""
_NOTEBOOK = (
    "SELECT n.id FROM submitted_notebook n JOIN submitted_assignment a ON a.id = n.assignment_id "
    "WHERE a.student_id = ? AND a.assignment_id = ?"
)
_GRADE = "UPDATE grade SET manual_score = ?, needs_manual_grade = ? WHERE cell_id = ? AND "
_COMMENT = "UPDATE comment SET manual_comment = ? WHERE cell_id = ? AND "
Place = tuple[str, str, str]  # seat, assignment, question


@dataclass(frozen=True, slots=True)
class HandMark:
    """What one marker gave to one answer; ``points`` None takes a mark back."""

    points: float | None
    comment: str = ""
    marker: str = "1"


def give(run: Run, place: Place, mark: HandMark) -> None:
    """Write a mark and a comment into the gradebook.

    The same columns that formgrader writes, so it shows there, and grading again keeps it.

    Args:
        run: the run.
        place: seat, assignment, question.
        mark: what to write.

    Raises:
        KitError: no such answer, points out of range, or the run is being graded just now.
    """
    seat, assignment, question = place
    with locked(run.folder), Book(run) as book:
        layout = book.layouts.get(assignment)
        if layout is None or question not in layout.comments or question not in layout.grades:
            raise KitError(_("There is no written answer “{name}” to mark.").format(name=question))
        most = layout.points[question]
        if mark.points is not None and not 0 <= mark.points <= most:
            raise KitError(
                _("{points} points are not possible: give 0 to {most}.").format(
                    points=number(mark.points), most=number(most)
                )
            )
        mine = f"notebook_id IN ({_NOTEBOOK})"
        who = (seat, layout.assignment)
        waits = int(mark.points is None)
        done = book.connection.exec_driver_sql(
            _GRADE + mine, (mark.points, waits, layout.grades[question], *who)
        )
        if done.rowcount != 1:
            raise KitError(_("This participant has not handed in this module."))
        comment = mark.comment.strip()[:MOST_CHARS] or None
        book.connection.exec_driver_sql(_COMMENT + mine, (comment, layout.comments[question], *who))
        _keep(book.connection, place, mark)
        book.connection.commit()


def _keep(connection: Connection, place: Place, mark: HandMark) -> None:
    connection.exec_driver_sql(_TABLE)
    now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    row = (*place, mark.marker, mark.points, mark.comment.strip()[:MOST_CHARS], now)
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO coursekit_hand_mark VALUES (?, ?, ?, ?, ?, ?, ?)", row
    )


def given(run: Run) -> Mapping[Place, Mapping[str, HandMark]]:
    """What each marker gave: place -> marker -> mark."""
    with Book(run) as book:
        book.connection.exec_driver_sql(_TABLE)
        rows = book.connection.exec_driver_sql(
            "SELECT seat, assignment, question, marker, points, comment FROM coursekit_hand_mark"
        ).fetchall()
        book.connection.commit()
    found: dict[Place, dict[str, HandMark]] = {}
    for seat, assignment, question, marker, points, comment in rows:
        own = found.setdefault((seat, assignment, question), {})
        own[marker] = HandMark(points, comment, marker)
    return found
