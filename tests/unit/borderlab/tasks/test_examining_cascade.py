"""Two tools in a chain: against enumeration of all outcomes, and what mistakes earn."""

from itertools import product

import numpy as np
import pytest

from borderlab.tasks import find
from borderlab.tasks.examining_cascade_case import case

SEEDS = range(200)
task = find("cascade")


def enumerate_outcomes(drawn):
    """Expected counts by going through illegal or not, alert or not, and confirmed or not."""
    out = {"alerts": 0.0, "first_real": 0.0, "found": 0.0, "false": 0.0, "missed": 0.0, "min": 0.0}
    for illegal, one, two in product((True, False), repeat=3):
        people = drawn.illegal if illegal else 10_000 - drawn.illegal
        alert = [
            tool.easy if illegal else 1 - tool.specificity for tool in (drawn.first, drawn.second)
        ]
        weight = people * (alert[0] if one else 1 - alert[0]) * (alert[1] if two else 1 - alert[1])
        out["alerts"] += weight * one
        out["first_real"] += weight * (one and illegal)
        out["found"] += weight * (one and two and illegal)
        out["false"] += weight * (one and two and not illegal)
        out["missed"] += weight * (illegal and not (one and two))
        out["min"] += weight * (drawn.first.minutes + (drawn.second.minutes if one else 0))
    return out


@pytest.mark.parametrize("seed", range(0, 200, 9))
def test_the_right_numbers_agree_with_enumeration(seed):
    right, all_ = task.solution({}, {}, seed), enumerate_outcomes(case(seed))
    assert right["alerts"] == pytest.approx(all_["alerts"], abs=0.06)
    assert right["real"] == pytest.approx(100 * all_["first_real"] / all_["alerts"], abs=0.06)
    assert right["missed"] == pytest.approx(all_["missed"], abs=0.06)
    assert right["hours"] == pytest.approx(all_["min"] / 60, abs=0.06)
    final = 100 * all_["found"] / (all_["found"] + all_["false"])
    assert right["final"] == pytest.approx(final, abs=0.06)


def test_the_solution_earns_everything_and_nothing_earns_nothing():
    for seed in SEEDS:
        assert task.judge({}, {}, seed, task.solution({}, {}, seed)).credit == 1.0
        assert task.judge({}, {}, seed, None).credit == 0.0


@pytest.mark.parametrize(
    ("field", "slip", "idea"),
    [
        ("real", lambda d: 100 * d.first.easy, "K1"),
        ("real", lambda d: 100 * d.first.specificity, "K1"),
        ("final", lambda d: 100 * d.second.easy, "K1"),
        ("alerts", lambda d: d.illegal * d.first.easy, "K1"),
        ("missed", lambda _d: 0, "K16"),
        ("hours", lambda d: 10_000 * (d.first.minutes + d.second.minutes) / 60, ""),
    ],
)
def test_a_common_mistake_is_recognised(field, slip, idea):
    for seed in SEEDS:
        judged = task.judge({}, {}, seed, {field: float(slip(case(seed)))})
        assert dict(judged.parts)[field] == 0.0
        assert idea in (*judged.misconceptions, "")


def test_the_base_rate_slip_is_explained():
    text = task.explain({}, {}, 4, {"real": 100 * case(4).first.easy})
    assert "base rate" in text
    assert "detection rate" in text


def test_lazy_answers_earn_little_everywhere():
    lazy = {"alerts": 100, "real": 90, "missed": 0, "hours": 1000, "final": 95}
    earned = [task.judge({}, {}, seed, lazy).credit for seed in SEEDS]
    assert max(earned) <= 0.2
    assert np.mean(earned) < 0.05


@pytest.mark.parametrize(
    "value", ["x", [], {"alerts": [1]}, {"alerts": float("nan")}, {"alerts": True}, 7, {"a": {}}]
)
def test_hostile_values_earn_nothing_and_raise_nothing(value):
    assert task.judge({}, {}, 5, value).credit == 0.0
    assert task.explain({}, {}, 5, value)


def test_the_outline_shows_both_tools_and_hides_the_solution():
    for seed in range(40):
        drawn, text = case(seed), task.outline({}, seed)
        assert f"**{drawn.illegal}** of them are illegal" in text
        assert text.count("| ") > 8
        assert f"{task.solution({}, {}, seed)['hours']:,.0f} " not in text


def test_settings_are_refused():
    with pytest.raises(ValueError, match="rate"):
        task.check_settings({}, {"rate": 3})
