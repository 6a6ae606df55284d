"""A Party's own permits: read an export as CSV or XLSX, with a report of what was understood."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from borderlab.i18n import gettext as _
from borderlab.reference.own_data.checking import Checker, check_pairs
from borderlab.reference.own_data.errors import OwnDataError
from borderlab.reference.own_data.mapping import map_columns
from borderlab.reference.own_data.opening import MAX_BYTES, MAX_ROWS, look
from borderlab.reference.own_data.permit_table import PermitTable
from borderlab.reference.own_data.repeats import check_repeats
from borderlab.reference.own_data.report import Remark, Report
from borderlab.reference.own_data.rows import csv_lines, read
from borderlab.reference.own_data.workbook import xlsx_lines

__all__ = [
    "MAX_BYTES",
    "MAX_ROWS",
    "OwnDataError",
    "PermitTable",
    "Remark",
    "Report",
    "load_permits",
]


def load_permits(
    path: str | PathLike[str],
    mapping: Mapping[str, str] | None = None,
    *,
    dates: str | None = None,
    decimal: str | None = None,
    sheet: str | None = None,
) -> PermitTable:
    """Read a permit export: the columns of the CITES annual report, or those of the kit.

    Encoding, delimiter, header line, decimal sign and order of dates are found out; what cannot
    be found out is left empty and reported, not guessed. Codes are checked against the real
    reference tables.

    Args:
        path: a CSV file of at most `MAX_BYTES` bytes, or an XLSX file (needs openpyxl); at most
            `MAX_ROWS` rows.
        mapping: column name in the kit -> header in the file, for headers the kit does not know.
        dates: ``"dmy"`` or ``"mdy"``, for dates such as 03/04/2024.
        decimal: ``","`` or ``"."``, for quantities such as 1,234.
        sheet: worksheet of an XLSX file; default: the one that looks most like a permit table.

    Raises:
        OwnDataError: the file cannot be read; the message says why and what to do.
    """
    _options(dates, decimal)
    place = Path(path).expanduser()
    report = Report(place.name, look(place))
    if report.form == "XLSX":
        lines = xlsx_lines(place, report, sheet, mapping)
    else:
        lines = csv_lines(place, report)
    table = read(place, lines, report, mapping)
    columns = map_columns(place, table, report, mapping)
    if report.encoding in ("cp1252", "latin-1"):
        report.add(
            "note",
            _("The file is not in UTF-8; if accents look wrong, save it as “CSV UTF-8”."),
        )
    checker = Checker(table, report, dates, decimal)
    found = checker.run(columns)
    check_pairs(found, table, report)
    check_repeats(found, table, report)
    return PermitTable(found, report, table.lines, checker.unread)


def _options(dates: str | None, decimal: str | None) -> None:
    if dates not in (None, "dmy", "mdy"):
        raise OwnDataError(_("dates is “dmy” (day first) or “mdy” (month first)."))
    if decimal not in (None, ",", "."):
        raise OwnDataError(_("decimal is “,” or “.”."))
