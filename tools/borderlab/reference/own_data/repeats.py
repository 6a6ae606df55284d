"""Rows that stand twice, and permit numbers that stand for two permits."""

from __future__ import annotations

from typing import Any

from borderlab.i18n import gettext, ngettext, number
from borderlab.reference.own_data.columns import Sheet
from borderlab.reference.own_data.report import Report

_SAME_PERMIT = ("issuer", "issue_date", "exporter", "dest", "exporter_name", "importer_name")
"""What all lines of one permit share."""

_SHOWN = 5


def check_repeats(found: dict[str, list[Any]], sheet: Sheet, report: Report) -> None:
    """Tell about repeated rows, and about one permit number with different contents.

    Several rows under one number are normal: they are the lines of one permit.
    """
    _identical(found, sheet, report)
    if "permit_no" in found:
        _clashes(found, sheet, report)


def _identical(found: dict[str, list[Any]], sheet: Sheet, report: Report) -> None:
    seen: set[int] = set()
    lines: list[int] = []
    count = 0
    columns = list(found.values())
    for line, row in zip(sheet.lines, zip(*columns, strict=True), strict=True):
        key = hash(row)
        if key in seen:
            count += 1
            lines.append(line)
        seen.add(key)
    if count:
        sentence = ngettext(
            "{n} row repeats an earlier one in every column.",
            "{n} rows repeat earlier ones in every column.",
            count,
        )
        report.add(
            "warning", sentence.format(n=number(count)), "permit_no", count, tuple(lines[:5])
        )


def _clashes(found: dict[str, list[Any]], sheet: Sheet, report: Report) -> None:
    shared = [found[name] for name in _SAME_PERMIT if name in found]
    if not shared:
        return
    first: dict[str, tuple[Any, ...]] = {}
    odd: dict[str, int] = {}
    for row, permit in enumerate(found["permit_no"]):
        if permit is None:
            continue
        content = tuple(column[row] for column in shared)
        known = first.setdefault(permit, content)
        if _differ(known, content):
            odd.setdefault(permit, sheet.lines[row])
    if odd:
        quoted = gettext("“{text}”")
        names = ", ".join(quoted.format(text=name) for name in list(odd)[:_SHOWN])
        names += ", …" if len(odd) > _SHOWN else ""
        sentence = gettext(
            "The same permit number stands for different permits "
            "(date, country or holder differ): {names}."
        )
        report.add(
            "warning", sentence.format(names=names), "permit_no", len(odd), tuple(odd.values())[:5]
        )
    empty = [row for row, permit in enumerate(found["permit_no"]) if permit is None]
    if empty:
        report.add(
            "warning",
            gettext("Rows without a permit number."),
            "permit_no",
            len(empty),
            tuple(sheet.lines[row] for row in empty[:5]),
        )


def _differ(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    return any(a is not None and b is not None and a != b for a, b in zip(one, other, strict=True))
