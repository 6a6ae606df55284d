"""Handing in: which answers go into the bundle, and what the participant is told about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import borderlab
from borderlab.answers.errors import AnswerError, BundleError
from borderlab.i18n import details, ngettext
from borderlab.i18n import gettext as _
from borderlab.widgets.home_course import Course, Module, Notebook
from borderlab.widgets.home_seat import ensure_seat

FOLDER = "hand-in"


@dataclass(frozen=True)
class Chosen:
    """The exercise of one module that is handed in.

    Attributes:
        module: as in the home page's language.
        exercise: the edition with answers: the page's own language first, then the one with most.
        language: code of that edition.
        answered: number of questions answered in it.
    """

    module: Module
    exercise: Notebook
    lesson: Notebook
    language: str
    answered: int

    @property
    def open(self) -> int:
        """Number of questions without an answer."""
        return self.exercise.total - self.answered


def choose(course: Course) -> list[Chosen]:
    """The edition of each exercise that would be handed in, also of exercises not begun."""
    others = [course.in_language(code) for code in course.homes() if code != course.language]
    return [_choose(course, [o for o in others if o], module) for module in course.modules]


def _choose(course: Course, others: Sequence[Course], module: Module) -> Chosen:
    best = _edition(module, module, course.language)
    if best.answered:
        return best
    for other in others:
        for twin in other.modules:
            if twin.id == module.id:
                candidate = _edition(module, twin, other.language)
                best = max(best, candidate, key=lambda chosen: chosen.answered)
    return best


def _edition(module: Module, twin: Module, language: str) -> Chosen:
    return Chosen(module, twin.exercise, twin.lesson, language, twin.exercise.answered())


def out_folder(home: Path) -> Path:
    """Where bundles go: ``hand-in`` in the participant's folder, else beside the home page."""
    root = home.parent.parent
    return (root if (root / "exercises").is_dir() else home) / FOLDER


def hand_in(course: Course, *, confirmed: bool) -> dict[str, Any]:
    """Make a bundle, or say why not yet.

    Args:
        course: what the home page shows.
        confirmed: the participant wants to hand in although questions are open.

    Returns:
        ``{"state": "empty"|"confirm"|"done", "text", "lines", ...}`` for the page; when done also
        ``path``, ``name``, ``seat``.

    Raises:
        AnswerError: the file could not be made; the message says why.
    """
    chosen = choose(course)
    begun = [entry for entry in chosen if entry.answered]
    if not begun:
        text = _(
            "There is nothing to hand in yet: no exercise question is answered. Open an exercise"
            " above and answer first."
        )
        return {"state": "empty", "text": text, "lines": []}
    open_questions = sum(entry.open for entry in chosen)
    if open_questions and not confirmed:
        return _ask(chosen, open_questions, course.language)
    return _done(course, begun, chosen)


def _ask(chosen: Sequence[Chosen], open_questions: int, language: str) -> dict[str, Any]:
    text = ngettext(
        "{n} question has no answer yet. You can hand in now and again later, or answer first.",
        "{n} questions have no answer yet. You can hand in now and again later, or answer first.",
        open_questions,
    )
    return {
        "state": "confirm",
        "text": text.format(n=open_questions),
        "lines": [_line(entry, language) for entry in chosen],
    }


def _line(entry: Chosen, language: str) -> str:
    if not entry.answered:
        return _("{title}: not begun, so not in the file").format(title=entry.module.title)
    text = _("{title}: {n} of {m} questions answered").format(
        title=entry.module.title, n=entry.answered, m=entry.exercise.total
    )
    if entry.language != language:
        text += " " + _("(answered in: {language})").format(language=details(entry.language).name)
    return text


def _done(course: Course, begun: Sequence[Chosen], chosen: Sequence[Chosen]) -> dict[str, Any]:
    seat = ensure_seat(course.folder)
    path = _bundle(course, begun, seat)
    return {
        "state": "done",
        "text": _("Your file is ready: {name}").format(name=path.name),
        "lines": [_line(entry, course.language) for entry in chosen],
        "path": str(path),
        "name": path.name,
        "seat": seat,
    }


def _bundle(course: Course, begun: Sequence[Chosen], seat: str) -> Path:
    from borderlab.answers.bundle import make_bundle

    folders = [entry.exercise.folder for entry in begun]
    folders += [entry.lesson.folder for entry in begun if entry.lesson.answers()]
    out = out_folder(course.folder)
    try:
        out.mkdir(parents=True, exist_ok=True)
        return make_bundle(folders, out, seat, course.language, borderlab.__version__)
    except (OSError, BundleError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        text = _("The file could not be made in {folder}: {reason}. Your answers are safe.")
        raise AnswerError(text.format(folder=out, reason=reason)) from error
