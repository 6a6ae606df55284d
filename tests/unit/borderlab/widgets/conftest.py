"""A small notebook folder with one question of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import borderlab as kit
from borderlab.i18n import language, set_language
from borderlab.widgets import session as sessions
from unit.borderlab.widgets.home_steps import make_edition

HOSTILE = '<img src=x onerror="alert(1)">'

QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "q1",
        "kind": "choice",
        "prompt": f"Which **one**? {HOSTILE}",
        "hint": "Think of `10,000`.",
        "explain": "Because.",
        "key": {"correct": ["b"]},
        "options": [
            {
                "id": "a",
                "text": "About 98 %",
                "feedback": "That is the rate.",
                "misconception": "K1",
            },
            {"id": "b", "text": "About 5 %", "feedback": "Yes."},
        ],
    },
    {
        "id": "q2",
        "kind": "choices",
        "prompt": "Which?",
        "key": {"correct": ["a", "b"]},
        "options": [{"id": name, "text": name.upper()} for name in "abc"],
    },
    {
        "id": "n1",
        "kind": "number",
        "prompt": "How many?",
        "unit": "parcels",
        "min": 0,
        "max": 100,
        "decimals": 1,
        "key": {
            "answer": 33.1,
            "tolerance": 1,
            "near": [{"value": 98, "tolerance": 2, "feedback": "That is the detection rate."}],
        },
    },
    {
        "id": "p1",
        "kind": "predict",
        "prompt": "Guess.",
        "unit": "of 100 alerts",
        "min": 0,
        "max": 100,
        "explain": "About 5.",
        "key": {"answer": 4.7, "tolerance": 1.5},
    },
    {
        "id": "o1",
        "kind": "order",
        "prompt": "Order.",
        "key": {"order": ["i1", "i2", "i3"]},
        "items": [{"id": f"i{n}", "text": f"Step {n}"} for n in (1, 2, 3)],
    },
    {
        "id": "l1",
        "kind": "lanes",
        "prompt": "Sort.",
        "key": {"lanes": {"c1": ["red"], "c2": ["green"]}},
        "lanes": [
            {"id": "red", "text": "Red", "capacity": 1},
            {"id": "green", "text": "Green"},
        ],
        "items": [
            {"id": "c1", "text": "Crate", "feedback": "Look inside."},
            {"id": "c2", "text": "Box", "feedback": "Let it go."},
        ],
    },
    {"id": "t1", "kind": "text", "prompt": "Say.", "max_chars": 60, "min_words": 2},
    {"id": "k1", "kind": "code", "prompt": "Compute.", "unit": "parcels", "value_type": "number"},
]


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No open notebook, English, a person at the keyboard."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.delenv("BORDERLAB_HEADLESS", raising=False)
    before = language()
    sessions.open_session(None)
    set_language("en")
    yield
    sessions.open_session(None)
    set_language(before)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The notebook's folder, which is the working directory."""
    write_questions(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_questions(path: Path, *, part: str = "lesson", language: str = "en") -> None:
    """Write questions.json; an exercise carries no keys."""
    hidden = () if part == "lesson" else ("key", "explain")
    questions = [{k: v for k, v in q.items() if k not in hidden} for q in QUESTIONS]
    found = {
        "schema": 1,
        "kit": "0.1.0",
        "module": "m00_welcome",
        "part": part,
        "language": language,
        "title": "Welcome",
        "questions": questions,
    }
    (path / "questions.json").write_text(json.dumps(found), encoding="utf-8")


@pytest.fixture
def opened(folder: Path) -> Any:
    """The course line of the opened notebook."""
    return kit.open_notebook("m00_welcome", "lesson", language="en")


@pytest.fixture
def file(folder: Path) -> Callable[[], dict[str, Any]]:
    """What stands in answers.json now: question id -> record."""

    def read() -> dict[str, Any]:
        found = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
        return dict(found["answers"])

    return read


def send(widget: Any, value: Any, *, answer_id: str = "x1", commit: bool = False) -> dict[str, str]:
    """Answer as the browser does; gives the status that comes back."""
    content = {"type": "answer", "value": value, "id": answer_id, "commit": commit}
    widget._handle_custom_msg(content, [])
    return dict(widget.status)


def press(widget: Any, name: str) -> None:
    """Press a button: ``hint`` or ``check``."""
    widget._handle_custom_msg({"type": name}, [])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A participant's folder in English and French; the kernel stands on the English home page."""
    monkeypatch.delenv("BORDERLAB_HEADLESS", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    for code in ("en", "fr"):
        make_edition(tmp_path, code)
    monkeypatch.chdir(tmp_path / "modules" / "en")
    before = language()
    set_language("en")
    yield tmp_path
    set_language(before)
