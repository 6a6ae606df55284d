"""The policy lab: settings in both ways, results in words, saved policies, the frontier."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.i18n import in_language, set_language
from borderlab.tasks.policylab_model import Design, play
from borderlab.widgets.policylab_core import MOST_SAVED, NEVER, changed
from borderlab.widgets.tasks.policy import View

HOSTILE = '<img src=x onerror="alert(1)">'


@pytest.fixture
def lab():
    return kit.policy_lab(consignments=600, offences=0.05)


def do(widget, action, **content):
    widget._handle_custom_msg({"type": "lab", "do": action, **content}, [])


def test_settings_go_both_ways(lab):
    lab.rate = 0.3
    lab.policy.random_share = 0.25
    assert lab.state["policy"]["rate"] == 0.3
    assert lab.state["policy"]["random_share"] == 0.25
    do(lab, "set", values={"rate": 0.4, "staff": 3, "expiry": NEVER}, turn=5)
    assert (lab.rate, lab.staff, lab.expiry) == (0.4, 3, None)
    assert lab.state["turn"] == 5
    lab.expiry = 2
    assert lab.design == Design(0.4, 0.25, 0.0, 3, 2)
    assert lab.outcome == play(lab.core.situation, 1, lab.design)


def test_what_is_shown_is_what_was_played(lab):
    lab.rate = 0.5
    rows = {row["id"]: row for row in lab.state["rows"]}
    assert rows["found"]["value"] == f"{lab.outcome.found} of {lab.outcome.illegal}"
    assert str(lab.outcome.findable) in rows["estimate"]["truth"]["text"]
    assert rows["minutes"]["value"] == f"{lab.outcome.minutes:,.0f}"
    for row in rows.values():
        for bar in row.get("bars", []):
            assert 0.0 <= bar["from"] <= bar["to"] <= 1.0
    assert f"Found: {lab.outcome.found} of" in lab.summary


def test_an_interval_longer_than_its_bar_says_so(lab):
    """The bar keeps its scale while a slider moves; what does not fit is said in words."""
    seen = set()
    lab.random_share = 1.0
    for rate in (0.02, 0.1, 0.5, 1.0):
        lab.rate = rate
        row = next(row for row in lab.state["rows"] if row["id"] == "estimate")
        longer = lab.outcome.estimate.high > 0.08 * lab.outcome.consignments
        assert row["scale"].endswith("the interval goes beyond") == longer
        seen.add(longer)
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("name", "value"),
    [("rate", 1.5), ("rate", -0.1), ("staff", 0), ("staff", 7), ("expiry", 13), ("luck", -1)],
)
def test_code_out_of_range_is_told_in_words(lab, name, value):
    with pytest.raises(TraitError, match="goes from"):
        setattr(lab, name, value)


def test_the_mouse_never_raises(lab):
    before = lab.design
    for values in (
        {"rate": "x", "staff": None, "expiry": True},
        {"rate": float("nan"), "x": 3},
        {"random_share": [1], "staff": 2.5},
        None,
        [1],
    ):
        do(lab, "set", values=values, turn="x")
    assert lab.design == before
    do(lab, "set", values={"rate": 99, "staff": 99, "expiry": -5})
    assert lab.design == Design(1.0, 0.1, 0.0, 6, 1)
    for action in ("use", "drop", "x", "", None):
        do(lab, action, at=99)
    lab._handle_custom_msg("nonsense", [])


def test_other_luck_keeps_the_year(lab):
    first = lab.outcome
    do(lab, "luck")
    assert lab.luck == 1
    assert lab.outcome.illegal == first.illegal
    assert lab.outcome != first
    lab.luck = 0
    assert lab.outcome == first


def test_saved_policies_can_be_compared_used_and_removed(lab):
    lab.save("first")
    lab.rate = 0.6
    do(lab, "save", name=HOSTILE)
    do(lab, "save", name="   ")
    assert [line[0] for line in lab.board["lines"]] == ["first", HOSTILE, "Policy 3"]
    assert all(len(line) == len(lab.board["heads"]) for line in lab.board["lines"])
    do(lab, "use", at=0)
    assert lab.rate == 0.1
    do(lab, "drop", at=0)
    assert [line[0] for line in lab.board["lines"]] == [HOSTILE, "Policy 3"]
    do(lab, "save", name="Policy 3")
    assert len(lab.board["lines"]) == 2
    for n in range(30):
        lab.save(f"p{n}" + "x" * 100)
    assert len(lab.board["lines"]) == MOST_SAVED
    assert max(len(line[0]) for line in lab.board["lines"]) == 40


def test_the_frontier_is_a_picture_in_two_widths_with_words(lab):
    lab.save("A & <b>")
    for axis in ("minutes", "live", "burden", "nonsense"):
        do(lab, "frontier", axis=axis)
        for look in ("wide", "narrow"):
            root = ET.fromstring(lab.chart[look])  # noqa: S314  (our own picture)
            assert root.get("aria-label") == lab.chart["alt"]
            # Eight reference policies, one saved one, the one set now.
            assert len(root.findall("{*}g")) == 10
    assert lab.chart["axis"] == "minutes"
    assert len(lab.chart["lines"]) == 8
    assert "inspect everything" in lab.chart["alt"]
    assert len(json.dumps(lab.chart)) < 60_000


def test_an_adversary_moves(lab):
    do(lab, "adversary", on=True)
    assert lab.adversary
    assert lab.outcome.moved > 0
    do(lab, "adversary", on="x")
    assert not lab.adversary


def test_without_a_browser_settings_and_results_stand_in_a_table(monkeypatch):
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    shown = kit.policy_lab(consignments=600, budget=30_000)
    assert "<table>" in shown.html
    assert "30,000" in shown.html
    assert "Inspection rate" in shown.html


@pytest.mark.parametrize("code", ["fr", "es"])
def test_every_word_is_translated(code):
    with in_language("en"):
        english = kit.policy_lab(consignments=600)
    set_language(code)
    other = kit.policy_lab(consignments=600)
    assert other.summary != english.summary
    same = {
        name
        for name, text in english.strings.items()
        if isinstance(text, str) and text == other.strings[name]
    }
    assert same <= {"colon"}
    labels = [row["label"] for row in other.state["rows"]]
    assert not set(labels) & {row["label"] for row in english.state["rows"]}
    if code == "fr":
        said = json.dumps([other.state, other.strings], ensure_ascii=False)
        assert not re.search(r"[a-zé] [:;?!%]", said)


def test_arguments_of_a_lesson_cell():
    lab = kit.policy_lab(rate=0.2, random_share=0.3, scan_share=0.5, staff=3, expiry=None, seed=4)
    assert lab.design == Design(0.2, 0.3, 0.5, 3, None)
    with pytest.raises(ValueError, match="consignments"):
        kit.policy_lab(consignments=5)
    with pytest.raises(TraitError):
        kit.policy_lab(rate=2.0)


def test_values_of_the_browser_are_brought_into_range():
    base = Design()
    assert changed(base, {"rate": 0.123456}).rate == 0.1235
    assert changed(base, {"expiry": NEVER}).expiry is None
    assert changed(base, {"staff": True}) == base


@pytest.mark.parametrize("code", ["en", "fr", "es"])
def test_the_view_of_the_task(code):
    with in_language(code):
        view = View({}, 5, reveal=False)
        spec = view.spec()
        assert spec["axes"] == {}
        assert all(isinstance(text, str | list) for text in view.strings().values())
        reply = view.heard({"type": "task", "do": "set", "values": {"rate": 0.3}, "turn": 2})
        assert reply is not None
        assert reply["turn"] == 2
        assert reply["value"]["rate"] == 0.3
        assert view.heard({"do": "frontier", "axis": "live"}) is None
        assert view.heard({"do": 3}) is None
        assert view.heard({"do": "use", "at": 9}) is None
        assert view.heard({"do": "save", "name": "A"})["board"]["lines"][0][0] == "A"
        assert "<p>" in view.static_html(reply["value"])
        assert view.summary(None)
        assert len(json.dumps(spec)) < 20_000
    shown = View({}, 5, reveal=True).heard({"do": "frontier", "axis": "live"})
    assert shown is not None
    assert shown["chart"]["axis"] == "live"
