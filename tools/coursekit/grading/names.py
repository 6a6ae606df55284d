"""Safe names for people and files: opaque, of plain letters, accepted by nbgrader."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?\Z")
_MOODLE = re.compile(r"(?P<who>.*)_(?P<number>\d{1,12})_assignsubmission_(?:file|onlinetext)_?\Z")
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


def opaque(name: str) -> str:
    """The identifier of a participant whose work lies in a folder or zip of this name.

    A plain name is kept. Any other (accents, spaces, too long) becomes a short code computed from
    it: always the same for the same name, and never the same for two names.

    >>> opaque("seat-07")
    'seat-07'
    """
    if _SAFE.match(name) and name.lower() not in _DEVICES:
        return name
    plain = unicodedata.normalize("NFC", name).encode("utf-8", "surrogatepass")
    return "p-" + hashlib.sha256(plain).hexdigest()[:12]


def moodle_number(name: str) -> str | None:
    """The participant number in a folder of Moodle's "Download all submissions", or None."""
    found = _MOODLE.match(name)
    return found["number"] if found else None


def shown(path: str) -> str:
    """A path as a report shows it: on one line, without the names Moodle puts into folders."""
    parts = []
    for part in path.split("/"):
        found = _MOODLE.match(part)
        parts.append(f"…_{found['number']}_assignsubmission_file" if found else part)
    return printable("/".join(parts))


def printable(text: str, limit: int = 200) -> str:
    """The text without control and direction characters, cut to ``limit`` characters."""
    kept = "".join(c if unicodedata.category(c)[0] != "C" else "�" for c in text[: limit + 1])
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"
