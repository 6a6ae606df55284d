import json
from itertools import permutations
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from borderlab.answers import score

# Anything JSON can hold, with the ids that keys use thrown in.
WORDS = st.sampled_from(
    ["a", "b", "c", "c1", "c2", "red", "green", "port", "QX", "columns", "rows"]
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=8,
)

NUMBER = {
    "answer": 3.5,
    "tolerance": 0.3,
    "partial": [{"tolerance": 0.6, "credit": 0.5}, {"tolerance": 1.2, "credit": 0.25}],
    "near": [
        {"value": 90, "tolerance": 2, "misconception": "K1"},
        {"value": 93, "tolerance": 2, "misconception": "K2"},
        {"value": 18, "tolerance": 0, "credit": 0.1},
    ],
}
CHOICE = {"correct": ["b"], "misconceptions": {"a": "K1"}}
CHOICES = {"correct": ["a", "c"], "misconceptions": {"b": "K16", "a": ""}}
ORDER = {"order": ["a", "b", "c", "d"]}
LANES = {"lanes": {"c1": ["red"], "c2": ["green", "red"], "c3": ["green"]}, "capacity": {"red": 1}}
TABLE = {"columns": ["port", "n"], "rows": [["QX", 1.0], ["QY", 2.0]]}
TURNED = {"columns": ["n", "port"], "rows": [[2, "QY"], [1, "QX"]]}
# kind, key, an answer that is fully right
FULL: list[tuple[str, dict[str, Any], Any]] = [
    ("choice", CHOICE, "b"),
    ("choices", CHOICES, ["a", "c"]),
    ("number", NUMBER, 3.5),
    ("predict", NUMBER, 3.5),
    ("predict", {}, 77),
    ("order", ORDER, ["a", "b", "c", "d"]),
    ("lanes", LANES, {"c1": "red", "c2": "green", "c3": "green"}),
    ("code", {"answer": 124750, "tolerance": 500}, 124750),
    ("code", {"match": "text", "accept": ["Appendix I", "App. I"]}, " appendix  i "),
    ("code", {"match": "list", "answer": [1.0, "b"], "tolerance": 0.1}, [1.05, "B"]),
    ("code", {"match": "list", "answer": [1, 2], "ordered": False}, [2, 1]),
    (
        "code",
        {"match": "table", "answer": TABLE},
        {"columns": ["n", "port"], "rows": [[2, "QY"], [1, "QX"]]},
    ),
    ("code", {"match": "table", "answer": TABLE, "by": ["port"]}, TABLE),
    ("code", {"match": "choice", "correct": ["b"]}, "b"),
]
IDS = [f"{kind}-{key.get('match', '')}{n}" for n, (kind, key, _) in enumerate(FULL)]


@pytest.mark.parametrize(("kind", "key", "value"), FULL, ids=IDS)
def test_the_right_answer_earns_all_and_none_earns_nothing(
    kind: str, key: dict[str, Any], value: Any
) -> None:
    mark = score(kind, key, value, 2)
    assert (mark.points, mark.credit, mark.state) == (2.0, 1.0, "right")
    assert type(mark.points) is float
    empty = score(kind, key, None, 2)
    assert (empty.points, empty.state) == (0.0, "empty")


@pytest.mark.parametrize(("kind", "key"), [full[:2] for full in FULL], ids=IDS)
@given(value=ANYTHING)
def test_any_value_gets_a_credit_between_0_and_1(
    kind: str, key: dict[str, Any], value: Any
) -> None:
    mark = score(kind, key, value, 3)
    assert 0.0 <= mark.credit <= 1.0
    assert mark.points == pytest.approx(3 * mark.credit)
    json.dumps(mark.as_json(), allow_nan=False)


@pytest.mark.parametrize(
    ("kind", "key"), [("choice", {}), ("lanes", {"lanes": []}), ("number", {"answer": None})]
)
def test_a_key_that_does_not_fit_is_the_authors_mistake(kind: str, key: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="key"):
        score(kind, key, "a", 1)
    with pytest.raises(ValueError, match="unknown kind"):
        score("essay", {}, "a", 1)


@pytest.mark.parametrize(
    ("value", "credit", "misconceptions"),
    [
        (3.8, 1, ()),  # 3.8 - 3.5 is 0.2999... in floats, 3.2 is 0.3000...
        (3.2, 1, ()),
        (4.1, 0.5, ()),
        (2.3, 0.25, ()),
        (4.71, 0, ()),
        (91.4, 0, ("K1",)),
        (91.6, 0, ("K2",)),
        (18, 0.1, ()),
        (True, 0, ()),
        ("3.5", 0, ()),
        (float("nan"), 0, ()),
    ],
)
def test_numbers(value: Any, credit: float, misconceptions: tuple[str, ...]) -> None:
    mark = score("number", NUMBER, value, 1)
    assert mark.credit == credit
    assert mark.misconceptions == misconceptions


def test_a_tolerance_may_be_a_share_of_the_answer() -> None:
    key = {"answer": -200, "tolerance": 0.1, "relative": True}
    assert score("number", key, -220, 1).credit == 1
    assert score("number", key, -221, 1).credit == 0


