"""The flow of consignments through the tools of a cascade, tool by tool, in natural frequencies.

Every number comes from `borderlab.inspection.stages`; a stage's own share is the difference
between the cascades that end before and after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from borderlab.inspection.stages import (
    CascadeResult,
    Join,
    Stage,
    cascade,
    with_prevalence_effect,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One tool's part in the flow; expected counts.

    Attributes:
        stage: the tool with the figures it works with here.
        come: consignments that it is used on.
        illegal: illegal ones among them.
        alerts: those that it alerts on (all tools so far with `Join.ALL`, any with `Join.ANY`).
        real: illegal ones among the alerts.
    """

    stage: Stage
    come: float
    illegal: float
    alerts: float
    real: float


@dataclass(frozen=True, slots=True)
class Flow:
    """A cascade tool by tool.

    Attributes:
        steps: in the order of use.
        result: the whole.
        found_hard, hard: well hidden illegal consignments found, and all of them.
        found_independent: finds if the tools erred independently of each other, with the same
            sensitivities over all goods.
    """

    steps: tuple[Step, ...]
    result: CascadeResult
    found_hard: float
    hard: float
    found_independent: float


def flow(  # noqa: PLR0913  (the cascade's own arguments and the switch)
    stages: Sequence[Stage],
    join: Join,
    *,
    rate: float,
    hard_share: float,
    readers: Sequence[str] = (),
    consignments: float = 10_000,
) -> Flow:
    """Follow consignments through a cascade.

    Args:
        stages: tools in the order of use, at least one.
        join: whether a final alert needs all tools or any.
        rate: share of illegal consignments, 0 to 1.
        hard_share: share of them that is well hidden.
        readers: names of tools that people read, who miss more where targets are rare.
        consignments: how many come.
    """
    used: list[Stage] = []
    steps: list[Step] = []
    come, illegal = consignments, consignments * rate
    for stage in stages:
        # What a reader meets depends on what the tools before have taken out.
        seen = with_prevalence_effect(stage, illegal / come) if stage.name in readers else stage
        used.append(seen)
        now = cascade(used, join, rate=rate, hard_share=hard_share, consignments=consignments)
        steps.append(Step(seen, come, illegal, now.alerts, now.found))
        if join is Join.ALL:
            come, illegal = now.alerts, now.found
        if come <= 0.0:
            come, illegal = 1e-9, 0.0
    result = cascade(used, join, rate=rate, hard_share=hard_share, consignments=consignments)
    hidden = cascade(used, join, rate=rate * hard_share, hard_share=1.0, consignments=consignments)
    alike = [_alike(stage, hard_share) for stage in used]
    independent = cascade(alike, join, rate=rate, hard_share=hard_share, consignments=consignments)
    return Flow(tuple(steps), result, hidden.found, hidden.illegal, independent.found)


def _alike(stage: Stage, hard_share: float) -> Stage:
    """A tool with the same sensitivity over all goods, but for both classes alike."""
    mean = stage.sensitivity(hard_share)
    fields = {name: getattr(stage, name) for name in ("name", "specificity", "minutes", "per_day")}
    return Stage(**fields, easy=mean, hard=mean)


def cheapest_order(
    stages: Sequence[Stage], join: Join, *, rate: float, hard_share: float
) -> tuple[tuple[str, ...], float]:
    """The order of the same tools that costs fewest minutes, and those minutes per consignment."""

    def minutes(order: tuple[Stage, ...]) -> float:
        return cascade(order, join, rate=rate, hard_share=hard_share, consignments=1.0).minutes

    best = min(permutations(stages), key=lambda order: round(minutes(order), 12))
    return tuple(stage.name for stage in best), minutes(best)
