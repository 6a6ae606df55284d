"""Which languages the kit has."""

from __future__ import annotations

from borderlab.i18n import LANGUAGES


def languages() -> tuple[str, ...]:
    """Codes of all languages, English first."""
    return LANGUAGES


def translated() -> tuple[str, ...]:
    """Codes of the languages that are translations."""
    return tuple(code for code in LANGUAGES if code != "en")
