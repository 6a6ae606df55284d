"""What the office remembers: the record of each importer, and what finds teach about groups.

Only what was inspected enters; what was released teaches nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import inside, not_negative, positive
from borderlab.inspection.policy import Record

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Records:
    """Running record of every importer."""

    def __init__(self, traders: int) -> None:
        self.inspected = np.zeros(traders, dtype=np.int64)
        self.found = np.zeros(traders, dtype=np.int64)
        self.clean = np.zeros(traders, dtype=np.int64)
        self.last = np.full(traders, -math.inf)
        self._waiting: list[tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.float64]]] = []

    def of(self, trader: NDArray[np.int64], now: float) -> Record:
        """The record of the importer of each consignment at the time `now`."""
        if self._waiting:
            self._enter(*(np.concatenate(columns) for columns in zip(*self._waiting, strict=True)))
            self._waiting.clear()
        return Record(
            self.inspected[trader], self.found[trader], self.clean[trader], now - self.last[trader]
        )

    def add(
        self, trader: NDArray[np.int64], found: NDArray[np.bool_], time: NDArray[np.float64]
    ) -> None:
        """Note inspections, in order of time; they are entered when a record is asked for."""
        if trader.size:
            self._waiting.append((trader, found, time))

    def _enter(
        self, trader: NDArray[np.int64], found: NDArray[np.bool_], time: NDArray[np.float64]
    ) -> None:
        order = np.argsort(trader, kind="stable")
        who, bad = trader[order], found[order]
        first = np.concatenate(([0], np.flatnonzero(who[1:] != who[:-1]) + 1))
        names, counts = who[first], np.diff(first, append=who.size)
        place = np.arange(who.size)
        # Place of each importer's last find, or one before its first inspection if it had none.
        last_find = np.maximum.reduceat(np.where(bad, place, -1), first)
        had = last_find >= 0
        after = first + counts - 1 - np.where(had, last_find, first - 1)
        self.clean[names] = np.where(had, 0, self.clean[names]) + after
        self.inspected[names] += counts
        self.found[names] += np.add.reduceat(bad.astype(np.int64), first)
        self.last[names] = time[order][first + counts - 1]


@dataclass(frozen=True, slots=True)
class Learning:
    """Learning the rate of finds of each group from own inspections.

    Attributes:
        group: column that tells the group (whole numbers from 0), such as "route" or "exporter".
        prior: rate expected of a group without inspections, between 0 and 1.
        strength: inspections that the prior is worth, above 0.
        half_life: days after which an inspection counts half; infinite to keep all.
        corrected: weight each inspection by one over its logged chance. Without this, groups that
            were looked at most keep being looked at most (the feedback urn).
    """

    group: str
    prior: float = 0.02
    strength: float = 50.0
    half_life: float = math.inf
    corrected: bool = False

    def __post_init__(self) -> None:
        inside("prior", self.prior)
        positive("strength", self.strength)
        if not_negative("half_life", self.half_life, infinite=True) == 0.0:
            raise ValueError("half_life must be above 0, not 0")


class Groups:
    """Running knowledge of each group."""

    def __init__(self, plan: Learning, groups: int) -> None:
        self.plan = plan
        self.weight, self.finds = np.zeros(groups), np.zeros(groups)

    def expected(self, group: NDArray[np.int64]) -> NDArray[np.float64]:
        """Expected rate of finds of each consignment's group."""
        a = self.plan.prior * self.plan.strength
        return np.asarray(((a + self.finds) / (self.plan.strength + self.weight))[group])

    def add(
        self,
        group: NDArray[np.int64],
        found: NDArray[np.bool_],
        chance: NDArray[np.float64],
        days: float,
    ) -> None:
        """Enter the inspections of a period of so many days, after ageing what was known."""
        age = 0.5 ** (days / self.plan.half_life)
        weight = 1.0 / chance if self.plan.corrected else np.ones(group.size)
        if self.plan.corrected and group.size:
            # The sum of weights stays the number of inspections, so the prior keeps its strength.
            weight *= group.size / weight.sum()
        size = self.weight.size
        self.weight = age * self.weight + np.bincount(group, weight, size)
        self.finds = age * self.finds + np.bincount(group, weight * found, size)
