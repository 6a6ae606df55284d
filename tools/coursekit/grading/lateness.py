"""Due dates, in nbgrader's own table, and what lateness costs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from coursekit.errors import KitError
from coursekit.grading.files import locked
from coursekit.grading.gradebook import Book
from coursekit.grading.run import Run
from coursekit.grading.settings import Settings, checked_percent, write_settings
from coursekit.grading.text import _

Due = tuple[str, datetime | None]


def parse_due(run: Run, text: str) -> Due:
    """Read ``m01_risk=2027-03-01T18:00Z`` or ``m01_risk=none``.

    A time without zone is the trainer's own; a day without time is its end.

    Raises:
        KitError: it is neither, or the run has no such module.
    """
    module, _sign, when = text.partition("=")
    if module not in run.assignments:
        raise KitError(
            _("“{module}” is not part of this run. It has: {there}.").format(
                module=module, there=", ".join(run.assignments)
            )
        )
    if when.strip().lower() == "none":
        return module, None
    try:
        found = datetime.fromisoformat(when.strip())
        if len(when.strip()) <= len("2027-03-01"):
            found = found.replace(hour=23, minute=59, second=59)
        return module, found.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise KitError(
            _("“{when}” is no date. Write it like 2027-03-01T18:00Z.").format(when=when)
        ) from None


def set_due(run: Run, dates: Iterable[Due]) -> None:
    """Set due dates; what lateness costs is worked out again by the next ``coursekit grade``."""
    with locked(run.folder), Book(run) as book:
        for module, when in dates:
            book.set_due(module, when)
        book.commit()


def set_late(run: Run, percent: float) -> None:
    """Set how many percent of the most points each begun day of lateness costs.

    Raises:
        KitError: not between 0 and 100.
    """
    write_settings(run.folder, Settings(checked_percent(percent)))


def parse_percent(text: str) -> float:
    """Read ``10``, ``10%``, ``2.5`` or ``2,5``.

    Raises:
        KitError: not a number.
    """
    try:
        return float(text.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        raise KitError(
            _("Late work can cost 0 to 100 percent a day, not {n}.").format(n=text)
        ) from None


def due_dates(run: Run) -> dict[str, datetime | None]:
    """The due dates of a run, UTC without zone."""
    with Book(run) as book:
        return {name: layout.due for name, layout in book.layouts.items()}
