"""Sampling inside a consignment, against exact fractions, scipy and the worked examples."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from borderlab.inspection import sampling
from borderlab.inspection.sampling import Rounding


def exact_detection(lot, bad, opened, efficacy):
    """By exact fractions, term by term."""
    miss = sum(
        Fraction(comb(bad, k) * comb(lot - bad, opened - k), comb(lot, opened))
        * (1 - efficacy) ** k
        for k in range(max(0, opened - lot + bad), min(bad, opened) + 1)
    )
    return 1 - miss


@st.composite
def lots(draw):
    lot = draw(st.integers(1, 120))
    return lot, draw(st.integers(0, lot)), draw(st.integers(0, lot))


@given(lots(), st.integers(0, 20))
def test_detection_equals_exact_fractions(case, twentieths):
    efficacy = Fraction(twentieths, 20)
    got = sampling.detection(*case, float(efficacy))
    assert got == pytest.approx(float(exact_detection(*case, efficacy)), abs=1e-11)


def test_worked_example_of_the_notes():
    assert sampling.detection(80, 4, 20) == pytest.approx(0.6917, abs=5e-5)
    assert sampling.detection(80, 4, 20, 0.7) == pytest.approx(0.5415, abs=5e-5)
    assert sampling.sample_size(80, 4, 0.90).opened == 35
    assert sampling.sample_size(80, 4, 0.90, 0.7).opened == 50


def test_more_opened_than_there_are_good_units_is_certain():
    assert sampling.detection(10, 3, 8) == 1.0
    assert sampling.detection(10, 3, 7) == pytest.approx(1 - 1 / 120)
    assert sampling.detection(10, 3, 8, 0.5) < 1.0


def test_no_bad_unit_is_never_found_and_nothing_opened_finds_nothing():
    assert sampling.detection(10, 0, 10) == 0.0
    assert sampling.detection(10, 10, 0) == 0.0
    assert sampling.detection(10, 10, 1) == 1.0


def test_target_above_the_ceiling_is_not_attainable():
    size = sampling.sample_size(80, 1, 0.90, efficacy=0.7)
    assert not size.attainable
    assert size.opened is None
    assert size.ceiling == pytest.approx(0.7)
    assert sampling.ceiling(1, 0.7) == pytest.approx(0.7)


@given(lots(), st.integers(1, 99), st.integers(1, 20))
def test_sample_size_is_the_smallest_that_reaches_the_target(case, percent, twentieths):
    lot, bad, _ = case
    c, e = percent / 100, twentieths / 20
    size = sampling.sample_size(lot, bad, c, e)
    if size.opened is None:
        assert sampling.detection(lot, bad, lot, e) < c
    else:
        assert sampling.detection(lot, bad, size.opened, e) >= c - 1e-9
        assert size.opened == 0 or sampling.detection(lot, bad, size.opened - 1, e) < c + 1e-9


def test_large_lot_agrees_with_scipy():
    got = sampling.detection(200_000, 150, 3_000)
    assert got == pytest.approx(1 - stats.hypergeom(200_000, 150, 3_000).pmf(0), rel=1e-8)


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [(Rounding.DOWN, 1), (Rounding.UP, 2), (Rounding.NEAREST, 2)],
)
def test_rounding_rule_is_a_parameter(rounding, expected):
    assert sampling.bad_units(35, 0.05, rounding) == expected  # 1.75 units


def test_floating_point_does_not_add_a_unit():
    assert sampling.bad_units(100, 0.07, Rounding.UP) == 7
    assert sampling.bad_units(100, 0.29, Rounding.DOWN) == 29


def test_level_that_rounds_to_no_unit_has_no_sample_size():
    assert sampling.bad_units(10, 0.05) == 0
    assert sampling.sample_table([10, 100], [0.05], 0.95)[0] == [None]


def test_limits_for_large_lots():
    assert sampling.sample_size_binomial(0.05, 0.95) == 59
    assert sampling.sample_size_poisson(0.05, 0.95) == 60
    exact = sampling.sample_size(1_000_000, 50_000, 0.95).opened
    assert exact == 59
    assert sampling.sample_size_binomial(0.0, 0.95) is None
    assert sampling.sample_size_poisson(0.1, 1.0) is None


@given(st.integers(20, 500), st.integers(1, 20), st.sampled_from([0.8, 0.9, 0.95]))
def test_spreadsheet_form_is_within_one_of_the_exact_answer(lot, bad, c):
    bad = min(bad, lot // 4 or 1)
    exact = sampling.sample_size(lot, bad, c).opened
    assert exact is not None
    assert abs(sampling.sample_size_spreadsheet(lot, bad / lot, c) - exact) <= 1


def test_clustering_agrees_with_integration_over_the_beta():
    a, b = 0.4, 3.6  # mean 0.1, correlation 1/(a+b+1) = 0.2
    for efficacy in (1.0, 0.6):
        x = stats.beta(a, b).expect(lambda x, e=efficacy: (1 - e * x) ** 30)
        got = sampling.detection_clustered(30, 0.1, 0.2, efficacy)
        assert got == pytest.approx(1 - x, abs=1e-6)


def test_clusters_make_detection_harder():
    plain = sampling.detection_clustered(30, 0.05, 0.0)
    assert sampling.detection_clustered(30, 0.05, 0.3) < plain
    assert plain == pytest.approx(1 - 0.95**30)


@pytest.mark.parametrize("correlation", [1e-300, 1e-14, 1e-9, 1e-4])
def test_tiny_correlations_are_as_good_as_none(correlation):
    """Beta functions of arguments of 1e14 would have lost every digit."""
    got = sampling.detection_clustered(40, 0.03, correlation, 0.8)
    assert got == pytest.approx(1 - (1 - 0.03 * 0.8) ** 40, abs=80 * correlation + 1e-12)


def test_clustered_probabilities_agree_with_scipy():
    for level, correlation in ((0.03, 0.2), (0.5, 0.01), (0.9, 0.7)):
        strength = 1 / correlation - 1
        expected = stats.betabinom(25, level * strength, (1 - level) * strength).pmf(np.arange(26))
        assert sampling.clustered_pmf(25, level, correlation) == pytest.approx(expected, abs=1e-12)
    assert sampling.clustered_pmf(3, 0.2, 1.0).tolist() == [0.8, 0.0, 0.0, 0.2]
    assert sampling.clustered_pmf(0, 0.2, 0.5).tolist() == [1.0]


@given(lots(), st.integers(0, 4))
def test_acceptance_agrees_with_scipy(case, number):
    lot, bad, opened = case
    assert sampling.acceptance(lot, bad, opened, number) == pytest.approx(
        stats.hypergeom(lot, bad, opened).cdf(number), abs=1e-9
    )


def test_acceptance_with_efficacy_agrees_with_simulation():
    rng = np.random.default_rng(7)
    found = rng.binomial(rng.hypergeometric(10, 70, 25, 200_000), 0.6)
    got = sampling.acceptance(80, 10, 25, 1, 0.6)
    assert got == pytest.approx(np.mean(found <= 1), abs=0.005)  # 4 standard errors


@pytest.mark.parametrize(
    "bad_call",
    [
        lambda: sampling.detection(10, 11, 1),
        lambda: sampling.detection(10, 1, 11),
        lambda: sampling.detection(10, 1.5, 1),
        lambda: sampling.detection(10, 1, 1, float("nan")),
        lambda: sampling.detection(10, -1, 1),
        lambda: sampling.sample_size(10, 1, 1.5),
        lambda: sampling.detection(0, 0, 0),
    ],
)
def test_impossible_input_is_refused_with_a_sentence(bad_call):
    with pytest.raises(ValueError, match=r"must be|cannot exceed"):
        bad_call()
