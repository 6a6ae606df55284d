# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Step 11: innocent defects, more common than fraud and often with the same look."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from borderlab.world.batch import Batch
from borderlab.world.codes import DEFECTS, DOCUMENTS, PURPOSES
from borderlab.world.mechanisms import age_permit
from borderlab.world.step_transport import roads
from borderlab.world.streams import bits

Ints = NDArray[np.int64]
# Relative frequency of each defect (teaching assumption), in the order of DEFECTS.
_WEIGHTS = (0, 11, 13, 10, 14, 12, 9, 6, 7, 9, 5, 4)


def step(batch: Batch) -> None:
    """Add `defect` to rows without a violation and change what the defect changes."""
    draw = batch.draw("defect")
    hit = (bits(draw, 0, 16) < round(65536 * batch.scenario.benign_rate)) & (
        batch["mechanism"] == 0
    )
    wheel = np.repeat(np.arange(len(_WEIGHTS)), _WEIGHTS)
    kind = np.where(hit, wheel[bits(draw, 16, 8) * wheel.size >> 8], 0)
    batch["defect"] = kind
    rows = np.nonzero(kind)[0]
    for number, name in enumerate(DEFECTS):
        affected = rows[kind[rows] == number]
        if number and affected.size:
            _EFFECTS[name](
                batch, affected, bits(draw, 24, 8)[affected], bits(draw, 32, 8)[affected]
            )


def _late_arrival(batch: Batch, rows: Ints, a: Ints, b: Ints) -> None:
    age_permit(batch, rows, 1 + (a * b * 24 >> 16))


def _blank_box(batch: Batch, rows: Ints, a: Ints, b: Ints) -> None:
    batch["missing_boxes"][rows] += 1 + (a < 50)
    batch["purpose"][rows] = np.where(b < 30, PURPOSES.index(""), batch["purpose"][rows])


def _higher_taxon(batch: Batch, rows: Ints, _a: Ints, _b: Ints) -> None:
    batch["rank"][rows] = 1


def _count_difference(batch: Batch, rows: Ints, a: Ints, b: Ints) -> None:
    shown = batch["qty_endorsed"][rows]
    more = np.maximum(shown * (a * 9 >> 8) // 100 // 100 * 100, 100)
    batch["qty"][rows] = np.where(b < 70, shown + more, np.maximum(shown - more, 100))
    batch["true_qty"][rows] = batch["qty"][rows]


def _weight_difference(batch: Batch, rows: Ints, a: Ints, b: Ints) -> None:
    batch["measured"][rows] = batch["measured"][rows] * (1040 + (a * b * 190 >> 16)) // 1000


def _new_signatory(batch: Batch, rows: Ints, _a: Ints, _b: Ints) -> None:
    batch["signature"][rows] = 1


def _stamp_missing(batch: Batch, rows: Ints, _a: Ints, _b: Ints) -> None:
    batch["stamp"][rows] = np.where(batch["stamp"][rows] == 0, 1, batch["stamp"][rows])


def _undesignated_port(batch: Batch, rows: Ints, _a: Ints, _b: Ints) -> None:
    port = roads().undesignated[batch["dest"][rows]]
    batch["dest_port"][rows] = np.where(port >= 0, port, batch["dest_port"][rows])
    batch["mode"][rows] = roads().port_mode[batch["dest_port"][rows]]


def _address_change(batch: Batch, rows: Ints, a: Ints, _b: Ints) -> None:
    batch["amendments"][rows] += 1 + (a < 40)


def _retrospective_permit(batch: Batch, rows: Ints, a: Ints, _b: Ints) -> None:
    late = batch["departure_day"][rows] + 1 + (a >> 6)
    _reissue(batch, rows, np.minimum(late, batch["presentation_day"][rows]))


def _document_to_follow(batch: Batch, rows: Ints, _a: Ints, _b: Ints) -> None:
    batch["document"][rows] = DOCUMENTS.index("none presented")


def _reissue(batch: Batch, rows: Ints, day: Ints) -> None:
    from borderlab.world.step_papers import valid_until

    batch["issue_day"][rows] = day
    batch["valid_until"][rows] = valid_until(day)


_EFFECTS: Mapping[str, Callable[[Batch, Ints, Ints, Ints], None]] = {
    "late_arrival": _late_arrival,
    "blank_box": _blank_box,
    "higher_taxon": _higher_taxon,
    "count_difference": _count_difference,
    "weight_difference": _weight_difference,
    "new_signatory": _new_signatory,
    "stamp_missing": _stamp_missing,
    "undesignated_port": _undesignated_port,
    "address_change": _address_change,
    "retrospective_permit": _retrospective_permit,
    "document_to_follow": _document_to_follow,
}
