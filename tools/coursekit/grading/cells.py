"""Takes the text of known answer cells out of a participant's notebook, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from coursekit.grading import limits
from coursekit.grading.notebook import cleaned
from coursekit.grading.notes import Note, Unreadable, note
from coursekit.grading.pinned import Module

_BETWEEN = "\n\n* * *\n\n"  # stands between two versions of one answer


def answer_texts(data: bytes, module: Module) -> tuple[dict[str, str], list[Note]]:
    """What a participant wrote into answer cells, by grade id; untouched cells are left out.

    Cells are found by grade id or, when their metadata was lost, by cell id. Order, type, metadata
    and outputs do not matter. Text of repeated cells is joined.

    Raises:
        Unreadable: the file is no notebook.
    """
    found: dict[str, list[str]] = {}
    for name, raw in _answer_cells(_notebook(data), module):
        text = cleaned(raw)
        if text and text != cleaned(module.cells[name].stub):
            found.setdefault(name, []).append(text)
    texts, notes = {}, []
    for name, versions in found.items():
        different = list(dict.fromkeys(versions))
        if len(different) > 1:
            notes.append(note("repeated-cell", question=name))
        joined = _BETWEEN.join(different)
        if len(joined) > limits.CELL_CHARS:
            notes.append(note("text-cut", question=name, n=limits.CELL_CHARS))
        texts[name] = joined[: limits.CELL_CHARS]
    return texts, notes


def declared(data: bytes) -> Mapping[str, str]:
    """What a notebook says of itself (module, language); empty when it says nothing usable."""
    try:
        notebook = _notebook(data)
    except Unreadable:
        return {}
    meta = notebook.get("metadata")
    said = meta.get("borderlab") if isinstance(meta, dict) else None
    if not isinstance(said, dict):
        return {}
    return {str(key): value for key, value in said.items() if isinstance(value, str)}


def _notebook(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as problem:
        raise Unreadable("no-notebook-inside", why=type(problem).__name__) from problem
    if not isinstance(found, dict) or not isinstance(found.get("cells"), list):
        raise Unreadable("no-notebook-inside", why="no cells")
    return found


def _answer_cells(notebook: Mapping[str, Any], module: Module) -> Iterator[tuple[str, str]]:
    for cell in notebook["cells"][: limits.CELLS]:
        if not isinstance(cell, dict):
            continue
        name = _grade_id(cell) or module.cell_ids.get(_text(cell.get("id")))
        if name is not None and name in module.cells:
            yield name, _source(cell.get("source"))


def _grade_id(cell: Mapping[str, Any]) -> str | None:
    meta = cell.get("metadata")
    nbgrader = meta.get("nbgrader") if isinstance(meta, dict) else None
    name = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return name if isinstance(name, str) else None


def _source(raw: Any) -> str:
    if isinstance(raw, list):
        return "".join(line for line in raw[: limits.CELL_CHARS] if isinstance(line, str))
    return _text(raw)


def _text(raw: Any) -> str:
    return raw if isinstance(raw, str) else ""
