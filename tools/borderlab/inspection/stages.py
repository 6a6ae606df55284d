"""The detection cascade: document check, scan, dog, physical inspection, laboratory.

A tool is described by how often it finds what is there and how often it alerts on what is not.
Good concealment defeats several tools at once, so sensitivities are given for two classes, easy
and hard: within a class tools err independently, over both they do not.

Published figures carry their source and a warning; every other figure is a teaching assumption
and says so. Sources of the formulas: textbook screening theory; the fall of human detection with
prevalence after Wolfe and others (2005), its curve is an assumption.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from borderlab.inspection.checks import choice, count, not_negative, positive, probability

ASSUMPTION = "teaching assumption"
_NONE_LEFT = 1e-12  # expected counts below this are rounding


@dataclass(frozen=True, slots=True)
class Stage:
    """One tool of the cascade.

    Attributes:
        name: identifier, such as "scan".
        easy: sensitivity for openly carried goods, 0 to 1.
        hard: sensitivity for well hidden goods, 0 to 1.
        specificity: share of legal consignments left in peace, 0 to 1.
        minutes: officer minutes for each use, at least 0.
        per_day: uses a day at most, None if unlimited.
        source: where the figures come from, or `ASSUMPTION`.
        warning: what the figures do not say.
    """

    name: str
    easy: float
    hard: float
    specificity: float
    minutes: float
    per_day: int | None = None
    source: str = ASSUMPTION
    warning: str = ""

    def __post_init__(self) -> None:
        for field in ("easy", "hard", "specificity"):
            probability(f"{self.name}: {field}", getattr(self, field))
        not_negative(f"{self.name}: minutes", self.minutes)
        if self.per_day is not None:
            count(f"{self.name}: per_day", self.per_day)

    def sensitivity(self, hard_share: float) -> float:
        """Sensitivity over a mix in which `hard_share` of the illegal goods is well hidden."""
        probability("hard_share", hard_share)
        return (1.0 - hard_share) * self.easy + hard_share * self.hard


STAGES: dict[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("documents", easy=0.35, hard=0.10, specificity=0.97, minutes=6),
        Stage(
            "scan",
            easy=0.82,
            hard=0.40,
            specificity=0.984,
            minutes=4,
            per_day=120,
            source="Pirotta et al. 2022, Frontiers in Conservation Science: 82 % detection, "
            "1.6 % false alarms; the value for hidden goods is a teaching assumption",
            warning="laboratory trial with the species it was trained on",
        ),
        Stage(
            "dog",
            easy=0.976,
            hard=0.60,
            specificity=0.848,
            minutes=5,
            per_day=60,
            source="Moloney et al. 2026, Conservation Biology (read in a summary): 97.6 % "
            "sensitivity, 84.8 % specificity; the value for hidden goods is a teaching assumption",
            warning="one dog, pelts of big cats, proof of concept; not live animals",
        ),
        Stage("physical", easy=0.95, hard=0.75, specificity=1.0, minutes=45, per_day=20),
        Stage("laboratory", easy=0.99, hard=0.99, specificity=0.999, minutes=30, per_day=4),
    )
}


class Join(Enum):
    """How the answers of several tools become one."""

    ALL = "all"  # a tool is used only on what the ones before it alerted on
    ANY = "any"  # every tool is used, one alert is enough


@dataclass(frozen=True, slots=True)
class CascadeResult:
    """A cascade's result for a stream of consignments, in natural frequencies.

    Counts are expected numbers out of `consignments`. `minutes` are officer minutes for the whole
    stream, `uses` the expected number of uses of each stage.
    """

    consignments: float
    illegal: float
    found: float
    false_alarms: float
    minutes: float
    uses: tuple[float, ...]

    @property
    def missed(self) -> float:
        """Illegal consignments that pass."""
        return self.illegal - self.found

    @property
    def alerts(self) -> float:
        """All final alerts, right or wrong."""
        return self.found + self.false_alarms

    @property
    def precision(self) -> float | None:
        """Share of alerts that are real (positive predictive value); None without alerts."""
        return self.found / self.alerts if self.alerts > 0.0 else None

    @property
    def released_illegal_share(self) -> float | None:
        """Share of the consignments without alert that are illegal; None if all alert.

        It is 1 minus the negative predictive value.
        """
        quiet = self.consignments - self.alerts
        return self.missed / quiet if quiet > _NONE_LEFT else None


def cascade(
    stages: Sequence[Stage],
    join: Join | str = Join.ALL,
    *,
    rate: float,
    hard_share: float = 0.3,
    consignments: float = 10_000,
) -> CascadeResult:
    """Expected result of using `stages` in order.

    Args:
        stages: the tools in the order of use, at least one.
        join: whether a final alert needs all tools or any of them: a `Join` or its value, "all"
            (AND, in series) or "any" (OR, in parallel).
        rate: share of illegal consignments, 0 to 1.
        hard_share: share of the illegal ones that are well hidden, 0 to 1.
        consignments: size of the stream, above 0.

    Raises:
        ValueError: no stage, or a number out of range.
    """
    if not stages:
        raise ValueError("a cascade needs at least one stage")
    kind = choice("join", join, Join)
    illegal = positive("consignments", consignments) * probability("rate", rate)
    hard = illegal * probability("hard_share", hard_share)
    groups = (
        (illegal - hard, [s.easy for s in stages]),
        (hard, [s.hard for s in stages]),
        (consignments - illegal, [1.0 - s.specificity for s in stages]),
    )
    played = [_play(size, alerts, kind) for size, alerts in groups]
    uses = tuple(sum(column) for column in zip(*(used for _, used in played), strict=True))
    return CascadeResult(
        consignments=consignments,
        illegal=illegal,
        found=played[0][0] + played[1][0],
        false_alarms=played[2][0],
        minutes=sum(n * s.minutes for n, s in zip(uses, stages, strict=True)),
        uses=uses,
    )


def _play(size: float, alert: Sequence[float], join: Join) -> tuple[float, list[float]]:
    """Final alerts in one homogeneous group, and how many of it met each stage."""
    if join is Join.ANY:
        quiet = math.prod(1.0 - p for p in alert)
        return size * (1.0 - quiet), [size] * len(alert)
    used, remaining = [], size
    for p in alert:
        used.append(remaining)
        remaining *= p
    return remaining, used


def human_sensitivity(
    best: float, rate: float, reference: float = 0.5, slope: float = 0.06
) -> float:
    """Sensitivity of a human reader when targets are rare (prevalence effect).

    Falls by `slope` for each natural logarithm by which `rate` lies below `reference`; the
    published 7 % missed at 50 % prevalence and about 30 % at 2 % give a slope near 0.07.

    Args:
        best: sensitivity at the reference rate, 0 to 1.
        rate: share of targets among what is read, 0 to 1.
        reference: rate at which `best` holds, above 0.
        slope: an assumption, at least 0.

    Raises:
        ValueError: a number out of range.
    """
    best, rate = probability("best", best), probability("rate", rate)
    slope, reference = not_negative("slope", slope), positive("reference", reference)
    if rate == 0.0:
        return 0.0 if slope > 0.0 else best
    fall = slope * math.log(reference / rate)
    return min(best, max(0.0, best - max(0.0, fall)))


def with_prevalence_effect(stage: Stage, rate: float) -> Stage:
    """The same stage when a human reads its results at this rate (0 to 1) of targets."""
    return replace(
        stage,
        easy=human_sensitivity(stage.easy, rate),
        hard=human_sensitivity(stage.hard, rate),
    )


def frontier(points: Sequence[tuple[float, float]]) -> list[int]:
    """Indices of the undominated points (cost, benefit), by rising cost.

    A point is dominated if another costs no more and brings no less, and differs in one. Of points
    that are equal in both, the first stands for all.

    Raises:
        ValueError: a cost or benefit is missing (NaN).
    """
    if any(math.isnan(number) for point in points for number in point):
        raise ValueError("points must be pairs of numbers (cost, benefit), none missing")
    order = sorted(range(len(points)), key=lambda i: (points[i][0], -points[i][1]))
    best, kept = -math.inf, []
    for i in order:
        if points[i][1] > best:
            kept.append(i)
            best = points[i][1]
    return kept
