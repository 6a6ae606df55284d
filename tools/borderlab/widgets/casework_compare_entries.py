"""What three papers say of one thing, and how one of them is made to differ."""

from __future__ import annotations

import dataclasses
import random
from dataclasses import dataclass

from borderlab.documents.model import Permit, PermitLine
from borderlab.i18n import gettext as _
from borderlab.i18n import number


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that three papers speak of.

    Attributes:
        id: ``species``, ``quantity``, ...
        permit, papers, goods: what each says, in the language in use; "" if it says nothing.
        verdict: one of `VERDICTS`.
        why: why the difference is ordinary, or why it matters.
        rule: id of the rule that speaks of it.
    """

    id: str
    permit: str
    papers: str
    goods: str
    verdict: str = "same"
    why: str = ""
    rule: str = ""


class Skip(Exception):  # noqa: N818  (no error: this change does not suit the consignment)
    """A change does not suit this consignment."""


@dataclass(slots=True)
class Draft:
    """What a change may look at."""

    permit: Permit
    line: PermitLine
    rng: random.Random
    entries: dict[str, Entry]

    def set(self, name: str, verdict: str, rule: str, why: str, **texts: str) -> None:
        """Make an entry differ."""
        old = self.entries.get(name)
        if old is None or old.verdict != "same":
            raise Skip
        self.entries[name] = dataclasses.replace(old, verdict=verdict, rule=rule, why=why, **texts)


def kilograms(value: float) -> str:
    """A net weight."""
    return _("{n} kg net").format(n=number(value, 1))


def marks_shown(marks: tuple[str, ...]) -> str:
    """The first few marks, and how many more there are."""
    few = ", ".join(marks[:3])
    if len(marks) <= 3:  # noqa: PLR2004  (as many as are shown)
        return few
    return _("{few} and {n} more").format(few=few, n=len(marks) - 3)
