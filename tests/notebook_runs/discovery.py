"""Every generated notebook, found by where it lies; a new module is covered without a word here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TREES = ("modules", "exercises", "solutions")


def notebooks(*trees: str) -> list[Path]:
    """Generated notebooks of some trees, relative to the checkout."""
    return [
        path.relative_to(ROOT)
        for tree in trees
        for path in sorted((ROOT / tree).glob("*/**/*.ipynb"))
        if path.relative_to(ROOT).parts[1] != "source" and ".ipynb_checkpoints" not in path.parts
    ]


def parameters(*trees: str) -> list[object]:
    """The same as parameters of a test, with readable ids."""
    return [pytest.param(path, id=path.with_suffix("").as_posix()) for path in notebooks(*trees)]


def key_of(solution: Path) -> dict[str, dict[str, object]]:
    """The trainer's key to a notebook of ``solutions/<language>/<module>/``."""
    path = ROOT / solution.parent.parent / f"{solution.stem}.key.json"
    questions: dict[str, dict[str, object]] = json.loads(path.read_text("utf-8"))["questions"]
    return questions
