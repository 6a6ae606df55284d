"""Recalibration and curves, against scikit-learn."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve, roc_curve

from borderlab.risk import curves
from borderlab.risk import recalibration as room
from borderlab.risk.scorecard import sigmoid

rows = st.lists(
    st.tuples(st.integers(0, 6), st.booleans(), st.floats(0.1, 9)), min_size=1, max_size=50
)


@settings(deadline=None)  # a shared machine stalls now and then
@given(rows)
def test_isotonic_agrees_with_scikit_learn(cases):
    score, bad, weight = (np.array(column, dtype=float) for column in zip(*cases, strict=True))
    theirs = IsotonicRegression(out_of_bounds="clip").fit(score, bad, sample_weight=weight)
    ask = np.linspace(-1, 7, 33)
    assert room.isotonic(score, bad, weight).probability(ask) == pytest.approx(theirs.predict(ask))


def test_line_recovers_known_distortion():
    rng = np.random.default_rng(1)
    truth = rng.normal(-2, 1, 40_000)
    bad = rng.random(truth.size) < sigmoid(truth)
    # Stated log-odds 2 x truth + 1: the line back is truth = stated / 2 - 1 / 2.
    line = room.calibration_line(sigmoid(2 * truth + 1), bad)
    assert line.slope == pytest.approx(0.5, abs=0.03)
    assert line.intercept == pytest.approx(-0.5, abs=0.06)
    assert line.probability(2 * truth + 1).mean() == pytest.approx(bad.mean(), abs=1e-6)


def test_logistic_recalibration_agrees_with_scikit_learn():
    rng = np.random.default_rng(2)
    score = rng.normal(3, 5, 800)
    bad, weight = rng.random(800) < sigmoid(score / 4 - 2), rng.uniform(0.5, 4, 800)
    ours = room.logistic_recalibration(score, bad, weight)
    theirs = LogisticRegression(C=1e8, tol=1e-12, max_iter=2_000).fit(score[:, None], bad, weight)
    assert ours.slope == pytest.approx(theirs.coef_[0, 0], rel=1e-3)
    assert ours.intercept == pytest.approx(theirs.intercept_[0], rel=1e-3)


def test_equal_scores_give_the_mean():
    assert room.isotonic(np.ones(8), [0, 0, 1, 0] * 2).probability([5.0])[0] == pytest.approx(0.25)
    flat = room.logistic_recalibration(np.ones(8), [0, 0, 1, 0] * 2)
    assert flat.probability([1.0])[0] == pytest.approx(0.25)


def test_clear_sentences():
    with pytest.raises(ValueError, match="both must occur"):
        room.logistic_recalibration([1.0, 2.0], [0, 0])
    with pytest.raises(ValueError, match="between 0 and 1"):
        room.calibration_line([1.2, 0.1], [0, 1])
    with pytest.raises(ValueError, match="not empty"):
        room.isotonic([], [])
    with pytest.raises(ValueError, match="weights must be above 0"):
        room.isotonic([1.0], [1], [0.0])


@settings(deadline=None)  # a shared machine stalls now and then
@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=2, max_size=60))
def test_curves_agree_with_scikit_learn(cases):
    score, bad = (np.array(column) for column in zip(*cases, strict=True))
    made = curves.curve(score, bad)
    if bad.any():
        precision, recall, threshold = precision_recall_curve(bad, score)
        assert made.threshold == pytest.approx(threshold[::-1])
        assert made.precision == pytest.approx(precision[:-1][::-1])
        assert made.recall == pytest.approx(recall[:-1][::-1])
    else:
        assert made.recall.size == 0
        assert curves.threshold_for_recall(score, bad, 0.5) is None
    if bad.any() and not bad.all():
        false, true, _ = roc_curve(bad, score, drop_intermediate=False)
        assert made.false_alarm_rate == pytest.approx(false[1:])
        assert made.recall == pytest.approx(true[1:])


def test_threshold_that_reaches_a_recall():
    score, bad = np.array([4, 3, 2, 1]), np.array([1, 0, 1, 0])
    assert curves.threshold_for_recall(score, bad, 0.5) == 4
    assert curves.threshold_for_recall(score, bad, 1.0) == 2
    assert curves.threshold_for_recall(score, [0] * 4, 0.5) is None
