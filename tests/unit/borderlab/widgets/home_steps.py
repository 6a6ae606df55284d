"""A course of two modules, and what a participant does on its home page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from borderlab.answers.store import Store
from borderlab.widgets.home import HomePage
from borderlab.widgets.home_course import read_course

MODULES = {"m00_welcome": 2, "m01_more": 1}


def question_file(module: str, part: str, code: str, count: int) -> str:
    kind = {"kind": "number", "prompt": "How many?", "points": 1, "min": 0, "max": 9}
    questions = [{"id": f"q{n}", **kind} for n in range(1, count + 1)]
    head = {"schema": 1, "kit": "0.1.0", "module": module, "part": part, "language": code}
    return json.dumps({**head, "title": "T", "questions": questions})


def notebook() -> str:
    return json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def make_edition(root: Path, code: str) -> None:
    entries = []
    for module, count in MODULES.items():
        for part, folder, name in (
            ("lesson", root / "modules" / code / module, "lesson"),
            ("exercise", root / "exercises" / code / module, module),
        ):
            folder.mkdir(parents=True)
            (folder / f"{name}.ipynb").write_text(notebook())
            (folder / "questions.json").write_text(question_file(module, part, code, count))
        entries.append(
            {
                "id": module,
                "title": f"Title <{module}>",
                "minutes": 15,
                "summary": "S & s",
                "needs": ["A browser."],
                "lesson": f"{module}/lesson.ipynb",
                "exercise": f"../../exercises/{code}/{module}/{module}.ipynb",
                "questions": {"lesson": count, "exercise": count},
            }
        )
    home = root / "modules" / code
    course = {"schema": 1, "kit": "0.1.0", "language": code, "modules": entries}
    (home / "course.json").write_text(json.dumps(course))
    (home / "home.ipynb").write_text(notebook())


def answer(root: Path, code: str, module: str, *qids: str, part: str = "exercise") -> None:
    tree = "exercises" if part == "exercise" else "modules"
    store = Store(root / tree / code / module, module, part, code)
    for qid in qids:
        store.save(qid, 4.0)


def page(root: Path, code: str = "en") -> HomePage:
    return HomePage(read_course(root / "modules" / code))


def send(shown: HomePage, **message: Any) -> None:
    """What the browser sends."""
    shown._heard(shown, message, [])


def bundles(root: Path) -> list[Path]:
    return sorted((root / "hand-in").glob("*.zip"))
