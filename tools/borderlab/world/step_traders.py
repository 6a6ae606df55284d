# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Step 5: who sends, who receives and who clears the goods."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.world.batch import Batch
from borderlab.world.calibration import Calibration
from borderlab.world.codes import CONSIGNEES, PURPOSES, SECTORS
from borderlab.world.register import BROKERS, ZIPF_BITS
from borderlab.world.streams import bits

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BY_PURPOSE = {
    "Z": "zoo",
    "S": "research",
    "E": "research",
    "H": "hunting",
    "P": "private person",
    "M": "research",
    "L": "research",
    "Q": "zoo",
    "N": "research",
    "G": "plants",
}
_FOOD = frozenset({"CAV", "MEA", "EGG", "FIN", "FIG", "SOU", "OIL", "SWI", "DFN", "FFN"})
_MEDICINE = frozenset({"EXT", "MED", "DER", "POW", "COS", "MUS", "WAX", "BAR", "GAL", "GAB"})


def sector_of(group: str, term: str, purpose: str) -> int:
    """Business that usually handles the goods: the first rule that fits."""
    rules = (
        (purpose in _BY_PURPOSE, _BY_PURPOSE.get(purpose, "")),
        (group == "timber", "timber"),
        (term in _MEDICINE, "medicine and cosmetics"),
        (group == "plants", "plants"),
        (term in _FOOD, "food and fishery"),
        (term == "LIV" or group == "corals", "live animals"),
        (term == "TRO", "hunting"),
    )
    return SECTORS.index(next((name for fits, name in rules if fits), "leather and fashion"))


_SECTORS: dict[int, NDArray[np.int64]] = {}


def _sectors(table: Calibration) -> NDArray[np.int64]:
    """Sector for each kind of goods and purpose, flat."""
    if id(table) not in _SECTORS:
        _SECTORS[id(table)] = np.array(
            [
                sector_of(group, term, purpose)
                for _, group, term in table.kinds
                for purpose in PURPOSES
            ]
        )
    return _SECTORS[id(table)]


def step(batch: Batch) -> None:
    """Add `exporter_id`, `importer_id`, `agent`, `broker_changed`, `consignee`, `sector_fits`."""
    register = batch.register
    sector = _sectors(batch.calibration).take(batch["kind"] * len(PURPOSES) + batch["purpose"])
    draw = batch.draw("importer_id")
    # One consignment in forty goes to a firm of another business.
    odd = bits(draw, 32, 10) < 26
    buyer = np.where(odd, bits(draw, 42, 8) * len(SECTORS) >> 8, sector)
    pool = register.pool(exporter=False, state=batch["dest"], sector=buyer)
    importer = register.pick(pool, bits(draw, 0, ZIPF_BITS))
    other = batch.draw("exporter_id")
    seller = np.where(sector == SECTORS.index("private person"), SECTORS.index("hunting"), sector)
    pool = register.pool(exporter=True, state=batch["exporter"], sector=seller)
    batch["exporter_id"] = register.pick(pool, bits(other, 0, ZIPF_BITS))
    batch["importer_id"] = importer
    broker = batch.draw("agent")
    changed = bits(broker, 0, 8) < 10
    batch["agent"] = np.where(
        changed, batch["dest"] * BROKERS + bits(broker, 8, 5), register.broker.take(importer)
    )
    batch["broker_changed"] = changed.astype(np.int64)
    kind = np.array(
        [
            CONSIGNEES.index(c)
            for c in ("company",) * 6 + ("zoo", "research institute", "company", "private person")
        ]
    )
    consignee = kind[register.sector[importer]]
    museum = (consignee == CONSIGNEES.index("research institute")) & (bits(broker, 16, 2) == 0)
    villa = (consignee == CONSIGNEES.index("private person")) & (bits(broker, 18, 4) == 0)
    consignee = np.where(museum, CONSIGNEES.index("museum"), consignee)
    batch["consignee"] = np.where(villa, CONSIGNEES.index("hotel or villa"), consignee)
