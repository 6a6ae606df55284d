# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""What each way of breaking the rules does to the data."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from borderlab.world.batch import Batch
from borderlab.world.codes import CONSIGNEES, DOCUMENTS, EPERMIT, SOURCES
from borderlab.world.streams import Bits, bits

Ints = NDArray[np.int64]
Effect = Callable[[Batch, Ints, Bits], None]


def grow(batch: Batch, rows: Ints, draw: Bits, low: int, high: int, *columns: str) -> None:
    """Multiply columns by a factor between low and high thousandths."""
    factor = low + (bits(draw, 48, 16) * (high - low) >> 16)
    for name in columns:
        batch[name][rows] = np.clip(batch[name][rows] * factor // 1000, 1, 1_900_000_000)


def laundered_source(batch: Batch, rows: Ints, draw: Bits) -> None:
    """Wild goods declared as bred, ranched or propagated; quotas for wild goods no longer apply."""
    plant = batch.calibration.plant[batch["taxon"][rows]]
    animal = np.array([SOURCES.index(code) for code in "CCCCCFFR"])[bits(draw, 0, 3)]
    batch["true_source"][rows] = SOURCES.index("W")
    batch["source"][rows] = np.where(plant, SOURCES.index("A"), animal)
    batch["quota"][rows] = 0
    batch["quota_used"][rows] = 0
    grow(batch, rows, draw, 1000, 1500, "value")


def quota_overrun(batch: Batch, rows: Ints, draw: Bits) -> None:
    """Exports above the quota; half of the permits say so, the others hide it in box 11a."""
    quota = batch["quota"][rows]
    over = quota + quota * (2 + bits(draw, 0, 5)) // 100
    quiet = np.maximum(quota * (40 + bits(draw, 8, 5)) // 100, batch["qty_authorised"][rows])
    batch["quota_used"][rows] = np.where(bits(draw, 5, 1) == 1, over, np.minimum(quiet, quota))


def false_origin(batch: Batch, rows: Ints, draw: Bits) -> None:
    """Goods shown as re-exported from another State of origin, sometimes outside the range."""
    table = batch.calibration
    native = table.native[batch["taxon"][rows]]
    states = native.shape[1]
    start = bits(draw, 0, 8) * states >> 8
    best = start.copy()
    wanted = bits(draw, 8, 8) < 150  # most fakes name a State where the species does occur
    for turn in range(states):
        place = (start + turn) % states
        good = native[np.arange(rows.size), place] & (place != batch["exporter"][rows])
        better = (
            wanted
            & good
            & ~(native[np.arange(rows.size), best] & (best != batch["exporter"][rows]))
        )
        best = np.where(better, place, best)
    clash = best == batch["exporter"][rows]
    best = np.where(clash, (best + 1) % states, best)
    batch["origin"][rows] = best
    batch["reexport"][rows] = 1
    batch["document"][rows] = 1
    batch["quota"][rows] = 0
    batch["quota_used"][rows] = 0


def lookalike_name(batch: Batch, rows: Ints, draw: Bits) -> None:
    """Another species under the name of a look-alike: weights and prices drift apart."""
    from borderlab.world.step_violations import lookalikes

    batch["true_taxon"][rows] = lookalikes()[batch["taxon"][rows]]
    grow(batch, rows, draw, 700, 2100, "net", "gross", "measured")
    grow(batch, rows, draw, 900, 1900, "value", "insured")


def reused_permit(batch: Batch, rows: Ints, draw: Bits) -> None:
    """Copied from an earlier shipment once all rows exist (`borderlab.world.reuse`)."""
    del batch, rows, draw


def altered_permit(batch: Batch, rows: Ints, draw: Bits) -> None:
    """The authorised quantity is raised on a genuine permit."""
    shown = np.maximum(batch["qty_authorised"][rows], 100)
    factor = np.array([2, 2, 3, 4, 5, 10, 10, 10])[bits(draw, 0, 3)]
    raised = np.minimum(shown * factor, 1_900_000_000)
    batch["qty_authorised"][rows] = raised
    batch["qty_endorsed"][rows] = raised
    batch["true_qty"][rows] = raised
    batch["qty"][rows] = raised
    for name in ("net", "gross", "measured", "value", "freight"):
        batch[name][rows] = np.minimum(batch[name][rows] * factor, 1_900_000_000)
    units = batch["unit"][rows] == 0
    batch["pieces"][rows] = np.where(units, raised // 100, batch["pieces"][rows])
    seen = bits(draw, 8, 8)
    batch["signature"][rows] = np.where(seen < 90, 1, batch["signature"][rows])
    answers = batch["eperm"][rows] == EPERMIT.index("MATCH")
    wrong = answers & (bits(draw, 16, 8) < 150)
    batch["eperm"][rows] = np.where(wrong, EPERMIT.index("MISMATCH"), batch["eperm"][rows])
    batch["quota"][rows] = 0
    batch["quota_used"][rows] = 0


def age_permit(batch: Batch, rows: Ints, days_late: Ints) -> None:
    """Move issue and departure back so that the permit ended `days_late` before presentation."""
    back = batch["valid_until"][rows] - batch["presentation_day"][rows] + days_late
    for name in ("issue_day", "valid_until", "departure_day"):
        if name != "departure_day":
            batch[name][rows] -= back
    from borderlab.world.step_papers import valid_until

    issued = np.maximum(batch["issue_day"][rows], -590)
    # Calendar months differ in length: settle on the exact last day.
    for _ in range(3):
        issued -= np.maximum(valid_until(issued) - batch["presentation_day"][rows] + 1, 0)
    batch["issue_day"][rows] = issued
    batch["valid_until"][rows] = valid_until(issued)


def expired_permit(batch: Batch, rows: Ints, draw: Bits) -> None:
    """A permit long past its last day, slipped in with others."""
    age_permit(batch, rows, 5 + (bits(draw, 0, 8) * bits(draw, 8, 8) * 90 >> 16))


def quantity_above_permit(batch: Batch, rows: Ints, draw: Bits) -> None:
    """More goods than declared: the papers agree with each other, the scale may not."""
    shown = batch["qty"][rows]
    factor = 120 + (bits(draw, 0, 8) * bits(draw, 8, 8) * 180 >> 16)
    batch["true_qty"][rows] = np.maximum(shown * factor // 100, shown + 100)
    honest = bits(draw, 16, 8) < 120  # the carrier weighed the goods after the fraud was packed
    weighed = np.where(honest, 100 + (factor - 100) * bits(draw, 24, 6) // 64, 100)
    batch["measured"][rows] = np.minimum(batch["measured"][rows] * weighed // 100, 1_900_000_000)


def hidden_goods(batch: Batch, rows: Ints, draw: Bits) -> None:
    """Undeclared goods behind lawful ones: some weight, late changes, sometimes a cash payer."""
    factor = 1000 + (bits(draw, 0, 8) * bits(draw, 8, 8) * 260 >> 16)
    batch["measured"][rows] = np.minimum(batch["measured"][rows] * factor // 1000, 1_900_000_000)
    batch["amendments"][rows] += bits(draw, 16, 8) < 60
    cheap = bits(draw, 24, 8) < 90
    batch["value"][rows] = np.where(
        cheap, np.maximum(batch["value"][rows] * 55 // 100, 1), batch["value"][rows]
    )


def missing_document(batch: Batch, rows: Ints, draw: Bits) -> None:
    """No permit at all."""
    del draw
    batch["document"][rows] = DOCUMENTS.index("none presented")


def diversion_in_transit(batch: Batch, rows: Ints, draw: Bits) -> None:
    """Goods turn away on the road: long storage, changed consignee or route."""
    batch["amendments"][rows] = np.maximum(
        batch["amendments"][rows], 1 + (bits(draw, 0, 2) == 0)
    ) * (bits(draw, 2, 3) > 1)
    batch["storage"][rows] += 3 + bits(draw, 8, 5)
    villa = bits(draw, 16, 8) < 60
    batch["consignee"][rows] = np.where(
        villa, CONSIGNEES.index("hotel or villa"), batch["consignee"][rows]
    )
    early = 6 + bits(draw, 24, 4)
    batch["departure_day"][rows] -= early
    batch["issue_day"][rows] -= early
    from borderlab.world.step_papers import valid_until

    late = valid_until(batch["issue_day"][rows]) < batch["presentation_day"][rows]
    batch["issue_day"][rows] += np.where(late, early, 0)
    batch["departure_day"][rows] += np.where(late, early, 0)
    batch["valid_until"][rows] = valid_until(batch["issue_day"][rows])


EFFECTS: Mapping[str, Effect] = {
    "laundered_source": laundered_source,
    "quota_overrun": quota_overrun,
    "false_origin": false_origin,
    "lookalike_name": lookalike_name,
    "reused_permit": reused_permit,
    "altered_permit": altered_permit,
    "expired_permit": expired_permit,
    "quantity_above_permit": quantity_above_permit,
    "hidden_goods": hidden_goods,
    "missing_document": missing_document,
    "diversion_in_transit": diversion_in_transit,
}
