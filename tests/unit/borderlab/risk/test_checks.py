"""What no formula can use is refused with a sentence that names the argument."""

import math
from enum import Enum

import numpy as np
import pytest

from borderlab import inspection, risk
from borderlab.risk import checks

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
