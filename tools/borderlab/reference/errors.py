"""What is said when a name or code is in none of the reference tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from borderlab.i18n import N_, details, gettext, language

_SENTENCES = {
    "species": N_("No species named “{name}” is in the reference tables."),
    "term": N_("No trade term has the code “{name}”."),
    "unit": N_("No unit has the code “{name}”."),
    "purpose": N_("No purpose of transaction has the code “{name}”."),
    "source": N_("No source has the code “{name}”."),
    "state": N_("No State or territory has the code “{name}”."),
    "annotation": N_("No annotation is called “{name}”."),
    "provision": N_("No legal provision has the id “{name}”."),
    "document type": N_("No type of document is called “{name}”."),
    "permit box": N_("The standard form has no box “{name}”."),
    "code": N_("No term, unit, purpose, source or country has the code “{name}”."),
}


class UnknownNameError(LookupError):
    """A name or code that the reference tables do not hold.

    Attributes:
        kind: what was looked for, such as ``"species"``.
        name: what was asked for.
        near: names that come close, best first.
    """

    def __init__(self, kind: str, name: str, near: Sequence[str] = ()) -> None:
        self.kind = kind
        self.name = name
        self.near = tuple(near)
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        sentence = gettext(_SENTENCES[self.kind]).format(name=self.name)
        if not self.near:
            return sentence
        guess = gettext("Did you mean {names}?").format(names=alternatives(self.near))
        return f"{sentence} {guess}"


def alternatives(names: Sequence[str]) -> str:
    """Join names as a sentence does: “A, B or C”."""
    if len(names) == 1:
        return names[0]
    joined = gettext("{names} or {last}")
    return joined.format(names=", ".join(names[:-1]), last=names[-1])


def chosen(code: str | None) -> str:
    """The language asked for, else the one in use.

    Raises:
        LanguageError: the kit does not have it.
    """
    return details(code).code if code else language()


def as_text(value: object) -> str:
    """The name or code that somebody asks for.

    Raises:
        ValueError: it is no text, such as the missing value of an empty cell.
    """
    if isinstance(value, str):
        return value
    sentence = gettext("A name or code must be a text, not {value}.")
    raise ValueError(sentence.format(value=repr(value)[:40]))


def as_day(date: object) -> dt.date:
    """The day of a date; a moment, also of pandas, counts as its day.

    Raises:
        ValueError: it is no date.
    """
    # The missing date of pandas is a datetime too, but has no day.
    if isinstance(date, dt.datetime) and date == date:  # noqa: PLR0124
        return date.date()
    if isinstance(date, dt.date) and not isinstance(date, dt.datetime):
        return date
    sentence = gettext("A date must be a day such as {example}, not {value}.")
    raise ValueError(sentence.format(example="datetime.date(2025, 1, 31)", value=repr(date)[:40]))
