"""Write the cells that show whether an answer is saved and, hidden, give its points."""

from __future__ import annotations

from dataclasses import replace

from coursekit.build.draft import Draft, Edition, Notebook
from coursekit.build.grammar import Role
from coursekit.build.keys import key_of, literal
from coursekit.build.questions import Question


def check_cells(notebook: Notebook, edition: Edition) -> Notebook:
    """Fill in standard checks, and give all checks nbgrader's metadata."""

    def checked(cell: Draft) -> Draft:
        if cell.role is not Role.CHECK or cell.origin is None:
            return cell
        points = cell.origin.points
        metadata = {"tags": ["kit-check"], "nbgrader": _nbgrader(cell.target, points)}
        source = _own(cell) or _standard(edition.part.questions[cell.target], points)
        return replace(cell, source=source, metadata=cell.metadata | metadata)

    return tuple(map(checked, notebook))


def _standard(question: Question, points: float) -> str:
    key = literal({"kind": question.kind} | key_of(question))
    return (
        f'kit.status("{question.id}")\n'
        "### BEGIN HIDDEN TESTS\n"
        f'kit.mark("{question.id}", {key}, points={points!r})\n'
        "### END HIDDEN TESTS"
    )


def _own(cell: Draft) -> str:
    text = cell.source
    if not text.strip() or "kit.status(" in text:
        return text.strip()
    return f'kit.status("{cell.target}")\n{text}'


def _nbgrader(question: str, points: float) -> dict[str, object]:
    return {
        "cell_type": "code",
        "grade": True,
        "grade_id": question,
        "locked": True,
        "points": points,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
