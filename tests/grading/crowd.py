"""A crowd of participants of a real module: all right, mixed, empty; English, French, Spanish.

Right and wrong answers come from the module's own key file, so the crowd fits whatever is asked.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from borderlab import __version__, tasks
from borderlab.answers.bundle import make_bundle
from grading import people

COURSE = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr", "es")
TEXTS = {
    "en": "Of 10,000 consignments 10 are illegal; the dog finds 9 and stops 200 others.",
    "fr": "Sur 10 000 envois, 10 sont illégaux ; le chien en trouve 9 et en arrête 200 autres.",
    "es": "De 10 000 envíos, 10 son ilegales; el perro halla 9 y detiene otros 200.",
}


def languages(modules: Sequence[str]) -> tuple[str, ...]:
    """The languages in which all these modules are built."""
    made = COURSE / "exercises"
    return tuple(
        code for code in LANGUAGES if all((made / code / name).is_dir() for name in modules)
    )


@cache
def _files(module: str) -> tuple[dict[str, Any], dict[str, Any]]:
    key = json.loads((COURSE / "solutions" / "en" / f"{module}.key.json").read_text("utf-8"))
    path = COURSE / "exercises" / "en" / module / "questions.json"
    asked = json.loads(path.read_text("utf-8"))
    return key["questions"], {entry["id"]: entry for entry in asked["questions"]}


def right(module: str, language: str = "en", seed: int = 7) -> dict[str, Any]:
    """Answers that earn full marks (a text for questions that a person marks).

    Args:
        module: a module of the course.
        language: of the text.
        seed: the participant's number, from which tasks are drawn.
    """
    keys, asked = _files(module)
    return {
        qid: _right(entry, keys[qid].get("key", {}), language, seed) for qid, entry in asked.items()
    }


def _right(question: dict[str, Any], key: dict[str, Any], language: str, seed: int) -> Any:
    if question["kind"] == "text":
        return TEXTS[language]
    if question["kind"] == "task":
        return tasks.find(key["task"]).solution(key["settings"], key.get("secret", {}), seed)
    if "lanes" in key:
        return {item: lanes[0] for item, lanes in key["lanes"].items()}
    if question["kind"] == "choices":
        return sorted(key["correct"])
    for name in ("answer", "order"):
        if name in key:
            return key[name]
    return key["correct"][0]


def wrong(module: str, seed: int = 7) -> dict[str, Any]:
    """Answers that earn little: near misses, other options, half-done sorting, others' cases."""
    keys, asked = _files(module)
    return {qid: _wrong(entry, keys[qid].get("key", {}), seed) for qid, entry in asked.items()}


def _wrong(  # noqa: PLR0911  (one for each kind)
    question: dict[str, Any], key: dict[str, Any], seed: int
) -> Any:
    if question["kind"] == "task":
        return _right(question, key, "en", seed + 1)
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


def values(module: str, number: int, seed: int = 7) -> dict[str, Any]:
    """The answers of one person: every fifth all right, every fifth none, the others mixed."""
    known = languages([module])
    language = known[number % len(known)]
    if number % 5 == 1:
        return {}
    good = right(module, language, seed)
    if number % 5 == 0:
        return good
    bad = wrong(module, seed)
    dice = random.Random(1000 + number)  # noqa: S311  (test data)
    found = {}
    for qid, answer in good.items():
        chance = dice.random()
        if chance < 0.85:
            found[qid] = answer if chance < 0.5 else bad[qid]
    return found


def bundles(out: Path, modules: Sequence[str], count: int, first: int = 0) -> None:
    """Hand-in files of ``count`` people, each with all these modules."""
    for number in range(first, first + count):
        known = languages(modules)
        language = known[number % len(known)]
        folders = [_folder(out / ".work", module, number) for module in modules]
        make_bundle(folders, out, people.seat(number), language, __version__, now=people.MADE)
        shutil.rmtree(out / ".work")


def tree(out: Path, modules: Sequence[str], count: int) -> None:
    """The same work as an nbgrader tree, with texts in their cells as a hand-in has them."""
    for number in range(count):
        for module in modules:
            folder = _folder(out / people.seat(number), module, number)
            found = json.loads((folder / "answers.json").read_text("utf-8"))["answers"]
            for qid, entry in _files(module)[1].items():
                if entry["kind"] == "text" and qid in found and found[qid]["value"]:
                    people.fill(folder / f"{module}.ipynb", qid, found[qid]["value"])


def _folder(out: Path, module: str, number: int) -> Path:
    """One person's exercise folder."""
    seed = 5_000 + 10 * number
    found = values(module, number, seed) or {"q1": None}
    known = languages([module])
    return people.exercise(out / module, COURSE, module, found, known[number % len(known)], seed)
