"""Feedback for one participant on one assignment: one HTML file in their language.

It shows what the participant saw and did, and what the trainers wrote. Hidden checks, keys and
rubrics do not enter the page, and text of participants enters it only through the escaping of the
template.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from borderlab.i18n import N_
from coursekit.grading.cases import Case
from coursekit.grading.marks import Sheet
from coursekit.grading.pinned import Module
from coursekit.grading.shown import Paper, questions
from coursekit.grading.submission import Submission
from coursekit.grading.templating import css, template
from coursekit.grading.text import speaker

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
    paper = Paper(edition, submission, sheet, points, cases or {})
    voice = speaker(submission.language)
    total = voice.gettext("Points: {score} of {most}").format(
        score=voice.number(round(sheet.score, 2)), most=voice.number(sum(points.values()))
    )
    note = voice.gettext("Points still to be given by your trainer: {n}")
    late = voice.gettext("Points taken off for lateness: {points}.")
    return template(_TEMPLATES / "feedback.html").render(
        language=submission.language,
        fingerprint=fingerprint(submission, sheet),
        title=edition.title,
        seat=submission.seat,
        made=voice.gettext("handed in on {moment} (UTC)").format(
            moment=voice.moment(submission.made)
        ),
        css=css(_TEMPLATES / "feedback.css"),
        label={name: voice.gettext(text) for name, text in _LABELS.items()},
        total=total,
        waiting=note.format(n=voice.number(paper.waiting)) if paper.waiting else "",
        late=late.format(points=voice.number(round(sheet.penalty, 2))) if sheet.penalty else "",
        questions=questions(paper, voice),
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


@cache
def _design() -> str:
    parts = [(_TEMPLATES / name).read_bytes() for name in ("feedback.html", "feedback.css")]
    return hashlib.sha256(b"".join(parts)).hexdigest()
