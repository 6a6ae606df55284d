"""Write the built files, or compare them with what is on disk."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coursekit.build.compose import Files

TREES = ("modules", "solutions", "exercises")
SHIPMENTS = PurePosixPath("datasets", "shipments")
_SOURCE = PurePosixPath("modules", "source")
_DATA_NAMES = {"questions.json", "course.json"}


@dataclass(frozen=True)
class Difference:
    """What separates the disk from a build; all paths are below the course's root."""

    changed: tuple[PurePosixPath, ...]
    missing: tuple[PurePosixPath, ...]
    orphaned: tuple[PurePosixPath, ...]
    foreign: tuple[PurePosixPath, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.orphaned)


def compare(root: Path, files: Files, concerns: Callable[[PurePosixPath], bool]) -> Difference:
    """Compare the generated trees with a build.

    Args:
        root: the course's root.
        files: what the build gives.
        concerns: whether this build speaks about a path (one language, one module).
    """
    changed, missing = [], []
    for path, content in files.items():
        target = root / path
        if not target.is_file():
            missing.append(path)
        elif target.read_bytes() != content:
            changed.append(path)
    others = [p for p in _existing(root) if p not in files and concerns(p)]
    orphaned = [path for path in others if _is_ours(root / path)]
    foreign = [path for path in others if path not in set(orphaned)]
    return Difference(*(tuple(sorted(paths)) for paths in (changed, missing, orphaned, foreign)))


def write(root: Path, files: Files, difference: Difference) -> None:
    """Make the disk equal to the build; a file that is equal already is left alone."""
    for path in (*difference.changed, *difference.missing):
        _replace(root / path, files[path])
    for path in difference.orphaned:
        (root / path).unlink()
        _remove_empty(root, (root / path).parent)


def _existing(root: Path) -> Iterator[PurePosixPath]:
    for tree in TREES:
        for path in (root / tree).glob("**/*"):
            found = PurePosixPath(path.relative_to(root).as_posix())
            hidden = any(part.startswith((".", "__")) for part in found.parts)
            if path.is_file() and not hidden and not found.is_relative_to(_SOURCE):
                yield found


def _is_ours(path: Path) -> bool:
    """Whether a build made this file: a participant's own file is never deleted."""
    if path.parent.name == "files" or path.name in _DATA_NAMES or path.name.endswith(".key.json"):
        return True
    if path.suffix != ".ipynb":
        return False
    try:
        return "borderlab" in json.loads(path.read_bytes()).get("metadata", {})
    except (ValueError, AttributeError):
        return False


def _replace(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".build-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _remove_empty(root: Path, folder: Path) -> None:
    while root not in (folder.parent, folder) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
