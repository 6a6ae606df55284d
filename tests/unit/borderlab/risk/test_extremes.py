"""Extremes of the measures of risk: no finds, huge counts, ties, scales, impossible labels."""

import math

import numpy as np
import pytest
from scipy import optimize, stats

from borderlab.risk import (
    ablation,
    curves,
    estimates,
    evaluation,
    intervals,
    limits,
    logistic,
    recalibration,
    selection,
    special,
    urn,
)
from borderlab.risk.scorecard import Scorecard

pytestmark = pytest.mark.filterwarnings("error")


def test_exact_interval_of_a_thousand_million_inspections():
    n = 10**9

    def at_most_one(p):
        return math.exp(n * math.log1p(-p)) + n * p * math.exp((n - 1) * math.log1p(-p))

    expected = optimize.brentq(lambda p: at_most_one(p) - 0.025, 1e-9, 1e-8, xtol=1e-20, rtol=1e-14)
    got = intervals.clopper_pearson(1, n)
    assert got.high == pytest.approx(expected, rel=1e-11)
    assert got.low == pytest.approx(-math.expm1(math.log1p(-0.025) / n), rel=1e-11)
    half = intervals.jeffreys(n // 2, n)
    assert half.high == pytest.approx(0.5 + 1.959963985 * 0.5 / math.sqrt(n), rel=1e-12)


@pytest.mark.parametrize(("a", "b"), [(2e5, 3e5), (2e8, 6e8), (3.0, 1e9), (0.5, 4e7), (1e9, 1e9)])
def test_beta_distribution_of_huge_counts(a, b):
    law = stats.beta(a, b)
    for x in law.mean() + law.std() * np.array([-0.4, 0.5, 2.0]):
        assert special.beta_cdf(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), abs=1e-8)


def test_no_finds_is_not_no_width():
    """The error of a normal interval is 0 where nothing was found: the trap of Wald."""
    total = estimates.horvitz_thompson([0] * 60, [0.1] * 60)
    share = estimates.hajek([0] * 60, [0.1] * 60)
    wilson = intervals.wilson(0, 60)
    assert (total.value, total.error, total.low) == (0.0, 0.0, 0.0)
    assert total.high == pytest.approx(600 * wilson.high)
    assert (share.low, share.high) == (0.0, pytest.approx(wilson.high))
    assert estimates.hajek([1] * 5, [0.2] * 5).low == pytest.approx(intervals.wilson(5, 5).low)


def test_finds_only_where_inspection_was_certain():
    got = estimates.horvitz_thompson([1, 1, 0, 0], [1.0, 1.0, 0.1, 0.1])
    assert (got.value, got.low) == (2.0, 2.0)
    assert got.high == pytest.approx(2 + 20 * intervals.wilson(0, 2).high)


def test_nothing_inspected_says_nothing():
    got = estimates.horvitz_thompson([], [])
    assert (got.low, got.high) == (0.0, math.inf)


@pytest.mark.parametrize("level", [0.0, 1.0, math.nan, 95])
def test_levels_lie_between_0_and_1(level):
    for call in (
        lambda: intervals.wilson(1, 9, level),
        lambda: estimates.horvitz_thompson([1, 0], [0.5, 0.5], level),
        lambda: estimates.hajek([1, 0], [0.5, 0.5], level),
        lambda: estimates.Prior(1, 9).interval(1, 5, level),
    ):
        with pytest.raises(ValueError, match="level must lie between 0 and 1"):
            call()


@pytest.mark.parametrize("inspections", [2, 3, 10])
def test_group_prior_is_right_for_traders_with_few_inspections(inspections):
    """The spread between traders was taken for half of what it is at two inspections each."""
    rng = np.random.default_rng(17)
    share = rng.beta(2, 8, 60_000)
    prior = estimates.group_prior(
        rng.binomial(inspections, share), np.full(share.size, inspections)
    )
    assert prior.mean == pytest.approx(0.2, rel=0.03)
    assert prior.a + prior.b == pytest.approx(10, rel=0.15)


def test_one_inspection_each_cannot_tell_traders_apart():
    prior = estimates.group_prior([1, 0, 0, 0], [1, 1, 1, 1], strongest=50)
    assert prior.a + prior.b == pytest.approx(50)


def test_impossible_histories_are_refused():
    for found, inspected in (([3], [2]), ([-1], [2]), ([1], [math.nan]), ([1, 2], [5])):
        with pytest.raises(ValueError, match="from 0 to inspected"):
            estimates.group_prior(found, inspected)
    with pytest.raises(ValueError, match="from 0 to inspected"):
        estimates.Prior(1, 9).interval(6, 5)
    with pytest.raises(ValueError, match="a must be"):
        estimates.Prior(0.0, 9)


