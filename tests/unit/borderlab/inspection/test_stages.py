"""Cascades in natural frequencies, against enumeration and simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab.inspection import stages
from borderlab.inspection.stages import Join, Stage, cascade

share = st.floats(0, 1)
tools = st.lists(
    st.builds(Stage, st.just("x"), share, share, share, st.floats(0, 60)), min_size=1, max_size=4
)


def test_worked_example_of_the_notes():
    result = cascade([Stage("x", 0.9, 0.9, 0.95, 1)], rate=0.004)
    assert result.found == pytest.approx(36)
    assert result.false_alarms == pytest.approx(498)
    assert result.precision == pytest.approx(0.0674, abs=5e-5)


@pytest.mark.parametrize("join", list(Join))
def test_agrees_with_simulating_consignments(join):
    rng = np.random.default_rng(8)
    chosen = [stages.STAGES["scan"], stages.STAGES["dog"], stages.STAGES["physical"]]
    n, rate, hard_share = 400_000, 0.05, 0.4
    bad, hidden = rng.random(n) < rate, rng.random(n) < hard_share
    answers, used, in_play = [], [], np.ones(n, bool)
    for s in chosen:
        p = np.where(bad, np.where(hidden, s.hard, s.easy), 1 - s.specificity)
        answers.append(rng.random(n) < p)
        used.append(in_play.sum())
        if join is Join.ALL:
            in_play = in_play & answers[-1]
    final = np.all(answers, axis=0) if join is Join.ALL else np.any(answers, axis=0)
    got = cascade(chosen, join, rate=rate, hard_share=hard_share, consignments=n)
    assert got.found == pytest.approx((final & bad).sum(), rel=0.02)
    assert got.false_alarms == pytest.approx((final & ~bad).sum(), rel=0.02, abs=5)
    assert got.uses == pytest.approx(used, rel=0.02)


@given(tools, st.sampled_from(list(Join)), share, share)
def test_consignments_are_conserved(chosen, join, rate, hard_share):
    got = cascade(chosen, join, rate=rate, hard_share=hard_share)
    assert -1e-6 <= got.found <= got.illegal + 1e-6
    assert -1e-6 <= got.false_alarms <= got.consignments - got.illegal + 1e-6
    assert got.found + got.missed == pytest.approx(got.illegal)


def test_concealment_makes_any_alarm_find_less_than_independence_promises():
    easy_hard = [Stage("a", 0.9, 0.3, 1, 1), Stage("b", 0.9, 0.3, 1, 1)]
    mixed = [s.sensitivity(0.5) for s in easy_hard]
    promised = 1 - (1 - mixed[0]) * (1 - mixed[1])
    got = cascade(easy_hard, Join.ANY, rate=0.1, hard_share=0.5)
    assert got.found / got.illegal < promised - 0.05


def test_rare_targets_are_missed_more():
    best = stages.human_sensitivity(0.93, 0.5)
    assert best == pytest.approx(0.93)
    assert stages.human_sensitivity(0.93, 0.02) == pytest.approx(0.93 - 0.06 * np.log(25))
    assert stages.human_sensitivity(0.93, 0.9) == pytest.approx(0.93)
    assert stages.human_sensitivity(0.93, 0.0) == 0.0
    assert stages.with_prevalence_effect(stages.STAGES["scan"], 0.01).easy < 0.82


def test_published_figures_carry_source_and_warning():
    for stage in stages.STAGES.values():
        assert stage.source == stages.ASSUMPTION or stage.warning


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_frontier_keeps_exactly_the_undominated(points):
    kept = {points[i] for i in stages.frontier(points)}
    undominated = {
        p for p in points if not any(q != p and q[0] <= p[0] and q[1] >= p[1] for q in points)
    }
    assert kept == undominated


def test_impossible_stages_are_refused():
    with pytest.raises(ValueError, match="dog: easy"):
        Stage("dog", 1.2, 0.5, 0.9, 5)
    with pytest.raises(ValueError, match="at least one stage"):
        cascade([], rate=0.1)
