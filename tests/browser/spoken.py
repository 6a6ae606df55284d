"""Texts and numbers as a participant of one language reads and types them."""

from __future__ import annotations

from typing import Any

from borderlab.i18n import gettext, in_language, number


def say(language: str, text: str, **values: Any) -> str:
    """A text of the kit as a reader of that language sees it."""
    with in_language(language):
        return gettext(text).format(**values) if values else gettext(text)


def typed(value: float, language: str) -> str:
    """A number as somebody types it in that language."""
    with in_language(language):
        sign = number(0.5, 1)[1]
    return str(value).replace(".", sign)
