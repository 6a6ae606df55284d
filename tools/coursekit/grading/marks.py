"""The marks of one cell and of one participant, with the meaning nbgrader gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from coursekit.grading.checks import Result
from coursekit.grading.submission import Submission


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell's marks as the gradebook has them.

    Attributes:
        auto: points of the check, or None for an answer that a person marks.
        manual: points given by a person, or None.
        extra: extra points given by a person, or None.
        waiting: whether a person still has to look at it.
    """

    auto: float | None = None
    manual: float | None = None
    extra: float | None = None
    waiting: bool = False

    @property
    def score(self) -> float:
        """The points that count: a person's before the check's, plus extra points."""
        base = self.manual if self.manual is not None else self.auto
        return 0.0 if base is None else base + (self.extra or 0.0)


@dataclass(slots=True)
class Sheet:
    """All marks and comments of one participant's assignment, by grade id.

    Attributes:
        penalty: points taken off for lateness.
    """

    marks: dict[str, Mark] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    penalty: float = 0.0

    @property
    def earned(self) -> float:
        """Points so far, lateness aside."""
        return sum(mark.score for mark in self.marks.values())

    @property
    def score(self) -> float:
        """Points so far that count."""
        return max(0.0, self.earned - self.penalty) if self.penalty else self.earned

    @property
    def waiting(self) -> bool:
        """Whether a person still has to look at a part of it."""
        return any(mark.waiting for mark in self.marks.values())


def automatic(
    name: str,
    submission: Submission,
    results: Mapping[str, Result],
    had: Mark | None,
    changed: Callable[[str], bool],
) -> Mark:
    """The mark of a cell after automatic grading; what a person gave stays.

    A person is asked (again) when there is text to mark, when the check itself failed, and when
    the answer is another one than the person marked.

    Args:
        name: grade id.
        submission: the work.
        results: of the check cells, by grade id.
        had: the mark in the gradebook, if any.
        changed: whether the answer to a question differs from the one graded before.
    """
    had = had or Mark()
    auto: float | None
    result = results.get(name)
    if result is not None:
        auto, waiting = result.score, bool(result.problem)
    else:
        auto = None if name in submission.written else 0.0
        waiting = auto is None and had.manual is None
    if had.manual is not None:
        waiting = waiting or had.waiting or changed(name)
    return Mark(auto, had.manual, had.extra, waiting)
