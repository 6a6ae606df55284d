"""What there is to say about an answer, whoever marks it: mistaken ideas, and how the case looked.

Exercises are drawn from the participant's number, which costs more than all the rest of grading.
So this is worked out where the answer is marked, in the same process and at the same moment; pages
that are written later without it work it out again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from borderlab import tasks
from borderlab.answers.scoring import Mark, score
from borderlab.i18n import in_language


@dataclass(frozen=True, slots=True)
class Case:
    """One answer of one participant.

    Attributes:
        ideas: ids of the mistaken ideas it shows.
        signs: options, items or near misses (``near-1``) that it gives reason to comment on.
        told: how the case looked and what the answer made of it, as Markdown in the
            participant's language; "" for questions that are the same for everybody.
    """

    ideas: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    told: str = ""

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return asdict(self)


def read_case(found: Mapping[str, Any]) -> Case:
    """The case that `Case.plain` gave."""
    return Case(tuple(found["ideas"]), tuple(found["signs"]), str(found["told"]))


def case_of(entry: Mapping[str, Any], value: Any, seed: int, language: str) -> Case:
    """Look at one answer; never raises.

    Args:
        entry: the question in the key file: ``kind`` and, where there is one, ``key``.
        value: the saved answer, or None.
        seed: the participant's number for random draws.
        language: the participant's.
    """
    key = entry.get("key")
    if not key:
        return Case()
    told = _told(key, value, seed, language) if entry.get("kind") == "task" else ""
    mark = compared(entry.get("kind"), key, value, seed)
    return Case(told=told) if mark is None else Case(mark.misconceptions, mark.feedback, told)


def compared(kind: Any, key: Mapping[str, Any] | None, value: Any, seed: int) -> Mark | None:
    """An answer compared with its key, worth 1 point; never raises.

    None without an answer or key, and where the question has a check of its own.
    """
    if value is None or not key:
        return None
    try:
        return score(kind, key, value, 1.0, seed)
    except Exception:  # noqa: BLE001  (whatever a key of the author's own makes of it)
        return None


def ideas_of(case: Case, feedback: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """All mistaken ideas an answer shows: those of the key, and those of what was chosen."""
    chosen = [feedback[name].get("misconception") for name in case.signs if name in feedback]
    return tuple(dict.fromkeys(name for name in (*case.ideas, *chosen) if name))


def _told(key: Mapping[str, Any], value: Any, seed: int, language: str) -> str:
    try:
        with in_language(language):
            task = tasks.find(key["task"])
            return task.explain(key["settings"], key.get("secret", {}), seed, value)
    except Exception:  # noqa: BLE001  (an explanation that fails is missing; the marks are not)
        return ""
