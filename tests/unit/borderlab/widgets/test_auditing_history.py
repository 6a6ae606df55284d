"""The profile that eats itself: the same world under three rules, exact means, two languages."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats
from traitlets import TraitError

import borderlab as kit
from borderlab.figures import auditing_map
from borderlab.i18n import in_language, set_language
from borderlab.widgets.auditing_history import ProfileHistory
from borderlab.widgets.auditing_means import expected_hits, urn
from borderlab.widgets.auditing_rounds import QUARTERS, SHARES, Setting, aimed, play
from borderlab.widgets.display import StaticView
from unit.borderlab.widgets.conftest import send


@pytest.fixture
def history() -> ProfileHistory:
    shown = kit.profile_history()
    shown.guess = 70
    return shown


@pytest.fixture(scope="module")
def worlds():
    """Forty worlds under the three rules."""
    return [play(Setting(seed=seed)) for seed in range(40)]


def test_the_record_grows_one_sided_although_the_rates_are_equal(history):
    history.quarter = 8
    record = history.record
    assert record.setting.rate_of(0, 8) == record.setting.rate_of(1, 8)
    assert record.share_on_first > 0.95
    assert record.total("checks")[1] == 0
    assert "nobody can say" in history.summary
    illegal = record.total("illegal")
    assert abs(illegal[0] - illegal[1]) < 0.1 * sum(illegal)


def test_random_inspections_bring_finds_back_and_the_interval_covers_the_truth(history):
    history.random_share, history.quarter = 0.1, 8
    found, checks, interval = history.record.drawn(1)
    assert found > 0
    assert 0.05 in interval
    assert (interval.low, interval.high) == pytest.approx(
        stats.binomtest(found, checks).proportion_ci(method="wilson"), abs=1e-9
    )
    low, high = history.record.weighted_range()
    assert low <= history.record.total("illegal")[1] <= high


def test_all_rules_meet_the_same_consignments():
    """Common random numbers: truth is the same, and what two rules both inspect is alike."""
    rules = play(Setting())
    for quarter in range(1, QUARTERS + 1):
        illegal = {rule[quarter].quarters[-1].illegal for rule in rules}
        assert len(illegal) == 1
    # More random inspections contain the fewer: the neglected route never loses finds.
    for quarter in range(1, QUARTERS + 1):
        few, many = (rules[i][quarter].quarters[-1] for i in (1, 2))
        assert few.random_checks[1] <= many.random_checks[1]
        assert few.random_hits[1] <= many.random_hits[1]


def test_budget_is_kept_and_chances_are_the_shares_inspected_on_average(worlds):
    setting = Setting()
    for share, rule in zip(SHARES, play(setting), strict=True):
        for quarter in rule[-1].quarters:
            assert sum(quarter.checks) == setting.budget
            assert sum(quarter.random_checks) == round(share * setting.budget)
            expected = sum(chance * setting.volume for chance in quarter.chance)
            assert expected == pytest.approx(setting.budget)
    # Over many worlds the inspections of route B meet its logged chance.
    counts = [world[2][1].quarters[0].checks[1] for world in worlds]
    chance = play(setting)[2][1].quarters[0].chance[1]
    spread = np.std(counts) / len(counts) ** 0.5
    assert abs(np.mean(counts) - chance * setting.volume) < 4 * spread


def test_exact_means_agree_with_simulation(worlds):
    """Mean hits over 40 worlds lie within four standard errors of the exact mean."""
    for place, share in enumerate(SHARES):
        hits = np.array([world[place][8].hits for world in worlds], dtype=float)
        exact = expected_hits(Setting(), share, 8)
        error = hits.std(axis=0, ddof=1) / len(hits) ** 0.5
        assert np.all(np.abs(hits.mean(axis=0) - exact) <= 4 * error + 1e-9), share


def test_weighted_record_is_unbiased_for_the_neglected_route(worlds):
    ratios = []
    for world in worlds:
        record = world[2][8]
        ratios.append(record.weighted(1).value / record.total("illegal")[1])
    assert np.mean(ratios) == pytest.approx(1.0, abs=4 * np.std(ratios) / 40**0.5)
    assert play(Setting())[0][8].weighted(1) is None, "never drawn, so not known"


def test_a_change_on_the_neglected_route_is_seen_only_by_the_random_inspections(history):
    history.moved, history.quarter = True, 8
    assert history.record.setting.rate_of(1, 8) == pytest.approx(0.1)
    assert "there was no inspection" in history.summary
    history.random_share = 0.1
    assert "In the second year" in history.summary
    assert "would have stayed unseen" in history.summary
    calm = play(replace(Setting(), growth=1.0))[2][4]
    assert history.record.quarters[:4] == calm.quarters, "the first year is the same"


def test_ties_are_split_evenly():
    assert aimed((5, 5), 401) == (201, 200)
    assert aimed((4, 5), 400) == (0, 400)


def test_the_urn_runs_away_and_the_correction_holds():
    plain, corrected, fair = urn()
    assert fair == pytest.approx(6 / 11)
    assert plain > fair + 0.04
    assert corrected == pytest.approx(fair, abs=0.03)


def test_it_asks_for_a_prediction_first_and_opens_with_it():
    shown = kit.profile_history()
    assert shown.covered
    assert "On record" not in shown.summary
    shown.guess = 55
    assert not shown.covered
    assert "On record: 12 finds on route A, 8 on route B" in shown.summary


@pytest.mark.usefixtures("opened")
def test_it_can_wait_for_a_prediction_of_the_notebook():
    shown = kit.profile_history(after="p1")
    assert shown.covered
    assert shown.waits
    assert "Show me" in shown.summary
    send(kit.ask("p1"), "80", commit=True)
    assert not shown.covered
    assert shown.guess == 80
    assert not kit.profile_history(after="nowhere").waits


def test_the_truth_stands_in_the_summary_only_when_it_is_asked_for(history):
    history.quarter = 3
    assert "In truth" not in history.summary
    history.revealed = True
    assert "In truth" in history.summary


@pytest.mark.parametrize(
    ("name", "value"), [("quarter", 9), ("quarter", -1), ("random_share", 0.2), ("guess", 101)]
)
def test_a_value_out_of_range_is_refused(history, name, value):
    before = getattr(history, name)
    with pytest.raises(TraitError, match=name):
        setattr(history, name, value)
    assert getattr(history, name) == before


@pytest.mark.parametrize(
    "wrong",
    [{"rate": 0.9}, {"budget": 5}, {"volume": 10}, {"head_start": 0.5}, {"groups": "x"},
     {"rate": 0.005, "budget": 20, "volume": 100}],
)  # fmt: skip
def test_arguments_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError, match=r"goes from|is one of|must start"):
        kit.profile_history(**wrong)


def test_what_goes_to_the_browser_is_plain_and_small(history):
    assert len(json.dumps(history.played)) < 60_000
    states = history.played["rules"]
    assert [len(rule) for rule in states] == [9, 9, 9]
    assert states[0][8]["weighted"] is None
    assert states[2][8]["weighted"] is not None


def test_without_a_reader_the_two_years_are_over(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    view = kit.profile_history(groups="traders")
    assert isinstance(view, StaticView)
    assert "<svg" in view.html
    assert "<table" in view.html
    assert "Traders A" in view.html


def test_three_languages_without_english_left():
    told = {}
    for code in ("en", "fr", "es"):
        set_language(code)
        shown = kit.profile_history()
        shown.guess = 50
        shown.quarter, shown.random_share, shown.revealed = 8, 0.1, True
        told[code] = shown.summary
        with in_language(code):
            assert "{" not in shown.summary
    assert len(set(told.values())) == 3
    assert "inspections aléatoires" in told["fr"]
    assert "inspecciones al azar" in told["es"]


def test_marks_stay_on_the_map_and_keep_their_place():
    marks = auditing_map.places(220, 0)
    assert marks[:50] == auditing_map.places(50, 0)
    for x, y in marks + auditing_map.places(220, 1):
        assert 0 < x < auditing_map.WIDTH
        assert 0 < y < auditing_map.HEIGHT
    assert auditing_map.per_mark(219) == 1
    assert auditing_map.per_mark(221) == 2
    assert auditing_map.road_width(0, 400) == 0
