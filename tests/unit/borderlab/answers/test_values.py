import datetime as dt
import json
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from borderlab.answers import AnswerError, Question, check_value
from borderlab.answers.values import words_missing
from borderlab.i18n import in_language

Make = Callable[..., Question]

GOOD: list[tuple[str, Any, Any]] = [
    ("choice", "b", "b"),
    ("choices", ["c", "a", "a"], ["a", "c"]),
    ("number", 4.7, 4.7),
    ("number", "4,7 kg", 4.7),
    ("number", 5.0, 5),
    ("predict", "100", 100),
    ("order", ("i3", "i1", "i2"), ["i3", "i1", "i2"]),
    ("lanes", {"i1": "red", "i2": None}, {"i1": "red"}),
    ("text", "two\r\nlines\x00", "two\nlines"),
    ("text", "half \ud800", "half "),
    ("code", np.float64(4.5), 4.5),
    ("code", pd.Series([7]), 7),
    ("code", np.array(3), 3),
]


@pytest.mark.parametrize(("kind", "raw", "value"), GOOD)
def test_a_good_value_is_brought_into_one_form(
    question: Make, kind: str, raw: Any, value: Any
) -> None:
    found = check_value(question(kind), raw)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(("kind", "raw", "value"), GOOD)
def test_a_saved_value_is_taken_again_unchanged(
    question: Make, kind: str, raw: Any, value: Any
) -> None:
    assert check_value(question(kind), value) == check_value(question(kind), raw)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("choice", ""),
        ("choices", []),
        ("number", " "),
        ("lanes", {"i1": None}),
        ("text", " \n"),
        ("code", ...),
        ("order", None),
    ],
)
def test_nothing_chosen_clears_the_answer(question: Make, kind: str, raw: Any) -> None:
    assert check_value(question(kind), raw) is None


@pytest.mark.parametrize(
    ("kind", "raw", "sentence"),
    [
        ("choice", "z", "Choose one"),
        ("choice", ["a"], "Choose one"),
        ("choices", "a", "Choose among"),
        ("choices", [{}], "Choose among"),
        ("number", 101, "101 is out of range. Type a number between 0 and 100."),
        ("number", True, "between 0 and 100"),
        ("number", math.nan, "between 0 and 100"),
        ("number", math.inf, "between 0 and 100"),
        ("number", 10**400, "between 0 and 100"),
        ("number", "5 km", "not a number"),
        ("number", "5 %", "not a number"),
        ("number", [5], "between 0 and 100"),
        ("order", ["i1", "i2"], "each one once"),
        ("order", ["i1", "i1", "i2"], "each one once"),
        ("order", [["i1"]], "each one once"),
        ("lanes", {"i1": "blue"}, "lanes shown"),
        ("lanes", {"x": "red"}, "lanes shown"),
        ("lanes", {"i1": ["red"]}, "lanes shown"),
        ("lanes", {"i1": "red", "i2": "red"}, "“Red lane” holds at most 1 item."),
        ("text", "x" * 21, "1 character too long"),
        ("text", 5, "Type a text"),
        ("code", np.array([1, 2]), "Type a number"),
        ("code", np.bool_(1), "Type a number"),
    ],
)
def test_a_bad_value_is_refused_with_a_sentence(
    question: Make, kind: str, raw: Any, sentence: str
) -> None:
    with pytest.raises(AnswerError, match=r"^[A-Z“0-9]") as refusal:
        check_value(question(kind), raw)
    assert sentence in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(("code", "sentence"), [("fr", "Saisissez"), ("es", "Escriba")])
def test_the_sentence_is_in_the_language_in_use(question: Make, code: str, sentence: str) -> None:
    with in_language(code), pytest.raises(AnswerError, match=sentence):
        check_value(question("number"), 101)


FRAME = pd.DataFrame({"port": ["QX", "QY"], "share": [0.5, np.nan]})
TABLE = {"columns": ["port", "share"], "rows": [["QX", 0.5], ["QY", None]]}


@pytest.mark.parametrize(
    "raw",
    [
        FRAME,
        FRAME.set_index("port"),
        FRAME.to_dict(orient="records"),
        {"port": ["QX", "QY"], "share": [np.float64(0.5), None]},
        FRAME.set_index("port")["share"],
    ],
    ids=["frame", "indexed", "records", "columns", "series"],
)
def test_every_shape_of_table_becomes_the_same_plain_table(question: Make, raw: Any) -> None:
    assert check_value(question("code", value_type="table"), raw) == TABLE


@pytest.mark.parametrize(
    "raw", [[1, 2.5], (1, 2.5), np.array([1, 2.5]), pd.Series([1, 2.5]), pd.Index([1, 2.5])]
)
def test_every_kind_of_list_becomes_the_same_plain_list(question: Make, raw: Any) -> None:
    assert check_value(question("code", value_type="list"), raw) == [1, 2.5]


def test_dates_and_numpy_integers_become_json(question: Make) -> None:
    frame = pd.DataFrame({"day": pd.to_datetime(["2026-11-21", None]), "n": np.array([1, 2])})
    found = check_value(question("code", value_type="table"), frame)
    assert json.loads(json.dumps(found))["rows"] == [["2026-11-21", 1], [None, 2]]
    assert check_value(question("code", value_type="list"), [dt.date(2026, 1, 2)]) == ["2026-01-02"]


@pytest.mark.parametrize(
    ("value_type", "raw", "sentence"),
    [
        ("list", "abc", "Give a list"),
        ("list", FRAME, "Give a list"),
        ("list", [1, math.nan], "missing value"),
        ("list", [math.inf], "infinite"),
        ("list", [object()], "object"),
        ("list", [[1]], "list"),
        ("list", range(501), "501 rows"),
        ("table", 5, "Give a table"),
        ("table", pd.DataFrame({"x": range(501)}), "501 rows"),
        ("table", pd.DataFrame(), "1 to 30 columns"),
        ("table", {"a": [1], "b": [1, 2]}, "equally long"),
        ("table", pd.DataFrame([[1, 2]], columns=["a", "a"]), "same name"),
        ("table", {"a": ["x" * 20_000, "y" * 20_000, "z" * 20_000]}, "too long"),
    ],
)
def test_a_computed_value_that_cannot_be_kept_is_refused(
    question: Make, value_type: str, raw: Any, sentence: str
) -> None:
    with pytest.raises(AnswerError, match=sentence):
        check_value(question("code", value_type=value_type), raw)


def test_a_short_text_is_saved_and_says_what_is_missing(question: Make) -> None:
    short = question("text", min_words=3)
    assert check_value(short, "two words") == "two words"
    assert words_missing(short, "two words") == 1
    assert words_missing(short, None) == 3
