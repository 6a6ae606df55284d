"""The result of reading a Party's permits."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from borderlab.reference.own_data.fields import FIELDS
from borderlab.reference.own_data.report import Report

if TYPE_CHECKING:
    import pandas as pd

_PREVIEW = 5


@dataclass(frozen=True)
class PermitTable:
    """A Party's permits in the columns of the kit.

    Attributes:
        columns: column name -> one cell per row: text, float, `datetime.date`, or None where the
            cell was empty or not understood. ``"NA"`` is Namibia; ``species_given`` is the name
            as it was written. Needs no pandas.
        report: what was mapped, what is missing, what is odd.
        lines: for each row, its line in the file, from 1.
        unread: column name -> rows, from 0, in which something stands that was not understood.
    """

    columns: dict[str, list[Any]]
    report: Report
    lines: Sequence[int] = ()
    unread: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return self.report.rows

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as a DataFrame: texts as ``string``, dates as ``datetime64``, else float.

        Writing it to CSV and reading it back with pandas turns Namibia into a missing value
        unless ``keep_default_na=False`` is given.
        """
        import pandas as pd

        made: dict[str, Any] = {}
        for name, cells in self.columns.items():
            kind = FIELDS[name].kind if name in FIELDS else "text"
            if kind == "date":
                made[name] = pd.to_datetime(pd.Series(cells, dtype="object"))
            elif kind == "number":
                made[name] = pd.Series(cells, dtype="float64")
            else:
                made[name] = pd.Series(cells, dtype="string")
        return pd.DataFrame(made)

    def _repr_html_(self) -> str:
        names = list(self.columns)
        head = "".join(f"<th scope='col'>{html.escape(name)}</th>" for name in names)
        body = "".join(
            "<tr>"
            + "".join(f"<td>{_shown(self.columns[name][row])}</td>" for name in names)
            + "</tr>"
            for row in range(min(_PREVIEW, len(self)))
        )
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return self.report._repr_html_() + table

    def __repr__(self) -> str:
        return str(self.report)


def _shown(cell: Any) -> str:
    return (
        "" if cell is None else html.escape(f"{cell:g}" if isinstance(cell, float) else str(cell))
    )
