"""Forms of numbers: reading what was typed, credit per field, and the mistake behind a number."""

from __future__ import annotations

from typing import Any

import pytest

from borderlab.i18n import in_language
from borderlab.tasks import Field, TaskError
from borderlab.tasks.numbers import Expected, Slip, explain_form, judge_form, read_form

FIELDS = (Field("n", "Boxes", "boxes", 0, 200), Field("p", "Confidence", "%", 0, 100, 1))
RIGHT = {
    "n": Expected(51, 1, (Slip(59, 0.5, "K7", lambda: "That is for a large lot."),)),
    "p": Expected(95.5, 0.2, (Slip(4.5, 0.2, credit=0.5),), accept=(94,)),
}


def test_numbers_are_read_in_the_notation_of_the_reader() -> None:
    with in_language("fr"):
        assert read_form(FIELDS, {"p": "95,5", "n": " 51 "}) == {"n": 51, "p": 95.5}


@pytest.mark.parametrize("raw", [{}, {"n": ""}, {"n": None, "p": "  "}])
def test_an_empty_form_is_no_answer(raw: dict[str, Any]) -> None:
    assert read_form(FIELDS, raw) is None


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"n": "many"}, "Boxes"),
        ({"n": 201}, "Boxes – Type a number between 0 and 200."),
        ({"p": float("nan")}, "Confidence – Type a number."),
        ({"p": True}, "Confidence – Type a number."),
        ({"q": 1}, "each field"),
        ([51], "each field"),
    ],
)
def test_what_is_no_number_is_refused_and_its_field_named(raw: Any, said: str) -> None:
    with pytest.raises(TaskError, match=said):
        read_form(FIELDS, raw)


@pytest.mark.parametrize(
    ("value", "credit"),
    [
        ({"n": 51, "p": 95.5}, 1.0),
        ({"n": 52, "p": 94.2}, 1.0),  # on the border of the tolerance
        ({"n": 51}, 0.5),
        ({"n": 59, "p": 4.5}, 0.25),
        ({"n": "51"}, 0.0),
        ([51, 95.5], 0.0),
        (None, 0.0),
        ({"n": 10**400}, 0.0),
    ],
)
def test_credit_is_the_mean_of_the_fields(value: Any, credit: float) -> None:
    assert judge_form(RIGHT, value).credit == pytest.approx(credit)


def test_a_foreseen_mistake_is_named() -> None:
    found = judge_form(RIGHT, {"n": 59, "p": 95.5})
    assert found.misconceptions == ("K7",)
    assert found.parts == (("n", 0.0), ("p", 1.0))
    lines = explain_form(FIELDS, RIGHT, {"n": 59, "p": 95.5})
    assert lines[0].endswith("your answer: 59. That is for a large lot.")
    assert lines[1].startswith("- ✓")
