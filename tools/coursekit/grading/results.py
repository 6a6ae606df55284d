"""Writes what comes out of grading: feedback for each participant, and the trainer's reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from borderlab.i18n import number
from coursekit.grading import feedback as pages
from coursekit.grading.cases import Case
from coursekit.grading.files import write, write_folder
from coursekit.grading.gradebook import Book
from coursekit.grading.grades import grades, summary
from coursekit.grading.journal import Entry, Journal
from coursekit.grading.marks import Sheet
from coursekit.grading.notes import Note, note
from coursekit.grading.pinned import Module
from coursekit.grading.plan import Key, Plan
from coursekit.grading.rows import Row, table
from coursekit.grading.run import Run
from coursekit.grading.settings import late_by, read_settings
from coursekit.grading.submission import Submission

Cases = dict[Key, Mapping[str, Case]]


@dataclass(frozen=True, slots=True)
class Results:
    """The end of grading: everything here can be written again from the gradebook."""

    run: Run
    book: Book
    journal: Journal
    modules: Mapping[str, Module]
    cases: Cases = field(default_factory=dict)
    failed: dict[Key, str] = field(default_factory=dict)  # pages that could not be written

    def finish(self, plan: Plan, *, feedback: bool) -> list[Row]:
        """Write feedback where it is out of date, and all reports. Gives the rows."""
        graded = self.journal.current()
        most = {name: sum(layout.points.values()) for name, layout in self.book.layouts.items()}
        self._penalise(graded, most)
        sheets = self.book.sheets()
        if feedback:
            self._feedback(graded, sheets)
        rows = list(plan.rows)
        rows += [self._row(sub, graded, sheets, most) for sub in plan.todo]
        rows += [self._row(sub, graded, sheets, most, same=True) for sub in plan.same]
        rows.sort(key=lambda row: row.place)
        reports = self.run.place("reports")
        if rows:
            write(reports / "rows.csv", table(rows))
        write(reports / "grades.csv", grades(graded, sheets, most, self.journal.numbers()))
        write(reports / "summary.txt", summary(rows, graded, sheets))
        return rows

    def _penalise(self, graded: Mapping[Key, Entry], most: Mapping[str, float]) -> None:
        """Work out what lateness costs, by the due dates and settings of now."""
        settings = read_settings(self.run.folder)
        for key, entry in graded.items():
            layout = self.book.layouts[entry.submission.assignment]
            late = late_by(entry.submission.made, layout.due)
            points = settings.penalty(late, most[entry.submission.assignment])
            self.book.penalise(key, round(points, 6))
        self.book.commit()

    def _feedback(self, graded: Mapping[Key, Entry], sheets: Mapping[Key, Sheet]) -> None:
        for key, entry in graded.items():
            seat, assignment = key
            sheet = sheets.get(key, Sheet())
            path = self.run.place("feedback", seat, assignment, f"{assignment}.html")
            fresh = pages.fingerprint(entry.submission, sheet)
            if pages.fingerprint_in(path) == fresh:
                continue
            points, module = self.book.layouts[assignment].points, self.modules[assignment]
            try:
                page = pages.page(module, entry.submission, sheet, points, self.cases.get(key))
            except Exception as problem:  # noqa: BLE001  (one page never stops the others)
                self.failed[key] = type(problem).__name__
            else:
                write_folder(path.parent, {path.name: page})

    def _late(self, submission: Submission) -> tuple[Note, ...]:
        """Whether it is late by the due date of now, which may have changed since the grading."""
        hours = late_by(submission.made, self.book.layouts[submission.assignment].due) / 3600
        return (note("late", hours=number(hours, 1)),) if hours else ()

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
        notes = (*_but_late(entry.notes), *self._late(submission))
        if sheet.penalty:
            notes = (*notes, note("late-penalty", points=number(round(sheet.penalty, 2))))
        if key in self.failed:
            notes = (*notes, note("page-failed", problem=self.failed[key]))
        if same:
            notes = (*notes, note("same-again"))
        return Row(
            source=submission.source,
            status=entry.status,
            number=submission.number,
            seat=submission.seat,
            assignment=submission.assignment,
            language=submission.language,
            score=sheet.score,
            most=most[submission.assignment],
            waiting=sheet.waiting,
            notes=notes,
        )


def _but_late(notes: Iterable[Note]) -> Iterable[Note]:
    """Remarks without those on lateness that older versions of the kit kept."""
    return (one for one in notes if one.code != "late")
