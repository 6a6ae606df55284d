"""Codes in place of names of people, computed with a secret of the run.

A code is the same for the same name in one run and another in every other run, and nobody without
the run's folder can tell whether a name belongs to it. No list of names is kept: whoever holds the
original files can have it computed again (``coursekit run people``).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from borderlab.answers.seat import valid
from coursekit.grading.exchange import exchange_folder
from coursekit.grading.files import write
from coursekit.grading.names import moodle_number, printable

FILE = "codes.key"
# Names that are codes already, such as "seat-07"; anything else may be the name of a person.
_PREFIXES = "seat|s|p|participant|part|user|u|student|stud|team|group|pc|no|nr|id"
# No capitals, so that two codes never differ in them only: on many systems such folders are one.
_CODE = re.compile(rf"\d{{1,12}}|(?:{_PREFIXES})[-_]?\d{{1,6}}|p-[0-9a-f]{{12}}")
# File names that programs give.
_GIVEN = re.compile(
    r"handin_[2-9A-Z]{4}-[2-9A-Z]{4}_\d{8}T\d{6}Z(?: ?\(\d{1,3}\))?|answers(?: ?\(\d{1,3}\))?"
)
_FOLDERS = re.compile(
    r"in|inbox|inbound|incoming|hand-?ins?|submissions?|submitted|downloaded|downloads|archive|"
    r"exchange|moodle|all|lessons|modules|exercises|workspace|en|fr|es",
    re.IGNORECASE,
)
_SUFFIXES = frozenset({".zip", ".ipynb", ".json", ".txt", ".7z", ".rar", ".pdf", ".docx"})


def is_structure(name: str) -> bool:
    """Whether a folder is part of the layout of a course or of a collection of hand-ins."""
    return _FOLDERS.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Codes:
    """Turns names into codes.

    Attributes:
        key: the secret of the run.
        modules: ids of the assignments, which are shown as they are.
        known: code -> name, of the names met so far. It is never written to a file.
    """

    key: bytes
    modules: frozenset[str] = frozenset()
    known: dict[str, str] = field(default_factory=dict)

    def person(self, name: str) -> str:
        """The identifier of a participant whose work lies in a folder or zip of this name.

        A code is kept. Anything else may be somebody's name and becomes a code of its own.
        """
        return name if _CODE.fullmatch(name) or valid(name) else self._coded(name)

    def shown(self, path: str) -> str:
        """A path as a report shows it: on one line, with codes in place of names."""
        return printable("/".join(self._part(part) for part in path.split("/")))

    def _part(self, part: str) -> str:
        if (number := moodle_number(part)) is not None:
            return f"…_{number}_assignsubmission_file"
        if (found := exchange_folder(part)) is not None:
            return f"{self.person(found.who)}+{found.assignment}"
        suffix = PurePosixPath(part).suffix
        suffix = suffix if suffix.lower() in _SUFFIXES else ""
        stem = part[: len(part) - len(suffix)]
        told = stem in self.modules or is_structure(stem) or _GIVEN.fullmatch(stem)
        return f"{stem if told else self.person(stem)}{suffix}"

    def mark(self, text: str) -> str:
        """Twelve signs that are the same for the same text, and tell nothing of it."""
        plain = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
        return hmac.new(self.key, plain, hashlib.sha256).hexdigest()[:12]

    def _coded(self, name: str) -> str:
        code = f"p-{self.mark(name)}"
        self.known.setdefault(code, name)
        return code


def codes_of(folder: Path, modules: frozenset[str] = frozenset()) -> Codes:
    """The codes of a run. The secret is made when the run is, or now if it is older than this."""
    path = folder / FILE
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        key = os.urandom(32).hex().encode()
        write(path, key)
        path.chmod(0o600)
    return Codes(key, modules)
