"""Which answers of a lesson go into one answer code, and each answer as a number."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from borderlab.answers.plain import is_number
from borderlab.answers.questions import Question, QuestionSet

STATES = 4096  # combinations of answers
POLLS = 256
MODULES = 100
MARKS = 8  # fingerprints of the questions
_GROUPS = ("pre", "post")
_MODULE = re.compile(r"m(\d\d)_")
_MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Poll:
    """Questions of one lesson whose answers go into one code.

    Attributes:
        module: number of the module, 0 to 99.
        number: 0 for the questions before the lesson, 1 for those after it, 2 + place for one
            question.
        questions: the questions, in order.
    """

    module: int
    number: int
    questions: tuple[Question, ...]

    @property
    def mark(self) -> int:
        """A small fingerprint, by which codes of a lesson with other questions are noticed."""
        shape = [f"{question.id}:{states(question)}" for question in self.questions]
        return hashlib.sha256("|".join(shape).encode()).digest()[0] % MARKS


def poll_of(questions: QuestionSet, name: str = "pre") -> Poll:
    """The poll of this name.

    Args:
        questions: all questions of a lesson.
        name: ``pre`` or ``post`` for the questions whose ids begin so; else the id of a question.

    Raises:
        ValueError: no such question, or none whose answer fits into a code.
    """
    found = _MODULE.match(questions.module)
    if found is None:
        raise ValueError(f"module {questions.module!r} has no number, so it has no answer codes")
    if name in _GROUPS:
        chosen = _that_fit([q for q in questions if re.fullmatch(rf"{name}\d+", q.id)])
        number = _GROUPS.index(name)
    elif name in questions:
        chosen = _that_fit([questions[name]])
        number = len(_GROUPS) + questions.number(name) - 1
    else:
        raise ValueError(f"there is no question {name!r} and no group of that name")
    if not chosen or number >= POLLS:
        raise ValueError(f"no answer to {name!r} fits into a code")
    return Poll(int(found[1]), number, chosen)


def poll_by_number(questions: QuestionSet, number: int) -> Poll:
    """The poll that a code names.

    Raises:
        ValueError: this lesson has no such poll.
    """
    if number < len(_GROUPS):
        return poll_of(questions, _GROUPS[number])
    place = number - len(_GROUPS)
    if place >= len(questions):
        raise ValueError(f"the lesson has no question number {place + 1}")
    return poll_of(questions, questions.questions[place].id)


def states(question: Question) -> int:
    """How many answers a question has, "none" included; 0 when they do not fit into a code."""
    if question.kind == "choice":
        return len(question.options) + 1
    if question.kind == "choices" and len(question.options) <= _MOST_CHOICES:
        return 1 << len(question.options)  # nothing chosen is no answer
    if question.kind in {"number", "predict"} and question.min is not None:
        low, high, scale = question.min, question.max, _scale(question)
        count = 0 if high is None else round((high - low) * scale) + 2
        return count if count <= STATES else 0
    return 0


def index_of(question: Question, value: Any) -> int:
    """The place of an answer among the states of its question; 0 for none."""
    ids = [option.id for option in question.options]
    if question.kind == "choice":
        return ids.index(value) + 1 if value in ids else 0
    if question.kind == "choices":
        chosen = value if isinstance(value, list | tuple) else ()
        return sum(1 << place for place, name in enumerate(ids) if name in chosen)
    if not is_number(value) or question.min is None:
        return 0
    place: int = round((value - question.min) * _scale(question)) + 1
    return min(max(place, 1), states(question) - 1)


def value_at(question: Question, index: int) -> Any:
    """The answer at a place among the states; None at 0."""
    ids = [option.id for option in question.options]
    if not index:
        return None
    if question.kind == "choice":
        return ids[index - 1]
    if question.kind == "choices":
        return sorted(name for place, name in enumerate(ids) if index >> place & 1)
    decimals = question.decimals or 0
    value = round((question.min or 0) + (index - 1) / 10**decimals, decimals)
    return int(value) if value == int(value) else value


def _that_fit(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The first questions whose answers together fit into a code."""
    chosen, room = [], STATES
    for question in questions:
        count = states(question)
        if count and count <= room:
            chosen.append(question)
            room //= count
    return tuple(chosen)


def _scale(question: Question) -> int:
    """Steps per unit of a number."""
    return int(10 ** (question.decimals or 0))
