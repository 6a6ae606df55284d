"""The stage on which each kind of damaged or hostile submission is made, and the list of kinds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grading import people, tiny_course
from grading.tiny_course import MODULE

GOOD = {"q1": "b", "q2": 10, "q3": "Few of many.", "q4": 7, "q5": "ab"}
FULL = 7.0  # points of GOOD, of 10; a person gives the other 3
BEFORE, AFTER = "s001", "s999"  # good neighbours, the first and the last in every order
HANDED_IN, DUE = "2024-01-10 12:00:00.0 UTC", "2024-01-10 18:00:00 UTC"
LEAST = 100  # number of the first seat of the zoo
Notebook = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where one participant of the zoo hands in.

    Attributes:
        course: the small course.
        inbox: where the submission goes.
        seat: the participant.
        proof: a file that the participant's code writes to, if it ever runs.
        port: of a server of the zoo that listens for anybody who calls, or 0.
    """

    course: Path
    inbox: Path
    seat: str
    proof: Path
    port: int = 0

    @property
    def words(self) -> str:
        """A written answer that is nobody else's."""
        return f"Few of many, says {self.seat}."

    def folder(
        self, found: Mapping[str, Any] | None = None, language: str = "en", *, answers: bool = True
    ) -> Path:
        """A good exercise folder ``<seat>/<module>``, with the written text also in its cell."""
        given = dict(GOOD if found is None else found) if answers else None
        if given and isinstance(given.get("q3"), str) and given["q3"] == GOOD["q3"]:
            given["q3"] = self.words
        place = self.inbox / self.seat / MODULE
        people.exercise(place, self.course, MODULE, given, language, seed_of(self.seat))
        (place / "timestamp.txt").write_text(HANDED_IN + "\n")
        if given and isinstance(given.get("q3"), str):
            people.fill(place / f"{MODULE}.ipynb", "q3", given["q3"])
        if given and given.get("q4") == GOOD["q4"]:
            people.fill(place / f"{MODULE}.ipynb", "q4-code", 'kit.answer("q4", 7)')
        return place

    def edited(self, change: Callable[[Notebook], None]) -> Path:
        """A good folder whose notebook is changed."""
        place = self.folder()
        path = place / f"{MODULE}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        change(notebook)
        path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
        return place

    def running(self, code: str) -> Path:
        """A good folder with this code in a first cell. ``tell(text)`` writes to the proof."""
        tell = f"def tell(text): open({str(self.proof)!r}, 'a').write(text + '\\n')\ntell('ran')\n"
        cell = tiny_course.code("zoo", tell + code)
        return self.edited(lambda notebook: notebook["cells"].insert(0, cell))

    def raw(self, data: bytes, name: str = f"{MODULE}.ipynb") -> Path:
        """A good folder in which one file has this content."""
        place = self.folder()
        (place / name).write_bytes(data)
        return place

    def zip(self, data: bytes) -> Path:
        """A zip of the participant's own."""
        path = self.inbox / f"{self.seat}.zip"
        path.write_bytes(data)
        return path

    @property
    def files(self) -> dict[str, bytes]:
        """The files of a good folder, for a zip."""
        place = self.folder()
        found = {
            f"{MODULE}/{path.name}": path.read_bytes() for path in place.iterdir() if path.is_file()
        }
        shutil.rmtree(place.parent)
        return found


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of submission and the row it must become.

    Attributes:
        group: where it stands in the table.
        what: what happened to the submission.
        make: makes it.
        status: of its row.
        codes: remarks of its row that must be there.
        score: automatic points of its row, None when it is not graded.
        stock: how stock nbgrader gets it: as ``tree`` or as ``zip``.
        gives_feedback: whether stock feedback is made, too, because it is what is attacked.
    """

    group: str
    what: str
    make: Callable[[Scene], object] = field(repr=False)
    status: str
    codes: frozenset[str]
    score: float | None
    stock: str = "tree"
    gives_feedback: bool = False

    @property
    def name(self) -> str:
        """A short name."""
        return self.make.__name__.replace("_", "-")


KINDS: list[Kind] = []


def kind(
    what: str, row: str, score: float | None = FULL, **more: Any
) -> Callable[[Callable[[Scene], object]], Callable[[Scene], object]]:
    """Enter a function into the zoo.

    Args:
        what: what happened to the submission.
        row: status and codes, such as ``"graded after repair: cells-repeated"``.
        score: automatic points.
        more: further fields of `Kind`.
    """
    status, _, codes = row.partition(": ")

    def entered(make: Callable[[Scene], object]) -> Callable[[Scene], object]:
        group = make.__module__.rpartition(".")[2]
        KINDS.append(Kind(group, what, make, status, frozenset(codes.split()), score, **more))
        return make

    return entered


def seat(number: int) -> str:
    """The seat of the kind of this number."""
    return f"s{LEAST + number}"


def seed_of(who: str) -> int:
    """A participant's number for random draws."""
    return 1_000_000 + int(who[1:])
