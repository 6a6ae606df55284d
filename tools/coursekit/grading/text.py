"""The sentences of grading, in the trainer's language or in a participant's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from borderlab.i18n import Catalogues, Translator, translator

CATALOGUES = Catalogues(Path(__file__).resolve().parents[1] / "locale")


def _(message: str) -> str:
    """The message in the language in use (the trainer's)."""
    return CATALOGUES.gettext(message)


@cache
def speaker(language: str) -> Translator:
    """Messages, numbers and dates in one language, whatever the trainer's."""
    return translator(language, CATALOGUES)
