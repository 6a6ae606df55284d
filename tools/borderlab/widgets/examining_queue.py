"""The queue view: a day at a border post, live animals apart, and Erlang's formula beside it."""

from __future__ import annotations

from typing import Any

from traitlets import Bool, Float, Int, validate

from borderlab.figures import examining_day as model
from borderlab.widgets import examining_queue_texts as texts
from borderlab.widgets.display import StaticView, show
from borderlab.widgets.examining_base import ExaminingWidget


class QueueView(ExaminingWidget):
    """A border post's queue over a day.

    Attributes:
        arrivals: Consignments an hour, 1 to 40.
        inspectors: Inspectors at the same time, 1 to 12.
        minutes: Mean minutes of an inspection, 5 to 120.
        released: Share released as low risk without inspection, 0 to 0.95; live animals never are.
        live: Share of consignments with live animals, 0 to 0.5.
        priority: Whether live animals go first.
        limit: Wait of live animals that the post does not want to exceed, minutes.
        hours: Hours of arrivals in the day, 4 to 24; fixed.
        step: 0 the day, 1 the long run, 2 releasing low risk.
        seed: Of the played days.
    """

    _inputs = (
        *("arrivals", "inspectors", "minutes", "released", "live", "priority"),
        *("limit", "seed"),
    )
    _ranges = {  # noqa: RUF012  (ClassVar of the base)
        "arrivals": (1, 40),
        "inspectors": (1, 12),
        "minutes": (5, 120),
        "released": (0, 0.95),
        "live": (0, 0.5),
        "limit": (5, 240),
        "hours": (4, 24),
        "seed": (0, 2**31 - 1),
    }
    _steps = 3

    arrivals = Float(12).tag(sync=True)
    inspectors = Int(4).tag(sync=True)
    minutes = Float(25).tag(sync=True)
    released = Float(0.3).tag(sync=True)
    live = Float(0.1).tag(sync=True)
    priority = Bool(default_value=False).tag(sync=True)
    limit = Float(30).tag(sync=True)
    hours = Float(10).tag(sync=True)
    seed = Int(1).tag(sync=True)

    @property
    def post(self) -> model.Post:
        """The post as it is set."""
        return model.Post(
            arrivals=self.arrivals,
            inspectors=self.inspectors,
            minutes=self.minutes,
            released=self.released,
            live=self.live,
            first=self.priority,
            hours=self.hours,
            seed=self.seed,
        )

    def _do(self, content: dict[str, Any]) -> None:
        if content.get("do") == "another":
            self.seed = (self.seed + 1) % (2**31 - 1)

    def _texts(self) -> dict[str, Any]:
        return texts.browser_texts()

    def _controls(self) -> list[dict[str, Any]]:
        return texts.controls()

    def _describe(self) -> dict[str, Any]:
        return texts.describe(self)

    @validate(*_ranges)  # type: ignore[untyped-decorator]
    def _in_range(self, proposal: Any) -> Any:
        return self._checked(proposal)


def queue_view(  # noqa: PLR0913  (keyword arguments that a lesson cell spells out)
    *,
    arrivals: float = 12,
    inspectors: int = 4,
    minutes: float = 25,
    released: float = 0.3,
    live: float = 0.1,
    priority: bool = False,
    limit: float = 30,
    hours: float = 10,
    step: int = 0,
    after: str | None = None,
    seed: int = 1,
) -> QueueView | StaticView:
    """Show who waits how long at a border post.

    Args:
        arrivals: Consignments an hour, 1 to 40.
        inspectors: Inspectors at the same time, 1 to 12.
        minutes: Mean minutes of an inspection, 5 to 120.
        released: Share released as low risk without inspection, 0 to 0.95.
        live: Share of consignments with live animals, 0 to 0.5.
        priority: Whether live animals go first.
        limit: Wait of live animals that the post does not want to exceed, 5 to 240 minutes.
        hours: Hours of arrivals in the day, 4 to 24.
        step: 0 the day, 1 the long run, 2 releasing low risk.
        after: Id of a prediction in this notebook that has to be committed first.
        seed: Of the played days.

    Returns:
        The live view, already displayed; the still one where nobody can click.

    Raises:
        TraitError: A value is out of range.
    """
    view = QueueView(
        arrivals=arrivals,
        inspectors=inspectors,
        minutes=minutes,
        released=released,
        live=live,
        priority=priority,
        limit=limit,
        hours=hours,
        step=step,
        after=after,
        seed=seed,
    )
    return show(view.view())  # type: ignore[no-any-return]
