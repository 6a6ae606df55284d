"""Writes a participant's notebook from the pinned release: only answers and outputs are filled in.

All fixed cells are turned into JSON once, so that one more participant costs well under a
millisecond and can change nothing but the answer cells.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coursekit.grading import limits

Cell = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell that differs between participants: an answer, or a check with its output."""

    grade_id: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Template:
    """A notebook in pieces: JSON text of fixed cells, and slots."""

    pieces: tuple[str | Slot, ...]
    tail: str

    def render(
        self, answers: Mapping[str, str], outputs: Mapping[str, Sequence[Cell]] | None = None
    ) -> str:
        """The notebook as JSON text.

        Args:
            answers: new source of answer cells by grade id; others keep the release's text.
            outputs: outputs of check cells by grade id.
        """
        outputs = outputs or {}
        cells = []
        for piece in self.pieces:
            if isinstance(piece, str):
                cells.append(piece)
                continue
            cell = dict(piece.cell)
            if piece.grade_id in answers:
                cell["source"] = answers[piece.grade_id]
            if piece.grade_id in outputs:
                cell["outputs"] = list(outputs[piece.grade_id])
                cell["execution_count"] = None
            cells.append(_text(cell))
        return '{"cells": [\n' + ",\n".join(cells) + "\n]," + self.tail


def template(notebook: Cell, slots: Mapping[str, Cell]) -> Template:
    """Take a notebook apart. ``slots`` holds the cells to use where these grade ids stand."""
    pieces: list[str | Slot] = []
    for cell in notebook["cells"]:
        name = grade_id(cell)
        if name is not None and name in slots:
            pieces.append(Slot(name, slots[name]))
        else:
            pieces.append(_text(cell))
    rest = {key: value for key, value in notebook.items() if key != "cells"}
    return Template(tuple(pieces), _text(rest)[1:] + "\n")


def grade_id(cell: Cell) -> str | None:
    """The nbgrader id of a trusted cell, or None."""
    found = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id")
    return found if isinstance(found, str) else None


def source(cell: Cell) -> str:
    """The source of a trusted cell, whether stored as text or as lines."""
    text = cell["source"]
    return text if isinstance(text, str) else "".join(text)


def cleaned(text: str, limit: int = limits.CELL_CHARS) -> str:
    """Text from a submission without control characters and stray surrogates, cut to ``limit``."""
    text = text[:limit].replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    return "".join(kept).strip()


def fenced(text: str) -> str:
    """Markdown that shows the text exactly and nothing else: no markup, links, scripts, formulas.

    A code block is the one construct that every viewer shows literally, MathJax included.
    """
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
