"""Reading the CSV files of ``datasets/reference`` into typed rows, each file at most once."""

from __future__ import annotations

import csv
import datetime as dt
import typing
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from borderlab.paths import datasets
from borderlab.reference import code_rows, rows
from borderlab.reference import law_rows as law
from borderlab.reference import trade_rows as trade
from borderlab.reference.rows import Row

R = TypeVar("R", bound=Row)

TABLES: dict[str, type[Row]] = {
    "annex1_items": law.RequiredItem,
    "annotations": law.Annotation,
    "caviar_codes": law.MarkCode,
    "conflicts": law.Conflict,
    "crocodilian_codes": law.MarkCode,
    "document_matrix": law.DocumentCase,
    "document_types": law.DocumentType,
    "glossary": law.GlossaryTerm,
    "hs_lines": trade.HsLine,
    "legal_provisions": law.Provision,
    "listed_forms": rows.Form,
    "listing_history": rows.Entry,
    "look_alikes": rows.LookAlike,
    "names": rows.Name,
    "not_listed": rows.NotListed,
    "parties": rows.State,
    "permit_boxes": law.PermitBox,
    "purposes": code_rows.Purpose,
    "quotas": trade.Quota,
    "reservations": trade.Reservation,
    "sources": code_rows.SourceCode,
    "species": rows.Species,
    "state_names": rows.StateName,
    "suspensions": trade.Suspension,
    "taxa": rows.Taxon,
    "term_mapping": trade.TermMapping,
    "terms": code_rows.Term,
    "timber_density": trade.TimberDensity,
    "unit_aliases": code_rows.UnitAlias,
    "units": code_rows.Unit,
    "valid_taxon_term": trade.TaxonTerm,
    "valid_term_purpose": trade.TermPurpose,
    "valid_term_unit": trade.TermUnit,
    "validity": law.Validity,
}
"""Table name -> row type. The file is ``datasets/reference/<name>.csv``."""


def _words(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";")) if cell else ()


def _date(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


_PARSERS: dict[Any, Callable[[str], Any] | None] = {
    str: None,  # as it stands, so that "NA" stays Namibia
    bool: lambda cell: cell == "yes",
    float | None: lambda cell: float(cell) if cell else None,
    int | None: lambda cell: int(cell) if cell else None,
    dt.date | None: _date,
    tuple[str, ...]: _words,
}


def read_rows(path: Path, row_type: type[R]) -> tuple[R, ...]:
    """Read a CSV file whose columns are the fields of ``row_type`` (any order, all present).

    Raises:
        ValueError: a column is missing or unknown, or a cell does not fit its type.
    """
    hints = typing.get_type_hints(row_type)  # those of the base first, as in the constructor
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = [f"{name}_" if f"{name}_" in hints else name for name in next(reader)]
        if set(header) != set(hints):
            odd = sorted(set(header) ^ set(hints))
            raise ValueError(f"{path.name}: columns do not fit {row_type.__name__}: {odd}")
        order = [header.index(name) for name in hints]
        parsers = [
            (at, parse) for at, kind in enumerate(hints.values()) if (parse := _PARSERS[kind])
        ]
        found: list[R] = []
        for cells in reader:
            values: list[Any] = [cells[at] for at in order]
            for at, parse in parsers:
                values[at] = parse(values[at])
            found.append(row_type(*values))
    return tuple(found)


@cache
def table(name: str) -> tuple[Any, ...]:
    """All rows of one table, in the order of its file.

    Args:
        name: a key of `TABLES`, such as ``"terms"``.

    Raises:
        KeyError: there is no such table.
    """
    return read_rows(datasets("reference") / f"{name}.csv", TABLES[name])


def load_all() -> int:
    """Read every table now, for a server that prefers to wait at the start; count the rows."""
    return sum(len(table(name)) for name in TABLES)


@cache
def marginal(name: str) -> tuple[dict[str, str], ...]:
    """One table of calibration shares (``datasets/reference/marginals``), as text cells.

    Raises:
        FileNotFoundError: there is no such table.
    """
    path = datasets("reference") / "marginals" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
