"""Which column of a file is which column of the kit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from borderlab.i18n import gettext as _
from borderlab.reference.errors import alternatives
from borderlab.reference.own_data.columns import Column, Sheet
from borderlab.reference.own_data.errors import OwnDataError
from borderlab.reference.own_data.fields import FIELDS, QUANTITIES, known_headers
from borderlab.reference.own_data.report import Report
from borderlab.reference.text import near, plain


def map_columns(
    path: Path, sheet: Sheet, report: Report, mapping: Mapping[str, str] | None
) -> dict[str, Column]:
    """Find the columns of the kit in a sheet, and note what is missing, unused or double.

    Args:
        path: the file, for its name.
        sheet: what was read.
        report: gets the findings.
        mapping: column name in the kit -> header in the file, for headers the kit cannot know.

    Raises:
        OwnDataError: the mapping names what does not exist, or nothing at all is understood.
    """
    chosen = _asked_for(sheet, mapping or {})
    double: list[str] = []
    unused: list[str] = []
    for place, header in enumerate(sheet.headers):
        if place in chosen.values():
            continue
        name = known_headers().get(plain(header))
        if name is None:
            unused.append(header)
        elif name in chosen:
            double.append(header)
        else:
            chosen[name] = place
    if not chosen:
        raise _nothing(path, sheet)
    report.mapped = {name: sheet.headers[chosen[name]] for name in FIELDS if name in chosen}
    report.unused = tuple(header for header in (*unused, *double) if header)
    report.missing = tuple(
        name
        for name, spec in FIELDS.items()
        if spec.expected and name not in chosen and not _replaced(name, chosen)
    )
    for header in double:
        title = _(FIELDS[known_headers()[plain(header)]].title)
        report.add(
            "warning",
            _("Two columns could be the {title}; “{header}” was not used.").format(
                title=title, header=header
            ),
        )
    return {name: sheet.columns[place] for name, place in chosen.items()}


def _replaced(name: str, chosen: Mapping[str, int]) -> bool:
    """Whether another column does the work of a missing one."""
    if name == "qty":
        return any(other in chosen for other in QUANTITIES)
    return name == "issue_date" and "year" in chosen


def _asked_for(sheet: Sheet, mapping: Mapping[str, str]) -> dict[str, int]:
    folded = {plain(header): place for place, header in reversed(list(enumerate(sheet.headers)))}
    chosen: dict[str, int] = {}
    for name, header in mapping.items():
        if name not in FIELDS:
            raise OwnDataError(
                _("The kit has no column “{name}”.{guess}").format(
                    name=name, guess=_guess(name, list(FIELDS))
                )
            )
        if plain(header) not in folded:
            raise OwnDataError(
                _("The file has no column “{name}”.{guess}").format(
                    name=header, guess=_guess(header, sheet.headers)
                )
            )
        chosen[name] = folded[plain(header)]
    return chosen


def _guess(name: str, names: list[str]) -> str:
    found = near(name, [other for other in names if other])
    return " " + _("Did you mean {names}?").format(names=alternatives(found)) if found else ""


def _nothing(path: Path, sheet: Sheet) -> OwnDataError:
    headers = ", ".join(
        _("“{text}”").format(text=header[:40]) for header in sheet.headers[:8] if header
    )
    return OwnDataError(
        _(
            "No column of “{name}” is understood; its header seems to be: {headers}. Name the "
            "columns, for example mapping={example}."
        ).format(name=path.name, headers=headers, example='{"species": "…", "qty": "…"}')
    )
