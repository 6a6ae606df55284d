"""A crowd of participants of a real module: all right, mixed, empty; English, French, Spanish.

Right and wrong answers come from the module's own key file, so the crowd fits whatever is asked.
"""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

from grading import people

COURSE = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr", "es")
TEXTS = {
    "en": "Of 10,000 consignments 10 are illegal; the dog finds 9 and stops 200 others.",
    "fr": "Sur 10 000 envois, 10 sont illégaux ; le chien en trouve 9 et en arrête 200 autres.",
    "es": "De 10 000 envíos, 10 son ilegales; el perro halla 9 y detiene otros 200.",
}


@cache
def _files(module: str) -> tuple[dict[str, Any], dict[str, Any]]:
    key = json.loads((COURSE / "solutions" / "en" / f"{module}.key.json").read_text("utf-8"))
    path = COURSE / "exercises" / "en" / module / "questions.json"
    asked = json.loads(path.read_text("utf-8"))
    return key["questions"], {entry["id"]: entry for entry in asked["questions"]}


def right(module: str, language: str = "en") -> dict[str, Any]:
    """Answers that earn full marks (a text for questions that a person marks)."""
    keys, asked = _files(module)
    return {qid: _right(entry, keys[qid].get("key", {}), language) for qid, entry in asked.items()}


def _right(question: dict[str, Any], key: dict[str, Any], language: str) -> Any:
    if question["kind"] == "text":
        return TEXTS[language]
    if "lanes" in key:
        return {item: lanes[0] for item, lanes in key["lanes"].items()}
    if question["kind"] == "choices":
        return sorted(key["correct"])
    for name in ("answer", "order"):
        if name in key:
            return key[name]
    return key["correct"][0]


def wrong(module: str) -> dict[str, Any]:
    """Answers that earn little: near misses, other options, half-done sorting."""
    keys, asked = _files(module)
    return {qid: _wrong(entry, keys[qid].get("key", {})) for qid, entry in asked.items()}


def _wrong(question: dict[str, Any], key: dict[str, Any]) -> Any:
    options = [row["id"] for row in question.get("options", ())]
    match question["kind"]:
        case "choice":
            return next(name for name in options if name not in key["correct"])
        case "choices":
            return options[:2]
        case "order":
            return key["order"][::-1]
        case "lanes":
            return {item: lanes[0] for item, lanes in list(key["lanes"].items())[::2]}
        case "text":
            return "No sé."
    near = key.get("near")
    return near[0]["value"] if near else -1


def values(module: str, number: int) -> dict[str, Any]:
    """The answers of one person: every fifth all right, every fifth none, the others mixed."""
    language = LANGUAGES[number % 3]
    good, bad = right(module, language), wrong(module)
    if number % 5 == 0:
        return good
    if number % 5 == 1:
        return {}
    dice = random.Random(1000 + number)  # noqa: S311  (test data)
    found = {}
    for qid, answer in good.items():
        chance = dice.random()
        if chance < 0.85:
            found[qid] = answer if chance < 0.5 else bad[qid]
    return found


def bundles(out: Path, module: str, count: int) -> None:
    """Hand-in files of ``count`` people."""
    for number in range(count):
        found = values(module, number) or {"q1": None}
        people.bundle(out, COURSE, module, number, found, LANGUAGES[number % 3])


def tree(out: Path, module: str, count: int) -> None:
    """The same work as an nbgrader tree, with texts in their cells as a hand-in has them."""
    for number in range(count):
        found = values(module, number) or {"q1": None}
        folder = out / people.seat(number) / module
        people.exercise(folder, COURSE, module, found, LANGUAGES[number % 3])
        for qid, entry in _files(module)[1].items():
            if entry["kind"] == "text" and found.get(qid):
                people.fill(folder / f"{module}.ipynb", qid, found[qid])
