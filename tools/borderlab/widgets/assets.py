"""Join small ES modules and style sheets into the one string that anywidget sends to a browser.

The files in ``assets/`` are ordinary modules without a build step. The convention that makes
joining safe, checked here and in the tests:

- imports stand at the start of a line and have one form: ``import { a, b } from "./file.js";``
- exports stand before a declaration: ``export function a``, ``export const a``, ``export class A``;
- the entry file alone ends in ``export default { render };``
- top-level names differ between files, because after joining they share one scope.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "assets"

_COMMON = ("theme.css", "controls.css")
_IMPORT = re.compile(r'^import \{ (\w+(?:, \w+)*) \} from "\./([\w-]+\.js)";$')
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |let |class )")
_DECLARATION = re.compile(r"^(?:async )?(?:function\*?|const|let|class) (\w+)")


class AssetError(ValueError):
    """An asset does not follow the convention of this module; the text says file and line."""


@cache
def esm(*names: str) -> str:
    """Join ES modules and everything they import, each file once, imported files first.

    Args:
        names: File names in ``assets/``; the last one holds ``export default``.

    Returns:
        The text of one ES module.

    Raises:
        AssetError: If a file breaks the convention.
        FileNotFoundError: If a file does not exist.
    """
    order: list[str] = []
    for name in names:
        _visit(name, order, ())
    owners: dict[str, str] = {}
    parts = []
    for name in order:
        text, declared = _strip(name, is_entry=name == order[-1])
        for declaration in declared:
            if declaration in owners:
                raise AssetError(f"{declaration} is declared in {owners[declaration]} and {name}")
            owners[declaration] = name
        parts.append(f"// {name}\n{text}")
    return "\n".join(parts)


@cache
def css(*names: str) -> str:
    """Join style sheets in the given order; those common to all widgets come first anyway."""
    ordered = [*_COMMON, *(name for name in names if name not in _COMMON)]
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in ordered)


def _visit(name: str, order: list[str], path: tuple[str, ...]) -> None:
    if name in order:
        return
    if name in path:
        raise AssetError(f"modules import each other in a circle: {' -> '.join((*path, name))}")
    for number, line in enumerate(_read(name), start=1):
        found = _IMPORT.match(line)
        if found:
            _visit(found.group(2), order, (*path, name))
            missing = set(found.group(1).split(", ")) - _exported(found.group(2))
            if missing:
                place = f"{name}, line {number}"
                raise AssetError(f"{place}: {found.group(2)} does not export {min(missing)}")
    order.append(name)


def _exported(name: str) -> set[str]:
    """Names that a file exports."""
    lines = (_EXPORT.sub("", line) for line in _read(name) if _EXPORT.match(line))
    return {found.group(1) for line in lines if (found := _DECLARATION.match(line))}


def _read(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


def _strip(name: str, *, is_entry: bool) -> tuple[str, list[str]]:
    """Take import lines and the word ``export`` away; also give the names declared at top level."""
    kept, declared = [], []
    for number, raw in enumerate(_read(name), start=1):
        if _IMPORT.match(raw):
            continue
        line = _EXPORT.sub("", raw)
        if line.startswith(("import ", "import{")) or (
            line.startswith("export") and not (is_entry and line.startswith("export default "))
        ):
            raise AssetError(f"{name}, line {number}: this import or export has no agreed form")
        found = _DECLARATION.match(line)
        if found:
            declared.append(found.group(1))
        kept.append(line)
    return "\n".join(kept) + "\n", declared
