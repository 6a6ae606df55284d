"""The picture for the room: bars per option, the right one only when the facilitator reveals it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, median
from typing import TYPE_CHECKING, Any

from borderlab.answers.loading import load_questions
from borderlab.answers.questions import Question, QuestionSet
from borderlab.i18n import details, language, number, percent
from borderlab.paths import checkout
from coursekit.errors import KitError
from coursekit.grading.ideas import IDEAS
from coursekit.grading.templating import css, template
from coursekit.grading.text import _
from coursekit.results import charts
from coursekit.results.judged import credit_of
from coursekit.results.lessons import Lesson, lesson
from coursekit.results.wordings import short
from coursekit.session.tally import Poll, Tally, Votes, Wrong, count, most_missed

if TYPE_CHECKING:
    from markupsafe import Markup

_TEMPLATES = Path(__file__).with_name("templates")
_CLASSES = 10  # of a histogram of numbers


@dataclass(slots=True)
class Course:
    """The lessons of the course, read when a code names them.

    Attributes:
        root: folder with ``modules``; default the checkout.
    """

    root: Path | None = None
    _lessons: dict[str, Lesson] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root = self.root or checkout()
        if self.root is None:
            raise KitError(_("Answer codes are read in a checkout of the kit: it has the lessons."))

    def asked(self, number: int) -> QuestionSet | None:
        """The questions of the lesson with this number, in the language in use."""
        for code in (language(), "en"):
            folder = (self.root or Path()) / "modules" / code
            for path in sorted(folder.glob(f"m{number:02}_*/questions.json")):
                return load_questions(path)
        return None

    def key(self, module: str, qid: str) -> Mapping[str, Any]:
        """The key of a lesson question; empty when it has none."""
        if module not in self._lessons:
            self._lessons[module] = lesson(module, ["en"], self.root)
        return self._lessons[module].keys.get(qid, {})


def board(text: str, course: Course, *, reveal: bool = False, empty: str = "") -> Markup:
    """The counts of a pasted text as HTML.

    Args:
        text: what was copied from the chat.
        course: the lessons.
        reveal: mark the right answers and name the mistaken ideas.
        empty: what it says when there is no code; default: where to paste them.
    """
    from markupsafe import Markup

    tally = count(text, course.asked)
    polls = [_poll(poll, course, reveal=reveal) for _key, poll in sorted(tally.polls.items())]
    html = template(_TEMPLATES / "board.html").render(
        polls=polls,
        empty=(empty or _("Paste answer codes above, one or more in a line.")) if not polls else "",
        wrong=[_wrong(one) for one in tally.wrong],
        remarks=_remarks(tally),
        css=css(_TEMPLATES / "board.css"),
        language=language(),
    )
    return Markup(html)  # noqa: S704  (made by a template that escapes)


def whole_page(text: str, course: Course, *, reveal: bool = False) -> str:
    """The same as one web page, to be shown or kept."""
    title = _("Answers of the room")
    none = _("There is no answer code in this text.")
    body = board(text, course, reveal=reveal, empty=none)
    return template(_TEMPLATES / "page.html").render(title=title, body=body, language=language())


def _remarks(tally: Tally) -> list[str]:
    found = []
    if tally.repeated:
        found.append(_("Pasted more than once, counted once: {n}").format(n=number(tally.repeated)))
    if tally.wrong:
        found.append(_("Codes that could not be read: {n}").format(n=number(len(tally.wrong))))
    return found


def _wrong(one: Wrong) -> str:
    """What is wrong with a code, and what was probably meant."""
    why = {
        "length": _("a sign is missing or too many"),
        "signs": _("a sign that no code has"),
        "check": _("mistyped"),
        "content": _("no code of this kit"),
        "questions": _("made with another version of the lesson"),
        "module": _("of a module that this course does not have"),
    }[one.reason]
    sentence = _("Line {line}: {code} ({why}).").format(line=one.line, code=one.text, why=why)
    if not one.suggestions:
        return sentence
    meant = " / ".join(one.suggestions[:3])
    return f"{sentence} " + _("Probably meant: {codes}").format(codes=meant)


def _poll(poll: Poll, course: Course, *, reveal: bool) -> dict[str, Any]:
    module = poll.asked.module
    right = {q.id: _right(q, poll.votes[q.id], course.key(module, q.id))
             for q in poll.poll.questions if q.id in poll.votes}  # fmt: skip
    known = {qid: share for qid, share in right.items() if share is not None}
    missed = most_missed(poll, known) if reveal else ""
    return {
        "title": poll.asked.title,
        "when": _when(poll),
        "people": _("Codes: {n}").format(n=number(poll.n)),
        "missed": _("Most missed: {question}").format(question=short(poll.asked[missed].prompt))
        if missed
        else "",
        "questions": [
            _question(q, poll.votes[q.id], course.key(module, q.id), known.get(q.id), reveal=reveal)
            for q in poll.poll.questions
            if q.id in poll.votes
        ],
    }


def _when(poll: Poll) -> str:
    """Which questions of the lesson: the same ones are often asked before and after it."""
    if poll.poll.number == 0:
        return _("before the lesson")
    return _("after the lesson") if poll.poll.number == 1 else ""


def _right(question: Question, votes: Votes, key: Mapping[str, Any]) -> float | None:
    """Mean credit of those who answered."""
    found = [credit_of(key, question.kind, value, 0) for value in votes.values]
    known = [credit for credit in found if credit is not None]
    return fmean(known) if known else None


def _question(
    question: Question, votes: Votes, key: Mapping[str, Any], right: float | None, *, reveal: bool
) -> dict[str, Any]:
    shown = votes.shown_languages() if len(set(votes.languages)) > 1 else ()
    values = [float(value) for value in votes.values if isinstance(value, int | float)]
    return {
        "prompt": short(question.prompt),
        "without": _("No answer: {n}").format(n=number(votes.without)) if votes.without else "",
        "right": _("Right: {share}").format(share=percent(right))
        if reveal and right is not None
        else "",
        "languages": [details(code).name for code in shown],
        "rows": _rows(question, votes, key, shown, reveal=reveal),
        "picture": _numbers(question, values) if values else "",
        "answer": _("The answer: {value}").format(value=number(key["answer"]))
        if reveal and "answer" in key
        else "",
    }


def _rows(
    question: Question,
    votes: Votes,
    key: Mapping[str, Any],
    shown: Sequence[str],
    *,
    reveal: bool,
) -> list[dict[str, Any]]:
    counts, total = votes.counts(), len(votes.values) or 1
    apart = {code: votes.counts_in(code) for code in shown}
    rows = []
    for option in question.options:
        good = reveal and option.id in key.get("correct", ())
        n = counts[option.id]
        idea = IDEAS.get(key.get("misconceptions", {}).get(option.id, ""), "") if reveal else ""
        rows.append(
            {
                "text": short(option.text),
                "n": number(n),
                "share": percent(n / total),
                "bar": charts.bar(n / total, f"{n} ({percent(n / total)})", good=good),
                "good": _("right") if good else "",
                "idea": _(idea) if idea and n else "",
                "apart": [
                    percent(apart[code][option.id] / max(1, votes.languages.count(code)))
                    for code in shown
                ],
            }
        )
    return rows


def _numbers(question: Question, values: Sequence[float]) -> Markup:
    """A histogram of estimates over the range that was allowed, and their median."""
    low = 0.0 if question.min is None else question.min
    high = 1.0 if question.max is None else question.max
    step = (high - low) / _CLASSES or 1.0
    places = [min(_CLASSES - 1, int((value - low) / step)) for value in values]
    counts = [places.count(place) for place in range(_CLASSES)]
    labels = [number(low + place * step) + "–" for place in range(_CLASSES)]
    said = _("{n} answers, half of them below {middle}").format(
        n=number(len(values)), middle=number(median(values))
    )
    return charts.histogram(counts, labels, said)
