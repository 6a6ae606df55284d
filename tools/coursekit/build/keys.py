"""The key of a question: ids and numbers only, equal in every language."""

from __future__ import annotations

from typing import Any

from coursekit.build.questions import Question
from coursekit.build.rules import code_match


def key_of(question: Question) -> dict[str, Any]:
    """What scoring compares an answer with; empty when nothing is compared."""
    data = question.data
    match question.kind:
        case "choice" | "choices":
            key: dict[str, Any] = {
                "correct": [o["id"] for o in data["options"] if o.get("correct")]
            }
            return key | _misconceptions(data["options"])
        case "order":
            return {"order": [item["id"] for item in data["items"]]} | _misconceptions(
                data["items"]
            )
        case "lanes":
            return _lanes_key(data)
        case "number" | "predict":
            return _number_key(data)
        case "code":
            return _code_key(question)
    return {}


def _misconceptions(rows: list[dict[str, Any]]) -> dict[str, Any]:
    named = {row["id"]: row["misconception"] for row in rows if "misconception" in row}
    return {"misconceptions": named} if named else {}


def _lanes_key(data: dict[str, Any]) -> dict[str, Any]:
    lanes = {item["id"]: list(item.get("accept", ())) for item in data["items"]}
    key: dict[str, Any] = {"lanes": lanes}
    capacity = {lane["id"]: lane["capacity"] for lane in data["lanes"] if "capacity" in lane}
    if capacity:
        key["capacity"] = capacity
    return key | _misconceptions(data["items"])


def _number_key(data: dict[str, Any]) -> dict[str, Any]:
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
        key = _number_key(data)
    elif "answer" in data or "accept" in data:
        names = ("answer", "accept", "ordered", "by", "tolerance", "relative")
        key = {name: data[name] for name in names if name in data}
    else:
        key = {}
    return {"match": match, **key} if key else {}


def solution_of(question: Question) -> Any:
    """An answer that earns all points, as a participant would save it; None when there is none."""
    key = key_of(question)
    match question.kind:
        case "choice":
            return key["correct"][0]
        case "choices":
            return sorted(key["correct"])
        case "order":
            return list(key["order"])
        case "lanes":
            return {item: lanes[0] for item, lanes in key["lanes"].items()}
        case "code" if "answer" not in key and "accept" in key:
            return key["accept"][0]
    return key.get("answer")


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
