"""The tables of a generated world, columnar; data frames are made on demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.world.columns import Columns
from borderlab.world.register import Register
from borderlab.world.scenarios import Scenario

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

TABLES = ("shipments", "permits", "permit_lines", "traders", "inspections", "truth")


@dataclass(frozen=True)
class World:
    """One generated world.

    Attributes:
        seed, n, scenario: what it was made from.
        register: traders, brokers and ports.
        shipments, permit_lines, inspections: coded columns (see `borderlab.world.storage`).
        truth: what really happened; for trainers only.
    """

    seed: int
    n: int
    scenario: Scenario
    register: Register
    shipments: Columns
    permit_lines: Columns
    inspections: Columns
    truth: Columns

    @property
    def permits(self) -> NDArray[np.int64]:
        """Rows of the shipments whose own permit exists."""
        return np.nonzero(self.shipments["permit_row"] == np.arange(self.n))[0]

    def frame(self, table: str, language: str = "en") -> pd.DataFrame:
        """One table as a data frame with ids, dates and categories.

        Raises:
            ValueError: unknown table (the known ones are named).
        """
        if table not in TABLES:
            raise ValueError(f"unknown table {table!r}; choose one of: {', '.join(TABLES)}")
        from borderlab.world import frames

        return frames.frame(self, table, language)

    @property
    def nbytes(self) -> int:
        """Bytes held by the columns of all tables."""
        tables = (self.shipments, self.permit_lines, self.inspections, self.truth)
        return sum(column.nbytes for table in tables for column in table.values())
