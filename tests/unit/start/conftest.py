from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from borderlab import i18n
from starter.kit import Kit

ROOT = Path(__file__).resolve().parents[3]


def notebook(*sources: str, **answers: str) -> dict[str, Any]:
    """A notebook with these markdown cells and, by grade id, these answer cells."""
    cells = [{"cell_type": "markdown", "metadata": {}, "source": [text]} for text in sources]
    for name, text in answers.items():
        metadata = {"tags": ["kit-answer"], "nbgrader": {"grade_id": name, "solution": True}}
        cells.append({"cell_type": "code", "metadata": metadata, "source": [text]})
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def write(path: Path, content: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with i18n.in_language("en"):
        yield


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    """A checkout in a path with spaces and accents, with lessons in two languages."""
    root = tmp_path / "Été à Genève" / "kit copie"
    for language in ("en", "fr"):
        write(root / "modules" / language / "home.ipynb", notebook("home"))
        write(root / "modules" / language / "m00" / "lesson.ipynb", notebook("lesson"))
        exercise = notebook("exercise", q1="# your code")
        write(root / "exercises" / language / "m00" / "m00.ipynb", exercise)
    (root / "requirements").mkdir()
    for level in ("workshop", "trainer", "test"):
        shutil.copy(ROOT / "requirements" / f"{level}.txt", root / "requirements")
    return Kit(root, windows=False)
