"""The stream plan: played streams against the exact long run, and the importer who counts."""

import math

import numpy as np
import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.figures import examining_play as model
from borderlab.i18n import set_language


@pytest.mark.parametrize("kind", model.PLANS)
def test_played_streams_agree_with_the_exact_long_run(kind):
    plan = model.Plan(kind, 6, 0.25)
    exact = model.exact(plan, 0.08, 0.9)
    played = model.play(plan, 60_000, rate=0.08, sensitivity=0.9, seed=2)
    parts = [b.mean() for b in np.array_split(played.inspected, 30)]
    error = 4 * np.std(parts, ddof=1) / math.sqrt(30)
    assert abs(played.inspected.mean() - exact.inspected) < error
    assert played.through / 60_000 == pytest.approx(exact.leakage, abs=0.006)


def test_a_plan_follows_its_rules_step_by_step():
    stream = model.play(model.Plan("csp1", 5, 0.2), 3_000, rate=0.1, sensitivity=1.0, seed=1)
    run = 0
    for place in range(3_000):
        assert stream.level[place] == (0 if run < 5 else 1)
        if stream.level[place] == 0:
            assert stream.inspected[place]
        if stream.found[place]:
            run = 0
        elif stream.level[place] == 0:
            run += 1


def test_the_four_after_a_find_are_inspected_with_the_third_plan():
    stream = model.play(model.Plan("csp3", 5, 0.2), 4_000, rate=0.05, sensitivity=1.0, seed=1)
    finds = np.flatnonzero(stream.found & (stream.level == 1))[:-1]
    assert finds.size > 20
    assert all(stream.inspected[f + 1 : f + 5].all() for f in finds)


def test_every_nth_is_every_nth():
    plan = model.Plan("csp1", 4, 0.1, every=True)
    stream = model.play(plan, 200, rate=0.0, sensitivity=1.0, seed=1)
    later = np.flatnonzero(stream.inspected[4:])
    assert np.array_equal(later, np.arange(9, 196, 10))


@pytest.mark.parametrize("every", [True, False])
@pytest.mark.parametrize("fraction", [0.1, 0.25, 0.5])
def test_the_importer_who_counts_agrees_with_a_long_stream(every, fraction):
    plan = model.Plan("csp1", 7, fraction, every)
    exact = model.counting(plan, 0.8)
    played = model.play(plan, 60_000, rate=0.0, sensitivity=0.8, seed=3, counts=True)
    parts = [b.mean() for b in np.array_split(played.inspected, 30)]
    error = 4 * np.std(parts, ddof=1) / math.sqrt(30) + 2e-3
    assert abs(played.inspected.mean() - exact.inspected) < error
    assert abs(played.bad.mean() - exact.offences) < 2 * error
    assert abs(played.through / 60_000 - exact.through) < 2 * error


def test_a_fixed_rhythm_never_catches_who_counts():
    stream = model.play(
        model.Plan("csp1", 8, 0.1, every=True), 500, rate=0, sensitivity=1.0, seed=1, counts=True
    )
    assert stream.found.sum() == 0
    assert stream.through == stream.bad.sum() > 400
    assert model.counting(model.Plan("csp1", 8, 0.1, every=True), 1.0).before_caught == math.inf


def test_before_a_find_the_geometric_number_passes():
    plan = model.Plan("csp1", 8, 0.1)
    assert model.counting(plan, 0.9).before_caught == pytest.approx(1 / 0.09 - 1)


def test_full_inspection_leaves_no_room_for_counting():
    assert model.counting(model.Plan("csp1", 8, 1.0), 1.0).offences == 0.0
    summary = kit.stream_plan(fraction=1.0, step=2).summary
    assert "0 of 0" in summary


def test_the_floor_that_deters_is_that_of_the_notes():
    """f >= G / (G + C): a loss of five gains needs one sixth, with perfect inspection."""
    view = kit.stream_plan(loss=5, sensitivity=1.0, fraction=0.1, step=3)
    assert "at least 16.7%" in view.summary
    assert "too little" in view.summary
    view.fraction = 0.2
    assert "enough" in view.summary
    view.sensitivity, view.loss = 0.4, 0.5
    assert "Not even inspecting everything deters" in view.summary


@pytest.mark.parametrize("plan", model.PLANS)
def test_every_plan_says_its_rule(plan):
    view = kit.stream_plan(plan=plan)
    assert "8" in view.shown["notes"][0]["text"]
    assert "10%" in view.shown["notes"][0]["text"]


@pytest.mark.parametrize("values", [{"plan": "csp9"}, {"clearance": 0}, {"fraction": 0.0}])
def test_a_wrong_value_is_refused(values):
    with pytest.raises(TraitError, match=next(iter(values))):
        kit.stream_plan(**values)


@pytest.mark.parametrize("step", range(4))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_page_without_a_browser_is_complete(step, language):
    set_language(language)
    page = kit.stream_plan(step=step).static_html()
    assert "<svg" in page
    assert "{" not in page.replace("style=", "")


@pytest.mark.parametrize(
    "make", [kit.box_opener, kit.cascade_builder, kit.queue_view, kit.stream_plan]
)
def test_an_answer_to_a_slider_is_small(make):
    """Poor networks: no step of any of the four sends more than 60 kB."""
    widget = make()
    for step in range(widget._steps):
        widget.step = step
        assert len(str(widget.shown)) < 60_000
