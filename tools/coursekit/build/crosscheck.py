"""What the parts of one module must agree on: ids, checks, answers, headings, pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coursekit.build import code_rules, markdown
from coursekit.build.grammar import Cell, Role
from coursekit.build.keys import key_of
from coursekit.build.part import EXERCISE, LESSON, ModuleSource, Part
from coursekit.build.problems import Report
from coursekit.build.questions import Question
from coursekit.build.regions import HIDDEN, SOLUTION, blanked, find_regions

_MARKING = {Role.CHECK, Role.WRITTEN}


def check_module(module: ModuleSource, report: Report) -> None:
    """Apply every rule below to a module."""
    for rule in _MODULE_RULES:
        rule(module, report)
    for part in module.parts:
        for part_rule in _PART_RULES:
            part_rule(part, report)


def _ids_across_parts(module: ModuleSource, report: Report) -> None:
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


def _headings(module: ModuleSource, report: Report) -> None:
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


def _read_again(module: ModuleSource, report: Report) -> None:
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


def _files(module: ModuleSource, report: Report) -> None:
    texts = [cell.source.text for part in module.parts for cell in part.cells]
    for path in sorted((module.folder / "files").glob("**/*")):
        name = path.relative_to(module.folder).as_posix()
        if path.is_file() and not any(name in text for text in texts):
            report.add(
                module.parts[0].file.place(1),
                f"{name} is shipped but no cell mentions it",
                "use it, or delete the file",
            )


def _targets(part: Part, report: Report) -> None:
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


def _marking(part: Part, report: Report) -> None:
    """In an exercise every question is marked the way its kind asks for; in a lesson none is."""
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
        cell = marked.get(question.id)
        by = question.spec.marked_by
        if cell is None and by != "check or nobody":
            form = f'{"[markdown] " if by == "written" else ""}{by}="{question.id}" points=2'
            report.add(
                question.place(),
                f"question {question.id!r} has no {by}, so nobody would mark it",
                f"write `# %% {form}` below it",
            )
        elif cell and cell.role.value not in by:
            report.add(
                cell.source.place,
                f"a {question.kind} question is marked by {by}",
                f"write {by}= instead of {cell.role.value}=",
            )


def _written(part: Part, report: Report) -> None:
    for cell in part.of(Role.WRITTEN):
        if not cell.source.text.strip():
            report.add(
                cell.source.place,
                f"question {cell.target!r} has no rubric",
                "write below the marker what a trainer gives points for",
            )


def _answers(part: Part, report: Report) -> None:
    answered = {cell.target for cell in part.of(Role.ANSWER)}
    for question in part.questions.values():
        if question.kind == "code" and question.id not in answered:
            report.add(
                question.place(),
                f"code question {question.id!r} has no answer cell",
                f'write `# %% answer="{question.id}"` below it',
            )
        elif question.kind != "code" and question.id in answered:
            report.add(
                question.place("kind"),
                f"a {question.kind} question is answered in its widget",
                'take the answer cell away, or make the question kind = "code"',
            )


def _own_checks(part: Part, report: Report) -> None:
    import ast

    for cell in part.of(Role.CHECK):
        question = part.questions.get(cell.target)
        source = cell.source
        if not source.text.strip():
            if question and not key_of(question):
                report.add(
                    source.place,
                    f"question {question.id!r} has no key for a standard check",
                    "write answer = ... in the question, or your own check in this cell",
                )
            continue
        regions = find_regions(source, Report())
        if [region.name for region in regions] != [HIDDEN]:
            report.add(
                source.place,
                "an own check holds exactly one region of hidden tests",
                "write ### BEGIN HIDDEN TESTS and ### END HIDDEN TESTS around it",
            )
            continue
        tree = code_rules.parse_code(source, source.text, report)
        last = tree.body[-1] if tree and tree.body else None
        if last and not (isinstance(last, ast.Expr) and last.lineno > regions[0].begin):
            report.add(
                source.line(last.lineno - 1),
                "an own check does not end in the points",
                "end the hidden region with an expression that gives a plain float",
            )


def _code(part: Part, report: Report) -> None:
    known: set[str] = set()
    for cell in part.cells:
        if cell.source.kind != "code" or (cell.role is Role.CHECK and not cell.source.text):
            continue
        regions = find_regions(cell.source, Report())
        shown = blanked(cell.source.text, regions)
        whole = code_rules.parse_code(cell.source, cell.source.text, report)
        tree = code_rules.parse_code(cell.source, shown, report) if whole else None
        if whole is None or tree is None:
            continue
        code_rules.check_prose(cell.source, tree, shown, report)
        code_rules.check_kit_names(cell.source, whole, report)
        if cell.role is Role.ANSWER:
            _answer_cell(cell, [r.name for r in regions], tree, report)
        if cell.role is not Role.CHECK:
            code_rules.check_names(cell.source, tree, known, report)
            known |= code_rules.defined_names(tree)


def _answer_cell(cell: Cell, regions: list[str], tree: object, report: Report) -> None:
    import ast

    if not isinstance(tree, ast.Module) or not code_rules.calls(tree, "answer", cell.target):
        report.add(
            cell.source.place,
            "an untouched answer cell does not hand in its value",
            f'write kit.answer("{cell.target}", ...) outside the solution markers',
        )
    if any(name != SOLUTION for name in regions):
        report.add(cell.source.place, "hidden tests in an answer cell", "move them to the check")


def _images(part: Part, report: Report) -> None:
    folder = Path(part.file.name).parent
    for cell in part.cells:
        if cell.source.kind == "code":
            continue
        for image in markdown.images(cell.source.text):
            place = cell.source.line(image.line)
            if not image.alt:
                report.add(
                    place,
                    f"picture {image.target!r} has no alternative text",
                    "write ![what the picture shows](files/name.png)",
                )
            if not image.target.startswith("files/"):
                report.add(
                    place,
                    f"picture {image.target!r} is not shipped with the module",
                    f"put it into {folder.as_posix()}/files and write files/name.png",
                )


_MODULE_RULES: tuple[Callable[[ModuleSource, Report], None], ...] = (
    _ids_across_parts,
    _headings,
    _read_again,
    _files,
)
_PART_RULES: tuple[Callable[[Part, Report], None], ...] = (
    _targets,
    _marking,
    _written,
    _answers,
    _own_checks,
    _code,
    _images,
)
