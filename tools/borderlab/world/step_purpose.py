# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Step 4: the purpose, given group, term and Appendix."""

from __future__ import annotations

import numpy as np

from borderlab.world.batch import Batch
from borderlab.world.codes import PURPOSES, SOURCES
from borderlab.world.streams import bits
from borderlab.world.wheels import FINE

_SEIZED = np.array([PURPOSES.index(code) for code in ("L", "L", "L", "E", "S", "S", "Q", "P")])


def step(batch: Batch) -> None:
    """Add `purpose`.

    Appendix I goods are not commercial unless bred by a registered operation (D) or acquired
    before the Convention applied (O).
    """
    source = batch["source"]
    draw = batch.draw("purpose")
    exempt = (source == SOURCES.index("D")) | (source == SOURCES.index("O"))
    first = ((batch["appendix"] == 0) & ~exempt).astype(np.int64)
    purpose = batch.calibration.purpose.pick(2 * batch["kind"] + first, bits(draw, 0, FINE))
    bred = (source == SOURCES.index("D")) & (bits(draw, 16, 8) < 225)
    batch["purpose"] = np.where(bred, PURPOSES.index("T"), purpose)
