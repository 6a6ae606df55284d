"""Counts the answers in pasted answer codes; works without a network and keeps no names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from borderlab.answers import codes
from borderlab.answers.questions import QuestionSet

FEWEST = 5  # a language with fewer codes is not shown apart
Asked = Callable[[int], QuestionSet | None]  # number of a module -> the questions of its lesson


@dataclass(slots=True)
class Votes:
    """All answers to one question.

    Attributes:
        question: id.
        values: answers as they were given.
        languages: language of each answer.
        without: codes in which it was not answered.
    """

    question: str
    values: list[Any] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    without: int = 0

    def counts(self) -> Counter[str]:
        """How often each option was chosen."""
        return _chosen(self.values)

    def counts_in(self, language: str) -> Counter[str]:
        """The same for one language."""
        pairs = zip(self.values, self.languages, strict=True)
        return _chosen(value for value, code in pairs if code == language)

    def shown_languages(self) -> tuple[str, ...]:
        """Languages with at least five answers."""
        counts = Counter(self.languages)
        return tuple(code for code in sorted(counts) if counts[code] >= FEWEST)


@dataclass(slots=True)
class Poll:
    """All codes of one poll.

    Attributes:
        asked: the lesson's questions.
        poll: which of them.
        people: codes counted, by language.
        votes: answers by question.
    """

    asked: QuestionSet
    poll: codes.Poll
    people: Counter[str] = field(default_factory=Counter)
    votes: dict[str, Votes] = field(default_factory=dict)

    @property
    def n(self) -> int:
        """Codes counted."""
        return sum(self.people.values())


@dataclass(frozen=True, slots=True)
class Wrong:
    """A code that could not be read.

    Attributes:
        line: its line in the pasted text, from 1.
        text: the code as it was typed, without what stood beside it.
        reason: ``length``, ``signs``, ``check``, ``content``, ``questions`` or ``module``.
        suggestions: codes that were probably meant.
    """

    line: int
    text: str
    reason: str
    suggestions: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """What a pasted text holds.

    Attributes:
        polls: by module and poll number.
        wrong: codes that could not be read.
        repeated: codes that were pasted more than once and count once.
    """

    polls: dict[tuple[int, int], Poll] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    repeated: int = 0


def count(text: str, asked: Asked) -> Tally:
    """Count the codes in a text; everything else in it is passed over and not kept.

    Args:
        text: what was copied from the chat, in any shape.
        asked: gives the questions of a lesson.
    """
    tally, seen = Tally(), set[str]()
    for number, line in enumerate(text.splitlines(), 1):
        for piece in codes.find(line):
            try:
                code = codes.read(piece)
                if code.text in seen:
                    tally.repeated += 1
                    continue
                _add(tally, code, asked)
                seen.add(code.text)
            except codes.CodeError as error:
                tally.wrong.append(Wrong(number, piece.strip(), error.reason, error.suggestions))
    return tally


def _add(tally: Tally, code: codes.Code, asked: Asked) -> None:
    key = (code.module, code.poll)
    poll = tally.polls.get(key) or _poll(code, asked)
    found = codes.answers(code, poll.poll)
    tally.polls[key] = poll
    poll.people[code.language] += 1
    for qid, value in found.items():
        votes = poll.votes.setdefault(qid, Votes(qid))
        if value is None:
            votes.without += 1
        else:
            votes.values.append(value)
            votes.languages.append(code.language)


def _poll(code: codes.Code, asked: Asked) -> Poll:
    questions = asked(code.module)
    if questions is None:
        raise codes.CodeError("module")
    try:
        return Poll(questions, codes.poll_by_number(questions, code.poll))
    except ValueError as error:
        raise codes.CodeError("questions") from error


def most_missed(poll: Poll, right: Mapping[str, float]) -> str:
    """The question with the smallest share of right answers, or "" with fewer than two known."""
    known = {qid: share for qid, share in right.items() if qid in poll.votes}
    return min(known, key=lambda qid: known[qid]) if len(known) > 1 else ""


def _chosen(values: Iterable[Any]) -> Counter[str]:
    return Counter(
        name
        for value in values
        for name in (value if isinstance(value, list) else [value])
        if isinstance(name, str)
    )
