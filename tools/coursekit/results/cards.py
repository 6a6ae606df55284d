"""The written answers to one question as a marker sees them: no code, no number, alike together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coursekit.grading.marks import Mark
from coursekit.results.graded import Graded
from coursekit.results.handmarks import HandMark, Place
from coursekit.results.similar import alike, plain

OPEN, DONE, AGAIN = "open", "done", "again"
_CRITERION = re.compile(r"^\s*[-*]\s+(?P<points>\d+(?:[.,]\d+)?)\s+[^\W\d]+\s*:\s*(?P<text>.+)$")


@dataclass(frozen=True, slots=True)
class Card:
    """One answer.

    Attributes:
        seat: whose it is; never shown to the marker.
        language: of the edition.
        text: the answer.
        points: the mark in the gradebook, or None.
        comment: the comment in the gradebook.
        state: ``open``, ``done``, or ``again`` when the answer changed after it was marked.
        twins: how many other answers have the same words.
    """

    seat: str
    language: str
    text: str
    points: float | None
    comment: str
    state: str
    twins: int


def cards(
    graded: Graded,
    assignment: str,
    question: str,
    marks: Mapping[Place, Mapping[str, HandMark]],
    marker: str,
) -> tuple[Card, ...]:
    """All written answers to a question, by language, similar ones together.

    A marker sees the own marks, and those whose giver is not known; never another marker's.

    Args:
        graded: the run.
        assignment: the module.
        question: a question that a person marks.
        marks: what each marker gave.
        marker: who marks now.
    """
    found = [
        _as_seen_by(marker, card, marks.get((card.seat, assignment, question), {}))
        for card in _cards(graded, assignment, question)
    ]
    order: list[Card] = []
    for code in sorted({card.language for card in found}):
        mine = [card for card in found if card.language == code]
        order += [mine[place] for place in alike([card.text for card in mine])]
    return tuple(order)


def _cards(graded: Graded, assignment: str, question: str) -> Iterator[Card]:
    works = [work for work in graded.of(assignment) if question in work.submission.written]
    same = Counter(plain(work.submission.written[question]) for work in works)
    for work in works:
        text = work.submission.written[question]
        mark = work.sheet.marks.get(question, Mark())
        state = OPEN if mark.manual is None else AGAIN if mark.waiting else DONE
        yield Card(
            seat=work.submission.seat,
            language=work.submission.language,
            text=text,
            points=mark.manual,
            comment=work.sheet.comments.get(question, ""),
            state=state,
            twins=same[plain(text)] - 1,
        )


def _as_seen_by(marker: str, card: Card, marks: Mapping[str, HandMark]) -> Card:
    own = marks.get(marker)
    if not marks or card.state == AGAIN:
        return card
    if own is None:
        return replace(card, points=None, comment="", state=OPEN)
    state = OPEN if own.points is None else DONE
    alone = len(marks) == 1 and card.state == DONE  # changed in formgrader meanwhile, perhaps
    return card if alone else replace(card, points=own.points, comment=own.comment, state=state)


def criteria(rubric: str, most: float) -> tuple[tuple[float, str], ...]:
    """The lines of a rubric that each give points, such as "- 1 point: names the base rate".

    Empty when the rubric is not made of such lines, or their points are not those of the question.
    """
    lines = [line for line in _joined(rubric) if line.strip()]
    found = [_CRITERION.match(line) for line in lines]
    read = [
        (float(match["points"].replace(",", ".")), match["text"].strip())
        for match in found
        if match is not None
    ]
    whole = abs(sum(points for points, _text in read) - most) < 1e-9  # noqa: PLR2004
    return tuple(read) if whole and len(read) == len(lines) else ()


def _joined(rubric: str) -> Sequence[str]:
    """List items, each on one line however it was wrapped."""
    lines: list[str] = []
    for line in rubric.splitlines():
        if lines and line.startswith((" ", "\t")) and line.strip():
            lines[-1] += " " + line.strip()
        else:
            lines.append(line)
    return lines
