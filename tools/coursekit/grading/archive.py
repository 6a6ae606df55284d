"""Folders and zips read alike, in memory, with bounds; nothing is ever unpacked to disk."""

from __future__ import annotations

import io
import mmap
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Protocol

from coursekit.grading import limits
from coursekit.grading.notes import Note, Unreadable, note

_ENTRY = b"PK\x01\x02"  # marks each entry in a zip's table of contents
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)  # as old as a zip can say
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # others may ask for gigabytes to be unpacked
_RUN = {"run.toml", "codes.key"}  # a folder with both is the folder of a run
_DRIVE = re.compile(r"[A-Za-z]:")
_SKIP_FOLDERS = {".ipynb_checkpoints", "__MACOSX", "__pycache__", ".git"}


class Tree(Protocol):
    """The regular files of a folder or zip. Names are relative, with ``/``, sorted."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the files that may be read."""

    @property
    def refused(self) -> Mapping[str, Note]:
        """Names of entries that are never read, with the reason."""

    def read(self, name: str, limit: int) -> bytes:
        """The content; raises `Unreadable` when it is damaged or longer than ``limit`` bytes."""

    def modified(self, name: str) -> datetime:
        """When the file was last changed, in UTC."""


def too_big(limit: int) -> Unreadable:
    """The problem of a file over its limit."""
    return Unreadable("too-big", mb=max(1, limit // 1_000_000))


def skipped(name: str) -> bool:
    """Whether a file is debris of an editor, a system or a zip program."""
    parts = PurePosixPath(name).parts
    return any(part in _SKIP_FOLDERS for part in parts[:-1]) or parts[-1].startswith(("._", ".DS_"))


def run_around(path: Path) -> Path | None:
    """The folder of a run that this is or lies in, or None."""
    whole = path.resolve()
    around = (whole, *whole.parents)
    return next((f for f in around if all((f / name).is_file() for name in _RUN)), None)


class Folder:
    """The regular files below a folder; links, devices and pipes are named but not opened.

    Folders of runs are passed over: the copies in them are no new hand-ins.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.refused: dict[str, Note] = {}
        self.names = tuple(sorted(self._walk()))

    def _walk(self) -> list[str]:
        found: list[str] = []
        for folder, folders, files in os.walk(self.root, onerror=self._closed):  # follows no links
            here = Path(folder)
            if _RUN.issubset(files):
                folders.clear()
                self.refused[(here.relative_to(self.root) / "…").as_posix()] = note("own-run")
                continue
            links = [name for name in folders if (here / name).is_symlink()]
            folders[:] = sorted(set(folders) - _SKIP_FOLDERS - set(links))
            for name in [*files, *links]:
                path = here / name
                relative = path.relative_to(self.root).as_posix()
                if skipped(relative):
                    continue
                if (reason := _file_problem(path)) is None:
                    found.append(relative)
                else:
                    self.refused[relative] = reason
            if len(found) > limits.ENTRIES:
                raise Unreadable("too-many-files", n=limits.ENTRIES)
        return found

    def _closed(self, problem: OSError) -> None:
        """Note a folder that may not be looked into; `os.walk` would pass over it."""
        if problem.filename == str(self.root):
            raise Unreadable("unopened") from problem
        relative = Path(problem.filename).relative_to(self.root) / "…"
        self.refused[relative.as_posix()] = note("unopened")

    def read(self, name: str, limit: int) -> bytes:
        """See `Tree.read`; a file swapped for a link since it was listed is not followed."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        try:
            with open(os.open(self.root / name, flags), "rb") as file:  # noqa: PTH123
                data = file.read(limit + 1)
        except OSError as problem:
            raise Unreadable("unopened") from problem
        if len(data) > limit:
            raise too_big(limit)
        return data

    def modified(self, name: str) -> datetime:
        """See `Tree.modified`; some file systems keep times that are no dates."""
        try:
            return datetime.fromtimestamp((self.root / name).lstat().st_mtime, UTC)
        except (OSError, OverflowError, ValueError):
            return _NO_DATE


class Budget:
    """How many bytes may still be unpacked, here and in every zip around it."""

    def __init__(self, most: int, around: Budget | None = None) -> None:
        self._left = most
        self._around = around

    def take(self, count: int) -> None:
        """Count ``count`` bytes; raises `Unreadable` when they are too many."""
        self._left -= count
        if self._left < 0:
            raise Unreadable("too-big-inside")
        if self._around is not None:
            self._around.take(count)


class Zip:
    """The regular files of a zip. Entries that point out of it, links and secrets are refused."""

    def __init__(self, data: bytes | Path, budget: Budget | None = None) -> None:
        try:
            if entries_in(data) > limits.MARKS:  # a table of contents costs memory when read
                raise Unreadable("too-many-files", n=limits.ENTRIES)
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
        except PermissionError as problem:
            raise Unreadable("unopened") from problem
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
            raise Unreadable("not-a-zip") from problem
        if len(self._zip.filelist) > limits.ENTRIES:
            raise Unreadable("too-many-files", n=limits.ENTRIES)
        self.budget = budget or Budget(limits.TOTAL_BYTES)
        self.refused: dict[str, Note] = {}
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            self._admit(entry)
        self.names = tuple(sorted(self._infos))

    def _admit(self, entry: zipfile.ZipInfo) -> None:
        if entry.is_dir():
            return
        name = entry.filename.replace("\\", "/")
        reason = _entry_problem(entry, name)
        if reason is None and name in self._infos:
            reason = note("twice")
        if reason is not None:
            self.refused[name[: limits.NAME_CHARS]] = reason
        elif not skipped(name):
            self._infos[name] = entry

    def read(self, name: str, limit: int) -> bytes:
        """See `Tree.read`; the size a zip states is not believed."""
        try:
            with self._zip.open(self._infos[name]) as file:
                data = file.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as bad:
            raise Unreadable("damaged-entry") from bad
        if len(data) > limit:
            raise too_big(limit)
        self.budget.take(len(data))
        return data

    def modified(self, name: str) -> datetime:
        """See `Tree.modified`; a zip knows local time only, taken as UTC."""
        try:
            return datetime(*self._infos[name].date_time, tzinfo=UTC)
        except ValueError:
            return _NO_DATE


def _file_problem(path: Path) -> Note | None:
    """Why a file of a folder is never read, or None."""
    try:
        return None if stat.S_ISREG(path.lstat().st_mode) else note("link")
    except OSError:
        return note("unopened")


def entries_in(data: bytes | Path) -> int:
    """How many files a zip and the zips stored in it can list, without reading any table."""
    if isinstance(data, bytes):
        return data.count(_ENTRY)
    if not data.stat().st_size:
        return 0
    with data.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        return sum(1 for _found in re.finditer(_ENTRY, whole))


def _entry_problem(entry: zipfile.ZipInfo, name: str) -> Note | None:
    """Why an entry is never read, or None."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or _DRIVE.match(name) or "\0" in name:
        return note("path")
    if len(name) > limits.NAME_CHARS:
        return note("long-name")
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        return note("link")
    if entry.flag_bits & 0x1:
        return note("locked")
    return None if entry.compress_type in _PACKED else note("packing")
