"""Brings a run up to today's course, when only wording, keys or checks changed.

What was handed in fits the new version then, and is graded again with it; marks given by hand
stay. Where questions were added or removed or are worth other points, work already handed in
belongs to the version it was made from: the run stays as it is, and a new run follows it
(``coursekit run new NEXT --after RUN``).

The switch can be killed at any moment: what was begun is finished by the same command.
"""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from borderlab.paths import checkout
from coursekit.errors import KitError
from coursekit.grading.files import locked, write
from coursekit.grading.pin import PINNED, pin, settings_text
from coursekit.grading.register import register
from coursekit.grading.run import Run, open_run
from coursekit.grading.text import _

VERSIONS = "versions"
_FRESH, _READY = ".renewed", "ready"


def renew(run: str | Path, *, course: Path | None = None, runs: Path | None = None) -> list[str]:
    """Pin today's course in a run that goes on.

    Args:
        run: name or folder of the run.
        course: folder with ``solutions`` and ``exercises``; default the checkout.
        runs: folder of runs.

    Returns:
        The modules that changed; grade all of them again. The version before is kept in
        ``versions/``.

    Raises:
        KitError: a module's questions or points changed, or a file is missing. Nothing was
            changed then.
    """
    folder = _folder(run, runs)
    with locked(folder):
        fresh = folder / _FRESH
        if not (fresh / _READY).is_file():
            found = open_run(folder)
            shutil.rmtree(fresh, ignore_errors=True)
            changed = _prepare(found, fresh, course)
            if not changed:
                shutil.rmtree(fresh, ignore_errors=True)
                return []
            write(fresh / _READY, json.dumps(changed))
        changed = json.loads((fresh / _READY).read_text(encoding="utf-8"))
        _switch(folder, fresh, changed)
    return list(changed)


def _folder(run: str | Path, runs: Path | None) -> Path:
    """The folder of a run, also of one whose switch was interrupted."""
    from coursekit.grading.run import runs_folder

    for folder in (Path(run), (runs or runs_folder()) / run):
        if (folder / _FRESH / _READY).is_file() and (folder / "run.toml").is_file():
            return folder.resolve()
    return open_run(run, runs).folder


def _prepare(run: Run, fresh: Path, course: Path | None) -> list[str]:
    """Write the new version beside the old one; gives the modules that differ."""
    root = course or checkout()
    if root is None:
        raise KitError(_("Runs are made in a checkout of the kit: it holds the solutions."))
    fresh.mkdir(mode=0o700)
    pin(fresh, root, run.assignments, run.languages)
    changed = [name for name in run.assignments if _bytes(run.folder, name) != _bytes(fresh, name)]
    other = [name for name in changed if shape(run.folder, name) != shape(fresh, name)]
    if other:
        shutil.rmtree(fresh, ignore_errors=True)
        raise KitError(
            _(
                "In {modules} questions were added or removed, or are worth other points. What "
                "was handed in belongs to the version it was made from, so the run stays as it "
                "is. For new work make a run that follows it: coursekit run new NEXT --after {run}"
            ).format(modules=", ".join(other), run=run.folder.name)
        )
    register(fresh, run.assignments)  # in a gradebook of its own: only to see that it is accepted
    (fresh / "gradebook.db").unlink()
    write(fresh / "run.toml", settings_text(fresh, run.assignments, run.languages, run.after))
    return changed


def _switch(folder: Path, fresh: Path, changed: Sequence[str]) -> None:
    """Put the new version in the place of the old one; every step may have been done before."""
    kept = folder / VERSIONS / _number(folder)
    kept.mkdir(parents=True, exist_ok=True)
    for step in PINNED:
        if (fresh / step).is_dir():
            if (folder / step).is_dir():
                (folder / step).rename(kept / step)
            (fresh / step).rename(folder / step)
    register(folder, changed)
    if (fresh / "run.toml").is_file():
        shutil.copyfile(folder / "run.toml", kept / "run.toml")
        (fresh / "run.toml").replace(folder / "run.toml")
    for name in changed:  # pages that explain the old version
        for page in folder.glob(f"feedback/*/{name}/{name}.html"):
            page.unlink()
    shutil.rmtree(fresh)


def _number(folder: Path) -> str:
    """The name of the version that is put aside: the one begun, else the next number."""
    there = sorted(int(path.name) for path in (folder / VERSIONS).glob("[0-9]*"))
    begun = there and not (folder / VERSIONS / str(there[-1]) / "run.toml").is_file()
    return str(there[-1] if begun else len(there) + 1)


def shape(folder: Path, module: str) -> Any:
    """What must be equal for old work to fit: cells with their points, stubs and questions."""
    notebook = json.loads((folder / "source" / module / f"{module}.ipynb").read_text("utf-8"))
    graded = [
        [cell["cell_type"], meta["grade_id"], meta["grade"], meta["solution"], meta.get("points")]
        for cell in notebook["cells"]
        if (meta := cell["metadata"].get("nbgrader"))
    ]
    release = folder / "release" / "en" / module
    given = json.loads((release / f"{module}.ipynb").read_text("utf-8"))
    stubs = {
        meta["grade_id"]: "".join(cell["source"])
        for cell in given["cells"]
        if (meta := cell["metadata"].get("nbgrader")) and meta["solution"]
    }
    asked = json.loads((release / "questions.json").read_text("utf-8"))["questions"]
    return [graded, stubs, [[entry["id"], entry["kind"]] for entry in asked]]


def _bytes(folder: Path, module: str) -> list[tuple[str, bytes]]:
    """All pinned files of a module."""
    return [
        (path.relative_to(folder).as_posix(), path.read_bytes()) for path in _of(folder, module)
    ]


def _of(folder: Path, module: str) -> Iterator[Path]:
    for step in PINNED:
        for path in sorted((folder / step).rglob("*")):
            parts = path.relative_to(folder).parts
            if path.is_file() and (module in parts or path.name.startswith(f"{module}.")):
                yield path


def versions(folder: Path) -> list[str]:
    """The kit versions that the run had before, oldest first."""
    found = sorted(
        (folder / VERSIONS).glob("[0-9]*/run.toml"), key=lambda path: int(path.parts[-2])
    )
    return [str(tomllib.loads(path.read_text(encoding="utf-8"))["kit"]) for path in found]
