"""Iterative proportional fitting: a table that keeps its zeros and meets given margins."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]


def rake(
    seed: Table, margins: Sequence[tuple[NDArray[np.int64], Table]], rounds: int = 400
) -> Table:
    """Scale cell weights until each margin is met as far as the zeros allow.

    Args:
        seed: weight of each cell (flat), zero where a combination is impossible.
        margins: pairs (index of the margin's class for each cell, target of each class).
            Targets are rescaled to the classes that have any cell with weight.
        rounds: sweeps over all margins; the last margin is met exactly.
    """
    cells = seed / seed.sum()
    prepared = []
    for index, target in margins:
        possible = np.bincount(index, cells, target.size) > 0
        reachable = np.where(possible, target, 0.0)
        prepared.append((index, reachable / reachable.sum()))
    for _ in range(rounds):
        for index, target in prepared:
            now = np.bincount(index, cells, target.size)
            factor = np.divide(target, now, out=np.zeros_like(now), where=now > 0)
            cells = cells * factor[index]
    return np.asarray(cells)


def whole(weights: Table, total: int) -> NDArray[np.int64]:
    """Integers that add up to `total` (largest remainders); a positive weight keeps at least 1."""
    exact = weights / weights.sum() * total
    floor = np.maximum(np.floor(exact), (weights > 0).astype(float)).astype(np.int64)
    missing = int(total - floor.sum())
    if missing > 0:
        floor[np.argsort(floor - exact, kind="stable")[:missing]] += 1
    elif missing < 0:
        for _ in range(-missing):
            floor[np.argmax(floor - exact)] -= 1
    return np.asarray(floor)
