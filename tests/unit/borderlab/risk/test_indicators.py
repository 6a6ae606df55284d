"""The indicators as data."""

import pytest

from borderlab.i18n import in_language
from borderlab.risk import indicator_table as room
from borderlab.risk.states import RULES, rule
from borderlab.risk.wording import CATEGORIES, REASONS, STRENGTHS, TEXTS


def test_all_indicators_are_there_and_at_least_seventy_are_computable():
    assert len(room.indicators()) == 93
    assert len(room.computable()) >= 70
    assert len(room.computable()) + len(room.not_decidable()) == 93


def test_every_computable_indicator_has_a_rule_and_the_others_a_reason():
    assert {row.indicator_id for row in room.computable()} == set(RULES)
    for row in room.not_decidable():
        assert row.not_decidable in REASONS
        assert row.why_not("en")
        assert not row.kit_rule


def test_the_table_says_what_the_rule_does():
    for row in room.computable():
        assert row.kit_rule == " ".join(RULES[row.indicator_id].__doc__.split())


def test_words_in_the_code_are_those_of_the_table():
    for row in room.indicators():
        assert TEXTS[row.indicator_id] == (row.indicator, row.lawful_explanation)
        assert row.category in CATEGORIES
        assert row.strength in STRENGTHS


def test_stronger_indicators_have_larger_ratios_and_all_have_a_source():
    steps = {"weak": (1, 2.5), "medium": (2.5, 5), "strong": (6, 20), "decisive": (30, 100)}
    for row in room.indicators():
        low, high = steps[row.strength]
        assert low <= row.ratio <= high, row.indicator_id
        assert row.source
        assert row.confidence in {"verified", "secondary", "general"}


def test_country_alone_is_never_an_indicator():
    assert not [row for row in room.indicators() if set(row.fields) == {"origin"}]


@pytest.mark.parametrize("language", ["fr", "es"])
def test_names_and_lawful_explanations_are_translated(language):
    for row in room.indicators():
        assert row.name(language) != row.name("en"), row.indicator_id
        assert row.lawful(language) != row.lawful("en"), row.indicator_id
        assert row.category_name(language)
    with in_language(language):
        first = room.indicators()[0]
        assert first.name() == first.name(language)


def test_an_unknown_indicator_is_named():
    with pytest.raises(ValueError, match="IND-999"):
        room.indicator("IND-999")


def test_an_indicator_cannot_have_two_rules():
    with pytest.raises(ValueError, match="two rules"):
        rule("IND-001")(lambda tables: tables)
