"""The beta distribution, which numpy draws from but does not invert."""

from __future__ import annotations

import math
from functools import cache

_TINY = 1e-300
_STEPS = 500
_FEW, _SMALL = 50.0, 0.01  # expected finds and shares for which the series is short
_HUGE = 1e5  # if both parameters are larger, the density is integrated
_LOG_TWO_PI = math.log(2.0 * math.pi)


def beta_cdf(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function I_x(a, b), for a, b > 0.

    Lentz's evaluation of the continued fraction; relative error about 1e-12, also for counts of a
    thousand million.
    """
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    if min(a, b) > _HUGE:
        return _integrated(x, a, b)
    front = math.exp(log_beta_kernel(x, a, b))
    if (a + b) * x < _FEW and x < _SMALL:
        return min(1.0, front * _series(x, a, b) / a)
    # The fraction converges fast on one side of the mean; the other side is its mirror image.
    if x < (a + 1.0) / (a + b + 2.0):
        return front * _fraction(x, a, b) / a
    return 1.0 - front * _fraction(1.0 - x, b, a) / b


def log_beta_kernel(x: float, a: float, b: float) -> float:
    """Logarithm of x^a (1-x)^b / B(a, b), for 0 < x < 1 and a, b > 0.

    Written as a distance from the mean (Loader 2000), because logarithms of gamma functions of
    large arguments would cancel and leave few digits.
    """
    total = a + b
    shift = x - a / total
    distance = a * _bend(shift * total / a, x * total / a)
    distance += b * _bend(-shift * total / b, (1.0 - x) * total / b)
    correction = _stirling(total) - _stirling(a) - _stirling(b)
    return 0.5 * (math.log(a) + math.log(b / total) - _LOG_TWO_PI) + correction - distance


def _bend(u: float, ratio: float) -> float:
    """Value of u - ln(1 + u), where 1 + u is also known as `ratio`."""
    if abs(u) > 0.1:  # noqa: PLR2004  (beyond it nothing cancels)
        return u - math.log(max(ratio, _TINY))
    # The series of 2 artanh(v) = ln(1 + u), v = u / (2 + u), without its first term.
    v = u / (2.0 + u)
    square, power, rest = v * v, v, 0.0
    for odd in range(3, 40, 2):
        power *= square
        rest += power / odd
    return u * v - 2.0 * rest


def _stirling(z: float) -> float:
    """What ln Gamma(z) has beyond Stirling's formula (z - 1/2) ln z - z + ln(2 pi) / 2."""
    if z > 15.0:  # noqa: PLR2004  (from here on five terms are exact)
        s = 1.0 / (z * z)
        return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / z
    return math.lgamma(z) - ((z - 0.5) * math.log(z) - z + 0.5 * _LOG_TWO_PI)


def _integrated(x: float, a: float, b: float) -> float:
    """By Gauss-Legendre over the bell-shaped density, where the fraction would need many steps."""
    mean = a / (a + b)
    width = 12.0 * math.sqrt(mean * (1.0 - mean) / (a + b))
    side = -1.0 if x < mean else 1.0
    end = min(1.0, max(0.0, x + side * width))
    nodes, weights = _nodes()
    area = 0.0
    for node, weight in zip(nodes, weights, strict=True):
        t = x + (end - x) * (node + 1.0) / 2.0
        area += weight * math.exp(log_beta_kernel(t, a, b)) / (t * (1.0 - t))
    area *= abs(end - x) / 2.0
    return area if side < 0.0 else 1.0 - area


@cache
def _nodes() -> tuple[list[float], list[float]]:
    import numpy as np

    nodes, weights = np.polynomial.legendre.leggauss(80)
    return nodes.tolist(), weights.tolist()


def _series(x: float, a: float, b: float) -> float:
    """Sum of positive terms; for shares so small that 1 - x would lose their digits."""
    term = value = 1.0
    n = 0
    while term > value * 1e-17:
        n += 1
        term *= x * (a + b + n - 1.0) / (a + n)
        value += term
    return value


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1.0 / _away_from_zero(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for m in range(1, _STEPS):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0)),
        ):
            d = 1.0 / _away_from_zero(1.0 + step * d)
            c = _away_from_zero(1.0 + step / c)
            value *= c * d
        if abs(c * d - 1.0) < 1e-15:  # noqa: PLR2004  (the precision of a float)
            break
    return value


def _away_from_zero(x: float) -> float:
    return x if abs(x) > _TINY else _TINY


def beta_quantile(p: float, a: float, b: float) -> float:
    """The x with I_x(a, b) = p, by bisection to the precision of a float."""
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2.0
        if middle in (low, high):
            break
        if beta_cdf(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def normal_quantile(p: float) -> float:
    """The standard normal quantile."""
    from statistics import NormalDist

    return NormalDist().inv_cdf(p)
