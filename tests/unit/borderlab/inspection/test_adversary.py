"""Games, against linear programming and direct search."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from borderlab.inspection import adversary


def game_value(matrix):
    """Value of a zero-sum game to the row player, by linear programming."""
    m = np.asarray(matrix, float)
    rows, cols = m.shape
    res = linprog(
        np.r_[np.zeros(rows), -1.0],
        A_ub=np.c_[-m.T, np.ones(cols)],
        b_ub=np.zeros(cols),
        A_eq=[np.r_[np.ones(rows), 0.0]],
        b_eq=[1.0],
        bounds=[(0, 1)] * rows + [(None, None)],
    )
    return -res.fun


def dresher_by_lp(n, m):
    if n >= m:
        return 0.0
    if n == 0:
        return -1.0
    return game_value([[1, dresher_by_lp(n - 1, m - 1)], [-1, dresher_by_lp(n, m - 1)]])


@pytest.mark.parametrize(("n", "m"), [(0, 1), (1, 2), (1, 3), (2, 4), (2, 6), (3, 3), (3, 7)])
def test_dresher_agrees_with_linear_programming(n, m):
    assert adversary.dresher(n, m) == pytest.approx(dresher_by_lp(n, m), abs=1e-7)


def test_inspecting_now_is_certain_only_when_enough_inspections_are_left():
    assert adversary.inspect_first(3, 3) == 1.0
    assert adversary.inspect_first(0, 3) == 0.0
    assert 0 < adversary.inspect_first(1, 3) < 1


@given(st.lists(st.floats(0.1, 50), min_size=1, max_size=8), st.floats(0, 9))
def test_coverage_leaves_every_attacked_target_equal(losses, resources):
    c, x = adversary.coverage(losses, resources)
    value = np.array(losses)
    assert np.all((c >= -1e-12) & (c <= 1 + 1e-12))
    assert c.sum() == pytest.approx(min(resources, value.size), rel=1e-6, abs=1e-6)
    remaining = (1 - c) * value
    assert np.max(remaining) == pytest.approx(x, rel=1e-6, abs=1e-6)
    assert np.all(remaining[c > 1e-9] >= x - 1e-6 * (1 + x))


def test_coverage_agrees_with_linear_programming():
    losses = np.array([9.0, 4.0, 4.0, 1.0])
    res = linprog(
        [0, 0, 0, 0, 1],
        A_ub=np.vstack([np.c_[-np.diag(losses), -np.ones(4)], [1, 1, 1, 1, 0]]),
        b_ub=np.r_[-losses, 1.5],
        bounds=[(0, 1)] * 4 + [(None, None)],
    )
    assert adversary.coverage(losses, 1.5)[1] == pytest.approx(res.fun)


def test_quantal_response_between_blind_and_best():
    assert adversary.quantal_response([1, 2, 3], 0) == pytest.approx([1 / 3] * 3)
    assert adversary.quantal_response([1, 2, 3], 1_000)[2] == pytest.approx(1)
    assert adversary.quantal_response([1, 2], 1)[1] == pytest.approx(np.e / (1 + np.e))


def test_violation_pays_only_below_the_threshold():
    assert adversary.violates(0.24, gain=1, loss=3)
    assert not adversary.violates(0.25, gain=1, loss=3)


def test_traffic_leaves_the_covered_route_and_total_stays():
    shares = adversary.displacement([0.8, 0.1], [1, 1], speed=1.0, periods=12)
    assert shares.sum(axis=1) == pytest.approx(np.ones(12))
    assert np.all(np.diff(shares[:, 0]) < 0)
    assert adversary.displacement([0.8, 0.1], [1, 1], 0.0, 5)[-1] == pytest.approx([0.5, 0.5])
