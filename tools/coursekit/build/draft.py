"""A notebook in the making: immutable cells that still know the source they come from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from coursekit.build.grammar import Cell, Role
from coursekit.build.part import ModuleSource, Part
from coursekit.build.translation import Translation

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class Draft:
    """One cell on its way into a notebook."""

    id: str
    kind: str
    source: str
    metadata: dict[str, Any] = field(default_factory=dict)
    origin: Cell | None = None

    @property
    def role(self) -> Role | None:
        """The role its author gave it; None for a cell of the builder's own."""
        return self.origin.role if self.origin else None

    @property
    def target(self) -> str:
        """The question or heading key it belongs to, or ""."""
        return self.origin.target if self.origin else ""


Notebook = tuple[Draft, ...]


@dataclass(frozen=True)
class Edition:
    """What a step may know: the part, its module, and the language with its translation."""

    module: ModuleSource
    part: Part
    translation: Translation
    kit: str

    @property
    def language(self) -> str:
        """Code of the edition's language."""
        return self.translation.language


Step = Callable[[Notebook, Edition], Notebook]


def cell_id(module: str, part: str, text: str, occurrence: int = 0) -> str:
    """An id that is the same on every build and in every language."""
    name = "\0".join([module, part, text, str(occurrence)])
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def begin(part: Part) -> Notebook:
    """The cells of a part as written, with the ids they keep."""
    seen: Counter[str] = Counter()
    cells = []
    for cell in part.cells:
        text = f"{cell.role.value}\0{cell.target}\0{cell.source.text}"
        found = cell_id(part.module, part.name, text, seen[text])
        seen[text] += 1
        cells.append(Draft(found, cell.source.kind, cell.source.text, {}, cell))
    return tuple(cells)


def finish(notebook: Notebook, edition: Edition) -> dict[str, Any]:
    """The notebook in Jupyter's own form (nbformat 4.5), without outputs."""
    return {
        "cells": [_plain(cell) for cell in notebook],
        "metadata": {
            "borderlab": {
                "kit": edition.kit,
                "module": edition.module.id,
                "part": edition.part.name,
                "language": edition.language,
            },
            "kernelspec": dict(KERNEL),
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _plain(cell: Draft) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": cell.id,
        "cell_type": cell.kind,
        "metadata": cell.metadata,
        "source": cell.source,
    }
    if cell.kind == "code":
        plain |= {"execution_count": None, "outputs": []}
    return plain
