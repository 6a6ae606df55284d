"""Measures of a ranking, against scikit-learn and averages over all orders of ties."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics

from borderlab.risk import evaluation

cases = st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=60)


@settings(deadline=None)  # a shared machine stalls now and then
@given(cases)
def test_areas_agree_with_scikit_learn(rows):
    score, bad = np.array([r[0] for r in rows]), np.array([r[1] for r in rows])
    if bad.all() or not bad.any():
        assert evaluation.roc_area(score, bad) is None
        return
    assert evaluation.roc_area(score, bad) == pytest.approx(metrics.roc_auc_score(bad, score))
    assert evaluation.average_precision(score, bad) == pytest.approx(
        metrics.average_precision_score(bad, score)
    )


def test_ties_are_averaged_over_all_orders():
    score, bad = np.array([3, 2, 2, 2, 1]), np.array([0, 1, 0, 1, 1])
    found = np.mean([np.cumsum(bad[[0, *order, 4]]) for order in permutations([1, 2, 3])], axis=0)
    assert evaluation.gains(score, bad).found[1:] == pytest.approx(found)


@settings(deadline=None)  # a shared machine stalls now and then
@given(cases)
def test_recall_is_hit_rate_times_inspected_over_all_bad(rows):
    score, bad = [r[0] for r in rows], [r[1] for r in rows]
    curve = evaluation.gains(score, bad)
    for k in range(1, len(rows) + 1):
        if curve.total:
            assert curve.recall(k) == pytest.approx(curve.hit_rate(k) * k / curve.total)
            assert curve.recall(k) == pytest.approx(curve.lift(k) * k / len(rows))
        else:
            assert curve.recall(k) is None
            assert curve.lift(k) is None
    assert curve.hit_rate(0) is None


def test_area_of_gains_and_roc_are_the_same_fact():
    rng = np.random.default_rng(2)
    score, bad = rng.random(500), rng.random(500) < 0.1
    curve = evaluation.gains(score, bad)
    share, p = curve.found / curve.total, bad.mean()
    area = np.trapezoid(share, dx=1 / 500)
    assert evaluation.roc_area(score, bad) == pytest.approx((area - p / 2) / (1 - p))


def test_calibration_and_brier():
    rng = np.random.default_rng(3)
    p = rng.random(20_000)
    bad = rng.random(20_000) < p
    good = evaluation.calibration(p, bad)
    assert good.expected_error < 0.02
    assert evaluation.calibration(p**3, bad).expected_error > 0.15
    assert evaluation.brier(p, bad) == pytest.approx(metrics.brier_score_loss(bad, p))
    assert good.size.sum() == 20_000


def test_confusion_counts():
    got = evaluation.confusion([True, True, False, False, False], [1, 0, 1, 0, 0])
    assert got == evaluation.Confusion(found=1, false_alarms=1, missed=1, left_in_peace=2)


def test_no_consignments_is_an_empty_curve():
    assert evaluation.gains([], []).total == 0.0
    assert evaluation.roc_area([], []) is None


@pytest.mark.parametrize(
    ("scores", "bad", "message"),
    [([1, 2], [1], "same length"), ([float("nan")], [1], "missing"), ([1], [2], "only 0 and 1")],
)
def test_impossible_input_is_refused(scores, bad, message):
    with pytest.raises(ValueError, match=message):
        evaluation.gains(scores, bad)
