"""Everything that a run holds about the work it has graded, read once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coursekit.errors import KitError
from coursekit.grading.gradebook import Book
from coursekit.grading.grades import percent
from coursekit.grading.journal import Journal
from coursekit.grading.marks import Sheet
from coursekit.grading.pinned import Module, load
from coursekit.grading.run import Run
from coursekit.grading.submission import Submission
from coursekit.grading.text import _


@dataclass(frozen=True, slots=True)
class Work:
    """One participant's graded work on one assignment.

    Attributes:
        submission: what was graded.
        sheet: marks and comments.
        most: most points of the assignment.
    """

    submission: Submission
    sheet: Sheet
    most: float

    @property
    def percent(self) -> float:
        """Points so far, 0 to 100."""
        return percent(self.sheet.score, self.most)


@dataclass(frozen=True, slots=True)
class Graded:
    """A run's graded work.

    Attributes:
        run: the run.
        modules: its assignments.
        points: most points by assignment and grade id.
        works: all graded work, by assignment and seat.
        numbers: all participant numbers of each seat on the learning platform, which gives another
            one in each of its activities.
    """

    run: Run
    modules: Mapping[str, Module]
    points: Mapping[str, Mapping[str, float]]
    works: tuple[Work, ...]
    numbers: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, assignment: str) -> Iterator[Work]:
        """The work on one assignment, by seat."""
        return (work for work in self.works if work.submission.assignment == assignment)

    def seats(self) -> tuple[str, ...]:
        """Everybody with graded work."""
        return tuple(sorted({work.submission.seat for work in self.works}))

    def numbers_of(self, work: Work) -> tuple[str, ...]:
        """The participant's numbers on the learning platform, in order."""
        found = self.numbers.get(work.submission.seat, frozenset()) | {work.submission.number}
        return tuple(sorted(found - {""}, key=int))

    def who(self, name: str) -> tuple[str, ...]:
        """The seats of this code or participant number."""
        works = (w for w in self.works if name in {w.submission.seat, *self.numbers_of(w)})
        return tuple(sorted({work.submission.seat for work in works}))

    def chosen(self, wanted: Collection[str]) -> tuple[str, ...]:
        """These assignments, or the only one of the run.

        Raises:
            KitError: unknown ones; or none named where the run has several.
        """
        there = self.run.assignments
        unknown = sorted(set(wanted) - set(there))
        if unknown:
            raise KitError(
                _("This run has no module {unknown}. It has: {there}.").format(
                    unknown=", ".join(unknown), there=", ".join(there)
                )
            )
        if not wanted and len(there) > 1:
            raise KitError(
                _(
                    "This run has several modules ({there}). Say which of them this activity is "
                    "about: --modules {first}. Several count together."
                ).format(there=", ".join(there), first=there[0])
            )
        return tuple(name for name in there if not wanted or name in wanted)


def read(run: Run) -> Graded:
    """Read the gradebook, the journal and the pinned content.

    Raises:
        KitError: no gradebook, or pinned content that is damaged.
    """
    with Book(run) as book:
        journal = Journal(book.connection)
        entries, numbers = journal.current(), journal.numbers()
        sheets = book.sheets()
        layouts = book.layouts
        modules = load(run, {name: layout.checksums for name, layout in layouts.items()})
    points = {name: dict(layout.points) for name, layout in layouts.items()}
    most = {name: sum(values.values()) for name, values in points.items()}
    works = [
        Work(entry.submission, sheets[key], most[key[1]])
        for key, entry in entries.items()
        if key in sheets and key[1] in modules
    ]
    works.sort(key=lambda work: (work.submission.assignment, work.submission.seat))
    return Graded(run, modules, points, tuple(works), numbers)


def anybody(works: Sequence[Work]) -> None:
    """Stop with a sentence when nothing has been graded.

    Raises:
        KitError: there is no graded work.
    """
    if not works:
        raise KitError(_("Nothing has been graded in this run yet. Grade first: coursekit grade"))
