"""The base-rate picture: a lane of consignments, the few illegal ones, and a tool's alerts."""

from __future__ import annotations

from typing import Any

from traitlets import Dict, Float, Int, List, Unicode, observe, validate

from borderlab.answers.questions import Question
from borderlab.figures import base_rate as figure
from borderlab.i18n import in_language, language
from borderlab.widgets import base_rate_texts as texts
from borderlab.widgets.display import StaticView, number_signs, show
from borderlab.widgets.prediction import AfterPrediction
from borderlab.widgets.ranges import check_range

STEPS = ("all", "illegal", "alerts", "open", "only")


class BaseRateGrid(AfterPrediction):
    """Ten thousand consignments, and what an alert means among them.

    Everything a reader sets with the mouse can be read and set in code: ``grid.illegal = 50``.

    Attributes:
        consignments: All consignments in the lane; fixed.
        illegal: Illegal ones, 0 to ``consignments``.
        sensitivity: Share of illegal consignments that give an alert, 0 to 1.
        false_alarm: Share of legal consignments that give an alert, 0 to 1.
        step: 0 all, 1 the illegal ones, 2 the alerts, 3 open alerts, 4 only the alerts.
        opened: Alerts opened in step 3, in the order of opening.
        seed: Places the marks.
        covered: True until the prediction that the picture waits for is committed.
    """

    _script = "base_rate.js"
    _styles = ("base_rate.css",)

    consignments = Int(10_000).tag(sync=True)
    illegal = Int(10).tag(sync=True)
    sensitivity = Float(0.98).tag(sync=True)
    false_alarm = Float(0.02).tag(sync=True)
    step = Int(0).tag(sync=True)
    opened = List(Int()).tag(sync=True)
    seed = Int(1).tag(sync=True)
    prediction = Dict().tag(sync=True)
    presets = List().tag(sync=True)
    signs = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, *, after: str | None = None, **traits: Any) -> None:
        super().__init__(
            strings=texts.browser_texts(),
            presets=texts.presets(),
            signs=number_signs(),
            language=language(),
            **traits,
        )
        self._wait_for(after)

    @property
    def counts(self) -> figure.Counts:
        """Expected counts for what is set now."""
        return figure.counts(self.consignments, self.illegal, self.sensitivity, self.false_alarm)

    @property
    def summary(self) -> str:
        """The picture in words; while it waits for a prediction, what to do first."""
        with in_language(self.language):
            return texts.covered() if self.covered else texts.summary(self.counts)

    def static_html(self) -> str:
        """Picture, sentence and table as escaped HTML."""
        with in_language(self.language):
            return texts.static_html(self.counts, self.seed, waiting=self.covered)

    def _predicted(self, question: Question | None, value: Any) -> None:
        self.prediction = texts.prediction(question, value) if question else {}

    @validate("consignments", "illegal", "sensitivity", "false_alarm", "step")  # type: ignore[untyped-decorator]
    def _in_range(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        top = {
            "consignments": figure.MAX_CONSIGNMENTS,
            "illegal": self.consignments,
            "step": len(STEPS) - 1,
        }.get(name, 1)
        low = 1 if name == "consignments" else 0
        check_range(name, value, low, top)
        return value

    @validate("opened")  # type: ignore[untyped-decorator]
    def _known_alerts(self, proposal: Any) -> list[int]:
        alerts = self.counts.alerts
        return [place for place in dict.fromkeys(proposal["value"]) if 0 <= place < alerts]

    @observe("illegal", "sensitivity", "false_alarm")  # type: ignore[untyped-decorator]
    def _start_again(self, _change: Any) -> None:
        self.opened = []


def base_rate_grid(  # noqa: PLR0913  (keyword arguments that a lesson cell spells out)
    *,
    consignments: int = 10_000,
    illegal: int = 10,
    sensitivity: float = 0.98,
    false_alarm: float = 0.02,
    after: str | None = None,
    seed: int = 1,
) -> BaseRateGrid | StaticView:
    """Show what an alert of a tool means in a lane with few illegal consignments.

    Args:
        consignments: Consignments in the lane, 1 to 40,000.
        illegal: Illegal ones among them.
        sensitivity: Share of illegal consignments that give an alert, 0 to 1.
        false_alarm: Share of legal consignments that give an alert, 0 to 1.
        after: Id of a prediction in this notebook that has to be committed first.
        seed: Places the marks.

    Returns:
        The live picture, already displayed; the still one where nobody can click.

    Raises:
        TraitError: A value is out of range.
    """
    grid = BaseRateGrid(
        consignments=consignments,
        illegal=illegal,
        sensitivity=sensitivity,
        false_alarm=false_alarm,
        after=after,
        seed=seed,
    )
    return show(grid.view())  # type: ignore[no-any-return]
