"""Policies under a budget: which ones nothing else beats."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.inspection import stages
from borderlab.inspection.checks import count, positive
from borderlab.inspection.policies import ScoreAndRandom
from borderlab.inspection.policy import Policy
from borderlab.inspection.post import Post
from borderlab.inspection.results import SimulationResult
from borderlab.inspection.simulation import Score, simulate

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from borderlab.inspection.arrivals import Arrivals

GRID: Mapping[str, Sequence[Any]] = {
    "rate": (0.01, 0.02, 0.05, 0.10, 0.20, 0.40),
    "random_share": (0.0, 0.1, 0.3, 1.0),
    "screen_share": (0.0, 0.5),
}


@dataclass(frozen=True, slots=True)
class Point:
    """A policy and what it gives: means over the seeds tried.

    Attributes:
        policy: the policy.
        minutes: officer minutes on goods.
        found: finds, and `error` the standard error of their mean over the seeds.
        live_delay: mean over the seeds of the 90th percentile for live animals, in minutes.
        affordable: whether the minutes stay within the budget.
        efficient: whether no other affordable policy finds as much for less, or more for as much.
    """

    policy: Policy
    minutes: float
    found: float
    error: float
    live_delay: float
    affordable: bool
    efficient: bool


def policies_of(
    make: Callable[..., Policy] = ScoreAndRandom, grid: Mapping[str, Sequence[Any]] = GRID
) -> list[Policy]:
    """A policy for each combination of the values of a grid of parameters."""
    names = list(grid)
    return [
        make(**dict(zip(names, values, strict=True)))
        for values in product(*(grid[name] for name in names))
    ]


def frontier(  # noqa: PLR0913  (a year, the policies and the budget)
    arrivals: Arrivals,
    policies: Sequence[Policy],
    *,
    post: Post,
    seed: int,
    seeds: int = 1,
    score: ArrayLike | Score | None = None,
    budget: float | None = None,
) -> list[Point]:
    """Play every policy on the same luck and tell the efficient ones.

    Args:
        arrivals: the year.
        policies: what to compare, at least one; see `policies_of`.
        post: the border post.
        seed: the first seed.
        seeds: how many seeds to play each policy on, at least 1.
        score: as for `simulate`.
        budget: officer minutes on goods that may be spent; no limit if not given.

    Returns:
        A point for each policy, by rising minutes.

    Raises:
        ValueError: no policy, or a number out of range.
    """
    if not policies:
        raise ValueError("a frontier needs at least one policy")
    limit = np.inf if budget is None else positive("budget", budget)
    tries = range(seed, seed + count("seeds", seeds, 1))
    played = [
        (policy, [simulate(arrivals, policy, seed=s, post=post, score=score) for s in tries])
        for policy in policies
    ]
    sums = [(policy, *_means(results)) for policy, results in played]
    affordable = [i for i, row in enumerate(sums) if row[1] <= limit]
    best = stages.frontier([(sums[i][1], sums[i][2]) for i in affordable])
    # Policies that do equally well are equally efficient.
    efficient = {sums[affordable[i]][1:3] for i in best}
    points = [
        Point(*row, affordable=row[1] <= limit, efficient=row[1] <= limit and row[1:3] in efficient)
        for row in sums
    ]
    return sorted(points, key=lambda point: point.minutes)


def _means(results: Sequence[SimulationResult]) -> tuple[float, float, float, float]:
    found = np.array([r.found for r in results], dtype=float)
    error = float(found.std(ddof=1) / np.sqrt(found.size)) if found.size > 1 else 0.0
    minutes = float(np.mean([r.minutes for r in results]))
    return (
        minutes,
        float(found.mean()),
        error,
        float(np.mean([r.delays["live"].high for r in results])),
    )
