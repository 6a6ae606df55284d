"""What the computer may refuse, in words: a full disk, a folder that is locked, a stop by hand."""

from __future__ import annotations

import errno
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from coursekit.errors import KitError
from coursekit.grading.text import _

_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def in_words() -> Iterator[None]:
    """Turn what the system or the gradebook refuses into a sentence that says what to do.

    Raises:
        KitError: in place of an error of the system or of SQLite, and when the user stops.
    """
    try:
        yield
    except BrokenPipeError:  # the reader of the output has seen enough: see `coursekit.__main__`
        raise
    except OSError as problem:
        raise KitError(_of_system(problem)) from problem
    except sqlite3.Error as problem:
        raise KitError(_of_gradebook(problem)) from problem
    except KeyboardInterrupt:
        raise KitError(
            _("Stopped. What was finished is kept: give the same command again to go on.")
        ) from None
    except Exception as problem:
        if not is_of_database(problem):
            raise
        raise KitError(_of_gradebook(problem)) from problem


def is_of_database(problem: BaseException) -> bool:
    """Whether SQLAlchemy raised it; the package is not loaded to find out."""
    package = sys.modules.get("sqlalchemy.exc")
    return package is not None and isinstance(problem, package.SQLAlchemyError)


def is_in_use(problem: BaseException) -> bool:
    """Whether a file of SQLite is held by another program."""
    return "locked" in str(problem)


def _of_system(problem: OSError) -> str:
    path = problem.filename2 or problem.filename or "…"
    if problem.errno in _FULL:
        return _full()
    if problem.errno in _CLOSED:
        return _(
            "{path} cannot be written or read: this computer does not allow it. "
            "Look at the rights of the folder, then give the same command again."
        ).format(path=path)
    return _("{path} cannot be written or read ({reason}).").format(
        path=path, reason=problem.strerror or type(problem).__name__
    )


def _of_gradebook(problem: BaseException) -> str:
    said = str(problem)
    if is_in_use(problem):
        return _(
            "Another program holds the gradebook, perhaps Formgrader or nbgrader at work. Nothing "
            "was lost. Wait until it has finished, or close it; then give the same command again."
        )
    if "full" in said:
        return _full()
    if "readonly" in said or "unable to open" in said:
        return _(
            "The gradebook cannot be written: this computer does not allow it. "
            "Look at the rights of the run's folder, then give the same command again."
        )
    return _(
        "The gradebook is damaged ({problem}). Put back a copy of the run's folder, "
        "or make a new run and grade the hand-ins again."
    ).format(problem=said.splitlines()[0][:200] if said else type(problem).__name__)


def _full() -> str:
    return _(
        "The disk is full. What was finished is kept: make room, then give the same command again."
    )
