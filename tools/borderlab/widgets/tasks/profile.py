"""View of the task ``profile``: the profile lab on the participant's own consignments."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from borderlab.tasks import Settings, TaskError
from borderlab.tasks import targeting_profile as task
from borderlab.tasks.targeting_groups import Data
from borderlab.widgets import richtext
from borderlab.widgets import targeting_lab_texts as texts
from borderlab.widgets import targeting_lab_words as words
from borderlab.widgets.targeting_lab_model import Setting, Trial
from borderlab.widgets.targeting_lab_static import static_html

_DRAW = 7  # of the random stratum that is shown; grading counts its expected finds


class View:
    """Sliders, and what they do on the consignments shown. Hidden ones never come here."""

    script = "targeting_profile_task.js"
    styles = ("targeting.css", "targeting_lab.css")

    def __init__(self, settings: Settings, seed: int, *, reveal: bool) -> None:
        del reveal  # grading data stay with the task in both cases
        self._settings = settings
        self._full = task.filled(settings)
        self._seed = seed
        self._kept: Data | None = None

    @property
    def _data(self) -> Data:
        if self._kept is None:
            self._kept = task.shown_data(self._settings, self._seed)
        return self._kept

    def spec(self) -> dict[str, Any]:
        """Groups and the sliders as they stand at the start."""
        return {
            "outline": richtext.parse(task.outline(self._settings, self._seed)),
            "groups": words.groups(),
            "start": self._start(),
            "most": round(1000 * min(0.3, 2 * self._full["rate"])),
        }

    def _start(self) -> dict[str, Any]:
        return {"weights": dict(task.UNTOUCHED), "rate": self._full["rate"], "random_share": 0.0}

    def strings(self) -> dict[str, Any]:
        """Texts of sliders and results."""
        return {**words.panel_texts(), "truth_note": words.truth_note()}

    def heard(self, content: dict[str, Any]) -> dict[str, Any] | None:
        """Try ``content["value"]`` on the consignments shown."""
        if content.get("do") != "try":
            return None
        trial = self._trial(content.get("value"))
        return {"result": texts.result(trial)} if trial else None

    def _trial(self, value: Any) -> Trial | None:
        try:
            checked = task.check_value(self._settings, self._seed, value)
        except (TaskError, TypeError):
            return None
        if checked is None:
            return None
        setting = Setting(
            checked["weights"], 1000 * checked["rate"], checked["random_share"], _DRAW
        )
        return Trial(self._data, setting)

    def static_html(self, value: Any) -> str:
        """Task and, where a profile was saved, its picture and tables as escaped HTML."""
        told = richtext.to_html(richtext.parse(task.outline(self._settings, self._seed)))
        trial = self._trial(value) if isinstance(value, Mapping) else None
        note = f"<p>{escape(words.truth_note())}</p>"
        return told + (static_html(trial) if trial else "") + note

    def summary(self, value: Any) -> str:
        """Task and profile in words."""
        told = richtext.plain(task.outline(self._settings, self._seed))
        trial = self._trial(value) if isinstance(value, Mapping) else None
        return f"{told}\n{texts.summary(trial)}" if trial else told
