"""Small questions and stores for the tests of the answers room."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from borderlab.answers import Question, Store
from borderlab.answers.loading import parse_questions
from borderlab.i18n import set_language

OPTIONS = [
    {"id": "a", "text": "About 98"},
    {"id": "b", "text": "About 5"},
    {"id": "c", "text": "0"},
]
ITEMS = [{"id": "i1", "text": "Look"}, {"id": "i2", "text": "Ask"}, {"id": "i3", "text": "Decide"}]
LANES = [{"id": "red", "text": "Red lane", "capacity": 1}, {"id": "green", "text": "Green lane"}]
FIELDS: dict[str, dict[str, Any]] = {
    "choice": {"options": OPTIONS},
    "choices": {"options": OPTIONS},
    "number": {"unit": "kg", "min": 0, "max": 100},
    "predict": {"min": 0, "max": 100},
    "order": {"items": ITEMS},
    "lanes": {"items": ITEMS, "lanes": LANES},
    "text": {"max_chars": 20},
    "code": {},
}


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("NBGRADER_EXECUTION", "BORDERLAB_HEADLESS"):
        monkeypatch.delenv(name, raising=False)
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def question() -> Callable[..., Question]:
    """A question of a kind, with fields added or replaced."""

    def make(kind: str, **fields: Any) -> Question:
        entry = {"id": "q1", "kind": kind, "prompt": "?", **FIELDS[kind], **fields}
        head = {"schema": 1, "module": "m00", "part": "lesson", "language": "en", "title": ""}
        return parse_questions({**head, "questions": [entry]})["q1"]

    return make


@pytest.fixture
def store(tmp_path: Path) -> Callable[..., Store]:
    """A store in the test's folder; called again, it is another window."""

    def make(module: str = "m00", part: str = "exercise", **options: Any) -> Store:
        return Store(tmp_path, module, part, "en", **options)

    return make
