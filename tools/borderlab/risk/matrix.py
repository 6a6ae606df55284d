"""Evidence of each indicator: present, absent or missing. Missing is not absent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import finalize

import numpy as np

from borderlab.i18n import gettext as _

# The rules register themselves.
from borderlab.risk import (  # noqa: F401
    rules_actor,
    rules_document,
    rules_goods,
    rules_other,
    rules_route,
    rules_value,
)
from borderlab.risk.indicator_table import AFTER_SCAN, Indicator, computable, indicator
from borderlab.risk.sheet import Tables
from borderlab.risk.states import ABSENT, MISSING, PRESENT, RULES
from borderlab.world.tables import World

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.sheet import Frames


@dataclass(frozen=True, eq=False)
class Patterns:
    """Combinations of the states of one category's indicators.

    Attributes:
        category: which.
        rows: rows of the evidence, shape (k,).
        table: the combinations that occur, shape (combinations, k).
        place: combination of each consignment, shape (consignments,).
    """

    category: str
    rows: NDArray[np.int64]
    table: NDArray[np.int8]
    place: NDArray[np.int64]


def _patterns(category: str, rows: NDArray[np.int64], states: NDArray[np.int8]) -> Patterns:
    # Three states: a combination is a number in base 3, and 3**39 still fits 64 bits.
    number = np.zeros(states.shape[1], dtype=np.int64)
    for row in rows:
        number = 3 * number + (states[row] + 1)
    _, first, place = np.unique(number, return_index=True, return_inverse=True)
    return Patterns(category, rows, np.ascontiguousarray(states[rows][:, first].T), place)


@dataclass(frozen=True, eq=False)
class Evidence:
    """What is known of each consignment before it is chosen.

    Attributes:
        states: `PRESENT` (1), `ABSENT` (0) or `MISSING` (-1), shape (indicators, consignments).
        ids: indicator of each row.
    """

    states: NDArray[np.int8]
    ids: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.states.ndim != 2 or self.states.shape[0] != len(self.ids):  # noqa: PLR2004
            raise ValueError("states must have one row for each indicator")
        if self.states.size and not MISSING <= self.states.min() <= self.states.max() <= PRESENT:
            raise ValueError("states must hold only 1 (present), 0 (absent) and -1 (missing)")
        self.states.setflags(write=False)

    @property
    def n(self) -> int:
        """Number of consignments."""
        return int(self.states.shape[1])

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of the rows."""
        return tuple(indicator(one) for one in self.ids)

    @cached_property
    def patterns(self) -> tuple[Patterns, ...]:
        """The combinations that occur, category by category: what makes rescoring fast."""
        categories = [one.category for one in self.indicators]
        return tuple(
            _patterns(category, np.flatnonzero([c == category for c in categories]), self.states)
            for category in dict.fromkeys(categories)
        )

    def row(self, indicator_id: str) -> NDArray[np.int8]:
        """State of one indicator for all consignments.

        Raises:
            ValueError: not among the rows.
        """
        return np.asarray(self.states[self._place(indicator_id)])

    def _place(self, indicator_id: str) -> int:
        if indicator_id not in self.ids:
            raise ValueError(_("The evidence has no indicator {id}.").format(id=indicator_id))
        return self.ids.index(indicator_id)

    def of(self, consignment: int) -> dict[str, list[str]]:
        """Indicators present, absent and missing for one consignment, for its card."""
        column = self.states[:, consignment]
        names = {"present": PRESENT, "absent": ABSENT, "missing": MISSING}
        return {
            word: [
                one for one, state in zip(self.ids, column.tolist(), strict=True) if state == code
            ]
            for word, code in names.items()
        }

    def only(self, ids: Sequence[str]) -> Evidence:
        """The rows of some indicators."""
        return Evidence(self.states[[self._place(one) for one in ids]], tuple(ids))

    def without(self, ids: Sequence[str]) -> Evidence:
        """All rows but those of some indicators, as for an ablation."""
        return self.only([one for one in self.ids if one not in set(ids)])

    def take(self, consignments: NDArray[np.generic]) -> Evidence:
        """The columns of some consignments (places or a mask)."""
        return Evidence(self.states[:, consignments], self.ids)

    @cached_property
    def decisive(self) -> NDArray[np.bool_]:
        """Consignments with at least one decisive indicator, shape (consignments,)."""
        rows = [i for i, one in enumerate(self.indicators) if one.decisive]
        return np.asarray((self.states[rows] == PRESENT).any(axis=0))


# By identity: a world is made of arrays and has no hash.
_CACHE: dict[int, dict[tuple[str, ...], Evidence]] = {}


def _known(source: object) -> dict[tuple[str, ...], Evidence]:
    """What was computed before for this world; forgotten together with it."""
    if not isinstance(source, World):
        return {}
    if id(source) not in _CACHE:
        _CACHE[id(source)] = {}
        finalize(source, _CACHE.pop, id(source), None)
    return _CACHE[id(source)]


def evidence(
    source: World | Frames | Tables, ids: Sequence[str] | None = None, *, scanned: bool = False
) -> Evidence:
    """Compute the evidence of every consignment.

    Indicators of history see only earlier days, and results of inspections of earlier days.

    Args:
        source: a generated world (kept for the next call), data frames by name, or `Tables`.
        ids: indicators to compute; by default all that the tables can decide.
        scanned: also use what only a scan of the consignment itself shows.

    Raises:
        ValueError: unknown indicator, one that the tables cannot decide, or a table or column
            is missing.
    """
    chosen = _chosen(ids, scanned=scanned)
    known = _known(source)
    if chosen not in known:
        tables = Tables.of(source)
        rows = [RULES[one](tables) for one in chosen]
        states = np.stack(rows) if rows else np.zeros((0, tables.n), np.int8)
        known[chosen] = Evidence(states, chosen)
    return known[chosen]


def _chosen(ids: Sequence[str] | None, *, scanned: bool) -> tuple[str, ...]:
    if ids is None:
        every = (row.indicator_id for row in computable())
        return tuple(one for one in every if scanned or one not in AFTER_SCAN)
    for one in ids:
        found = indicator(one)
        if not found.computable:
            message = _("The tables cannot decide {id}: {why}")
            raise ValueError(message.format(id=one, why=found.why_not()))
    return tuple(ids)


__all__ = ["ABSENT", "MISSING", "PRESENT", "Evidence", "evidence"]
