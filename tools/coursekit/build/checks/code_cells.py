"""Code cells: readable, without prose, safe to run untouched; own checks end in points."""

from __future__ import annotations

import ast

from coursekit.build import code_rules
from coursekit.build.grammar import Cell, Role
from coursekit.build.keys import key_of, solution_of
from coursekit.build.part import Part
from coursekit.build.problems import Report
from coursekit.build.regions import HIDDEN, SOLUTION, Region, blanked, find_regions
from coursekit.build.source import SourceCell


def own_checks(part: Part, report: Report) -> None:
    """A check is the standard one with a key, or an own one that ends in points."""
    for cell in part.of(Role.CHECK):
        question = part.questions.get(cell.target)
        if cell.source.text.strip():
            _own_check(cell.source, report)
        elif question and not key_of(question):
            report.add(
                cell.source.place,
                f"question {question.id!r} has no key for a standard check",
                "write answer = ... in the question, or your own check in this cell",
            )


def _own_check(source: SourceCell, report: Report) -> None:
    regions = find_regions(source, Report())
    if [region.name for region in regions] != [HIDDEN]:
        report.add(
            source.place,
            "an own check holds exactly one region of hidden tests",
            "write ### BEGIN HIDDEN TESTS and ### END HIDDEN TESTS around it",
        )
        return
    tree = code_rules.parse_code(source, source.text, Report())
    last = tree.body[-1] if tree and tree.body else None
    if last and not (isinstance(last, ast.Expr) and last.lineno > regions[0].begin + 1):
        report.add(
            source.line(last.lineno - 1),
            "an own check does not end in the points",
            "end the hidden region with an expression that gives a plain float",
        )


def code_cells(part: Part, report: Report) -> None:
    """Code runs untouched, knows the kit, and holds no prose."""
    known: set[str] = set()
    for cell in part.cells:
        source = cell.source
        if source.kind != "code" or (cell.role is Role.CHECK and not source.text):
            continue
        regions = find_regions(source, Report())
        shown = blanked(source.text, regions)
        whole = code_rules.parse_code(source, source.text, report)
        tree = code_rules.parse_code(source, shown, report) if whole else None
        if whole is None or tree is None:
            continue
        code_rules.check_prose(source, tree, shown, report)
        code_rules.check_kit_names(source, whole, report)
        _regions_fit(cell, regions, report)
        if cell.role is Role.ANSWER:
            _answer_cell(cell, part, tree, report)
        if cell.role is not Role.CHECK:
            code_rules.check_names(source, tree, known, report)
            known |= code_rules.defined_names(tree)


def _regions_fit(cell: Cell, regions: tuple[Region, ...], report: Report) -> None:
    allowed = {Role.ANSWER: SOLUTION, Role.CHECK: HIDDEN}.get(cell.role)
    for region in regions:
        if region.name != allowed:
            report.add(
                cell.source.line(region.begin),
                f"{region.name.lower()} in a {cell.role.value} cell",
                "solutions belong into answer cells, hidden tests into check cells",
            )


def _answer_cell(cell: Cell, part: Part, tree: ast.Module, report: Report) -> None:
    if not code_rules.calls(tree, "answer", cell.target):
        report.add(
            cell.source.place,
            "an untouched answer cell does not hand in its value",
            f'write kit.answer("{cell.target}", ...) outside the solution markers',
        )
    question = part.questions.get(cell.target)
    solved = "### BEGIN SOLUTION" in cell.source.text
    if question and not solved and (question.kind == "task" or solution_of(question) is None):
        report.add(
            cell.source.place,
            f"question {question.id!r} has no solution",
            "write one between ### BEGIN SOLUTION and ### END SOLUTION",
        )
