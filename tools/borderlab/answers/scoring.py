"""Points for an answer. Pure: no files, no language, and a bad value earns nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from borderlab import tasks
from borderlab.answers.matching import judge_list, judge_table, judge_text
from borderlab.answers.numeric import judge_number
from borderlab.answers.outcome import Outcome, Part, outcome_of
from borderlab.answers.plain import is_number

Key = Mapping[str, Any]
MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer earns.

    Attributes:
        points: 0 to the points of the question.
        credit: share of the points, 0 to 1.
        state: ``right``, ``partly``, ``wrong``, ``empty`` or ``manual`` (a person marks it).
        misconceptions: ids of the mistaken ideas that the answer shows.
        feedback: ids of the options, items or near misses (``near-1``) the answer gives reason
            to comment on.
        parts: credit per option, item or cell.
    """

    points: float
    credit: float
    state: str
    misconceptions: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The mark as plain data."""
        found = asdict(self)
        return {**found, **{n: list(found[n]) for n in ("misconceptions", "feedback", "parts")}}


def score(kind: str, key: Key, value: Any, points: float, seed: int = 0) -> Mark:
    """Mark one answer.

    Args:
        kind: kind of the question.
        key: its key, as in ``key.json`` or a check cell; ids and numbers. ``misconceptions``
            (option, item or near miss -> misconception id) is optional.
        value: the saved value; anything that is no answer of this kind earns 0.
        points: most points.
        seed: the participant's number for random draws, which a task is drawn from.

    Raises:
        ValueError: unknown kind, or a key that does not belong to this kind: the author's
            mistake, never the participant's.
    """
    if kind not in _JUDGES and kind != "task":
        raise ValueError(f"unknown kind of question {kind!r}")
    if kind == "text":
        return Mark(0.0, 0.0, "empty" if value is None else MANUAL)
    if value is None:
        return Mark(0.0, 0.0, "empty")
    try:
        outcome = _task(key, value, seed) if kind == "task" else _JUDGES[kind](key, value)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this key does not belong to a question of kind {kind!r}") from error
    return _mark(outcome, key, points)


def _mark(outcome: Outcome, key: Key, points: float) -> Mark:
    credit = min(1.0, max(0.0, float(outcome.credit)))
    credit = round(credit, 9)  # a mean of right parts is right, whatever its last bit
    state = "right" if credit == 1.0 else "partly" if credit > 0.0 else "wrong"
    named = key.get("misconceptions", {})
    found = [*outcome.misconceptions, *(named[name] for name in outcome.feedback if name in named)]
    return Mark(
        points=float(points) * credit,
        credit=credit,
        state=state,
        misconceptions=tuple(dict.fromkeys(name for name in found if name)),
        feedback=outcome.feedback,
        parts=outcome.parts,
    )


def _choice(key: Key, value: Any) -> Outcome:
    right = value in list(key["correct"])
    return Outcome(float(right), feedback=(value,) if isinstance(value, str) else ())


def _choices(key: Key, value: Any) -> Outcome:
    correct = set(key["correct"])
    if not _is_texts(value):
        return Outcome(0.0)
    chosen = set(value)
    hits, false = len(chosen & correct), len(chosen - correct)
    parts = [Part(name, float(name in correct)) for name in sorted(chosen)]
    parts += [Part(name, 0.0) for name in sorted(correct - chosen)]
    return Outcome(
        max(0.0, (hits - false) / len(correct)),
        feedback=tuple(sorted(chosen | correct)),
        parts=tuple(parts),
    )


def _order(key: Key, value: Any) -> Outcome:
    right = list(key["order"])
    if not _is_texts(value) or sorted(value) != sorted(right):
        return Outcome(0.0)
    place = {name: rank for rank, name in enumerate(value)}
    pairs = list(combinations(right, 2))
    concordant = sum(place[one] < place[two] for one, two in pairs)
    parts = tuple(Part(name, float(place[name] == rank)) for rank, name in enumerate(right))
    credit = max(0.0, 2 * concordant / len(pairs) - 1) if pairs else 1.0
    return Outcome(credit, parts=parts, feedback=tuple(p.id for p in parts if not p.credit))


def _lanes(key: Key, value: Any) -> Outcome:
    accept: Mapping[str, list[str]] = key["lanes"]
    entries = value.items() if isinstance(value, dict) else ()
    placed = {item: lane for item, lane in entries if isinstance(lane, str)}
    full = _overfull(key.get("capacity", {}), placed)
    parts = tuple(
        Part(item, float(placed.get(item) in lanes and placed.get(item) not in full))
        for item, lanes in accept.items()
    )
    wrong = tuple(part.id for part in parts if not part.credit)
    return outcome_of(parts, feedback=wrong)


def _overfull(capacity: Mapping[str, int], placed: Mapping[str, Any]) -> set[str]:
    counts = {lane: sum(1 for name in placed.values() if name == lane) for lane in capacity}
    return {lane for lane, count in counts.items() if count > capacity[lane]}


def _predict(key: Key, value: Any) -> Outcome:
    return judge_number(key, value) if "answer" in key else Outcome(float(is_number(value)))


def _code(key: Key, value: Any) -> Outcome:
    return _MATCHES[key.get("match", "number")](key, value)


def _task(key: Key, value: Any, seed: int) -> Outcome:
    found = tasks.find(key["task"]).judge(key["settings"], key.get("secret", {}), seed, value)
    parts = tuple(Part(name, credit) for name, credit in found.parts)
    return Outcome(found.credit, found.misconceptions, parts=parts)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(name, str) for name in value)


_MATCHES: dict[str, Callable[[Key, Any], Outcome]] = {
    "number": judge_number,
    "text": judge_text,
    "list": judge_list,
    "table": judge_table,
    "choice": _choice,
    "choices": _choices,
    "order": _order,
}

_JUDGES: dict[str, Callable[[Key, Any], Outcome]] = {
    "choice": _choice,
    "choices": _choices,
    "number": judge_number,
    "predict": _predict,
    "order": _order,
    "lanes": _lanes,
    "code": _code,
    "text": lambda _key, _value: Outcome(0.0),
}
