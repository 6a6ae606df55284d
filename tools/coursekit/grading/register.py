"""Registers assignments in a gradebook with nbgrader's own steps, in this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from coursekit.errors import KitError
from coursekit.grading.text import _


def register(folder: Path, modules: Sequence[str]) -> None:
    """Record the cells of each module's pinned solution in ``folder/gradebook.db``.

    These are the steps of ``nbgrader generate_assignment`` up to the one that writes to the
    database; the release itself was made by the build.

    Raises:
        KitError: nbgrader does not accept a solution.
    """
    import nbformat
    from nbgrader.api import Gradebook

    url = f"sqlite:///{(folder / 'gradebook.db').as_posix()}"
    with _own_commands_first(), Gradebook(url) as book:
        for module in modules:
            book.update_or_create_assignment(module)
    for module in modules:
        path = folder / "source" / module / f"{module}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        try:
            cleared = _recorded(notebook, module, url)
        except Exception as problem:
            raise KitError(
                _("nbgrader does not accept the solution of {module}: {problem}").format(
                    module=module, problem=problem
                )
            ) from problem
        for release in sorted(folder.glob(f"release/*/{module}/{module}.ipynb")):
            _compare(cleared, nbformat.read(release, as_version=4), release)


def _recorded(notebook: Any, module: str, url: str) -> Any:
    """Put one solution into the gradebook; gives it as it stood when it was recorded."""
    from nbgrader import preprocessors as steps

    from coursekit.build.release import CODE_STUB
    from coursekit.build.steps.written_cells import TEXT_STUB

    resources = {"nbgrader": {"notebook": module, "assignment": module, "db_url": url}}
    for step in (
        steps.LockCells(),
        steps.ClearSolutions(code_stub=CODE_STUB, text_stub=TEXT_STUB),
        steps.ClearOutput(),
        steps.CheckCellMetadata(),
        steps.ComputeChecksums(),
        steps.SaveCells(),
    ):
        notebook, resources = step.preprocess(notebook, resources)
    return notebook


def _compare(cleared: Any, release: Any, path: Path) -> None:
    """An untouched answer is known by its text: it must be the same in every edition."""
    if _stubs(cleared) != _stubs(release):
        raise KitError(
            _(
                "The answer cells of {path} are not those of the solution. Run: coursekit build"
            ).format(path=path)
        )


def _stubs(notebook: Any) -> dict[str, str]:
    found = {}
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        if meta.get("solution"):
            found[meta["grade_id"]] = cell.source
    return found


@contextmanager
def _own_commands_first() -> Iterator[None]:
    """Let nbgrader find ``alembic`` beside this Python even when its folder is not on the path."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before
