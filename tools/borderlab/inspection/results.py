"""The result of a simulated year, and its log of events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.inspection.measures import (
    Burden,
    Delay,
    StreamEstimate,
    burden,
    delay,
    estimate,
)
from borderlab.inspection.policy import Lane, Reason

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from borderlab.inspection.arrivals import Arrivals
    from borderlab.inspection.post import Post


_IDENTITY = ("time", "trader", "live", "boxes")


@dataclass(slots=True)
class Events:
    """What happened to each consignment, in order of arrival; each column of shape (n,).

    Attributes:
        kind: kind of offence presented, 0 for goods in order (truth).
        lane, chance, reason: the selection, with its logged chance.
        alert: the papers gave cause.
        chosen: screened or examined.
        examined: physically examined.
        found: an offence was found.
        detectable: it would have been found in that lane, or in the red lane if released (truth).
        minutes: officer minutes on the goods.
        wait: minutes until work on it began; infinite if nobody ever came.
        held: minutes until release.
    """

    kind: NDArray[np.int64]
    lane: NDArray[np.int8]
    chance: NDArray[np.float64]
    reason: NDArray[np.int8]
    alert: NDArray[np.bool_]
    chosen: NDArray[np.bool_]
    examined: NDArray[np.bool_]
    found: NDArray[np.bool_]
    detectable: NDArray[np.bool_]
    minutes: NDArray[np.float64]
    wait: NDArray[np.float64]
    held: NDArray[np.float64]

    @classmethod
    def blank(cls, arrivals: Arrivals) -> Events:
        """Nothing has happened yet."""
        n = arrivals.size
        kinds: dict[str, Any] = {"lane": np.int8, "reason": np.int8}
        kinds |= dict.fromkeys(("alert", "chosen", "examined", "found", "detectable"), np.bool_)
        names = (f.name for f in fields(cls) if f.name != "kind")
        blank: dict[str, Any] = {name: np.zeros(n, kinds.get(name, np.float64)) for name in names}
        return cls(kind=arrivals.truth.kind.copy(), **blank)

    @property
    def nbytes(self) -> int:
        """Bytes held by all columns."""
        return sum(getattr(self, f.name).nbytes for f in fields(self))


@dataclass(frozen=True)
class SimulationResult:
    """What a policy achieved and what it cost.

    Attributes:
        consignments: all that arrived.
        illegal: illegal ones among them; `found` and `missed` add up to it.
        deterred: planned offences that were given up; `moved` changed their route.
        chosen: screened or examined, `examined` physically examined.
        unserved: sent to a lane where nobody works.
        estimate: of what examination would find in the whole stream, from logged chances.
        desk_minutes: officer minutes on papers, `minutes` on goods.
        utilisation: share of the staff's open minutes spent on goods (above 1: a growing queue).
        delays: of "all", "live" and "other" consignments.
        burdens: by each column asked for.
        compliant_traders: importers without an offence, `inspections_each` their mean number of
            inspections.
        cost: of officer minutes and of the time held.
        events: what happened to each consignment.
    """

    consignments: int
    illegal: int
    found: int
    deterred: int
    moved: int
    chosen: int
    examined: int
    unserved: int
    estimate: StreamEstimate
    desk_minutes: float
    minutes: float
    utilisation: float
    delays: Mapping[str, Delay]
    burdens: Mapping[str, Burden]
    compliant_traders: int
    inspections_each: float
    cost: float
    events: Events
    arrivals: Arrivals

    @property
    def missed(self) -> int:
        """Illegal consignments that were released."""
        return self.illegal - self.found

    @property
    def hit_rate(self) -> float | None:
        """Finds for each consignment chosen; None if none was."""
        return self.found / self.chosen if self.chosen else None

    def frame(self) -> pd.DataFrame:
        """The log of events as a data frame, as officers could keep it: without the truth."""
        import pandas as pd

        arrivals, hidden = self.arrivals, {"kind", "detectable"}
        columns: dict[str, Any] = {name: getattr(arrivals, name) for name in _IDENTITY}
        columns |= {f.name: getattr(self.events, f.name) for f in fields(self.events)}
        for name, codes in (("lane", Lane), ("reason", Reason)):
            words = [code.name.lower() for code in codes]
            columns[name] = pd.Categorical(np.array(words)[columns[name]], words)
        return pd.DataFrame({name: c for name, c in columns.items() if name not in hidden})


def report(  # noqa: PLR0913, PLR0917  (all that a run leaves behind)
    arrivals: Arrivals, post: Post, events: Events, deterred: int, moved: int, groups: Sequence[str]
) -> SimulationResult:
    """Sum up a run."""
    n, legal = arrivals.size, events.kind == 0
    sent, minutes = events.lane != Lane.GREEN, float(events.minutes.sum())
    desk = post.minutes[0] * n
    offenders = np.bincount(arrivals.trader[~legal], minlength=arrivals.traders) > 0
    known = np.bincount(arrivals.trader, minlength=arrivals.traders) > 0
    compliant = known & ~offenders
    visits = np.bincount(arrivals.trader[events.chosen], minlength=arrivals.traders)
    held = float(events.held.sum())
    classes = {"all": np.ones(n, dtype=bool), "live": arrivals.live, "other": ~arrivals.live}
    return SimulationResult(
        consignments=n,
        illegal=int(n - legal.sum()),
        found=int(events.found.sum()),
        deterred=deterred,
        moved=moved,
        chosen=int(events.chosen.sum()),
        examined=int(events.examined.sum()),
        unserved=int(np.sum(sent & ~events.chosen)),
        estimate=_estimate(post, events),
        desk_minutes=desk,
        minutes=minutes,
        utilisation=_utilisation(arrivals, post, minutes),
        delays={name: delay(events.held[mask], sent[mask]) for name, mask in classes.items()},
        burdens={name: _burden(arrivals, name, legal, events) for name in groups},
        compliant_traders=int(compliant.sum()),
        inspections_each=float(visits[compliant].sum() / max(1, compliant.sum())),
        cost=post.cost_per_minute * (desk + minutes) + post.cost_per_hour_held * held / 60.0,
        events=events,
        arrivals=arrivals,
    )


def _estimate(post: Post, events: Events) -> StreamEstimate:
    if post.staff == 0:
        return StreamEstimate(None, None, None, 0.0, 0, 0.95)
    return estimate(events.chance, events.chosen, events.found)


def _utilisation(arrivals: Arrivals, post: Post, minutes: float) -> float:
    if arrivals.size == 0 or minutes == 0.0:
        return 0.0
    days = arrivals.time[-1] // 1440 - arrivals.time[0] // 1440 + 1
    return float(minutes / (post.staff * post.open_minutes * days))


def _burden(arrivals: Arrivals, name: str, legal: NDArray[np.bool_], events: Events) -> Burden:
    if name not in arrivals.visible:
        raise ValueError(f"no column {name!r}; there are {', '.join(arrivals.visible)}")
    column: NDArray[Any] = arrivals.visible[name]
    return burden(column, legal, events.chosen, events.found, events.held)
