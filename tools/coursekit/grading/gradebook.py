"""Records marks in nbgrader's own tables, with nbgrader's own meaning of each column.

The rows are those that ``Gradebook.add_submission`` and the preprocessor ``SaveAutoGrades`` would
write. The tables are taken as they are in the file that nbgrader made: importing nbgrader costs
more than grading a hundred people, and one session and commit per cell as much again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from coursekit.grading.checks import Result
from coursekit.grading.layout import TABLES, Layout, layout_of, tables_of
from coursekit.grading.marks import Mark, Sheet, automatic
from coursekit.grading.run import Run
from coursekit.grading.submission import Submission

NO_RESPONSE = "No response."  # nbgrader's own words for an untouched answer
Key = tuple[str, str]  # seat, assignment
_WAIT = 30  # seconds for formgrader to let go of the file


class Book:
    """The gradebook of a run; use it as a context manager. Nothing is written before `commit`.

    Raises:
        KitError: the file is missing or is no gradebook of nbgrader.
    """

    def __init__(self, run: Run) -> None:
        from sqlalchemy import create_engine

        self._engine = create_engine(run.db_url, connect_args={"timeout": _WAIT})
        self._tables = tables_of(self._engine, run.folder / "gradebook.db")
        self.connection = self._engine.connect()
        self.layouts = {
            name: layout_of(self.connection, self._tables, name) for name in run.assignments
        }
        self._students = {row.id for row in self._all(self._tables["student"].select())}
        self._penalties: dict[Key, float] = {}
        self._notebooks = self._known_notebooks()
        self._new: dict[str, list[dict[str, Any]]] = {}
        self._changed: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()
        self._engine.dispose()

    def commit(self) -> None:
        """Write everything recorded so far, together with what else the connection holds."""
        from sqlalchemy import bindparam

        for name in TABLES:
            table = self._tables[name]
            if self._new.get(name):
                self.connection.execute(table.insert(), self._new[name])
            if self._changed.get(name):
                mine = table.c.id == bindparam("its_id")
                self.connection.execute(table.update().where(mine), self._changed[name])
        self.connection.commit()
        self._new, self._changed = {}, {}

    def record(
        self,
        submission: Submission,
        results: Mapping[str, Result],
        changed: Callable[[str], bool],
    ) -> None:
        """Note the automatic marks of a submission; marks and comments of people stay.

        Args:
            submission: the work.
            results: of the check cells, by grade id.
            changed: whether the answer to a question differs from the one graded before.
        """
        layout = self.layouts[submission.assignment]
        notebook, is_new = self._notebook(submission, layout)
        had = {} if is_new else self._rows_of("grade", notebook)
        for name, cell in layout.grades.items():
            row = had.get(cell)
            mark = automatic(name, submission, results, _mark(row) if row else None, changed)
            marked: dict[str, Any] = {"auto_score": mark.auto, "needs_manual_grade": mark.waiting}
            self._put("grade", notebook, cell, row, marked)
        had = {} if is_new else self._rows_of("comment", notebook)
        for name, cell in layout.comments.items():
            filled = name in submission.written or name in submission.code
            comment = {"auto_comment": None if filled else NO_RESPONSE}
            self._put("comment", notebook, cell, had.get(cell), comment)

    def set_due(self, assignment: str, when: datetime | None) -> None:
        """Set a due date, UTC without zone; None takes it away."""
        self._change("assignment", self.layouts[assignment].assignment, {"duedate": when})

    def penalise(self, key: Key, points: float) -> None:
        """Note how many points lateness costs, in nbgrader's own column."""
        if self._penalties.get(key, 0.0) != points:
            value = {"late_submission_penalty": points or None}
            self._change("submitted_notebook", self._notebooks[key][1], value)
            self._penalties[key] = points

    def sheets(self) -> dict[Key, Sheet]:
        """Marks and comments of everybody, by (seat, assignment)."""
        from sqlalchemy import select

        cell = self._tables["base_cell"]
        own = {notebook: key for key, (_work, notebook) in self._notebooks.items()}
        found = {key: Sheet(penalty=self._penalties.get(key, 0.0)) for key in self._notebooks}
        for name in ("grade", "comment"):
            table = self._tables[name]
            joined = table.join(cell, cell.c.id == table.c.cell_id)
            for row in self._all(select(cell.c.name, table).select_from(joined)):
                sheet = found[own[row.notebook_id]]
                if name == "grade":
                    sheet.marks[row.name] = _mark(row)
                elif row.manual_comment:
                    sheet.comments[row.name] = row.manual_comment
        return found

    def _known_notebooks(self) -> dict[Key, tuple[str, str]]:
        """(seat, assignment) -> ids of the submitted assignment and of its notebook."""
        from sqlalchemy import select

        work, notebook = self._tables["submitted_assignment"], self._tables["submitted_notebook"]
        names = {layout.assignment: name for name, layout in self.layouts.items()}
        joined = notebook.join(work, work.c.id == notebook.c.assignment_id)
        late = notebook.c.late_submission_penalty.label("late")
        columns = (work.c.student_id, work.c.assignment_id, work.c.id, notebook.c.id.label("own"))
        found: dict[Key, tuple[str, str]] = {}
        for row in self._all(select(*columns, late).select_from(joined)):
            if row.assignment_id in names:
                key = (row.student_id, names[row.assignment_id])
                found[key] = (row.id, row.own)
                self._penalties[key] = row.late or 0.0
        return found

    def _notebook(self, submission: Submission, layout: Layout) -> tuple[str, bool]:
        """The id of the participant's notebook, and whether it is new to the gradebook."""
        when = datetime.fromisoformat(submission.made).replace(tzinfo=None)
        key = (submission.seat, submission.assignment)
        if key in self._notebooks:
            work, notebook = self._notebooks[key]
            self._change("submitted_assignment", work, {"timestamp": when})
            return notebook, False
        if submission.seat not in self._students:
            self._add("student", {"id": submission.seat})
            self._students.add(submission.seat)
        work, notebook = uuid4().hex, uuid4().hex
        owner = {"student_id": submission.seat, "assignment_id": layout.assignment}
        self._add("submitted_assignment", {"id": work, "timestamp": when, **owner})
        place = {"assignment_id": work, "notebook_id": layout.notebook}
        self._add("submitted_notebook", {"id": notebook, "flagged": False, **place})
        self._notebooks[key] = (work, notebook)
        return notebook, True

    def _rows_of(self, name: str, notebook: str) -> dict[str, Any]:
        table = self._tables[name]
        rows = self._all(table.select().where(table.c.notebook_id == notebook))
        return {row.cell_id: row for row in rows}

    def _put(self, name: str, notebook: str, cell: str, row: Any, values: dict[str, Any]) -> None:
        if row is not None:
            self._change(name, row.id, values)
        else:
            place = {"id": uuid4().hex, "notebook_id": notebook, "cell_id": cell}
            self._add(name, {**place, **values})

    def _add(self, name: str, row: dict[str, Any]) -> None:
        self._new.setdefault(name, []).append(row)

    def _change(self, name: str, row_id: str, values: dict[str, Any]) -> None:
        self._changed.setdefault(name, []).append({"its_id": row_id, **values})

    def _all(self, statement: Any) -> list[Any]:
        return list(self.connection.execute(statement))


def _mark(row: Any) -> Mark:
    """A row of the table ``grade`` as a mark."""
    return Mark(row.auto_score, row.manual_score, row.extra_credit, row.needs_manual_grade)
