"""Lay the translation over the text cells."""

from __future__ import annotations

from dataclasses import replace

from coursekit.build.draft import Draft, Edition, Notebook
from coursekit.build.grammar import Role


def translate_text(notebook: Notebook, edition: Edition) -> Notebook:
    """Give every text cell the edition's language."""

    def translated(cell: Draft) -> Draft:
        if cell.role is not Role.TEXT:
            return cell
        return replace(cell, source=edition.translation.text(cell.source))

    return tuple(map(translated, notebook))
