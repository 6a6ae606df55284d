"""From the trainers' notebook to the participants': nbgrader's own preprocessors, in process.

The list is that of ``nbgrader generate_assignment`` without the steps that need a database
(SaveCells), a kernel (InstantiateTests) or extra files (IncludeHeaderFooter); the bytes are the
same, which a test compares.
"""

from __future__ import annotations

import logging
from typing import Any

from coursekit.build.steps.written_cells import TEXT_STUB

# What nbgrader leaves where a solution was. Nothing: the author's own lines outside the markers
# are the stub. A stub that raises would stop "Run all" in front of the widgets below.
CODE_STUB = {"python": ""}


def release(source: dict[str, Any]) -> dict[str, Any]:
    """The release version of a source notebook: no solutions, no hidden tests, with checksums."""
    import nbformat
    from nbgrader import preprocessors as steps

    log = logging.getLogger("coursekit.release")
    chain = (
        steps.LockCells(log=log),
        steps.ClearSolutions(log=log, code_stub=CODE_STUB, text_stub=TEXT_STUB),
        steps.ClearOutput(log=log),
        steps.CheckCellMetadata(log=log),
        steps.ComputeChecksums(log=log),
        steps.ClearHiddenTests(log=log),
        steps.ClearMarkScheme(log=log),
        steps.ComputeChecksums(log=log),
        steps.CheckCellMetadata(log=log),
    )
    import copy

    notebook = nbformat.from_dict(copy.deepcopy(source))
    resources: dict[str, Any] = {}
    for step in chain:
        notebook, resources = step.preprocess(notebook, resources)
    found: dict[str, Any] = notebook
    return found


def nbgrader_config() -> dict[str, dict[str, Any]]:
    """The same choices as configuration of ``nbgrader generate_assignment``."""
    return {"ClearSolutions": {"code_stub": dict(CODE_STUB), "text_stub": TEXT_STUB}}
