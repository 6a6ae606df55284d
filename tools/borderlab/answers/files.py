"""Writing a file whole or not at all, and putting a file aside without losing it."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

_TRIES = 6
_OLD = 60.0  # seconds; writing a draft takes milliseconds
_FIRST_WAIT = 0.02  # seconds; a virus scanner on Windows holds a new file about that long


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never a part.

    Raises:
        OSError: it could not be written; the old content is still there.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(3).hex()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(draft, path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    _sync_folder(path.parent)


def _replace(draft: Path, path: Path) -> None:
    for attempt in range(_TRIES):
        try:
            draft.replace(path)
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_FIRST_WAIT * 2**attempt)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can do that."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(path: Path) -> None:
    """Remove drafts that killed processes left beside a file; fresh ones are somebody's."""
    for draft in path.parent.glob(f".{path.name}.*.tmp"):
        with suppress(OSError):
            if time.time() - draft.stat().st_mtime > _OLD:
                draft.unlink()


def set_aside(path: Path, moment: str) -> Path:
    """Rename a file to ``<stem>.kept-aside-<moment>.json`` and return its new place.

    Args:
        path: the file.
        moment: UTC time such as ``2026-11-21T22:31:00Z``; signs that Windows refuses are dropped.

    Raises:
        OSError: it could not be renamed.
    """
    place = free_place(path, moment)
    path.replace(place)
    return place


def free_place(path: Path, moment: str) -> Path:
    """A name beside ``path`` that no file has yet."""
    stamp = moment.replace("-", "").replace(":", "")
    stem = f"{path.stem}.kept-aside-{stamp}"
    place = path.with_name(f"{stem}{path.suffix}")
    number = 2
    while place.exists():
        place = path.with_name(f"{stem}-{number}{path.suffix}")
        number += 1
    return place
