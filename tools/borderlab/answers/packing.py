"""One file to hand in: the exercises somebody worked on, and the answers of the lessons."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from borderlab.answers import codec, plain
from borderlab.answers.errors import BundleError
from borderlab.answers.files import replace_file
from borderlab.answers.notebook_copy import MAX_NOTEBOOK, Copy, copy_of, find_notebook
from borderlab.answers.records import Answers
from borderlab.answers.seat import valid
from borderlab.i18n import gettext as _

SCHEMA = 1
MANIFEST = "manifest.json"
MODULE = re.compile(r"[a-z0-9][a-z0-9_]{0,63}")
PARTS = ("exercise", "lesson")
_DATE = (1980, 1, 1, 0, 0, 0)  # the time is in the manifest; entries are the same at any time
_MODE = 0o100644 << 16


@dataclass
class _Pack:
    """What one folder gives: files, what a trainer should know about them, and how recent it is."""

    owner: tuple[str, str]
    latest: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, data: bytes | None, note: str = "") -> None:
        if data is not None:
            self.files[name] = data
        if note:
            self.notes[name] = note


def make_bundle(  # noqa: PLR0913  (what a manifest says, and a clock for tests)
    folders: Iterable[Path],
    out_dir: Path,
    seat: str,
    language: str,
    kit: str,
    *,
    now: dt.datetime | None = None,
) -> Path:
    """Write ``handin_<seat>_<UTC time>.zip``.

    An exercise is packed when something was answered in it, a lesson when it has saved answers.
    A damaged notebook or file of answers is packed as it is and the manifest says so. Nothing of
    a notebook is executed. Where two languages of a module were worked on, the one answered last
    counts. Equal folders and times give equal bytes.

    Args:
        folders: folders of lessons and exercises; others are passed over.
        out_dir: where the file goes; made if missing.
        seat: the participant's seat code.
        language: code of the participant's language.
        kit: version of the kit.
        now: moment of the hand-in.

    Returns:
        The file's path.

    Raises:
        BundleError: nothing to hand in, no valid seat code, or the file cannot be written. The
            message is a sentence in the language in use.
    """
    if not valid(seat):
        raise BundleError(_("“{seat}” is no seat code. Check it and try again.").format(seat=seat))
    packs: dict[tuple[str, str], _Pack] = {}
    for folder in sorted(Path(folder) for folder in folders):
        pack = _packed(folder)
        if pack and (pack.owner not in packs or packs[pack.owner].latest < pack.latest):
            packs[pack.owner] = pack
    if not any(pack.files for pack in packs.values()):
        raise BundleError(_("There is nothing to hand in yet. Answer at least one question."))
    made = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    head = {"schema": SCHEMA, "kit": kit, "seat": seat, "language": language}
    path = out_dir / f"handin_{seat}_{made:%Y%m%dT%H%M%SZ}.zip"
    data = _zipped(list(packs.values()), {**head, "made": f"{made:%Y-%m-%dT%H:%M:%SZ}"})
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        message = _("The file to hand in could not be written to {folder}: {reason}.")
        reason = error.strerror or type(error).__name__
        raise BundleError(message.format(folder=out_dir, reason=reason)) from error
    return path


def _packed(folder: Path) -> _Pack | None:
    owner = _owner(folder)
    if owner is None:
        return None
    module, part = owner
    data, note, answers = _answers(folder / codec.FILE, owner)
    pack = _Pack(owner, _latest(answers))
    if part == "lesson":
        pack.add(f"lessons/{module}/{codec.FILE}", data, note)
        return pack
    copy = _notebook(folder, module, answers)
    if data is not None or note or copy.own_text:
        pack.add(f"{module}/{codec.FILE}", data, note)
        pack.add(f"{module}/{module}.ipynb", copy.data, copy.note)
    return pack


def _latest(answers: Answers | None) -> str:
    records = () if answers is None else answers.records.values()
    return max((record.at or "" for record in records), default="")


def _owner(folder: Path) -> tuple[str, str] | None:
    """Module and part of a folder, as its questions, its answers or its notebook say."""
    for name in ("questions.json", codec.FILE):
        found = _loaded(folder / name)
        if isinstance(found, dict):
            owner = (found.get("module"), found.get("part"))
            if _is_owner(owner):
                return owner  # type: ignore[return-value]
    if find_notebook(folder, folder.name) is not None and _is_owner((folder.name, "exercise")):
        return folder.name, "exercise"
    return None


def _is_owner(owner: tuple[Any, Any]) -> bool:
    module, part = owner
    return isinstance(module, str) and bool(MODULE.fullmatch(module)) and part in PARTS


def _loaded(path: Path) -> Any:
    try:
        return plain.load(path.read_bytes(), max_bytes=MAX_NOTEBOOK, max_depth=20)
    except (OSError, plain.NotPlainError):
        return None


def _answers(path: Path, owner: tuple[str, str]) -> tuple[bytes | None, str, Answers | None]:
    """The saved answers: content, a note if something is wrong with them, and the answers."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, "" if isinstance(error, FileNotFoundError) else "unreadable", None
    if len(data) > plain.MAX_FILE_BYTES:
        return None, "too-large", None
    try:
        answers, bad = codec.decode(data)
    except plain.NotPlainError as error:
        return data, "newer" if isinstance(error, codec.NewerSchemaError) else "damaged", None
    if (answers.module, answers.part) != owner:
        return None, "foreign", None
    return codec.encode(answers), "partly-read" if bad else "", answers


def _notebook(folder: Path, module: str, answers: Answers | None) -> Copy:
    path = find_notebook(folder, module)
    if path is None:
        return Copy(None, "missing")
    records = {} if answers is None else answers.records
    texts = {q: record.value for q, record in records.items() if isinstance(record.value, str)}
    return copy_of(path, texts)


def _zipped(packs: list[_Pack], head: dict[str, Any]) -> bytes:
    files = {name: data for pack in packs for name, data in pack.files.items()}
    notes = {name: note for pack in packs for name, note in pack.notes.items()}
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    manifest = {**head, "files": sums, "notes": notes}
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as bundle:
        for name, data in [(MANIFEST, text.encode()), *sorted(files.items())]:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _MODE
            entry.create_system = 3  # the same bytes on Windows
            bundle.writestr(entry, data)
    return target.getvalue()
