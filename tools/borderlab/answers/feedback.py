"""What a lesson says at once about an answer, and whether a hint says too much."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from borderlab.answers.errors import AnswerError
from borderlab.answers.matching import folded
from borderlab.answers.numeric import within
from borderlab.answers.outcome import Part
from borderlab.answers.questions import Item, Option, Question
from borderlab.answers.scoring import Mark, score
from borderlab.i18n import NumberError, ngettext, number, parse_number
from borderlab.i18n import gettext as _

_TYPED = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")
_SENTENCES = re.compile(r"[.!?;\n]+")
_SHORTEST = 3  # letters; a shorter option text, such as "A", is found in any hint


@dataclass(frozen=True, slots=True)
class Feedback:
    """The comment on one answer, in the language in use.

    Attributes:
        state: ``right``, ``partly``, ``wrong``, or ``noted`` when nothing is judged.
        text: the verdict and the comments as one Markdown text.
        misconception: id of the first mistaken idea the answer shows, or "".
        verdict: one short sentence.
        comments: what is said about the chosen options, the misplaced items or the near miss.
        explain: the explanation of the question.
        credit: 0 to 1.
        parts: credit per option or item.
    """

    state: str
    text: str
    misconception: str = ""
    verdict: str = ""
    comments: tuple[str, ...] = ()
    explain: str = ""
    credit: float = 0.0
    parts: tuple[Part, ...] = ()


def check(question: Question, value: Any, seed: int = 0) -> Feedback:
    """Comment on a saved value of a lesson's question.

    Raises:
        AnswerError: there is no answer yet.
        ValueError: the question's key does not belong to its kind.
    """
    if value is None:
        raise AnswerError(_("Answer first, then check."))
    if not question.check or question.key is None or question.kind == "text":
        return _noted(question)
    if question.kind == "predict" and "answer" not in question.key:
        return _noted(question)
    mark = score(question.kind, full_key(question), value, 1.0, seed)
    comments = tuple(text for text in map(_comments(question).get, mark.feedback) if text)
    verdict = _verdict(question, mark)
    return Feedback(
        state=mark.state,
        text="\n\n".join((verdict, *comments)),
        misconception=mark.misconceptions[0] if mark.misconceptions else "",
        verdict=verdict,
        comments=comments,
        explain=question.explain,
        credit=mark.credit,
        parts=mark.parts,
    )


def _noted(question: Question) -> Feedback:
    verdict = _("Noted.")
    return Feedback("noted", verdict, verdict=verdict, explain=question.explain)


def full_key(question: Question) -> Mapping[str, Any]:
    """A lesson question's key with the misconceptions and capacities that stand elsewhere in it."""
    found = {part.id: part.misconception for part in _parts(question)}
    named = {name: idea for name, idea in found.items() if idea}
    sizes = {lane.id: lane.capacity for lane in question.lanes if lane.capacity is not None}
    extra = {"misconceptions": named} if named else {}
    return {**extra, **({"capacity": sizes} if sizes else {}), **(question.key or {})}


def _parts(question: Question) -> list[Option | Item]:
    return [*question.options, *question.items]


def _comments(question: Question) -> dict[str, str]:
    parts = {part.id: part.feedback for part in _parts(question)}
    near = (question.key or {}).get("near", ())
    return parts | {f"near-{n}": miss.get("feedback", "") for n, miss in enumerate(near, 1)}


def _verdict(question: Question, mark: Mark) -> str:
    if mark.state == "right":
        return _("Right.")
    hits = sum(1 for part in mark.parts if part.credit == 1.0)
    if question.kind in {"lanes", "order"} and hits:
        message = ngettext(
            "{hits} of {n} is in the right place.", "{hits} of {n} are in the right place.", hits
        )
        return message.format(hits=number(hits), n=number(len(mark.parts)))
    return _("Partly right.") if mark.state == "partly" else _("Not right.")


def hint_gives_away(question: Question, key: Mapping[str, Any], code: str = "en") -> str | None:
    """What a hint says too much, for authors (in English), or None.

    It may not hold the text of a right option, the number asked for, all items in their right
    order, or an item with its lane in one sentence.

    Args:
        question: the question in the language ``code``.
        key: its key.
        code: language the numbers in the hint are written in.
    """
    hint = folded(question.hint)
    if not hint:
        return None
    for option in question.options:
        if option.id in key.get("correct", ()) and _holds(hint, option.text):
            return f"the right option {option.text!r}"
    if "answer" in key and question.kind in {"number", "predict", "code"}:
        return _number_given(question.hint, key, code)
    if "order" in key:
        return _order_given(question, hint, key["order"])
    return _lane_given(question, key) if "lanes" in key else None


def _holds(hint: str, text: str) -> bool:
    wanted = folded(text).rstrip(".")
    if len(wanted) < _SHORTEST:
        return False
    return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", hint) is not None


def _number_given(hint: str, key: Mapping[str, Any], code: str) -> str | None:
    answer = key["answer"]
    if isinstance(answer, str):
        return f"the answer {answer!r}" if _holds(folded(hint), answer) else None
    if not isinstance(answer, int | float):
        return None
    scale = abs(answer) if key.get("relative") else 1.0
    for typed in _TYPED.findall(hint):
        try:
            found = parse_number(typed, code=code)
        except NumberError:
            continue
        if within(found, answer, float(key.get("tolerance", 0)) * scale):
            return f"the number {typed}"
    return None


def _order_given(question: Question, hint: str, right: list[str]) -> str | None:
    texts = {item.id: folded(item.text).rstrip(".") for item in question.items}
    places = [hint.find(texts[name]) if texts.get(name) else -1 for name in right]
    given = -1 not in places and places == sorted(places)
    return "all items in their right order" if given else None


def _lane_given(question: Question, key: Mapping[str, Any]) -> str | None:
    lanes = {lane.id: lane.text for lane in question.lanes}
    for sentence in map(folded, _SENTENCES.split(question.hint)):
        for item in question.items:
            for lane in key["lanes"].get(item.id, ()):
                if _holds(sentence, item.text) and _holds(sentence, lanes.get(lane, "")):
                    return f"the lane of {item.text!r}"
    return None
