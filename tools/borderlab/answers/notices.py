"""What participants are told about their file of answers: sentences in the language in use."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import Any

from borderlab.answers.errors import AnswerError
from borderlab.answers.plain import NotPlainError, TooLargeError, check_value
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number

_SHOWN = 10  # question ids named in a notice


def why_not_saved(error: OSError) -> str:
    """Why the answers could not be written and what to do."""
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


def refuse_unplain(value: Any) -> None:
    """Let only plain data of bounded size pass.

    Raises:
        AnswerError: with the reason and what to give instead.
    """
    try:
        check_value(value)
    except TooLargeError as error:
        raise AnswerError(_("This answer is too long to be saved. Shorten it.")) from error
    except NotPlainError as error:
        message = _("This answer cannot be saved. Give a number, a text, a list or a table.")
        raise AnswerError(message) from error


def newer() -> str:
    """A later version of the kit wrote the file."""
    return _("These answers were saved by a newer version of the kit. Update the kit.")


def damaged(name: str) -> str:
    """The file could not be read and is now called ``name``."""
    message = _(
        "The saved answers could not be read, so a new file was started. The old one was kept as "
        "{name}; nothing was deleted."
    )
    return message.format(name=name)


def foreign(name: str, owner: str) -> str:
    """The file belongs to the notebook ``owner`` and is now called ``name``."""
    message = _(
        "The saved answers beside this notebook belong to another one ({owner}). They were kept "
        "as {name}, and a new file was started."
    )
    return message.format(owner=owner, name=name)


def dropped(name: str, qids: Iterable[str]) -> str:
    """The answers to ``qids`` could not be read; the file as it was is now called ``name``."""
    ids = sorted(qid[:20] for qid in qids)
    shown = ", ".join(ids[:_SHOWN]) + (", …" if len(ids) > _SHOWN else "")
    message = ngettext(
        "{n} saved answer could not be read ({questions}): please answer again. The old file was "
        "kept as {name}.",
        "{n} saved answers could not be read ({questions}): please answer again. The old file was "
        "kept as {name}.",
        len(ids),
    )
    return message.format(n=number(len(ids)), questions=shown, name=name)
