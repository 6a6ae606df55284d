"""Scores against plain sums, caps by hand, and naive Bayes against Bayes' theorem."""

import itertools
import math

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import BernoulliNB

from borderlab.risk import bayes
from borderlab.risk.indicator_table import computable, indicator
from borderlab.risk.matrix import ABSENT, MISSING, PRESENT, Evidence
from borderlab.risk.scorecard import Scorecard, logit, sigmoid, teaching_scorecard

IDS = tuple(row.indicator_id for row in computable())


def random_evidence(seed=0, n=500, ids=IDS):
    rng = np.random.default_rng(seed)
    states = rng.choice([ABSENT, PRESENT, MISSING], (len(ids), n), p=[0.7, 0.2, 0.1])
    return Evidence(states.astype(np.int8), tuple(ids))


def by_hand(card, evidence, k):
    """One consignment, indicator by indicator."""
    groups = {}
    for one, state in zip(evidence.ids, evidence.states[:, k], strict=True):
        table = {PRESENT: card.present, ABSENT: card.absent, MISSING: card.missing}[int(state)]
        groups.setdefault(indicator(one).category, []).append(table.get(one, 0.0))
    total = card.intercept
    for points in groups.values():
        if card.cap == "none":
            total += sum(points)
        elif card.cap == "limit":
            total += min(max(sum(points), -card.limit), card.limit)
        else:
            up, down = [p for p in points if p > 0], [p for p in points if p < 0]
            total += max(up, default=0) + (sum(up) - max(up, default=0)) / 2
            total += min(down, default=0) + (sum(down) - min(down, default=0)) / 2
    return total


@pytest.mark.parametrize("cap", ["half", "limit", "none"])
def test_scores_equal_a_plain_sum(cap):
    evidence, rng = random_evidence(), np.random.default_rng(1)
    tables = [dict(zip(IDS, rng.normal(size=len(IDS)), strict=True)) for _ in range(3)]
    card = Scorecard(*tables, intercept=-2.0, cap=cap, limit=1.5)
    got = card.score(evidence)
    assert got == pytest.approx([by_hand(card, evidence, k) for k in range(evidence.n)])


def test_missing_evidence_has_no_weight_unless_it_is_given_one():
    nothing = Evidence(np.full((len(IDS), 3), MISSING, np.int8), IDS)
    assert teaching_scorecard(0.02).probability(nothing) == pytest.approx(0.02)
    rates = bayes.teaching_rates(random_evidence(), 0.02)
    assert bayes.naive_bayes(rates, 0.02).probability(nothing) == pytest.approx(0.02)


def test_everything_present_and_everything_absent():
    for state in (PRESENT, ABSENT):
        same = Evidence(np.full((len(IDS), 4), state, np.int8), IDS)
        assert np.ptp(teaching_scorecard().score(same)) == 0.0


def test_flags_of_one_category_do_not_add_up():
    pair = ("IND-048", "IND-049")
    both = Evidence(np.ones((2, 1), np.int8), pair)
    points = [math.log(indicator(one).ratio) for one in pair]
    capped, plain = (teaching_scorecard(0.5, cap).score(both)[0] for cap in ("half", "none"))
    assert plain == pytest.approx(sum(points))
    assert capped == pytest.approx(max(points) + min(points) / 2)
    made = teaching_scorecard(0.5).explain(both, 0)
    assert made.score == pytest.approx(capped)
    assert made.double_counted == pytest.approx(plain - capped)


def test_explanation_adds_up_to_the_score():
    evidence, card = random_evidence(3), teaching_scorecard()
    for k in (0, 7, 99):
        assert card.explain(evidence, k).score == pytest.approx(card.score(evidence)[k])


def test_weights_can_be_changed_and_indicators_left_out():
    evidence, card = random_evidence(4), teaching_scorecard()
    assert card.with_weights(IND_003=0.0).score(evidence) == pytest.approx(
        card.without("IND-003").score(evidence)
    )
    assert card.score(evidence.without(["IND-003"])) == pytest.approx(
        card.without("IND-003").score(evidence)
    )


def test_naive_bayes_is_bayes_theorem_on_every_pattern():
    """Exact enumeration of all patterns of four independent indicators."""
    ids = ("IND-003", "IND-019", "IND-047", "IND-061")
    rates = dict(
        zip(ids, map(bayes.Rates, (0.3, 0.5, 0.2, 0.6), (0.1, 0.05, 0.15, 0.3)), strict=True)
    )
    patterns = np.array(list(itertools.product([ABSENT, PRESENT, MISSING], repeat=4)), np.int8)
    got = bayes.naive_bayes(rates, 0.03, cap="none").probability(Evidence(patterns.T.copy(), ids))
    for pattern, p in zip(patterns, got, strict=True):
        bad, good = 0.03, 0.97
        for one, state in zip(ids, pattern, strict=True):
            if state != MISSING:
                bad *= rates[one].in_bad if state == PRESENT else 1 - rates[one].in_bad
                good *= rates[one].in_good if state == PRESENT else 1 - rates[one].in_good
        assert p == pytest.approx(bad / (bad + good), rel=1e-12)


