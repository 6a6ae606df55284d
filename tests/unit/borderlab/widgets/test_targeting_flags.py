"""Red-flag cards: odds agree with a hand calculation, caps and missing states do what they say."""

import math

import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.i18n import in_language
from borderlab.risk import indicator
from borderlab.widgets import targeting_flags_model as model

ROUTE = {"IND-048": "present", "IND-049": "present", "IND-047": "present"}


def chance(points, base=0.02):
    odds = base / (1 - base) * math.exp(points)
    return odds / (1 + odds)


def log_ratio(*ids):
    return [math.log(indicator(one).ratio) for one in ids]


def test_one_flag_multiplies_the_odds_by_its_ratio():
    flags = kit.red_flags(case={"IND-035": "present"})
    assert flags.chance == pytest.approx(chance(math.log(7)))
    assert flags.chance == flags.simple_chance


def test_related_flags_count_half_beside_the_strongest():
    flags = kit.red_flags(case=ROUTE)
    points = log_ratio(*ROUTE)
    assert flags.simple_chance == pytest.approx(chance(sum(points)))
    assert flags.chance == pytest.approx(chance((sum(points) + max(points)) / 2))
    assert "route (3 flags)" in flags.summary


def test_flags_of_different_groups_add_up():
    flags = kit.red_flags(case={"IND-048": "present", "IND-035": "present"})
    assert flags.chance == pytest.approx(flags.simple_chance)
    assert flags.result["twice"] == ""


def test_missing_is_not_absent():
    nothing, missing, absent = (
        kit.red_flags(case=case).chance
        for case in ({}, {"IND-019": "missing"}, {"IND-019": "absent"})
    )
    assert nothing == missing == pytest.approx(0.02)
    rate = model.rates()["IND-019"]
    assert absent == pytest.approx(chance(math.log((1 - rate.in_bad) / (1 - rate.in_good))))
    assert absent < missing


def test_natural_frequencies_on_the_card_give_the_teaching_ratio():
    for one, rate in model.rates().items():
        assert rate.in_bad / rate.in_good == pytest.approx(indicator(one).ratio)


def test_twelve_cards_each_with_lawful_explanation_source_and_confidence():
    cards = kit.red_flags().cards
    assert len(cards) == 12
    assert all(card["lawful"] and card["source"] for card in cards)
    for card in cards:
        assert bool(card["confirm"]) == (indicator(card["id"]).confidence != "verified")
    groups = [card["category"] for card in cards]
    assert max(groups.count(group) for group in groups) == 3


def test_seed_orders_the_cards():
    one, same, other = (
        [card["id"] for card in kit.red_flags(seed=seed).cards] for seed in (1, 1, 2)
    )
    assert one == same != other
    assert sorted(one) == sorted(other)


def test_decisive_flag_is_no_proof():
    flags = kit.red_flags(case={"IND-003": "present"})
    assert "whatever the score" in flags.summary
    assert "does not prove" in flags.summary


def test_setting_in_code_and_drawing():
    flags = kit.red_flags()
    flags.case = ROUTE
    before = flags.result["capped"]
    flags.base_rate = 0.1
    assert flags.result["capped"] > before
    flags._heard(flags, {"type": "draw"}, [])
    assert set(flags.case) == set(model.LAWFUL_PER_THOUSAND)
    flags._heard(flags, ["nonsense"], [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"case": {"IND-999": "present"}},
        {"case": {"IND-003": "perhaps"}},
        {"base_rate": 0.0},
        {"base_rate": 0.9},
    ],
)
def test_authors_are_told_what_is_wrong(wrong):
    with pytest.raises(TraitError, match=r"\."):
        kit.red_flags(**wrong)


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "Lawful explanation"), ("fr", "Explication licite"), ("es", "Explicación lícita")],
)
def test_static_page_is_complete_and_escaped(language, word):
    with in_language(language):
        page = kit.red_flags(case=ROUTE).static_html()
    assert page.count("<tr>") == 13
    assert word in page
    assert "<script" not in page
