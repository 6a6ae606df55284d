"""Give headings with a key an anchor that is the same in every language."""

from __future__ import annotations

from dataclasses import replace

from coursekit.build.draft import Draft, Edition, Notebook
from coursekit.build.grammar import Role


def anchor_headings(notebook: Notebook, _edition: Edition) -> Notebook:
    """Put ``<a id="key"></a>`` above each heading that has a key."""

    def anchored(cell: Draft) -> Draft:
        if cell.role is not Role.TEXT or not cell.target:
            return cell
        return replace(cell, source=f'<a id="{cell.target}"></a>\n\n{cell.source}')

    return tuple(map(anchored, notebook))
