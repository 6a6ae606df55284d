"""Questions, as ``questions.json`` beside a notebook holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS = ("choice", "choices", "number", "order", "lanes", "predict", "text", "code", "task")
VALUE_TYPES = ("number", "text", "list", "table")


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice; feedback and misconception only in lessons."""

    id: str
    text: str
    feedback: str = ""
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to put in order or into a lane."""

    id: str
    text: str
    feedback: str = ""
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane, with the number of items it holds at most."""

    id: str
    text: str
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question in one language.

    Attributes:
        id: identifier inside its notebook, also the grade id.
        kind: one of `KINDS`.
        prompt: what is asked, in Markdown.
        hint: help that does not give the answer away, or "".
        points: points of a graded question, else None.
        check: False for a question whose answer is only noted, not judged.
        options: of a choice, in the order shown.
        items: of an ordering or sorting question, in the order shown.
        lanes: of a sorting question.
        unit: of a number.
        min: smallest number accepted, or None.
        max: largest number accepted, or None.
        decimals: decimals that make sense, or None.
        min_words: fewest words of a text.
        max_chars: most characters of a text.
        value_type: what a code answer is: one of `VALUE_TYPES`.
        task: name of the exercise that is drawn from the participant's seed (`borderlab.tasks`).
        settings: what the author set for this task.
        key: the right answer, in lessons only.
        explain: explanation shown with the feedback, in lessons only.
        read_again: key of the lesson heading to read again, or "".
    """

    id: str
    kind: str
    prompt: str
    hint: str = ""
    points: float | None = None
    check: bool = True
    options: tuple[Option, ...] = ()
    items: tuple[Item, ...] = ()
    lanes: tuple[Lane, ...] = ()
    unit: str = ""
    min: float | None = None
    max: float | None = None
    decimals: int | None = None
    min_words: int = 0
    max_chars: int = 20_000
    value_type: str = "number"
    task: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    key: Mapping[str, Any] | None = None
    explain: str = ""
    read_again: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions of one notebook in one language, in the order they are asked."""

    module: str
    part: str
    language: str
    title: str
    questions: tuple[Question, ...]

    def __getitem__(self, qid: str) -> Question:
        for question in self.questions:
            if question.id == qid:
                return question
        raise KeyError(qid)

    def __contains__(self, qid: object) -> bool:
        return any(question.id == qid for question in self.questions)

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)

    def number(self, qid: str) -> int:
        """The place of a question in its notebook, counted from 1.

        Raises:
            KeyError: no such question.
        """
        for place, question in enumerate(self.questions, 1):
            if question.id == qid:
                return place
        raise KeyError(qid)
