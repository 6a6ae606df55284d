"""Ids and names: each once in a module, and none that points nowhere."""

from __future__ import annotations

from coursekit.build import markdown
from coursekit.build.grammar import Cell, Role
from coursekit.build.part import LESSON, ModuleSource
from coursekit.build.problems import Report
from coursekit.build.questions import Question


def ids_across_parts(module: ModuleSource, report: Report) -> None:
    """A question id is used once in a module."""
    first: dict[str, Question] = {}
    for part in module.parts:
        for question in part.questions.values():
            if question.id in first:
                report.add(
                    question.place(),
                    f"question {question.id!r} exists already in this module",
                    f"it is also at {first[question.id].place()}; give one of them another id",
                )
            first.setdefault(question.id, question)


def headings(module: ModuleSource, report: Report) -> None:
    """A heading key is used once, on a cell that begins with a heading."""
    first: dict[str, Cell] = {}
    for part in module.parts:
        for cell in part.of(Role.TEXT):
            if not cell.target:
                continue
            if markdown.heading(cell.source.text) is None:
                report.add(
                    cell.source.place,
                    f"key {cell.target!r} names a cell that begins with no heading",
                    "begin the cell with `# Heading`, or take the key away",
                )
            if cell.target in first:
                report.add(
                    cell.source.place,
                    f"heading key {cell.target!r} exists already in this module",
                    f"it is also at {first[cell.target].source.place}; name one of them otherwise",
                )
            first.setdefault(cell.target, cell)


def read_again(module: ModuleSource, report: Report) -> None:
    """Every `read_again` names a heading of the lesson."""
    lesson = module.part(LESSON)
    keys = {cell.target for cell in lesson.of(Role.TEXT) if cell.target} if lesson else set()
    for part in module.parts:
        for question in part.questions.values():
            again = question.data.get("read_again")
            if again is not None and again not in keys:
                report.add(
                    question.place("read_again"),
                    f"the lesson has no heading with key {again!r}",
                    f"its keys are: {', '.join(sorted(keys)) or 'none yet'}",
                )
