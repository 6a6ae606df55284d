"""The task ``profile``: a good profile reaches the target on hidden data, naive ones do not."""

import numpy as np
import pytest

from borderlab.risk.evaluation import gains
from borderlab.tasks import TaskError, targeting_groups
from borderlab.tasks import targeting_profile as task
from borderlab.tasks.targeting_groups import GROUPS, HIGHEST, MEMBERS, ORIGIN, data, recall

SECRET = {"seeds": [101, 102, 104]}
SETTINGS: dict = {}


def value(weights, rate=0.1, random_share=0.05):
    return {"weights": weights, "rate": rate, "random_share": random_share}


def credit(weights, **more):
    return task.judge(SETTINGS, SECRET, 1, value(weights, **more)).credit


def test_solution_earns_everything_whoever_hands_it_in():
    for seed in range(200):
        made = task.solution(SETTINGS, SECRET, seed)
        assert task.judge(SETTINGS, SECRET, seed, made).credit == pytest.approx(1.0)


def test_good_profile_reaches_the_target_with_a_margin():
    found = task.grade(SETTINGS, SECRET, task.solution(SETTINGS, SECRET, 1))
    assert found.recall > task.DEFAULTS["recall"] + 0.01


def test_naive_profiles_stay_below():
    assert credit(task.UNTOUCHED) == 0.0
    assert credit({}) == 0.0
    for key in GROUPS:
        assert credit({key: 1.0}) < 0.85, key


def test_no_random_share_costs_and_is_told():
    judged = task.judge(SETTINGS, SECRET, 1, value(task.GOOD, random_share=0.0))
    assert judged.credit == pytest.approx(1.0 - task.DEFAULTS["random_penalty"])
    assert judged.misconceptions == ("K3",)
    assert "Random checks are not wasted" in task.explain(
        SETTINGS, SECRET, 1, value(task.GOOD, random_share=0.0)
    )


def test_origin_that_adds_nothing_costs_and_is_told():
    with_origin = {**task.GOOD, ORIGIN: 0.5}
    judged = task.judge(SETTINGS, SECRET, 1, value(with_origin))
    assert dict(judged.parts)["origin"] == 0.0
    assert "K14" in judged.misconceptions
    kept = {"origin_penalty": 0.0}
    assert judged.credit == pytest.approx(
        0.85 * task.judge(kept, SECRET, 1, value(with_origin)).credit
    )


def test_more_inspections_than_officers_are_not_counted():
    over = task.judge(SETTINGS, SECRET, 1, value(task.GOOD, rate=0.3))
    assert over.credit == pytest.approx(0.5)
    assert dict(over.parts)["rate"] == 0.0


def test_recall_agrees_with_the_gains_curve_and_with_drawing():
    made = data(101, 6000)
    weights = task.GOOD
    ranking = np.where(made.decisive, 1e9, made.score(weights))
    curve = gains(ranking, made.bad)
    assert recall(made, weights, 0.1, 0.0) == pytest.approx(curve.recall(600), abs=1e-12)
    rng = np.random.default_rng(1)
    top = np.argsort(-(ranking + rng.random(made.n) * 1e-9), kind="stable")
    finds = [
        made.bad[top[:540]].sum() + made.bad[rng.choice(top[540:], 60, replace=False)].sum()
        for _turn in range(400)
    ]
    expected = recall(made, weights, 0.1, 0.1) * made.bad.sum()
    # Five standard errors; the order of ties is one draw, so a few consignments more.
    assert abs(np.mean(finds) - expected) < 5 * np.std(finds) / 20 + 2.0


def test_points_of_a_group_are_those_of_its_flags_alone():
    made = data(101, 6000)
    lonely = np.flatnonzero((made.evidence.only(MEMBERS["weight"]).states == 1).sum(axis=0) == 1)
    place = int(lonely[0])
    flag = next(i for i in made.evidence.of(place)["present"] if i in MEMBERS["weight"])
    ratio = next(i.ratio for i in made.evidence.indicators if i.indicator_id == flag)
    assert made.points[place, GROUPS.index("weight")] == pytest.approx(np.log(ratio))


def test_each_flag_is_in_one_group_at_most_and_none_is_decisive():
    from borderlab.risk import indicator

    every = [one for ids in MEMBERS.values() for one in ids]
    assert len(every) == len(set(every))
    assert not any(indicator(one).decisive for one in every)
    assert all(indicator(one).computable for one in every)
    assert set(targeting_groups.NAMES) == set(GROUPS)


@pytest.mark.parametrize(
    "raw",
    [
        3,
        [],
        {},
        {"weights": 3},
        {"weights": {"luck": 1.0}, "rate": 0.1},
        {"weights": {"weight": HIGHEST + 1}, "rate": 0.1},
        {"weights": {"weight": float("nan")}, "rate": 0.1},
        {"weights": {"weight": True}, "rate": 0.1},
        {"weights": {"weight": "3"}, "rate": 0.1},
        {"weights": {}, "rate": float("inf")},
        {"weights": {}, "rate": -1},
        {"weights": {}, "rate": 10**400},
        {"weights": {}, "rate": 0.1, "random_share": {"a": []}},
        {"weights": {str(i): 1 for i in range(3000)}, "rate": 0.1},
    ],
)
def test_hostile_values_are_refused_in_a_sentence_and_earn_nothing(raw):
    assert task.judge(SETTINGS, SECRET, 1, raw).credit == 0.0
    with pytest.raises(TaskError, match=r"\."):
        task.check_value(SETTINGS, 1, raw)
    assert "**" in task.explain(SETTINGS, SECRET, 1, raw)


def test_nothing_earns_nothing():
    assert task.check_value(SETTINGS, 1, None) is None
    assert task.judge(SETTINGS, SECRET, 1, None).credit == 0.0


@pytest.mark.parametrize(
    ("settings", "secret"),
    [
        ({"recall": 2}, {}),
        ({"rate": 0}, {}),
        ({"rate": 0.9}, {}),
        ({"random": "5%"}, {}),
        ({"hidden": 10}, {}),
        ({"scenario": "moon"}, {}),
        ({"goal": 1}, {}),
        ({}, {"seeds": []}),
        ({}, {"seeds": "12"}),
        ({}, {"seeds": [1.5]}),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings, secret):
    with pytest.raises(ValueError, match=r"\w"):
        task.check_settings(settings, secret)


def test_a_target_that_nobody_reaches_is_refused():
    with pytest.raises(ValueError, match="lower"):
        task.check_settings({"recall": 0.9}, SECRET)
    task.check_settings(SETTINGS, SECRET)
