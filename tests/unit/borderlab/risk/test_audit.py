"""The audit, on streams where the answer is known."""

import numpy as np
import pytest

from borderlab.risk import ablation, limits
from borderlab.risk.group_audit import audit, burden_gap, hit_gap
from borderlab.risk.matrix import Evidence
from borderlab.risk.selection import select
from borderlab.risk.warnings_shown import KEYS, caution, cautions


@pytest.fixture(scope="module")
def case():
    """Two groups of equal guilt; the score adds 1 to group B for nothing."""
    rng = np.random.default_rng(12)
    n = 20_000
    group = np.where(rng.random(n) < 0.3, "B", "A")
    risk = rng.normal(size=n)
    bad = rng.random(n) < 1 / (1 + np.exp(4 - risk))
    score = risk + (group == "B")
    return group, risk, bad, score


def test_numbers_of_a_small_audit_by_hand():
    group = np.array(["x", "x", "x", "y", "y"])
    bad = np.array([1, 0, 0, 0, 1])
    made = select([5.0, 4, 0, 3, 0], 3, 0.0, 1)
    got = audit(group, made, [5.0, 4, 0, 3, 0], bad)
    x, y = got["x"], got["y"]
    assert (x.inspected.count, x.inspected.of) == (2, 3)
    assert (x.hits.count, x.hits.of) == (1, 2)
    assert x.burden.value == pytest.approx(0.5)
    assert (y.hits.count, y.hits.of, y.burden.value) == (0, 1, 1.0)
    assert [one.group for one in got.groups] == ["x", "y"]
    with pytest.raises(KeyError):
        got["z"]


def test_an_unfair_bonus_shows_in_burden_and_at_the_margin(case):
    group, _, bad, score = case
    made = select(score, 2_000, 0.0, 1)
    got = audit(group, made, score, bad)
    assert burden_gap(got["B"], got["A"]).low > 0.1
    assert hit_gap(got["A"], got["B"], at_margin=True).low > 0
    assert got["B"].burden.low > got["A"].burden.high


def test_a_fair_score_shows_no_gap(case):
    group, risk, bad, _ = case
    got = audit(group, select(risk, 2_000, 0.0, 1), risk, bad)
    assert 0.0 in burden_gap(got["B"], got["A"])
    assert 0.0 in hit_gap(got["A"], got["B"], at_margin=True)


def test_burden_is_estimated_when_only_inspections_have_results(case):
    """Over 200 draws the estimate of the burden is right, and its interval covers the truth."""
    group, _, bad, score = case
    n, covered, middle = 2_000, 0, []
    for seed in range(200):
        made = select(score[:n], 600, 0.5, seed)
        known = np.where(made.inspected, bad[:n], np.nan)
        got = audit(group[:n], made, score[:n], known)["A"]
        lawful = (group[:n] == "A") & ~bad[:n]
        truth = (made.inspected & lawful).sum() / lawful.sum()
        covered += got.burden.low <= truth <= got.burden.high
        middle.append(got.burden.value / truth)
    assert np.mean(middle) == pytest.approx(1.0, abs=0.01)
    # Few finds are in a sample, so that the nominal 95 percent are not quite reached.
    assert covered / 200 > 0.88


def test_calibration_within_groups(case):
    group, risk, bad, _ = case
    p = 1 / (1 + np.exp(4 - risk))
    made = select(risk, 2_000, 0.1, 1)
    good = audit(group, made, risk, bad, p)
    assert not any(one.miscalibrated for one in good.groups)
    skewed = audit(group, made, risk, bad, np.where(group == "B", 2 * p, p))
    assert skewed["B"].miscalibrated
    assert "miscalibrated" in {one.key for one in cautions(skewed, truth_known=True)}


def test_without_a_random_share_the_burden_stays_unknown(case):
    group, _, bad, score = case
    made = select(score, 500, 0.0, 1)
    got = audit(group, made, score, np.where(made.inspected, bad, np.nan))
    assert got["A"].burden is None
    assert {"no_random", "selective_labels"} <= {c.key for c in cautions(got, truth_known=False)}


def test_nobody_inspected_and_no_violation(case):
    group, _, bad, score = case
    idle = audit(group, select(score, 0, 0.0, 1), score, bad)["A"]
    assert idle.hits.value is None
    assert idle.inspected.value == 0.0
    clean = audit(group, select(score, 100, 0.1, 1), score, np.zeros(bad.size))
    assert clean["A"].hits.value == 0.0
    assert "small_counts" in {c.key for c in cautions(clean, truth_known=True)}


