"""Files that are either whole or not there, and the lock of a run."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from coursekit.errors import KitError
from coursekit.grading.text import _
from coursekit.grading.trouble import is_in_use


def write(path: Path, data: str | bytes) -> None:
    """Write a file through a neighbour and a rename, so that a kill never leaves half a file."""
    raw = _raw(data)
    fresh = path.with_name(f".{path.name}.new")
    try:
        try:
            fresh.write_bytes(raw)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(raw)
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise


def write_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files of one folder. A folder that is new appears whole, by one rename.

    Where it is there already, each file is replaced by itself and others stay.
    """
    if folder.is_dir():
        for name, data in files.items():
            write(folder / name, data)
        return
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, data in files.items():
        with open(f"{fresh}{os.sep}{name}", "wb") as file:  # noqa: PTH123  (thousands of them)
            file.write(_raw(data))
    fresh.rename(folder)


def _raw(data: str | bytes) -> bytes:
    return data.encode("utf-8", "replace") if isinstance(data, str) else data


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the run alone. The system lets go of the lock when the process ends, however it ends.

    Raises:
        KitError: another process is grading the same run.
    """
    try:
        connected = sqlite3.connect(folder / ".lock", timeout=0.2, isolation_level=None)
    except sqlite3.OperationalError:
        raise _closed(folder) from None
    with closing(connected) as lock:
        with suppress(OSError):
            os.chmod(folder / ".lock", 0o600)  # noqa: PTH101  (Path.chmod follows on all systems)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as problem:
            if not is_in_use(problem):
                raise _closed(folder) from None
            raise KitError(
                _(
                    "The run “{run}” is being graded by another window just now. "
                    "Wait until it has finished, then try again."
                ).format(run=folder.name)
            ) from None
        yield


def _closed(folder: Path) -> KitError:
    return KitError(
        _("Nothing can be written in {folder}. Look at its rights and at the space left.").format(
            folder=folder
        )
    )
