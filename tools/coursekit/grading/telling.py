"""What the commands say on the terminal. Counts only: no participant is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path

from borderlab.i18n import moment, number
from coursekit.errors import KitError
from coursekit.grading.archive import run_around
from coursekit.grading.codes import Codes
from coursekit.grading.lateness import due_dates
from coursekit.grading.names import printable
from coursekit.grading.run import Run
from coursekit.grading.settings import read_settings
from coursekit.grading.text import _

_BAR = 30  # signs


def made(run: Run) -> str:
    """After `coursekit run new`: what there is, and what comes next."""
    where = _("The run is in {folder}: {modules} in {languages}.").format(
        folder=run.folder, modules=", ".join(run.assignments), languages=", ".join(run.languages)
    )
    after = _("Grade with: coursekit grade {name} FOLDER_OR_ZIP").format(name=run.folder.name)
    return f"{where}\n{after}"


def progress(done: int, total: int, seconds: float = 0.0) -> str:
    """A bar while grading; the time left once it can be told."""
    full = round(_BAR * done / total) if total else _BAR
    said = _("Graded {done} of {total}").format(done=done, total=total)
    bar = f"[{'#' * full}{'.' * (_BAR - full)}] {said}"
    left = seconds / done * (total - done) if done else 0.0
    if left < 1:
        return bar
    return f"{bar}, " + _("about {n} s left").format(n=round(left))


def renewed(modules: Sequence[str]) -> str:
    """After `coursekit run renew`."""
    if not modules:
        return _("The run has today's course already.")
    return _("Renewed: {modules}. Everything was graded again; marks given by hand stay.").format(
        modules=", ".join(modules)
    )


def settings(run: Run) -> str:
    """After `coursekit run set`: due dates and what lateness costs."""
    lines = []
    for module, due in due_dates(run).items():
        if due is None:
            lines.append(_("{module}: no due date").format(module=module))
            continue
        when = moment(due.replace(tzinfo=UTC))
        lines.append(_("{module}: due {when} (UTC)").format(module=module, when=when))
    percent = read_settings(run.folder).late_percent
    lines.append(
        _("Each begun day of lateness costs {n} percent of the most points.").format(
            n=number(percent)
        )
        if percent
        else _("Lateness is noted and costs nothing.")
    )
    return "\n".join(lines)


def known(codes: Codes) -> str:
    """Code and name of everybody whose name stands in the files, for the trainer's eyes only."""
    if not codes.known:
        return _("There are only codes and numbers in these files, no names.")
    rows = sorted(codes.known.items(), key=lambda item: (item[1].casefold(), item[0]))
    return "\n".join(f"{code}  {printable(name)}" for code, name in rows)


def missing(paths: Iterable[Path]) -> None:
    """Stop before the work begins when a path of the command line is mistyped.

    Raises:
        KitError: there is nothing of that name, or it belongs to a run.
    """
    for path in paths:
        if (run := run_around(path)) is not None:
            raise KitError(
                _(
                    "{path} belongs to the run “{run}” itself. Give the folder or zip that came "
                    "from the participants. Nothing was done."
                ).format(path=path, run=run.name)
            )
        if not (path.exists() or path.is_symlink()):
            raise KitError(
                _("There is no file or folder {path}. Nothing was done.").format(path=path)
            )


def nobody(who: str) -> str:
    """After `coursekit grade --only`, when nothing fitted."""
    return _(
        "Nothing of “{who}” was found. Give the code or number as in grades.csv, and the files; "
        "or --redo without files, to grade again what the run holds."
    ).format(who=who)


def graded(run: Run) -> str:
    """After `coursekit grade`: the summary and where to find the rest."""
    summary = run.place("reports", "summary.txt").read_text(encoding="utf-8")
    return summary + _("Reports: {folder}").format(folder=run.place("reports"))
