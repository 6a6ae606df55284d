"""Finds what was handed in: bundles, zips of bundles, nbgrader trees and exchanges, loose folders.

Names of people are not kept: a folder of Moodle's "Download all submissions" gives the
participant number only, and any other name that is not a code becomes one (see `codes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from coursekit.grading import limits
from coursekit.grading.archive import Budget, Folder, Tree, Zip, too_big
from coursekit.grading.codes import Codes
from coursekit.grading.flat import unfolded
from coursekit.grading.found import Bundle, Found, Refused, loose
from coursekit.grading.lost import lost
from coursekit.grading.names import is_zip
from coursekit.grading.notes import Note, Unreadable, note
from coursekit.grading.place import Place

MANIFEST = "manifest.json"
_WORK = (".ipynb", ".json", ".ipynb.txt", ".json.txt")  # browsers and mail programs add ".txt"
_OTHER = frozenset({MANIFEST, "questions.json", "course.json", "package.json"})


def collect(paths: Iterable[Path], codes: Codes) -> Iterator[Found]:
    """Everything handed in below these folders and zips, in a stable order.

    Args:
        paths: folders, zips of submissions, or single hand-in files.
        codes: of the run, with its modules, by which folders of nbgrader trees are known.
    """
    finder = _Finder(codes)
    for path in paths:
        yield from finder.path(path)


@dataclass(frozen=True, slots=True)
class _Finder:
    codes: Codes
    seen: dict[str, str] = field(default_factory=dict)  # seat -> loose folder it was made from
    works: Counter[str] = field(default_factory=Counter)  # participant number -> folders with work

    def path(self, path: Path) -> Iterator[Found]:
        """Look at one path of the command line."""
        whole = path.absolute()
        stem = whole.stem if whole.is_file() else whole.name
        above = whole.parent.name
        place = Place(self.codes, (stem,), self.codes.shown(whole.name), above=above)
        why = None
        if whole.is_symlink() or (whole.exists() and not (whole.is_dir() or whole.is_file())):
            why = note("link")  # a pattern such as inbox/* also gives what participants made
        elif not whole.exists():
            why = note("unopened")
        elif whole.is_file() and whole.name.lower().endswith(_WORK):
            why = note("single-file")
        if why is not None:
            yield Refused(place.shown, place.number, why)
            return
        yield from _told(place, self.opened(whole, place))

    def opened(self, whole: Path, place: Place) -> Iterator[Found]:
        """Look into a folder or zip of the command line."""
        if whole.is_dir():
            yield from self.tree(Folder(whole), place, None)
        else:
            yield from self.zipped(whole, place, None)

    def zipped(self, data: bytes | Path, place: Place, budget: Budget | None) -> Iterator[Found]:
        """Look into a zip: itself a bundle, or full of submissions."""
        archive = Zip(data, budget)
        if MANIFEST in archive.names:
            if isinstance(data, Path):
                with data.open("rb") as file:
                    data = file.read(limits.BUNDLE_BYTES + 1)
            if len(data) > limits.BUNDLE_BYTES:
                raise too_big(limits.BUNDLE_BYTES)
            yield Bundle(data, place.shown, place.number, place.download)
            return
        yield from self.tree(archive, place, archive.budget)

    def tree(self, tree: Tree, place: Place, budget: Budget | None) -> Iterator[Found]:
        """Look at all files of a folder or zip."""
        tree = unfolded(tree)
        folders: dict[str, list[str]] = {}
        zips, others = [], []
        for name in tree.names:
            file = PurePosixPath(name)
            if is_zip(file.name):
                zips.append(name)
            elif file.name.lower().endswith(_WORK) and not _is_other(file.name):
                folders.setdefault(file.parent.as_posix(), []).append(name)
            else:
                others.append(name)
        refused = _by_folder(tree.refused)
        for folder, reasons in sorted(refused.items()):
            if folder not in folders:
                yield from _refusals(place, folder, reasons)
        for name in zips:
            yield from self._nested(tree, name, place.inside(name), budget)
        for folder, files in sorted(folders.items()):
            yield from self._admitted(tree, place.folder(folder), files, refused.get(folder, {}))
        used = [*zips, *tree.refused, *(files[0] for files in folders.values())]
        alone = list(lost(place, used, others))
        yield from alone
        if not used and not alone:
            yield Refused(place.shown, place.number, note("foreign"))

    def _nested(
        self, tree: Tree, name: str, place: Place, budget: Budget | None
    ) -> Iterator[Found]:
        if place.depth > limits.ZIP_DEPTH:
            yield Refused(place.shown, place.number, note("nested"))
            return
        yield from _told(place, self._unpacked(tree, name, place, budget))

    def _unpacked(
        self, tree: Tree, name: str, place: Place, budget: Budget | None
    ) -> Iterator[Found]:
        first = place.depth == 1
        data = tree.read(name, limits.ZIP_BYTES if first else limits.BUNDLE_BYTES)
        most = limits.INNER_BYTES if first else limits.DEEPER_BYTES
        yield from self.zipped(data, place, Budget(most, budget))

    def _admitted(
        self, tree: Tree, place: Place, files: list[str], refused: Mapping[str, Note]
    ) -> Iterator[Found]:
        """A folder with work, unless it cannot be told whose it is or there are far too many."""
        self.works[place.number] += 1
        if place.number and self.works[place.number] > limits.WORKS:
            if self.works[place.number] == limits.WORKS + 1:
                why = note("too-many-files", n=limits.WORKS)
                yield Refused(place.shown, place.number, why)
            return
        first = place.shown if place.is_named else self.seen.setdefault(place.seat, place.shown)
        if first != place.shown:
            yield Refused(place.shown, place.number, note("same-folder", first=first))
            return
        yield from _told(place, (loose(tree, place, files, refused) for _once in range(1)))


def _told(place: Place, found: Iterator[Found]) -> Iterator[Found]:
    """What was found; a problem becomes a row, so that one submission never stops the others."""
    try:
        yield from found
    except Unreadable as problem:
        yield Refused(place.shown, place.number, problem.note)
    except Exception as problem:  # noqa: BLE001  (as above)
        why = note("crashed", problem=type(problem).__name__)
        yield Refused(place.shown, place.number, why)


def _is_other(file: str) -> bool:
    """Whether a file belongs to the course, not to a participant."""
    return file in _OTHER or file.endswith(".key.json")


def _by_folder(refused: Mapping[str, Note]) -> dict[str, dict[str, Note]]:
    found: dict[str, dict[str, Note]] = {}
    for name, reason in sorted(refused.items()):
        path = PurePosixPath(name)
        found.setdefault(path.parent.as_posix(), {})[path.name] = reason
    return found


def _refusals(place: Place, folder: str, reasons: Mapping[str, Note]) -> Iterator[Refused]:
    """One row for each refused file of a collection, one for a participant's whole folder."""
    for count, (name, reason) in enumerate(reasons.items()):
        inner = place.inside(name if folder == "." else f"{folder}/{name}")
        yield Refused(inner.shown, inner.number, reason)
        if folder != "." or count >= limits.FILES:
            return
