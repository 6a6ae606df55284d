"""The stream plan: earning trust, losing it, and the importer who knows "every tenth"."""

from __future__ import annotations

from typing import Any

from traitlets import Float, Int, Unicode, validate

from borderlab.figures import examining_play as model
from borderlab.widgets import examining_stream_texts as texts
from borderlab.widgets.display import StaticView, show
from borderlab.widgets.examining_base import ExaminingWidget


class StreamPlan(ExaminingWidget):
    """The stream of one importer under a plan.

    Attributes:
        plan: ``csp1``, ``csp2``, ``csp3``, ``skip_lot`` or ``levels``.
        clearance: Clean inspections in a row that earn sampling, 1 to 30.
        fraction: Share inspected while sampling, 0.02 to 1.
        rate: Share of illegal consignments, 0 to 0.5.
        sensitivity: Chance that inspecting an illegal consignment finds it, 0.05 to 1.
        loss: What a find costs the importer, in gains of one undetected offence, 0.5 to 50.
        step: 0 the stream, 1 the long run, 2 the importer who counts, 3 what deters.
        seed: Of the played stream.
    """

    _inputs = ("plan", "clearance", "fraction", "rate", "sensitivity", "loss", "seed")
    _ranges = {  # noqa: RUF012  (ClassVar of the base)
        "clearance": (1, 30),
        "fraction": (0.02, 1),
        "rate": (0, 0.5),
        "sensitivity": (0.05, 1),
        "loss": (0.5, 50),
        "seed": (0, 2**31 - 1),
    }
    _choices = {"plan": model.PLANS}  # noqa: RUF012
    _steps = 4

    plan = Unicode("csp1").tag(sync=True)
    clearance = Int(8).tag(sync=True)
    fraction = Float(0.1).tag(sync=True)
    rate = Float(0.03).tag(sync=True)
    sensitivity = Float(0.9).tag(sync=True)
    loss = Float(5).tag(sync=True)
    seed = Int(1).tag(sync=True)

    @property
    def rule(self) -> model.Plan:
        """The plan with random draws."""
        return model.Plan(self.plan, self.clearance, self.fraction)

    def _do(self, content: dict[str, Any]) -> None:
        if content.get("do") == "another":
            self.seed = (self.seed + 1) % (2**31 - 1)

    def _texts(self) -> dict[str, Any]:
        return texts.browser_texts()

    def _controls(self) -> list[dict[str, Any]]:
        return texts.controls()

    def _describe(self) -> dict[str, Any]:
        return texts.describe(self)

    @validate("plan", *_ranges)  # type: ignore[untyped-decorator]
    def _in_range(self, proposal: Any) -> Any:
        return self._checked(proposal)


def stream_plan(  # noqa: PLR0913  (keyword arguments that a lesson cell spells out)
    *,
    plan: str = "csp1",
    clearance: int = 8,
    fraction: float = 0.1,
    rate: float = 0.03,
    sensitivity: float = 0.9,
    loss: float = 5,
    step: int = 0,
    after: str | None = None,
    seed: int = 1,
) -> StreamPlan | StaticView:
    """Show what a sampling plan does with the stream of one importer.

    Args:
        plan: ``csp1``, ``csp2``, ``csp3``, ``skip_lot`` or ``levels`` (three levels).
        clearance: Clean inspections in a row that earn sampling, 1 to 30.
        fraction: Share inspected while sampling, 0.02 to 1.
        rate: Share of illegal consignments, 0 to 0.5.
        sensitivity: Chance that inspecting an illegal consignment finds it, 0.05 to 1.
        loss: What a find costs the importer, in gains of one undetected offence, 0.5 to 50.
        step: 0 the stream, 1 the long run, 2 the importer who counts, 3 what deters.
        after: Id of a prediction in this notebook that has to be committed first.
        seed: Of the played stream.

    Returns:
        The live view, already displayed; the still one where nobody can click.

    Raises:
        TraitError: A value is out of range.
    """
    view = StreamPlan(
        plan=plan,
        clearance=clearance,
        fraction=fraction,
        rate=rate,
        sensitivity=sensitivity,
        loss=loss,
        step=step,
        after=after,
        seed=seed,
    )
    return show(view.view())  # type: ignore[no-any-return]
