"""Who marks what: every question of an exercise, once, and none of a lesson."""

from __future__ import annotations

from coursekit.build.grammar import Role
from coursekit.build.part import EXERCISE, Part
from coursekit.build.problems import Report
from coursekit.course import HOME

_MARKING = {Role.CHECK, Role.WRITTEN}


def targets(part: Part, report: Report) -> None:
    """Every check, answer and rubric belongs to a question asked before, once."""
    asked: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for cell in part.cells:
        if cell.role is Role.QUESTION:
            asked.add(cell.target)
            continue
        if cell.role not in _MARKING | {Role.ANSWER}:
            continue
        what = cell.role.value
        if cell.target not in asked:
            report.add(
                cell.source.place,
                f"{what} for the unknown question {cell.target!r}",
                "ask the question in a raw cell above, or correct the id",
            )
        if (what, cell.target) in seen:
            report.add(
                cell.source.place,
                f"a second {what} for question {cell.target!r}",
                "keep one of the two",
            )
        seen.add((what, cell.target))


def marking(part: Part, report: Report) -> None:
    """In an exercise every question is marked the way its kind asks for; in a lesson none is."""
    if part.name == HOME:
        for question in part.questions.values():
            report.add(question.place(), "a question on the home page", "ask it in a lesson")
    if part.name != EXERCISE:
        for cell in part.cells:
            if cell.role in _MARKING:
                report.add(
                    cell.source.place,
                    f"{cell.role.value} outside the exercise",
                    "a lesson gives no points: its questions are checked at once",
                )
        return
    marked = {cell.target: cell for cell in part.cells if cell.role in _MARKING}
    for question in part.questions.values():
        found = marked.get(question.id)
        by = question.spec.marked_by
        if found is None and by != "check or nobody":
            form = f'{"[markdown] " if by == "written" else ""}{by}="{question.id}" points=2'
            report.add(
                question.place(),
                f"question {question.id!r} has no {by}, so nobody would mark it",
                f"write `# %% {form}` below it",
            )
        elif found and found.role.value not in by:
            report.add(
                found.source.place,
                f"a {question.kind} question is marked by {by}",
                f"write {by}= instead of {found.role.value}=",
            )


def written(part: Part, report: Report) -> None:
    """A written question has a rubric."""
    for cell in part.of(Role.WRITTEN):
        if not cell.source.text.strip():
            report.add(
                cell.source.place,
                f"question {cell.target!r} has no rubric",
                "write below the marker what a trainer gives points for",
            )


def answers(part: Part, report: Report) -> None:
    """A code question has an answer cell, and no other question has one."""
    answered = {cell.target for cell in part.of(Role.ANSWER)}
    for question in part.questions.values():
        if question.in_code and question.id not in answered:
            report.add(
                question.place(),
                f"code question {question.id!r} has no answer cell",
                f'write `# %% answer="{question.id}"` below it',
            )
        elif not question.in_code and question.id in answered:
            report.add(
                question.place("kind"),
                f"a {question.kind} question is answered in its widget",
                'take the answer cell away, or make the question kind = "code"',
            )
