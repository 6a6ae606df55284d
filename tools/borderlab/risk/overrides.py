"""Overrides: an officer may re-route a consignment, with a reason on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.risk.selection import LANES, OVERRIDE, RED, Selection

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHORTEST_REASON = 12
"""Characters: "hunch" is no reason."""


@dataclass(frozen=True, slots=True)
class Override:
    """One decision against the lane of the system.

    Attributes:
        consignment: its place in the table.
        lane: green, blue, yellow or red.
        officer: who decided; an id, not a name.
        reason: the fact it rests on.
        day: when.
    """

    consignment: int
    lane: str
    officer: str
    reason: str
    day: date

    def __post_init__(self) -> None:
        if self.lane not in LANES:
            message = _("There is no lane {lane}. Choose one of: {lanes}.")
            raise ValueError(message.format(lane=self.lane, lanes=", ".join(LANES)))
        if not self.officer.strip():
            raise ValueError(_("An override needs the id of the officer who decided."))
        if len(self.reason.strip()) < SHORTEST_REASON:
            raise ValueError(_("An override needs a reason: state the fact it rests on."))


def override(selection: Selection, decisions: Sequence[Override]) -> Selection:
    """The selection after the decisions; of several for one consignment, the last counts.

    Logged chances stay as they were drawn: weighted estimates use `Selection.sampled`. What was
    released against the draw is then missing from the sample, so count overrides and keep them few.

    Raises:
        ValueError: a decision about a consignment that is not in the selection.
    """
    lane, reason = selection.lane.copy(), selection.reason.copy()
    for one in decisions:
        if not 0 <= one.consignment < lane.size:
            message = _("There is no consignment {number} in this selection.")
            raise ValueError(message.format(number=one.consignment))
        lane[one.consignment] = LANES.index(one.lane)
        reason[one.consignment] = OVERRIDE
    return replace(selection, lane=lane, reason=reason)


@dataclass(frozen=True, slots=True)
class OverrideRate:
    """How often the system was overruled, and in which direction."""

    share: float
    into_red: int
    out_of_red: int


def override_rate(before: Selection, after: Selection) -> OverrideRate:
    """Compare the lanes of the system with those that were used."""
    changed: NDArray[np.bool_] = after.reason == OVERRIDE
    return OverrideRate(
        share=float(changed.mean()) if changed.size else 0.0,
        into_red=int(np.count_nonzero((after.lane == RED) & (before.lane != RED))),
        out_of_red=int(np.count_nonzero((after.lane != RED) & (before.lane == RED))),
    )
