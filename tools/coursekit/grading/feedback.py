"""Feedback for one participant on one assignment: one HTML file in their language.

It shows what the participant saw and did, and what the trainers wrote. Hidden checks, keys and
rubrics do not enter the page, and text of participants enters it only through the escaping of the
template.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderlab.i18n import N_, Translator
from coursekit.grading.cases import Case, case_of
from coursekit.grading.ideas import IDEAS
from coursekit.grading.marks import Mark, Sheet
from coursekit.grading.markup import markdown, rendered
from coursekit.grading.pinned import Edition, Module
from coursekit.grading.submission import Submission
from coursekit.grading.text import speaker
from coursekit.grading.wording import Words, in_words

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_FINGERPRINT = re.compile(r'<meta name="generator" content="coursekit ([0-9a-f]{64})">')
_TEMPLATES = Path(__file__).with_name("templates")
_LABELS = {
    "feedback": N_("Feedback"),
    "yours": N_("Your answer"),
    "none": N_("No answer"),
    "code": N_("Your code"),
    "look": N_("A closer look"),
    "comment": N_("Comment of your trainer"),
    "explain": N_("Explanation"),
}
# State -> symbol and word. Never colour alone.
_STATES = {
    "right": ("✓", N_("Right")),
    "partly": ("◐", N_("Partly right")),
    "wrong": ("✗", N_("Not right")),
    "empty-answer": ("○", N_("Not answered")),
    "open": ("✎", N_("To be marked by your trainer")),
}


_Work = tuple[Edition, Submission, Sheet, "Mapping[str, Case] | None"]


@dataclass(frozen=True, slots=True)
class _Remark:
    about: str
    text: Markup


@dataclass(frozen=True, slots=True)
class _Shown:
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


def page(
    module: Module,
    submission: Submission,
    sheet: Sheet,
    points: Mapping[str, float],
    cases: Mapping[str, Case] | None = None,
) -> str:
    """The feedback as HTML.

    Args:
        module: the assignment.
        submission: what was graded.
        sheet: marks and comments as the gradebook has them.
        points: most points by question id.
        cases: what there is to say about each answer, where it was worked out before.
    """
    edition = module.editions[submission.language]
    voice = speaker(submission.language)
    graded = [qid for qid in edition.questions if qid in points]
    waiting = sum(points[qid] for qid in graded if _open(sheet.marks.get(qid)))
    most = sum(points.values())
    total = voice.gettext("Points: {score} of {most}").format(
        score=voice.number(round(sheet.score, 2)), most=voice.number(most)
    )
    note = voice.gettext("Points still to be given by your trainer: {n}")
    late = voice.gettext("Points taken off for lateness: {points}.")
    numbered = voice.gettext("Question {n}")
    return _template().render(
        language=submission.language,
        fingerprint=fingerprint(submission, sheet),
        title=edition.title,
        seat=submission.seat,
        made=voice.gettext("handed in on {moment} (UTC)").format(
            moment=voice.moment(submission.made)
        ),
        css=_css(),
        label={name: voice.gettext(text) for name, text in _LABELS.items()},
        total=total,
        waiting=note.format(n=voice.number(waiting)) if waiting else "",
        late=late.format(points=voice.number(round(sheet.penalty, 2))) if sheet.penalty else "",
        questions=[
            _question(
                numbered.format(n=n), qid, points[qid], (edition, submission, sheet, cases), voice
            )
            for n, qid in enumerate(graded, 1)
        ],
    )


def fingerprint(submission: Submission, sheet: Sheet) -> str:
    """Changes whenever the page would change: other answers, marks, comments or another design."""
    state = [submission.digest, submission.made, submission.kit, _design()]
    state += [f"{name}={mark}" for name, mark in sorted(sheet.marks.items())]
    state += [f"{name}={text}" for name, text in sorted(sheet.comments.items())]
    state += [f"late={sheet.penalty}"] if sheet.penalty else []
    return hashlib.sha256("\n".join(state).encode("utf-8", "replace")).hexdigest()


def fingerprint_in(path: Path) -> str:
    """The fingerprint of a page on disk, or "" when there is none or another program wrote it."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            found = _FINGERPRINT.search(file.read(400))
    except OSError:
        return ""
    return found[1] if found else ""


def _question(name: str, qid: str, most: float, work: _Work, voice: Translator) -> _Shown:
    edition, submission, sheet, cases = work
    question, key = edition.questions[qid], edition.key.get(qid, {})
    mark = sheet.marks.get(qid, Mark())
    answer = submission.answer(qid)
    case = (cases or {}).get(qid) or case_of(key, answer, submission.seed or 0, submission.language)
    state = _state(mark, most, answered=answer is not None)
    symbol, word = _STATES[state]
    remarks, ideas = _closer(question, key, case, voice) if state != "right" else ((), ())
    comments = [sheet.comments.get(name, "") for name in (qid, f"{qid}-code")]
    heading = edition.headings.get(key.get("read_again", ""), "")
    again = voice.gettext("Read again in the lesson: “{heading}”").format(heading=heading)
    return _Shown(
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
    chosen = [written[name].get("misconception") for name in case.signs if name in written]
    ideas = dict.fromkeys(name for name in (*case.ideas, *chosen) if name)
    sentence = voice.gettext("A common mistaken idea: “{idea}”")
    return remarks, tuple(
        sentence.format(idea=voice.gettext(IDEAS[name])) for name in ideas if name in IDEAS
    )


def _explained(key: Mapping[str, Any], case: Case) -> Markup:
    """What the author wrote, and for a task how this participant's own case looked."""
    written = markdown(key.get("explain", ""))
    return written + rendered(case.told) if case.told else written


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template("feedback.html")


@cache
def _css() -> Markup:
    from markupsafe import Markup

    return Markup((_TEMPLATES / "feedback.css").read_text(encoding="utf-8"))  # noqa: S704


@cache
def _design() -> str:
    parts = [(_TEMPLATES / name).read_bytes() for name in ("feedback.html", "feedback.css")]
    return hashlib.sha256(b"".join(parts)).hexdigest()
