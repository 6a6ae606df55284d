"""Policies where the truth is known, and the urn that eats itself."""

import numpy as np
import pytest

from borderlab.risk import explore, policies, urn
from borderlab.risk.scorecard import teaching_scorecard


@pytest.fixture(scope="module")
def made():
    """Two years; 20 strata, of which stratum 7 is bad and stratum 3 turns bad half-way."""
    rng = np.random.default_rng(4)
    n, periods = 24_000, 24
    stratum, period = rng.integers(0, 20, n), np.arange(n) * periods // n
    rate = np.where(stratum == 7, 0.15, 0.01)
    rate = np.where((stratum == 3) & (period >= 12), 0.3, rate)
    return explore.Stream(stratum, (stratum == 7) + rng.random(n), rng.random(n) < rate, period)


@pytest.fixture(scope="module")
def result(made):
    return explore.compare(made, capacity=0.05, runs=4, seed=1)


def test_everyone_keeps_to_the_capacity(result, made):
    offered = np.bincount(made.period)
    assert np.all(result.inspected <= np.round(0.05 * offered))
    assert np.all(result.finds <= result.inspected)
    assert result.policies == tuple(policies.POLICIES) == tuple(policies.POLICY_NAMES)


def test_what_each_policy_is_good_at(result):
    told = result.summary()
    found = {name: one["recall"] for name, one in told.items()}
    # Random finds its share: 5 percent of all, give or take four standard errors.
    assert found["random"] == pytest.approx(0.05, abs=0.02)
    assert min(found["thompson"], found["ucb"], found["hybrid"]) > 3 * found["random"]
    # The rules know the bad stratum from the start, but only who looks elsewhere sees the new one.
    at = {name: result.finds[i, :, -6:].sum() for i, name in enumerate(result.policies)}
    assert min(at["thompson"], at["ucb"], at["hybrid"]) > at["rules"]
    assert told["random"]["coverage"] > 0.9 > told["rules"]["coverage"]
    assert told["hybrid"]["coverage"] > told["greedy"]["coverage"]
    # Who looks only at the worst stratum believes that all are like it.
    assert 3 * told["random"]["estimate_error"] < told["rules"]["estimate_error"]


def test_runs_can_be_repeated(made, result):
    again = explore.compare(made, capacity=0.05, runs=4, seed=1)
    assert np.array_equal(again.finds, result.finds)
    other = explore.compare(made, {"random": policies.at_random}, runs=1, seed=2)
    assert other.finds.shape == (1, 1, 24)


def test_a_memory_that_fades_follows_a_shift():
    """The bad stratum moves; greedy that forgets moves with it sooner."""
    rng = np.random.default_rng(8)
    n, periods = 20_000, 20
    stratum, period = rng.integers(0, 5, n), np.arange(n) * periods // n
    rate = np.where(stratum == (period >= 10), 0.4, 0.02)
    moving = explore.Stream(stratum, rng.random(n), rng.random(n) < rate, period)
    one = {"hybrid": policies.hybrid(0.1)}
    late = [
        explore.compare(moving, one, capacity=0.05, runs=6, tau=tau).finds[0, :, 10:].sum()
        for tau in (2.0, None)
    ]
    assert late[0] > late[1]


def test_edges(made):
    assert explore.compare(made, capacity=0.0, runs=1).finds.sum() == 0
    everything = explore.compare(made, capacity=1.0, runs=1)
    assert np.all(everything.finds.sum(axis=2) == made.bad.sum())
    blind = explore.compare(
        made, {"random": policies.at_random}, capacity=1.0, runs=2, efficacy=0.5
    )
    # Four standard errors of a binomial share.
    room = 4 * (0.25 / made.bad.sum()) ** 0.5
    assert np.allclose(blind.finds.sum(axis=2) / made.bad.sum(), 0.5, atol=room)


def test_draws_in_proportion_follow_the_weights():
    """One draw: chance equals weight over sum; 4 standard errors of 20,000 draws are 0.014."""
    rng = np.random.default_rng(1)
    weight = np.array([4.0, 2.0, 1.0])
    drawn = [policies._proportional(weight, 1, rng)[0] for _ in range(20_000)]
    assert np.bincount(drawn) / 20_000 == pytest.approx(weight / 7, abs=0.014)


def test_square_root_weights_of_the_worked_example():
    """Rates 16 : 4 : 1 give draw shares 0.571, 0.286, 0.143 (statistics.md 7.4)."""
    weight = np.sqrt([16.0, 4.0, 1.0])
    assert weight / weight.sum() == pytest.approx([0.571, 0.286, 0.143], abs=0.0005)


def test_a_generated_world_as_a_stream(small_world, found):
    made = explore.stream(
        small_world, teaching_scorecard().score(found), ("exporter", "mode"), periods=12
    )
    assert made.strata > explore.stream(small_world, made.score, ("mode",), bands=()).strata
    got = explore.compare(
        made, {"rules": policies.rules_only, "random": policies.at_random}, runs=2
    )
    told = got.summary()
    assert told["rules"]["recall"] > told["random"]["recall"]
    assert got.violations.sum() == made.bad.sum()


def test_refused():
    zero = np.zeros(3, dtype=np.int64)
    with pytest.raises(ValueError, match="same length"):
        explore.Stream(zero, np.zeros(2), zero > 0, zero)
    with pytest.raises(ValueError, match="must not fall"):
        explore.Stream(zero, np.zeros(3), zero > 0, np.array([1, 0, 0]))
    good = explore.Stream(zero, np.zeros(3), zero > 0, zero)
    with pytest.raises(ValueError, match="capacity"):
        explore.compare(good, capacity=2.0)
    with pytest.raises(ValueError, match="tau"):
        explore.compare(good, tau=0.0)


def test_the_urn_runs_away_and_both_corrections_stop_it():
    plain, ensign, weighted = (
        urn.feedback_urn(0.3, 0.2, 4_000, 200, 5, how)[-1].mean()
        for how in ("none", "ensign", "weighted")
    )
    assert plain > 0.8
    assert ensign == pytest.approx(0.6, abs=0.04)
    assert weighted == pytest.approx(0.6, abs=0.04)


def test_equal_areas_the_urn_freezes_at_an_accident():
    """Equal rates: each run settles somewhere else (uniform, variance 1/12), though none differ."""
    last = urn.feedback_urn(0.2, 0.2, 3_000, 400, 6)[-1]
    assert last.mean() == pytest.approx(0.5, abs=0.06)
    assert last.std() == pytest.approx((1 / 12) ** 0.5, abs=0.05)
    calm = urn.feedback_urn(0.2, 0.2, 3_000, 400, 6, "ensign")[-1]
    assert calm.std() < 0.1


def test_the_urn_refuses_nonsense():
    with pytest.raises(ValueError, match="rate_a"):
        urn.feedback_urn(1.2, 0.1, 5, 1, 0)
    with pytest.raises(ValueError, match="correction"):
        urn.feedback_urn(0.2, 0.1, 5, 1, 0, "magic")
    assert urn.feedback_urn(0.0, 0.0, 5, 2, 0) == pytest.approx(0.5)
