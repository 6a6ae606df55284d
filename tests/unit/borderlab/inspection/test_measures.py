"""Estimates from logged chances, delays and burdens."""

import numpy as np
import pytest

from borderlab.inspection import measures
from borderlab.inspection import policies as p
from borderlab.inspection.invented import invented
from borderlab.inspection.lots import Sampling
from borderlab.inspection.post import Post
from borderlab.inspection.simulation import simulate
from borderlab.risk import estimates, intervals


def test_wilson_for_many_equals_one_by_one():
    found, inspected = np.array([0, 2, 25, 0, 7]), np.array([30, 25, 25, 0, 90])
    low, high = measures.wilson_limits(found, inspected, 0.9)
    for i in range(5):
        one = intervals.wilson(int(found[i]), int(inspected[i]), 0.9)
        assert (low[i], high[i]) == pytest.approx((one.low, one.high))


def test_equal_chances_give_the_ordinary_interval_with_finite_population():
    chosen = np.zeros(1_000, bool)
    chosen[:100] = True
    found = np.zeros(1_000, bool)
    found[:4] = True
    got = measures.estimate(np.full(1_000, 0.1), chosen, found)
    low, high = measures.wilson_limits(4 / 0.9, 100 / 0.9)
    assert got.value == pytest.approx(40)
    assert (got.low, got.high) == pytest.approx((1_000 * low, 1_000 * high))
    assert got.covered == 1.0
    assert got.sample == 100


def test_unequal_chances_agree_with_hajek():
    rng = np.random.default_rng(2)
    chance = rng.choice([0.05, 0.3], 5_000)
    chosen = rng.random(5_000) < chance
    found = chosen & (rng.random(5_000) < 0.1)
    got = measures.estimate(chance, chosen, found)
    share = estimates.hajek(found[chosen], chance[chosen]).value
    assert got.value == pytest.approx(5_000 * share)


def test_what_was_certain_counts_as_it_is_and_what_had_no_chance_is_left_out():
    chance = np.array([1.0, 1.0, 0.0, 0.0])
    chosen, found = chance > 0, np.array([True, False, False, False])
    got = measures.estimate(chance, chosen, found)
    assert (got.value, got.low, got.high, got.covered) == (1.0, 1.0, 1.0, 0.5)
    unlucky = measures.estimate(np.full(4, 0.1), np.zeros(4, bool), np.zeros(4, bool))
    assert unlucky.value is unlucky.low is unlucky.high is None


def coverage(policy, post, runs, n, target, seed0=0):
    year = invented(21, n, rate=0.04, auc=0.8)
    inside, values, truth = [], [], []
    for seed in range(seed0, seed0 + runs):
        result = simulate(year, policy, seed=seed, post=post, score=year.seen["score"])
        goal = target(result)
        if result.estimate.value is None:
            continue
        inside.append(result.estimate.low <= goal <= result.estimate.high)
        values.append(result.estimate.value)
        truth.append(goal)
    return np.mean(inside), np.mean(values), np.mean(truth), np.std(values) / np.sqrt(runs)


def detectable(result):
    return int(np.sum(result.events.detectable))


def everything(result):
    return result.illegal


PERFECT = Post(
    sensitivity=((0.0, 0.0, 0.0, 1.0),) * 2,
    sampling=Sampling(share=1.0, efficacy=1.0, most=1_000),
    follow_alerts=False,
)


def test_interval_of_a_random_stratum_covers_at_the_stated_rate():
    """1,000 samples of 150 from 1,000, part of which is certain to be inspected."""
    rng = np.random.default_rng(12)
    bad = rng.random(1_000) < 0.04
    chance = np.where(np.arange(1_000) < 50, 1.0, 150 / 950)
    inside = []
    for _ in range(1_000):
        chosen = chance == 1.0
        chosen[50 + rng.choice(950, 150, replace=False)] = True
        got = measures.estimate(chance, chosen, bad & chosen)
        inside.append(got.low <= bad.sum() <= got.high)
    assert 0.93 <= np.mean(inside) <= 0.98  # standard error 0.7 points


@pytest.mark.slow
@pytest.mark.parametrize(
    ("policy", "post", "target"),
    [
        (p.FixedPercent(0.1), PERFECT, everything),
        (p.ScoreAndRandom(0.12, 0.5), PERFECT, everything),
        (p.ScoreAndRandom(0.15, 0.4), Post(), detectable),
        (p.StreamPlan(4, 0.2), Post(), detectable),
    ],
)
def test_random_stratum_covers_the_truth_at_the_stated_rate(policy, post, target):
    """1,000 years: 95 % intervals; the standard error of the share covered is 0.7 points."""
    covered, value, truth, error = coverage(policy, post, 1_000, 1_200, target)
    assert 0.925 <= covered <= 0.985
    assert value == pytest.approx(truth, abs=4.5 * error + 1e-9)


def test_delay_of_nobody_and_of_those_who_wait_for_ever():
    nobody = measures.delay(np.zeros(3), np.zeros(3, bool))
    assert (nobody.held, nobody.mean, nobody.high) == (0, 0.0, 0.0)
    held = np.array([5.0, 1.0, 2.0, 4.0, 3.0, 0.0, 0.0, 6.0, 7.0, 8.0, 9.0, 10.0])
    some = measures.delay(held, held > 0)
    assert (some.consignments, some.held) == (12, 10)
    assert some.high == 9.0
    assert some.mean == pytest.approx(5.5)
    assert some.mean_of_all == pytest.approx(55 / 12)
    for_ever = measures.delay(np.array([1.0, np.inf]), np.ones(2, bool))
    assert for_ever.high == for_ever.mean == np.inf


def test_burden_counts_by_hand():
    group = np.array(["a", "a", "b", "b", "b"])
    legal = np.array([True, False, True, True, True])
    chosen = np.array([True, True, False, True, False])
    found = np.array([False, True, False, False, False])
    got = measures.burden(group, legal, chosen, found, np.array([10.0, 99.0, 0.0, 6.0, 0.0]))
    assert got.group.tolist() == ["a", "b"]
    assert got.burdened.tolist() == [1, 1]
    assert got.compliant.tolist() == [1, 3]
    assert got.share == pytest.approx([1, 1 / 3])
    assert got.found.tolist() == [1, 0]
    assert got.mean_delay == pytest.approx([10, 2])
