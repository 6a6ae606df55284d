"""Tells the trainer when two people have the same number for random draws.

Each notebook draws its number by itself from two thousand million, so two equal ones mean as good
as always that a file was copied. It is told, never judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coursekit.grading.notes import Note, note
from coursekit.grading.submission import Submission

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Alike:
    """Who has which number, by assignment."""

    seats: Mapping[tuple[str, int], tuple[str, ...]]

    def notes(self, submission: Submission) -> list[Note]:
        """A remark that names the codes of the others, or nothing."""
        if submission.seed is None:
            return []
        seats = self.seats.get((submission.assignment, submission.seed), ())
        others = [seat for seat in seats if seat != submission.seat]
        more = ["…"] if len(others) > _SHOWN else []
        return [note("same-seed", others=", ".join([*others[:_SHOWN], *more]))] if others else []


def alike(submissions: Iterable[Submission]) -> Alike:
    """Look at everybody's work, graded before or now."""
    found: dict[tuple[str, int], set[str]] = {}
    for one in submissions:
        if one.seed is not None:
            found.setdefault((one.assignment, one.seed), set()).add(one.seat)
    return Alike({key: tuple(sorted(seats)) for key, seats in found.items()})
