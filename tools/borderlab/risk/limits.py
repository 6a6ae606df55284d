"""What an audit cannot have: two impossibilities shown in exact numbers.

Sources: statistics.md 10.2 and 10.3; Simoiu, Corbett-Davies and Goel on infra-marginality.
"""

from __future__ import annotations

from dataclasses import dataclass

from borderlab.risk.checks import inside, positive, probability
from borderlab.risk.special import beta_cdf


def false_alarm_rate(base_rate: float, hit_rate: float, recall: float) -> float:
    """The share of lawful consignments inspected that a base rate, hit rate and recall force.

    From hit rate = recall x base / (recall x base + false alarms x (1 - base)). A result above 1
    means that no tool can have these three numbers at once.

    Args:
        base_rate: share of violations, between 0 and 1.
        hit_rate: share of the inspected that are violations, above 0 to 1.
        recall: share of all violations that are inspected, 0 to 1.

    Raises:
        ValueError: a base rate or hit rate that is not between 0 and 1 (excluded; a hit rate may
            be 1), or a recall outside 0 to 1.
    """
    base_rate, recall = inside("base_rate", base_rate), probability("recall", recall)
    if probability("hit_rate", hit_rate) == 0.0:
        raise ValueError("hit_rate must be above 0 and at most 1, not 0")
    return recall * base_rate / (1.0 - base_rate) * (1.0 - hit_rate) / hit_rate


_LEAST = 1e-9  # below it all risks are 0 or 1, and the density cannot be computed


@dataclass(frozen=True, slots=True)
class Impossible:
    """Two groups with equal hit rate and recall, and the false alarms that follow."""

    false_alarms_a: float
    false_alarms_b: float

    @property
    def ratio(self) -> float:
        """How much more often a lawful trader of A is inspected than one of B."""
        return self.false_alarms_a / self.false_alarms_b if self.false_alarms_b else float("inf")


def impossibility(base_a: float, base_b: float, hit_rate: float, recall: float) -> Impossible:
    """Equal hit rate and recall with different base rates: burdens cannot be equal.

    Args:
        base_a: share of violations in group A, between 0 and 1.
        base_b: the same in group B.
        hit_rate: of both groups, above 0 to 1.
        recall: of both groups, 0 to 1.
    """
    a, b = (false_alarm_rate(base, hit_rate, recall) for base in (base_a, base_b))
    return Impossible(a, b)


def hit_rate_above(a: float, b: float, threshold: float) -> float | None:
    """Hit rate of a group whose risks are Beta(a, b), if all above a threshold are inspected.

    The same threshold for all is fair at the margin, yet gives groups with other spreads of risk
    other hit rates: infra-marginality. None if (nearly) nobody lies above it.

    Args:
        a: first parameter of the group's distribution of risk, above 0.
        b: second parameter, above 0; the mean risk is a / (a + b).
        threshold: from which risk on consignments are inspected, 0 to 1.

    Raises:
        ValueError: a number out of range.
    """
    a, b, threshold = positive("a", a), positive("b", b), probability("threshold", threshold)
    if min(a, b) < _LEAST:
        raise ValueError(f"a and b must be at least {_LEAST}")
    beyond = 1.0 - beta_cdf(threshold, a, b)
    if beyond < 1e-12:  # noqa: PLR2004  (precision of the function)
        return None
    return a / (a + b) * (1.0 - beta_cdf(threshold, a + 1.0, b)) / beyond
