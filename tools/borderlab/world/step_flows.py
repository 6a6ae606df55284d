"""Step 3: origin, re-export hub, destination - and the Appendix that follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.world.batch import Batch
from borderlab.world.clock import COP20_DAY
from borderlab.world.codes import SOURCES, STREAMS
from borderlab.world.places import atlas
from borderlab.world.streams import bits, chance
from borderlab.world.wheels import FINE

if TYPE_CHECKING:
    from numpy.typing import NDArray

_D = SOURCES.index("D")


def step(batch: Batch) -> None:
    """Add `origin`, `reexport` (0 or 1), `exporter`, `dest`, `appendix`.

    Goods of source D come from States with a registered operation for the taxon.
    """
    table = batch.calibration
    states = len(atlas().codes)
    stream = batch["stream"]
    where = batch.draw("origin")
    bred = np.where(batch["source"] == _D, len(STREAMS), stream)
    origin = table.origin.pick(bred * len(table.taxa) + batch["taxon"], bits(where, 0, FINE))
    again = batch.draw("reexport")
    hub = table.hub.pick(stream, bits(again, 16, FINE))
    reexport = chance(again, 0, table.reexport.take(batch["kind"])) & (hub != origin)
    exporter = np.where(reexport, hub, origin)
    to = batch.draw("dest")
    dest = table.partner.pick(stream * states + exporter, bits(to, 0, FINE))
    dest = _favour(batch, dest, exporter)
    batch["origin"], batch["exporter"], batch["dest"] = origin, exporter, dest
    batch["reexport"] = reexport.astype(np.int64)
    late = (batch["presentation_day"] >= COP20_DAY).astype(np.int64)
    place = (batch["taxon"] * states + origin) * 2 + late
    batch["appendix"] = table.appendix.reshape(-1).take(place)


def _favour(
    batch: Batch, dest: NDArray[np.int64], exporter: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Send more of the trade to the States a scenario favours."""
    codes = atlas().codes
    draw = batch.draw("dest.favoured")
    for i, (key, factor) in enumerate(batch.scenario.favoured.items()):
        if key in codes:
            moved = bits(draw, 8 * (i % 7), 8) < 12 * (factor - 1)
            state = codes.index(key)
            dest = np.where(moved & (exporter != state), state, dest)
    return dest
