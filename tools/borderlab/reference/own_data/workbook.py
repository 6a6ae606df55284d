"""Reading an XLSX file, if openpyxl is installed, without trusting it."""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.reference.own_data import rows
from borderlab.reference.own_data.errors import OwnDataError
from borderlab.reference.own_data.report import Report

MAX_UNPACKED = 400_000_000
"""Bytes that an XLSX file may hold when unpacked."""

_MAX_RATIO = 200  # honest sheets compress about 10 to 30 times
_MIN_SUSPECT = 10_000_000
_MAX_PARTS = 2_000
_MEGA = 1_000_000


def xlsx_lines(
    path: Path, report: Report, sheet: str | None = None, mapping: Mapping[str, str] | None = None
) -> Iterator[rows.Line]:
    """The lines of the worksheet that looks most like a permit table.

    Raises:
        OwnDataError: the file is damaged, protected, far too large when unpacked, or has no such
            sheet; or openpyxl is not installed.
    """
    _inspect(path)
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise OwnDataError(
            _(
                "“{name}” is an Excel file, and the program part that reads it (openpyxl) is not "
                "installed here. In Excel, choose “Save as” and “CSV UTF-8”, and load that file."
            ).format(name=path.name)
        ) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(path, read_only=True, data_only=True)
        except Exception as error:  # openpyxl raises many kinds for one cause
            raise damaged(path) from error
    try:
        page = _page(path, book, sheet, mapping)
        report.sheet = page.title
        yield from _cells(path, page)
    finally:
        book.close()


def _cells(path: Path, page: Any) -> Iterator[rows.Line]:
    page.reset_dimensions()  # what the file says about its size is not trusted
    try:
        for line, cells in enumerate(page.iter_rows(values_only=True), start=1):
            yield line, [_plain_cell(cell) for cell in cells[: rows.MAX_COLUMNS]]
    except OwnDataError:
        raise
    except Exception as error:  # as above
        raise damaged(path) from error


def _plain_cell(cell: Any) -> Any:
    """Dates as dates, numbers as numbers, the rest as text."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if cell is None or isinstance(cell, (str, int, float, dt.date)):
        return cell
    return str(cell)


def _page(path: Path, book: Any, wanted: str | None, mapping: Mapping[str, str] | None) -> Any:
    pages = list(book.worksheets)
    if wanted is not None:
        for page in pages:
            if page.title == wanted:
                return page
        names = ", ".join(page.title for page in pages)
        raise OwnDataError(
            _("“{name}” has no sheet “{sheet}”. Its sheets are: {names}.").format(
                name=path.name, sheet=wanted, names=names
            )
        )
    if not pages:
        raise OwnDataError(_("The file “{name}” is empty.").format(name=path.name))

    def worth(page: Any) -> int:
        ahead = page.iter_rows(max_row=20, max_col=rows.MAX_COLUMNS, values_only=True)
        return max((rows.understood(cells, mapping) for cells in ahead), default=0)

    return pages[0] if len(pages) == 1 else max(pages, key=worth)


def _inspect(path: Path) -> None:
    """Refuse what is no worksheet file, or would unpack to far too much."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if "xl/workbook.xml" not in names:
                raise OwnDataError(
                    _(
                        "“{name}” is a ZIP or other packed file, not an Excel workbook. "
                        "Unpack it, or export the permits as CSV or XLSX."
                    ).format(name=path.name)
                )
            _weigh(path, parts)
            if any(part.flag_bits & 1 for part in parts):
                raise OwnDataError(
                    _("“{name}” is protected by a password. Save it without one.").format(
                        name=path.name
                    )
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        if b"<!" in file.read(1000).replace(b"<!--", b""):
                            raise damaged(path)  # no workbook declares a document type
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise damaged(path) from error


def _weigh(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    bomb = unpacked > _MIN_SUSPECT and unpacked / packed > _MAX_RATIO
    if unpacked > MAX_UNPACKED or bomb or len(parts) > _MAX_PARTS:
        raise OwnDataError(
            _(
                "“{name}” would unpack to {size} MB and is refused. "
                "Save the sheet with the permits as CSV and load that file."
            ).format(name=path.name, size=number(unpacked // _MEGA))
        )


def damaged(path: Path) -> OwnDataError:
    """The error for a workbook that cannot be read."""
    return OwnDataError(
        _("“{name}” is damaged. Open it in Excel and save it again, or save it as CSV.").format(
            name=path.name
        )
    )
