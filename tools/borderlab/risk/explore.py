"""Exploration policies compared where the truth is known."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk.checks import count, numeric, positive, probability
from borderlab.risk.policies import POLICIES, PRIOR, Memory, Offer, Policy

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from borderlab.world.tables import World

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

BANDS = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99)
"""Quantiles of a score: the few highest matter most."""


@dataclass(frozen=True, eq=False)
class Stream:
    """Consignments period by period, with the truth.

    Attributes:
        stratum: what a policy tells apart, 0 to strata - 1, shape (n,).
        score: of fixed rules, higher is riskier, shape (n,).
        bad: the truth, shape (n,).
        period: never falling, from 0, shape (n,).
    """

    stratum: Ints
    score: Floats
    bad: NDArray[np.bool_]
    period: Ints

    def __post_init__(self) -> None:
        sizes = {self.stratum.shape, self.score.shape, self.bad.shape, self.period.shape}
        if len(sizes) != 1 or not self.bad.size:
            raise ValueError("a stream needs columns of the same length, not empty")
        if np.any(np.diff(self.period) < 0) or self.period[0] < 0 or self.stratum.min() < 0:
            raise ValueError("periods must not fall, and periods and strata start at 0")

    @property
    def strata(self) -> int:
        """Number of strata."""
        return int(self.stratum.max()) + 1

    @property
    def periods(self) -> int:
        """Number of periods."""
        return int(self.period[-1]) + 1


def stream(
    world: World,
    score: ArrayLike,
    by: tuple[str, ...] = (),
    periods: int = 24,
    bands: tuple[float, ...] = BANDS,
) -> Stream:
    """A stream from a generated world.

    Args:
        world: with its truth, so for trainers and simulators.
        score: of fixed rules, shape (n,).
        by: columns of the shipments that make the strata, together with `bands`.
        periods: equal parts of the stream, in order of time.
        bands: quantiles of the score that part the stream; none of them with an empty tuple.

    Raises:
        ValueError: a score that is missing, or not one for each shipment; a quantile outside 0 to
            1; periods that are no whole number of at least 1; or a column that is not there.
    """
    from borderlab.risk.sheet import Sheet

    by = (by,) if isinstance(by, str) else by
    points, periods = numeric("score", score), count("periods", periods, 1)
    if points.shape != (world.n,) or not np.all(np.isfinite(points)):
        raise ValueError(f"score must hold a number for each of the {world.n} shipments")
    cuts = [probability("bands", cut) for cut in bands]
    band = np.searchsorted(np.quantile(points, cuts), points, side="left") if cuts else 0
    key = Sheet("shipments", world.frame("shipments")).key(*by) * (len(cuts) + 1) + band
    stratum = np.unique(key, return_inverse=True)[1]
    bad = np.asarray(world.frame("truth")["violation"], dtype=bool)
    return Stream(stratum, points, bad, np.arange(world.n) * periods // world.n)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Results by policy, run and period, each of shape (policies, runs, periods).

    Attributes:
        policies: names, in the order of the first axis.
        finds: violations found.
        inspected: inspections made.
        error: distance of the rate that the policy's own record suggests from the true rate of
            the period.
        coverage: share of the strata offered that were looked into.
        violations: violations in each period, shape (periods,).
    """

    policies: tuple[str, ...]
    finds: Ints
    inspected: Ints
    error: Floats
    coverage: Floats
    violations: Ints

    def summary(self) -> dict[str, dict[str, float]]:
        """Mean over runs for each policy: share found, error of the last quarter, coverage.

        `recall_error` is the standard error of the share found over runs (0 for a single run).
        """
        last = -max(self.error.shape[2] // 4, 1)
        total = max(int(self.violations.sum()), 1)
        made = {}
        for i, name in enumerate(self.policies):
            found = self.finds[i].sum(axis=1) / total
            runs = found.size
            made[name] = {
                "recall": float(found.mean()),
                "recall_error": float(found.std(ddof=1) / runs**0.5) if runs > 1 else 0.0,
                "estimate_error": float(self.error[i, :, last:].mean()),
                "coverage": float(self.coverage[i].mean()),
            }
        return made


def compare(  # noqa: PLR0913  (settings of a simulation)
    stream: Stream,
    policies: Mapping[str, Policy] | None = None,
    *,
    capacity: float = 0.05,
    runs: int = 5,
    seed: int = 0,
    efficacy: float = 1.0,
    tau: float | None = None,
) -> Comparison:
    """Run each policy over the whole stream.

    Args:
        stream: with the truth.
        policies: by name; all of `POLICIES` by default.
        capacity: share of each period's consignments that can be inspected, 0 to 1.
        runs: repetitions with other draws.
        seed: of all draws.
        efficacy: chance that an inspection recognises a violation, above 0.
        tau: periods after which a result counts 37 %; None for a memory without decay.

    Raises:
        ValueError: a share outside its range, or tau not above 0.
    """
    capacity = probability("capacity", capacity)
    if (efficacy := probability("efficacy", efficacy)) == 0.0:
        raise ValueError("efficacy must be above 0 and at most 1, not 0")
    if tau is not None and tau != math.inf:
        tau = positive("tau", tau)
    runs, seed = count("runs", runs, 1), count("seed", seed)
    chosen = POLICIES if policies is None else policies
    shape = (len(chosen), runs, stream.periods)
    made = Comparison(
        tuple(chosen),
        np.zeros(shape, np.int64),
        np.zeros(shape, np.int64),
        np.zeros(shape),
        np.zeros(shape),
        np.bincount(stream.period, weights=stream.bad, minlength=stream.periods).astype(np.int64),
    )
    fade = 1.0 if tau is None else float(np.exp(-1.0 / tau))
    for i, policy in enumerate(chosen.values()):
        for run, child in enumerate(np.random.SeedSequence([seed, i]).spawn(runs)):
            rng = np.random.default_rng(child)
            _one_run(stream, policy, made, (i, run), (capacity, efficacy, fade), rng)
    return made


def _estimate(memory: Memory, stratum: Ints) -> float:
    """What the record says of the stream: strata hardly seen are thought to be like the others."""
    strength, seen = sum(PRIOR), float(memory.seen.sum())
    overall = float(memory.found.sum()) / seen if seen else PRIOR[0] / strength
    rate = (memory.found + strength * overall) / (memory.seen + strength)
    return float(rate[stratum].mean())


def _one_run(  # noqa: PLR0913, PLR0917  (one run fills its row of the results)
    stream: Stream,
    policy: Policy,
    made: Comparison,
    at: tuple[int, int],
    setting: tuple[float, float, float],
    rng: np.random.Generator,
) -> None:
    capacity, efficacy, fade = setting
    memory = Memory(np.zeros(stream.strata), np.zeros(stream.strata))
    edges = np.searchsorted(stream.period, np.arange(stream.periods + 1))
    for period in range(stream.periods):
        part = slice(int(edges[period]), int(edges[period + 1]))
        stratum, bad = stream.stratum[part], stream.bad[part]
        if not stratum.size:
            continue
        places = round(capacity * stratum.size)
        rows = policy(memory, Offer(stratum, stream.score[part]), places, rng)
        hit = bad[rows] & (rng.random(rows.size) < efficacy)
        memory = Memory(
            fade * memory.found + np.bincount(stratum[rows], hit, stream.strata),
            fade * memory.seen + np.bincount(stratum[rows], minlength=stream.strata),
        )
        here = (*at, period)
        made.finds[here], made.inspected[here] = np.count_nonzero(hit), rows.size
        estimate = _estimate(memory, stratum) / efficacy
        made.error[here] = abs(estimate - float(bad.mean()))
        made.coverage[here] = np.unique(stratum[rows]).size / np.unique(stratum).size
