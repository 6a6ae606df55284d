"""Takes the text of known answer cells out of a participant's notebook, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coursekit.grading import limits
from coursekit.grading.notebook import cleaned
from coursekit.grading.notes import Note, Unreadable, note
from coursekit.grading.pinned import Module
from coursekit.grading.text import _

BETWEEN = "\n\n* * *\n\n"  # stands between two versions of one answer
_NAME = re.compile(r"[A-Za-z0-9_.+-]{1,64}")


@dataclass(frozen=True, slots=True)
class Part:
    """One cell of somebody else's notebook, every field of the right type.

    Attributes:
        id: the cell's id, or "".
        kind: its type as written, or "".
        name: nbgrader's id, or "".
        source: its text, cut to what is ever used.
    """

    id: str
    kind: str
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Notebook:
    """Somebody else's notebook: its cells and its metadata, nothing else.

    Attributes:
        cells: as many as are looked at.
        metadata: its own.
        is_cut: whether it has more cells.
    """

    cells: tuple[Part, ...]
    metadata: Mapping[str, Any]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a notebook says of itself; "" where it says nothing usable."""

    module: str = ""
    part: str = ""
    language: str = ""
    kit: str = ""


def opened(data: bytes) -> Notebook:
    """Read a notebook, whatever state it is in.

    Raises:
        Unreadable: the file is no notebook.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise Unreadable("no-notebook-inside", why=_("it is no text in UTF-8")) from problem
    except (ValueError, RecursionError) as problem:
        raise Unreadable("no-notebook-inside", why=_("it is empty or damaged")) from problem
    if not isinstance(found, dict) or not isinstance(found.get("cells"), list):
        raise Unreadable("no-notebook-inside", why=_("it has no cells"))
    given = found["cells"]
    cells = tuple(_part(cell) for cell in given[: limits.CELLS] if isinstance(cell, dict))
    metadata = found.get("metadata")
    own = metadata if isinstance(metadata, dict) else {}
    return Notebook(cells, own, len(given) > limits.CELLS)


def told(notebook: Notebook) -> Told:
    """What a notebook says of itself."""
    said = notebook.metadata.get("borderlab")
    if not isinstance(said, dict):
        return Told()
    fields = {name: said.get(name) for name in ("module", "part", "language", "kit")}
    usable = {
        name: value
        for name, value in fields.items()
        if isinstance(value, str) and _NAME.fullmatch(value)
    }
    return Told(**usable)


def answer_texts(
    notebooks: Iterable[Notebook], module: Module
) -> tuple[dict[str, str], list[Note]]:
    """What a participant wrote into answer cells, by grade id; untouched cells are left out.

    Cells are found by grade id or, when their metadata was lost, by cell id. Order, type, metadata
    and outputs do not matter. Text of repeated cells is joined.
    """
    found: dict[str, list[str]] = {}
    for name, raw in _answer_cells(notebooks, module):
        text = cleaned(raw)
        if text and text != cleaned(module.cells[name].stub):
            found.setdefault(name, []).append(text)
    texts, notes = {}, []
    for name, versions in found.items():
        different = list(dict.fromkeys(versions))
        if len(different) > 1:
            notes.append(note("repeated-cell", question=name))
        joined = BETWEEN.join(different)
        if len(joined) > limits.CELL_CHARS:
            notes.append(note("text-cut", question=name, n=limits.CELL_CHARS))
        texts[name] = joined[: limits.CELL_CHARS]
    return texts, notes


def written_texts(
    module: Module, records: Mapping[str, Mapping[str, object]], texts: Mapping[str, str]
) -> tuple[dict[str, str], list[Note]]:
    """The text for each question that a person marks: as saved, as in its cell, or both."""
    written: dict[str, str] = {}
    notes: list[Note] = []
    for name in module.written:
        value = records.get(name, {}).get("value")
        saved = cleaned(value) if isinstance(value, str) else ""
        typed = texts.get(name, "")
        if typed and not saved:
            notes.append(note("text-from-cell", question=name))
        elif typed and saved and typed != saved:
            notes.append(note("two-texts", question=name))
        text = BETWEEN.join(dict.fromkeys(part for part in (saved, typed) if part))
        if text:
            written[name] = text[: limits.CELL_CHARS]
    return written, notes


def _answer_cells(notebooks: Iterable[Notebook], module: Module) -> Iterator[tuple[str, str]]:
    for notebook in notebooks:
        for cell in notebook.cells:
            name = cell.name or module.cell_ids.get(cell.id)
            if name is not None and name in module.cells:
                yield name, cell.source


def _part(cell: Mapping[str, Any]) -> Part:
    meta = cell.get("metadata")
    nbgrader = meta.get("nbgrader") if isinstance(meta, dict) else None
    name = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return Part(
        _text(cell.get("id")),
        _text(cell.get("cell_type")),
        _text(name),
        _source(cell.get("source"))[: limits.CELL_CHARS + 1],
    )


def _source(raw: Any) -> str:
    if isinstance(raw, list):
        return "".join(line for line in raw[: limits.CELL_CHARS] if isinstance(line, str))
    return _text(raw)


def _text(raw: Any) -> str:
    return raw if isinstance(raw, str) else ""
