"""A stretch of rows on its way through the steps of the generator."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from borderlab.world.calibration import Calibration
from borderlab.world.register import Register
from borderlab.world.scenarios import Scenario
from borderlab.world.streams import Bits, Draws

ROWS = 1 << 15  # rows handled at a time: the working arrays then stay in the processor's cache
Column = NDArray[np.generic]


@dataclass
class Batch:
    """Rows `start` to `start + n` of a world of `total` rows, column by column."""

    start: int
    n: int
    total: int
    draws: Draws
    calibration: Calibration
    register: Register
    scenario: Scenario
    columns: dict[str, NDArray[np.int64]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> NDArray[np.int64]:
        return self.columns[name]

    def __setitem__(self, name: str, values: NDArray[np.int64]) -> None:
        self.columns[name] = values

    def draw(self, name: str) -> Bits:
        """64 random bits for each row, from the stream of the column `name`."""
        return self.draws.take(name, self.n)
