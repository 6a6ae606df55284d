"""The files a trainer takes away: ``grades.csv`` and a short summary."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping

from coursekit.grading.journal import Entry
from coursekit.grading.marks import Sheet
from coursekit.grading.plan import Key
from coursekit.grading.rows import STATUSES, Row, plain
from coursekit.grading.text import _

COLUMNS = (
    "seat",
    "assignment",
    "language",
    "score",
    "max",
    "percent",
    "needs_manual",
    "status",
    "number",
)


def grades(
    graded: Mapping[Key, Entry],
    sheets: Mapping[Key, Sheet],
    most: Mapping[str, float],
    numbers: Mapping[str, frozenset[str]],
) -> str:
    """Everybody's grade as CSV: UTF-8 with byte order mark, decimal point.

    Only people who have a grade are in it: to a learning platform an empty cell means "erase".
    ``percent`` is out of 100 and never above it, as a new grade item expects.

    Args:
        graded: the graded version of everybody's work.
        sheets: the marks in the gradebook.
        most: most points by assignment.
        numbers: all participant numbers of each seat.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for key, entry in sorted(graded.items(), key=lambda item: item[0][::-1]):
        seat, assignment = key
        if key not in sheets:
            continue
        sheet, points = sheets[key], most[assignment]
        writer.writerow(
            [
                seat,
                assignment,
                entry.submission.language,
                plain(sheet.score),
                plain(points),
                plain(percent(sheet.score, points), 2),
                "yes" if sheet.waiting else "no",
                entry.status,
                " ".join(sorted(numbers.get(seat, ()), key=int)),
            ]
        )
    return "\ufeff" + out.getvalue()


def percent(score: float, most: float) -> float:
    """Points as percent, from 0 to 100 (extra points do not lead above it)."""
    return min(100.0, max(0.0, 100 * score / most)) if most else 0.0


def summary(rows: Iterable[Row], graded: Mapping[Key, Entry], sheets: Mapping[Key, Sheet]) -> str:
    """A few lines for the terminal and ``summary.txt``: counts only, no names."""
    counts = Counter(row.status for row in rows)
    lines = [f"{counts[status]:6d}  {_(words)}" for status, words in STATUSES.items()]
    lines = [line for line, status in zip(lines, STATUSES, strict=True) if counts[status]]
    if not lines:
        lines = [_("Nothing new was handed in.")]
    waiting = sum(sheet.waiting for key, sheet in sheets.items() if key in graded)
    lines.append("")
    lines.append(
        _("Graded in this run: {n}; of these with answers to be marked by hand: {waiting}.").format(
            n=len(graded), waiting=waiting
        )
    )
    return "\n".join(lines) + "\n"
