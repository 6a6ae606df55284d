"""The list that only the host has: who is who on the platform."""

from __future__ import annotations

import csv
import io

from coursekit.errors import KitError
from coursekit.grading.text import _

_SIGNS = ";\t,"  # spreadsheet programs write any of them, by the language of the computer
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # a byte order mark of UTF-16


def read_ids(data: bytes) -> dict[str, str]:
    """Seat code or participant number -> ID number of the platform.

    As any spreadsheet program saves it: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252.

    Raises:
        KitError: it does not have two columns, or names somebody twice.
    """
    if data[:4] == b"PK\x03\x04":
        raise KitError(_("This is an Excel file or a zip. Save the list as CSV, then give that."))
    found: dict[str, str] = {}
    text = _text(data)
    sign = max(_SIGNS, key=text.count)
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=sign), 1):
        cells = [cell.strip() for cell in row if cell.strip()]
        if not cells:
            continue
        if len(cells) != 2 or cells[0] in found:  # noqa: PLR2004  (code and number)
            raise KitError(
                _(
                    "Line {n} of the list: write a participant code or number, a comma and the "
                    "ID number of the platform, each person once."
                ).format(n=number)
            )
        found[cells[0]] = cells[1]
    return found


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data[:2] in _WIDE else "utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\0", "")
