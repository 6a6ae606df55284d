"""Writing so that a crash, a full disk or a second window never leaves half a file."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from starter.texts import StartError, _, cannot_write, say

_UNWRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR}
_LONGEST_WAIT = 1800  # seconds: a first start on a slow line


def make_folder(folder: Path) -> None:
    """Make a folder that can be written.

    Raises:
        StartError: the kit is in a place where this user cannot write.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        raise StartError(cannot_write(folder)) from error


def write(path: Path, content: bytes) -> None:
    """Write a file completely or not at all; nothing happens when it is already so."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Wait until no other start holds this lock file; it frees itself when a start dies."""
    with path.open("a+b") as file:
        _take(file)
        yield


def _take(file: IO[bytes]) -> None:
    """Take the lock; where a network drive has none, two starts at once are the user's risk."""
    if _lock(file):
        return
    say(_("Another start of the kit is preparing the environment; waiting for it…"))
    end = time.monotonic() + _LONGEST_WAIT
    while time.monotonic() < end and not _lock(file):
        time.sleep(0.5)


def _lock(file: IO[bytes]) -> bool:
    """Try to take the lock; False when it cannot be had now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
    return True
