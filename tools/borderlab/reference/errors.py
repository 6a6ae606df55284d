"""What is said when a name or code is in none of the reference tables."""

from __future__ import annotations

from collections.abc import Sequence

from borderlab.i18n import N_, gettext, language

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
    """The language asked for, else the one in use."""
    return code or language()
