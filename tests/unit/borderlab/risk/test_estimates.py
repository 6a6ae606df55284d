"""Estimates from uneven inspection, against simulation where the truth is known."""

import numpy as np
import pytest

from borderlab.risk import estimates


@pytest.fixture(scope="module")
def streams():
    """1,000 selections from one stream with uneven, logged chances."""
    rng = np.random.default_rng(21)
    bad = rng.random(3_000) < 0.08
    chance = np.where(bad, 0.5, 0.15) * rng.uniform(0.8, 1.2, bad.size)
    runs = []
    for _ in range(1_000):
        chosen = rng.random(bad.size) < chance
        runs.append((bad[chosen], chance[chosen]))
    return bad, runs


def test_weighted_estimates_are_unbiased_and_cover_where_plain_shares_fail(streams):
    bad, runs = streams
    totals = [estimates.horvitz_thompson(*run) for run in runs]
    shares = [estimates.hajek(*run) for run in runs]
    assert np.mean([t.value for t in totals]) == pytest.approx(bad.sum(), rel=0.01)
    assert np.mean([s.value for s in shares]) == pytest.approx(bad.mean(), rel=0.01)
    # 95 % nominal; 4 standard errors of 1,000 runs are 0.028.
    assert np.mean([t.low <= bad.sum() <= t.high for t in totals]) == pytest.approx(0.95, abs=0.03)
    assert np.mean([s.low <= bad.mean() <= s.high for s in shares]) == pytest.approx(0.95, abs=0.03)
    assert np.mean([run[0].mean() for run in runs]) > 2 * bad.mean()


def test_full_inspection_has_no_error():
    got = estimates.horvitz_thompson([1, 0, 1], [1, 1, 1])
    assert (got.value, got.error, got.low) == (2.0, 0.0, 2.0)


def test_chance_of_zero_is_refused():
    with pytest.raises(ValueError, match="above 0"):
        estimates.hajek([1], [0.0])
    with pytest.raises(ValueError, match="at least one inspection"):
        estimates.hajek([], [])


def test_group_prior_recovers_the_spread_between_traders():
    rng = np.random.default_rng(5)
    share = rng.beta(2, 38, 4_000)
    n = rng.integers(1, 60, 4_000)
    prior = estimates.group_prior(rng.binomial(n, share), n)
    assert prior.mean == pytest.approx(0.05, rel=0.1)
    assert prior.a + prior.b == pytest.approx(40, rel=0.35)


def test_shrinking_is_better_than_the_raw_share():
    rng = np.random.default_rng(6)
    share = rng.beta(2, 38, 2_000)
    n = rng.integers(1, 20, 2_000)
    x = rng.binomial(n, share)
    shrunk = estimates.group_prior(x, n).shrunk(x, n)
    assert np.mean((shrunk - share) ** 2) < np.mean((x / n - share) ** 2) / 2


def test_equal_traders_get_a_strong_prior_and_no_finds_do_not_break_it():
    assert estimates.group_prior([0, 0, 0], [5, 8, 3]).mean > 0
    low, high = estimates.group_prior([0] * 20, [10] * 20).interval(0, 0)
    assert 0 < low < high < 0.1


def by_steps(values, target, slack):
    s, out = 0.0, []
    for x in values:
        s = max(0.0, s + (target - x) - slack)
        out.append(s)
    return out


def test_cusum_equals_its_recursion():
    x = np.random.default_rng(1).random(200)
    assert estimates.cusum(x, 0.5, 0.05) == pytest.approx(by_steps(x, 0.5, 0.05))


def test_alarms_ring_after_the_fall_and_not_before():
    rng = np.random.default_rng(9)
    hits = np.concatenate((rng.random(300) < 0.3, rng.random(300) < 0.08)).astype(float)
    for statistic in (estimates.cusum(hits, 0.3, 0.08), estimates.page_hinkley(hits, 0.08)):
        alarm = estimates.first_alarm(statistic, 8.0)
        assert alarm is not None
        assert 300 < alarm < 420
    assert estimates.first_alarm(estimates.cusum(hits[:300], 0.3, 0.08), 8.0) is None
