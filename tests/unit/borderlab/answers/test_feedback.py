from collections.abc import Callable
from typing import Any

import pytest

from borderlab.answers import AnswerError, Question, check, hint_gives_away
from borderlab.i18n import in_language

Make = Callable[..., Question]
OPTIONS = [
    {
        "id": "a",
        "text": "About 98",
        "feedback": "The detection rate.",
        "misconception": "K1",
    },
    {"id": "b", "text": "About 5", "feedback": "Most alerts are false."},
]
NEAR = [{"value": 98, "tolerance": 1, "misconception": "K1", "feedback": "The detection rate."}]
NUMBER = {"answer": 5, "tolerance": 1, "near": NEAR}


def test_a_wrong_choice_is_explained_by_its_own_comment(question: Make) -> None:
    asked = question("choice", options=OPTIONS, key={"correct": ["b"]}, explain="Count them.")
    found = check(asked, "a")
    assert (found.state, found.misconception, found.explain) == ("wrong", "K1", "Count them.")
    assert found.text == "Not right.\n\nThe detection rate."
    right = check(asked, "b")
    assert (right.state, right.misconception) == ("right", "")
    assert right.comments == ("Most alerts are false.",)


def test_a_near_miss_is_explained(question: Make) -> None:
    found = check(question("number", key=NUMBER), 98)
    assert (found.state, found.misconception) == ("wrong", "K1")
    assert found.comments == ("The detection rate.",)


def test_lanes_say_how_many_are_right_and_why_others_are_not(question: Make) -> None:
    items = [{"id": "i1", "text": "Dog", "feedback": "Look!"}, {"id": "i2", "text": "Paper"}]
    lanes = [{"id": "look", "text": "Look"}, {"id": "ask", "text": "Ask"}]
    key = {"lanes": {"i1": ["look"], "i2": ["ask"]}}
    asked = question("lanes", items=items, lanes=lanes, key=key)
    found = check(asked, {"i1": "ask", "i2": "ask"})
    assert found.state == "partly"
    assert found.text == "1 of 2 is in the right place.\n\nLook!"


def test_the_capacity_of_a_lane_counts_in_a_lesson_too(question: Make) -> None:
    key = {"lanes": {"i1": ["red"], "i2": ["red"], "i3": ["green"]}}
    found = check(question("lanes", key=key), {"i1": "red", "i2": "red", "i3": "green"})
    assert found.credit == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("kind", "fields", "value"),
    [
        ("text", {}, "My reasons"),
        ("choice", {"check": False, "key": {"correct": ["b"]}}, "a"),
        ("predict", {"key": {}}, 5),
        ("choice", {}, "a"),
    ],
)
def test_what_is_not_judged_is_noted(
    question: Make, kind: str, fields: dict[str, Any], value: Any
) -> None:
    assert check(question(kind, **fields), value).state == "noted"


def test_nothing_to_check_yet(question: Make) -> None:
    with pytest.raises(AnswerError, match="Answer first"):
        check(question("number", key=NUMBER), None)


def test_the_verdict_is_in_the_language_in_use(question: Make) -> None:
    with in_language("es"):
        assert check(question("number", key=NUMBER), 5).verdict == "Correcto."


@pytest.mark.parametrize(
    ("kind", "key", "hint", "given"),
    [
        ("choice", {"correct": ["b"]}, "It is **about 5**, of course.", "the right option"),
        ("choice", {"correct": ["b"]}, "Is it about 50, or less?", None),
        ("choice", {"correct": ["b"]}, "Not about 98!", None),
        ("choice", {"correct": ["c"]}, "There are 0 of them.", None),
        ("number", NUMBER, "Between 4.2 and 20.", "the number 4.2"),
        ("number", NUMBER, "Start from 10,000 consignments.", None),
        ("number", {"answer": 10_000}, "Start from 10,000 consignments.", "the number 10,000"),
        ("code", {"match": "text", "answer": "Appendix I"}, "Think of Appendix I.", "the answer"),
        ("order", {"order": ["i1", "i2", "i3"]}, "Look, then ask, then decide.", "right order"),
        ("order", {"order": ["i1", "i2", "i3"]}, "Decide after you look. Ask!", None),
        ("lanes", {"lanes": {"i1": ["red"]}}, "To look belongs into the red lane.", "the lane"),
        ("lanes", {"lanes": {"i1": ["red"]}}, "Look again. What is the red lane for?", None),
        ("choice", {"correct": ["b"]}, "", None),
    ],
)
def test_a_hint_that_says_too_much_is_found(
    question: Make, kind: str, key: dict[str, Any], hint: str, given: str | None
) -> None:
    found = hint_gives_away(question(kind, hint=hint), key)
    assert found is None if given is None else given in str(found)


def test_numbers_in_a_hint_are_read_as_its_language_writes_them(question: Make) -> None:
    asked = question("number", hint="Partez de 10\u202f000 envois.")
    assert hint_gives_away(asked, {"answer": 10_000}, "fr") is not None
