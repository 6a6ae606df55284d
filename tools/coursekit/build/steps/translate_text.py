"""Lay the translation over the text cells."""

from __future__ import annotations

from dataclasses import replace

from coursekit.build.draft import Draft, Edition, Notebook
from coursekit.build.grammar import Role


def translate_text(notebook: Notebook, edition: Edition) -> Notebook:
    """Give every text cell the edition's language."""

    def translated(cell: Draft) -> Draft:
        if cell.role is not Role.TEXT or cell.origin is None:
            return cell
        source = edition.translation.text(cell.source, cell.origin.source.line)
        return replace(cell, source=source)

    return tuple(map(translated, notebook))
