"""Exact means of the two years, and the same effect in the feedback urn."""

from __future__ import annotations

from functools import lru_cache

from borderlab.risk import feedback_urn
from borderlab.widgets.auditing_rounds import Setting, aimed, drawn_places


def expected_hits(setting: Setting, share: float, quarters: int) -> tuple[float, float]:
    """Exact mean of the hits on record over all such worlds, as long as route A leads.

    Route A leads from the start and gets all that is aimed; random draws fall on what is left.
    """
    lots = drawn_places(setting.budget, share)
    first, second = (float(x) for x in setting.start_hits)
    ahead = aimed(setting.start_hits, setting.budget - lots)
    for quarter in range(1, quarters + 1):
        rest = 2 * setting.volume - sum(ahead)
        for route in (0, 1):
            checks = ahead[route] + lots * (setting.volume - ahead[route]) / rest
            found = checks * setting.rate_of(route, quarter)
            first, second = (first + found, second) if route == 0 else (first, second + found)
    return first, second


URN_RATES, URN_DAYS, URN_RUNS = (0.06, 0.05), 2_000, 200


@lru_cache(maxsize=1)
def urn() -> tuple[float, float, float]:
    """Mean attention to a slightly worse route: uncorrected, corrected, and what would be fair.

    One inspection a day, on a route drawn in proportion to its recorded finds; the correction
    weighs each find by the chance of having looked (`borderlab.risk.urn`).
    """
    made = [
        float(feedback_urn(*URN_RATES, URN_DAYS, URN_RUNS, 7, correction)[-1].mean())
        for correction in ("none", "weighted")
    ]
    return made[0], made[1], URN_RATES[0] / sum(URN_RATES)
