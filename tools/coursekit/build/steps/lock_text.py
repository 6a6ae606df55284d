"""Keep participants from changing or deleting text by accident."""

from __future__ import annotations

from dataclasses import replace

from coursekit.build.draft import Draft, Edition, Notebook
from coursekit.build.grammar import Role

LOCKED = {"deletable": False, "editable": False}


def lock_text(notebook: Notebook, _edition: Edition) -> Notebook:
    """Lock every text cell. It gets no grade id: nbgrader would turn it back to English."""

    def locked(cell: Draft) -> Draft:
        if cell.role is not Role.TEXT:
            return cell
        return replace(cell, metadata=cell.metadata | LOCKED)

    return tuple(map(locked, notebook))
