"""The sentences of the start in the user's language, and the terminal they go to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

from borderlab.i18n import Catalogues

CATALOGUES = Catalogues(Path(__file__).resolve().parent / "locale")


def _(message: str) -> str:
    """The message in the language in use."""
    return CATALOGUES.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for a count of ``n`` in the language in use."""
    return CATALOGUES.ngettext(one, many, n)


def cannot_write(folder: object) -> str:
    """What to say when a file or folder of the kit cannot be written."""
    return _(
        "{folder} cannot be written. Copy the kit into a folder of your own, for example"
        " in your documents, and start it there."
    ).format(folder=folder)


def disk_full() -> str:
    """What to say when the disk ran full."""
    return _("The disk is full. Free about 1 GB and start again.")


class StartError(Exception):
    """A foreseeable problem; its message is the sentence shown to the user."""


def say(text: str = "", stream: TextIO | None = None) -> None:
    """Write one line, at once."""
    print(text, file=stream or sys.stdout, flush=True)


def never_fail_on_letters() -> None:
    """Let an old terminal show a question mark for a letter it lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
