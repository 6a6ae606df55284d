"""Lanes, logged chances, overrides and profiles."""

from datetime import date

import numpy as np
import pytest

from borderlab.risk import selection as room
from borderlab.risk.estimates import horvitz_thompson
from borderlab.risk.overrides import Override, override, override_rate
from borderlab.risk.profile import Profile
from borderlab.risk.scorecard import teaching_scorecard

SCORES = np.array([5.0, 4, 4, 4, 3, 2, 1, 0, 0, 0])


def test_logged_chances_are_those_of_the_draws():
    """20,000 draws; 4 standard errors of a share are 0.014."""
    forced = np.zeros(10, bool)
    forced[8] = True
    runs = [room.select(SCORES, 4, 0.25, seed, decisive=forced) for seed in range(20_000)]
    often = np.mean([run.inspected for run in runs], axis=0)
    assert often == pytest.approx(runs[0].chance, abs=0.014)
    for run in runs[:50]:
        assert run.chance == pytest.approx(runs[0].chance)
        assert run.inspected.sum() == 4
    assert runs[0].chance.min() > 0


def test_weighted_estimates_from_a_selection_are_unbiased():
    rng = np.random.default_rng(3)
    bad = rng.random(400) < 0.1
    scores = np.round(rng.normal(size=400) + bad, 1)
    totals = []
    for seed in range(2_000):
        made = room.select(scores, 80, 0.3, seed)
        totals.append(horvitz_thompson(bad[made.sampled], made.chance[made.sampled]).value)
    # Standard error of the mean of 2,000 runs, times 4.
    assert np.mean(totals) == pytest.approx(bad.sum(), abs=4 * np.std(totals) / 2_000**0.5)


def test_order_of_lanes_and_reasons():
    made = room.select(SCORES, 3, 1 / 3, 5, yellow=2, blue=3)
    assert made.counts() == {"red": 3, "yellow": 2, "blue": 3, "green": 2}
    assert made.reason[0] == room.SCORE
    assert np.count_nonzero(made.reason == room.RANDOM) == 1
    checked = SCORES[made.lane == room.YELLOW].min()
    assert checked >= SCORES[made.lane == room.BLUE].max()
    assert SCORES[made.lane == room.BLUE].min() >= SCORES[made.lane == room.GREEN].max()


def test_decisive_evidence_goes_first_and_beyond_the_budget():
    forced = SCORES == 0
    made = room.select(SCORES, 2, 0.5, 1, decisive=forced)
    assert made.inspected[forced].all()
    assert made.over_budget == 2
    assert np.all(made.chance[forced] == 1.0)
    assert np.count_nonzero(made.reason == room.RANDOM) == 1


def test_same_seed_same_draw():
    one, two = (room.select(SCORES, 4, 0.5, 9) for _ in range(2))
    assert np.array_equal(one.lane, two.lane)


@pytest.mark.parametrize("random_share", [0.0, 0.5, 1.0])
def test_edges(random_share):
    nobody = room.select(SCORES, 0, random_share, 1)
    assert not nobody.inspected.any()
    assert np.all(nobody.chance == 0)
    everybody = room.select(SCORES, 99, random_share, 1)
    assert everybody.inspected.all()
    assert everybody.chance == pytest.approx(1.0)
    assert room.select([], 5, random_share, 1).lane.size == 0
    ties = room.select(np.zeros(10), 4, random_share, 1)
    assert ties.chance == pytest.approx(0.4)


def test_a_small_budget_still_draws_one_at_random():
    made = room.select(SCORES, 3, 0.05, 1)
    assert np.count_nonzero(made.reason == room.RANDOM) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (([1.0, np.nan], 1, 0.1, 0), "missing"),
        (([1.0], -1, 0.1, 0), "0 or more"),
        (([1.0], 1, 1.1, 0), "between 0 and 1"),
    ],
)
def test_clear_sentences(arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        room.select(*arguments)
    with pytest.raises(ValueError, match="same length"):
        room.select([1.0], 1, 0.1, 0, decisive=[True, False])


DAY = date(2026, 1, 5)


def test_overrides_keep_the_logged_chance_and_leave_the_sample():
    before = room.select(SCORES, 3, 0.0, 5)
    after = override(
        before,
        [
            Override(9, "red", "O-17", "Crate breathes when touched", DAY),
            Override(0, "green", "O-17", "Vet saw the animals at the farm", DAY),
        ],
    )
    assert after.inspected[9]
    assert not after.inspected[0]
    assert np.array_equal(after.chance, before.chance)
    assert not after.sampled[9]
    rate = override_rate(before, after)
    assert (rate.share, rate.into_red, rate.out_of_red) == (0.2, 1, 1)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"lane": "pink"}, "pink"),
        ({"officer": " "}, "id of the officer"),
        ({"reason": "hunch"}, "fact"),
    ],
)
def test_an_override_needs_officer_and_reason(change, sentence):
    good = {
        "consignment": 1,
        "lane": "red",
        "officer": "O-1",
        "reason": "A long good reason",
        "day": DAY,
    }
    with pytest.raises(ValueError, match=sentence):
        Override(**{**good, **change})
    with pytest.raises(ValueError, match="no consignment 10"):
        override(room.select(SCORES, 1, 0, 0), [Override(**{**good, "consignment": 10})])


GOOD = {
    "name": "Live reptiles",
    "card": teaching_scorecard(),
    "rationale": "Bred specimens from places without known breeding.",
    "owner": "Targeting unit",
    "legal_basis": "Customs code, art. 12; TFA Article 7.4",
    "evidence_date": date(2025, 12, 31),
    "expires": date(2026, 12, 31),
    "appeal": "Letter to the head of the unit",
}


def test_a_profile_expires(found):
    profile = Profile(**GOOD)
    assert not profile.expired(date(2026, 12, 31))
    assert profile.expired(date(2027, 1, 1))
    assert profile.age(date(2026, 1, 10)) == 10
    with pytest.raises(ValueError, match="expired on 2026-12-31"):
        profile.select(found, 1, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"rationale": ""}, "rationale"),
        ({"owner": " "}, "owner"),
        ({"legal_basis": ""}, "legal basis"),
        ({"appeal": ""}, "review"),
        ({"expires": date(2025, 12, 31)}, "expire after"),
        ({"budget": 1001.0}, "budget"),
        ({"random_share": -0.1}, "random share"),
    ],
)
def test_a_profile_without_its_papers_is_refused(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        Profile(**{**GOOD, **change})


def test_evaluation_of_a_profile_adds_up(found, truth):
    got = Profile(**GOOD, budget=100.0, random_share=0.2).evaluate(found, truth, seed=4)
    assert got.total == found.n
    assert got.inspected >= 600
    assert got.recall == pytest.approx(got.counts.found / truth.sum())
    assert got.recall == pytest.approx(got.lift * got.inspection_rate)
    assert got.hit_rate in got.hit_interval
    assert got.false_alarms_per_find == pytest.approx((1 - got.hit_rate) / got.hit_rate)
    assert got.area > 0.6


def test_evaluation_without_violations_or_budget(found):
    got = Profile(**GOOD, budget=0.0).evaluate(
        found.without([]).take(~found.decisive), np.zeros(int((~found.decisive).sum()))
    )
    assert got.inspected == 0
    assert (got.hit_rate, got.recall, got.lift, got.area, got.false_alarms_per_find) == (None,) * 5