def test_rogan_gladen_with_its_interval():
    se, sp = 0.8, 0.98
    got, seen = intervals.rogan_gladen_interval(9, 100, se, sp), intervals.wilson(9, 100)
    assert got.low == pytest.approx((seen.low + sp - 1) / (se + sp - 1))
    assert got.high == pytest.approx((seen.high + sp - 1) / (se + sp - 1))
    assert intervals.rogan_gladen_interval(0, 100, se, sp).low == 0.0
    assert intervals.rogan_gladen_interval(95, 100, se, sp).high == 1.0


def test_rogan_gladen_of_impossible_numbers():
    for numbers in ((math.nan, 0.9, 0.9), (5, 0.9, 0.9), (0.1, 1.9, 0.9), (0.1, 0.9, -0.1)):
        with pytest.raises(ValueError, match="from 0 to 1"):
            intervals.rogan_gladen(*numbers)
    # 1 - 0.9 is not exactly 0.1: a share of exactly the false alarms is 0, and not clipped.
    assert intervals.rogan_gladen(0.1, 0.8, 0.9) == (pytest.approx(0.0, abs=1e-12), False)


def test_calibration_does_not_hang_on_the_order_of_tied_consignments():
    p, bad = [0.5] * 6, [1, 1, 1, 0, 0, 0]
    assert evaluation.calibration(p, bad, 2).observed.tolist() == [0.5, 0.5]
    assert evaluation.calibration(p, bad[::-1], 2).expected_error == 0.0


def test_places_of_a_gains_curve():
    made = evaluation.gains([3, 2, 1], [0, 1, 0])
    for k in (-1, 4, 1.5):
        for measure in (made.hit_rate, made.recall, made.lift):
            with pytest.raises(ValueError, match="k must be"):
                measure(k)


def test_measures_of_nothing_and_of_no_probability():
    with pytest.raises(ValueError, match="at least one"):
        evaluation.brier([], [])
    with pytest.raises(ValueError, match="between 0 and 1"):
        evaluation.brier([3.0], [1])
    with pytest.raises(ValueError, match="selected must hold only 0 and 1"):
        evaluation.confusion([0.3], [1])
    with pytest.raises(ValueError, match="recall must be"):
        curves.threshold_for_recall([1, 2], [0, 1], 1.2)


def test_logistic_fit_does_not_lose_a_feature_beside_large_numbers():
    rng = np.random.default_rng(1)
    x = np.column_stack([rng.random(2_000) * 1e9, rng.normal(size=2_000)])
    y = rng.random(2_000) < 1 / (1 + np.exp(1 - x[:, 0] / 5e8 - x[:, 1]))
    z = (x - x.mean(axis=0)) / x.std(axis=0)
    ours, scaled = logistic.fit(x, y, ridge=0.0), logistic.fit(z, y, ridge=0.0)
    assert ours.weights * x.std(axis=0) == pytest.approx(scaled.weights, rel=1e-9)
    assert ours.log_odds(x) == pytest.approx(scaled.log_odds(z), abs=1e-8)
    assert abs(scaled.weights[1]) > 0.5


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"ridge": -5.0}, "ridge"),
        ({"ridge": math.nan}, "ridge"),
        ({"weight": [-1.0, 1.0, 1.0]}, "weights"),
        ({"weight": [math.nan, 1.0, 1.0]}, "weights"),
        ({"weight": [0.0, 1.0, 0.0]}, "weights"),
        ({"bad": [[0], [1], [0]]}, "same number of rows"),
    ],
)
def test_impossible_fits_are_refused(settings, message):
    with pytest.raises(ValueError, match=message):
        logistic.fit(**{"x": [[0.0], [1.0], [2.0]], "bad": [0, 1, 0]} | settings)


def test_other_impossible_numbers():
    with pytest.raises(ValueError, match="only 0 and 1"):
        recalibration.isotonic([1.0, 2.0], [0.3, 1])
    with pytest.raises(ValueError, match="threshold"):
        limits.hit_rate_above(1, 9, math.nan)
    with pytest.raises(ValueError, match="start"):
        urn.feedback_urn(0.1, 0.1, 5, 2, 1, start=(math.nan, 1.0))
    with pytest.raises(ValueError, match="intercept"):
        Scorecard({}, intercept=math.nan)
    with pytest.raises(ValueError, match="decisive"):
        selection.select([1.0, 2.0], 1, 0.1, 1, decisive=[math.nan, 0])
    with pytest.raises(ValueError, match="budget"):
        selection.select([1.0, 2.0], 1.5, 0.1, 1)
    for budget in (0, 4):
        with pytest.raises(ValueError, match="budget"):
            ablation.ablate([1.0, 2, 3], [1.0, 2, 3], [0, 1, 0], budget)


def test_evidence_knows_three_states():
    from borderlab.risk.indicator_table import computable
    from borderlab.risk.matrix import Evidence

    with pytest.raises(ValueError, match="only 1"):
        Evidence(np.array([[2, 0]], dtype=np.int8), (computable()[0].indicator_id,))
