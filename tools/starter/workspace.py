"""The participant's folder: copies of the lessons and exercises of one language.

The rules, for each file of the kit:

- it is not there yet: it is copied;
- the kit's has not changed since it was copied: it is left alone;
- the kit's has changed and the participant has written nothing in it: it follows the kit;
- both have changed: the participant's is kept as ``<name>.previous.ipynb``, the new one takes its
  place, and the participant's answer cells are carried over into it.

Files that are not the kit's, above all ``answers.json``, are never touched, and nothing is removed.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from starter import files, notebooks
from starter.kit import Kit
from starter.texts import StartError, _

_RECORD = ".kit.json"
_OURS = ("modules", "exercises")
_THEIRS = (".ipynb_checkpoints", "answers*.json", "handin_*", "*.previous*", "*.part")


@dataclass(frozen=True)
class Delivered:
    """One delivered file: digests of its bytes and of what is written in it."""

    stored: str
    written: str

    @classmethod
    def of(cls, content: bytes) -> Delivered:
        """The digests of a file's content."""
        return cls(hashlib.sha256(content).hexdigest(), notebooks.fingerprint(content))


@dataclass(frozen=True)
class Layout:
    """What laying out did: names relative to the participant's folder."""

    new: tuple[str, ...] = ()
    refreshed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def delivered(root: Path, language: str) -> Iterator[PurePosixPath]:
    """The files the kit brings for a language, relative to the checkout."""
    for tree in _OURS:
        for path in sorted((root / tree / language).rglob("*")):
            relative = PurePosixPath(path.relative_to(root).as_posix())
            if path.is_file() and not _is_theirs(relative):
                yield relative


def _is_theirs(path: PurePosixPath) -> bool:
    return any(PurePosixPath(part).match(pattern) for part in path.parts for pattern in _THEIRS)


def lay_out(kit: Kit, language: str) -> Layout:
    """Bring the participant's folder up to date for a language.

    Raises:
        StartError: the kit has no lessons in this language, or a file cannot be replaced.
    """
    if language not in kit.languages():
        raise StartError(
            _("The lessons in this language are missing from the kit. It has: {languages}.").format(
                languages=", ".join(kit.languages()) or "-"
            )
        )
    files.make_folder(kit.workspace)
    record = read_record(kit.workspace)
    done: dict[str, list[str]] = {"new": [], "refreshed": [], "kept": []}
    for name in delivered(kit.root, language):
        target = kit.workspace / name
        try:
            what = _update(kit.root / name, target, record.get(str(name)))
        except PermissionError as error:
            raise StartError(
                _("{file} cannot be replaced. Close it and start again.").format(file=target)
            ) from error
        record[str(name)] = Delivered.of((kit.root / name).read_bytes())
        if what:
            done[what].append(str(name))
    _write_record(kit.workspace, record)
    return Layout(**{what: tuple(names) for what, names in done.items()})


def _update(source: Path, target: Path, before: Delivered | None) -> str:
    """Apply the rules to one file and say what was done.

    Args:
        source: the kit's file.
        target: the participant's.
        before: what the kit delivered last; None when that is not known.
    """
    content = source.read_bytes()
    if not target.exists():
        files.write(target, content)
        return "new"
    theirs = target.read_bytes()
    now = Delivered.of(content)
    if theirs == content or now == before:
        return ""
    if notebooks.fingerprint(theirs) in {now.written, before.written if before else ""}:
        files.write(target, content)
        return "refreshed"
    files.write(free_name(target), theirs)
    files.write(target, notebooks.carry_answers(theirs, content))
    return "kept"


def free_name(path: Path) -> Path:
    """The first of ``a.previous.ipynb``, ``a.previous-2.ipynb``, … that does not exist."""
    number = 1
    while True:
        mark = ".previous" if number == 1 else f".previous-{number}"
        candidate = path.with_name(f"{path.stem}{mark}{path.suffix}")
        if not candidate.exists():
            return candidate
        number += 1


def read_record(workspace: Path) -> dict[str, Delivered]:
    """What was delivered last, by name; empty when there is no readable record."""
    try:
        found = json.loads((workspace / _RECORD).read_text(encoding="utf-8"))["files"]
        return {str(name): Delivered(**marks) for name, marks in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write_record(workspace: Path, record: dict[str, Delivered]) -> None:
    marks = {name: dataclasses.asdict(mark) for name, mark in record.items()}
    text = json.dumps({"schema": 1, "files": marks}, indent=1, sort_keys=True) + "\n"
    files.write(workspace / _RECORD, text.encode())
