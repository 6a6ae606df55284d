"""Prepare the cells in which participants answer in code."""

from __future__ import annotations

import re
from dataclasses import replace

from coursekit.build.draft import Draft, Edition, Notebook
from coursekit.build.grammar import Role
from coursekit.build.keys import literal, solution_of
from coursekit.build.part import EXERCISE
from coursekit.build.problems import Report
from coursekit.build.questions import Question
from coursekit.build.regions import blanked, find_regions

_MANY_EMPTY = re.compile(r"\n{3,}")


def answer_cells(notebook: Notebook, edition: Edition) -> Notebook:
    """Give answer cells nbgrader's metadata in an exercise; empty their solution in a lesson."""

    def answered(cell: Draft) -> Draft:
        if cell.role is not Role.ANSWER or cell.origin is None:
            return cell
        metadata = cell.metadata | {"tags": ["kit-answer"]}
        if edition.part.name != EXERCISE:
            regions = find_regions(cell.origin.source, Report())
            source = _MANY_EMPTY.sub("\n\n", blanked(cell.source, regions)).strip()
            return replace(cell, source=source, metadata=metadata)
        source = solved(cell, edition.part.questions[cell.target])
        return replace(cell, source=source, metadata=metadata | _nbgrader(cell.target))

    return tuple(map(answered, notebook))


def solved(cell: Draft, question: Question) -> str:
    """The cell with a solution in it: the author's, or one made from the key."""
    if cell.origin and find_regions(cell.origin.source, Report()):
        return cell.source
    solution = f'kit.answer("{question.id}", {literal(solution_of(question))})'
    return f"{cell.source}\n### BEGIN SOLUTION\n{solution}\n### END SOLUTION"


def _nbgrader(question: str) -> dict[str, object]:
    return {
        "nbgrader": {
            "cell_type": "code",
            "grade": False,
            "grade_id": f"{question}-code",
            "locked": False,
            "schema_version": 3,
            "solution": True,
            "task": False,
        }
    }
