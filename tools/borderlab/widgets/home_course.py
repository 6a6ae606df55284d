"""The course as the home page shows it: modules, their notebooks, and what is answered so far."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from borderlab.answers.codec import FILE as ANSWERS_FILE
from borderlab.answers.codec import read_answers
from borderlab.answers.errors import AnswersError, QuestionsError
from borderlab.answers.loading import FILE as QUESTIONS_FILE
from borderlab.answers.loading import load_questions
from borderlab.i18n import LANGUAGES
from borderlab.i18n import gettext as _

COURSE_FILE = "course.json"


class CourseError(ValueError):
    """The list of modules cannot be used; the message is a sentence for the participant."""


@dataclass(frozen=True)
class Notebook:
    """A lesson or an exercise.

    Attributes:
        link: path of the notebook relative to the home page, with ``/``.
        folder: where it and its answers are.
        total: number of questions.
    """

    link: str
    folder: Path
    total: int

    @property
    def exists(self) -> bool:
        """Whether the notebook is there to be opened."""
        return (self.folder / self.link.rsplit("/", 1)[-1]).is_file()

    def answered(self) -> int:
        """How many questions have a saved answer; 0 when the answers cannot be read."""
        return min(self.total, len(self.answers()))

    def answers(self) -> Mapping[str, Any]:
        """Saved values by question id, without empty ones."""
        path = self.folder / ANSWERS_FILE
        if not path.is_file():
            return {}
        try:
            records = read_answers(path).records
        except AnswersError:
            return {}
        return {qid: record.value for qid, record in records.items() if record.answered}

    def has_code(self) -> bool:
        """Whether an answer is given in code, which stands in the notebook itself."""
        try:
            questions = load_questions(self.folder / QUESTIONS_FILE)
        except QuestionsError:
            return False
        return any(question.kind == "code" for question in questions)


@dataclass(frozen=True)
class Module:
    """One module of the course."""

    id: str
    title: str
    minutes: int
    summary: str
    needs: tuple[str, ...]
    lesson: Notebook
    exercise: Notebook


@dataclass(frozen=True)
class Course:
    """The modules of one language, in their order, and the folder of their home page."""

    language: str
    folder: Path
    modules: tuple[Module, ...]

    def homes(self) -> dict[str, str]:
        """Home pages that exist, by language: their links relative to this one."""
        found = {self.language: "home.ipynb"}
        for code in LANGUAGES:
            if (self.folder.parent / code / "home.ipynb").is_file():
                found[code] = f"../{code}/home.ipynb"
        return {code: found[code] for code in LANGUAGES if code in found}

    def in_language(self, code: str) -> Course | None:
        """The same course in another language, if it is beside this one."""
        try:
            return read_course(self.folder.parent / code)
        except CourseError:
            return None


def read_course(folder: Path) -> Course:
    """Read ``course.json`` beside a home page.

    Raises:
        CourseError: it is missing or damaged.
    """
    path = folder / COURSE_FILE
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        modules = tuple(_module(folder, entry) for entry in found["modules"])
        return Course(str(found["language"]), folder, modules)
    except OSError as error:
        text = _(
            "The list of modules ({file}) is not beside this page. Open the page in the folder"
            " that came with the kit, or start the kit again."
        )
        raise CourseError(text.format(file=COURSE_FILE)) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        text = _(
            "The list of modules ({file}) is damaged. Start the kit again: it will be repaired."
        )
        raise CourseError(text.format(file=COURSE_FILE)) from error


def _module(folder: Path, entry: Mapping[str, Any]) -> Module:
    return Module(
        id=str(entry["id"]),
        title=str(entry["title"]),
        minutes=int(entry["minutes"]),
        summary=str(entry["summary"]),
        needs=tuple(str(need) for need in entry["needs"]),
        lesson=_notebook(folder, entry, "lesson"),
        exercise=_notebook(folder, entry, "exercise"),
    )


def _notebook(folder: Path, entry: Mapping[str, Any], part: str) -> Notebook:
    link = str(entry[part])
    return Notebook(link, (folder / link).resolve().parent, int(entry["questions"][part]))