def test_fitted_naive_bayes_agrees_with_scikit_learn():
    rng = np.random.default_rng(5)
    ids = IDS[:12]
    states = (rng.random((12, 3_000)) < 0.3).astype(np.int8)
    bad = rng.random(3_000) < 0.1
    ours = bayes.naive_bayes(
        bayes.fitted_rates(Evidence(states, ids), bad, smooth=1.0), bad.mean(), cap="none"
    )
    theirs = BernoulliNB(alpha=1.0).fit(states.T, bad).predict_proba(states.T)[:, 1]
    assert ours.probability(Evidence(states, ids)) == pytest.approx(theirs, abs=1e-10)


def test_fitted_logistic_agrees_with_scikit_learn():
    evidence = random_evidence(6, 2_000, IDS[:15])
    rng = np.random.default_rng(7)
    bad = rng.random(2_000) < sigmoid(teaching_scorecard(0.1, "none").score(evidence) / 2)
    card = bayes.fit_logistic(evidence, bad, ridge=0.5)
    _, columns = bayes.design(evidence)
    theirs = LogisticRegression(C=2.0, tol=1e-10, max_iter=5_000).fit(columns, bad)
    # Both minimise the same loss; the tolerance is that of their stopping rule.
    assert card.probability(evidence) == pytest.approx(
        theirs.predict_proba(columns)[:, 1], abs=1e-5
    )


def test_teaching_rates_keep_the_share_and_the_ratio():
    evidence = random_evidence(8, 4_000)
    rates = bayes.teaching_rates(evidence, 0.02)
    for one in ("IND-047", "IND-061"):
        row = evidence.row(one)
        rate, share = rates[one], (row == PRESENT).sum() / (row != MISSING).sum()
        assert 0.02 * rate.in_bad + 0.98 * rate.in_good == pytest.approx(share)
        assert rate.in_bad / rate.in_good == pytest.approx(indicator(one).ratio)


def test_weights_undo_uneven_selection():
    """Violations inspected five times as often: weighted rates come out as in the whole stream."""
    rng = np.random.default_rng(9)
    n, ids = 60_000, ("IND-003",)
    bad = rng.random(n) < 0.1
    states = (rng.random(n) < np.where(bad, 0.4, 0.1)).astype(np.int8)[None, :]
    chance = np.where(states[0] == 1, 0.5, 0.1)
    seen = rng.random(n) < chance
    rates = bayes.fitted_rates(Evidence(states, ids).take(seen), bad[seen], 1 / chance[seen])
    assert rates["IND-003"].in_bad == pytest.approx(0.4, abs=0.03)
    assert rates["IND-003"].in_good == pytest.approx(0.1, abs=0.01)


def test_clear_sentences():
    with pytest.raises(ValueError, match="caps"):
        Scorecard({}, cap="most")
    with pytest.raises(ValueError, match="limit"):
        Scorecard({}, cap="limit", limit=0.0)
    with pytest.raises(ValueError, match="IND-003 must be a number"):
        Scorecard({"IND-003": math.nan})
    with pytest.raises(ValueError, match="IND-777"):
        Scorecard({"IND-777": 1.0})
    with pytest.raises(ValueError, match="base rate"):
        logit(0.0)
    with pytest.raises(ValueError, match="one value for each"):
        bayes.fitted_rates(random_evidence(), [1, 0])


def test_no_consignment_and_no_indicator():
    assert teaching_scorecard().score(Evidence(np.zeros((len(IDS), 0), np.int8), IDS)).shape == (0,)
    assert teaching_scorecard(0.5).score(Evidence(np.zeros((0, 3), np.int8), ())) == pytest.approx(
        0
    )


def test_scores_of_a_generated_world_beat_chance(small_world, found, truth):
    from borderlab.risk.evaluation import roc_area

    half = np.arange(found.n) < found.n // 2
    rates = bayes.fitted_rates(found.take(half), truth[half])
    fitted = bayes.naive_bayes(rates, 0.02).score(found)
    assert roc_area(teaching_scorecard().score(found), truth) > 0.6
    assert roc_area(fitted[~half], truth[~half]) > 0.6
