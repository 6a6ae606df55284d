"""Marking written answers by hand: a notebook in the run's folder, and where two markers differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from borderlab.i18n import language, match, number, set_language, system_language
from coursekit.errors import KitError
from coursekit.grading.files import write
from coursekit.grading.run import Run, open_run
from coursekit.grading.text import _
from coursekit.results.graded import anybody, read
from coursekit.results.handmarks import given
from coursekit.results.notebooks import code, markdown, notebook_text, opening

if TYPE_CHECKING:
    from coursekit.results.desk import Desk

NOTEBOOK = "marking.ipynb"
_SAME = 0.005  # points


def desk(
    module: str, question: str, marker: str = "1", *, run: str | Path = ".", lang: str = ""
) -> Desk:
    """The desk for one question; called in the notebook that `notebook` writes.

    Args:
        module: the assignment.
        question: a question that a person marks.
        marker: who marks, such as ``1`` or ``2``; never a name.
        run: the run's folder.
        lang: language of the desk; default the computer's.

    Raises:
        KitError: no such run, module or question.
    """
    from coursekit.results.desk import Desk

    set_language(match(lang) or system_language())
    return Desk(open_run(Path(run).resolve()), module, question, marker)


def notebook(run: Run) -> Iterator[str]:
    """Write ``marking.ipynb`` with a desk for each question that a person marks.

    Raises:
        KitError: nothing is graded, or no question is marked by a person.
    """
    graded = read(run)
    anybody(graded.works)
    asked = [(name, qid) for name in run.assignments for qid in graded.modules[name].written]
    if not asked:
        raise KitError(_("No question of this run is marked by a person."))
    cells = [markdown("title", _intro()), code("setup", _SETUP.format(lang=language()))]
    for name, qid in asked:
        module = graded.modules[name]
        edition = module.editions.get(language(), module.editions["en"])
        waiting = sum(
            work.sheet.marks[qid].waiting for work in graded.of(name) if qid in work.sheet.marks
        )
        title = _("{module}, question {name}: {n} waiting").format(
            module=edition.title, name=qid, n=number(waiting)
        )
        cells.append(markdown(f"{name}-{qid}-title", f"## {title}"))
        line = f'desk({json.dumps(name)}, {json.dumps(qid)}, marker, lang="{language()}")'
        cells.append(code(f"{name}-{qid}", line))
    path = run.folder / NOTEBOOK
    write(path, notebook_text(cells))
    yield _("Open this notebook with the next line and run all cells: {path}").format(path=path)
    yield opening(path)
    yield _("Marks are saved at once. Afterwards renew feedback and grades: {command}").format(
        command=f"coursekit grade {run.folder.name}"
    )


def differences(run: Run) -> Iterator[str]:
    """The answers to which two markers gave different points, and how far they agree."""
    both = differ = 0
    for (seat, module, question), marks in sorted(given(run).items()):
        points = {name: m.points for name, m in sorted(marks.items()) if m.points is not None}
        if len(points) < 2:  # noqa: PLR2004  (nothing to compare)
            continue
        both += 1
        if max(points.values()) - min(points.values()) > _SAME:
            differ += 1
            told = ", ".join(f"{name}: {number(value)}" for name, value in points.items())
            yield f"{module} {question} {seat}: {told}"
    if not both:
        yield _("No answer has marks of two markers. The second one sets another marker's number.")
        return
    yield _("Marked twice: {n}. Different: {m}.").format(n=number(both), m=number(differ))
    yield _("The newest mark stands in the gradebook. Agree, then one of you gives it again.")


_SETUP = """\
from coursekit.results.moderation import desk

marker = "1"
"""


def _intro() -> str:
    return "\n\n".join(
        [
            "# " + _("Marking written answers"),
            _(
                "Choose Run, Run All Cells. Similar answers stand together and nobody is named. "
                "Every mark is saved at once in the gradebook: nbgrader's Formgrader shows the "
                "same, and grading again keeps it."
            ),
            _(
                "Two people may mark the same answers: the second one writes another number for "
                "the marker in the cell below. `coursekit results RUN moderate --differences` "
                "lists where they differ."
            ),
        ]
    )
