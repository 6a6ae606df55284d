"""The cascade builder: tools in an order the officer chooses, in natural frequencies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from traitlets import Bool, Dict, Float, List, Unicode, observe, validate

from borderlab.figures import examining_flow as model
from borderlab.i18n import gettext as _
from borderlab.inspection.stages import ASSUMPTION, STAGES, Join, Stage
from borderlab.widgets import examining_stages_texts as texts
from borderlab.widgets.display import StaticView, show
from borderlab.widgets.examining_base import ExaminingWidget
from borderlab.widgets.ranges import SettingError

READERS = ("scan",)
DAYS = 50  # 10,000 consignments are 200 a day for 50 days
_FIGURES = {"easy": (0, 1), "hard": (0, 1), "specificity": (0, 1), "minutes": (0, 240)}


class CascadeBuilder(ExaminingWidget):
    """Ten thousand consignments through document check, scan, dog, physical check, laboratory.

    Attributes:
        stages: Names of the tools in the order of use, at least one.
        join: ``all`` (a tool sees only what the one before alerted on) or ``any``.
        rate: Share of illegal consignments, 0 to 0.1.
        hard_share: Share of them that is well hidden, 0 to 1.
        readers: Whether people read the scans, who miss more where targets are rare.
        tool: The tool whose figures the sliders show.
        easy, hard, specificity, minutes: Figures of that tool.
        figures: All changed figures, by tool.
    """

    _inputs = (
        *("stages", "join", "rate", "hard_share", "readers", "tool"),
        *("easy", "hard", "specificity", "minutes"),
    )
    _ranges = {"rate": (0, 0.1), "hard_share": (0, 1), **_FIGURES}  # noqa: RUF012
    _choices = {"join": ("all", "any"), "tool": tuple(STAGES)}  # noqa: RUF012
    _steps = 3

    stages = List(Unicode()).tag(sync=True)
    join = Unicode("all").tag(sync=True)
    rate = Float(0.002).tag(sync=True)
    hard_share = Float(0.3).tag(sync=True)
    readers = Bool(default_value=False).tag(sync=True)
    tool = Unicode("documents").tag(sync=True)
    easy = Float(0).tag(sync=True)
    hard = Float(0).tag(sync=True)
    specificity = Float(1).tag(sync=True)
    minutes = Float(0).tag(sync=True)
    figures = Dict()

    _loading = False

    def __init__(self, **traits: Any) -> None:
        tool = traits.get("tool") or (traits.get("stages") or ["documents"])[0]
        tool = tool if tool in STAGES or "tool" in traits else "documents"
        stage = STAGES.get(tool, STAGES["documents"])
        for name in _FIGURES:
            traits.setdefault(name, float(getattr(stage, name)))
        super().__init__(**{**traits, "tool": tool})

    def stage(self, name: str) -> Stage:
        """A tool with the figures set here; a changed tool is an assumption of the officer."""
        changed = self.figures.get(name)
        if not changed:
            return STAGES[name]
        return replace(STAGES[name], **changed, source=ASSUMPTION, warning="")

    @property
    def flow(self) -> model.Flow:
        """Ten thousand consignments, tool by tool."""
        return model.flow(
            [self.stage(name) for name in self.stages],
            Join(self.join),
            rate=self.rate,
            hard_share=self.hard_share,
            readers=READERS if self.readers else (),
        )

    def _do(self, content: dict[str, Any]) -> None:
        if content.get("do") == "reset":
            self.figures = {}
            self._load(None)

    def _texts(self) -> dict[str, Any]:
        return texts.browser_texts()

    def _controls(self) -> list[dict[str, Any]]:
        return texts.controls()

    def _describe(self) -> dict[str, Any]:
        return texts.describe(self)

    @validate("rate", "hard_share", "join", "tool", *_FIGURES)  # type: ignore[untyped-decorator]
    def _in_range(self, proposal: Any) -> Any:
        return self._checked(proposal)

    @validate("stages")  # type: ignore[untyped-decorator]
    def _known_stages(self, proposal: Any) -> list[str]:
        names = list(dict.fromkeys(proposal["value"]))
        unknown = [name for name in names if name not in STAGES]
        if unknown or not names:
            text = _("stages is a list of at least one of {choices}.")
            raise SettingError(text.format(choices=", ".join(STAGES)))
        return names

    @observe("tool")  # type: ignore[untyped-decorator]
    def _load(self, _change: Any) -> None:
        """Show the figures of the tool that was chosen."""
        stage = self.stage(self.tool)
        self._loading = True
        try:
            for name in _FIGURES:
                setattr(self, name, float(getattr(stage, name)))
        finally:
            self._loading = False

    @observe(*_FIGURES)  # type: ignore[untyped-decorator]
    def _keep(self, change: Any) -> None:
        if self._loading or change["new"] == getattr(self.stage(self.tool), change["name"]):
            return
        own = {**self.figures.get(self.tool, {}), change["name"]: change["new"]}
        self.figures = {**self.figures, self.tool: own}


def cascade_builder(  # noqa: PLR0913  (keyword arguments that a lesson cell spells out)
    *,
    stages: list[str] | tuple[str, ...] = ("documents", "scan", "physical"),
    join: str = "all",
    rate: float = 0.002,
    hard_share: float = 0.3,
    readers: bool = False,
    step: int = 0,
    after: str | None = None,
) -> CascadeBuilder | StaticView:
    """Send 10,000 consignments through tools in an order of your choice.

    Args:
        stages: Tools in the order of use: any of ``documents``, ``scan``, ``dog``, ``physical``,
            ``laboratory``.
        join: ``all``: each tool sees only what the one before alerted on; ``any``: every tool
            sees everything and one alert is enough.
        rate: Share of illegal consignments, 0 to 0.1.
        hard_share: Share of them that is well hidden, 0 to 1.
        readers: Whether people read the scans, who miss more where targets are rare.
        step: 0 the flow, 1 the alerts, 2 the figures of the tools.
        after: Id of a prediction in this notebook that has to be committed first.

    Returns:
        The live builder, already displayed; the still one where nobody can click.

    Raises:
        SettingError: A value is out of range, or a tool is unknown.
    """
    builder = CascadeBuilder(
        stages=list(stages),
        join=join,
        rate=rate,
        hard_share=hard_share,
        readers=readers,
        step=step,
        after=after,
    )
    return show(builder.view())  # type: ignore[no-any-return]
