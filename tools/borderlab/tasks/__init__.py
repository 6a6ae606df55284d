"""Exercises that are drawn from the participant's own seed and answered in a widget or in code.

A question of kind ``task`` names one of these. Each is a module with the functions of `Task`: what
is drawn, which values are answers, what an answer earns and what is said about it afterwards. All
of it is pure: the same settings and seed give the same case on every computer, for the participant
who works on it and for the grader who marks it.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

Settings = Mapping[str, Any]

# Name in an author's question -> module. Loaded on first use: most need numpy.
_TASKS: dict[str, str] = {
    "permits": "borderlab.tasks.casework_permits",
    "reused_permits": "borderlab.tasks.casework_reuse",
    "quota_overruns": "borderlab.tasks.casework_quota",
    "choose_consignments": "borderlab.tasks.targeting_choice",
    "profile": "borderlab.tasks.targeting_profile",
    "gains": "borderlab.tasks.auditing_gains",
    "green_lane": "borderlab.tasks.auditing_green",
    "trader_hits": "borderlab.tasks.auditing_traders",
    "sample_size": "borderlab.tasks.examining_sample",
    "cascade": "borderlab.tasks.examining_cascade",
    "lot_record": "borderlab.tasks.examining_record",
    "policy": "borderlab.tasks.policylab_budget",
}


class TaskError(ValueError):
    """A value is no answer to this task; the text is a sentence in the language in use."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer earns.

    Attributes:
        credit: 0 to 1.
        parts: share of credit per part (a permit, a field), for the report on the room.
        misconceptions: ids of the mistaken ideas (K1 to K17) that the answer shows.
    """

    credit: float
    parts: tuple[tuple[str, float], ...] = ()
    misconceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One number that a task with ``INPUT = "numbers"`` asks for, in the language in use."""

    id: str
    label: str
    unit: str = ""
    min: float | None = None
    max: float | None = None
    decimals: int = 0


class Task(Protocol):
    """What a task module holds.

    ``settings`` is what the author wrote and everybody may read; ``secret`` is what only the
    trainer's key holds, such as the seeds of data that are not shown ({} in a lesson when the
    author wrote none). ``seed`` is the participant's own, 0 to 2**31 - 1.
    """

    INPUT: str
    """``widget`` (a view of its own), ``numbers`` (a form of number fields) or ``code``."""

    def check_settings(self, settings: Settings, secret: Settings) -> None:
        """Raise ValueError, in English for authors, when the settings make no sense."""

    def check_value(self, settings: Settings, seed: int, raw: Any) -> Any:
        """The answer in one form of plain data, None when there is none.

        Raises:
            TaskError: a sentence in the language in use.
        """

    def judge(self, settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
        """What a saved value earns. A value that is no answer earns 0; it never raises."""

    def solution(self, settings: Settings, secret: Settings, seed: int) -> Any:
        """A value that earns all points."""

    def outline(self, settings: Settings, seed: int) -> str:
        """The case in the language in use, as Markdown; for ``numbers`` the situation."""

    def explain(self, settings: Settings, secret: Settings, seed: int, value: Any) -> str:
        """How the truth looked and what this answer (or None) made of it, as Markdown."""


class NumbersTask(Task, Protocol):
    """A task with ``INPUT = "numbers"`` also says which numbers; see `borderlab.tasks.numbers`.

    Its value is ``{field id: number}``. It may also have ``picture(settings, seed)``, which gives
    an SVG text and its text alternative.
    """

    def fields(self, settings: Settings, seed: int) -> tuple[Field, ...]:
        """The fields of the form, in order."""


def takes_no_settings(settings: Settings, secret: Settings) -> None:
    """``check_settings`` of a task that has none.

    Raises:
        ValueError: there are some; names them.
    """
    if settings or secret:
        raise ValueError(f"this task takes no settings: {', '.join((*settings, *secret))}")


def names() -> tuple[str, ...]:
    """Every task an author can name."""
    return tuple(_TASKS)


def find(name: str) -> Task:
    """The task of this name.

    Raises:
        ValueError: there is none.
    """
    if name not in _TASKS:
        raise ValueError(f"unknown task {name!r}; known: {', '.join(_TASKS)}")
    return cast("Task", importlib.import_module(_TASKS[name]))
