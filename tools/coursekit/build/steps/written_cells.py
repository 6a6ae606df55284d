"""Make room for written answers that a trainer marks by hand."""

from __future__ import annotations

from dataclasses import replace

from coursekit.build.draft import Draft, Edition, Notebook
from coursekit.build.grammar import Role

# Equal in all languages: an untouched answer must have the checksum of the release.
TEXT_STUB = "\N{LOWER RIGHT PENCIL} \N{HORIZONTAL ELLIPSIS}"


def written_cells(notebook: Notebook, _edition: Edition) -> Notebook:
    """Replace rubrics by the cell that hand-in fills; the rubric goes to the key file."""

    def written(cell: Draft) -> Draft:
        if cell.role is not Role.WRITTEN or cell.origin is None:
            return cell
        nbgrader = {
            "cell_type": "markdown",
            "grade": True,
            "grade_id": cell.target,
            "locked": False,
            "points": cell.origin.points,
            "schema_version": 3,
            "solution": True,
            "task": False,
        }
        metadata = cell.metadata | {"tags": ["kit-written"], "nbgrader": nbgrader}
        return replace(cell, source=TEXT_STUB, metadata=metadata)

    return tuple(map(written, notebook))