def test_cautions_are_sentences_in_three_languages():
    for key in KEYS:
        said = {lang: caution(key, ["QN", "QT"]).text(lang) for lang in ("en", "fr", "es")}
        assert len(set(said.values())) == 3, key
        if "{groups}" in caution(key).message:
            assert all("QN, QT" in text for text in said.values())
    assert caution("impossibility").text() == caution("impossibility").text("en")


def test_different_base_rates_are_pointed_out():
    rng = np.random.default_rng(2)
    group = np.repeat(["A", "B"], 3_000)
    bad = rng.random(6_000) < np.where(group == "A", 0.02, 0.1)
    score = rng.random(6_000) + bad
    got = audit(group, select(score, 600, 0.2, 1), score, bad)
    keys = [one.key for one in cautions(got, truth_known=True)]
    assert "impossibility" in keys
    assert "infra_marginality" in keys


def test_impossibility_is_bayes_theorem():
    rate = limits.false_alarm_rate(0.02, 0.25, 0.6)
    found, alarms = 0.6 * 0.02, rate * 0.98
    assert found / (found + alarms) == pytest.approx(0.25)
    pair = limits.impossibility(0.04, 0.02, 0.25, 0.6)
    assert pair.ratio == pytest.approx((0.04 / 0.96) / (0.02 / 0.98))
    assert limits.impossibility(0.3, 0.1, 1.0, 0.5).ratio == float("inf")
    with pytest.raises(ValueError, match="base_rate"):
        limits.false_alarm_rate(0.0, 0.5, 0.5)


def test_infra_marginality_against_simulation():
    rng = np.random.default_rng(3)
    for a, b in ((1.0, 20.0), (3.0, 60.0)):
        risk = rng.beta(a, b, 400_000)
        above = risk[risk > 0.08]
        # Four standard errors of the mean.
        room = 4 * above.std() / above.size**0.5
        assert limits.hit_rate_above(a, b, 0.08) == pytest.approx(above.mean(), abs=room)
    # Same mean risk, same threshold for all, and yet another hit rate.
    assert limits.hit_rate_above(1, 20, 0.08) > limits.hit_rate_above(3, 60, 0.08) + 0.01
    assert limits.hit_rate_above(1.0, 20.0, 1.0) is None


IDS = ("IND-003", "IND-019", "IND-047")


@pytest.fixture(scope="module")
def told():
    """Guilt shows in the first two indicators; the third only says where goods come from."""
    rng = np.random.default_rng(5)
    n = 12_000
    bad, member = rng.random(n) < 0.05, rng.random(n) < 0.2
    shows = np.stack([
        rng.random(n) < np.where(bad, 0.4, 0.05),
        rng.random(n) < np.where(bad, 0.3, 0.05),
        rng.random(n) < np.where(member, 0.9, 0.05),
    ])  # fmt: skip
    return Evidence(shows.astype(np.int8), IDS), bad, member, rng.random(n) < 0.5


def test_ablation_tells_what_matters(told):
    evidence, bad, _, half = told
    useless = ablation.ablate_indicators(evidence, bad, ["IND-047"], half, 600)
    needed = ablation.ablate_indicators(evidence, bad, ["IND-003"], half, 600)
    assert not useless.matters
    assert needed.matters
    assert needed.area_with > needed.area_without + 0.05
    assert needed.low > 0.05


def test_expected_finds_of_an_ablation_share_out_ties():
    got = ablation.ablate(np.ones(10), np.arange(10), [1, 0] * 5, 4)
    assert got.found_with == pytest.approx(2.0)
    assert got.found_without == pytest.approx(2.0)
    assert got.area_with == pytest.approx(0.5)


def test_proxies_are_found(told):
    evidence, _, member, half = told
    listed = ablation.proxies(evidence, member)
    assert listed[0].indicator_id == "IND-047"
    assert listed[0].in_group - listed[0].elsewhere == pytest.approx(0.85, abs=0.03)
    assert ablation.recognisable(evidence, member, half) > 0.9
    less = evidence.without(["IND-047"])
    assert ablation.recognisable(less, member, half) == pytest.approx(0.5, abs=0.03)
    assert ablation.proxies(evidence, np.zeros(evidence.n, bool)) == ()


def test_origin_indicators_of_a_world(found, small_world, truth):
    ids = ablation.origin_indicators(found)
    assert {"IND-014", "IND-016", "IND-053"} <= set(ids)
    half = np.arange(found.n) % 2 == 0
    got = ablation.ablate_indicators(found, truth, ids, half, 150)
    assert 0 <= got.found_without <= truth[~half].sum()
    assert got.low <= got.high
