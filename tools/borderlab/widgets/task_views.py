"""How a task is shown: a form of numbers, a line of code to run, or a view of its own."""

from __future__ import annotations

import base64
import importlib
from collections.abc import Mapping
from html import escape
from typing import Any, Protocol, cast

from borderlab import tasks
from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.widgets import richtext


class TaskView(Protocol):
    """What a view gives to the frame of the question."""

    script: str
    """Entry file in ``assets/``."""
    styles: tuple[str, ...]
    """Style sheets in ``assets/`` beside those of all questions."""

    def spec(self) -> dict[str, Any]:
        """What the browser needs once, as plain data. In an exercise nothing of the solution."""

    def strings(self) -> dict[str, str]:
        """Texts of the browser's side, in the language in use."""

    def heard(self, content: dict[str, Any]) -> dict[str, Any] | None:
        """The reply to a message of the browser."""

    def static_html(self, value: Any) -> str:
        """Case and answer as escaped HTML, where nobody can click."""

    def summary(self, value: Any) -> str:
        """Case and answer in words."""


class FormView:
    """A situation, perhaps a picture, and number fields."""

    script = "task_numbers.js"
    styles: tuple[str, ...] = ("task.css",)

    def __init__(self, task: tasks.NumbersTask, settings: tasks.Settings, seed: int) -> None:
        self._fields = task.fields(settings, seed)
        self._outline = task.outline(settings, seed)
        drawn = getattr(task, "picture", None)
        self._picture: tuple[str, str] | None = drawn(settings, seed) if drawn else None

    def spec(self) -> dict[str, Any]:
        """Situation, picture and fields."""
        return {
            "outline": richtext.parse(self._outline),
            "picture": _picture(self._picture),
            "fields": [_field(field) for field in self._fields],
        }

    def strings(self) -> dict[str, str]:
        """None beside those of every question."""
        return {}

    def heard(self, _content: dict[str, Any]) -> None:
        """The form asks nothing."""

    def static_html(self, value: Any) -> str:
        """Situation, picture and the saved numbers."""
        form = value if isinstance(value, Mapping) else {}
        rows = "".join(
            f"<li>{escape(field.label)} <strong>{escape(_shown(field, form))}</strong></li>"
            for field in self._fields
        )
        return (
            f"{richtext.to_html(richtext.parse(self._outline))}{_img(self._picture)}<ul>{rows}</ul>"
        )

    def summary(self, value: Any) -> str:
        """The same in words."""
        form = value if isinstance(value, Mapping) else {}
        alt = [self._picture[1]] if self._picture else []
        lines = [f"{field.label} {_shown(field, form)}" for field in self._fields]
        return "\n".join([richtext.plain(self._outline), *alt, *lines])


class CodeView:
    """What the data mean, what is asked for, and the line to run."""

    script = "task_code.js"
    styles: tuple[str, ...] = ("task.css",)

    def __init__(self, task: tasks.Task, settings: tasks.Settings, seed: int) -> None:
        self._outline = task.outline(settings, seed)

    def spec(self) -> dict[str, Any]:
        """The explanation of the data."""
        return {"outline": richtext.parse(self._outline)}

    def strings(self) -> dict[str, str]:
        """None beside those of every question."""
        return {}

    def heard(self, _content: dict[str, Any]) -> None:
        """Nothing is asked."""

    def static_html(self, value: Any) -> str:
        """The explanation and the saved value."""
        saved = f"<p><code>{escape(repr(value))}</code></p>" if value is not None else ""
        return richtext.to_html(richtext.parse(self._outline)) + saved

    def summary(self, _value: Any) -> str:
        """The explanation."""
        return richtext.plain(self._outline)


def find_view(name: str, settings: tasks.Settings, seed: int, *, reveal: bool) -> TaskView:
    """The view of a task, in the language in use.

    Args:
        name: the task.
        settings: what the author set.
        seed: the participant's own.
        reveal: whether the truth may reach the browser (lessons only).
    """
    task = tasks.find(name)
    if task.INPUT == "numbers":
        return FormView(cast("tasks.NumbersTask", task), settings, seed)
    if task.INPUT == "code":
        return CodeView(task, settings, seed)
    return cast("TaskView", _own(name)(settings, seed, reveal=reveal))


def styles_of(name: str) -> tuple[str, ...]:
    """The style sheets of a task's view."""
    if tasks.find(name).INPUT == "widget":
        styles: tuple[str, ...] = _own(name).styles
        return styles
    return FormView.styles


def _own(name: str) -> Any:
    return importlib.import_module(f"borderlab.widgets.tasks.{name}").View


def _field(field: tasks.Field) -> dict[str, Any]:
    low, high = field.min, field.max
    limits = ""
    if low is not None and high is not None:
        limits = _("{low} to {high}").format(low=number(low), high=number(high))
    return {"id": field.id, "label": field.label, "unit": field.unit, "limits": limits}


def _shown(field: tasks.Field, form: Mapping[str, Any]) -> str:
    got = form.get(field.id)
    value = number(got) if isinstance(got, int | float) else "…"
    return f"{value} {field.unit}".strip()


def _picture(picture: tuple[str, str] | None) -> dict[str, str] | None:
    return None if picture is None else {"url": _url(picture[0]), "alt": picture[1]}


def _img(picture: tuple[str, str] | None) -> str:
    if picture is None:
        return ""
    style = "max-width:100%;height:auto"
    return f'<p><img src="{_url(picture[0])}" alt="{escape(picture[1])}" style="{style}"></p>'


def _url(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode("ascii")
