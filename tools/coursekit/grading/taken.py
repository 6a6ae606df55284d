"""What intake makes of one thing that was handed in."""

from __future__ import annotations

from dataclasses import dataclass

from coursekit.grading.notes import Note
from coursekit.grading.submission import Submission


@dataclass(frozen=True, slots=True)
class Declined:
    """A submission that is not graded: refused, or left for a person.

    Attributes:
        seat: the participant, if known.
        assignment: the module, if known.
    """

    source: str
    number: str
    note: Note
    seat: str = ""
    assignment: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Work made from the version of the run before this one, to be graded there."""

    taken: Submission | Earlier


Taken = Submission | Declined | Earlier
