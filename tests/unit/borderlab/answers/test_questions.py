import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab.answers import Question, QuestionsError, find_questions, load_questions, loading
from borderlab.answers.loading import parse_questions, shuffled
from borderlab.i18n import in_language

Make = Callable[..., Question]
CHOICE = {
    "id": "q1",
    "kind": "choice",
    "prompt": "?",
    "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}],
}


def file_of(*entries: Any, **head: Any) -> dict[str, Any]:
    known = {"schema": 1, "kit": "0.1.0", "module": "m00", "part": "exercise", "language": "en"}
    return {**known, "title": "T", "questions": list(entries), **head}


def test_questions_keep_their_order_and_number() -> None:
    found = parse_questions(file_of(CHOICE, {**CHOICE, "id": "q7", "points": 2}))
    assert [question.id for question in found] == ["q1", "q7"]
    assert found.number("q7") == 2
    assert found["q7"].points == 2
    assert "q7" in found
    assert "q2" not in found


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({**CHOICE, "kind": "essay"}, "kind must be one of"),
        ({**CHOICE, "promt": "?"}, "unknown field 'promt'"),
        ({"id": "q1", "kind": "text"}, "prompt is missing"),
        ({**CHOICE, "options": CHOICE["options"][:1]}, "at least two options"),
        ({**CHOICE, "options": [{"id": "a", "text": "A"}] * 2}, "'a' is used twice"),
        ({**CHOICE, "options": [{"id": "a"}, {"id": "b"}]}, "an id and a text"),
        ({**CHOICE, "options": [{"id": "a", "text": "A", "colour": 1}]}, "unknown field 'colour'"),
        ({**CHOICE, "points": 0}, "points must be a number above 0"),
        ({**CHOICE, "points": True}, "points must be"),
        ({"id": "q1", "kind": "number", "prompt": "?", "min": 5, "max": 5}, "min must be below"),
        ({"id": "q1", "kind": "lanes", "prompt": "?", "items": CHOICE["options"]}, "lanes are"),
        ([], "not an object"),
    ],
)
def test_a_wrong_question_is_named_with_its_field(entry: Any, reason: str) -> None:
    with pytest.raises(QuestionsError, match=reason):
        parse_questions(file_of(entry))


@pytest.mark.parametrize("head", [{"schema": 2}, {"module": None}, {"questions": {}}])
def test_a_wrong_head_is_refused(head: dict[str, Any]) -> None:
    with pytest.raises(QuestionsError):
        parse_questions(file_of(CHOICE, **head))


def test_a_repeated_id_is_refused() -> None:
    with pytest.raises(QuestionsError, match="'q1' is used twice"):
        parse_questions(file_of(CHOICE, CHOICE))


@pytest.mark.parametrize("data", [b"{", b"\xff", b"[]", b"[" * 100_000])
def test_a_damaged_file_says_where_and_what_to_do(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "questions.json"
    path.write_bytes(data)
    with pytest.raises(QuestionsError, match=r"questions\.json is damaged .*trainer"):
        load_questions(path)
    with in_language("fr"), pytest.raises(QuestionsError, match="endommagé"):
        load_questions(path)


def test_the_file_beside_the_notebook_comes_first(tmp_path: Path) -> None:
    (tmp_path / "questions.json").write_text(json.dumps(file_of(CHOICE, title="mine")), "utf-8")
    assert find_questions("m00", "exercise", "fr", tmp_path).title == "mine"


def test_else_the_kits_own_is_found_in_the_language_or_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "checkout", lambda: tmp_path / "kit")
    for tree, code in (("modules", "fr"), ("exercises", "en")):
        folder = tmp_path / "kit" / tree / code / "m00"
        folder.mkdir(parents=True)
        text = json.dumps(file_of(CHOICE, title=f"{tree} {code}"))
        (folder / "questions.json").write_text(text, "utf-8")
    foreign = json.dumps(file_of(CHOICE, module="m07"))
    (tmp_path / "questions.json").write_text(foreign, "utf-8")
    assert find_questions("m00", "lesson", "fr", tmp_path).title == "modules fr"
    assert find_questions("m00", "exercise", "fr", tmp_path).title == "exercises en"
    with pytest.raises(QuestionsError, match="“m99” were not found"):
        find_questions("m99", "lesson", "fr", tmp_path)


@given(st.lists(st.from_regex(r"[a-z]{1,4}", fullmatch=True), min_size=2, max_size=6, unique=True))
def test_items_are_shown_shuffled_never_in_the_right_order(ids: list[str]) -> None:
    shown = shuffled("q1", ids)
    assert sorted(shown) == sorted(ids)
    assert list(shown) != ids
    assert shuffled("q1", ids) == shown


def test_a_lesson_does_not_show_the_right_order_even_if_its_file_does(question: Make) -> None:
    order = question("order", key={"order": ["i1", "i2", "i3"]})
    assert [item.id for item in order.items] == list(shuffled("q1", ["i1", "i2", "i3"]))
