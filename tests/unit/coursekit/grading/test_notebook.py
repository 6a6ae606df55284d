from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.grading.notebook import cleaned, fenced, template

NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Title"},
        {
            "cell_type": "code",
            "id": "b",
            "metadata": {"nbgrader": {"grade_id": "q1"}},
            "source": "x",
        },
    ],
    "metadata": {"é": 1},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def test_only_slots_are_filled_and_the_rest_is_as_it_was() -> None:
    made = template(NOTEBOOK, {"q1": NOTEBOOK["cells"][1]})  # type: ignore[dict-item,index]
    again = json.loads(made.render({"q1": "new", "other": "ignored"}, {"q1": [{"o": 1}]}))
    assert again["cells"][0] == NOTEBOOK["cells"][0]  # type: ignore[index]
    assert again["cells"][1]["source"] == "new"
    assert again["cells"][1]["outputs"] == [{"o": 1}]
    assert {k: v for k, v in again.items() if k != "cells"} == {
        k: v for k, v in NOTEBOOK.items() if k != "cells"
    }
    assert json.loads(made.render({})) == NOTEBOOK


@given(st.text())
def test_a_fence_holds_any_text(text: str) -> None:
    from markdown_it import MarkdownIt

    shown = cleaned(text)
    tokens = MarkdownIt("commonmark").parse(fenced(shown))
    assert [token.type for token in tokens] == ["fence"]
    assert tokens[0].content.rstrip("\n") == shown.replace("\0", "\ufffd").rstrip("\n")


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "\u0085ab"])
def test_control_signs_and_half_characters_are_left_out(text: str) -> None:
    assert cleaned(text) == "ab"
    cleaned(text).encode()


def test_text_is_cut_and_line_ends_are_one_kind() -> None:
    assert cleaned("a\r\nb\rc") == "a\nb\nc"
    assert len(cleaned("x" * 30_000)) == 20_000
