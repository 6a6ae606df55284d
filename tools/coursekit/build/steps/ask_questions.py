"""Turn each question into the line that shows it."""

from __future__ import annotations

from dataclasses import replace

from coursekit.build.draft import Draft, Edition, Notebook
from coursekit.build.grammar import Role
from coursekit.build.steps.lock_text import LOCKED


def ask_questions(notebook: Notebook, _edition: Edition) -> Notebook:
    """Replace raw question cells by ``kit.ask("q1")``; their content goes to questions.json."""

    def asked(cell: Draft) -> Draft:
        if cell.role is not Role.QUESTION:
            return cell
        metadata = {"jupyter": {"source_hidden": True}, "tags": ["kit-run"], **LOCKED}
        return replace(cell, kind="code", source=f'kit.ask("{cell.target}")', metadata=metadata)

    return tuple(map(asked, notebook))
