"""Is this an answer to that question? Values are normalised, or refused with a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from borderlab import tasks
from borderlab.answers import foreign, notices, plain
from borderlab.answers.errors import AnswerError
from borderlab.answers.questions import Question
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, parse_number

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_EXACT = 2**53  # below, a float holds every whole number exactly


def check_value(question: Question, raw: Any, seed: int = 0) -> Any:
    """The answer as it is saved: plain data in one form.

    Args:
        question: the question that is answered.
        raw: what the widget or the code cell gives. Numbers may be typed text; a code answer may
            be a numpy or pandas object.
        seed: the participant's number for random draws, which a task is drawn from.

    Returns:
        The value, or None when nothing is chosen, typed or placed (which clears an answer).

    Raises:
        AnswerError: a sentence in the language in use that says what is wrong and what to do.
    """
    if raw is None or raw is ...:
        return None
    if question.kind == "task":
        value = _task(question, raw, seed)
    else:
        value = _CHECKS[question.kind](question, raw)
    notices.refuse_unplain(value)
    return value


def range_text(question: Question) -> str:
    """Which numbers are accepted, as a sentence; "" when all are."""
    low, high = question.min, question.max
    if low is not None and high is not None:
        message = _("Type a number between {low} and {high}.")
        return message.format(low=number(low), high=number(high))
    if low is not None:
        return _("Type a number of at least {low}.").format(low=number(low))
    if high is not None:
        return _("Type a number of at most {high}.").format(high=number(high))
    return ""


def words_missing(question: Question, value: str | None) -> int:
    """How many words a text still lacks; a short text is saved all the same."""
    return max(0, question.min_words - len((value or "").split()))


def _choice(question: Question, raw: Any) -> str | None:
    if raw == "":
        return None
    if not isinstance(raw, str) or raw not in {option.id for option in question.options}:
        raise AnswerError(_("Choose one of the options shown."))
    return raw


def _choices(question: Question, raw: Any) -> list[str] | None:
    known = {option.id for option in question.options}
    if not isinstance(raw, list | tuple | set) or not all(
        isinstance(name, str) and name in known for name in raw
    ):
        raise AnswerError(_("Choose among the options shown."))
    return sorted(set(raw)) or None


def _number(question: Question, raw: Any) -> float | None:
    value = _typed(question, raw) if isinstance(raw, str) else foreign.scalar(raw)
    if value is None:
        return None
    if not plain.is_number(value):
        raise AnswerError(range_text(question) or _("Type a number."))
    low, high = question.min, question.max
    if (low is not None and value < low) or (high is not None and value > high):
        message = _("{value} is out of range. {instruction}")
        raise AnswerError(message.format(value=number(value), instruction=range_text(question)))
    return int(value) if abs(value) < _EXACT and value == int(value) else float(value)


def _typed(question: Question, raw: str) -> float | None:
    if not raw.strip():
        return None
    try:
        return parse_number(raw, question.unit)
    except ValueError as error:
        raise AnswerError(str(error)) from error


def _order(question: Question, raw: Any) -> list[str]:
    known = sorted(item.id for item in question.items)
    if not isinstance(raw, list | tuple) or not all(isinstance(name, str) for name in raw):
        raise AnswerError(_("Put all items in order, each one once."))
    if sorted(raw) != known:
        raise AnswerError(_("Put all items in order, each one once."))
    return list(raw)


def _lanes(question: Question, raw: Any) -> dict[str, str] | None:
    items = [item.id for item in question.items]
    lanes = [lane.id for lane in question.lanes]
    if not isinstance(raw, dict) or not all(
        name in items and (lane in lanes if isinstance(lane, str) else lane is None)
        for name, lane in raw.items()
    ):
        raise AnswerError(_("Put each item into one of the lanes shown."))
    placed = {name: raw[name] for name in items if raw.get(name)}
    for lane in question.lanes:
        count = sum(1 for name in placed.values() if name == lane.id)
        if lane.capacity is not None and count > lane.capacity:
            message = ngettext(
                "“{lane}” holds at most {n} item. Take one out first.",
                "“{lane}” holds at most {n} items. Take one out first.",
                lane.capacity,
            )
            raise AnswerError(message.format(lane=lane.text, n=number(lane.capacity)))
    return placed or None


def _text(question: Question, raw: Any) -> str | None:
    if not isinstance(raw, str):
        raise AnswerError(_("Type a text."))
    text = _CONTROL.sub("", raw.replace("\r\n", "\n").replace("\r", "\n"))
    excess = len(text) - min(question.max_chars, plain.MAX_TEXT)
    if excess > 0:
        message = ngettext(
            "The text is {n} character too long. Shorten it.",
            "The text is {n} characters too long. Shorten it.",
            excess,
        )
        raise AnswerError(message.format(n=number(excess)))
    return text if text.strip() else None


def _code(question: Question, raw: Any) -> Any:
    if question.value_type == "list":
        return foreign.as_list(raw)
    if question.value_type == "table":
        return foreign.as_table(raw)
    if question.value_type == "text":
        return _text(question, foreign.scalar(raw))
    return _number(question, raw)


def _task(question: Question, raw: Any, seed: int) -> Any:
    try:
        return tasks.find(question.task).check_value(question.settings, seed, raw)
    except tasks.TaskError as error:
        raise AnswerError(str(error)) from error


_CHECKS: dict[str, Callable[[Question, Any], Any]] = {
    "choice": _choice,
    "choices": _choices,
    "number": _number,
    "predict": _number,
    "order": _order,
    "lanes": _lanes,
    "text": _text,
    "code": _code,
}
