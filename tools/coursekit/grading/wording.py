"""An answer in the words its participant saw, for feedback. Gives plain text, never HTML."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from borderlab import tasks
from borderlab.i18n import Translator
from coursekit.grading.names import printable

_SHOWN = 2_000  # characters of data that has no words of its own


@dataclass(frozen=True, slots=True)
class Words:
    """An answer to show.

    Attributes:
        kind: ``none``, ``line``, ``list``, ``numbered``, ``pairs``, ``text``, ``data``, or ``task``
            for an answer that its explanation repeats.
        lines: one text, the entries of a list, or texts that alternate between item and lane.
    """

    kind: str
    lines: tuple[str, ...] = ()

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Items with their lanes."""
        return tuple(zip(self.lines[::2], self.lines[1::2], strict=True))


NONE = Words("none")


def in_words(question: Mapping[str, Any], value: Any, speaker: Translator) -> Words:
    """The answer as the participant gave it.

    Args:
        question: entry of ``questions.json``.
        value: saved value; one that does not fit the question is shown as data.
        speaker: the participant's language.
    """
    if value is None or value in ("", [], {}):
        return NONE
    show = _SHOW.get(question["kind"])
    try:
        words = show(question, value, speaker) if show else None
    except (TypeError, AttributeError):
        words = None
    return words or _data(value)


def _choice(question: Mapping[str, Any], value: Any, _speaker: Translator) -> Words:
    return Words("line", (_texts(question, "options").get(value) or _short(value),))


def _choices(question: Mapping[str, Any], value: Any, _speaker: Translator) -> Words:
    texts = _texts(question, "options")
    return Words("list", tuple(texts.get(name) or _short(name) for name in _listed(value)))


def _order(question: Mapping[str, Any], value: Any, _speaker: Translator) -> Words:
    texts = _texts(question, "items")
    return Words("numbered", tuple(texts.get(name) or _short(name) for name in _listed(value)))


def _lanes(question: Mapping[str, Any], value: Any, _speaker: Translator) -> Words:
    items, lanes = _texts(question, "items"), _texts(question, "lanes")
    lines: list[str] = []
    for name, lane in list(value.items())[:200]:
        lines += [items.get(name) or _short(name), lanes.get(lane) or _short(lane)]
    return Words("pairs", tuple(lines))


def _number(question: Mapping[str, Any], value: Any, speaker: Translator) -> Words | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    unit = str(question.get("unit", ""))
    return Words("line", (f"{speaker.number(value)} {unit}".strip(),))


def _text(_question: Mapping[str, Any], value: Any, _speaker: Translator) -> Words | None:
    return Words("text", (value,)) if isinstance(value, str) else None


def _code(question: Mapping[str, Any], value: Any, speaker: Translator) -> Words | None:
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return Words("list", tuple(value[:200]))
    return _number(question, value, speaker) or _text(question, value, speaker)


def _task(question: Mapping[str, Any], value: Any, speaker: Translator) -> Words | None:
    if tasks.find(question["task"]).INPUT == "code":
        return _code(question, value, speaker)
    return Words("task")


def _data(value: Any) -> Words:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return Words("data", (text if len(text) <= _SHOWN else text[:_SHOWN] + "…",))


def _texts(question: Mapping[str, Any], table: str) -> dict[str, str]:
    return {row["id"]: row["text"] for row in question.get(table, ())}


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value[:200]


def _short(value: Any) -> str:
    return printable(str(value), 80)


_SHOW: dict[str, Callable[[Mapping[str, Any], Any, Translator], Words | None]] = {
    "choice": _choice,
    "choices": _choices,
    "order": _order,
    "lanes": _lanes,
    "number": _number,
    "predict": _number,
    "text": _text,
    "code": _code,
    "task": _task,
}
