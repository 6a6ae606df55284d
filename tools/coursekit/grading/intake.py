"""Takes out of what was handed in the little that counts: saved answers, and text of answer cells.

Everything else of a submission (order, checks, set-up, metadata, outputs, other files) is left
behind: the notebook that is graded is rebuilt from the pinned release.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from borderlab.answers.bundle import Bundle as HandIn
from borderlab.answers.bundle import read_bundle
from borderlab.answers.codec import read_answers
from borderlab.answers.errors import AnswersError, BundleError
from borderlab.answers.records import Answers
from coursekit.grading import limits
from coursekit.grading.cells import answer_texts, declared
from coursekit.grading.collect import Bundle, Found, Loose, Refused, said_module
from coursekit.grading.notebook import cleaned
from coursekit.grading.notes import Note, Unreadable, note
from coursekit.grading.pinned import Module
from coursekit.grading.submission import Submission

_JOINED = "\n\n* * *\n\n"


@dataclass(frozen=True, slots=True)
class Declined:
    """A submission that is not graded: refused, or left for a person.

    Attributes:
        seat: the participant, if known.
        assignment: the module, if known.
    """

    source: str
    number: str
    note: Note
    seat: str = ""
    assignment: str = ""


Taken = Submission | Declined


@dataclass(frozen=True, slots=True)
class Intake:
    """Reads found things against the pinned modules of a run.

    Attributes:
        modules: the assignments, by id.
        kit: version of the kit of the run.
    """

    modules: Mapping[str, Module]
    kit: str

    def take(self, found: Found) -> Iterator[Taken]:
        """One result for each exercise in what was found; nothing is ever raised."""
        try:
            if isinstance(found, Refused):
                yield Declined(found.source, found.number, found.note)
            elif isinstance(found, Bundle):
                yield from self._bundle(found)
            else:
                yield self._loose(found)
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
            yield Declined(found.source, found.number, note("foreign"), bundle.seat)
        for name, exercise in sorted(bundle.exercises.items()):
            if name not in self.modules:
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
            )
            yield self._submission(blank, exercise.answers, exercise.notebook, notes)

    def _loose(self, found: Loose) -> Taken:
        name = self._module_of(found)
        notebook, notes = _notebook_of(found, name)
        declined = Declined(found.source, found.number, note("foreign"), found.seat, name)
        if name not in self.modules:
            return replace(declined, note=note("other-module", module=name)) if name else declined
        if found.answers is None:
            problem = found.problems.get("answers.json", note("no-answers"))
            return replace(declined, note=problem)
        try:
            answers = read_answers(found.answers)
        except AnswersError as problem:
            return replace(declined, note=note("bad-answers", why=str(problem)))
        if (answers.module, answers.part) != (name, "exercise"):
            wrong = f"{answers.module} {answers.part}"
            return replace(declined, note=note("other-module", module=wrong))
        blank = Submission(
            seat=found.seat,
            assignment=name,
            language=answers.language,
            made=f"{found.made:%Y-%m-%dT%H:%M:%SZ}",
            kit=answers.kit,
            number=found.number,
            source=found.source,
        )
        return self._submission(blank, answers, notebook, notes)

    def _module_of(self, found: Loose) -> str:
        """The module by the folder's name, else by the answers, else by the notebook."""
        if found.module:
            return found.module
        said = said_module(found.answers)
        if said:
            return said
        for file, data in sorted(found.notebooks.items()):
            said = declared(data or b"{}").get("module", "")
            if said or PurePosixPath(file).stem in self.modules:
                return said or PurePosixPath(file).stem
        return ""

    def _submission(
        self, blank: Submission, answers: Answers | None, notebook: bytes | None, notes: list[Note]
    ) -> Submission:
        module = self.modules[blank.assignment]
        texts: dict[str, str] = {}
        if notebook is not None:
            try:
                texts, more = answer_texts(notebook, module)
                notes = [*notes, *more]
            except Unreadable as problem:
                notes = [*notes, note("notebook-unread", why=problem.note.text)]
        language = blank.language
        if language not in module.editions:
            notes = [*notes, note("other-language", language=language)]
            language = "en"
        if blank.kit and blank.kit != self.kit:
            notes = [*notes, note("other-kit", made=blank.kit, run=self.kit)]
        records = {} if answers is None else dict(answers.records)
        known = module.editions[language].questions
        strange = [qid for qid in records if qid not in known]
        if strange:
            notes = [*notes, note("unknown-answers", n=len(strange))]
        plain = {qid: record.as_json() for qid, record in records.items() if qid in known}
        written, more = _written(module, plain, texts)
        code = {name: text for name, text in texts.items() if name not in module.written}
        return replace(
            blank,
            language=language,
            made=_moment(blank.made),
            seed=None if answers is None else answers.seed,
            records=plain,
            written=written,
            code=code,
            notes=(*notes, *more),
        )


def _without_answers(bundle: HandIn, name: str) -> Note:
    """Why a hand-in file has no answers to an exercise."""
    if name in bundle.problems:
        return note("bad-answers", why=bundle.problems[name])
    if name in bundle.notes:
        return note("answers-lost", why=bundle.notes[name])
    return note("no-answer-saved")


def _notebook_of(found: Loose, module: str) -> tuple[bytes | None, list[Note]]:
    """The notebook of the module: by its name, by what it says of itself, or the only one."""
    readable = {file: data for file, data in found.notebooks.items() if data is not None}
    named = readable.get(f"{module}.ipynb")
    if named is not None:
        return named, []
    fitting = [data for data in readable.values() if declared(data).get("module") == module]
    if fitting or len(readable) == 1:
        return (fitting or list(readable.values()))[0], []
    unread = [problem for file, problem in found.problems.items() if file.endswith(".ipynb")]
    if unread:
        return None, [note("notebook-unread", why=unread[0].text)]
    return None, [note("no-notebook")]


def _written(
    module: Module, records: Mapping[str, Mapping[str, object]], texts: Mapping[str, str]
) -> tuple[dict[str, str], list[Note]]:
    """The text for each question that a person marks: as saved, as in its cell, or both."""
    written: dict[str, str] = {}
    notes: list[Note] = []
    for name in module.written:
        value = records.get(name, {}).get("value")
        saved = cleaned(value) if isinstance(value, str) else ""
        typed = texts.get(name, "")
        if typed and not saved:
            notes.append(note("text-from-cell", question=name))
        elif typed and saved and typed != saved:
            notes.append(note("two-texts", question=name))
        text = _JOINED.join(dict.fromkeys(part for part in (saved, typed) if part))
        if text:
            written[name] = text[: limits.CELL_CHARS]
    return written, notes


def _moment(text: str) -> str:
    """A moment in one form; now, when it is none or lies in the future."""
    now = datetime.now(UTC)
    try:
        found = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        found = now
    return f"{min(found, now):%Y-%m-%dT%H:%M:%SZ}"
