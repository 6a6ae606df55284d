from __future__ import annotations

from typing import Any

import pytest

from coursekit.grading.text import speaker
from coursekit.grading.wording import Words, in_words

OPTIONS = [{"id": "a", "text": "Alpha"}, {"id": "b", "text": "Beta"}]
QUESTIONS: dict[str, dict[str, Any]] = {
    "choice": {"kind": "choice", "options": OPTIONS},
    "choices": {"kind": "choices", "options": OPTIONS},
    "order": {"kind": "order", "items": OPTIONS},
    "lanes": {"kind": "lanes", "items": OPTIONS, "lanes": [{"id": "red", "text": "Red"}]},
    "number": {"kind": "number", "unit": "kg"},
    "predict": {"kind": "predict"},
    "text": {"kind": "text"},
    "code": {"kind": "code"},
}


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("choice", "a", Words("line", ("Alpha",))),
        ("choice", "zz", Words("line", ("zz",))),
        ("choices", ["a", "b"], Words("list", ("Alpha", "Beta"))),
        ("order", ["b", "a"], Words("numbered", ("Beta", "Alpha"))),
        ("lanes", {"a": "red"}, Words("pairs", ("Alpha", "Red"))),
        ("number", 1234.5, Words("line", ("1\u202f234,5 kg",))),
        ("predict", 5, Words("line", ("5",))),
        ("text", "<b>", Words("text", ("<b>",))),
        ("code", ["x", "y"], Words("list", ("x", "y"))),
        ("code", {"t": [1]}, Words("data", ('{\n "t": [\n  1\n ]\n}',))),
        ("choice", None, Words("none")),
        ("lanes", {}, Words("none")),
    ],
)
def test_an_answer_is_shown_as_the_participant_gave_it(
    kind: str, value: object, expected: Words
) -> None:
    assert in_words(QUESTIONS[kind], value, speaker("fr")) == expected


@pytest.mark.parametrize("kind", sorted(QUESTIONS))
@pytest.mark.parametrize(
    "value", [True, 3, "x", ["a", 1, None], {"a": {"b": []}}, [[]], {"a": None}]
)
def test_a_value_of_any_type_can_be_shown(kind: str, value: object) -> None:
    words = in_words(QUESTIONS[kind], value, speaker("en"))
    assert words.lines
    if words.kind == "pairs":
        assert words.pairs
