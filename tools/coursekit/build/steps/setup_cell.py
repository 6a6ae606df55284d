"""Put the set-up cell on top: the only code that differs between languages."""

from __future__ import annotations

from coursekit.build.draft import Draft, Edition, Notebook, cell_id
from coursekit.build.steps.lock_text import LOCKED


def setup_cell(notebook: Notebook, edition: Edition) -> Notebook:
    """Insert the cell that imports the kit and opens the notebook in its language."""
    module, part = edition.module.id, edition.part.name
    source = (
        f"# Generated from {edition.part.file.name} - edit that file, not this notebook.\n"
        "import borderlab as kit\n"
        f'kit.open_notebook("{module}", "{part}", language="{edition.language}")'
    )
    metadata = {"jupyter": {"source_hidden": True}, "tags": ["kit-setup", "kit-run"], **LOCKED}
    return (Draft(cell_id(module, part, "set-up"), "code", source, metadata), *notebook)
