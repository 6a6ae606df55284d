"""The message catalogues: one compiled file per room and language, read on first use."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from borderlab.i18n.languages import LOCALE, SOURCE_LANGUAGE, language

if TYPE_CHECKING:
    from gettext import NullTranslations


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for it)
    """Mark a message for translation where it is stored, to be translated where it is shown."""
    return message


@dataclass(frozen=True)
class Catalogues:
    """The catalogues under one folder: ``<folder>/<language>/LC_MESSAGES/<room>.mo``.

    ``borderlab`` and ``coursekit`` each have one. A missing or damaged catalogue shows English.
    """

    folder: Path
    _loaded: dict[str, NullTranslations] = field(default_factory=dict, repr=False)

    def translations(self, code: str) -> NullTranslations:
        """All rooms' messages in one language, as the standard library's translations object."""
        if code not in self._loaded:
            self._loaded[code] = _load(self.folder / code / "LC_MESSAGES")
        return self._loaded[code]

    def gettext(self, message: str, code: str | None = None) -> str:
        """The message in a language (default: the one in use)."""
        code = code or language()
        if code == SOURCE_LANGUAGE or not message:
            return message
        return self.translations(code).gettext(message)

    def ngettext(self, one: str, many: str, n: int, code: str | None = None) -> str:
        """The message for a count of ``n`` in a language (default: the one in use)."""
        code = code or language()
        if code == SOURCE_LANGUAGE:
            return one if n == 1 else many
        return self.translations(code).ngettext(one, many, n)


def _load(folder: Path) -> NullTranslations:
    from gettext import GNUTranslations, NullTranslations

    first = NullTranslations()
    for path in sorted(folder.glob("*.mo")):
        try:
            with path.open("rb") as file:
                room = GNUTranslations(file)
        except (OSError, ValueError):
            continue
        first.add_fallback(room)
    return first


CATALOGUES = Catalogues(LOCALE)


def gettext(message: str) -> str:
    """The message in the language in use."""
    return CATALOGUES.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for a count of ``n`` in the language in use."""
    return CATALOGUES.ngettext(one, many, n)
