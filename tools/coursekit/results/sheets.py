"""One printed page for each participant: all modules at a glance, and what to read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from borderlab.i18n import N_, Translator
from coursekit.grading.ideas import IDEAS
from coursekit.grading.templating import css, template
from coursekit.grading.text import speaker
from coursekit.results.graded import Graded, Work
from coursekit.results.judged import Judged, work_judged

TEMPLATES = Path(__file__).with_name("templates")
_MOST_LINES = 12  # of each list, so that it stays one page
# State -> symbol and word: never colour alone.
_STATES = {
    "right": ("✓", N_("right")),
    "partly": ("◐", N_("partly right")),
    "wrong": ("✗", N_("not right")),
    "none": ("○", N_("not answered")),
    "open": ("✎", N_("still to be marked")),
}
_LABELS = {
    "title": N_("Your results"),
    "module": N_("Module"),
    "points": N_("Points"),
    "share": N_("Share"),
    "questions": N_("Questions"),
    "legend": N_("Signs"),
    "ideas": N_("Ideas worth a second look"),
    "again": N_("Read again"),
    "comments": N_("What your trainer wrote"),
    "more": N_("The explanations to every question are in your feedback file."),
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One module of one participant."""

    title: str
    points: str
    share: str
    signs: tuple[tuple[str, str, str, str], ...]  # number, state, symbol, word
    waiting: str


def sheets(graded: Graded, seats: Iterable[str]) -> str:
    """One HTML document with a page for each of these participants, each in their language."""
    people = []
    for seat in seats:
        works = [work for work in graded.works if work.submission.seat == seat]
        if works:
            people.append(_person(graded, works))
    return template(TEMPLATES / "sheets.html").render(
        people=people, css=css(TEMPLATES / "sheets.css")
    )


def _person(graded: Graded, works: Sequence[Work]) -> dict[str, object]:
    newest = max(works, key=lambda work: work.submission.made).submission
    voice = speaker(newest.language)
    ideas: dict[str, None] = {}
    again: dict[str, None] = {}
    comments: list[str] = []
    lines = []
    for work in works:
        own = work.submission
        module = graded.modules[own.assignment]
        judged = list(work_judged(work, module, graded.points[own.assignment]))
        lines.append(_line(work, module.editions[own.language].title, judged, voice))
        ideas |= dict.fromkeys(name for one in judged for name in one.ideas if name in IDEAS)
        again |= dict.fromkeys(_again(graded, work, judged, single=len(works) == 1))
        comments += [text for _name, text in sorted(work.sheet.comments.items())]
    return {
        "language": newest.language,
        "seat": newest.seat,
        "label": {name: voice.gettext(text) for name, text in _LABELS.items()},
        "lines": lines,
        "legend": [(s, voice.gettext(word)) for s, word in _STATES.values()],
        "ideas": [
            voice.gettext("A common mistaken idea: “{idea}”").format(
                idea=voice.gettext(IDEAS[name])
            )
            for name in list(ideas)[:_MOST_LINES]
        ],
        "again": list(again)[:_MOST_LINES],
        "comments": comments[:_MOST_LINES],
    }


def _line(work: Work, title: str, judged: Sequence[Judged], voice: Translator) -> _Line:
    signs = []
    for place, one in enumerate(judged, 1):
        state = state_of(one)
        symbol, word = _STATES[state]
        signs.append((voice.number(place), state, symbol, voice.gettext(word)))
    points = voice.gettext("{score} of {most}").format(
        score=voice.number(round(work.sheet.score, 2)), most=voice.number(work.most)
    )
    waiting = voice.gettext("Some answers are still to be marked.") if work.sheet.waiting else ""
    return _Line(title, points, voice.percent(work.percent / 100), tuple(signs), waiting)


def state_of(one: Judged) -> str:
    """``right``, ``partly``, ``wrong``, ``none`` or ``open``."""
    if one.credit is None:
        return "open"
    if one.credit >= 1:
        return "right"
    if one.credit > 0:
        return "partly"
    return "wrong" if one.answered else "none"


def _again(graded: Graded, work: Work, judged: Sequence[Judged], *, single: bool) -> Iterable[str]:
    """Headings of the lesson for questions that were not right."""
    edition = graded.modules[work.submission.assignment].editions[work.submission.language]
    for one in judged:
        heading = edition.headings.get(edition.key.get(one.question, {}).get("read_again", ""))
        if heading and one.credit is not None and one.credit < 1:
            yield heading if single else f"{edition.title} – {heading}"
