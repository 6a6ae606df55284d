"""The lane sorter: its reveal, its comparison with chance, and the view of its exercise."""

import itertools
import json

import numpy as np
import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.i18n import in_language
from borderlab.tasks import targeting_choice as choice
from borderlab.tasks.targeting_pool import hand
from borderlab.widgets import targeting_lanes_model as model
from borderlab.widgets.tasks.choose_consignments import View

FOUR = dict.fromkeys("ABCD", "red")


def test_shown_truth_holds_both_surprises():
    for seed in range(1, 9):
        made = hand(seed)
        truth = model.teaching_truth(made)
        best = set(made.best.tolist())
        illegal = set(np.flatnonzero(truth).tolist())
        assert best - illegal, "a lawful one looks bad"
        assert illegal - best, "an illegal one looks good"
        assert illegal & best


def test_result_agrees_with_counting():
    sorter = kit.lane_sorter(seed=3, lanes=FOUR)
    truth = model.teaching_truth(sorter.hand)
    found = sorter.outcome
    assert found.yours.found == truth[:4].sum()
    assert found.yours.found + found.yours.missed == truth.sum() == found.illegal
    assert found.yours.minutes == sorter.hand.minutes[:4].sum()
    assert found.yours.per_hour == pytest.approx(60 * found.yours.found / found.yours.minutes)


def test_chance_is_exact_over_all_choices():
    sorter = kit.lane_sorter(seed=5, lanes=FOUR)
    truth = model.teaching_truth(sorter.hand)
    finds = [int(truth[list(c)].sum()) for c in itertools.combinations(range(12), 4)]
    found = sorter.outcome
    assert found.random.found == pytest.approx(np.mean(finds))
    assert found.by_chance == pytest.approx(np.mean(np.array(finds) >= found.yours.found))


def test_tally_agrees_with_the_exact_expectation():
    found = kit.lane_sorter(seed=2, lanes=FOUR).outcome
    for way in (found.yours, found.score, found.random):
        assert sum(way.tally) == model.DRAWS
        # Finds of four inspections have a standard deviation below 1: four standard errors.
        assert abs(way.mean - way.expected) < 4 / np.sqrt(model.DRAWS)
    assert found.behind + found.level + found.ahead == model.DRAWS
    assert found.score.expected >= found.yours.expected


def test_reveal_in_code_and_by_message():
    sorter = kit.lane_sorter(lanes=FOUR)
    assert sorter.result == {}
    sorter.reveal()
    assert set(sorter.result["cards"]) == set("ABCDEFGHIJKL")
    assert "were illegal" in sorter.summary
    old = sorter.cards
    sorter._heard(sorter, {"type": "another"}, [])
    assert sorter.lanes == {}
    assert not sorter.revealed
    assert sorter.result == {}
    assert sorter.cards != old
    assert sorter.seed == 2


def test_setting_the_seed_deals_anew():
    sorter = kit.lane_sorter(lanes=FOUR)
    sorter.seed = 9
    assert sorter.lanes == {}
    assert sorter.cards == kit.lane_sorter(seed=9).cards


def test_nothing_of_the_solution_reaches_the_browser_before_the_reveal():
    sorter = kit.lane_sorter()
    sent = json.dumps([sorter.cards, sorter.lane_list, sorter.strings])
    for chance in sorter.hand.chance:
        assert repr(float(chance)) not in sent
        assert f"{round(chance * 1000)} in 1,000" not in sent or round(chance * 1000) == 50


@pytest.mark.parametrize("lanes", [{"A": "purple"}, {"Q": "red"}])
def test_authors_are_told_what_is_wrong(lanes):
    with pytest.raises(TraitError, match=r"\."):
        kit.lane_sorter(lanes=lanes)


@pytest.mark.parametrize("size", [{"consignments": 4}, {"inspections": 9}])
def test_sizes_out_of_range(size):
    with pytest.raises(ValueError, match="goes from"):
        kit.lane_sorter(**size)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_static_page_holds_all_cards_and_the_result(language):
    with in_language(language):
        sorter = kit.lane_sorter(lanes=FOUR)
        sorter.reveal()
        page = sorter.static_html()
        shown = sorter.result
    assert all(f"<strong>{letter}</strong>" in page for letter in "ABCDEFGHIJKL")
    assert shown["note"] in page.replace("&#x27;", "'")


def test_view_of_the_exercise_shares_the_cards_and_tells_nothing_else():
    view = View({}, 21, reveal=False)
    spec = view.spec()
    assert [card["id"] for card in spec["cards"]] == list("ABCDEFGHIJKL")
    assert {lane["id"]: lane["capacity"] for lane in spec["lanes"]} == {
        "red": 4,
        "yellow": 3,
        "blue": 2,
        "green": 0,
    }
    assert set(spec) == {"cards", "lanes", "how"}
    assert view.heard({"do": "anything"}) is None
    value = choice.solution({}, {}, 21)
    assert "red (R)" in view.summary(value)
    assert "red (R)" in view.static_html(value)
    assert "–" in view.static_html(None)


def test_sizes_of_what_is_sent():
    sorter = kit.lane_sorter(lanes=FOUR)
    sorter.reveal()
    assert len(json.dumps([sorter.cards, sorter.result, sorter.strings])) < 60_000
