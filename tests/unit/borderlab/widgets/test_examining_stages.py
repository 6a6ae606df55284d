"""The cascade builder: flows that conserve, dependence against simulation, order and capacity."""

import numpy as np
import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.figures import examining_flow as model
from borderlab.i18n import set_language
from borderlab.inspection.stages import STAGES, Join

TOOLS = [STAGES[name] for name in ("documents", "scan", "dog")]


def play(stages, join, rate, hard_share, n, seed):
    """Consignments one by one: class, then each tool on its own."""
    rng = np.random.default_rng(seed)
    illegal = rng.random(n) < rate
    hard = illegal & (rng.random(n) < hard_share)
    alert = np.ones(n, bool) if join is Join.ALL else np.zeros(n, bool)
    minutes = 0.0
    for stage in stages:
        chance = np.where(illegal, np.where(hard, stage.hard, stage.easy), 1 - stage.specificity)
        hit = rng.random(n) < chance
        minutes += stage.minutes * (alert.sum() if join is Join.ALL else n)
        alert = alert & hit if join is Join.ALL else alert | hit
    return (alert & illegal).mean(), (alert & ~illegal).mean(), minutes / n


@pytest.mark.parametrize("join", list(Join))
def test_the_flow_agrees_with_a_long_simulation(join):
    n = 400_000
    got = model.flow(TOOLS, join, rate=0.2, hard_share=0.4, consignments=1.0).result
    found, false, minutes = play(TOOLS, join, 0.2, 0.4, n, 1)
    error = 5 * np.sqrt(0.25 / n)
    assert got.found == pytest.approx(found, abs=error)
    assert got.false_alarms == pytest.approx(false, abs=error)
    assert got.minutes == pytest.approx(minutes, abs=50 * error)


@pytest.mark.parametrize("join", list(Join))
def test_nobody_is_lost_between_the_tools(join):
    flow = model.flow(TOOLS, join, rate=0.01, hard_share=0.3)
    for before, after in zip(flow.steps, flow.steps[1:], strict=False):
        if join is Join.ALL:
            assert after.come == pytest.approx(before.alerts)
            assert after.illegal == pytest.approx(before.real)
        else:
            assert after.come == 10_000
            assert after.real >= before.real
    last = flow.steps[-1]
    assert last.real == pytest.approx(flow.result.found)
    assert last.alerts == pytest.approx(flow.result.alerts)


def test_a_shared_blind_spot_hurts_side_by_side_and_clusters_finds_in_a_chain():
    any_ = model.flow(TOOLS, Join.ANY, rate=0.01, hard_share=0.5)
    assert any_.result.found < any_.found_independent
    chain = model.flow(TOOLS, Join.ALL, rate=0.01, hard_share=0.5)
    assert chain.result.found > chain.found_independent
    alike = model.flow(TOOLS, Join.ALL, rate=0.01, hard_share=0.0)
    assert alike.result.found == pytest.approx(alike.found_independent)


def test_the_order_changes_the_minutes_and_not_the_finds():
    builder = kit.cascade_builder(stages=["physical", "scan"])
    found, minutes = builder.flow.result.found, builder.flow.result.minutes
    builder.stages = ["scan", "physical"]
    assert builder.flow.result.found == pytest.approx(found)
    assert builder.flow.result.minutes < minutes / 5
    order, least = model.cheapest_order(
        [STAGES["physical"], STAGES["scan"]], Join.ALL, rate=0.002, hard_share=0.3
    )
    assert order == ("scan", "physical")
    assert least * 10_000 == pytest.approx(builder.flow.result.minutes)


def test_people_who_read_scans_miss_more_where_finds_are_rare():
    builder = kit.cascade_builder(stages=["scan"], rate=0.002)
    machine = builder.flow.result.found
    builder.readers = True
    rare = builder.flow.result.found
    assert rare < machine
    after_documents = kit.cascade_builder(stages=["documents", "scan"], readers=True).flow
    # Among alerts of the document check illegal consignments are less rare.
    assert after_documents.steps[1].stage.easy > builder.flow.steps[0].stage.easy


def test_a_tool_over_its_capacity_is_named():
    assert (
        "Detector dog: 200 uses a day needed, 60 possible"
        in kit.cascade_builder(stages=["dog"]).summary
    )


def test_published_figures_carry_source_and_warning_and_changed_ones_lose_them():
    builder = kit.cascade_builder(stages=["dog"], step=2)
    assert builder.tool == "dog"
    assert "Moloney" in builder.summary
    assert "one dog" in builder.summary
    assert builder.shown["notes"][0]["confirm"]
    builder.easy = 0.5
    assert builder.stage("dog").easy == 0.5
    assert "assumptions for teaching" in builder.summary
    builder.tool = "scan"
    assert builder.easy == STAGES["scan"].easy
    assert "Pirotta" in builder.summary
    builder.tool = "dog"
    assert builder.easy == 0.5, "what was set for a tool is kept"


def test_no_alert_is_no_proof():
    summary = kit.cascade_builder(stages=["scan", "physical"], step=1).summary
    assert "No alert is no proof: it was 1 in 500" in summary


def test_a_lane_without_crime_has_no_real_alert():
    builder = kit.cascade_builder(rate=0.0, step=1, stages=["scan"])
    assert "0 are real" in builder.summary
    assert "∞" in builder.summary


@pytest.mark.parametrize(
    "values", [{"stages": []}, {"stages": ["xray"]}, {"join": "or"}, {"rate": 0.5}]
)
def test_a_wrong_value_is_refused_with_its_name(values):
    with pytest.raises(TraitError, match=next(iter(values))):
        kit.cascade_builder(**values)


@pytest.mark.parametrize("step", range(3))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_page_without_a_browser_is_complete(step, language):
    set_language(language)
    page = kit.cascade_builder(step=step).static_html()
    assert "<table" in page
    assert ("<svg" in page) == (step < 2)
    assert "{" not in page.replace("style=", "")


def test_one_tool_alone_is_not_compared_with_independent_tools():
    said = "independently of each other"
    assert said in kit.cascade_builder(stages=["scan", "physical"]).summary
    assert said not in kit.cascade_builder(stages=["physical"]).summary
