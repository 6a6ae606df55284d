"""The copy of a notebook that is handed in: without outputs, with the written texts in place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from borderlab.answers import plain

MAX_NOTEBOOK = 8_000_000  # bytes of a copy
_MAX_READ = 64_000_000  # bytes of a notebook with its outputs
_MAX_DEPTH = 60
_METADATA = ("borderlab", "kernelspec", "language_info")
STUB = "\N{LOWER RIGHT PENCIL} \N{HORIZONTAL ELLIPSIS}"  # what the build puts into written cells
WRITTEN = "kit-written"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copied notebook.

    Attributes:
        data: its content, or None when there is none.
        note: ``damaged`` (copied as it is), ``missing``, ``too-large``, ``unreadable``, or "".
        own_text: whether the participant typed into a cell for written answers.
    """

    data: bytes | None
    note: str = ""
    own_text: bool = False


def find_notebook(folder: Path, module: str) -> Path | None:
    """The exercise's notebook: by its name, else the newest one that says it is it."""
    named = folder / f"{module}.ipynb"
    if named.is_file():
        return named
    fitting = [path for path in sorted(folder.glob("*.ipynb")) if _says(path, module)]
    return max(fitting, key=lambda path: path.stat().st_mtime, default=None)


def _says(path: Path, module: str) -> bool:
    if path.name.endswith(".previous.ipynb"):
        return False
    try:
        found = _loaded(path.read_bytes())["metadata"]["borderlab"]
        return bool(found["module"] == module and found["part"] == "exercise")
    except (OSError, plain.NotPlainError, KeyError, TypeError):
        return False


def copy_of(path: Path, texts: Mapping[str, str]) -> Copy:
    """Copy a notebook; never fails.

    Args:
        path: the notebook.
        texts: question id -> saved text, put into its cell unless the participant typed there.
    """
    try:
        if path.stat().st_size > _MAX_READ:
            return Copy(None, "too-large")
        data = path.read_bytes()
    except OSError:
        return Copy(None, "unreadable")
    try:
        notebook = _loaded(data)
        cells = [dict(cell) for cell in notebook["cells"]]
        own = [_fill(cell, texts) for cell in cells]
        copied = _written(notebook, cells)
    except (plain.NotPlainError, KeyError, TypeError, ValueError, AttributeError):
        small = len(data) <= MAX_NOTEBOOK
        return Copy(data, "damaged") if small else Copy(None, "too-large")
    return (
        Copy(copied, own_text=any(own)) if len(copied) <= MAX_NOTEBOOK else Copy(None, "too-large")
    )


def _loaded(data: bytes) -> Any:
    return plain.load(data, max_bytes=_MAX_READ, max_depth=_MAX_DEPTH)


def _fill(cell: dict[str, Any], texts: Mapping[str, str]) -> bool:
    """Clear a cell's output and put a written answer in; whether it holds the person's own text."""
    if cell.get("cell_type") == "code":
        cell["outputs"], cell["execution_count"] = [], None
    if WRITTEN not in cell.get("metadata", {}).get("tags", []):
        return False
    source = cell.get("source", "")
    typed = (source if isinstance(source, str) else "".join(source)).strip()
    if typed not in {"", STUB}:
        return True
    qid = cell["metadata"].get("nbgrader", {}).get("grade_id")
    if qid in texts:
        cell["source"] = texts[qid]
    return False


def _written(notebook: Mapping[str, Any], cells: list[dict[str, Any]]) -> bytes:
    metadata = notebook["metadata"]
    found = {
        "cells": cells,
        "metadata": {name: metadata[name] for name in _METADATA if name in metadata},
        "nbformat": notebook["nbformat"],
        "nbformat_minor": notebook["nbformat_minor"],
    }
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return text.encode(errors="replace")
