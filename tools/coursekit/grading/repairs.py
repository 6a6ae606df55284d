"""Compares a participant's notebook with the release, to say what the rebuild made good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from coursekit.grading import limits
from coursekit.grading.cells import Notebook, Part, Told
from coursekit.grading.notes import Note, note
from coursekit.grading.pinned import Edition, Given, Module


def repairs(
    notebook: Notebook, said: Told, module: Module, edition: Edition, *, is_like: bool
) -> list[Note]:
    """What of a notebook is not as it was given out, answers apart.

    Args:
        notebook: the participant's.
        said: what it says of itself.
        module: the assignment.
        edition: the release it was made from.
        is_like: whether it was made from this very edition; given cells of another language or
            version differ without being damaged.
    """
    given = edition.given
    matched = _matched(notebook, given)
    hits = Counter(index for index in matched if index is not None)
    cut = [note("cells-cut", n=limits.CELLS)] if notebook.is_cut else []
    if not hits:
        return cut or [note("foreign-notebook")]
    found = {
        "cells-missing": len(given) - len(hits),
        "cells-repeated": sum(count - 1 for count in hits.values()),
        "cells-retyped": 0,
        "cells-changed": 0,
        "cells-moved": 0,
        "metadata-lost": int(said.module != module.name),
        "cells-added": sum(index is None for index in matched),
    }
    furthest = -1
    for cell, index in zip(notebook.cells, matched, strict=True):
        if index is None:
            continue
        original = given[index]
        found["cells-retyped"] += cell.kind != original.kind
        found["metadata-lost"] += bool(original.name) and cell.name != original.name
        if not original.is_answer and is_like:
            found["cells-changed"] += _plain(cell.source) != original.source
        found["cells-moved"] += index < furthest and hits[index] == 1
        furthest = max(furthest, index)
    return [*cut, *(note(code, n=count) for code, count in found.items() if count)]


def likeness(notebook: Notebook, edition: Edition) -> int:
    """How many given cells of an edition a notebook still holds unchanged."""
    given = edition.given
    matched = _matched(notebook, given)
    return sum(
        index is not None
        and not given[index].is_answer
        and _plain(cell.source) == given[index].source
        for cell, index in zip(notebook.cells, matched, strict=True)
    )


def _matched(notebook: Notebook, given: Sequence[Given]) -> list[int | None]:
    """For each cell the place of the given cell it is: by its id, nbgrader's id, or its text."""
    by_id = {cell.id: index for index, cell in enumerate(given)}
    by_name = {cell.name: index for index, cell in enumerate(given) if cell.name}
    by_text = {cell.source: index for index, cell in enumerate(given) if cell.source}
    return [_match(cell, by_id, by_name, by_text) for cell in notebook.cells]


def _match(
    cell: Part, by_id: Mapping[str, int], by_name: Mapping[str, int], by_text: Mapping[str, int]
) -> int | None:
    for key, places in ((cell.id, by_id), (cell.name, by_name), (_plain(cell.source), by_text)):
        if key and key in places:
            return places[key]
    return None


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
