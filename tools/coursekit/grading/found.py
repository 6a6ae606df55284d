"""What a collection of hand-ins holds: hand-in files, folders with work, and what is not used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from coursekit.grading import exchange, limits
from coursekit.grading.archive import Tree
from coursekit.grading.notes import Note, Unreadable, note
from coursekit.grading.place import Place


@dataclass(frozen=True, slots=True)
class Bundle:
    """A hand-in file, not yet opened."""

    data: bytes
    source: str
    number: str
    download: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """A folder with notebooks, files of answers, or both.

    Attributes:
        seat: identifier made from the folders' names.
        module: the assignment the folder is named after, or "".
        files: content of the files that may be work, by name.
        made: when the newest of these files was changed, or what nbgrader noted.
        problems: files that were not read, and why.
    """

    source: str
    number: str
    seat: str
    module: str
    files: Mapping[str, bytes]
    made: datetime
    problems: Mapping[str, Note] = field(default_factory=dict)
    download: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was found but is not used, and why."""

    source: str
    number: str
    note: Note


Found = Bundle | Loose | Refused


def loose(tree: Tree, place: Place, files: Sequence[str], refused: Mapping[str, Note]) -> Loose:
    """Read the files of a folder that may be work.

    Args:
        tree: where the folder lies.
        place: of the folder.
        files: names in the tree.
        refused: names of files beside them that are never read, and why.
    """
    content: dict[str, bytes] = {}
    problems = dict(refused)
    for name in files[: limits.FILES]:
        file = PurePosixPath(name).name
        limit = limits.ANSWERS_BYTES if _is_answers(file) else limits.NOTEBOOK_BYTES
        try:
            content[file] = tree.read(name, limit)
        except Unreadable as problem:
            problems[file] = problem.note
    for name in files[limits.FILES :]:
        problems[PurePosixPath(name).name] = note("too-many-files", n=limits.FILES)
    made = place.made or _timestamp(tree, place, files[0])
    return Loose(
        source=place.shown,
        number=place.number,
        seat=place.seat,
        module=place.module,
        files=content,
        made=made or max(tree.modified(name) for name in files),
        problems=problems,
        download=place.download,
    )


def _timestamp(tree: Tree, place: Place, beside: str) -> datetime | None:
    """What nbgrader noted when it collected a submission into its own tree."""
    name = (PurePosixPath(beside).parent / exchange.TIMESTAMP).as_posix()
    if place.number or not place.module or name not in tree.names:
        return None
    try:
        return exchange.moment(tree.read(name, 100).decode("utf-8", "replace"))
    except Unreadable:
        return None


def _is_answers(file: str) -> bool:
    return file.lower().startswith("answers")
