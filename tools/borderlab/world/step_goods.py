# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Step 2: what is traded - source, taxon and term in one draw, then the noise of blank codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.world.batch import Batch
from borderlab.world.calibration import GOODS_BITS, Calibration, calibration
from borderlab.world.codes import SOURCES
from borderlab.world.scenarios import Scenario
from borderlab.world.streams import bits

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Wild rows whose source is U or blank (marginals/shares_source.csv, 2001-2012), per 65,536.
_UNKNOWN, _BLANK = 1412, 1262


def weights(table: Calibration, scenario: Scenario) -> NDArray[np.int64]:
    """Weights of the cells, with the goods a scenario favours."""
    out = table.cell_weight.copy()
    groups = np.array(table.groups)[table.group_of]
    for key, factor in scenario.favoured.items():
        hit = (
            (np.array(table.taxa)[table.cell_taxon] == key)
            | (groups[table.cell_taxon] == key)
            | (np.array(table.terms)[table.cell_term] == key)
        )
        out[hit] *= factor
    return out


_CACHE: dict[str, NDArray[np.int16]] = {}


def _slots(scenario: Scenario) -> NDArray[np.int16]:
    key = repr(sorted(scenario.favoured.items()))
    if key not in _CACHE:
        _CACHE.clear()  # one table of 2 MB is kept
        table = calibration()
        _CACHE[key] = table.goods(weights(table, scenario))
    return _CACHE[key]


def step(batch: Batch) -> None:
    """Add `source`, `taxon`, `term`, `kind` and `stream` (0 wild, 1 captive)."""
    table = batch.calibration
    cell = _slots(batch.scenario).take(bits(batch.draw("goods"), 0, GOODS_BITS))
    source = table.cell_source.take(cell)
    batch["taxon"] = table.cell_taxon.take(cell)
    batch["term"] = table.cell_term.take(cell)
    batch["kind"] = table.cell_kind.take(cell)
    batch["stream"] = ((source == 1) | (source == 3) | (source == 5)).astype(np.int64)
    noise = bits(batch.draw("source"), 0, 16)
    wild = source == 0
    source = np.where(wild & (noise < _UNKNOWN), SOURCES.index("U"), source)
    batch["source"] = np.where(wild & (noise >= 65536 - _BLANK), SOURCES.index(""), source)
