"""What a lesson says at once about an answer: right or not, why, and the idea behind a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from borderlab import tasks
from borderlab.answers.questions import Question
from borderlab.answers.scoring import Mark, score
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext
from borderlab.widgets import richtext


def feedback_for(question: Question, value: Any, seed: int = 0) -> dict[str, Any]:
    """Feedback on an answer of a lesson question.

    Args:
        question: A question that carries its key.
        value: The saved value.
        seed: The participant's number for random draws, which a task is drawn from.

    Returns:
        ``state`` (right, partly, wrong, noted), ``title``, ``items`` and ``explain`` as the
        browser shows them; an empty dict when there is nothing to say.
    """
    if question.key is None or value is None:
        return {}
    mark = score(question.kind, question.key, value, question.points or 1.0, seed)
    noted = question.kind == "predict" or mark.state in {"manual", "empty"}
    return {
        "state": "noted" if noted else mark.state,
        "title": _prediction_title(mark) if question.kind == "predict" else _title(mark),
        "items": _items(question, question.key, value, mark),
        "explain": _explanation(question, question.key, value, seed),
        # After a mistake the explanation waits for a click, so that a second try is worth it.
        "explain_open": noted or mark.state == "right",
        "read_again": question.read_again,
    }


def _explanation(
    question: Question, key: Mapping[str, Any], value: Any, seed: int
) -> richtext.Node | None:
    texts = [question.explain]
    if question.kind == "task":
        secret = key.get("secret", {})
        texts.append(tasks.find(question.task).explain(question.settings, secret, seed, value))
    whole = "\n\n".join(text for text in texts if text)
    return richtext.parse(whole) if whole else None


def _title(mark: Mark) -> str:
    titles = {
        "right": _("Right."),
        "partly": _("Partly right."),
        "wrong": _("Not yet. You can change your answer and check again."),
    }
    return titles.get(mark.state, _("Your answer is noted."))


def _prediction_title(mark: Mark) -> str:
    if mark.state == "right":
        return _("Your prediction was close.")
    return _("Your prediction is kept. Compare it with what follows.")


def _items(
    question: Question, key: Mapping[str, Any], value: Any, mark: Mark
) -> list[dict[str, Any]]:
    if question.kind == "choice":
        good = mark.state == "right"
        return [_item(o, right=good) for o in question.options if o.id == value and o.feedback]
    if question.kind == "choices":
        return _chosen(question, key, value)
    if question.kind in {"order", "lanes"}:
        right = {part.id for part in mark.parts if part.credit == 1}
        return [
            _item(item, right=item.id in right, quiet=item.id in right)
            for item in _in_answer_order(question, value)
        ]
    return _near(key, mark, "note" if question.kind == "predict" else "bad")


def _in_answer_order(question: Question, value: Any) -> list[Any]:
    if question.kind != "order":
        return list(question.items)
    by_id = {item.id: item for item in question.items}
    return [by_id[name] for name in value if name in by_id]


def _chosen(question: Question, key: Mapping[str, Any], value: Any) -> list[dict[str, Any]]:
    correct = set(key.get("correct", ()))
    items = [
        _item(option, right=option.id in correct)
        for option in question.options
        if option.id in value
    ]
    missing = len(correct - set(value))
    if missing:
        words = ngettext(
            "{n} right option is not chosen yet.",
            "{n} right options are not chosen yet.",
            missing,
        )
        items.append(_line("missed", None, words.format(n=missing)))
    return items


def _near(key: Mapping[str, Any], mark: Mark, sign: str) -> list[dict[str, Any]]:
    """The comment on a near miss: a number that a common mistake leads to."""
    near = list(key.get("near", ()))
    places = [int(name[5:]) for name in mark.feedback if name.startswith("near-")]
    texts = [near[place - 1].get("feedback", "") for place in places if place <= len(near)]
    return [_line(sign, None, text) for text in texts if text]


def _item(part: Any, *, right: bool, quiet: bool = False) -> dict[str, Any]:
    return _line("good" if right else "bad", part.text, "" if quiet else part.feedback)


def _line(mark: str, label: str | None, text: str) -> dict[str, Any]:
    said = {"good": _("Right:"), "bad": _("Not right:"), "missed": _("Missing:")}.get(mark, "")
    return {
        "mark": mark,
        "said": said,
        "label": richtext.parse(label) if label else None,
        "text": richtext.parse(text) if text else None,
    }
