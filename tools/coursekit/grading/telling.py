"""What the commands say on the terminal. Counts only: no participant is named."""

from __future__ import annotations

from coursekit.grading.run import Run
from coursekit.grading.text import _


def made(run: Run) -> str:
    """After `coursekit run new`: what there is, and what comes next."""
    where = _("The run is in {folder}: {modules} in {languages}.").format(
        folder=run.folder, modules=", ".join(run.assignments), languages=", ".join(run.languages)
    )
    after = _("Grade with: coursekit grade {name} FOLDER_OR_ZIP").format(name=run.folder.name)
    return f"{where}\n{after}"


def progress(done: int, total: int) -> str:
    """While grading."""
    return _("Graded {done} of {total}").format(done=done, total=total)


def graded(run: Run) -> str:
    """After `coursekit grade`: the summary and where to find the rest."""
    summary = run.place("reports", "summary.txt").read_text(encoding="utf-8")
    return summary + _("Reports: {folder}").format(folder=run.place("reports"))
