"""The task ``choose_consignments``: hands of equal difficulty, credit for what could be known."""

import itertools
import statistics
import subprocess
import sys

import numpy as np
import pytest

from borderlab.i18n import in_language
from borderlab.tasks import TaskError
from borderlab.tasks import targeting_choice as task
from borderlab.tasks.targeting_cards import cards
from borderlab.tasks.targeting_pool import hand
from borderlab.tasks.targeting_stream import BANDS, BASE_RATE, stream

SEEDS = range(60)
SETTINGS = {"count": 12, "inspections": 4}


def credit(seed, value):
    return task.judge(SETTINGS, {}, seed, value).credit


def red(made, places):
    return {made.ids[int(i)]: "red" for i in places}


def test_solution_earns_everything_on_200_seeds():
    assert all(
        credit(seed, task.solution(SETTINGS, {}, seed)) == pytest.approx(1.0) for seed in range(200)
    )


@pytest.mark.parametrize("value", [None, {}, [], "red", 3, float("nan")])
def test_nothing_earns_nothing(value):
    assert credit(3, value) == 0.0


def test_the_same_lane_for_all_earns_nothing():
    letters = task.drawn(SETTINGS, 5).ids
    for lane in task.LANES:
        assert credit(5, dict.fromkeys(letters, lane)) == 0.0


def test_random_red_lanes_earn_nothing_on_average_before_clipping():
    made = hand(11)
    every = [made.share_of_best(list(c)) for c in itertools.combinations(range(12), 4)]
    assert statistics.fmean(every) == pytest.approx(0.0, abs=1e-12)
    assert max(every) == pytest.approx(1.0)


def test_expected_finds_agree_with_drawn_truths():
    made = hand(2)
    finds = made.truths(40_000)[:, made.best].sum(axis=1)
    # Four standard errors of the mean.
    assert abs(finds.mean() - made.expected(made.best)) < 4 * finds.std() / 200


def test_counting_flags_is_a_weak_strategy_and_equally_weak_for_all():
    def counted(made):
        return made.share_of_best(np.argsort(-made.flags, kind="stable")[:4])

    shares = [counted(hand(seed)) for seed in SEEDS]
    assert 0.2 < statistics.fmean(shares) < 0.6
    assert statistics.stdev(shares) < 0.2


def test_adding_flags_without_caps_loses_something():
    shares = [
        made.share_of_best(np.argsort(-made.plain, kind="stable")[:4]) for made in map(hand, SEEDS)
    ]
    assert 0.6 < statistics.fmean(shares) < 0.95


def test_counting_instead_of_weighing_is_told_as_k8():
    found = [
        task.judge(
            SETTINGS, {}, seed, red(hand(seed), np.argsort(-hand(seed).flags, kind="stable")[:4])
        ).misconceptions
        for seed in SEEDS
    ]
    assert sum("K8" in one for one in found) > 40
    assert task.judge(SETTINGS, {}, 1, task.solution(SETTINGS, {}, 1)).misconceptions == ()


def test_more_red_than_inspections_leaves_it_to_chance():
    made = hand(4)
    best_five = made.ranked[:5]
    assert made.expected(best_five) == pytest.approx(4 * made.chance[best_five].mean())
    assert made.expected(best_five) < made.expected(made.best)


def test_order_of_the_other_lanes_counts():
    made = hand(6)
    best = task.best_lanes(made)
    swapped = {k: {"yellow": "green", "green": "yellow"}.get(v, v) for k, v in best.items()}
    assert task.order_credit(made, best) == 1.0
    assert task.order_credit(made, swapped) == 0.0
    assert credit(6, swapped) == pytest.approx(task.RED_SHARE)


@pytest.mark.parametrize(
    "value",
    [
        {"A": "purple"},
        {"Z": "red"},
        {1: "red"},
        {"A": ["red"]},
        {"A": {"B": {}}},
        [["A", "red"]] * 50,
        {f"x{i}": "red" for i in range(5000)},
        {"A": float("inf")},
    ],
)
def test_hostile_values_are_refused_in_a_sentence_and_earn_nothing(value):
    assert credit(1, value) == 0.0
    with pytest.raises(TaskError, match=r"\."):
        task.check_value(SETTINGS, 1, value)
    assert task.explain(SETTINGS, {}, 1, value)


@pytest.mark.parametrize(
    ("settings", "secret"),
    [
        ({"count": 5}, {}),
        ({"inspections": 7}, {}),
        ({"count": 12.0}, {}),
        ({"other": 1}, {}),
        ({}, {"seed": -1}),
        ({}, {"seeds": [1]}),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings, secret):
    with pytest.raises(ValueError, match=r"\w"):
        task.check_settings(settings, secret)


@pytest.mark.parametrize(("count", "inspections"), [(6, 2), (8, 4), (20, 10), (15, 3)])
def test_other_sizes_work_too(count, inspections):
    settings = {"count": count, "inspections": inspections}
    task.check_settings(settings, {})
    made = task.drawn(settings, 9)
    assert len(set(made.rows.tolist())) == count
    assert task.judge(settings, {}, 9, task.solution(settings, {}, 9)).credit == pytest.approx(1.0)


def test_chances_average_the_base_rate_of_the_stream():
    found = stream()
    assert found.chance[~found.evidence.decisive].mean() == pytest.approx(BASE_RATE, abs=1e-6)
    assert all(rows.size > 40 for rows in found.rows)
    assert not any(found.evidence.decisive[rows].any() for rows in found.rows)
    assert len(found.rows) == len(BANDS)


def test_draws_are_equal_in_another_process():
    code = "from borderlab.tasks.targeting_pool import hand; print(hand(77).rows.tolist())"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert ran.stdout.strip() == str(hand(77).rows.tolist())


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_outline_tells_the_case_and_not_the_solution(language):
    with in_language(language):
        told = task.outline(SETTINGS, 8)
        shown = cards(hand(8))
    assert all(card["goods"] in told for card in shown)
    assert all(flag["lawful"] in told for card in shown for flag in card["flags"])
    assert "chance" not in shown[0]


def test_explanation_shows_chances_lanes_and_truth_and_is_honest_about_luck():
    value = task.solution(SETTINGS, {}, 8)
    told = task.explain(SETTINGS, {"seed": 5}, 8, value)
    assert told.count("◆") == int(hand(8).truth(5).sum())
    assert "one draw of luck and earns nothing" in told
    assert f"{hand(8).expected(hand(8).best):.2f}" in told
