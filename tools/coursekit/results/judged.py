"""What each answer tells: how much of it was right, and which mistaken idea it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coursekit.grading.cases import Case, compared, ideas_of
from coursekit.grading.marks import Mark
from coursekit.grading.pinned import Module
from coursekit.results.graded import Work

Entry = Mapping[str, Any]
NO_MARK = Mark()


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer of one participant.

    Attributes:
        question: id.
        credit: share of the points, 0 to 1; None while a person still has to mark it.
        answered: whether there is an answer.
        value: the answer as it was saved.
        ideas: mistaken ideas it shows (K1 to K17).
        signs: options, items or near misses (``near-1``) that it gives reason to comment on.
    """

    question: str
    credit: float | None
    answered: bool
    value: Any = None
    ideas: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


def work_judged(work: Work, module: Module, points: Mapping[str, float]) -> Iterator[Judged]:
    """Every graded question of one work, in the order asked. Marks come from the gradebook."""
    submission = work.submission
    edition = module.editions[submission.language]
    for name in edition.questions:
        if name not in points:
            continue
        mark = work.sheet.marks.get(name, NO_MARK)
        value = submission.answer(name)
        waiting = mark.manual is None and mark.auto is None and value is not None
        credit = None if waiting else min(1.0, max(0.0, mark.score / points[name]))
        entry = edition.key.get(name, {})
        ideas, signs = signs_of(entry, edition.questions[name], value, submission.seed or 0)
        shown = ideas if credit is not None and credit < 1 else ()
        yield Judged(name, credit, value is not None, value, shown, signs)


def signs_of(
    entry: Entry, question: Entry, value: Any, seed: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Mistaken ideas and signs in an answer; none where the key has nothing to compare with.

    Args:
        entry: the key file's entry, with ``key`` and ``feedback``.
        question: entry of ``questions.json``.
        value: the saved value.
        seed: the participant's number for random draws.
    """
    mark = compared(question["kind"], entry.get("key"), value, seed)
    if mark is None:
        return (), ()
    case = Case(mark.misconceptions, mark.feedback)
    return ideas_of(case, entry.get("feedback", {})), case.signs


def credit_of(key: Entry, kind: str, value: Any, seed: int) -> float | None:
    """Share of a question's points; None without an answer and where nothing is compared."""
    mark = compared(kind, key, value, seed)
    return None if mark is None or mark.state == "manual" else mark.credit
