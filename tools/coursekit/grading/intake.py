"""Takes out of what was handed in the little that counts: saved answers, and text of answer cells.

Everything else of a submission (order, checks, set-up, metadata, outputs, other files) is left
behind: the notebook that is graded is rebuilt from the pinned release.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from borderlab.answers.bundle import Bundle as HandIn
from borderlab.answers.bundle import read_bundle
from borderlab.answers.errors import BundleError
from borderlab.answers.records import Answers
from coursekit.grading.cells import Notebook, answer_texts, opened, told, written_texts
from coursekit.grading.found import Bundle, Found, Loose, Refused
from coursekit.grading.notes import Note, Unreadable, note
from coursekit.grading.pinned import Module
from coursekit.grading.repairs import likeness, repairs
from coursekit.grading.submission import Submission
from coursekit.grading.taken import Declined, Earlier, Taken
from coursekit.grading.works import Work, works


@dataclass(frozen=True, slots=True)
class Intake:
    """Reads found things against the pinned modules of a run.

    Attributes:
        modules: the assignments, by id.
        kit: version of the kit of the run.
        earlier: intake of the run that this one follows.
    """

    modules: Mapping[str, Module]
    kit: str
    earlier: Intake | None = None

    def take(self, found: Found) -> Iterator[Taken]:
        """One result for each exercise in what was found; nothing is ever raised."""
        try:
            if isinstance(found, Refused):
                yield Declined(found.source, found.number, found.note)
            elif isinstance(found, Bundle):
                yield from self._bundle(found)
            else:
                yield from self._loose(found)
        except Exception as problem:  # noqa: BLE001  (one submission never stops the others)
            crash = note("crashed", problem=type(problem).__name__)
            yield Declined(found.source, found.number, crash)

    def _bundle(self, found: Bundle) -> Iterator[Taken]:
        try:
            bundle = read_bundle(found.data)
        except BundleError as problem:
            why = note("bad-bundle", why=str(problem))
            yield Declined(found.source, found.number, why)
            return
        if not bundle.exercises:
            why = note("lesson-only" if bundle.lessons else "foreign")
            yield Declined(found.source, found.number, why, bundle.seat)
        for name, exercise in sorted(bundle.exercises.items()):
            if not self.knows(name):
                other = note("other-module", module=name)
                yield Declined(found.source, found.number, other, bundle.seat, name)
                continue
            notes = []
            if exercise.answers is None:
                why = _without_answers(bundle, f"{name}/answers.json")
                notes.append(why)
                if why.code != "no-answer-saved":
                    yield Declined(found.source, found.number, why, bundle.seat, name)
                    continue
            blank = Submission(
                seat=bundle.seat,
                assignment=name,
                language=exercise.answers.language if exercise.answers else bundle.language,
                made=bundle.made,
                kit=bundle.kit,
                number=found.number,
                source=found.source,
                download=found.download,
            )
            notebooks, more = _opened(exercise.notebook)
            yield self.submission(blank, exercise.answers, notebooks, notes + more)

    def _loose(self, found: Loose) -> Iterator[Taken]:
        for work in works(found, self.known()):
            yield self._work(found, work)

    def _work(self, found: Loose, work: Work) -> Taken:
        name = work.module
        declined = Declined(found.source, found.number, note("foreign"), found.seat, name)
        if name and not self.knows(name):
            return replace(declined, note=note("other-module", module=name))
        if work.problem is not None or work.answers is None:
            problem = work.problem or note("no-answers")
            if problem.code == "no-answers" and name in self.modules and self._is_untouched(work):
                problem = note("untouched")
            return replace(declined, note=problem)
        blank = Submission(
            seat=found.seat,
            assignment=name,
            language=work.answers.language,
            made=f"{found.made:%Y-%m-%dT%H:%M:%SZ}",
            kit=work.answers.kit,
            number=found.number,
            source=found.source,
            download=found.download,
        )
        return self.submission(blank, work.answers, work.notebooks, list(work.notes))

    def _is_untouched(self, work: Work) -> bool:
        """Whether nothing was written into the notebooks of an exercise."""
        return (
            bool(work.notebooks) and not answer_texts(work.notebooks, self.modules[work.module])[0]
        )

    def knows(self, name: str) -> bool:
        """Whether a module is part of this run or of one that it follows."""
        return name in self.modules or (self.earlier is not None and self.earlier.knows(name))

    def known(self) -> set[str]:
        """The modules of this run and of those that it follows."""
        return set(self.modules) | (self.earlier.known() if self.earlier else set())

    def _is_earlier(self, blank: Submission, notebooks: Sequence[Notebook]) -> bool:
        """Whether work fits the version of the run before better than that of this run."""
        if self.earlier is None or not self.earlier.knows(blank.assignment):
            return False
        if blank.assignment not in self.modules:
            return True
        if notebooks and blank.assignment in self.earlier.modules:
            here, there = (
                likeness(notebooks[0], run.modules[blank.assignment].edition(blank.language))
                for run in (self, self.earlier)
            )
            if here != there:
                return there > here
        return blank.kit != self.kit and blank.kit == self.earlier.kit

    def submission(
        self,
        blank: Submission,
        answers: Answers | None,
        notebooks: Sequence[Notebook],
        notes: list[Note],
    ) -> Submission | Earlier:
        """What is taken of one exercise.

        Args:
            blank: who, what and when.
            answers: the saved answers.
            notebooks: those of the exercise, the best one first.
            notes: remarks so far; more are added.
        """
        if self.earlier is not None and self._is_earlier(blank, notebooks):
            return Earlier(self.earlier.submission(blank, answers, notebooks, notes))
        module = self.modules[blank.assignment]
        language = blank.language
        if language not in module.editions:
            notes.append(note("other-language", language=language))
            language = "en"
        if blank.kit and blank.kit != self.kit:
            notes.append(note("other-kit", made=blank.kit, run=self.kit))
        texts, more = answer_texts(notebooks, module)
        notes += more
        if notebooks:
            notes += self._repairs(notebooks[0], module, language)
        records = {} if answers is None else dict(answers.records)
        known = module.editions[language].questions
        strange = [qid for qid in records if qid not in known]
        if strange:
            notes.append(note("unknown-answers", n=len(strange)))
        plain = {qid: record.as_json() for qid, record in records.items() if qid in known}
        seed = None if answers is None else answers.seed
        if seed is None and any(
            known[q]["kind"] == "task" for q, r in plain.items() if r["value"] is not None
        ):
            notes.append(note("no-seed"))
        made, more = _moment(blank.made)
        notes += more
        written, more = written_texts(module, plain, texts)
        code = {name: text for name, text in texts.items() if name not in module.written}
        return replace(
            blank,
            language=language,
            made=made,
            seed=seed,
            records=plain,
            written=written,
            code=code,
            notes=(*notes, *more),
        )

    def _repairs(self, notebook: Notebook, module: Module, language: str) -> list[Note]:
        said = told(notebook)
        own = said.language or language
        is_like = own in module.editions and said.kit in {"", self.kit}
        return repairs(notebook, said, module, module.edition(own), is_like=is_like)


def _without_answers(bundle: HandIn, name: str) -> Note:
    """Why a hand-in file has no answers to an exercise."""
    if name in bundle.problems:
        return note("bad-answers", why=bundle.problems[name])
    if name in bundle.notes:
        return note("answers-lost", why=bundle.notes[name])
    return note("no-answer-saved")


def _opened(data: bytes | None) -> tuple[tuple[Notebook, ...], list[Note]]:
    """The notebook of a hand-in file, and why it was not read."""
    if data is None:
        return (), [note("no-notebook")]
    try:
        return (opened(data),), []
    except Unreadable as problem:
        return (), [note("notebook-unread", why=problem.note.text)]


def _moment(text: str) -> tuple[str, list[Note]]:
    """A moment in one form, with a word on a wrong clock; now, when it is none or is to come.

    A zip has local time without zone, which may be half a day ahead of the trainer's.
    """
    now = datetime.now(UTC)
    try:
        found = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        found = now
    is_ahead = found > now + timedelta(days=1)
    notes = [note("clock-ahead", moment=f"{found:%Y-%m-%d %H:%M}")] if is_ahead else []
    return f"{min(found, now):%Y-%m-%dT%H:%M:%SZ}", notes
