"""Sorts the files of a loose folder into works: the answers and notebooks of one exercise each."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import PurePosixPath
from typing import Any

from borderlab.answers.codec import NewerSchemaError, read_answers
from borderlab.answers.errors import AnswersError
from borderlab.answers.records import Answers, merge_all
from coursekit.grading.cells import Notebook, Told, opened, told
from coursekit.grading.found import Loose
from coursekit.grading.notes import Note, Unreadable, note

ANSWERS = "answers.json"
_NOTEBOOK = (".ipynb", ".ipynb.txt")


@dataclass(frozen=True, slots=True)
class Work:
    """What a folder holds of one exercise.

    Attributes:
        module: the exercise, or "" when nothing says which.
        answers: the saved answers, of several files merged, or None.
        notebooks: the notebooks of the exercise, the one of the right name first.
        notes: what was made good.
        problem: why it cannot be graded, or None.
    """

    module: str
    answers: Answers | None = None
    notebooks: tuple[Notebook, ...] = ()
    notes: tuple[Note, ...] = ()
    problem: Note | None = None


@dataclass(slots=True)
class _Sorted:
    """The files by what they are."""

    answers: dict[str, Answers] = field(default_factory=dict)
    lessons: list[str] = field(default_factory=list)
    notebooks: dict[str, tuple[Notebook, Told]] = field(default_factory=dict)
    bad_answers: list[Note] = field(default_factory=list)
    bad_notebooks: list[Note] = field(default_factory=list)
    others: list[Note] = field(default_factory=list)

    def add(self, name: str, data: bytes) -> None:
        is_notebook = name.lower().endswith(_NOTEBOOK)
        try:
            if is_notebook or _looks_like_notebook(data):
                notebook = opened(data)
                self.notebooks[name] = (notebook, told(notebook))
            elif name.lower().startswith("answers") or b'"answers"' in data:
                self._add_answers(name, read_answers(data))
        except AnswersError as problem:
            self.bad_answers.append(_bad(problem))
        except Unreadable as problem:
            self.bad_notebooks.append(problem.note)

    def without(self, name: str, problem: Note) -> None:
        """Note a file that could not be read."""
        if name.lower().endswith(_NOTEBOOK):
            self.bad_notebooks.append(problem)
        elif name.lower().startswith("answers"):
            self.bad_answers.append(problem)
        else:
            self.others.append(note("file-refused", why=problem.text))

    def _add_answers(self, name: str, answers: Answers) -> None:
        if answers.part == "exercise":
            self.answers[name] = answers
        else:
            self.lessons.append(answers.module)


def _bad(problem: AnswersError) -> Note:
    """Why a file of answers is not used."""
    if isinstance(problem.__cause__, NewerSchemaError):
        return note("newer-answers")
    return note("bad-answers", why=str(problem.__cause__ or problem))


def works(found: Loose, modules: Collection[str]) -> list[Work]:
    """The works in a folder; one without module when nothing in it can be used.

    Args:
        found: the folder.
        modules: ids of the assignments.
    """
    files = _Sorted()
    for name, data in sorted(found.files.items()):
        files.add(name, data)
    for name, problem in sorted(found.problems.items()):
        files.without(name, problem)
    names = [found.module] if found.module else _modules(files, modules)
    if not names:
        return [Work("", problem=_nothing(files))]
    single = len(names) == 1
    return [_work(files, name, is_only=single, is_named=bool(found.module)) for name in names]


def _modules(files: _Sorted, modules: Collection[str]) -> list[str]:
    """The exercises a folder holds, as its files tell."""
    found = {answers.module for answers in files.answers.values()}
    for name, (_notebook, said) in files.notebooks.items():
        stem = PurePosixPath(name).stem
        if said.part in {"exercise", ""} and (said.module or stem in modules):
            found.add(said.module or stem)
    return sorted(found)


def _nothing(files: _Sorted) -> Note:
    """Why a folder without any exercise is not used."""
    if files.lessons:
        return note("lesson-only")
    bad = [*files.bad_answers, *files.bad_notebooks]
    return bad[0] if bad else note("foreign")


def _work(files: _Sorted, module: str, *, is_only: bool, is_named: bool) -> Work:
    notebooks = _notebooks(files, module, is_only=is_only)
    notes = [*_notebook_notes(files, module, notebooks), *files.others[:1]]
    mine = {name: one for name, one in files.answers.items() if one.module == module}
    work = Work(module, None, tuple(notebooks.values()), tuple(notes))
    if not mine:
        return replace(work, problem=_without_answers(files, is_named=is_named))
    if len({answers.seed for answers in mine.values()}) > 1:
        return replace(work, problem=note("mixed-folder"))
    if ANSWERS not in mine:
        notes.append(note("renamed-answers"))
    if len(mine) > 1:
        notes.append(note("several-answers", n=len(mine)))
    if files.bad_answers:
        notes.append(note("answers-unread", why=files.bad_answers[0].text))
    records = reduce(merge_all, (one.records for one in mine.values()))
    newest = max(mine.items(), key=lambda item: (_latest(item[1]), item[0]))[1]
    return replace(work, answers=replace(newest, records=records), notes=tuple(notes))


def _without_answers(files: _Sorted, *, is_named: bool) -> Note:
    if files.bad_answers:
        return files.bad_answers[0]
    if is_named and files.answers:  # the folder's name says another exercise than the answers
        return note("other-module", module=min(one.module for one in files.answers.values()))
    if is_named and files.lessons and not files.notebooks:
        return note("lesson-only")
    if files.bad_notebooks and not files.notebooks:
        return files.bad_notebooks[0]
    return note("no-answers")


def _notebooks(files: _Sorted, module: str, *, is_only: bool) -> dict[str, Notebook]:
    """The notebooks of an exercise: by name, by what they say, or the only one there is."""
    found: dict[str, Notebook] = {}
    named = f"{module}.ipynb"
    for name in sorted(files.notebooks, key=lambda name: (name != named, name)):
        notebook, said = files.notebooks[name]
        fits = said.module == module and said.part == "exercise"
        silent = not said.module and (name == named or (is_only and len(files.notebooks) == 1))
        if fits or silent:
            found[name] = notebook
    return found


def _notebook_notes(files: _Sorted, module: str, notebooks: Mapping[str, Notebook]) -> list[Note]:
    if not notebooks:
        unread = files.bad_notebooks
        if unread:
            return [note("notebook-unread", why=unread[0].text)]
        return [note("foreign-notebook" if files.notebooks else "no-notebook")]
    notes = []
    if f"{module}.ipynb" not in notebooks:
        notes.append(note("renamed-notebook"))
    if len(notebooks) > 1:
        notes.append(note("several-notebooks", n=len(notebooks)))
    return notes


def _latest(answers: Answers) -> str:
    return max((record.at or "" for record in answers.records.values()), default="")


def _looks_like_notebook(data: bytes) -> bool:
    """Whether a file that is called ``.json`` is a notebook: some browsers rename it."""
    if b'"cells"' not in data:
        return False
    try:
        found: Any = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and isinstance(found.get("cells"), list)