def test_the_near_miss_is_named_for_its_feedback() -> None:
    assert score("number", NUMBER, 92.5, 1).feedback == ("near-2",)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_farther_from_the_answer_is_never_worth_more(one: float, other: float) -> None:
    key = {name: NUMBER[name] for name in ("answer", "tolerance", "partial")}
    closer, farther = sorted((one, other), key=lambda value: abs(value - 3.5))
    assert score("number", key, closer, 1).credit >= score("number", key, farther, 1).credit


@pytest.mark.parametrize(
    ("value", "credit", "misconceptions"),
    [
        (["a"], 0.5, ()),
        (["a", "b"], 0, ("K16",)),
        (["a", "b", "c"], 0.5, ("K16",)),
        (["a", "a"], 0.5, ()),
        (["b"], 0, ("K16",)),
        ("ac", 0, ()),
    ],
)
def test_several_choices(value: Any, credit: float, misconceptions: tuple[str, ...]) -> None:
    mark = score("choices", CHOICES, value, 1)
    assert (mark.credit, mark.misconceptions) == (credit, misconceptions)


@given(st.sets(st.sampled_from("abcdef")), st.sampled_from("abcdef"))
def test_one_more_right_option_never_costs_and_a_wrong_one_never_pays(
    chosen: set[str], extra: str
) -> None:
    assume(extra not in chosen and chosen)
    before = score("choices", CHOICES, sorted(chosen), 1).credit
    after = score("choices", CHOICES, sorted(chosen | {extra}), 1).credit
    assert after >= before if extra in CHOICES["correct"] else after <= before


@given(st.permutations(list("abcdef")))
def test_order_credit_is_kendalls_tau(value: list[str]) -> None:
    """Against scipy's rank correlation of the two orders; negative tau earns nothing."""
    right = list("abcdef")
    tau = kendalltau(range(6), [value.index(name) for name in right]).statistic
    assert score("order", {"order": right}, value, 1).credit == pytest.approx(max(0.0, tau))


def test_a_random_order_earns_nothing_on_average_but_for_the_cut_at_zero() -> None:
    """Tau averages 0 over all orders of 4 items; its positive half is what orders earn."""
    orders = [list(order) for order in permutations("abcd")]
    taus = [kendalltau(range(4), [order.index(n) for n in "abcd"]).statistic for order in orders]
    earned = [score("order", ORDER, order, 1).credit for order in orders]
    assert sum(taus) == pytest.approx(0)
    assert sum(earned) == pytest.approx(sum(abs(tau) for tau in taus) / 2)


@pytest.mark.parametrize(
    ("value", "credit"),
    [
        ({"c1": "red"}, 1 / 3),
        ({"c1": "green", "c2": "green", "c3": "green"}, 2 / 3),
        ({"c1": "red", "c2": "red", "c3": "green"}, 1 / 3),
        ({"c1": ["red"], "other": "red"}, 0),
        ([], 0),
    ],
    ids=["partial", "one wrong", "too many in a lane", "no lanes", "no dict"],
)
def test_lanes_are_credited_by_item(value: Any, credit: float) -> None:
    mark = score("lanes", LANES, value, 1)
    assert mark.credit == pytest.approx(credit)
    assert {part.id for part in mark.parts} == {"c1", "c2", "c3"}


@pytest.mark.parametrize(
    ("key", "value", "credit"),
    [
        ({"match": "list", "answer": [1, 2, 3, 4]}, [1, 2, 3], 0.75),
        ({"match": "list", "answer": [1, 2]}, [1, 2, 3, 4], 0.5),
        ({"match": "list", "answer": [1, 2], "ordered": False}, [2, 5], 0),
        ({"match": "list", "answer": [1, 1, 2], "ordered": False}, [1, 2], 2 / 3),
        ({"match": "list", "answer": ["é"]}, ["E\u0301"], 1),
        ({"match": "list", "answer": [1]}, [True], 0),
        ({"match": "table", "answer": TABLE}, {"columns": ["port", "n"], "rows": [["QX", 1]]}, 0.5),
        ({"match": "table", "answer": TABLE}, {"columns": ["port"], "rows": [["QX"]]}, 0),
        (
            {"match": "table", "answer": TABLE, "by": ["port"], "tolerance": 0.1},
            {"columns": ["port", "n"], "rows": [["QY", 2.05], ["QX", 9], ["QZ", 1]]},
            1 / 3,
        ),
        (
            {"match": "table", "answer": TABLE, "ordered": True},
            {"columns": ["port", "n"], "rows": [["QY", 2], ["QX", 1]]},
            0,
        ),
    ],
)
def test_lists_and_tables(key: dict[str, Any], value: Any, credit: float) -> None:
    assert score("code", key, value, 1).credit == pytest.approx(credit)


def test_a_text_waits_for_a_person() -> None:
    assert score("text", {}, "My reasons", 3).state == "manual"
    assert score("text", {}, None, 3).state == "empty"
