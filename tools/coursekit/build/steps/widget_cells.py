"""Mark the cells that a page runs by itself when it opens."""

from __future__ import annotations

import ast
from dataclasses import replace

from coursekit.build.draft import Draft, Edition, Notebook
from coursekit.build.grammar import Role


def widget_cells(notebook: Notebook, _edition: Edition) -> Notebook:
    """Tag every code cell of a single statement, such as ``kit.base_rate_grid()``."""

    def tagged(cell: Draft) -> Draft:
        if cell.role is not Role.WIDGET or len(ast.parse(cell.source).body) != 1:
            return cell
        return replace(cell, metadata=cell.metadata | {"tags": ["kit-run"]})

    return tuple(map(tagged, notebook))
