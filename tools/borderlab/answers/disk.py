"""What a notebook finds in place of its file of answers."""

from __future__ import annotations

import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from borderlab.answers import codec, plain
from borderlab.answers.records import Answers

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
