"""What the analysts' two tasks share: reading a list, and credit by precision and recall."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from borderlab.documents.catalogue import rule
from borderlab.documents.explaining import rule_text
from borderlab.i18n import gettext as _
from borderlab.tasks import TaskError

MOST_NAMED = 600
LONGEST = 80
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Hits:
    """How a list that was named compares with the truth.

    Attributes:
        found, wrong, missed: named and true, named and not true, true and not named; sorted.
    """

    found: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Share of what was named that is true; 0 if nothing was named."""
        named = len(self.found) + len(self.wrong)
        return len(self.found) / named if named else 0.0

    @property
    def recall(self) -> float:
        """Share of the truth that was named."""
        true = len(self.found) + len(self.missed)
        return len(self.found) / true if true else 0.0

    @property
    def credit(self) -> float:
        """The harmonic mean of precision and recall: naming everything earns next to nothing."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def compare(named: Collection[str], truth: Collection[str]) -> Hits:
    """Compare what was named with the truth."""
    mine, true = set(named), set(truth)
    return Hits(tuple(sorted(mine & true)), tuple(sorted(mine - true)), tuple(sorted(true - mine)))


def read(raw: Any, name: Callable[[Any], str], columns: Sequence[str]) -> list[str] | None:
    """A list of names in one form: sorted, each once; None if nothing was named.

    Args:
        raw: a list, set, array, Series, Index, data frame or text (separated by commas or
            semicolons).
        name: gives the one form of an entry, "" if it is none.
        columns: columns of a data frame that make an entry.

    Raises:
        TaskError: an entry is none; the sentence shows it.
    """
    found: dict[str, None] = {}
    for entry in _entries(raw, columns):
        one = name(entry)
        if not one:
            shown = str(entry)[:LONGEST]
            text = _("“{entry}” is not what is asked for. Look again at the example in the task.")
            raise TaskError(text.format(entry=shown))
        found[one] = None
    if len(found) > MOST_NAMED:
        text = _("You named {n} entries. That is more than the register holds.")
        raise TaskError(text.format(n=len(found)))
    return sorted(found) or None


def _entries(raw: Any, columns: Sequence[str]) -> list[Any]:
    """The single entries of whatever a code cell gave."""
    if raw is None:
        return []
    if hasattr(raw, "columns") and hasattr(raw, "to_dict"):
        raw = {str(column): list(raw[column]) for column in raw.columns}
    elif not isinstance(raw, str) and hasattr(raw, "tolist"):
        raw = raw.tolist()
    if isinstance(raw, Mapping):
        return _rows(raw, columns)
    if isinstance(raw, str):
        return [part for part in raw.replace("\n", ";").split(";") if part.strip()]
    if isinstance(raw, list | tuple | set | frozenset):
        return list(raw)
    return [raw]


def _rows(table: Mapping[Any, Any], columns: Sequence[str]) -> list[Any]:
    parts = [table.get(column) for column in columns]
    if any(not isinstance(part, list) for part in parts):
        text = _("The table needs the columns: {columns}.")
        raise TaskError(text.format(columns=", ".join(columns)))
    return list(zip(*parts, strict=False))


def saved(value: Any, name: Callable[[Any], str]) -> list[str]:
    """The entries of a saved value that may be anything; what is no entry is left out."""
    if not isinstance(value, list):
        return []
    return [one for one in map(name, value[:MOST_NAMED]) if one]


def score_line(hits: Hits) -> str:
    """How the list did, in one sentence."""
    text = _("You named {right} of {all}, and {wrong} that should not be on the list.")
    return text.format(
        right=len(hits.found), all=len(hits.found) + len(hits.missed), wrong=len(hits.wrong)
    )


def bullets(title: str, lines: Sequence[str]) -> str:
    """A titled list; "" if there is nothing to say. Long lists end in how many more there are."""
    if not lines:
        return ""
    shown = [f"- {line}" for line in lines[:MOST_SHOWN]]
    if len(lines) > MOST_SHOWN:
        shown.append("- " + _("and {n} more").format(n=len(lines) - MOST_SHOWN))
    return f"**{title}**\n\n" + "\n".join(shown)


def basis(rule_id: str) -> str:
    """A rule with its basis, and the mark where it was not read in a primary text."""
    found = rule(rule_id)
    mark = f" ({_('to be confirmed')})" if found.to_confirm else ""
    text = rule_text(found)
    return _("{rule}: {name}. Basis: {basis}{mark}.").format(
        rule=rule_id, name=text["name"], basis=text["basis"], mark=mark
    )


def paragraphs(*parts: str) -> str:
    """Markdown paragraphs, the empty ones left out."""
    return "\n\n".join(part for part in parts if part)
