"""One language, whatever the language in use: feedback and reports need three at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from borderlab.i18n import dates, numbers
from borderlab.i18n.catalogues import CATALOGUES, Catalogues
from borderlab.i18n.languages import Language, details


@dataclass(frozen=True)
class Translator:
    """Messages, numbers and dates in one language."""

    language: str
    catalogues: Catalogues = CATALOGUES

    @property
    def details(self) -> Language:
        """How the language writes numbers and dates."""
        return details(self.language)

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return self.catalogues.gettext(message, self.language)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The message for a count of ``n`` in this language."""
        return self.catalogues.ngettext(one, many, n, self.language)

    def number(self, x: float, digits: int | None = None) -> str:
        """See `numbers.number`."""
        return numbers.number(x, digits, self.language)

    def percent(self, x: float, digits: int = 0) -> str:
        """See `numbers.percent`."""
        return numbers.percent(x, digits, self.language)

    def date(self, day: dt.date | str) -> str:
        """See `dates.date`."""
        return dates.date(day, self.language)

    def time(self, clock: dt.time | dt.datetime | str) -> str:
        """See `dates.time`."""
        return dates.time(clock, self.language)

    def moment(self, when: dt.datetime | str) -> str:
        """See `dates.moment`."""
        return dates.moment(when, self.language)


def translator(language: str, catalogues: Catalogues = CATALOGUES) -> Translator:
    """The translator for a language.

    Raises:
        LanguageError: the kit does not have it.
    """
    details(language)
    return Translator(language, catalogues)
