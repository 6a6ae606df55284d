"""Writes what comes out of grading: feedback for each participant, and the trainer's reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from coursekit.grading import feedback as pages
from coursekit.grading.files import write, write_folder
from coursekit.grading.gradebook import Book
from coursekit.grading.grades import grades, summary
from coursekit.grading.journal import Entry, Journal
from coursekit.grading.marks import Sheet
from coursekit.grading.notes import note
from coursekit.grading.pinned import Module
from coursekit.grading.plan import Key, Plan
from coursekit.grading.rows import Row, table
from coursekit.grading.run import Run
from coursekit.grading.submission import Submission


@dataclass(frozen=True, slots=True)
class Results:
    """The end of grading: everything here can be written again from the gradebook."""

    run: Run
    book: Book
    journal: Journal
    modules: Mapping[str, Module]

    def finish(self, plan: Plan, *, feedback: bool) -> list[Row]:
        """Write feedback where it is out of date, and all reports. Gives the rows."""
        graded, sheets = self.journal.current(), self.book.sheets()
        most = {name: sum(layout.points.values()) for name, layout in self.book.layouts.items()}
        if feedback:
            self._feedback(graded, sheets)
        rows = list(plan.rows)
        rows += [self._row(sub, graded, sheets, most) for sub in plan.todo]
        rows += [self._row(sub, graded, sheets, most, same=True) for sub in plan.same]
        rows.sort(key=lambda row: row.place)
        reports = self.run.place("reports")
        if rows:
            write(reports / "rows.csv", table(rows))
        write(reports / "grades.csv", grades(graded, sheets, most))
        write(reports / "summary.txt", summary(rows, graded, sheets))
        return rows

    def _feedback(self, graded: Mapping[Key, Entry], sheets: Mapping[Key, Sheet]) -> None:
        for key, entry in graded.items():
            seat, assignment = key
            sheet = sheets.get(key, Sheet())
            path = self.run.place("feedback", seat, assignment, f"{assignment}.html")
            fresh = pages.fingerprint(entry.submission, sheet)
            if pages.fingerprint_in(path) != fresh:
                points = self.book.layouts[assignment].points
                module = self.modules[assignment]
                page = pages.page(module, entry.submission, sheet, points)
                write_folder(path.parent, {path.name: page})

    def _row(
        self,
        submission: Submission,
        graded: Mapping[Key, Entry],
        sheets: Mapping[Key, Sheet],
        most: Mapping[str, float],
        *,
        same: bool = False,
    ) -> Row:
        key = (submission.seat, submission.assignment)
        entry, sheet = graded[key], sheets[key]
        row = Row(
            source=submission.source,
            status=entry.status,
            number=submission.number,
            seat=submission.seat,
            assignment=submission.assignment,
            language=submission.language,
            score=sheet.score,
            most=most[submission.assignment],
            waiting=sheet.waiting,
            notes=entry.notes,
        )
        return replace(row, notes=(*row.notes, note("same-again"))) if same else row
