"""The record of opened boxes: a short pandas solution, a long simulation, and the mistakes."""

import numpy as np
import pandas as pd
import pytest

from borderlab.tasks import TaskError, find
from borderlab.tasks.examining_record import table

SEEDS = range(200)
task = find("lot_record")


def solve(record):
    """What a participant writes; also in the docstring of the task."""
    random = record[record["stratum"] == "random"]
    return (1 - random["efficacy"] * random["opened"] / random["boxes"]).sum()


def test_the_short_pandas_solution_earns_everything():
    for seed in range(0, 200, 4):
        value = task.check_value({}, seed, solve(table(seed)))
        assert type(value) is float
        assert task.judge({}, {}, seed, value).credit == 1.0
        assert task.judge({}, {}, seed, round(value, 1)).credit == 1.0


def test_the_answer_agrees_with_opening_boxes_many_times():
    """One illegal box somewhere in each, boxes drawn, looks that fail: 4,000 times."""
    record = table(3).query("stratum == 'random'")
    rng = np.random.default_rng(0)
    turn = (rng.random((4_000, len(record))) * record["boxes"].to_numpy()).astype(int)
    seen = rng.random((4_000, len(record))) < record["efficacy"].to_numpy()
    missed = (~((turn < record["opened"].to_numpy()) & seen)).sum(axis=1)
    error = missed.std() / np.sqrt(missed.size)
    assert abs(missed.mean() - task.solution({}, {}, 3)) < 4 * error + 0.01


NAIVE = {
    "efficacy forgotten": lambda t: _random(t).pipe(lambda r: (1 - r.opened / r.boxes).sum()),
    "all rows": lambda t: (1 - t.efficacy * t.opened / t.boxes).sum(),
    "targeted rows": lambda t: _targeted(t).pipe(
        lambda r: (1 - r.efficacy * r.opened / r.boxes).sum()
    ),
    "pooled": lambda t: _random(t).pipe(
        lambda r: len(r) * (1 - r.efficacy.mean() * r.opened.sum() / r.boxes.sum())
    ),
    "no find": lambda t: float((~_random(t).found).sum()),
    "clean": lambda _t: 0.0,
}


def _random(record):
    return record[record.stratum == "random"]


def _targeted(record):
    return record[record.stratum == "targeted"]


@pytest.mark.parametrize("name", NAIVE)
def test_a_naive_answer_is_recognisably_wrong(name):
    for seed in range(0, 200, 4):
        value = float(NAIVE[name](table(seed)))
        assert abs(value - task.solution({}, {}, seed)) > 2, "never near the truth by chance"
        judged = task.judge({}, {}, seed, value)
        assert judged.credit <= 0.25
        assert judged.misconceptions
        assert "Right." not in task.explain({}, {}, seed, value)


def test_nothing_earns_nothing():
    for seed in SEEDS:
        assert task.judge({}, {}, seed, None).credit == 0.0


@pytest.mark.parametrize(
    "value",
    [12.5, np.float64(12.5), np.array(12.5), np.array([12.5]), pd.Series([12.5]), [12.5]],
    ids=lambda value: type(value).__name__,
)
def test_numpy_and_pandas_numbers_are_taken(value):
    got = task.check_value({}, 1, value)
    assert got == 12.5
    assert type(got) is float


@pytest.mark.parametrize(
    "value", ["12", [1, 2], {"a": 1}, float("nan"), -1, 301, True, 10**400, [[[[]]]]], ids=repr
)
def test_what_is_no_number_is_refused_with_a_sentence_and_earns_nothing(value):
    with pytest.raises(TaskError, match="one number"):
        task.check_value({}, 1, value)
    assert task.judge({}, {}, 1, value).credit == 0.0
    assert task.explain({}, {}, 1, value)


def test_the_record_is_in_order():
    record = table(9)
    assert list(record.columns) == [
        "consignment", "stratum", "boxes", "opened", "efficacy", "found",
    ]  # fmt: skip
    assert (record.stratum == "random").sum() == 90
    assert ((record.opened >= 1) & (record.opened <= record.boxes)).all()
    assert record.efficacy.between(0.5, 1).all()
