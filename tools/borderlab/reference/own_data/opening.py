"""Looking at a file before reading it: is it there, is it small enough, what is it."""

from __future__ import annotations

from pathlib import Path

from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.reference.own_data.errors import OwnDataError

MAX_BYTES = 100_000_000
"""Larger files are refused before they are read."""

MAX_ROWS = 500_000
"""Reading stops with a sentence at this many rows."""

_MEGA = 1_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Excel files, and XLSX files with a password
_OTHER = ((b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"SQLite", "SQLite"))


def look(path: Path) -> str:
    """Check a file and tell its form.

    Returns:
        ``CSV`` or ``XLSX``.

    Raises:
        OwnDataError: the file is missing, a folder, empty, too large, or neither CSV nor XLSX.
    """
    try:
        size = _size(path)
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise OwnDataError(
            _("The file “{name}” cannot be opened: {reason}. Close it in other programs.").format(
                name=path.name, reason=error.strerror
            )
        ) from error
    if not head.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise OwnDataError(_("The file “{name}” is empty.").format(name=path.name))
    if size > MAX_BYTES:
        raise OwnDataError(
            _(
                "The file “{name}” has {size} MB; at most {limit} MB are read. "
                "Export one year, or fewer columns."
            ).format(name=path.name, size=number(size // _MEGA), limit=number(MAX_BYTES // _MEGA))
        )
    return _form(path, head)


def _size(path: Path) -> int:
    if path.is_dir():
        raise OwnDataError(
            _("“{name}” is a folder. Name the file inside it.").format(name=path.name)
        )
    if not path.exists():
        raise OwnDataError(
            _("There is no file “{name}” in the folder {folder}. Check its name.").format(
                name=path.name, folder=path.absolute().parent
            )
        )
    return path.stat().st_size


def _form(path: Path, head: bytes) -> str:
    if head.startswith(_OLE):
        raise OwnDataError(
            _(
                "“{name}” is an old Excel file (.xls) or is protected by a password. "
                "Open it in Excel and save it as CSV or as .xlsx without a password."
            ).format(name=path.name)
        )
    if head.startswith(b"PK"):
        return "XLSX"
    for mark, kind in _OTHER:
        if head.startswith(mark):
            raise wrong_type(path, kind)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        raise wrong_type(path, "JSON")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise wrong_type(path, "HTML / XML")
    return "CSV"


def wrong_type(path: Path, kind: str) -> OwnDataError:
    """The error for a file that is no table."""
    return OwnDataError(
        _("“{name}” is a {kind} file, not a table. Export the permits as CSV or XLSX.").format(
            name=path.name, kind=kind
        )
    )


def too_many_rows(path: Path) -> OwnDataError:
    """The error for a table with more rows than `MAX_ROWS`."""
    return OwnDataError(
        _("“{name}” has more than {limit} rows. Export one year, or split it.").format(
            name=path.name, limit=number(MAX_ROWS)
        )
    )
