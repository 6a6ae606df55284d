"""Compliance histories: levels of inspection that an importer earns and loses.

At level 1 everything is inspected; each higher level inspects a smaller share, drawn at random.
Enough clean inspections in a row lead one level up, a find leads down. With two levels this is
the continuous plan `streams.csp1`. `long_run` is exact; `run` plays many importers at once.

Source: multi-level continuous plans are textbook; the long run is worked out here as a Markov
renewal chain over the visits to each level.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import choice, count, probability
from borderlab.inspection.streams import PlanResult, plan_result

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Fall(Enum):
    """Where a find leads."""

    START = "start"  # back to level 1
    ONE = "one"  # one level down


@dataclass(frozen=True, slots=True)
class Levels:
    """A plan with compliance levels.

    Attributes:
        fractions: share inspected at each level, first 1, then falling, all above 0.
        clearance: clean inspections in a row that lead one level up, at least 1.
        fall: where a find leads: a `Fall` or its value, "start" or "one".
        reinstate: clean inspections in a row after which an importer returns straight to the
            level it fell from, if no further find comes before; None for no such way back. Only
            with `Fall.START`.
    """

    fractions: tuple[float, ...] = (1.0, 0.5, 0.1)
    clearance: int = 5
    fall: Fall | str = Fall.START
    reinstate: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "fall", choice("fall", self.fall, Fall))
        object.__setattr__(self, "fractions", tuple(self.fractions))
        for fraction in self.fractions:
            probability("fraction", fraction)
        falling = all(a > b for a, b in zip(self.fractions, self.fractions[1:], strict=False))
        if not self.fractions or self.fractions[0] != 1.0 or not falling or not self.fractions[-1]:
            raise ValueError("fractions must begin with 1 and fall from level to level, above 0")
        count("clearance", self.clearance, 1)
        if self.reinstate is not None:
            count("reinstate", self.reinstate, 1)
            if self.fall is not Fall.START or self.reinstate >= self.clearance:
                raise ValueError(
                    "quick reinstatement needs a fall to the start and less than the clearance"
                )

    @property
    def top(self) -> int:
        """The highest level, counted from 0."""
        return len(self.fractions) - 1

    def visits(self) -> list[tuple[int, int, float]]:
        """Kinds of visits: level, level that is next if all stay clean, clean inspections needed.

        The first ones are the ordinary visits, one for each level; then those on the way back.
        """
        ordinary = [
            (level, min(level + 1, self.top), self.clearance if level < self.top else math.inf)
            for level in range(self.top + 1)
        ]
        if self.reinstate is None:
            return ordinary
        return ordinary + [(0, to, self.reinstate) for to in range(1, self.top + 1)]

    def after_find(self, level: int, *, returning: bool) -> int:
        """Kind of the visit that follows a find."""
        if self.fall is Fall.ONE:
            return max(0, level - 1)
        if self.reinstate is None or returning or level == 0:
            return 0
        return self.top + level


def long_run(
    plan: Levels, rate: float, sensitivity: float = 1.0, lapse: float = 0.0
) -> tuple[PlanResult, NDArray[np.float64]]:
    """What a plan does in the long run, exactly.

    Args:
        plan: the levels.
        rate: share of bad consignments, 0 to 1.
        sensitivity: probability that inspecting a bad consignment finds it.
        lapse: chance that the history has lapsed when a consignment comes, which leads back to
            level 1.

    Returns:
        Inspected share and leakage, and the share of consignments that meet each level.
    """
    found = probability("rate", rate) * probability("sensitivity", sensitivity)
    lapse = probability("lapse", lapse)
    kinds = plan.visits()
    chain = np.zeros((len(kinds), len(kinds)))
    length = np.zeros(len(kinds))
    for kind, (level, to, need) in enumerate(kinds):
        fraction = plan.fractions[level]
        clean = (1.0 - lapse) * fraction * (1.0 - found)
        bad = (1.0 - lapse) * fraction * found
        event = clean + bad + lapse
        if event == clean and need == math.inf:
            # Nothing ever ends a visit to the top level: all time is spent there in the end.
            return plan_result(fraction, rate, sensitivity), np.eye(plan.top + 1)[level].copy()
        through, steps = _clean_run(clean / event, need)
        length[kind] = (1.0 - lapse) * steps / event
        chain[kind, to] += through
        lost = 1.0 - through
        if lost > 0.0:
            returning = kind > plan.top
            chain[kind, plan.after_find(level, returning=returning)] += lost * bad / (bad + lapse)
            chain[kind, 0] += lost * lapse / (bad + lapse)
    time = _stationary(chain) * length
    if lapse == 1.0:
        # Every consignment finds the history lapsed: all are met at level 1.
        time = np.eye(len(kinds))[0]
    time /= time.sum()
    levels = np.array([level for level, _, _ in kinds])
    share = np.bincount(levels, time, plan.top + 1).astype(np.float64)
    inspected = float(min(1.0, share @ np.array(plan.fractions)))
    return plan_result(inspected, rate, sensitivity), share


def _clean_run(clean: float, need: float) -> tuple[float, float]:
    """Probability of `need` clean events in a row from now, and the mean number of events."""
    if clean >= 1.0:
        return 1.0, need
    if need == math.inf:
        return 0.0, 1.0 / (1.0 - clean)
    if clean <= 0.0:
        return 0.0, 1.0
    power = need * math.log(clean)
    return math.exp(power), -math.expm1(power) / (1.0 - clean)


def _stationary(chain: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of visits of each kind, starting from level 1."""
    n = chain.shape[0]
    system = np.vstack([chain.T - np.eye(n), np.ones(n)])
    solution = np.linalg.lstsq(system, np.append(np.zeros(n), 1.0), rcond=None)[0]
    return np.asarray(np.maximum(solution, 0.0))
