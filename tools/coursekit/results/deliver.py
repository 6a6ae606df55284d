"""The files that leave a run for a platform or a printer, each with a word on who is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from coursekit.errors import KitError
from coursekit.grading.files import write
from coursekit.grading.run import Run
from coursekit.grading.text import _
from coursekit.results import moodle, telling
from coursekit.results import worksheet as sheet
from coursekit.results.graded import anybody, read
from coursekit.results.ids import read_ids
from coursekit.results.sheets import sheets

MOST_BYTES = 20_000_000  # of a worksheet


def worksheet(
    run: Run,
    path: Path,
    modules: Sequence[str],
    *,
    out: Path | None = None,
    unfinished: bool = False,
) -> Iterator[str]:
    """Fill in Moodle's grading worksheet and say what became of whom.

    Args:
        run: the run.
        path: the worksheet as downloaded; it is left as it is.
        modules: the assignments that belong to this activity.
        out: the file to upload; default in the run's reports.
        unfinished: also people whose answers wait for a person's mark.

    Raises:
        KitError: it is no grading worksheet, or the modules do not fit the run.
    """
    graded = read(run)
    anybody(graded.works)
    chosen = graded.chosen(modules)
    found = moodle.percents(graded, chosen, unfinished=unfinished)
    data, outcome = sheet.edit(_bytes(path), found.found)
    target = out or run.place("reports", f"moodle_{'_'.join(chosen)}.csv")
    if target.exists() and target.samefile(path):
        raise KitError(_("Name another file with --out: the worksheet itself is kept."))
    write(target, data)
    yield from telling.worksheet(outcome, found)
    yield _("Upload this file in Moodle: {path}").format(path=target)


def feedback(run: Run, modules: Sequence[str], out: Path | None = None) -> Iterator[str]:
    """Write the zip for "Upload multiple feedback files in a zip"."""
    graded = read(run)
    anybody(graded.works)
    chosen = graded.chosen(modules)
    data, left_out = moodle.feedback_zip(graded, chosen)
    target = out or run.place("reports", f"feedback_{'_'.join(chosen)}.zip")
    write(target, data)
    yield from telling.without_number(left_out)
    yield _("Upload this zip in Moodle: {path}").format(path=target)


def printed(run: Run, only: str | None, out: Path | None = None) -> Iterator[str]:
    """Write one page for print for each participant, all in one file."""
    graded = read(run)
    anybody(graded.works)
    seats = graded.seats()
    if only:
        seats = graded.who(only)
        if not seats:
            raise KitError(_("Nobody with the code or number {who} in this run.").format(who=only))
    target = out or run.place("reports", f"sheets_{only}.html" if only else "sheets.html")
    write(target, sheets(graded, seats))
    yield _("Printed pages, one for each participant: {n}. {path}").format(
        n=len(seats), path=target
    )


def gradebook(
    run: Run, modules: Sequence[str], ids: Path | None, out: Path | None = None
) -> Iterator[str]:
    """Write the CSV file for Moodle's gradebook import."""
    graded = read(run)
    anybody(graded.works)
    chosen = tuple(m for m in run.assignments if not modules or m in graded.chosen(modules))
    known = None if ids is None else read_ids(_bytes(ids))
    text, left_out = moodle.gradebook_csv(graded, chosen, known)
    target = out or run.place("reports", "gradebook.csv")
    write(target, text)
    if left_out:
        yield _(
            "Left out, because a module or a mark is missing, or they are not in the list: {them}"
        ).format(them=telling.listed(left_out))
    if len(left_out) == len(graded.seats()):
        yield _("Nobody can be imported yet: the file has only its headings. {path}").format(
            path=target
        )
        return
    yield _("Import it in Moodle's gradebook as CSV file: {path}").format(path=target)


def nbgrader_export(run: Run) -> Path:
    """Write nbgrader's own export of the gradebook, with nbgrader's own exporter."""
    from nbgrader.api import Gradebook
    from nbgrader.plugins import CsvExportPlugin

    target = run.place("reports", "nbgrader.csv")
    exporter = CsvExportPlugin()
    exporter.to = str(target)
    with Gradebook(run.db_url) as book:
        exporter.export(book)
    return target


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise KitError(_("{path} cannot be opened.").format(path=path)) from None
    if len(data) > MOST_BYTES:
        raise KitError(_("{path} is too large to be such a file.").format(path=path))
    return data
