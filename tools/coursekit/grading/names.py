"""Names that are safe in files and reports: opaque, of plain letters, accepted by nbgrader."""

from __future__ import annotations

import re
import unicodedata

_MOODLE = re.compile(
    r"(?P<who>.*)_(?P<number>\d{1,12})_assignsubmission_(?:file|onlinetext)(?:_.*)?\Z",
    re.ASCII,
)
# A hand-in file keeps its name where a browser or mail program adds to the ending or takes it away.
_ZIP = re.compile(r".*\.zip(?:\.txt| ?\(\d{1,3}\))?|handin_[^.]*", re.IGNORECASE | re.DOTALL)
_RUN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
}


def valid_run_name(name: str) -> bool:
    """Whether a run may have this name on every system: letters, digits, ``_`` and ``-``."""
    return bool(_RUN.match(name)) and name.lower() not in _DEVICES


def moodle_number(name: str) -> str | None:
    """The participant number in a folder of Moodle's "Download all submissions", or None.

    Without folders the same words stand before the name of each file.
    """
    found = _MOODLE.match(name)
    return found["number"] if found else None


def is_zip(name: str) -> bool:
    """Whether a file is a zip by its name."""
    return _ZIP.fullmatch(name) is not None


def printable(text: str, limit: int = 200) -> str:
    """The text without control and direction characters, cut to ``limit`` characters."""
    kept = "".join(c if unicodedata.category(c)[0] != "C" else "�" for c in text[: limit + 1])
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"
