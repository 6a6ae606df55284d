"""The table of the zoo can be written again without measuring everything again."""

from __future__ import annotations

from pathlib import Path

from grading.zoo import KINDS
from grading.zoo.kept import kept
from grading.zoo.table import stock_words

PAGE = Path(__file__).resolve().parents[2] / "docs" / "zoo.md"


def test_every_kind_is_in_the_table_and_is_read_back() -> None:
    page = PAGE.read_text(encoding="utf-8")
    found = kept(page)
    assert set(found) == {kind.name for kind in KINDS}
    for kind in KINDS:
        facts = found[kind.name]
        assert f"| {stock_words(kind, facts)} |" in page
        if facts is not None and facts["score"] is not None:
            assert f"{facts['score']:g} points" in facts["words"]


def test_the_sums_agree_with_what_is_read_back() -> None:
    page = PAGE.read_text(encoding="utf-8")
    known = [facts for facts in kept(page).values() if facts]
    lost = sum(facts["neighbours"] < 2 for facts in known)
    ran = sum(bool(facts["told"]) for facts in known)
    assert f"| kinds | {len(KINDS)} | {len(known)} |" in page
    assert f"| kinds that cost a neighbour marks | 0 | {lost} |" in page
    assert f"| kinds whose code was executed | 0 | {ran} |" in page
