"""The rule explorer: every rule in three languages, found by word, box, severity and document."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any

import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.documents import all_rules
from borderlab.i18n import set_language
from borderlab.widgets import casework_rules
from borderlab.widgets.casework_example import example
from borderlab.widgets.casework_rules_data import boxes, examples, matching, rows


@pytest.fixture(autouse=True)
def _english():
    set_language("en")
    yield
    set_language("en")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_rule_is_there_with_its_texts(language: str) -> None:
    set_language(language)
    found = rows()
    assert [row["id"] for row in found] == list(all_rules())
    assert all(row["name"] and row["checks"] and row["todo"] and row["basis"] for row in found)
    assert len(json.dumps(found)) < 200_000
    confirm = {row["id"] for row in found if row["confirm"]}
    assert confirm == {name for name, rule in all_rules().items() if rule.confidence != "verified"}


def test_search_forgets_accents_and_capitals() -> None:
    set_language("fr")
    with_accent = [row["id"] for row in matching({"search": "délivrance"})]
    assert with_accent
    assert [row["id"] for row in matching({"search": "DELIVRANCE"})] == with_accent
    assert next(row["id"] for row in matching({"search": "r030"})) == "R030"


def test_filters_work_together_and_from_code() -> None:
    explorer = kit.rule_explorer(box="11a", severity="reject")
    assert set(explorer.found) == {
        name for name, r in all_rules().items() if "11a" in r.boxes and r.severity == "reject"
    }
    explorer.box, explorer.severity, explorer.search = "", "", "quota"
    assert "R139" in explorer.found
    explorer.search, explorer.document = "", "PHYTO"
    assert {"R057", "R001"} <= set(explorer.found)
    assert "R136" not in explorer.found, "a rule on export permits only"
    assert explorer.summary.startswith(f"{len(explorer.found)} rules")


@pytest.mark.parametrize("name", ["box", "severity", "document", "rule"])
def test_an_unknown_filter_is_refused_with_what_there_is(name: str) -> None:
    with pytest.raises(TraitError, match="Choose one of"):
        kit.rule_explorer(**{name: "nonsense"})


def test_all_boxes_of_the_rules_can_be_chosen() -> None:
    assert {key for key, _name in boxes()} == {b for r in all_rules().values() for b in r.boxes}


def sent(explorer: Any, message: Any) -> list[Any]:
    replies: list[Any] = []
    explorer.send = replies.append  # type: ignore[method-assign]
    explorer._heard(explorer, message, [])
    return replies


def test_an_example_is_drawn_where_the_catalogue_has_one() -> None:
    explorer = kit.rule_explorer()
    (reply,) = sent(explorer, {"type": "example", "rule": "R012"})
    page = gzip.decompress(base64.b64decode(reply["zip"])).decode()
    assert page.startswith("<svg")
    assert [len(one["view"]) for one in reply["views"]] == [4, 4]
    assert "5b" in reply["views"][0]["alt"]
    assert any("In order, it would read" in note for note in reply["notes"])
    (reply,) = sent(explorer, {"type": "example", "rule": "R003"})
    assert "no example" in reply["notes"][0]
    assert sent(explorer, {"type": "other"}) == sent(explorer, "x") == []


@pytest.mark.parametrize("rule", ["R022", "R030", "R136", "R073", "R182", "R008"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_examples_speak_each_language_and_stay_small(rule: str, language: str) -> None:
    set_language(language)
    found = example(rule)
    assert len(json.dumps(found)) < 60_000
    assert found["notes"]
    assert all("{" not in note for note in found["notes"])


def test_most_rules_have_an_example() -> None:
    assert len(examples()) >= 70
    assert examples()["R030"] == "DF01"


def test_a_failure_becomes_a_sentence(monkeypatch) -> None:
    def broken(_rule: str) -> None:
        raise RuntimeError("torn")

    monkeypatch.setattr("borderlab.widgets.casework_example.example", broken)
    (reply,) = sent(kit.rule_explorer(), {"type": "example", "rule": "R012"})
    assert reply["notes"] == ["The kit made a mistake (torn)."]


def test_without_a_browser_it_is_an_escaped_table(monkeypatch) -> None:
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    still = kit.rule_explorer("quota")
    assert "<table>" in still.html
    assert "R139" in still.text
    monkeypatch.setattr(
        casework_rules.data, "matching", lambda _w: [{**rows()[0], "name": "<script>"}]
    )
    assert "<script>" not in kit.rule_explorer().html
