"""What is wrong with a source: where, the line itself, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from coursekit.errors import KitError


@dataclass(frozen=True, order=True)
class Place:
    """One line of one file; ``file`` is relative to the course's root, ``line`` counts from 1."""

    file: str
    line: int
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: ``wrong`` says what, ``todo`` what the author does about it."""

    place: Place
    wrong: str
    todo: str

    def __str__(self) -> str:
        quote = f"\n    | {self.place.text.strip()}" if self.place.text.strip() else ""
        return f"{self.place}: {self.wrong}{quote}\n    -> {self.todo}"


# A translation that has just begun has hundreds of open entries: the first ones say enough.
_SHOWN_PER_FILE = 20


class BuildError(KitError):
    """All problems of one build, together; the message shows the first ones of each file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        title = "1 problem" if count == 1 else f"{count} problems"
        super().__init__("\n".join([f"{title}, nothing was written.", *_lines(self.problems)]))


def _lines(problems: Iterable[Problem]) -> Iterator[str]:
    for file, same in groupby(problems, key=lambda problem: problem.place.file):
        found = list(same)
        yield from map(str, found[:_SHOWN_PER_FILE])
        if len(found) > _SHOWN_PER_FILE:
            yield f"{file}: and {len(found) - _SHOWN_PER_FILE} more problems in this file"


@dataclass
class Report:
    """Collects problems, so that an author sees all of them at once."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, place: Place, wrong: str, todo: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(place, wrong, todo))

    def stop_if_any(self) -> None:
        """Raise all problems noted so far.

        Raises:
            BuildError: at least one problem was noted.
        """
        if self.problems:
            raise BuildError(self.problems)
