"""What a notebook finds in place of its file of answers."""

from __future__ import annotations

import errno
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from borderlab.answers import codec, plain
from borderlab.answers.records import Answers
from borderlab.i18n import gettext as _

_TRIES = 4
_WAIT = 0.03  # seconds; a virus scanner on Windows holds a file about that long


class State(Enum):
    """What kind of file it is."""

    MISSING = "missing"
    GOOD = "good"
    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file of answers as found.

    Attributes:
        state: what kind of file it is.
        data: its content, as far as it could be read.
        answers: the answers in it, when the state is good.
        bad: question ids of records that cannot be used, with the reason.
        owner: module and part of a foreign file.
    """

    state: State
    data: bytes = b""
    answers: Answers | None = None
    bad: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""


def look(path: Path, module: str, part: str) -> Reading:
    """Read the file of answers of one notebook.

    Raises:
        OSError: there is a file, but the disk or the network does not give it now.
    """
    try:
        data = _bytes(path)
    except FileNotFoundError:
        return Reading(State.MISSING)
    except PermissionError:
        return Reading(State.DAMAGED)
    return _understand(data, module, part)


def _understand(data: bytes | None, module: str, part: str) -> Reading:
    if data is None:
        return Reading(State.DAMAGED)
    try:
        answers, bad = codec.decode(data)
    except codec.NewerSchemaError:
        return Reading(State.NEWER, data)
    except plain.NotPlainError:
        return Reading(State.DAMAGED, data)
    if (answers.module, answers.part) != (module, part):
        return Reading(State.FOREIGN, data, owner=f"{answers.module}, {answers.part}")
    return Reading(State.GOOD, data, answers, bad)


def _bytes(path: Path) -> bytes | None:
    """The content up to one byte more than allowed; None for a folder or a device."""
    if not stat.S_ISREG(path.stat().st_mode):
        return None
    for _attempt in range(_TRIES - 1):
        try:
            return _read(path)
        except PermissionError:
            time.sleep(_WAIT)
    return _read(path)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(plain.MAX_FILE_BYTES + 1)


def why_not_saved(error: OSError) -> str:
    """Why the answers could not be written and what to do, as sentences."""
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", -1)}:
        cause = _("The disk is full. Delete something, for example old downloads.")
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        cause = _("This folder does not allow saving. Copy it to a folder of your own.")
    else:
        cause = _("The answer could not be saved ({reason}).")
        cause = cause.format(reason=error.strerror or type(error).__name__)
    return cause + " " + kept_in_memory()


def kept_in_memory() -> str:
    """What happens to an answer that is not in the file."""
    return _(
        "Your answer is kept as long as this notebook stays open, and saving is tried again with "
        "your next answer."
    )
