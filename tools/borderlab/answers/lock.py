"""One writer at a time, across windows and kernels that share a file."""

from __future__ import annotations

import importlib
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PATIENCE = 8.0  # seconds; a write takes milliseconds, so whoever holds longer is stopped or dead
STALE = 1.5  # seconds without change after which a left-over marker counts as left over


def _optional(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


_fcntl = _optional("fcntl")
_msvcrt = _optional("msvcrt")


class _UnsupportedError(Exception):
    """This system or this disk has no locks."""


@contextmanager
def locked(path: Path, patience: float | None = None) -> Iterator[bool]:
    """Hold the lock file ``path`` while the block runs.

    The system's own lock is used, which a dead process cannot leave behind; where there is none
    (some network disks, a browser), a marker file that is taken over when it is stale. After
    ``patience`` seconds (default `PATIENCE`) the block runs without the lock: callers re-read and
    merge, so that the worst case is one late answer of a stopped process, not a notebook that
    cannot save.

    Yields:
        Whether the lock is held.

    Raises:
        OSError: the lock file cannot be created (folder missing or not writable).
    """
    patience = PATIENCE if patience is None else patience
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            held = _wait(lambda: _take(handle), patience)
        except _UnsupportedError:
            with _marker(path.with_name(path.name + "-held"), patience) as held:
                yield held
            return
        try:
            yield held
        finally:
            if held:
                _release(handle)
    finally:
        os.close(handle)


def _wait(attempt: Any, patience: float) -> bool:
    end = time.monotonic() + patience
    while not attempt():
        if time.monotonic() > end:
            return False
        time.sleep(random.uniform(0.001, 0.012))  # noqa: S311  (spreads the waiting windows)
    return True


def _take(handle: int) -> bool:
    if _fcntl is not None:
        try:
            _fcntl.flock(handle, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise _UnsupportedError from error
        return True
    if _msvcrt is not None:
        try:
            _msvcrt.locking(handle, _msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    raise _UnsupportedError


def _release(handle: int) -> None:
    with suppress(OSError):
        if _fcntl is not None:
            _fcntl.flock(handle, _fcntl.LOCK_UN)
        elif _msvcrt is not None:
            os.lseek(handle, 0, os.SEEK_SET)
            _msvcrt.locking(handle, _msvcrt.LK_UNLCK, 1)


@contextmanager
def _marker(path: Path, patience: float) -> Iterator[bool]:
    token = os.urandom(8).hex()
    watch = _Watch(path)
    held = _wait(lambda: _create(path, token) or watch.took_over(), patience)
    try:
        yield held
    finally:
        if held and _content(path) == token:
            with suppress(OSError):
                path.unlink()


def _create(path: Path, token: str) -> bool:
    try:
        with path.open("x", encoding="ascii") as file:
            file.write(token)
    except FileExistsError:
        return False
    return True


def _content(path: Path) -> str | None:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, ValueError):
        return None


class _Watch:
    """Removes a marker that did not change for `STALE` seconds; clocks are not compared."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seen: str | None = None
        self.since = time.monotonic()

    def took_over(self) -> bool:
        """Clear a stale marker; the next attempt to create it decides, so always False."""
        content = _content(self.path)
        if content != self.seen:
            self.seen, self.since = content, time.monotonic()
        elif content is not None and time.monotonic() - self.since > STALE:
            self._clear(content)
        return False

    def _clear(self, content: str) -> None:
        aside = self.path.with_name(f"{self.path.name}-{os.urandom(3).hex()}")
        with suppress(OSError):
            self.path.replace(aside)  # only one of several waiting windows gets it
            if _content(aside) != content:
                os.link(aside, self.path)  # somebody else's fresh marker: give it back
            aside.unlink()
