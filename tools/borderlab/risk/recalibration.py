"""Making stated probabilities true: logistic and isotonic recalibration, slope and intercept.

With few violations fit on the random sample, weighted by the logged chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk import logistic
from borderlab.risk.checks import numeric, outcomes
from borderlab.risk.scorecard import sigmoid

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

_EDGE = 1e-9


@dataclass(frozen=True, slots=True)
class Straight:
    """Logistic recalibration: log-odds are `intercept + slope x score`.

    A perfect probability, taken as log-odds, has intercept 0 and slope 1; a slope below 1 means
    that the score is too sure of itself.
    """

    intercept: float
    slope: float

    def probability(self, score: ArrayLike) -> Floats:
        """Calibrated probability of each score."""
        return sigmoid(self.intercept + self.slope * np.asarray(score, dtype=float))


def logistic_recalibration(
    score: ArrayLike, bad: ArrayLike, weight: ArrayLike | None = None
) -> Straight:
    """Fit probability = sigmoid(intercept + slope x score) by maximum likelihood.

    Args:
        score: log-odds or any other score, finite, shape (n,).
        bad: 0 or 1, both present, same shape.
        weight: of each, at least 0.

    Raises:
        ValueError: one class only, a missing score, other shapes.
        ArithmeticError: the score separates the classes, so that no slope is best.
    """
    x = numeric("score", score)
    if x.ndim != 1:
        raise ValueError("score must be a list of numbers (one dimension)")
    centre, scale = (float(x.mean()), float(x.std())) if x.size else (0.0, 1.0)
    scale = scale or 1.0
    # On a standard scale the ridge is far below anything that matters, yet stops endless slopes.
    model = logistic.fit(((x - centre) / scale)[:, None], bad, 1e-6, weight)
    slope = float(model.weights[0]) / scale
    return Straight(model.intercept - slope * centre, slope)


def calibration_line(
    probabilities: ArrayLike, bad: ArrayLike, weight: ArrayLike | None = None
) -> Straight:
    """Calibration intercept and slope of stated probabilities (0 and 1 when they are true).

    Args:
        probabilities: stated, 0 to 1, shape (n,).
        bad: 0 or 1, both present, same shape.
        weight: of each, at least 0.

    Raises:
        ValueError: as for `logistic_recalibration`, or a value outside 0 to 1.
    """
    p = numeric("probabilities", probabilities)
    if p.ndim != 1 or np.any(~((p >= 0.0) & (p <= 1.0))):
        raise ValueError("stated probabilities must lie between 0 and 1")
    p = np.clip(p, _EDGE, 1.0 - _EDGE)
    return logistic_recalibration(np.log(p / (1.0 - p)), bad, weight)


@dataclass(frozen=True, slots=True)
class Steps:
    """Isotonic recalibration: never falling, linear between the knots, flat beyond them."""

    score: Floats
    share: Floats

    def probability(self, score: ArrayLike) -> Floats:
        """Calibrated probability of each score."""
        return np.asarray(np.interp(np.asarray(score, dtype=float), self.score, self.share))


def isotonic(score: ArrayLike, bad: ArrayLike, weight: ArrayLike | None = None) -> Steps:
    """The never-falling function of the score that fits best (pool adjacent violators).

    Args:
        score: higher means riskier, not missing, shape (n,), n at least 1.
        bad: 0 or 1, same shape.
        weight: of each, above 0.

    Raises:
        ValueError: nothing to fit, other lengths, a missing score, or a result other than 0 and 1.
    """
    x, y = numeric("score", score), outcomes("bad", bad)
    w = np.ones_like(y) if weight is None else numeric("weight", weight)
    if not x.size or x.shape != y.shape or w.shape != y.shape:
        raise ValueError("score, bad and weight must be lists of the same length, not empty")
    if np.any(np.isnan(x)) or np.any(~((w > 0.0) & np.isfinite(w))):
        raise ValueError("scores must not be missing and weights must be above 0")
    knots, place = np.unique(x, return_inverse=True)
    mass = np.bincount(place, weights=w).astype(np.float64)
    share = _pooled(np.bincount(place, weights=w * y) / mass, mass)
    return Steps(knots, share)


def _pooled(share: Floats, mass: Floats) -> Floats:
    blocks: list[tuple[float, float, int]] = []  # share, mass, knots
    for value, weight in zip(share.tolist(), mass.tolist(), strict=True):
        block = (value, weight, 1)
        while blocks and blocks[-1][0] >= block[0]:
            before = blocks.pop()
            joint = before[1] + block[1]
            mean = (before[0] * before[1] + block[0] * block[1]) / joint
            block = (mean, joint, before[2] + block[2])
        blocks.append(block)
    return np.repeat([b[0] for b in blocks], [b[2] for b in blocks])
