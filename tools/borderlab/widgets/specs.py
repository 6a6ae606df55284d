"""What the browser needs to know to show a question; texts are already parsed and localised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from borderlab.answers.questions import Lane, Question
from borderlab.answers.values import range_text
from borderlab.i18n import details, language, ngettext, number
from borderlab.i18n import gettext as _
from borderlab.widgets import richtext
from borderlab.widgets.display import colon
from borderlab.widgets.session import Session

_SLIDER_STEPS = 1_000  # more steps than this cannot be set with a finger


def spec_of(session: Session, question: Question) -> dict[str, Any]:
    """Everything about a question but its answer, as plain data."""
    questions = session.questions
    return {
        "key": f"{questions.module}/{questions.part}/{question.id}/{session.store.seed}",
        "kind": question.kind,
        "language": session.language,
        "heading": heading(session, question),
        "prompt": richtext.parse(question.prompt),
        "has_hint": bool(question.hint),
        "formative": is_formative(question),
        **_kind_fields(question),
    }


def is_formative(question: Question) -> bool:
    """Whether the answer can be checked at once: a lesson question with a key."""
    return question.check and question.key is not None and question.kind not in {"text", "predict"}


def heading(session: Session, question: Question) -> str:
    """Such as "Question 3 of 7 · 2 points"."""
    place = _("Question {n} of {total}").format(
        n=session.questions.number(question.id), total=len(session.questions)
    )
    if not question.points:
        return place
    points = ngettext("{n} point", "{n} points", _plural_count(question.points))
    return f"{place} · {points.format(n=number(question.points))}"


def _plural_count(points: float) -> int:
    return int(points) if float(points).is_integer() else 2


def _kind_fields(question: Question) -> dict[str, Any]:
    if question.kind in {"choice", "choices"}:
        return {"options": _parts(question.options)}
    if question.kind == "order":
        return {"items": _parts(question.items)}
    if question.kind == "lanes":
        return {"items": _parts(question.items), "lanes": _lanes(question.lanes)}
    if question.kind in {"number", "predict"}:
        return _number_fields(question)
    if question.kind == "text":
        return {"min_words": question.min_words, "max_chars": question.max_chars}
    if question.kind in {"code", "task"}:
        return {"code_line": f'kit.answer("{question.id}", ...)'}
    raise ValueError(f"no widget for questions of kind {question.kind!r}")


def _number_fields(question: Question) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "unit": question.unit,
        "range_text": range_text(question),
        "decimal_sign": details(language()).decimal,
    }
    low, high = question.min, question.max
    decimals = question.decimals or 0
    wanted = question.kind == "predict" and low is not None and high is not None
    if wanted and low is not None and high is not None:
        step = 10.0**-decimals
        if (high - low) / step <= _SLIDER_STEPS:
            fields["slider"] = {
                "min": low,
                "max": high,
                "step": step,
                "low": number(low, decimals),
                "high": number(high, decimals),
                "decimals": decimals,
            }
    return fields


def _parts(parts: Sequence[Any]) -> list[dict[str, Any]]:
    return [
        {"id": part.id, "text": richtext.parse(part.text), "plain": richtext.plain(part.text)}
        for part in parts
    ]


def _lanes(lanes: Sequence[Lane]) -> list[dict[str, Any]]:
    letters = lane_letters([lane.text for lane in lanes])
    return [
        {**part, "letter": letter, "capacity": lane.capacity}
        for part, letter, lane in zip(_parts(lanes), letters, lanes, strict=True)
    ]


def lane_letters(names: Sequence[str]) -> list[str]:
    """A letter for each lane: its first one if all differ, else A, B, C in order."""
    first = [richtext.plain(name)[:1].upper() for name in names]
    if len(set(first)) == len(first) and all(letter.isalpha() for letter in first):
        return first
    return [chr(ord("A") + place) for place in range(len(names))]


def shown_value(value: Any) -> str:
    """A saved value as the reader writes it: numbers in the language's notation."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value)
    return value if isinstance(value, str) else repr(value)


def question_strings() -> dict[str, str]:
    """Every text of the browser's side, in the language in use."""
    return {
        "colon": colon(),
        "saving": _("Saving…"),
        "not_saved": _(
            "Not saved: the notebook's kernel does not answer. Your answer stays here; "
            "press Try again."
        ),
        "try_again": _("Try again"),
        "check": _("Check my answer"),
        "hint": _("Hint"),
        "explanation": _("Show the explanation"),
        "read_again": _("Read this part again"),
        "choose_one": _("Choose one answer."),
        "choose_several": _("Choose all that apply."),
        "your_answer": _("Your answer"),
        "your_prediction": _("Your prediction"),
        "show_me": _("Show me"),
        "predict_first": _("Give your prediction first."),
        "predict_note": _("After “Show me” your prediction is final."),
        "put_in_order": _(
            "Drag the rows, or use the arrow buttons. With the keyboard: Alt and arrow up or down."
        ),
        "keep_order": _("This order is my answer"),
        "move_up": _("Move up: {item}"),
        "move_down": _("Move down: {item}"),
        "moved": _("{item}: now place {place} of {total}"),
        "sort_items": _("Choose a lane on each card, or drag the card to its lane."),
        "to_sort": _("Not sorted yet"),
        "left_to_sort": _("Still to sort: {n}"),
        "all_sorted": _("Everything is sorted."),
        "lane_count": _("{n} inside"),
        "lane_count_of": _("{n} of {capacity}"),
        "lane_full": _("too many"),
        "your_text": _("Your text"),
        "words": _("Words: {n}"),
        "text_full": _("The field is full; what goes beyond is cut off."),
        "words_at_least": _("Words: {n} (at least {min})"),
        "code_how": _(
            "Answer in the code cell below: put your number or calculation in place of the three "
            "dots and press Shift+Enter."
        ),
        "code_saved": _("Saved answer:"),
        "code_none": _("none yet"),
        "copy": _("Copy"),
        "copied": _("Copied"),
    }
