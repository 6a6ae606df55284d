"""Logistic regression with a ridge, fitted by Newton's method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk.checks import not_negative, numeric

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

_TOLERANCE = 1e-10
_STEPS = 100
_ROUNDING = 1e-12  # a spread below this part of the mean is no spread


@dataclass(frozen=True, slots=True)
class Logistic:
    """A fitted model: log-odds are `intercept + x @ weights`."""

    intercept: float
    weights: NDArray[np.float64]
    steps: int

    def log_odds(self, x: ArrayLike) -> NDArray[np.float64]:
        """Log-odds of each row of x, shape (n, features)."""
        return np.asarray(np.asarray(x, dtype=float) @ self.weights + self.intercept)

    def probability(self, x: ArrayLike) -> NDArray[np.float64]:
        """Probability of each row of x, shape (n, features)."""
        return _sigmoid(self.log_odds(x))


def fit(
    x: ArrayLike, bad: ArrayLike, ridge: float = 1.0, weight: ArrayLike | None = None
) -> Logistic:
    """Fit by maximum penalised likelihood; the intercept is not penalised.

    Args:
        x: features, shape (n, features), finite.
        bad: 0 or 1, shape (n,), both present.
        ridge: penalty on half the squared weights, at least 0; above 0 the fit always exists. In
            the terms of scikit-learn it is 1/C.
        weight: of each row, at least 0 (1 over the logged chance corrects selection).

    Raises:
        ValueError: shapes differ, values are missing, or only one class is present.
        ArithmeticError: no convergence (possible only without ridge).
    """
    design, y, w = _prepared(x, bad, weight)
    # On standard scales no feature is lost to rounding beside one of large numbers.
    centre, scale = design.mean(axis=0), design.std(axis=0)
    centre[0], scale[scale <= np.abs(centre) * _ROUNDING] = 0.0, 1.0
    design = (design - centre) / scale
    penalty = not_negative("ridge", ridge) / scale**2
    penalty[0] = 0.0
    beta = np.zeros(design.shape[1])
    value = _loss(design, y, w, penalty, beta)
    for step in range(1, _STEPS + 1):
        p = _sigmoid(design @ beta)
        gradient = design.T @ (w * (p - y)) + penalty * beta
        curvature = (design * (w * p * (1.0 - p))[:, None]).T @ design + np.diag(penalty)
        move = np.asarray(np.linalg.lstsq(curvature, gradient, rcond=None)[0], dtype=np.float64)
        beta, value, moved = _line_search(design, y, w, penalty, beta, move, value)
        if moved < _TOLERANCE:
            weights = beta[1:] / scale[1:]
            return Logistic(float(beta[0] - weights @ centre[1:]), weights, step)
    raise ArithmeticError("the fit did not settle: a feature separates the classes; use a ridge")


def _prepared(
    x: ArrayLike, bad: ArrayLike, weight: ArrayLike | None
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    features, y = np.atleast_2d(numeric("x", x)), numeric("bad", bad)
    w = np.ones_like(y) if weight is None else numeric("weight", weight)
    if y.ndim != 1 or features.ndim != 2 or features.shape[0] != y.size or w.shape != y.shape:  # noqa: PLR2004
        raise ValueError("x, bad and weight must have the same number of rows")
    if not np.all(np.isfinite(features)):
        raise ValueError("a feature is missing or infinite: code missing evidence as a feature")
    if set(np.unique(y)) != {0.0, 1.0}:
        raise ValueError("bad must hold 0 and 1, and both must occur")
    if not np.all((w >= 0.0) & np.isfinite(w)) or not (w @ y > 0.0 and w @ (1.0 - y) > 0.0):
        raise ValueError(
            "weights must be numbers of at least 0, and above 0 for some of each class"
        )
    return np.column_stack((np.ones(y.size), features)), y, w


def _sigmoid(t: NDArray[np.float64]) -> NDArray[np.float64]:
    # exp of a negative number only, so that large log-odds do not overflow.
    small = np.exp(-np.abs(t))
    return np.where(t >= 0, 1.0 / (1.0 + small), small / (1.0 + small))


def _loss(
    design: NDArray[np.float64],
    y: NDArray[np.float64],
    w: NDArray[np.float64],
    penalty: NDArray[np.float64],
    beta: NDArray[np.float64],
) -> float:
    t = design @ beta
    return float(np.sum(w * (np.logaddexp(0.0, t) - y * t)) + 0.5 * np.sum(penalty * beta**2))


def _line_search(  # noqa: PLR0913, PLR0917  (the problem is these arrays)
    design: NDArray[np.float64],
    y: NDArray[np.float64],
    w: NDArray[np.float64],
    penalty: NDArray[np.float64],
    beta: NDArray[np.float64],
    move: NDArray[np.float64],
    value: float,
) -> tuple[NDArray[np.float64], float, float]:
    """Halve Newton's step until the loss does not rise."""
    scale = 1.0
    while scale > _TOLERANCE:
        trial = beta - scale * move
        loss = _loss(design, y, w, penalty, trial)
        if loss <= value:
            return trial, loss, float(np.max(np.abs(scale * move)))
        scale /= 2.0
    return beta, value, 0.0
