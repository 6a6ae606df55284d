"""Intervals for small counts, against scipy, worked examples and coverage by exact sums."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from borderlab.risk import intervals
from borderlab.risk.special import beta_cdf, beta_quantile


@settings(deadline=None)  # a shared machine stalls now and then
@given(st.floats(0, 1), st.floats(0.05, 3_000), st.floats(0.05, 3_000))
def test_beta_distribution_agrees_with_scipy(x, a, b):
    assert beta_cdf(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), abs=1e-9)


@settings(deadline=None)  # a shared machine stalls now and then
@given(st.floats(0.001, 0.999), st.floats(0.5, 500), st.floats(0.5, 500))
def test_beta_quantile_agrees_with_scipy(p, a, b):
    assert beta_quantile(p, a, b) == pytest.approx(stats.beta.ppf(p, a, b), abs=1e-8)


def test_worked_example_of_the_notes():
    for method, low, high in (
        (intervals.wilson, 0.0222, 0.2497),
        (intervals.clopper_pearson, 0.0098, 0.2603),
        (intervals.jeffreys, 0.0170, 0.2327),
    ):
        got = method(2, 25)
        assert (got.low, got.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@settings(deadline=None)  # a shared machine stalls now and then
@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from([0.8, 0.95, 0.99]))
def test_wilson_and_exact_agree_with_scipy(a, b, level):
    found, n = min(a, b), max(a, b, 1)
    for name, method in (("wilson", intervals.wilson), ("exact", intervals.clopper_pearson)):
        expected = stats.binomtest(found, n).proportion_ci(level, method=name)
        got = method(found, n, level)
        assert got.low == pytest.approx(expected.low, abs=1e-8)
        assert got.high == pytest.approx(expected.high, abs=1e-8)


def test_edges_are_exact():
    for method in (intervals.wilson, intervals.clopper_pearson, intervals.jeffreys):
        assert method(0, 40).low == 0.0
        assert method(40, 40).high == 1.0
        assert (method(0, 0).low, method(0, 0).high) == (0.0, 1.0)
        assert method(0, 40).high > 0.0


def test_rule_of_three():
    assert intervals.upper_bound_without_finds(100) == pytest.approx(1 - 0.05 ** (1 / 100))
    assert intervals.upper_bound_without_finds(300) == pytest.approx(3 / 300, rel=0.01)
    assert intervals.upper_bound_without_finds(100, efficacy=0.5) == pytest.approx(
        2 * intervals.upper_bound_without_finds(100)
    )
    assert intervals.upper_bound_without_finds(0) == 1.0
    assert intervals.upper_bound_without_finds(100) < intervals.clopper_pearson(0, 100).high


@pytest.mark.parametrize("p", [0.01, 0.05, 0.3])
def test_exact_interval_covers_at_least_its_level(p):
    n = 60
    covered = sum(
        stats.binom(n, p).pmf(x) for x in range(n + 1) if p in intervals.clopper_pearson(x, n)
    )
    assert covered >= 0.95


def test_newcombe_example_and_direction():
    got = intervals.newcombe(56, 70, 48, 80)  # Newcombe 1998, method 10, example (a)
    assert (got.low, got.high) == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))
    mirrored = intervals.newcombe(48, 80, 56, 70)
    assert mirrored.low == pytest.approx(-got.high)


def test_rogan_gladen_undoes_the_tool_and_says_when_it_clips():
    true, se, sp = 0.03, 0.8, 0.98
    observed = true * se + (1 - true) * (1 - sp)
    assert intervals.rogan_gladen(observed, se, sp) == (pytest.approx(true), False)
    assert intervals.rogan_gladen(0.0, se, sp) == (0.0, True)
    with pytest.raises(ValueError, match="more than 1"):
        intervals.rogan_gladen(0.1, 0.5, 0.5)


@pytest.mark.parametrize("counts", [(3, 2), (-1, 5), (1.5, 3), (True, 4)])
def test_impossible_counts_are_refused(counts):
    with pytest.raises(ValueError, match=r"whole number|cannot exceed"):
        intervals.wilson(*counts)
