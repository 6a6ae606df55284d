"""The tables that risk assessment reads, as arrays: whatever is missing stays missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.i18n import gettext as _

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from borderlab.world.tables import World

    Frames = Mapping[str, pd.DataFrame]

NEEDED = ("shipments", "permits", "permit_lines", "traders", "inspections")


class Sheet:
    """One table. Every column is read once and kept."""

    def __init__(self, name: str, frame: pd.DataFrame) -> None:
        self.name = name
        self.size = len(frame)
        self._frame = frame
        self._codes: dict[str, tuple[NDArray[np.int64], list[str]]] = {}

    def column(self, name: str) -> pd.Series[Any]:
        """One column as it stands.

        Raises:
            ValueError: the table lacks it.
        """
        if name not in self._frame.columns:
            message = _(
                "The table {table} has no column {column}. Load the tables of the kit again."
            )
            raise ValueError(message.format(table=self.name, column=name))
        return self._frame[name]

    def number(self, name: str) -> NDArray[np.float64]:
        """Numbers; NaN where missing."""
        return self.column(name).to_numpy(dtype=float, na_value=np.nan)

    def flag(self, name: str) -> NDArray[np.bool_]:
        """True or false; this kind of column is never missing."""
        return self.column(name).to_numpy(dtype=bool)

    def day(self, name: str) -> NDArray[np.float64]:
        """Days since 1970-01-01; NaN where missing."""
        days = self.column(name).to_numpy(dtype="datetime64[D]")
        return np.where(np.isnat(days), np.nan, days.astype(np.int64).astype(float))

    def days(self, name: str) -> NDArray[np.int64]:
        """Days since 1970-01-01 of a column that is never missing."""
        return self.column(name).to_numpy(dtype="datetime64[D]").astype(np.int64)

    def coded(self, name: str) -> tuple[NDArray[np.int64], list[str]]:
        """Place of each value in the list of values; -1 where missing."""
        if name not in self._codes:
            import pandas as pd

            codes, values = pd.factorize(self.column(name))
            self._codes[name] = codes.astype(np.int64), [str(value) for value in values]
        return self._codes[name]

    def words(self, name: str) -> NDArray[np.str_]:
        """Values as text; empty where missing."""
        codes, values = self.coded(name)
        return np.array([*values, ""])[codes]

    def known(self, name: str) -> NDArray[np.bool_]:
        """Whether there is a value."""
        return self.coded(name)[0] >= 0

    def among(self, name: str, wanted: Collection[str]) -> NDArray[np.bool_]:
        """Whether the value is one of the wanted; false where missing."""
        codes, values = self.coded(name)
        return np.array([*(value in wanted for value in values), False])[codes]

    def is_(self, name: str, wanted: str) -> NDArray[np.bool_]:
        """Whether the value is this one; false where missing."""
        return self.among(name, (wanted,))

    def start(self, name: str, text: str | tuple[str, ...]) -> NDArray[np.bool_]:
        """Whether the value starts with the text; false where missing."""
        codes, values = self.coded(name)
        return np.array([*(value.startswith(text) for value in values), False])[codes]

    def mapped(self, name: str, table: Mapping[str, float]) -> NDArray[np.float64]:
        """What the table says about each value; NaN where it says nothing."""
        codes, values = self.coded(name)
        return np.array([*(table.get(value, np.nan) for value in values), np.nan])[codes]

    def paired(
        self, first: str, second: str, pairs: Collection[tuple[str, str]]
    ) -> NDArray[np.bool_]:
        """Whether the two values together are one of the pairs; false where one is missing."""
        a, left = self.coded(first)
        b, right = self.coded(second)
        table = np.array([[(x, y) in pairs for y in [*right, ""]] for x in [*left, ""]], dtype=bool)
        return np.asarray(table[a, b])

    def key(self, *names: str) -> NDArray[np.int64]:
        """One number for each combination of values; -1 where any of them is missing."""
        made = np.zeros(self.size, dtype=np.int64)
        gone = np.zeros(self.size, dtype=bool)
        for name in names:
            codes, values = self.coded(name)
            gone |= codes < 0
            made = _dense(made * (len(values) + 1) + codes + 1)
        return np.where(gone, -1, made)


def _dense(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same partition in small numbers, so that products do not overflow."""
    return np.unique(keys, return_inverse=True)[1].astype(np.int64)


@dataclass(frozen=True)
class Tables:
    """The tables of participants that indicators read. The truth is not among them."""

    shipments: Sheet
    permits: Sheet
    permit_lines: Sheet
    traders: Sheet
    inspections: Sheet

    @staticmethod
    def of(source: World | Frames | Tables) -> Tables:
        """From a generated world, or from data frames by name as `borderlab.world.load` gives them.

        Raises:
            ValueError: a table is missing.
        """
        if isinstance(source, Tables):
            return source
        frames: dict[str, pd.DataFrame] = {}
        for name in NEEDED:
            if not isinstance(source, Mapping):
                frames[name] = source.frame(name)
            elif name in source:
                frames[name] = source[name]
            else:
                message = _("The table {table} is missing. Needed are: {tables}.")
                raise ValueError(message.format(table=name, tables=", ".join(NEEDED)))
        return Tables(*(Sheet(name, frames[name]) for name in NEEDED))

    @property
    def n(self) -> int:
        """Number of consignments."""
        return self.shipments.size

    @cached_property
    def today(self) -> NDArray[np.int64]:
        """Day of presentation of each consignment: its past is what happened on earlier days."""
        return self.shipments.days("presentation_date")

    @cached_property
    def since_start(self) -> NDArray[np.int64]:
        """Days of record before each consignment."""
        return np.asarray(self.today - self.today.min()) if self.n else self.today

    @cached_property
    def inspected_row(self) -> NDArray[np.int64]:
        """Row of the shipment of each inspection; -1 for one that is not in the table."""
        import pandas as pd

        index = pd.Index(self.shipments.column("shipment_id"))
        found = index.get_indexer(pd.Index(self.inspections.column("shipment_id")))
        return np.asarray(found, dtype=np.int64)

    @cached_property
    def results(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Shipment row, day and label of the inspections of known shipments, in order of time."""
        rows = self.inspected_row
        keep = rows >= 0
        rows, label = rows[keep], self.inspections.number("label")[keep]
        order = np.argsort(self.today[rows], kind="stable")
        return rows[order], self.today[rows[order]], label[order]

    @cached_property
    def cache(self) -> dict[str, NDArray[Any]]:
        """Intermediate results that several indicators share."""
        return {}
