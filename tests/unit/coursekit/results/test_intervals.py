"""Each interval against an independent computation, and against the promise it makes."""

from __future__ import annotations

import itertools
import math
import random

import pytest
from scipy import stats

from coursekit.results import intervals


@pytest.mark.parametrize("df", [1, 2.5, 4, 11, 30, 400])
@pytest.mark.parametrize("p", [0.025, 0.3, 0.5, 0.975, 0.9995])
def test_t_quantiles_agree_with_scipy(p: float, df: float) -> None:
    assert intervals.t_quantile(p, df) == pytest.approx(stats.t.ppf(p, df), rel=1e-8, abs=1e-7)


@pytest.mark.parametrize(("right", "n"), [(0, 5), (3, 8), (9, 9), (40, 61)])
def test_the_interval_of_right_and_wrong_answers_is_wilsons(right: int, n: int) -> None:
    found = intervals.mean_credit([1.0] * right + [0.0] * (n - right))
    theirs = stats.binomtest(right, n).proportion_ci(method="wilson")
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)
    assert found.value == right / n


def test_with_partial_credit_the_interval_is_rather_too_wide() -> None:
    """2,000 groups of 12 with credits of 0, a half and 1: it holds the true mean in 95 % or more.

    The standard error of the share is 0.5 %, so 0.94 would be two of them too low.
    """
    dice = random.Random(4)  # noqa: S311  (test data)
    held = 0
    for _ in range(2_000):
        found = intervals.mean_credit(dice.choices([0, 0.5, 1], [2, 3, 5], k=12))
        held += found.low <= 0.65 <= found.high
    assert held / 2_000 > 0.94


def test_correlation_and_interval_agree_with_scipy() -> None:
    dice = random.Random(5)  # noqa: S311  (test data)
    one = [dice.choice([0, 0.5, 1]) for _ in range(23)]
    other = [value * 0.4 + dice.random() for value in one]
    found = intervals.correlation(one, other)
    theirs = stats.pearsonr(one, other)
    ends = theirs.confidence_interval()
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx(
        (theirs.statistic, ends.low, ends.high), abs=1e-9
    )


def test_correlation_of_what_never_varies_is_not_given() -> None:
    assert intervals.correlation([1, 1, 1, 1, 1], [0, 1, 0, 1, 1]) is None
    assert intervals.correlation([0, 1, 1], [0, 1, 0]) is None


def test_difference_and_interval_agree_with_welch_in_scipy() -> None:
    one, other = [0.2, 0.9, 0.4, 0.4, 0.7], [0.1, 0.2, 0.3, 0.2, 0.9, 0.1, 0.0]
    found = intervals.difference(one, other, 0.99)
    theirs = stats.ttest_ind(one, other, equal_var=False)
    ends = theirs.confidence_interval(0.99)
    assert found.value == pytest.approx(sum(one) / 5 - sum(other) / 7)
    assert (found.low, found.high) == pytest.approx((ends.low, ends.high), abs=1e-7)


def test_two_groups_of_equals_give_no_sharp_difference() -> None:
    found = intervals.difference([1.0] * 5, [0.0] * 6)
    assert (found.value, found.low, found.high) == (1.0, -1.0, 1.0)


@pytest.mark.parametrize(
    ("n", "chances"),
    [
        (8, (0.3, 0.4, 0.1, 0.2)),
        (12, (0.2, 0.6, 0.02, 0.18)),
        (20, (0.45, 0.1, 0.1, 0.35)),
    ],
)
def test_the_interval_of_a_gain_keeps_its_promise(n: int, chances: tuple[float, ...]) -> None:
    """Coverage by summing over every possible room: right/right, gained, lost, wrong/wrong.

    Bonett and Price report coverage near 95 % for small groups; 93 % is the floor here.
    """
    both, gained, lost, none = chances
    covered = 0.0
    for a, b, c in itertools.product(range(n + 1), repeat=3):
        d = n - a - b - c
        if d < 0:
            continue
        chance = math.factorial(n) * both**a * gained**b * lost**c * none**d
        chance /= math.prod(map(math.factorial, (a, b, c, d)))
        before = [True] * a + [False] * b + [True] * c + [False] * d
        after = [True] * a + [True] * b + [False] * c + [False] * d
        found = intervals.paired_gain(before, after)
        covered += chance * (found.low <= gained - lost <= found.high)
    assert covered > 0.93


def test_a_gain_of_everybody_still_has_an_interval() -> None:
    found = intervals.paired_gain([False] * 6, [True] * 6)
    assert found.value == 1.0
    assert found.low < 0.8
    assert found.high == 1.0
