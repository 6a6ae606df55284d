"""The base-rate picture: values in code and in the browser, covered until the prediction."""

from __future__ import annotations

from typing import Any

import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.i18n import set_language
from borderlab.widgets.base_rate import BaseRateGrid
from borderlab.widgets.display import StaticView
from unit.borderlab.widgets.conftest import send


def test_values_can_be_read_and_set_in_code() -> None:
    grid = kit.base_rate_grid()
    assert isinstance(grid, BaseRateGrid)
    assert (grid.counts.alerts, grid.counts.real) == (210, 10)
    grid.illegal = 100
    assert (grid.counts.alerts, grid.counts.real) == (296, 98)
    assert "296 alerts, 98 of them real: about 1 in 3, or 33.1%" in grid.summary


@pytest.mark.parametrize(
    "values", [{"illegal": -1}, {"illegal": 10_001}, {"sensitivity": 1.1}, {"false_alarm": -0.1}]
)
def test_a_value_out_of_range_is_refused_with_its_range(values: dict[str, Any]) -> None:
    with pytest.raises(TraitError, match=next(iter(values))):
        kit.base_rate_grid(**values)
    grid = kit.base_rate_grid()
    name, value = next(iter(values.items()))
    before = getattr(grid, name)
    with pytest.raises(TraitError, match="goes from 0 to"):
        setattr(grid, name, value)
    assert getattr(grid, name) == before


@pytest.mark.usefixtures("opened")
def test_it_waits_for_the_prediction_and_then_shows_both() -> None:
    grid = kit.base_rate_grid(after="p1")
    assert grid.covered
    assert "210" not in grid.summary + grid.static_html()
    question = kit.ask("p1")
    send(question, "98")
    assert grid.covered, "a draft is no commitment"
    send(question, "98", commit=True)
    assert not grid.covered
    assert grid.prediction == {
        "shown": "98 of 100 alerts",
        "unit": "of 100 alerts",
        "scale": 100.0,
    }
    assert not kit.base_rate_grid(after="p1").covered, "also after running the cell again"


@pytest.mark.usefixtures("opened")
def test_an_unknown_prediction_covers_nothing() -> None:
    assert not kit.base_rate_grid(after="nowhere").covered


def test_opened_alerts_start_again_when_the_lane_changes() -> None:
    grid = kit.base_rate_grid()
    grid.opened = [3, 3, 9_999, 7]
    assert grid.opened == [3, 7], "only alerts that exist, each once"
    grid.false_alarm = 0.1
    assert grid.opened == []


def test_a_published_trial_carries_source_and_caution() -> None:
    published = kit.base_rate_grid().presets[1]
    assert (published["sensitivity"], published["false_alarm"]) == (0.976, 0.152)
    assert "Moloney" in published["note"]
    assert "one dog" in published["note"].lower()


def test_without_a_reader_there_is_a_picture_a_sentence_and_a_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    shown = kit.base_rate_grid()
    assert isinstance(shown, StaticView)
    assert shown.html.count("<svg") == 1
    assert "<td>9.8</td>" in shown.html
    assert "209.6" in shown.html
    assert shown.text.startswith("10,000 consignments, 10 of them illegal.")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "210 alertes, dont 10 justifiées\u00a0: environ 1 sur 21, soit 4,7\u00a0%."),
        (
            "es",
            "210 alertas, de ellas 10 verdaderas: aproximadamente 1 de cada 21, o sea 4,7\u00a0%.",
        ),
    ],
)
def test_the_sentence_in_other_languages(language: str, sentence: str) -> None:
    set_language(language)
    assert sentence in kit.base_rate_grid().summary
