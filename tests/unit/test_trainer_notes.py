"""Notes for trainers say the same in three languages, and name sections that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTES = [*sorted(ROOT.glob("modules/source/*/trainer.md")), ROOT / "docs" / "workshop.md"]
QUOTES = {"fr": r"«\s(.+?)\s»", "es": r"«(.+?)»"}
TRANSLATED = [(note, language) for note in NOTES for language in QUOTES]


def translation(note: Path, language: str) -> str:
    return note.with_suffix(f".{language}.md").read_text(encoding="utf-8")


def headings(language: str) -> set[str]:
    found = set()
    for lesson in ROOT.glob(f"modules/{language}/*/lesson.ipynb"):
        for cell in json.loads(lesson.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                found |= set(re.findall(r"^#+ (.+)$", "".join(cell["source"]), re.MULTILINE))
    return found


def test_every_module_has_notes() -> None:
    modules = {path.parent.name for path in ROOT.glob("modules/source/*/lesson.py")}
    assert {note.parent.name for note in NOTES[:-1]} == modules


@pytest.mark.parametrize(("note", "language"), TRANSLATED, ids=str)
def test_a_translation_has_the_same_numbers_codes_and_points(note: Path, language: str) -> None:
    english, other = note.read_text(encoding="utf-8"), translation(note, language)
    for pattern in (r"\d+", r"`[^`]+`", r"^- ", r"^\|", r"^#+ "):
        one, two = (sorted(re.findall(pattern, text, re.MULTILINE)) for text in (english, other))
        assert one == two, pattern


@pytest.mark.parametrize(("note", "language"), TRANSLATED, ids=str)
def test_sections_are_named_as_they_stand_in_the_lesson(note: Path, language: str) -> None:
    text = " ".join(translation(note, language).split(" "))
    quoted = {
        re.sub(r"[ \n]+", " ", found) for found in re.findall(QUOTES[language], text, re.DOTALL)
    }
    titles = {one for one in quoted if one[0].isupper() and one[-1] not in ".?"}
    assert titles <= headings(language)
