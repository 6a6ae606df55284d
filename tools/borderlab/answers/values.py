"""Is this an answer to that question? Values are normalised, or refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from borderlab.answers.errors import AnswerError
from borderlab.answers.questions import Question
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, parse_number

_EMPTY: tuple[Any, ...] = (None, "", ...)


def check_value(question: Question, raw: Any) -> Any:
    """The answer as it is saved: plain data in one form.

    Args:
        question: the question that is answered.
        raw: what the widget or the code cell gives; numbers may be typed text.

    Returns:
        The value, or None when nothing is chosen, typed or placed (which clears an answer).

    Raises:
        AnswerError: a sentence in the language in use that says what is wrong and what to do.
    """
    if raw is ... or raw is None:
        return None
    return _CHECKS[question.kind](question, raw)


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


def _number(question: Question, raw: Any) -> float | int | None:
    from borderlab.answers.plain import is_number

    if isinstance(raw, str):
        if not raw.strip():
            return None
        try:
            raw = parse_number(raw, question.unit)
        except ValueError as error:
            raise AnswerError(str(error)) from error
    raw = _scalar(raw)
    if not is_number(raw):
        raise AnswerError(_("Type a number. {range}").format(range=range_text(question)).strip())
    low, high = question.min, question.max
    if (low is not None and raw < low) or (high is not None and raw > high):
        raise AnswerError(
            _("{range} You gave {value}.").format(range=range_text(question), value=number(raw))
        )
    return int(raw) if float(raw).is_integer() and abs(raw) < 2**53 else float(raw)


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


def _order(question: Question, raw: Any) -> list[str]:
    known = sorted(item.id for item in question.items)
    if not isinstance(raw, list | tuple) or not all(isinstance(name, str) for name in raw):
        raise AnswerError(_("Put all items in order."))
    if sorted(raw) != known:
        raise AnswerError(_("Put all items in order, each one once."))
    return list(raw)


def _lanes(question: Question, raw: Any) -> dict[str, str] | None:
    items = [item.id for item in question.items]
    lanes = {lane.id: lane for lane in question.lanes}
    if not isinstance(raw, dict) or not all(
        name in items and (lane is None or (isinstance(lane, str) and lane in lanes))
        for name, lane in raw.items()
    ):
        raise AnswerError(_("Put each item into one of the lanes shown."))
    placed = {name: raw[name] for name in items if raw.get(name)}
    for lane in question.lanes:
        count = sum(1 for name in placed.values() if name == lane.id)
        if lane.capacity is not None and count > lane.capacity:
            raise AnswerError(
                ngettext(
                    "“{lane}” holds at most {n} item. Take one out first.",
                    "“{lane}” holds at most {n} items. Take one out first.",
                    lane.capacity,
                ).format(lane=lane.text, n=lane.capacity)
            )
    return placed or None


def _text(question: Question, raw: Any) -> str | None:
    if not isinstance(raw, str):
        raise AnswerError(_("Type a text."))
    text = raw.replace("\r\n", "\n")
    if len(text) > question.max_chars:
        raise AnswerError(
            ngettext(
                "The text is {n} character too long.",
                "The text is {n} characters too long.",
                len(text) - question.max_chars,
            ).format(n=number(len(text) - question.max_chars))
        )
    return text if text.strip() else None


def _code(question: Question, raw: Any) -> Any:
    if question.value_type == "number":
        return _number(question, raw)
    if question.value_type == "text":
        return _text(question, raw)
    return raw


def _scalar(raw: Any) -> Any:
    item = getattr(raw, "item", None)
    return item() if callable(item) else raw


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
