"""Logistic regression, against scikit-learn."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from borderlab.risk import logistic


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(12)
    x = rng.normal(size=(3_000, 6))
    p = 1 / (1 + np.exp(-(x @ [1.0, -0.5, 0, 0.3, 0, 2.0] - 3)))
    return x, (rng.random(3_000) < p).astype(int), rng.uniform(0.2, 5, 3_000)


@pytest.mark.parametrize("ridge", [0.1, 1.0, 25.0])
def test_agrees_with_scikit_learn(data, ridge):
    x, y, w = data
    ours = logistic.fit(x, y, ridge, w)
    theirs = LogisticRegression(C=1 / ridge, tol=1e-10, max_iter=10_000).fit(x, y, w)
    assert ours.weights == pytest.approx(theirs.coef_[0], abs=1e-5)
    assert ours.intercept == pytest.approx(theirs.intercept_[0], abs=1e-5)
    assert ours.probability(x) == pytest.approx(theirs.predict_proba(x)[:, 1], abs=1e-6)


def test_separated_classes_need_a_ridge():
    x, y = np.array([[-2.0], [-1.0], [1.0], [2.0]]), [0, 0, 1, 1]
    assert np.isfinite(logistic.fit(x, y, ridge=0.5).weights).all()


def test_constant_feature_gets_no_weight_and_large_odds_do_not_overflow():
    model = logistic.fit([[0, 1], [1, 1], [0, 1], [1, 1]], [0, 1, 1, 0], ridge=1)
    assert np.isfinite(model.weights).all()
    assert logistic.Logistic(0.0, np.array([1e4]), 1).probability([[1.0], [-1.0]]) == pytest.approx(
        [1, 0]
    )


def test_impossible_data_is_refused():
    with pytest.raises(ValueError, match="both must occur"):
        logistic.fit([[1.0], [2.0]], [1, 1])
    with pytest.raises(ValueError, match="missing"):
        logistic.fit([[1.0], [float("nan")]], [0, 1])
