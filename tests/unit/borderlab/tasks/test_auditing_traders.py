"""The weighted share of many traders: pandas finds it, the raw hit rate is told apart."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from borderlab.tasks import TaskError
from borderlab.tasks import auditing_traders as task
from borderlab.tasks import auditing_traders_case as case
from borderlab.widgets.code_values import plain_value

SEEDS = range(200)


@pytest.mark.parametrize("seed", range(0, 200, 17))
def test_two_lines_of_pandas_find_it(seed):
    t = task.table(seed)
    weight = 1 / t["chance"]
    found = 100 * (weight * t["illegal"]).sum() / weight.sum()
    assert task.judge({}, {}, seed, task.check_value({}, seed, found)).credit == 1.0


@pytest.mark.parametrize("seed", range(0, 200, 37))
def test_the_share_agrees_with_exact_fractions(seed):
    rows = case.draw(seed)
    weights = [1 / Fraction(str(row.chance)) for row in rows]
    exact = 100 * sum(w * row.illegal for w, row in zip(weights, rows, strict=True)) / sum(weights)
    assert case.weighted(rows) == pytest.approx(float(exact), rel=1e-12)


def test_the_weighted_share_is_right_on_average_and_the_raw_one_is_not():
    """Over 200 participants the estimate meets the true share of the streams they came from.

    The mean rate of the stream follows from the way it is drawn: 10 traders on the profile with
    21 consignments on average at 20 percent, 50 others with 120 at 2.5 percent.
    """
    truth = 100 * (10 * 21 * 0.20 + 50 * 120 * 0.025) / (10 * 21 + 50 * 120)
    estimates = np.array([case.weighted(case.draw(seed)) for seed in SEEDS])
    raw = np.array([case.raw(case.draw(seed)) for seed in SEEDS])
    error = estimates.std() / len(estimates) ** 0.5
    assert abs(estimates.mean() - truth) < 4 * error + 0.05
    assert raw.min() > truth + 1


def test_solution_and_hostile_values():
    for seed in SEEDS:
        assert task.judge({}, {}, seed, task.solution({}, {}, seed)).credit == 1.0
    for value in (
        None,
        [],
        {},
        "3",
        float("nan"),
        float("inf"),
        True,
        [3.1],
        10**400,
        {"share": 1},
    ):
        assert task.judge({}, {}, 1, value).credit == 0.0


@pytest.mark.parametrize(
    ("wrong", "credit", "ideas", "words"),
    [
        (case.raw, 0.0, ("K2",), "raw hit rate"),
        (case.of_traders, 0.0, ("K2",), "mean of the traders"),
        (lambda rows: case.of_stratum(rows, "targeted"), 0.0, ("K4",), "where you looked"),
        (lambda rows: case.of_stratum(rows, "random"), 0.25, (), "belong to the stream too"),
        (lambda rows: case.weighted(rows) / 100, 0.5, (), "100 times as much"),
    ],
)
def test_slips_are_told_apart(wrong, credit, ideas, words):
    for seed in range(40):
        value = wrong(case.draw(seed))
        judged = task.judge({}, {}, seed, value)
        assert (judged.credit, judged.misconceptions) == (credit, ideas), seed
    assert words in task.explain({}, {}, seed, value)


def test_numbers_of_numpy_and_pandas_are_taken():
    for value in (np.float64(3.5), np.array(3.5), pd.Series([3.5]), 3.5, "3.5", "3.5 %"):
        assert task.check_value({}, 1, value) == 3.5
    for value in (pd.Series([3.5]), np.array([3.5]), np.array([[3.5]]), [3.5], (3.5,)):
        assert task.check_value({}, 1, plain_value(value)) == 3.5
    assert task.check_value({}, 1, np.int64(3)) == 3.0
    assert task.check_value({}, 1, " ") is None
    for value in (
        pd.Series([1.0, 2.0]),
        [3.5, 4.0],
        [],
        {"a": 1},
        "three",
        float("nan"),
        -1,
        101,
        True,
    ):
        with pytest.raises(TaskError, match="one number"):
            task.check_value({}, 1, value)


def test_the_table_is_as_the_outline_says():
    t = task.table(7)
    text = task.outline({}, 7)
    assert all(f"`{name}`" in text for name in t.columns)
    assert "1 / chance" not in text
    assert set(t["stratum"]) == {"random", "targeted"}
    assert t["chance"].between(0, 1, inclusive="right").all()
    assert t["trader"].nunique() <= case.TRADERS
    assert t["consignment"].is_unique
    # Few inspections each, as the question says.
    assert t.groupby("trader").size().median() < 10
    with pytest.raises(ValueError, match="no settings"):
        task.check_settings({"x": 1}, {})


def test_draws_are_equal_between_processes():
    code = (
        "from borderlab.tasks.auditing_traders_case import *; "
        "print([weighted(draw(s)) for s in range(5)])"
    )
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="tools"
    )
    assert other.stdout.strip() == str([case.weighted(case.draw(s)) for s in range(5)])
