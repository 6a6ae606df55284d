"""An importer's stream under a sampling plan, consignment by consignment.

The long run comes from `borderlab.inspection`; here a stream is played step by step, by the plan's
rules as an officer would apply them, and an importer who counts is followed exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.histories import Levels, long_run
from borderlab.inspection.streams import PlanResult, csp1, csp2, csp3, plan_result, skip_lot

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLANS = ("csp1", "csp2", "csp3", "skip_lot", "levels")
_AFTER_FIND = 4  # consignments that the third plan inspects in full after a find
_MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan for the stream of one importer.

    Attributes:
        kind: one of `PLANS`.
        clearance: clean inspections in a row that earn sampling, at least 1.
        fraction: share inspected while sampling, above 0 to 1.
        every: pick every n-th consignment while sampling instead of drawing at random.
    """

    kind: str
    clearance: int
    fraction: float
    every: bool = False

    @property
    def nth(self) -> int:
        """The n of "every n-th" that inspects the same share."""
        return max(1, round(1.0 / self.fraction))

    @property
    def fractions(self) -> tuple[float, ...]:
        """Share inspected at each level, full inspection first."""
        if self.kind == "levels" and self.fraction < _MIDDLE:
            return (1.0, _MIDDLE, self.fraction)
        return (1.0,) if self.fraction >= 1.0 else (1.0, self.fraction)


@dataclass(frozen=True, slots=True)
class Stream:
    """A played stream, columns of shape (n,).

    Attributes:
        bad: whether a consignment was illegal.
        level: level it met, 0 is full inspection.
        inspected: whether it was inspected.
        found: whether illegal goods were found.
    """

    bad: NDArray[np.bool_]
    level: NDArray[np.int64]
    inspected: NDArray[np.bool_]
    found: NDArray[np.bool_]

    @property
    def through(self) -> int:
        """Illegal consignments that passed."""
        return int((self.bad & ~self.found).sum())


class _Officer:
    """The state of a plan: what is inspected next, and what a result changes."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.top = len(plan.fractions) - 1
        self.level = self.clean = self.since = 0
        self.window = 0  # inspections left in which a second find leads back (plans 2 and 3)
        self.full = 0  # consignments left that are inspected in full after a find (plan 3)

    def inspects(self, draw: float) -> bool:
        """Whether the next consignment is inspected."""
        if self.level == 0 or self.full > 0:
            return True
        fraction = self.plan.fractions[self.level]
        if not self.plan.every:
            return draw < fraction
        self.since += 1
        if self.since < max(1, round(1.0 / fraction)):
            return False
        self.since = 0
        return True

    def learns(self, *, found: bool) -> None:
        """Take in the result of an inspection."""
        self.full = max(0, self.full - 1)
        if found:
            self._falls()
            return
        self.clean += 1
        self.window = max(0, self.window - 1)
        if self.level < self.top and self.clean >= self.plan.clearance:
            self.level, self.clean, self.since = self.level + 1, 0, 0

    def _falls(self) -> None:
        self.clean = 0
        spares = self.plan.kind in {"csp2", "csp3"} and self.level > 0
        if spares and self.window == 0:
            self.window = self.plan.clearance
            if self.plan.kind == "csp3":
                self.full = _AFTER_FIND
                self.window += _AFTER_FIND
            return
        self.level = self.window = self.full = 0


@lru_cache(maxsize=64)
def play(  # noqa: PLR0913  (the stream and its chances)
    plan: Plan, n: int, *, rate: float, sensitivity: float, seed: int, counts: bool = False
) -> Stream:
    """Play ``n`` consignments, starting under full inspection.

    Args:
        plan: the plan.
        n: consignments.
        rate: share of illegal ones, if the importer does not count.
        sensitivity: chance that inspecting an illegal one finds it.
        seed: of all draws.
        counts: whether the importer breaks the rules exactly when it believes that the next
            inspection is not due: in sampling, unless it is the n-th since the last one.
    """
    rng = np.random.default_rng([seed, 6])
    drawn, luck, kind = rng.random((3, n))
    officer = _Officer(plan)
    bad = kind < rate
    level = np.zeros(n, dtype=np.int64)
    inspected, found = np.zeros(n, dtype=np.bool_), np.zeros(n, dtype=np.bool_)
    since = 0
    for place in range(n):
        level[place] = officer.level
        if counts:
            bad[place] = officer.level > 0 and since < plan.nth - 1
        looks = officer.inspects(drawn[place])
        # The counting importer starts anew at each inspection it sees, and after each n it counts.
        since = 0 if looks or since >= plan.nth - 1 else since + 1
        if looks:
            inspected[place] = True
            found[place] = bad[place] and luck[place] < sensitivity
            officer.learns(found=bool(found[place]))
    return Stream(bad, level, inspected, found)


def exact(plan: Plan, rate: float, sensitivity: float) -> PlanResult:
    """What a plan with random draws does in the long run."""
    if plan.kind == "levels":
        return long_run(Levels(plan.fractions, plan.clearance), rate, sensitivity)[0]
    if plan.kind == "skip_lot":
        _, share = skip_lot(plan.clearance, plan.fraction, 1.0 - rate * sensitivity)
        return plan_result(share, rate, sensitivity)
    form = {"csp1": csp1, "csp2": csp2, "csp3": csp3}[plan.kind]
    return form(plan.clearance, plan.fraction, rate, sensitivity)


@dataclass(frozen=True, slots=True)
class Counting:
    """What an importer who counts achieves in the long run.

    Attributes:
        inspected: share of its consignments inspected.
        offences: share that is illegal.
        through: share that is illegal and passes.
        before_caught: illegal consignments that pass before one is found; infinite if none is.
    """

    inspected: float
    offences: float
    through: float
    before_caught: float


def counting(plan: Plan, sensitivity: float) -> Counting:
    """The importer of `play` with ``counts``, exactly, for a plan with two levels (`csp1`).

    One round is `clearance` consignments under full inspection, all in order, and then sampling
    until a find. Sampling is a chain over the consignments since the last inspection.
    """
    nth, f = plan.nth, plan.fraction
    if f >= 1.0:
        return Counting(1.0, 0.0, 0.0, 0.0)
    if plan.every:
        share = (nth - 1) / nth
        return Counting(1.0 / nth, share, share, float("inf"))
    caught = f * sensitivity
    # Row c: from c consignments since the last inspection; the last one counted is in order.
    move = np.zeros((nth, nth))
    for c in range(nth):
        offends = c < nth - 1
        move[c, 0] += f - (caught if offends else 0.0)
        move[c, (c + 1) % nth] += 1.0 - f
    visits = np.linalg.solve(np.eye(nth) - move.T, np.eye(nth)[0])
    offences = float(visits[: nth - 1].sum())
    length = plan.clearance + float(visits.sum())
    through = offences * (1.0 - caught)
    inspected = (plan.clearance + f * float(visits.sum())) / length
    return Counting(inspected, offences / length, through / length, through)
