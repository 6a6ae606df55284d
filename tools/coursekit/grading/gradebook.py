"""Records marks in nbgrader's own tables, with nbgrader's own meaning of each column.

The rows are those that ``Gradebook.add_submission`` and the preprocessor ``SaveAutoGrades`` would
write. They are written with a few statements per participant, through nbgrader's table
definitions, instead of with one session and commit per cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from coursekit.grading.checks import Result
from coursekit.grading.marks import Mark, Sheet, automatic
from coursekit.grading.run import Run
from coursekit.grading.submission import Submission

NO_RESPONSE = "No response."  # nbgrader's own words for an untouched answer


@dataclass(frozen=True, slots=True)
class Layout:
    """Ids of one assignment in the gradebook.

    Attributes:
        assignment: nbgrader's id of the assignment.
        notebook: nbgrader's id of its notebook.
        due: when it is due (UTC, without zone, as nbgrader stores it), or None.
        grades: grade id -> cell id, for cells that give points.
        points: grade id -> most points.
        comments: grade id -> cell id, for cells that take a comment.
        checksums: grade id -> checksum of the registered cell.
    """

    assignment: str
    notebook: str
    due: datetime | None
    grades: Mapping[str, str]
    points: Mapping[str, float]
    comments: Mapping[str, str]
    checksums: Mapping[str, str]


class Book:
    """The gradebook of a run; use it as a context manager. Nothing lasts before `commit`."""

    def __init__(self, run: Run) -> None:
        from nbgrader import api

        self._api = api
        self._gradebook = api.Gradebook(run.db_url)
        self.connection = self._gradebook.engine.connect()
        self.layouts = {name: self._layout(name) for name in run.assignments}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()
        self._gradebook.close()

    def commit(self) -> None:
        """Make everything recorded so far final."""
        self.connection.commit()

    def record(
        self,
        submission: Submission,
        results: Mapping[str, Result],
        changed: Callable[[str], bool],
    ) -> None:
        """Write the automatic marks of a submission; marks and comments of people stay.

        Args:
            submission: the work.
            results: of the check cells, by grade id.
            changed: whether the answer to a question differs from the one graded before.
        """
        layout = self.layouts[submission.assignment]
        notebook = self._notebook(submission, layout)
        grade = self._api.Grade.__table__
        before = {
            row.cell_id: Mark(
                row.auto_score, row.manual_score, row.extra_credit, row.needs_manual_grade
            )
            for row in self._all(grade.select().where(grade.c.notebook_id == notebook))
        }
        rows = []
        for name, cell in layout.grades.items():
            mark = automatic(name, submission, results, before.get(cell), changed)
            rows.append((cell, {"auto_score": mark.auto, "needs_manual_grade": mark.waiting}))
        self._save(grade, notebook, rows, set(before))
        self._comments(submission, layout, notebook)

    def sheets(self) -> dict[tuple[str, str], Sheet]:
        """Marks and comments of everybody, by (seat, assignment)."""
        from sqlalchemy import select

        api = self._api
        work = api.SubmittedAssignment.__table__
        notebook = api.SubmittedNotebook.__table__
        cell = api.BaseCell.__table__
        task = api.Assignment.__table__
        found: dict[tuple[str, str], Sheet] = {}
        for table in (api.Grade.__table__, api.Comment.__table__):
            joined = (
                table.join(notebook, notebook.c.id == table.c.notebook_id)
                .join(work, work.c.id == notebook.c.assignment_id)
                .join(task, task.c.id == work.c.assignment_id)
                .join(cell, cell.c.id == table.c.cell_id)
            )
            columns = [work.c.student_id, task.c.name.label("task"), cell.c.name, table]
            for row in self._all(select(*columns).select_from(joined)):
                sheet = found.setdefault((row.student_id, row.task), Sheet())
                if table is api.Grade.__table__:
                    sheet.marks[row.name] = Mark(
                        row.auto_score, row.manual_score, row.extra_credit, row.needs_manual_grade
                    )
                elif row.manual_comment:
                    sheet.comments[row.name] = row.manual_comment
        return found

    def _layout(self, name: str) -> Layout:
        from sqlalchemy import select

        api = self._api
        task, notebook = api.Assignment.__table__, api.Notebook.__table__
        found = self._all(task.select().where(task.c.name == name))[0]
        own = self._all(notebook.select().where(notebook.c.assignment_id == found.id))[0]

        def cells(kind: Any, *columns: Any) -> Any:
            return self._all(select(kind.id, kind.name, *columns).where(kind.notebook_id == own.id))

        grades = cells(api.GradeCell, api.GradeCell.max_score)
        return Layout(
            found.id,
            own.id,
            found.duedate,
            {row.name: row.id for row in grades},
            {row.name: float(row.max_score) for row in grades},
            {row.name: row.id for row in cells(api.SolutionCell)},
            {row.name: row.checksum for row in cells(api.SourceCell, api.SourceCell.checksum)},
        )

    def _notebook(self, submission: Submission, layout: Layout) -> str:
        """The id of the participant's notebook; rows above it are made or brought up to date."""
        api = self._api
        student, work = api.Student.__table__, api.SubmittedAssignment.__table__
        notebook = api.SubmittedNotebook.__table__
        when = datetime.fromisoformat(submission.made).replace(tzinfo=None)
        mine = work.select().where(
            work.c.assignment_id == layout.assignment, work.c.student_id == submission.seat
        )
        found = self._all(mine)
        if found:
            work_id: str = found[0].id
            self._do(work.update().where(work.c.id == work_id).values(timestamp=when))
        else:
            if not self._all(student.select().where(student.c.id == submission.seat)):
                self._do(student.insert().values(id=submission.seat))
            work_id = uuid4().hex
            row = {"assignment_id": layout.assignment, "student_id": submission.seat}
            self._do(work.insert().values(id=work_id, timestamp=when, **row))
        own = self._all(notebook.select().where(notebook.c.assignment_id == work_id))
        if own:
            return str(own[0].id)
        name = uuid4().hex
        row = {"assignment_id": work_id, "notebook_id": layout.notebook}
        self._do(notebook.insert().values(id=name, flagged=False, **row))
        return name

    def _comments(self, submission: Submission, layout: Layout, notebook: str) -> None:
        table = self._api.Comment.__table__
        had = {
            row.cell_id for row in self._all(table.select().where(table.c.notebook_id == notebook))
        }
        rows = []
        for name, cell in layout.comments.items():
            filled = name in submission.written or name in submission.code
            rows.append((cell, {"auto_comment": None if filled else NO_RESPONSE}))
        self._save(table, notebook, rows, had)

    def _save(
        self, table: Any, notebook: str, rows: list[tuple[str, dict[str, Any]]], had: set[str]
    ) -> None:
        """Update the rows of cells in ``had``, insert the others."""
        new = [
            {"id": uuid4().hex, "notebook_id": notebook, "cell_id": cell, **values}
            for cell, values in rows
            if cell not in had
        ]
        if new:
            self.connection.execute(table.insert(), new)
        for cell, values in rows:
            if cell in had:
                mine = (table.c.notebook_id == notebook) & (table.c.cell_id == cell)
                self._do(table.update().where(mine).values(**values))

    def _all(self, statement: Any) -> list[Any]:
        return list(self.connection.execute(statement))

    def _do(self, statement: Any) -> None:
        self.connection.execute(statement)
