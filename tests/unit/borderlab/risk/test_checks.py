"""What no formula can use is refused with a sentence that names the argument."""

import math
from enum import Enum

import numpy as np
import pandas as pd
import pytest

from borderlab import inspection, risk
from borderlab.risk import checks
from borderlab.world import generate

HOSTILE = [math.nan, math.inf, -1, "x", None, [], [1, 2], 10**400, True]


@pytest.mark.parametrize("value", [*HOSTILE, np.bool_(True), 1j, -1e-9])  # noqa: FBT003
def test_no_probability(value):
    with pytest.raises(ValueError, match="efficacy must be a number from 0 to 1"):
        checks.probability("efficacy", value)


def test_numbers_of_numpy_are_numbers_and_shown_as_people_write_them():
    assert checks.probability("p", np.float32(0.5)) == 0.5
    assert checks.probability("p", np.array(0.25)) == 0.25
    assert checks.count("n", np.uint8(7)) == 7
    with pytest.raises(ValueError, match=r"not 1\.5$"):
        checks.probability("p", np.float64(1.5))


@pytest.mark.parametrize("value", [*HOSTILE, 2.0, 2.5, np.float64(3)])
def test_no_count(value):
    with pytest.raises(ValueError, match="n must be a whole number"):
        checks.count("n", value)


def test_lists_of_counts():
    assert checks.counts("n", [1.0, 2.0]).tolist() == [1, 2]
    for values in ([1.5], [math.nan], [-1], ["x"], [True], [10**30], [[1], [1, 2]]):
        with pytest.raises(ValueError, match="n must hold only whole numbers"):
            checks.counts("n", values)


def test_lists_of_numbers():
    for values in ([math.nan], [math.inf], ["x"], [[1.0]], 3.0, [None]):
        with pytest.raises(ValueError, match=r"x (must|holds)"):
            checks.floats("x", values)
    with pytest.raises(ValueError, match="only 0 and 1"):
        checks.outcomes("bad", [0, 2])


def test_choices_are_named_by_their_value():
    class Side(Enum):
        LEFT = "left"

    assert checks.choice("side", "left", Side) is Side.LEFT
    with pytest.raises(ValueError, match="side must be one of 'left', not 'right'"):
        checks.choice("side", "right", Side)


CALLS = {
    "cusum": lambda x: risk.cusum([1.0, x], 0.3, 0.1),
    "page_hinkley": lambda x: risk.page_hinkley([1.0, 0.0], x),
    "first_alarm": lambda x: risk.first_alarm([1.0, 2.0], x),
    "horvitz_thompson": lambda x: risk.horvitz_thompson([x], [0.5]),
    "hajek": lambda x: risk.hajek([1, 0], [0.5, x]),
    "group_prior": lambda x: risk.group_prior([1, x], [5, 5]),
    "rogan_gladen": lambda x: risk.rogan_gladen(x, 0.9, 0.9),
    "confusion": lambda x: risk.confusion([x, 1], [0, 1]),
    "brier": lambda x: risk.brier([x, 0.5], [0, 1]),
    "hit_rate_above": lambda x: risk.hit_rate_above(x, 2.0, 0.1),
    "erlang_b": lambda x: inspection.erlang_b(x, 3),
    "priority_waits": lambda x: inspection.priority_waits([0.1, x], [1, 1], [2, 2]),
    "waits": lambda x: inspection.waits([0.0, 1.0], [1.0, x], 2),
    "waits_one": lambda x: inspection.waits([0.0, x, 9.0], [1.0, 1.0, 1.0]),
    "coverage": lambda x: inspection.coverage([1.0, 2.0], x),
    "quantal_response": lambda x: inspection.quantal_response([1.0, x], 2.0),
    "detections": lambda x: inspection.detections([10, 10], [1, x], 3),
    "human_sensitivity": lambda x: inspection.human_sensitivity(0.9, 0.1, 0.5, x),
}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", CALLS)
def test_a_missing_number_is_never_answered_with_a_number(name):
    for value in (math.nan, "x"):
        with pytest.raises(ValueError, match=r"\w+ \w+"):
            CALLS[name](value)


def test_marks_are_taken_as_they_are():
    column = np.array([True, False])
    assert checks.marks("bad", column) is column
    assert checks.marks("bad", [0, 1]).tolist() == [False, True]
    with pytest.raises(ValueError, match="bad"):
        checks.marks("bad", [0.5])


def test_columns_of_objects_that_are_numbers_are_numbers():
    scores, bad = pd.Series([0.3, 0.2], dtype=object), pd.Series([1, 0], dtype=object)
    assert risk.gains(scores, bad).total == 1
    assert checks.counts("n", pd.Series([1, 2], dtype=object)).tolist() == [1, 2]
    assert checks.outcomes("bad", pd.Series([True, np.True_], dtype=object)).tolist() == [1, 1]
    with pytest.raises(ValueError, match="missing"):
        risk.gains([0.3, None], [1, 0])
    for nothing in (None, pd.NA, {}):
        with pytest.raises(ValueError, match="scores must hold only numbers"):
            risk.gains(nothing, [1, 0])
    for nothing in (None, pd.NA, {}):
        with pytest.raises(ValueError, match="scores must hold only numbers"):
            risk.gains(nothing, [1, 0])
    for values in (["1", 2], [1, [2]], [1j], [10**30], [10**400, None]):
        with pytest.raises(ValueError, match="x must hold only numbers"):
            checks.numeric("x", pd.Series(values, dtype=object))


