"""Counts of a lane against an independent computation, and the picture that shows them."""

from __future__ import annotations

import random
import re
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab.figures.base_rate import (
    columns_for,
    counts,
    icon_array_svg,
    places,
)
from borderlab.figures.chance import Mulberry32, shuffled

LANES = st.tuples(st.integers(1, 40_000), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))


def test_the_dog_that_is_98_percent_accurate() -> None:
    found = counts()
    assert (found.real, found.false, found.alerts, found.missed) == (10, 200, 210, 0)
    assert found.one_in == 21
    assert found.predictive_value == pytest.approx(float(Fraction(98, 2096)), rel=1e-12)


def test_predictive_value_agrees_with_a_simulated_lane() -> None:
    """200,000 draws: the standard error of the share is below 0.003; 0.01 is more than three."""
    chance = random.Random(20261121)  # noqa: S311
    real = false = 0
    for _ in range(200_000):
        illegal = chance.random() < 0.05
        alert = chance.random() < (0.9 if illegal else 0.08)
        real += illegal and alert
        false += alert and not illegal
    found = counts(10_000, 500, 0.9, 0.08).predictive_value
    assert found == pytest.approx(real / (real + false), abs=0.01)


@given(LANES)
def test_whole_counts_add_up(lane: tuple[int, float, float, float]) -> None:
    consignments, share, sensitivity, false_alarm = lane
    illegal = int(share * consignments)
    found = counts(consignments, illegal, sensitivity, false_alarm)
    assert found.real + found.missed == illegal
    assert 0 <= found.real <= illegal
    assert 0 <= found.false <= consignments - illegal
    assert found.alerts + found.clear == consignments
    assert found.predictive_value is None or 0 <= found.predictive_value <= 1
    assert found.missed_share is None or 0 <= found.missed_share <= 1


def test_a_share_of_all_is_one() -> None:
    """Every legal consignment sets off an alert: whatever passes is illegal."""
    assert counts(22, 11, 0.7141053581795133, 1.0).missed_share == 1


def test_no_alert_has_no_predictive_value() -> None:
    assert counts(100, 0, 1.0, 0.0).predictive_value is None
    assert counts(100, 0, 1.0, 0.1).one_in is None
    assert counts(100, 100, 1.0, 0.0).missed_share is None


@pytest.mark.parametrize(
    "values", [(0, 0, 1, 0), (50_000, 1, 1, 0), (10, 11, 1, 0), (10, 1, 1.1, 0), (10, 1, 1, -0.1)]
)
def test_impossible_lanes_are_refused(values: tuple[int, int, float, float]) -> None:
    with pytest.raises(ValueError, match="must be"):
        counts(*values)


@given(st.integers(1, 3_000), st.integers(0, 2**32 - 1))
def test_a_shuffle_holds_every_number_once(size: int, seed: int) -> None:
    assert sorted(shuffled(size, seed)) == list(range(size))


def test_the_generator_is_mulberry32() -> None:
    """First numbers for seed 1 of the published JavaScript, as the browser's side computes them."""
    chance = Mulberry32(1)
    assert [chance.next() for _ in range(4)] == [2693262067, 11749833, 2265367787, 4213581821]


def test_marks_stand_apart_and_keep_their_places() -> None:
    few, many = places(counts(illegal=10)), places(counts(illegal=50))
    marks = [*few.real, *few.missed, *few.false]
    assert len(set(marks)) == len(marks) == 210
    assert set(few.real) < set(many.real)
    assert set(many.false) <= set(few.false)


def test_the_picture_shows_every_mark_once_and_is_described() -> None:
    svg = icon_array_svg(counts(sensitivity=0.5), title="A <lane>", description="5 & 5")
    root = ET.fromstring(svg)  # noqa: S314  (our own text)
    space = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f".//{space}circle")) == 200
    assert len(root.findall(f".//{space}path")) == 10
    assert root.find(f"{space}title").text == "A <lane>"  # type: ignore[union-attr]
    assert root.find(f"{space}desc").text == "5 & 5"  # type: ignore[union-attr]
    assert len(svg) < 20_000
    assert re.search(r'width="750" height="480"', svg)


def test_columns_make_a_field_wider_than_high() -> None:
    assert columns_for(10_000) == 125
    assert columns_for(1) >= 1
