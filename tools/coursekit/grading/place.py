"""Where something lies: which participant and which assignment the folders around it tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from borderlab.answers.seat import valid
from coursekit.grading.codes import Codes, is_structure
from coursekit.grading.exchange import exchange_folder
from coursekit.grading.names import moodle_number

_AGAIN = re.compile(r" ?\(\d{1,3}\)$")  # a browser's name for the same file once more
_HANDED = re.compile(r"handin_(?P<seat>[2-9A-Z]{4}-[2-9A-Z]{4})_.*")


@dataclass(frozen=True, slots=True)
class Place:
    """The names of the folders and zips around a file, outermost first.

    Attributes:
        codes: turns names into codes.
        parts: names of zips without their ending.
        shown: the path as a report shows it.
        depth: how many zips and folders it is inside of.
        above: name of the folder around the path of the command line.
    """

    codes: Codes
    parts: tuple[str, ...]
    shown: str
    depth: int = 0
    above: str = ""

    def inside(self, name: str) -> Place:
        """The place of a file or zip in it."""
        path = PurePosixPath(name)
        parts = (*self.parts, *path.parts[:-1], path.stem)
        shown = f"{self.shown}/{self.codes.shown(name)}"
        return Place(self.codes, parts, shown, self.depth + 1, self.above)

    def folder(self, name: str) -> Place:
        """The place of a folder in it; "." is the place itself."""
        path = PurePosixPath(name)
        shown = f"{self.shown}/{self.codes.shown(name)}" if path.parts else self.shown
        return Place(self.codes, (*self.parts, *path.parts), shown, self.depth, self.above)

    @property
    def number(self) -> str:
        """The participant's number on Moodle, or ""."""
        found = (moodle_number(part) for part in (*reversed(self.parts), self.above))
        return next((number for number in found if number), "")

    @property
    def download(self) -> str:
        """A code for the download of Moodle that it came in, or "".

        Numbers of participants are different in each activity of Moodle, so two numbers tell of
        two people only within one download.
        """
        for place, part in enumerate(self.parts):
            if moodle_number(part):
                around = self.parts[place - 1] if place else self.above
                return self.codes.mark(_AGAIN.sub("", around))
        return ""

    @property
    def module(self) -> str:
        """The assignment that the folder, or the one around it, is named after, or ""."""
        exchanged = exchange_folder(self.parts[-1])
        if exchanged:
            return exchanged.assignment if exchanged.assignment in self.codes.modules else ""
        return next((part for part in self.parts[:-3:-1] if part in self.codes.modules), "")

    @property
    def seat(self) -> str:
        """The participant: number, seat code, or the code of the innermost name of somebody."""
        if self.number:
            return self.number
        for part in reversed(self.parts):
            exchanged = exchange_folder(part)
            handed = _HANDED.fullmatch(part)
            if exchanged:
                return self.codes.person(exchanged.who)
            if handed and valid(handed["seat"]):
                return handed["seat"]
            if not is_structure(part) and part not in self.codes.modules:
                return self.codes.person(part)
        return self.codes.person(self.parts[-1])

    @property
    def is_named(self) -> bool:
        """Whether the participant is told apart by more than the name of a single folder."""
        return bool(self.number or self.module or exchange_folder(self.parts[-1]))

    @property
    def made(self) -> datetime | None:
        """When it was handed in, as a folder of an nbgrader exchange says."""
        found = exchange_folder(self.parts[-1])
        return found.made if found else None