@pytest.fixture(scope="module")
def seen():
    return risk.evidence(generate(seed=3, n=300))


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda _: risk.brier(["x"], [1]), "probabilities must hold only numbers"),
        (lambda _: risk.calibration([0.5, math.nan], [1, 0]), "probabilities holds a missing"),
        (lambda _: risk.confusion([1], [1, 0]), "selected and bad"),
        (lambda _: risk.Rates("x", 0.1), "in_bad must lie between 0 and 1"),
        (lambda _: risk.Rates(0.2, 1.0), "in_good must lie between 0 and 1"),
        (lambda _: risk.ablate([1, 2], [1, 2], [0, 1], 1, seed=0.5), "seed must be a whole"),
        (lambda _: risk.ablate([1], [1, 2], [0, 1], 1), "with_it and bad"),
        (lambda e: risk.proxies(e, [math.nan] * e.n), "member holds a missing"),
        (lambda e: risk.proxies(e, ["a"] * e.n), "member must hold only numbers"),
        (lambda e: risk.proxies(e, [1, 0]), "member must have one value for each of the 300"),
        (lambda e: risk.recognisable(e, [1, 0] * 150, [1, 0]), "fitted_on must have one value"),
        (lambda e: risk.recognisable(e, [1], [1, 0] * 150), "member must have one value"),
        (lambda e: risk.ablate_indicators(e, [1], e.ids[:1], [1, 0] * 150, 5), "bad must have one"),
        (lambda e: risk.ablate_indicators(e, [1, 0] * 150, e.ids[:1], [2] * 300, 5), "fitted_on"),
        (lambda _: inspection.detection_known([-1], 10, 1, 1), "inside must hold only whole"),
        (lambda _: inspection.Learning("route", prior=2.0), "prior must lie between 0 and 1"),
        (lambda _: inspection.Post(opens="6"), "opens must be a whole number"),
        (lambda _: inspection.Post(closes=math.nan), "closes must be a whole number"),
    ],
)
def test_the_sentence_names_the_argument_that_was_given(call, said, seen):
    with pytest.raises(ValueError, match=said):
        call(seen)


def test_marks_of_a_table_are_marks_and_never_row_numbers(seen):
    member, half = np.arange(300) % 3 == 0, np.arange(300) % 2 == 0
    wanted = risk.recognisable(seen, member, half)
    for given in (half.astype(int), half.tolist(), pd.Series(half, index=range(5, 305))):
        assert risk.recognisable(seen, pd.Series(member), given) == wanted
        assert risk.ablate_indicators(
            seen, member, seen.ids[:1], given, 20
        ) == risk.ablate_indicators(seen, member, seen.ids[:1], half, 20)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"score": [math.nan] * 300}, "score must hold a number for each of the 300"),
        ({"score": [1.0]}, "score must hold a number for each of the 300"),
        ({"periods": 2.5}, "periods must be a whole number"),
        ({"bands": (0.5, 2.0)}, "bands must be a number from 0 to 1"),
    ],
)
def test_streams_are_refused_by_name(given, said):
    with pytest.raises(ValueError, match=said):
        risk.stream(generate(seed=3, n=300), **{"score": np.arange(300.0), **given})


def test_a_comparison_refuses_what_is_no_number_and_takes_arrays_of_bands():
    world = generate(seed=3, n=300)
    stream = risk.stream(world, np.arange(300.0), periods=2, bands=np.array([0.5]))
    assert stream.strata == 2
    named = [risk.stream(world, np.arange(300.0), by=by).stratum for by in ("term", ("term",))]
    assert np.array_equal(*named)
    for given in ({"capacity": "3"}, {"efficacy": None}, {"tau": "x"}, {"seed": 0.5}):
        with pytest.raises(ValueError, match=f"{next(iter(given))} must be"):
            risk.compare(stream, runs=1, **given)


@pytest.mark.filterwarnings("error")
def test_an_audit_refuses_what_would_give_no_number():
    selection = risk.select([0.1, 0.9, 0.5], 1, 0.0, 1)
    groups, scores, bad = ["a", "a", "b"], [0.1, 0.9, 0.5], [math.nan, 1, math.nan]
    assert len(risk.audit(groups, selection, scores, bad).groups) == 2
    for given, said in (
        ((groups, selection, scores, [math.inf, 1, 0]), "bad must hold only 0, 1 and NaN"),
        ((groups, selection, [math.nan, 1, 0], bad), "scores holds a missing"),
        ((groups, selection, scores, bad, [math.nan] * 3), "probabilities must lie"),
        ((groups, selection, scores, bad, ["x"] * 3), "probabilities must hold only numbers"),
    ):
        with pytest.raises(ValueError, match=said):
            risk.audit(*given)


def test_arrivals_of_a_world_refuse_what_is_no_day():
    world = generate(seed=3, n=300)
    for given in ({"first_day": "3"}, {"days": 2.5}, {"most_boxes": 0}):
        with pytest.raises(ValueError, match=f"{next(iter(given))} must be a whole"):
            inspection.from_world(world, **given)
    arrivals = inspection.from_world(world)
    with pytest.raises(ValueError, match="from_day must be a number of at least 0"):
        inspection.drifted(arrivals, seed=1, from_day="3", share=0.5)


@pytest.mark.filterwarnings("ignore:invalid value")
@pytest.mark.parametrize("servers", [1, 2])
def test_a_time_that_never_comes_is_no_time(servers):
    for times in (([0.0, math.inf], [1.0, 1.0]), ([0.0, 1.0], [1.0, math.inf])):
        with pytest.raises(ValueError, match="arrival"):
            inspection.waits(*times, servers)
