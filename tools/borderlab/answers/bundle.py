"""Reading a file that was handed in: strictly, because anybody can make one."""

from __future__ import annotations

import hashlib
import io
import re
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from borderlab.answers import codec, plain
from borderlab.answers.errors import AnswersError, BundleError
from borderlab.answers.notebook_copy import MAX_NOTEBOOK
from borderlab.answers.packing import MANIFEST, PARTS, SCHEMA, make_bundle
from borderlab.answers.records import Answers
from borderlab.answers.seat import valid
from borderlab.i18n import gettext as _

__all__ = ["Bundle", "Exercise", "make_bundle", "read_bundle"]

MAX_BUNDLE = 16_000_000  # bytes as it lies on disk
MAX_TOTAL = 128_000_000  # bytes unpacked
MAX_ENTRIES = 400
_MAX_MANIFEST = 200_000
_ENTRY = b"PK\x01\x02"  # marks each entry in the table of contents
_MODULE = r"(?P<module>[a-z0-9][a-z0-9_]{0,63})"
_EXERCISE = re.compile(_MODULE + r"/(answers\.json|(?P=module)\.ipynb)")
_LESSON = re.compile("lessons/" + _MODULE + r"/answers\.json")
_JUNK = re.compile(r"__MACOSX/.*|(.*/)?(\.DS_Store|Thumbs\.db|desktop\.ini)|.*/")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LABEL = re.compile(r"[A-Za-z0-9_.+-]{1,32}")
_FIELDS = {"schema", "kit", "seat", "language", "made", "files", "notes"}


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise as handed in; what is missing or unreadable is None."""

    answers: Answers | None = None
    notebook: bytes | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """A hand-in.

    Attributes:
        seat: the participant's seat code.
        language: code of the participant's language.
        kit: version of the kit that made it.
        made: moment it was made, UTC.
        exercises: by module.
        lessons: answers of lessons, by module.
        notes: what the packing side said about a file: ``damaged``, ``too-large``...
        problems: files of answers that cannot be used, with the reason.
    """

    seat: str
    language: str
    kit: str
    made: str
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    lessons: Mapping[str, Answers] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


def read_bundle(source: Path | bytes) -> Bundle:
    """Read a hand-in without writing anything to disk.

    Args:
        source: the zip file, or its content.

    Raises:
        BundleError: no zip, too large, unknown, repeated or linked entries, a checksum that does
            not fit, or a damaged manifest. No other error is raised, whatever the content. A
            single unreadable file of answers is no error: see ``Bundle.problems``.
    """
    data = source if isinstance(source, bytes) else _read(source)
    files = _unpacked(data)
    manifest = _manifest(files.pop(MANIFEST, None))
    if set(files) != set(manifest["files"]):
        raise BundleError(_("The hand-in file is incomplete: files are missing or were added."))
    for name, content in files.items():
        if hashlib.sha256(content).hexdigest() != manifest["files"][name]:
            message = _("The hand-in file was changed after it was made: {name}.")
            raise BundleError(message.format(name=name))
    return _sorted(manifest, files)


def _read(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BundleError(_("This is no file: {path}.").format(path=path))
        with path.open("rb") as file:
            return file.read(MAX_BUNDLE + 1)
    except OSError as error:
        message = _("The hand-in file {path} cannot be read: {reason}.")
        reason = error.strerror or type(error).__name__
        raise BundleError(message.format(path=path, reason=reason)) from error


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > MAX_BUNDLE or data.count(_ENTRY) > MAX_ENTRIES:
        raise BundleError(_("The hand-in file is too large."))
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            entries = [entry for entry in bundle.infolist() if not _JUNK.fullmatch(entry.filename)]
            for entry in entries:
                _check_entry(entry, files)
                files[entry.filename] = _content(bundle, entry, sum(map(len, files.values())))
    except BundleError:
        raise
    except Exception as error:
        # zipfile raises about ten kinds of error on damaged input.
        message = _("This is no hand-in file, or it was damaged on the way. Ask for it again.")
        raise BundleError(message) from error
    return files


def _check_entry(entry: zipfile.ZipInfo, files: Mapping[str, bytes]) -> None:
    name = entry.filename
    known = name == MANIFEST or _EXERCISE.fullmatch(name) or _LESSON.fullmatch(name)
    if not known or name in files:
        raise BundleError(_("The hand-in file holds a file that does not belong there."))
    kind = stat.S_IFMT(entry.external_attr >> 16)
    packed = entry.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    if kind not in {0, stat.S_IFREG} or entry.flag_bits & 1 or not packed:
        raise BundleError(_("The hand-in file holds a link or a file packed in an unusual way."))


def _content(bundle: zipfile.ZipFile, entry: zipfile.ZipInfo, before: int) -> bytes:
    name = entry.filename
    limit = MAX_NOTEBOOK if name.endswith(".ipynb") else plain.MAX_FILE_BYTES
    limit = min(_MAX_MANIFEST if name == MANIFEST else limit, MAX_TOTAL - before)
    with bundle.open(entry) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise BundleError(_("The hand-in file is too large."))
    return content


def _manifest(data: bytes | None) -> dict[str, Any]:
    broken = BundleError(_("The hand-in file has no usable list of contents."))
    if data is None:
        raise broken
    try:
        found = plain.load(data, max_bytes=_MAX_MANIFEST, max_depth=3)
        plain.check(found)
    except plain.NotPlainError as error:
        raise broken from error
    if not isinstance(found, dict) or not set(found) <= _FIELDS or found.get("schema") != SCHEMA:
        raise broken
    patterns = {"kit": _LABEL, "language": _LABEL, "made": _MOMENT}
    for name, pattern in patterns.items():
        if not isinstance(found.get(name), str) or not pattern.fullmatch(found[name]):
            raise broken
    for name in ("files", "notes"):
        entries = found.setdefault(name, {})
        if not isinstance(entries, dict) or not all(isinstance(e, str) for e in entries.values()):
            raise broken
    if not isinstance(found.get("seat"), str) or not valid(found["seat"]):
        raise BundleError(_("The hand-in file has no valid seat code."))
    return found


def _sorted(manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> Bundle:
    problems: dict[str, str] = {}
    lessons: dict[str, Answers] = {}
    answers: dict[str, Answers] = {}
    notebooks: dict[str, bytes] = {}
    modules: set[str] = set()
    for name, content in sorted(files.items()):
        is_lesson, module = name.startswith("lessons/"), name.split("/")[-2]
        if name.endswith(".ipynb"):
            notebooks[module] = content
        elif found := _answers(name, content, (module, PARTS[is_lesson]), problems):
            (lessons if is_lesson else answers)[module] = found
        if not is_lesson:
            modules.add(module)
    exercises = {m: Exercise(answers.get(m), notebooks.get(m)) for m in sorted(modules)}
    head = {name: manifest[name] for name in ("seat", "language", "kit", "made", "notes")}
    return Bundle(**head, exercises=exercises, lessons=lessons, problems=problems)


def _answers(
    name: str, content: bytes, owner: tuple[str, str], problems: dict[str, str]
) -> Answers | None:
    try:
        answers = codec.read_answers(content)
    except AnswersError as error:
        problems[name] = str(error)
        return None
    if (answers.module, answers.part) != owner:
        problems[name] = f"these are the answers of {answers.module} ({answers.part})"
        return None
    return answers
