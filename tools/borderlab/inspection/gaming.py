"""The importer who behaves to earn sampling, and then exploits it.

The importer knows the plan and its own history, and decides for each consignment whether to break
the rules. Undetected it gains, found it loses and falls back to full inspection. The best response
is that of a Markov decision process, found by policy iteration. Pay-offs are teaching values.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import not_negative, positive, probability
from borderlab.inspection.histories import Levels

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LARGEST = 2_000  # states of the decision process
_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Importer:
    """What an importer wants.

    Attributes:
        gain: of an undetected offence, above 0.
        loss: of a detected one, above 0.
        burden: cost of any inspection to the importer, at least 0: what earning trust saves.
        patience: what the next consignment counts against this one, 0 to below 1.
    """

    gain: float = 1.0
    loss: float = 5.0
    burden: float = 0.1
    patience: float = 0.98

    def __post_init__(self) -> None:
        positive("gain", self.gain)
        positive("loss", self.loss)
        not_negative("burden", self.burden)
        if probability("patience", self.patience) == 1.0:
            raise ValueError("patience must be below 1")


@dataclass(frozen=True, slots=True)
class Response:
    """A way to behave, and what it leads to in the long run.

    Attributes:
        level, clean: each state: level (0 is the first) and clean inspections so far, (states,).
        offends: whether the importer breaks the rules in that state.
        value: what the importer expects from the start on, discounted.
        offences: share of consignments with an offence.
        inspected: share of consignments inspected.
        leakage: share of consignments with an offence that passes.
    """

    level: NDArray[np.int64]
    clean: NDArray[np.int64]
    offends: NDArray[np.bool_]
    value: float
    offences: float
    inspected: float
    leakage: float

    @property
    def deterred(self) -> bool:
        """Whether breaking the rules never pays."""
        return not bool(self.offends.any())


class _Game:
    """States of a plan and where each decision leads."""

    def __init__(self, plan: Levels, importer: Importer, sensitivity: float) -> None:
        probability("sensitivity", sensitivity)
        needs = [1 if need == math.inf else int(need) for _, _, need in plan.visits()]
        if sum(needs) > _LARGEST:
            raise ValueError(
                f"the game is worked out for at most {_LARGEST} states, and this plan has "
                f"{sum(needs)}: use fewer levels or a smaller clearance"
            )
        states = [(kind, clean) for kind, need in enumerate(needs) for clean in range(need)]
        visits = plan.visits()
        number = {state: i for i, state in enumerate(states)}
        self.level = np.array([visits[kind][0] for kind, _ in states])
        self.clean = np.array([clean for _, clean in states])
        self.share = np.array(plan.fractions)[self.level]
        up, down = [], []
        for kind, clean in states:
            level, to, need = visits[kind]
            following = (kind, clean + 1) if clean + 1 < need else (to, 0)
            up.append(number[(kind, 0) if need == math.inf else following])
            down.append(number[plan.after_find(level, returning=kind > plan.top), 0])
        self.up, self.down = np.array(up), np.array(down)
        self.patience = importer.patience
        n = len(states)
        own = np.arange(n)
        self.chain = np.zeros((2, n, n))  # behave, offend
        caught = self.share * sensitivity
        for action, fallen in enumerate((np.zeros(n), caught)):
            self.chain[action, own, own] += 1.0 - self.share
            self.chain[action, own, self.up] += self.share - fallen
            self.chain[action, own, self.down] += fallen
        cost = importer.burden * self.share
        offence = (1.0 - caught) * importer.gain - caught * importer.loss - cost
        self.reward = np.stack([-cost, offence])
        self.caught = caught

    def value(self, offends: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Discounted value of each state under a way to behave."""
        own = np.arange(offends.size)
        chain = self.chain[offends.astype(int), own]
        reward = self.reward[offends.astype(int), own]
        return np.linalg.solve(np.eye(own.size) - self.patience * chain, reward)

    def best(self) -> NDArray[np.bool_]:
        """Policy iteration; who gains nothing by an offence behaves."""
        offends = np.zeros(self.share.size, dtype=np.bool_)
        for _ in range(_ROUNDS):
            value = self.value(offends)
            each = self.reward + self.patience * (self.chain @ value)
            better = each[1] > each[0] + 1e-10
            if np.array_equal(better, offends):
                break
            offends = better
        return offends

    def response(self, offends: NDArray[np.bool_]) -> Response:
        """What a way to behave leads to."""
        own = np.arange(offends.size)
        time = _long_run(self.chain[offends.astype(int), own])
        leak = np.where(offends, 1.0 - self.caught, 0.0)
        return Response(
            self.level, self.clean, offends, float(self.value(offends)[0]),
            float(time @ offends), float(time @ self.share), float(time @ leak),
        )  # fmt: skip


def _long_run(chain: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of time in each state, starting from the first.

    The mean of the first 2^40 steps: unlike the stationary equations it is right even where a
    history ends in several states that are never left.
    """
    n = chain.shape[0]
    total, power = np.eye(n), chain.copy()
    for _ in range(40):
        total = (total + power @ total) / 2.0
        power = power @ power
    return np.asarray(total[0] / total[0].sum())


def best_response(plan: Levels, importer: Importer, sensitivity: float = 1.0) -> Response:
    """What an importer who knows the plan does best.

    Args:
        plan: the compliance levels.
        importer: what it wants.
        sensitivity: probability that inspecting an illegal consignment finds it.
    """
    game = _Game(plan, importer, sensitivity)
    return game.response(game.best())


def behaves_then_exploits(plan: Levels, importer: Importer, sensitivity: float = 1.0) -> Response:
    """Honest until the top level is reached, then an offence in every consignment until caught.

    Arguments as for `best_response`.
    """
    game = _Game(plan, importer, sensitivity)
    return game.response(game.level == plan.top if plan.top else np.zeros(1, dtype=np.bool_))


def honest(plan: Levels, importer: Importer) -> Response:
    """Never an offence: what trust is worth. Arguments as for `best_response`."""
    game = _Game(plan, importer, 1.0)
    return game.response(np.zeros(game.share.size, dtype=np.bool_))


def deterring_share(plan: Levels, importer: Importer, sensitivity: float = 1.0) -> float | None:
    """Smallest share inspected at the top level for which breaking the rules never pays there.

    Losing the trust that was earned is part of the penalty, so this is at most
    `streams.deterrence_floor`. None if not even inspecting everything deters.

    Args:
        plan: the levels; its last fraction is what is sought.
        importer: what it wants.
        sensitivity: probability that inspecting an illegal consignment finds it.
    """
    below = plan.fractions[-2] if plan.top else 1.0

    def deters(share: float) -> bool:
        tried = replace(plan, fractions=(*plan.fractions[:-1], share))
        response = best_response(tried, importer, sensitivity)
        return not bool(response.offends[response.level == plan.top].any())

    low, high = 0.0, below * (1.0 - 1e-9)
    if not deters(high):
        return None
    for _ in range(40):
        middle = (low + high) / 2.0
        if deters(middle):
            high = middle
        else:
            low = middle
    return high
