"""Curves and tables of sampling plans, as arrays for figures and as rows for print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.i18n import N_, gettext, number, percent
from borderlab.inspection.checks import count, counts, probability
from borderlab.inspection.lots import detections, misses
from borderlab.inspection.sampling import Rounding, SampleSize, acceptance, bad_units, sample_table

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

NOT_ATTAINABLE = N_("not attainable")
NO_SUCH_LEVEL = "\N{EN DASH}"
_ROUNDING = 1e-9
_LARGEST = 100_000  # units: a curve has a point for each number of bad ones


@dataclass(frozen=True, slots=True)
class Curve:
    """Operating characteristic of a plan, for every possible number of bad units.

    Attributes:
        bad: 0, 1, ..., lot, shape (lot + 1,).
        level: their share of the lot.
        accepted: probability that the lot is accepted.
        outgoing: average share of bad units after rejected lots are put right (AOQ).
    """

    bad: NDArray[np.int64]
    level: NDArray[np.float64]
    accepted: NDArray[np.float64]
    outgoing: NDArray[np.float64]

    def risk_producer(self, level: float) -> float:
        """Probability that a lot with this share of bad units is rejected (rounded down)."""
        return 1.0 - self.risk_consumer(level)

    def risk_consumer(self, level: float) -> float:
        """Probability that a lot with this share of bad units is accepted (rounded down)."""
        return float(self.accepted[bad_units(self.bad.size - 1, level)])


def operating_characteristic(
    lot: int, opened: int, number: int = 0, efficacy: float = 1.0
) -> Curve:
    """The OC curve of "accept at no more than `number` finds among `opened` units".

    Args:
        lot: units in the lot, at least 1.
        opened: units inspected, 0 to lot.
        number: acceptance number, at least 0.
        efficacy: probability that an inspected bad unit is recognised.
    """
    if count("lot", lot, 1) > _LARGEST:
        raise ValueError(f"a curve is worked out for lots of at most {_LARGEST} units, not {lot}")
    bad = np.arange(lot + 1)
    if number == 0:
        accepted = misses(lot, bad, count("opened", opened), efficacy)
    else:
        accepted = np.array([acceptance(lot, int(d), opened, number, efficacy) for d in bad])
    level = bad / lot
    return Curve(bad, level, accepted, level * accepted * (lot - opened) / lot)


def fixed_percentage(
    lots: ArrayLike, share: float, level: float, efficacy: float = 1.0
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """What the rule "open so many percent" gives: units opened and detection for each lot size.

    Small lots get far too little and large ones too much: plot it.

    Args:
        lots: lot sizes, each at least 1.
        share: share opened, rounded up.
        level: share of bad units to detect, rounded down; detection is 0 where that is none.
        efficacy: probability that an inspected bad unit is recognised.
    """
    size = counts("lots", lots, 1)
    opened = np.ceil(size * probability("share", share) - 1e-9).astype(np.int64)
    bad = np.floor(size * probability("level", level) + 1e-9).astype(np.int64)
    return opened, detections(size, bad, opened, efficacy)


@dataclass(frozen=True, slots=True)
class Table:
    """A sample-size table ready for print, in the current language.

    Attributes:
        caption: what it shows.
        head: column heads.
        rows: cells as text; `NO_SUCH_LEVEL` where the level is less than one unit.
        notes: how to read the cells that are no number; empty if there are none.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def printed_table(
    lots: list[int],
    levels: list[float],
    confidence: float,
    efficacy: float = 1.0,
    rounding: Rounding | str = Rounding.DOWN,
) -> Table:
    """Sample sizes for print.

    Args:
        lots: lot sizes, each at least 1.
        levels: levels of detection, each 0 to 1.
        confidence: wanted probability of at least one find.
        efficacy: probability that an inspected bad unit is recognised.
        rounding: how a level becomes a number of units, see `sampling.bad_units`.
    """
    cells = sample_table(lots, levels, confidence, efficacy, rounding)
    flat = [cell for row in cells for cell in row]
    notes = []
    if any(cell is None for cell in flat):
        notes.append(
            gettext("{dash}: this level is less than one unit in a lot of this size.").format(
                dash=NO_SUCH_LEVEL
            )
        )
    if any(cell is not None and not cell.attainable for cell in flat):
        notes.append(
            gettext(
                "Not attainable: even opening everything does not give this confidence, because "
                "an illegal unit that is inspected may go unrecognised. The percentage in brackets "
                "is the most that can be reached."
            )
        )
    caption = gettext(
        "Units to open for {confidence} confidence of at least one find, if an illegal unit that "
        "is inspected is recognised with {efficacy}"
    ).format(confidence=percent(confidence), efficacy=percent(efficacy))
    rows = ((number(lot), *map(_cell, row)) for lot, row in zip(lots, cells, strict=True))
    head = (gettext("Units in the lot"), *(percent(level, _digits(level)) for level in levels))
    return Table(caption, head, tuple(rows), tuple(notes))


def _digits(level: float) -> int:
    """Decimals that a percentage needs, at most two."""
    return next((d for d in range(2) if abs(round(level * 100, d) - level * 100) < _ROUNDING), 2)


def _cell(size: SampleSize | None) -> str:
    if size is None:
        return NO_SUCH_LEVEL
    if size.opened is None:
        return f"{gettext(NOT_ATTAINABLE)} ({percent(size.ceiling)})"
    return number(size.opened)
