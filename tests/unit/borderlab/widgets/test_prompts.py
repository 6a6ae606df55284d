"""What the questions of the course ask, beside what the page itself says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from borderlab.i18n import in_language
from borderlab.widgets.specs import question_strings

ROOT = Path(__file__).resolve().parents[4]
FILES = sorted(
    path
    for tree in ("modules", "exercises")
    for path in (ROOT / tree).glob("*/*/questions.json")
    if path.parts[-3] != "source"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-4:-1]))
def test_no_prompt_repeats_the_line_below_it(path: Path) -> None:
    with in_language(path.parts[-3]):
        strings = question_strings()
    said = (strings["choose_one"], strings["choose_several"])
    found = json.loads(path.read_text(encoding="utf-8"))["questions"]
    assert [one["id"] for one in found if one["prompt"].strip().endswith(said)] == []
