"""A small invented stream of consignments, for sliders and games that need no permits."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np

from borderlab.inspection.arrivals import MINUTES_A_DAY, Arrivals, Truth
from borderlab.inspection.checks import count, probability

ROUTES = 6


def invented(  # noqa: PLR0913  (each is one property of the stream)
    seed: int,
    n: int,
    *,
    rate: float = 0.02,
    days: int = 364,
    live_share: float = 0.15,
    hard_share: float = 0.3,
    auc: float = 0.75,
) -> Arrivals:
    """Consignments with traders, routes and a score, without documents.

    Offences are of two kinds: openly carried (1) and well hidden (2), as in `stages.STAGES`.
    Illegal consignments come more from some routes and some traders, and their scores are higher.

    Args:
        seed: of all draws.
        n: consignments, at least 0.
        rate: share that is illegal, 0 to 1.
        days: days over which they arrive, at least 1.
        live_share: share with live animals.
        hard_share: share of the illegal ones that is well hidden.
        auc: probability that the score of an illegal one is above that of a legal one.
    """
    count("n", n)
    for name, value in (("rate", rate), ("live_share", live_share), ("auc", auc)):
        probability(name, value)
    rng = np.random.default_rng(np.random.SeedSequence([seed, 6]))
    time = np.sort(rng.random(n)) * count("days", days, 1) * MINUTES_A_DAY
    trader = (rng.pareto(1.2, n) * 8).astype(np.int64) % max(1, n // 12)
    route = rng.integers(0, ROUTES, n)
    boxes = np.clip(np.exp(rng.normal(2.5, 1.2, n)), 1, 400).astype(np.int64)
    # Weights of mean about 1 make some traders and routes worse, without changing the mean much.
    weight = rng.permutation(np.linspace(0.2, 1.8, ROUTES))[route]
    weight = weight * rng.gamma(0.5, 2.0, int(trader.max(initial=0)) + 1)[trader]
    mean = weight.mean() if n else 1.0
    illegal = rng.random(n) < (rate * weight / mean if rate < 1.0 else 1.0)
    kind = np.where(illegal, 1 + (rng.random(n) < probability("hard_share", hard_share)), 0)
    part = np.where(kind == 2, 0.1, 0.5)  # noqa: PLR2004  (kind 2 is well hidden)
    bad = np.where(illegal, np.maximum(1, (boxes * part).astype(np.int64)), 0)
    shift = np.sqrt(2.0) * NormalDist().inv_cdf(min(max(auc, 1e-6), 1.0 - 1e-6))
    score = rng.normal(0.0, 1.0, n) + shift * illegal
    live = rng.random(n) < live_share
    seen = {"route": route, "score": score, "small": trader >= np.median(trader) if n else live}
    return Arrivals(time, trader, live, boxes, seen, Truth(kind, bad))
