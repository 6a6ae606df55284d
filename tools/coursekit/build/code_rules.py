"""Rules for code cells: readable, without prose, and safe to run untouched."""

from __future__ import annotations

import ast
import builtins
import importlib.util
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache

from coursekit.build.problems import Report
from coursekit.build.source import SourceCell

# Words and nothing but words: at least three of them, or two that end like a sentence.
_WORD = r"[^\W\d_][\w'\u2019-]*[,;:]?"
_PROSE = re.compile(
    rf"^\s*{_WORD}(\s+{_WORD}){{2,}}\s*[.!?\u2026]?\s*$|^\s*{_WORD}\s+{_WORD}\s*[.!?]\s*$"
)


def parse_code(cell: SourceCell, text: str, report: Report) -> ast.Module | None:
    """The syntax tree of a cell, or None with the error reported at its line."""
    try:
        return ast.parse(text)
    except SyntaxError as error:
        report.add(
            cell.line((error.lineno or 1) - 1),
            f"this is not valid Python: {error.msg}",
            "mend the line; what stands outside the markers must be valid on its own",
        )
        return None


def check_prose(cell: SourceCell, tree: ast.Module, text: str, report: Report) -> None:
    """Report sentences in strings and comments: code is equal in all languages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _reads(node.value):
            _report_prose(cell, node.lineno, report)
    for line, comment in _comments(text):
        if _reads(comment):
            _report_prose(cell, line, report)


def _reads(text: str) -> bool:
    return any(_PROSE.match(line) for line in text.splitlines())


def _report_prose(cell: SourceCell, line: int, report: Report) -> None:
    report.add(
        cell.line(line - 1),
        "prose inside a code cell cannot be translated",
        "move the sentence into a markdown cell, or into the widget's own catalogue",
    )


def _comments(text: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string.strip("# ")


def check_kit_names(cell: SourceCell, tree: ast.Module, report: Report) -> None:
    """Report ``kit.<name>`` that the kit does not have."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "kit"
            and not _kit_has(node.attr)
        ):
            report.add(
                cell.line(node.lineno - 1),
                f"the kit has no {node.attr!r}",
                "look for a spelling mistake; public names are listed in borderlab/__init__.py",
            )


@cache
def _kit_has(name: str) -> bool:
    import borderlab

    return name in dir(borderlab) or importlib.util.find_spec(f"borderlab.{name}") is not None


def defined_names(tree: ast.Module) -> set[str]:
    """Names that running the code binds."""
    names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and _binds(n)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
    return names


def _binds(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def check_names(cell: SourceCell, tree: ast.Module, known: set[str], report: Report) -> None:
    """Report a name that the code uses although nothing before it, or in it, binds it."""
    bound = known | defined_names(tree) | set(dir(builtins)) | {"kit"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in bound:
            report.add(
                cell.line(node.lineno - 1),
                f"{node.id!r} has no value when this cell is run untouched",
                f"write {node.id} = ... above, outside the solution markers",
            )


def calls(tree: ast.Module, function: str, first: str) -> bool:
    """Whether the code calls ``kit.<function>("<first>", ...)``."""
    return any(
        isinstance(node, ast.Call)
        and ast.unparse(node.func) == f"kit.{function}"
        and bool(node.args)
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value == first
        for node in ast.walk(tree)
    )
