"""The profile that eats itself: an urn fed by what is found where one looks (Ensign et al. 2018).

Two areas; each day one is inspected, with a chance equal to its share of the recorded finds. The
uncorrected urn runs away to the slightly worse area; two corrections stop that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from borderlab.risk.checks import count, positive, probability

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST = 50_000_000  # shares that fit in memory

Correction = Literal["none", "ensign", "weighted"]


def feedback_urn(  # noqa: PLR0913, PLR0917  (settings of a simulation)
    rate_a: float,
    rate_b: float,
    days: int,
    runs: int,
    seed: int,
    correction: Correction = "none",
    start: tuple[float, float] = (1.0, 1.0),
) -> NDArray[np.float64]:
    """Share of attention that area A gets.

    Args:
        rate_a: chance that an inspection in A finds something, 0 to 1.
        rate_b: the same in B.
        days: inspections, one a day.
        runs: repetitions, computed side by side.
        seed: of all draws.
        correction: `none`; `ensign` records a find with a chance equal to the share of the other
            area; `weighted` records 1 / (chance of having looked there), scaled by one half.
        start: finds on record at the start, above 0.

    Returns:
        Share before each day and after the last, shape (days + 1, runs). With a correction it
        tends to rate_a / (rate_a + rate_b).

    Raises:
        ValueError: a rate outside 0 to 1, a start not above 0, or an unknown correction.
    """
    days, runs = count("days", days), count("runs", runs)
    if days > _MOST or runs > _MOST or (days + 1) * runs > _MOST:
        raise ValueError(f"days times runs must be at most {_MOST}")
    rate_a, rate_b = probability("rate_a", rate_a), probability("rate_b", rate_b)
    start_a, start_b = (positive("start", finds) for finds in start)
    if correction not in {"none", "ensign", "weighted"}:
        raise ValueError("correction must be none, ensign or weighted")
    rng = np.random.default_rng(count("seed", seed))
    a, b = np.full(runs, start_a), np.full(runs, start_b)
    share = np.empty((days + 1, runs))
    for day in range(days):
        part = share[day] = a / (a + b)
        in_a = rng.random(runs) < part
        found = rng.random(runs) < np.where(in_a, rate_a, rate_b)
        looked = np.where(in_a, part, 1.0 - part)
        if correction == "ensign":
            found &= rng.random(runs) < 1.0 - looked
        amount = 0.5 / looked if correction == "weighted" else 1.0
        a += found * in_a * amount
        b += found * ~in_a * amount
    share[days] = a / (a + b)
    return share
