"""The participant's code, kept once for all languages of the course."""

from __future__ import annotations

import json
from pathlib import Path

from borderlab.answers.errors import AnswerError
from borderlab.answers.files import replace_file
from borderlab.answers.seat import new_seat, normalise, valid
from borderlab.i18n import LANGUAGES
from borderlab.i18n import gettext as _

SEAT_FILE = "participant.json"
SCHEMA = 1


def seat_path(home: Path) -> Path:
    """Where the code is kept: beside the home pages of all languages.

    Args:
        home: folder of a home page, such as ``modules/fr``; a folder with another name keeps it
            itself.
    """
    return (home.parent if home.name in LANGUAGES else home) / SEAT_FILE


def read_seat(home: Path) -> str:
    """The participant's code, or an empty text when there is none that can be used."""
    try:
        found = json.loads(seat_path(home).read_text(encoding="utf-8"))
        code = found["seat"] if found["schema"] == SCHEMA else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return code if isinstance(code, str) and valid(code) else ""


def save_seat(home: Path, typed: str) -> str:
    """Keep the code that a trainer gave.

    Args:
        home: folder of the home page.
        typed: as typed; small letters, blanks and a missing hyphen are accepted.

    Returns:
        The code in its written form.

    Raises:
        AnswerError: it is no code, or it cannot be written; the message is a sentence.
    """
    code = normalise(typed)
    if not valid(code):
        text = _(
            "“{code}” is not a participant code. A code looks like {example}: compare it with the"
            " one your trainer gave you."
        )
        raise AnswerError(text.format(code=typed.strip()[:20], example="K7F3-9Q2M"))
    _write(home, code)
    return code


def ensure_seat(home: Path) -> str:
    """The participant's code; a random one is made and kept when there is none.

    Raises:
        AnswerError: it cannot be written.
    """
    code = read_seat(home)
    if not code:
        code = new_seat()
        _write(home, code)
    return code


def _write(home: Path, code: str) -> None:
    text = json.dumps({"schema": SCHEMA, "seat": code}) + "\n"
    try:
        replace_file(seat_path(home), text.encode())
    except OSError as error:
        message = _("The code could not be saved in {folder}: {reason}.")
        raise AnswerError(
            message.format(folder=seat_path(home).parent, reason=error.strerror or error)
        ) from error
