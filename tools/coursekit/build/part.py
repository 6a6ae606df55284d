"""A lesson, an exercise or the home page, read and understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursekit.build.grammar import Cell, Role, understand
from coursekit.build.problems import Report
from coursekit.build.questions import Question, read_question
from coursekit.build.regions import find_regions
from coursekit.build.rules import check_sense
from coursekit.build.source import SourceFile, read_cells
from coursekit.course import HOME, Module

LESSON = "lesson"
EXERCISE = "exercise"


@dataclass(frozen=True)
class Part:
    """One percent file: its cells in order, and its questions by id."""

    module: str
    name: str
    file: SourceFile
    cells: tuple[Cell, ...]
    questions: dict[str, Question]

    def of(self, role: Role) -> Iterator[Cell]:
        """The cells of one role, in order."""
        return (cell for cell in self.cells if cell.role is role)

    def points(self, question: str) -> float | None:
        """The points of a question, when it is marked."""
        for cell in self.cells:
            if cell.target == question and cell.role in {Role.CHECK, Role.WRITTEN}:
                return cell.points
        return None


@dataclass(frozen=True)
class ModuleSource:
    """Everything an author wrote for one module, or for the home page (``info`` is None)."""

    id: str
    folder: Path
    info: Module | None
    parts: tuple[Part, ...]

    def part(self, name: str) -> Part | None:
        """The part of that name, if the module has it."""
        return next((part for part in self.parts if part.name == name), None)


def read_module(module: Module, root: Path, report: Report) -> ModuleSource:
    """Read the lesson and the exercise of a module."""
    parts = []
    for name in (LESSON, EXERCISE):
        path = module.folder / f"{name}.py"
        if path.is_file():
            parts.append(_read_part(module.id, name, path, root, report))
        elif name == LESSON:
            report.add(module.toml.place(), "the module has no lesson.py", "write one beside it")
    return ModuleSource(module.id, module.folder, module, tuple(parts))


def read_home(folder: Path, root: Path, report: Report) -> ModuleSource:
    """Read the home page."""
    part = _read_part(HOME, HOME, folder / f"{HOME}.py", root, report)
    return ModuleSource(HOME, folder, None, (part,))


def _read_part(module: str, name: str, path: Path, root: Path, report: Report) -> Part:
    file = SourceFile.read(path, root)
    found = [understand(cell, report) for cell in read_cells(file, report)]
    cells = tuple(cell for cell in found if cell)
    questions: dict[str, Question] = {}
    for cell in cells:
        find_regions(cell.source, report)
        if cell.role is Role.QUESTION:
            _add_question(cell, questions, report)
    return Part(module, name, file, cells, questions)


def _add_question(cell: Cell, questions: dict[str, Question], report: Report) -> None:
    question = read_question(cell, report)
    if question is None:
        return
    check_sense(question, report)
    if question.id in questions:
        report.add(
            cell.source.place,
            f"question {question.id!r} exists already in this file",
            f"it is also at {questions[question.id].place()}; give one of them another id",
        )
    questions.setdefault(question.id, question)
