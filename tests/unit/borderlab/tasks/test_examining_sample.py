"""Sample sizes: against enumeration of every sample's odds, and what mistakes earn."""

import json
import math
import subprocess
import sys

import numpy as np
import pytest
from scipy.stats import hypergeom

from borderlab.tasks import TaskError, find
from borderlab.tasks.examining_sample_case import case

SEEDS = range(200)
task = find("sample_size")


def chance(boxes, bad, opened, efficacy):
    """Detection from scipy's hypergeometric distribution, a second way to the same number."""
    k = np.arange(bad + 1)
    return 1 - float(hypergeom.pmf(k, boxes, bad, opened) @ (1 - efficacy) ** k)


@pytest.mark.parametrize("seed", range(0, 200, 7))
def test_the_right_numbers_agree_with_scipy(seed):
    drawn, right = case(seed), task.solution({}, {}, seed)
    lot = (drawn.boxes, drawn.bad)
    opened = int(right["opened"])
    assert chance(*lot, opened, drawn.efficacy) >= drawn.confidence
    assert chance(*lot, opened - 1, drawn.efficacy) < drawn.confidence
    assert right["reached"] == pytest.approx(
        100 * chance(*lot, drawn.affordable, drawn.efficacy), abs=0.051
    )
    most = int(right["possible"])
    assert chance(drawn.boxes, most, drawn.affordable, drawn.efficacy) < drawn.confidence
    assert chance(drawn.boxes, most + 1, drawn.affordable, drawn.efficacy) >= drawn.confidence
    every = chance(drawn.boxes, drawn.few, drawn.boxes, drawn.efficacy)
    assert right["ceiling"] == pytest.approx(100 * every, abs=0.051)


def test_the_solution_earns_everything_and_nothing_earns_nothing():
    for seed in SEEDS:
        assert task.judge({}, {}, seed, task.solution({}, {}, seed)).credit == 1.0
        assert task.judge({}, {}, seed, None).credit == 0.0
        assert task.judge({}, {}, seed, {}).credit == 0.0


def test_a_draw_can_be_set_on_the_widget():
    for seed in SEEDS:
        drawn = case(seed)
        assert drawn.boxes * drawn.level == pytest.approx(drawn.bad), "a whole number of boxes"
        assert drawn.affordable % 10 == 0
        assert drawn.boxes % 10 == 0
        assert drawn.boxes <= 200


@pytest.mark.parametrize(
    ("field", "slip", "idea"),
    [
        ("opened", lambda d: _size(d, 1.0), "K6"),
        ("opened", lambda d: math.ceil(0.02 * d.boxes), "K7"),
        ("reached", lambda d: 100 * chance(d.boxes, d.bad, d.affordable, 1.0), "K6"),
        ("reached", lambda d: 100 * d.affordable / d.boxes, "K7"),
        ("possible", lambda _d: 0, "K6"),
        ("ceiling", lambda _d: 100, "K6"),
    ],
)
def test_a_common_mistake_is_recognised_and_explained(field, slip, idea):
    recognised = 0
    for seed in SEEDS:
        value = {field: float(slip(case(seed)))}
        judged = task.judge({}, {}, seed, value)
        if dict(judged.parts)[field] < 1.0:
            assert dict(judged.parts)[field] <= 0.25
            recognised += idea in judged.misconceptions
    assert recognised >= 0.85 * len(SEEDS), "a few draws bring two mistakes together"


def _size(drawn, efficacy):
    return next(
        n
        for n in range(drawn.boxes + 1)
        if chance(drawn.boxes, drawn.bad, n, efficacy) >= drawn.confidence
    )


def test_the_formula_for_an_endless_lot_earns_a_quarter():
    drawn = case(3)
    rate = drawn.level * drawn.efficacy
    endless = math.ceil(math.log(1 - drawn.confidence) / math.log(1 - rate))
    assert dict(task.judge({}, {}, 3, {"opened": endless}).parts)["opened"] == 0.25


def test_the_rule_of_three_earns_half():
    drawn = case(1)
    rule = -math.log(1 - drawn.confidence) / (drawn.affordable * drawn.efficacy) * drawn.boxes
    got = dict(task.judge({}, {}, 1, {"possible": round(rule)}).parts)["possible"]
    assert got in {0.5, 1.0}


def test_lazy_answers_earn_little_everywhere():
    lazy = {"opened": 10, "reached": 50, "possible": 0, "ceiling": 100}
    earned = [task.judge({}, {}, seed, lazy).credit for seed in SEEDS]
    assert max(earned) <= 0.25
    assert np.mean(earned) < 0.05


HOSTILE = [
    "x", 3, [], [1] * 999, {"opened": "9" * 9000}, {"opened": [[[]]]}, {"opened": float("nan")},
    {"opened": True}, {"other": 1}, {"opened": {"a": 1}}, float("inf"), {"opened": 10**400},
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_earn_nothing_and_raise_nothing(value):
    assert task.judge({}, {}, 5, value).credit == 0.0
    assert task.explain({}, {}, 5, value)


def test_the_form_says_what_is_wrong():
    with pytest.raises(TaskError, match="Boxes to open"):
        task.check_value({}, 5, {"opened": "many"})
    with pytest.raises(TaskError, match="between 0 and"):
        task.check_value({}, 5, {"opened": 9999})
    assert task.check_value({}, 5, {"opened": "40", "reached": ""}) == {"opened": 40.0}
    assert task.check_value({}, 5, {}) is None


def test_the_outline_names_the_case_and_hides_the_solution():
    for seed in range(40):
        drawn, text = case(seed), task.outline({}, seed)
        assert f"**{drawn.boxes} boxes**" in text
        solution = task.solution({}, {}, seed)
        assert f"{solution['reached']:.1f}" not in text


def test_settings_are_refused():
    task.check_settings({}, {})
    with pytest.raises(ValueError, match="boxes"):
        task.check_settings({"boxes": 3}, {})


def test_draws_are_the_same_in_another_process():
    code = (
        "import json; from borderlab.tasks import find;"
        "print(json.dumps([find(n).solution({}, {}, s) for n in"
        " ('sample_size', 'cascade', 'lot_record') for s in (1, 77)]))"
    )
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="tools"
    )
    here = [
        find(n).solution({}, {}, s)
        for n in ("sample_size", "cascade", "lot_record")
        for s in (1, 77)
    ]
    assert json.loads(other.stdout) == here
