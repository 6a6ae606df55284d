"""The view of the task ``policy``: the policy lab with a budget, and an answer that is saved."""

from __future__ import annotations

from html import escape
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.tasks import Settings
from borderlab.tasks import policylab_budget as task
from borderlab.tasks.policylab_model import Design
from borderlab.widgets import policylab_texts as texts
from borderlab.widgets import richtext
from borderlab.widgets.policylab_chart import axis_names
from borderlab.widgets.policylab_core import NEVER, Core, changed


class View:
    """What a participant sees of the task.

    Args:
        settings: the author's.
        seed: the participant's; draws the post and the year that is shown.
        reveal: whether the efficient frontier may be drawn (lessons only).
    """

    script = "policylab_task.js"
    styles = ("policylab.css", "policylab_board.css")

    def __init__(self, settings: Settings, seed: int, *, reveal: bool) -> None:
        self._reveal = reveal
        self._outline = task.outline(settings, seed)
        self.core = Core(task.situation(settings, seed), seed, Design(), task.budget(settings))

    def spec(self) -> dict[str, Any]:
        """What the browser gets once."""
        return {
            "outline": richtext.parse(self._outline),
            "sliders": texts.sliders(),
            "axes": axis_names() if self._reveal else {},
            "never": NEVER,
            "state": self.core.state(),
            "board": self.core.board(),
        }

    def strings(self) -> dict[str, Any]:
        """Texts of the browser's side."""
        return {f"policy_{name}": text for name, text in texts.browser_texts().items()}

    def heard(self, content: dict[str, Any]) -> dict[str, Any] | None:
        """Do what the browser asks and give what it shows then."""
        action = content.get("do")
        if action in {"set", "show"} and isinstance(content.get("values"), dict):
            self.core.design = changed(self.core.design, content["values"])
        elif action == "frontier" and self._reveal:
            return {"chart": self.core.chart(str(content.get("axis"))), "turn": _turn(content)}
        elif action == "luck":
            self.core.luck = (self.core.luck + 1) % 10_000
        elif action == "save":
            self.core.save(content.get("name", ""))
        elif action == "use" and content.get("at") in range(len(self.core.saved)):
            self.core.design = self.core.saved[content["at"]].design
        elif action == "drop" and isinstance(content.get("at"), int):
            self.core.drop(content["at"])
        else:
            return None
        return {
            "turn": _turn(content),
            "state": self.core.state(),
            "board": self.core.board(),
            "value": self.value,
        }

    @property
    def value(self) -> dict[str, Any]:
        """The settings as they are saved."""
        design = self.core.design
        return {name: getattr(design, name) for name in design.__slots__}

    def _summary(self, value: Any) -> str:
        design = task.design(value)
        if design is None:
            return _("No policy was set.")
        core = Core(self.core.situation, self.core.seed, design, self.core.budget)
        return texts.summary(design, core.outcome)

    def static_html(self, value: Any) -> str:
        """Settings and results as escaped HTML."""
        outline = richtext.to_html(richtext.parse(self._outline))
        return f"{outline}<p>{escape(self._summary(value))}</p>"

    def summary(self, value: Any) -> str:
        """Settings and results in words."""
        return f"{richtext.plain(self._outline)}\n{self._summary(value)}"


def _turn(content: dict[str, Any]) -> int:
    turn = content.get("turn")
    return turn if isinstance(turn, int) else 0
