"""Grades what was handed in, from the files found to the reports: all steps in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from borderlab.answers.codec import encode
from borderlab.answers.records import Answers, Record
from coursekit.grading.alike import Alike, alike
from coursekit.grading.checks import Result
from coursekit.grading.codes import codes_of
from coursekit.grading.collect import collect
from coursekit.grading.crew import Crew, jobs_for
from coursekit.grading.files import locked, write_folder
from coursekit.grading.gradebook import Book
from coursekit.grading.intake import Intake
from coursekit.grading.journal import Entry, Journal
from coursekit.grading.notebook import fenced
from coursekit.grading.notes import Note, note
from coursekit.grading.pinned import Module, load
from coursekit.grading.plan import Key, make_plan
from coursekit.grading.results import Cases, Results
from coursekit.grading.rows import Row, status_of
from coursekit.grading.run import Run, open_run
from coursekit.grading.submission import Submission
from coursekit.grading.taken import Earlier, Taken
from coursekit.sandbox.rerun import Rerunner, rerunner

BATCH = 20  # submissions per transaction: what a kill costs at most
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What a trainer asks for.

    Attributes:
        paths: folders and zips. Without any, nothing new is collected: feedback and reports are
            renewed, with ``redo`` after grading again what the run holds.
        only: one seat or participant number, or "" for all.
        redo: grade also what was graded before and has not changed.
        feedback: write feedback files.
        rerun: run code of participants in the sandbox and note whether it gives their values.
        jobs: processes that mark at the same time; None: by the number of submissions.
    """

    paths: Sequence[Path] = ()
    only: str = ""
    redo: bool = False
    feedback: bool = True
    rerun: bool = False
    jobs: int | None = None


def grade(run: Run, order: Order, progress: Progress = lambda _done, _all: None) -> list[Row]:
    """Grade, write feedback and reports.

    Args:
        run: an open run.
        order: what to grade.
        progress: told how many of how many submissions are done.

    Returns:
        One row for each submission found, and for each file that is none.

    Raises:
        KitError: the run is being graded by another process, its pinned content is damaged, or
            there is no sandbox for a re-run.
    """
    return _graded(run, order, progress, None)


def _graded(run: Run, order: Order, progress: Progress, taken: list[Taken] | None) -> list[Row]:
    """Grade what the order names or, where it is given, what was taken already."""
    with locked(run.folder), Book(run) as book:
        journal = Journal(book.connection)
        checksums = {name: layout.checksums for name, layout in book.layouts.items()}
        modules = load(run, checksums)
        again = rerunner(modules, run.place("release")) if order.rerun else None
        graded = journal.current()
        handed = _found(run, order, modules, graded) if taken is None else taken
        mine = [one for one in handed if not isinstance(one, Earlier)]
        only = _names(order.only, journal)
        plan = make_plan(mine, graded, only=only, redo=order.redo, known=journal.activities())
        plan.rows += _by_the_run_before(run, order, handed)
        copies = alike([*(entry.submission for entry in graded.values()), *plan.todo, *plan.same])
        for submission in plan.keep:
            journal.keep(Entry(submission, current=False))
        journal.number([*plan.todo, *plan.same, *plan.keep])
        journal.flush()
        book.commit()
        checks = {name: module.checks for name, module in modules.items()}
        keys = {name: module.keys for name, module in modules.items()}
        cases: Cases = {}
        with Crew(checks, jobs_for(len(plan.todo), order.jobs), keys) as crew:
            desk = _Desk(run, book, journal, modules, copies, again)
            marked = crew.results(plan.todo)
            for start in range(0, len(plan.todo), BATCH):
                for count, submission in enumerate(plan.todo[start : start + BATCH], start):
                    progress(count, len(plan.todo))
                    before = graded.get((submission.seat, submission.assignment))
                    found = next(marked)
                    desk.one(submission, before.submission if before else None, found.results)
                    cases[submission.seat, submission.assignment] = found.cases
                journal.flush()
                book.commit()
        progress(len(plan.todo), len(plan.todo))
        results = Results(run, book, journal, modules, cases)
        return results.finish(plan, feedback=order.feedback)


def _names(only: str, journal: Journal) -> frozenset[str]:
    """What the participant is called that the trainer named; nothing for everybody."""
    seats = {seat for seat, numbers in journal.numbers().items() if only in numbers}
    return frozenset({only, *seats}) if only else frozenset()


def _found(
    run: Run, order: Order, modules: Mapping[str, Module], graded: Mapping[Key, Entry]
) -> list[Taken]:
    if order.redo and not order.paths:
        return [entry.submission for entry in graded.values()]
    intake = _intake(run, modules)
    codes = codes_of(run.folder, frozenset(modules))
    return [taken for found in collect(order.paths, codes) for taken in intake.take(found)]


def _intake(run: Run, modules: Mapping[str, Module]) -> Intake:
    """What takes in work for a run, and for the runs that it follows."""
    if not run.after:
        return Intake(modules, run.kit)
    before = open_run(run.after, run.folder.parent)
    return Intake(modules, run.kit, _intake(before, load(before, {})))


def _by_the_run_before(run: Run, order: Order, found: Iterable[Taken]) -> list[Row]:
    """Grade work of an older version in the run that has this version, with that one's checks."""
    older: list[Taken] = [one.taken for one in found if isinstance(one, Earlier)]
    if not older:
        return []
    before = open_run(run.after, run.folder.parent)
    told = note("older-version", run=before.folder.name)
    rows = _graded(before, order, lambda _done, _all: None, older)
    return [replace(row, notes=(*row.notes, told)) for row in rows]


@dataclass(frozen=True, slots=True)
class _Desk:
    run: Run
    book: Book
    journal: Journal
    modules: Mapping[str, Module]
    copies: Alike
    again: Rerunner | None

    def one(
        self, submission: Submission, before: Submission | None, results: Mapping[str, Result]
    ) -> None:
        """Record one submission. Its files are written first, its marks last, in one commit."""
        self._files(submission, results)

        def changed(question: str) -> bool:
            return before is None or before.answer(question) != submission.answer(question)

        self.book.record(submission, results, changed)
        notes = [*submission.notes, *_problems(results)]
        notes += self.copies.notes(submission)
        if self.again is not None:
            notes += self.again.notes(submission)
        self.journal.keep(
            Entry(submission, current=True, status=status_of(notes), notes=tuple(notes))
        )

    def _files(self, submission: Submission, results: Mapping[str, Result]) -> None:
        module = self.modules[submission.assignment]
        edition = module.editions[submission.language]
        answers = dict(submission.code)
        answers |= {name: fenced(text) for name, text in submission.written.items()}
        outputs = {name: result.outputs for name, result in results.items()}
        saved = encode(_answers(submission))
        when = datetime.fromisoformat(submission.made)
        for step, template in (
            ("submitted", edition.submitted),
            ("autograded", edition.autograded),
        ):
            files: dict[str, str | bytes] = {
                f"{module.name}.ipynb": template.render(answers, outputs),
                "answers.json": saved,
                "timestamp.txt": f"{when:%Y-%m-%d %H:%M:%S} UTC\n",
            }
            write_folder(self.run.place(step, submission.seat, module.name), files)


def _problems(results: Mapping[str, Result]) -> list[Note]:
    return [
        note("check-failed", question=name, problem=result.problem[:200])
        for name, result in results.items()
        if result.problem
    ]


def _answers(submission: Submission) -> Answers:
    return Answers(
        module=submission.assignment,
        part="exercise",
        language=submission.language,
        kit=submission.kit,
        seed=submission.seed,
        records={qid: Record(**record) for qid, record in submission.records.items()},
    )
