"""One question of a feedback page: what was asked, answered, written about it and earned.

Gives words and escaped Markdown; hidden checks, keys and rubrics never enter it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from borderlab.i18n import N_, Translator
from coursekit.grading.cases import Case, case_of, ideas_of
from coursekit.grading.ideas import IDEAS
from coursekit.grading.marks import Mark, Sheet
from coursekit.grading.markup import markdown, rendered
from coursekit.grading.pinned import Edition
from coursekit.grading.submission import Submission
from coursekit.grading.wording import Words, in_words

if TYPE_CHECKING:
    from markupsafe import Markup

# State -> symbol and word. Never colour alone.
_STATES = {
    "right": ("✓", N_("Right")),
    "partly": ("◐", N_("Partly right")),
    "wrong": ("✗", N_("Not right")),
    "empty-answer": ("○", N_("Not answered")),
    "open": ("✎", N_("To be marked by your trainer")),
}


@dataclass(frozen=True, slots=True)
class _Remark:
    about: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Shown:
    """One question as the template shows it."""

    name: str
    state: str
    symbol: str
    word: str
    points: str
    prompt: Markup
    answer: Words
    code: str
    remarks: tuple[_Remark, ...]
    ideas: tuple[str, ...]
    comment: str
    explain: Markup
    again: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One participant's work with its marks, and what it is read against.

    Attributes:
        edition: the module in the participant's language.
        submission: the work.
        sheet: marks and comments.
        points: most points by question id.
        cases: what there is to say about each answer, where it was worked out before.
    """

    edition: Edition
    submission: Submission
    sheet: Sheet
    points: Mapping[str, float]
    cases: Mapping[str, Case]

    @property
    def asked(self) -> tuple[str, ...]:
        """Ids of the graded questions, in the order asked."""
        return tuple(qid for qid in self.edition.questions if qid in self.points)

    @property
    def waiting(self) -> float:
        """Points that a person still has to give."""
        return sum(self.points[qid] for qid in self.asked if _open(self.sheet.marks.get(qid)))


def questions(paper: Paper, voice: Translator) -> Iterator[Shown]:
    """All questions of a page, in the order asked."""
    numbered = voice.gettext("Question {n}")
    for n, qid in enumerate(paper.asked, 1):
        yield _question(numbered.format(n=n), qid, paper, voice)


def _question(name: str, qid: str, paper: Paper, voice: Translator) -> Shown:
    edition, submission, sheet = paper.edition, paper.submission, paper.sheet
    most = paper.points[qid]
    question, key = edition.questions[qid], edition.key.get(qid, {})
    mark = sheet.marks.get(qid, Mark())
    answer = submission.answer(qid)
    case = paper.cases.get(qid) or case_of(key, answer, submission.seed or 0, submission.language)
    state = _state(mark, most, answered=answer is not None)
    symbol, word = _STATES[state]
    remarks, ideas = _closer(question, key, case, voice) if state != "right" else ((), ())
    comments = [sheet.comments.get(name, "") for name in (qid, f"{qid}-code")]
    heading = edition.headings.get(key.get("read_again", ""), "")
    again = voice.gettext("Read again in the lesson: “{heading}”").format(heading=heading)
    return Shown(
        name=name,
        state=state,
        symbol=symbol,
        word=voice.gettext(word),
        points=_points(mark, most, voice, state),
        prompt=markdown(question.get("prompt", "")),
        answer=in_words(question, answer, voice),
        code=submission.code.get(f"{qid}-code", ""),
        remarks=remarks,
        ideas=ideas,
        comment="\n".join(text for text in comments if text),
        explain=_explained(key, case),
        again=again if heading and state not in {"right", "open"} else "",
    )


def _open(mark: Mark | None) -> bool:
    return mark is not None and mark.manual is None and mark.auto is None


def _state(mark: Mark, most: float, *, answered: bool) -> str:
    if _open(mark) and answered:
        return "open"
    if mark.score >= most:
        return "right"
    if mark.score > 0:
        return "partly"
    return "wrong" if answered else "empty-answer"


def _points(mark: Mark, most: float, voice: Translator, state: str) -> str:
    if state == "open":
        return voice.gettext("Points: up to {most}").format(most=voice.number(most))
    return voice.gettext("Points: {score} of {most}").format(
        score=voice.number(round(mark.score, 2)), most=voice.number(most)
    )


def _closer(
    question: Mapping[str, Any], key: Mapping[str, Any], case: Case, voice: Translator
) -> tuple[tuple[_Remark, ...], tuple[str, ...]]:
    """What the trainers wrote about this very answer, and the mistaken ideas behind it."""
    written: Mapping[str, Any] = key.get("feedback", {})
    texts = {
        row["id"]: row["text"] for table in ("options", "items") for row in question.get(table, ())
    }
    remarks = tuple(
        _Remark(texts.get(name, ""), markdown(written[name]["text"]))
        for name in case.signs
        if written.get(name, {}).get("text")
    )
    sentence = voice.gettext("A common mistaken idea: “{idea}”")
    known = (IDEAS[name] for name in ideas_of(case, written) if name in IDEAS)
    return remarks, tuple(sentence.format(idea=voice.gettext(idea)) for idea in known)


def _explained(key: Mapping[str, Any], case: Case) -> Markup:
    """What the author wrote, and for a task how this participant's own case looked."""
    written = markdown(key.get("explain", ""))
    return written + rendered(case.told) if case.told else written
