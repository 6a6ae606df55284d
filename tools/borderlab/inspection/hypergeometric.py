"""Drawing without replacement: probabilities that stay exact in small and in huge lots."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count

if TYPE_CHECKING:
    from numpy.typing import NDArray

_GRID = 2.0**-24  # sums of multiples of this are exact up to 2**29
_LEFT_OUT = 800  # with 40 standard deviations: beyond it, probabilities are below 1e-300


@lru_cache(maxsize=8)
def _log_factorials(size: int) -> NDArray[np.float64]:
    steps = np.log(np.arange(1, size + 1))
    coarse = np.round(steps / _GRID) * _GRID
    table = np.zeros((size + 1, 2))
    np.cumsum(coarse, out=table[1:, 0])
    np.cumsum(steps - coarse, out=table[1:, 1])
    table.setflags(write=False)
    return table


def log_factorials(lot: int) -> NDArray[np.float64]:
    """Natural logarithms of 0!, 1!, ... up to at least `lot`!, shape (at least lot + 1, 2).

    Each stands as a sum of two: a coarse part whose sums and differences have no rounding, and the
    small rest. Add up the columns apart, then both: differences of huge logarithms stay exact.
    """
    # Sizes are rounded up to a power of two, so that a slider does not make a table for each step.
    return _log_factorials(1 << max(10, lot.bit_length()))


def found_pmf(lot: int, bad: int, opened: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Possible numbers of bad units among the opened ones, and their probabilities.

    Worked out by the ratio of neighbours, from the likeliest number outwards, so that nothing
    cancels. In very large lots, numbers with a probability below 1e-300 are left out.

    Args:
        lot: units in the lot, at least 1.
        bad: bad units among them, 0 to lot.
        opened: units drawn without replacement, 0 to lot.

    Returns:
        Two arrays of equal length: the numbers (ascending) and their hypergeometric probabilities.

    Raises:
        ValueError: a count is negative, not whole, or larger than the lot.
    """
    lot, bad, opened = count("lot", lot, 1), count("bad", bad), count("opened", opened)
    if bad > lot or opened > lot:
        raise ValueError(f"bad ({bad}) and opened ({opened}) cannot exceed the lot ({lot})")
    least, most = max(0, opened - (lot - bad)), min(bad, opened)
    mean, share = bad * opened / lot, max(bad, opened) / lot
    reach = _LEFT_OUT + 40.0 * math.sqrt(mean * (1.0 - share))
    first, last = max(least, math.floor(mean - reach)), min(most, math.ceil(mean + reach))
    k = np.arange(first, last + 1)
    middle = min(last, max(first, (opened + 1) * (bad + 1) // (lot + 2)))
    at = middle - first
    below = k[:-1].astype(float)
    free = float(lot - bad - opened)
    rise = (bad - below) / (below + 1.0) * ((opened - below) / (free + below + 1.0))
    weight = np.ones(k.size)
    np.cumprod(rise[at:], out=weight[at + 1 :])
    weight[:at] = np.cumprod(1.0 / rise[:at][::-1])[::-1]
    return k, weight / weight.sum()


def missed(lot: int, bad: int, opened: int, efficacy: float) -> float:
    """Probability of no find: E[(1 - efficacy)^k] over the bad units k among the opened ones."""
    k, p = found_pmf(lot, bad, opened)
    if efficacy == 1.0:
        return float(p[0]) if k[0] == 0 else 0.0
    return min(1.0, float(p @ (1.0 - efficacy) ** k))


def allowed_miss(confidence: float) -> float:
    """The largest probability of no find that still counts as `confidence`.

    A confidence such as 0.9 is not exact as a float; the slack is what that can amount to.
    """
    return (1.0 - confidence) * (1.0 + 1e-11) + 2e-16
