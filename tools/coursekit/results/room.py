"""What the room learned: everything the report says, as numbers, and the files it is written to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coursekit.errors import KitError
from coursekit.grading.files import write
from coursekit.grading.pinned import Module
from coursekit.grading.run import Run
from coursekit.grading.text import _
from coursekit.results.comparing import (
    Apart,
    Gain,
    Minutes,
    between_languages,
    gains,
    minutes,
)
from coursekit.results.graded import Graded, anybody, read
from coursekit.results.items import FEWEST, Item, ideas_in, items, judged_sheets, languages
from coursekit.results.lessons import Lesson, LessonWork, gather, lesson

CLASSES = 5  # of the histogram


@dataclass(frozen=True, slots=True)
class Chapter:
    """One module of the report.

    Attributes:
        name: id of the module.
        module: its pinned content.
        lesson: what its lesson asks.
        n: people who handed it in.
        spoken: people by language.
        items: statistics of its questions; empty in a group of fewer than five.
        ideas: people who showed each mistaken idea.
        classes: people by share of the points: 0 to 20 %, ... 80 to 100 %.
        waiting: people with answers that a person still has to mark.
        gains: questions asked before and after the lesson.
        lesson_n: people whose answers to the lesson are known.
        apart: questions between languages.
        exercise_time: minutes at the exercise.
        lesson_time: minutes at the lesson.
    """

    name: str
    module: Module
    lesson: Lesson
    n: int
    spoken: Counter[str]
    items: tuple[Item, ...]
    ideas: Counter[str]
    classes: tuple[int, ...]
    waiting: int
    gains: tuple[Gain, ...]
    lesson_n: int
    apart: tuple[Apart, ...]
    exercise_time: Minutes | None
    lesson_time: Minutes | None

    @property
    def is_shown(self) -> bool:
        """Whether the group is large enough to be shown."""
        return self.n >= FEWEST


def chapter(graded: Graded, name: str, asked: Lesson, lessons: Mapping[str, LessonWork]) -> Chapter:
    """All numbers of one module.

    Args:
        graded: the run.
        name: the module.
        asked: what its lesson asks.
        lessons: answers to the lesson by seat.
    """
    works = list(graded.of(name))
    sheets = judged_sheets(graded, name) if len(works) >= FEWEST else {}
    spoken = {work.submission.seat: work.submission.language for work in works}
    enough = len(lessons) >= FEWEST
    return Chapter(
        name=name,
        module=graded.modules[name],
        lesson=asked,
        n=len(works),
        spoken=languages(works),
        items=items(graded.modules[name], graded.points[name], sheets) if sheets else (),
        ideas=ideas_in(sheets.values()),
        classes=_classes([work.percent for work in works]) if sheets else (),
        waiting=sum(work.sheet.waiting for work in works),
        gains=gains(asked, lessons.values()) if enough else (),
        lesson_n=len(lessons),
        apart=between_languages(sheets, spoken) if sheets else (),
        exercise_time=minutes(work.submission.records for work in works),
        lesson_time=minutes(work.records for work in lessons.values()),
    )


def report(
    run: Run,
    handins: Sequence[Path] = (),
    modules: Sequence[str] = (),
    codes: Sequence[str] | None = None,
    *,
    course: Path | None = None,
) -> Iterator[str]:
    """Write ``reports/room.<language>.html`` and say where it is.

    Args:
        run: the run.
        handins: folders and zips with hand-ins, for answers to lessons.
        modules: modules to report on; default all.
        codes: languages of the report; default those of the run.
        course: where the lessons' questions are; default the checkout.

    Raises:
        KitError: nothing is graded, or an unknown module or language.
    """
    from coursekit.results.pages import page

    graded = read(run)
    anybody(graded.works)
    chosen = graded.chosen(modules) if modules else run.assignments
    unknown = sorted(set(codes or ()) - set(run.languages))
    if unknown:
        raise KitError(
            _("This run has no language {unknown}. It has: {there}.").format(
                unknown=", ".join(unknown), there=", ".join(run.languages)
            )
        )
    lessons = gather(run, handins)
    chapters = [
        chapter(graded, name, lesson(name, run.languages, course), lessons.get(name, {}))
        for name in chosen
    ]
    wanted = [code for code in run.languages if codes is None or code in codes]
    for code in wanted:
        path = run.place("reports", f"room.{code}.html")
        write(path, page(run, chapters, code, wanted))
        yield _("Report on the room: {path}").format(path=path)
    if not any(one.lesson_n for one in chapters) and handins:
        yield _(
            "These hand-ins hold no answers to the lessons, so there is no comparison of before "
            "and after. The hand-in files that the home page makes hold them."
        )
    elif not any(one.lesson_n for one in chapters):
        yield _(
            "Nothing is known about the lessons, so there is no comparison of before and after. "
            "Give the hand-in files too: coursekit results {run} report FOLDER_OR_ZIP"
        ).format(run=run.folder.name)


def _classes(percents: Sequence[float]) -> tuple[int, ...]:
    counts = Counter(min(CLASSES - 1, int(value * CLASSES / 100)) for value in percents)
    return tuple(counts[place] for place in range(CLASSES))
