"""What red flags amount to, added up simply and with caps for related flags."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderlab.risk.bayes import Rates
    from borderlab.risk.scorecard import Scorecard

LAWFUL_PER_THOUSAND = {
    "IND-003": 12,
    "IND-005": 21,
    "IND-007": 8,
    "IND-019": 43,
    "IND-024": 300,
    "IND-035": 8,
    "IND-047": 120,
    "IND-048": 65,
    "IND-049": 11,
    "IND-061": 100,
    "IND-063": 55,
    "IND-064": 115,
}
"""The twelve cards, and how many of 1,000 lawful consignments show each: about as in the invented
world. Times the teaching likelihood ratio that gives how many of 1,000 violations do."""
STATES = ("present", "absent", "missing")


@dataclass(frozen=True)
class Group:
    """Related flags of a case.

    Attributes:
        category: which.
        present: how many of its flags are present.
        plain, joint: their points added up, and with the cap.
    """

    category: str
    present: int
    plain: float
    joint: float


@dataclass(frozen=True)
class Weighed:
    """What a case amounts to.

    Attributes:
        simple, capped: chance of a violation, 0 to 1, without and with caps.
        groups: those with points.
        decisive: whether a decisive flag is present.
    """

    base_rate: float
    simple: float
    capped: float
    groups: tuple[Group, ...]
    decisive: bool


def rates() -> dict[str, Rates]:
    """Frequency of each card among violations and among lawful consignments."""
    from borderlab.risk import indicator
    from borderlab.risk.bayes import Rates

    return {
        one: Rates(min(0.99, n / 1000.0 * indicator(one).ratio), n / 1000.0)
        for one, n in LAWFUL_PER_THOUSAND.items()
    }


def weigh(case: Mapping[str, str], base_rate: float) -> Weighed:
    """Weigh a case.

    Args:
        case: present, absent or missing by indicator; a flag that is left out was not checked,
            which counts like missing: not at all.
        base_rate: share of violations before any evidence, between 0 and 1.
    """
    import numpy as np

    from borderlab.risk import ABSENT, MISSING, PRESENT, Evidence
    from borderlab.risk.bayes import naive_bayes

    codes = {"present": PRESENT, "absent": ABSENT, "missing": MISSING}
    states = [codes.get(case.get(one, "missing"), MISSING) for one in LAWFUL_PER_THOUSAND]
    seen = Evidence(np.array(states, dtype=np.int8)[:, None], tuple(LAWFUL_PER_THOUSAND))
    plain, capped = (naive_bayes(rates(), base_rate, cap=cap) for cap in ("none", "half"))
    return Weighed(
        base_rate,
        float(plain.probability(seen)[0]),
        float(capped.probability(seen)[0]),
        _groups(plain, capped, seen),
        bool(seen.decisive[0]),
    )


def _groups(plain: Scorecard, capped: Scorecard, seen: object) -> tuple[Group, ...]:
    simple, joint = (card.explain(seen, 0) for card in (plain, capped))  # type: ignore[arg-type]
    return tuple(
        Group(
            category,
            sum(line.category == category and line.state == 1 for line in simple.lines),
            simple.categories[category],
            points,
        )
        for category, points in joint.categories.items()
        if not math.isclose(points, 0.0, abs_tol=1e-12)
    )


def drawn_case(seed: int, base_rate: float) -> tuple[dict[str, str], bool]:
    """A consignment in which every flag was looked for: its flags, and whether it is illegal.

    Flags of a group come together more often than apart, as at a border: half of the time a flag
    copies the state of the one before it in its group.
    """
    import numpy as np

    from borderlab.risk import indicator

    rng = np.random.default_rng(seed)
    bad = bool(rng.random() < max(base_rate, 0.5))
    case: dict[str, str] = {}
    last: dict[str, str] = {}
    for one, rate in rates().items():
        share = rate.in_bad if bad else rate.in_good
        state = "present" if rng.random() < share else "absent"
        group = indicator(one).category
        if group in last and rng.random() < 0.5:  # noqa: PLR2004
            state = last[group]
        if rng.random() < 0.15:  # noqa: PLR2004
            state = "missing"
        else:
            last[group] = state
        case[one] = state
    return case, bad
