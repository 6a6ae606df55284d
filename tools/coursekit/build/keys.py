"""The key of a question: ids and numbers only, equal in every language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from borderlab import tasks
from coursekit.build.questions import Question
from coursekit.build.rules import code_match


def key_of(question: Question) -> dict[str, Any]:
    """What scoring compares an answer with; empty when nothing is compared."""
    make = _KEYS.get(question.kind)
    return make(question) if make else {}


def _choice_key(question: Question) -> dict[str, Any]:
    options = question.data["options"]
    correct = [option["id"] for option in options if option.get("correct")]
    return {"correct": correct} | _misconceptions(options)


def _order_key(question: Question) -> dict[str, Any]:
    items = question.data["items"]
    return {"order": [item["id"] for item in items]} | _misconceptions(items)


def _task_key(question: Question) -> dict[str, Any]:
    named = {name: dict(question.data.get(name, {})) for name in ("settings", "secret")}
    return {"task": question.data["task"], **named}


def _misconceptions(rows: list[dict[str, Any]]) -> dict[str, Any]:
    named = {row["id"]: row["misconception"] for row in rows if "misconception" in row}
    return {"misconceptions": named} if named else {}


def _lanes_key(question: Question) -> dict[str, Any]:
    data = question.data
    lanes = {item["id"]: list(item.get("accept", ())) for item in data["items"]}
    key: dict[str, Any] = {"lanes": lanes}
    capacity = {lane["id"]: lane["capacity"] for lane in data["lanes"] if "capacity" in lane}
    if capacity:
        key["capacity"] = capacity
    return key | _misconceptions(data["items"])


def _number_key(question: Question) -> dict[str, Any]:
    data = question.data
    if "answer" not in data:
        return {}
    key: dict[str, Any] = {
        name: data[name] for name in ("answer", "tolerance", "relative") if name in data
    }
    if near := data.get("near"):
        names = ("value", "tolerance", "credit", "misconception")
        key["near"] = [{n: row[n] for n in names if n in row} for row in near]
    if partial := data.get("partial"):
        key["partial"] = [{n: row[n] for n in ("tolerance", "credit")} for row in partial]
    return key


def _code_key(question: Question) -> dict[str, Any]:
    match, data = code_match(question), question.data
    if match == "number":
        key = _number_key(question)
    elif "answer" in data or "accept" in data:
        names = ("answer", "accept", "ordered", "by", "tolerance", "relative")
        key = {name: data[name] for name in names if name in data}
    else:
        key = {}
    return {"match": match, **key} if key else {}


_KEYS: dict[str, Callable[[Question], dict[str, Any]]] = {
    "choice": _choice_key,
    "choices": _choice_key,
    "order": _order_key,
    "lanes": _lanes_key,
    "number": _number_key,
    "predict": _number_key,
    "code": _code_key,
    "task": _task_key,
}


def solution_of(question: Question, seed: int = 0) -> Any:
    """An answer that earns all points, as a participant would save it; None when there is none.

    Args:
        question: the question.
        seed: the participant's number for random draws, which a task is drawn from.
    """
    key = key_of(question)
    make = _SOLUTIONS.get(question.kind)
    if question.kind == "task":
        return tasks.find(key["task"]).solution(key["settings"], key["secret"], seed)
    if make:
        return make(key)
    return key["accept"][0] if "accept" in key and "answer" not in key else key.get("answer")


_SOLUTIONS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "choice": lambda key: key["correct"][0],
    "choices": lambda key: sorted(key["correct"]),
    "order": lambda key: list(key["order"]),
    "lanes": lambda key: {item: lanes[0] for item, lanes in key["lanes"].items()},
}


def literal(value: Any) -> str:
    """Write plain data as Python with double quotes, the same on every run."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)
    return repr(value)
