"""Finds what was handed in: bundles, zips of bundles, nbgrader trees, loose folders.

Names of people are not kept: a folder of Moodle's "Download all submissions" gives the
participant number only, and any other folder name that is not plain becomes a code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from coursekit.grading import limits, names
from coursekit.grading.archive import Folder, Tree, Zip, too_big
from coursekit.grading.notes import Note, Unreadable

ANSWERS = "answers.json"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A hand-in file, not yet opened."""

    data: bytes
    source: str
    number: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A folder with a notebook, a file of answers, or both.

    Attributes:
        seat: identifier made from the folder's name.
        module: the assignment the folder is named after, or "".
        notebooks: notebooks in it, by file name; None where one could not be read.
        answers: content of the file of answers, or None.
        made: when the newest of these files was changed.
        problems: files that were not read, and why.
    """

    source: str
    number: str
    seat: str
    module: str
    notebooks: Mapping[str, bytes | None]
    answers: bytes | None
    made: datetime
    problems: Mapping[str, Note] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was found but is not used, and why."""

    source: str
    number: str
    note: Note


Found = Bundle | Loose | Refused


def collect(paths: Iterable[Path], modules: Iterable[str]) -> Iterator[Found]:
    """Everything handed in below these folders and zips, in a stable order.

    Args:
        paths: folders, zips of submissions, or single hand-in files.
        modules: ids of the assignments, by which folders of nbgrader trees are known.
    """
    finder = _Finder(frozenset(modules))
    for path in paths:
        yield from finder.path(path)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a tree lies: names of the folders and zips around it, and the participant number."""

    parts: tuple[str, ...]
    shown: str
    depth: int

    def inside(self, name: str) -> _Place:
        path = PurePosixPath(name)
        parts = (*self.parts, *path.parts[:-1], path.stem)
        return _Place(parts, f"{self.shown}/{names.shown(name)}", self.depth + 1)

    @property
    def number(self) -> str:
        found = (names.moodle_number(part) for part in reversed(self.parts))
        return next((number for number in found if number), "")


@dataclass(frozen=True, slots=True)
class _Finder:
    modules: frozenset[str]
    seen: dict[str, str] = field(default_factory=dict)  # seat -> loose folder it was made from

    def path(self, path: Path) -> Iterator[Found]:
        """Look at one path of the command line."""
        whole = path.absolute()
        stem = whole.stem if whole.is_file() else whole.name
        place = _Place((whole.parent.name, stem), names.shown(path.name), 0)
        if not whole.exists():
            yield Refused(place.shown, place.number, Note("unopened"))
            return
        try:
            if whole.is_dir():
                yield from self.tree(Folder(whole), place)
            else:
                yield from self.zipped(whole, place)
        except Unreadable as problem:
            yield Refused(place.shown, place.number, problem.note)

    def zipped(self, data: bytes | Path, place: _Place) -> Iterator[Found]:
        """Look into a zip: itself a bundle, or full of submissions."""
        archive = Zip(data)
        if MANIFEST in archive.names:
            if isinstance(data, Path):
                with data.open("rb") as file:
                    data = file.read(limits.BUNDLE_BYTES + 1)
            if len(data) > limits.BUNDLE_BYTES:
                raise too_big(limits.BUNDLE_BYTES)
            yield Bundle(data, place.shown, place.number)
            return
        yield from self.tree(archive, place)

    def tree(self, tree: Tree, place: _Place) -> Iterator[Found]:
        """Look at all files of a folder or zip."""
        for name, note in sorted(tree.refused.items()):
            inner = place.inside(name)
            yield Refused(inner.shown, inner.number, note)
        folders: dict[str, list[str]] = {}
        empty = True
        for name in tree.names:
            file = PurePosixPath(name)
            if file.suffix.lower() == ".zip":
                empty = False
                yield from self._nested(tree, name, place.inside(name))
            elif file.suffix.lower() == ".ipynb" or file.name == ANSWERS:
                folders.setdefault(file.parent.as_posix(), []).append(name)
        for folder, files in sorted(folders.items()):
            yield self._single(self._loose(tree, place, folder, files))
        if empty and not folders and not tree.refused:
            yield Refused(place.shown, place.number, Note("foreign"))

    def _nested(self, tree: Tree, name: str, place: _Place) -> Iterator[Found]:
        if place.depth > limits.ZIP_DEPTH:
            yield Refused(place.shown, place.number, Note("nested"))
            return
        try:
            limit = limits.ZIP_BYTES if place.depth == 1 else limits.BUNDLE_BYTES
            yield from self.zipped(tree.read(name, limit), place)
        except Unreadable as problem:
            yield Refused(place.shown, place.number, problem.note)

    def _single(self, found: Loose) -> Loose | Refused:
        """Two folders that happen to have the same name are not taken for one participant."""
        if found.number or found.module:
            return found
        first = self.seen.setdefault(found.seat, found.source)
        if first == found.source:
            return found
        return Refused(found.source, found.number, Note("same-folder", {"first": first}))

    def _loose(self, tree: Tree, place: _Place, folder: str, files: list[str]) -> Loose:
        inner = PurePosixPath(folder).parts
        parts = (*place.parts, *inner)
        number = _Place(parts, "", 0).number
        module = parts[-1] if parts[-1] in self.modules else ""
        seat = number or names.opaque(parts[-2] if module else parts[-1])
        content: dict[str, bytes | None] = {}
        problems: dict[str, Note] = {}
        for name in files:
            file = PurePosixPath(name).name
            limit = limits.ANSWERS_BYTES if file == ANSWERS else limits.NOTEBOOK_BYTES
            try:
                content[file] = tree.read(name, limit)
            except Unreadable as problem:
                content[file] = None
                problems[file] = problem.note
        answers = content.pop(ANSWERS, None)
        shown = "/".join([place.shown, names.shown(folder)]) if inner else place.shown
        made = max(tree.modified(name) for name in files)
        return Loose(shown, number, seat, module, content, answers, made, problems)


def said_module(answers: bytes | None) -> str:
    """The module a file of answers names, before the file is read strictly; "" if it does not."""
    try:
        found = json.loads(answers or b"")
    except (ValueError, RecursionError):
        return ""
    module = found.get("module") if isinstance(found, dict) else None
    return module if isinstance(module, str) else ""
