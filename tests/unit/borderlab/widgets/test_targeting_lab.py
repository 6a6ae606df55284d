"""The profile lab: settings both ways, numbers that agree with the rooms, its exercise's view."""

import json
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.i18n import in_language
from borderlab.risk import gains
from borderlab.tasks import targeting_profile as task
from borderlab.tasks.targeting_groups import GROUPS
from borderlab.widgets.tasks.profile import View

SIZE = 3_000


@pytest.fixture
def lab():
    return kit.profile_lab(consignments=SIZE, budget=50, random_share=0.0)


def test_confusion_adds_up_and_agrees_with_the_gains_curve(lab):
    trial = lab.trial
    counts = trial.counts
    total = counts.found + counts.false_alarms + counts.missed + counts.left_in_peace
    assert total == SIZE
    assert trial.inspected == 150
    ranking = np.where(lab.data.decisive, 1e9, lab.data.score(lab.weights))
    curve = gains(ranking, lab.data.bad)
    # Ties at the cut are drawn; the curve holds their mean.
    tied = np.count_nonzero(ranking == trial.threshold)
    assert abs(counts.found - curve.found[150]) <= tied
    assert trial.illegal == int(lab.data.bad.sum())


def test_what_is_set_in_code_is_shown(lab):
    before = lab.result["said"]
    lab.budget = 100
    assert lab.trial.inspected == 300
    assert lab.result["said"] != before
    lab.weights = {"weight": 3}
    assert lab.weights == {key: 3.0 if key == "weight" else 0.0 for key in GROUPS}
    lab.random_share = 0.5
    assert (lab.trial.selection.reason == 3).sum() == 150


def test_threshold_sets_the_budget(lab):
    lab.threshold = 6.0
    chosen = lab.data.decisive | (lab.data.score(lab.weights) >= 6.0)
    assert lab.trial.inspected == chosen.sum()
    assert lab.threshold >= 6.0


def test_settings_of_the_browser_are_one_event(lab, monkeypatch):
    shown = []
    monkeypatch.setattr(type(lab), "_show", lambda self: shown.append(self.budget))
    lab.set_state(
        {"weights": dict.fromkeys(GROUPS, 2.0), "budget": 70.0, "random_share": 0.2, "turn": 4}
    )
    assert shown == [70.0]


def test_browser_gets_its_turn_back(lab):
    lab.set_state({"weights": dict.fromkeys(GROUPS, 0.5), "turn": 7})
    assert lab.result["turn"] == 7


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("budget", 301),
        ("budget", -1),
        ("random_share", 1.2),
        ("weights", {"luck": 1}),
        ("weights", {"weight": 4}),
        ("weights", {"weight": "2"}),
    ],
)
def test_authors_are_told_what_is_wrong(lab, name, value):
    with pytest.raises(TraitError, match=r"\."):
        setattr(lab, name, value)


def test_screen_says_where_labels_and_truth_come_from(lab):
    assert "known only for what was inspected" in lab.strings["truth_note"]
    assert any("Past hits show where one looked" in note for note in lab.result["notes"])
    assert "no probability" in lab.result["calibration"]
    assert "highest without decisive evidence" in lab.result["calibration"]


def test_each_reason_has_a_lawful_explanation(lab):
    assert len(lab.result["top"]) == 5
    for one in lab.result["top"]:
        assert one["flags"]
        assert all(flag["name"] and flag["lawful"] for flag in one["flags"])


def test_top_list_is_sorted_and_parts_sum_to_the_score(lab):
    trial = lab.trial
    scores = trial.score[trial.top]
    assert list(scores) == sorted(scores, reverse=True)
    for place in trial.top:
        parts = sum(trial.parts(int(place)).values())
        assert parts == pytest.approx(trial.score[place])


def test_without_a_random_share_the_screen_says_what_is_lost(lab):
    assert "never seen" in lab.result["random"]
    lab.random_share = 0.2
    assert "30 inspections are drawn at random" in lab.result["random"]


def test_no_inspections_at_all_is_no_error(lab):
    lab.set_trait("budget", 0.0)
    assert lab.result["said"].startswith(str(lab.trial.inspected))


def test_picture_is_well_formed_and_named(lab):
    root = ET.fromstring(lab.result["svg"])  # noqa: S314  (made by the kit)
    lines = root.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 3
    assert lab.result["said"] in root.attrib["aria-label"]


def test_reply_is_small(lab):
    assert len(json.dumps(lab.result)) < 30_000


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Gains curve"), ("fr", "Courbe de gains"), ("es", "Curva de")]
)
def test_static_page_is_complete(language, word):
    with in_language(language):
        made = kit.profile_lab(consignments=SIZE)
        page = made.static_html()
        summary = made.summary
    assert word in page
    assert page.count("<table") == 2
    assert summary.split(".")[0] in page


def test_view_of_the_exercise_tries_profiles_on_the_shown_consignments():
    settings = {"shown": 2_000}
    view = View(settings, 31, reveal=False)
    spec = view.spec()
    assert spec["start"]["weights"] == task.UNTOUCHED
    assert spec["most"] == 200
    reply = view.heard({"do": "try", "value": spec["start"]})
    assert reply["result"]["said"].startswith("200 inspections")
    assert view.heard({"do": "try", "value": {"weights": "x"}}) is None
    assert view.heard({"do": "else"}) is None
    assert "hidden" not in json.dumps(spec["groups"])
    assert "200 inspections" in view.summary(spec["start"])
    assert "svg" in view.static_html(spec["start"])
    assert "43" in view.static_html(None)
