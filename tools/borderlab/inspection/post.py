"""A border post: its staff, hours, tools and what each use costs in officer minutes."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.i18n import N_
from borderlab.inspection.checks import choice, count, not_negative, probability
from borderlab.inspection.lots import Sampling
from borderlab.inspection.stages import ASSUMPTION, STAGES, Join

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.world import Scenario

DAY = 1440
TOOLS = ("documents", "scan", "dog", "physical")
_BY_STAGE = tuple(
    tuple(getattr(STAGES[tool], concealment) for tool in TOOLS) for concealment in ("easy", "hard")
)


def _p(default: Any, meaning: str, source: str = ASSUMPTION) -> Any:
    """A parameter with its meaning in the officer's words and where the default comes from."""
    return field(default=default, metadata={"meaning": meaning, "source": source})


@dataclass(frozen=True, slots=True)
class Post:
    """One border post. `parameters()` lists every value with its meaning and source.

    `sensitivity` has a row for each kind of offence and a column for each of `TOOLS`. A hidden
    kind makes tools dependent: what defeats one tends to defeat the next. For physical
    examination it is the probability of recognising what lies in an opened bad box; whether a
    bad box is opened follows from `sampling`.
    """

    staff: int = _p(4, N_("officers who examine goods at the same time"))
    opens: int = _p(360, N_("minute of the day at which examination starts"))
    closes: int = _p(1320, N_("minute of the day at which examination stops"))
    sampling: Sampling = _p(  # noqa: RUF009  (a field)
        Sampling(), N_("how many boxes of a chosen consignment are opened")
    )
    screen: tuple[str, ...] = _p(("scan",), N_("tools used in the screening lane"))
    join: Join | str = _p(  # noqa: RUF009  (a field)
        Join.ANY, N_("whether all tools of the screening lane must alert, or any")
    )
    follow_alerts: bool = _p(
        default=True, meaning=N_("whether goods are always examined when the papers give cause")
    )
    sensitivity: tuple[tuple[float, ...], ...] = _p(
        _BY_STAGE,
        N_("chance that each tool finds each kind of offence"),
        "borderlab.inspection.stages",
    )
    false_alarm: tuple[float, ...] = _p(
        tuple(1.0 - STAGES[tool].specificity for tool in TOOLS[:3]),
        N_("chance that documents, scan and dog alert on goods in order"),
        "borderlab.inspection.stages",
    )
    minutes: tuple[float, ...] = _p(
        (6.0, 4.0, 5.0, 20.0), N_("officer minutes for documents, scan, dog and physical set-up")
    )
    minutes_per_box: float = _p(2.0, N_("officer minutes for each opened box"))
    variation: float = _p(0.5, N_("how much examination times vary (standard deviation / mean)"))
    cost_per_minute: float = _p(1.0, N_("cost of an officer minute"))
    cost_per_hour_held: float = _p(5.0, N_("cost to the trader of an hour of delay"))

    def __post_init__(self) -> None:
        count("staff", self.staff)
        object.__setattr__(self, "join", choice("join", self.join, Join))
        if len(self.minutes) != len(TOOLS) or len(self.false_alarm) != len(TOOLS) - 1:
            raise ValueError(
                f"minutes needs {len(TOOLS)} numbers and false_alarm {len(TOOLS) - 1}, in the "
                f"order of {', '.join(TOOLS)}"
            )
        if not count("opens", self.opens) < count("closes", self.closes) <= DAY:
            raise ValueError("a post opens before it closes, both in minutes from 0 to 1440")
        for row in self.sensitivity:
            if len(row) != len(TOOLS):
                raise ValueError(f"sensitivity needs {len(TOOLS)} numbers for each kind")
        for value in (v for row in (*self.sensitivity, self.false_alarm) for v in row):
            probability("sensitivity and false_alarm", value)
        if unknown := set(self.screen) - {"scan", "dog"}:
            raise ValueError(f"unknown screening tool: {', '.join(sorted(unknown))}")
        costs = (*self.minutes, self.minutes_per_box, self.variation)
        costs += (self.cost_per_minute, self.cost_per_hour_held)
        for cost in costs:
            not_negative("minutes, variation and costs", cost)

    @classmethod
    def of_scenario(cls, scenario: Scenario, **changes: Any) -> Post:
        """A post whose tools work as in a scenario of the invented world."""
        from borderlab.world.codes import MECHANISMS

        table = tuple(tuple(scenario.detection[name]) for name in MECHANISMS[1:])
        alarms = tuple(scenario.false_alarm[:3])
        return cls(**{"sensitivity": table, "false_alarm": alarms, **changes})

    def parameters(self) -> list[dict[str, Any]]:
        """Name, value, meaning and source of each parameter."""
        return [
            {"name": f.name, "value": getattr(self, f.name), **f.metadata} for f in fields(self)
        ]

    @property
    def open_minutes(self) -> int:
        """Minutes a day during which goods are examined."""
        return self.closes - self.opens

    def to_working(self, time: NDArray[np.float64]) -> NDArray[np.float64]:
        """Clock minutes to working minutes; what arrives out of hours waits for the opening."""
        day, minute = np.divmod(time, DAY)
        since_opening = np.clip(minute - self.opens, 0.0, self.open_minutes)
        return np.asarray(day * self.open_minutes + since_opening)

    def to_clock(self, working: NDArray[np.float64], *, ends: bool = False) -> NDArray[np.float64]:
        """Working minutes back to clock minutes.

        The minute at which a day ends is also the one at which the next begins: `ends` tells
        which of the two is meant.
        """
        day, minute = np.divmod(working, self.open_minutes)
        if ends:
            overnight = (minute == 0.0) & (day > 0.0)
            day = day - overnight
            minute = np.where(overnight, self.open_minutes, minute)
        return np.asarray(day * DAY + self.opens + minute)
