"""Stream plans, against step-by-step simulation and the worked example."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab.inspection import streams


def play(bad, plan, clearance, fraction, rng, spacing=None):
    """The plans as an inspector would carry them out, one consignment at a time."""
    full, run, since_find, forced = True, 0, None, 0
    inspected = np.zeros(bad.size, bool)
    for t, is_bad in enumerate(bad):
        if full:
            inspected[t] = True
            run = 0 if is_bad else run + 1
            if run >= clearance:
                full, since_find, forced = False, None, 0
            continue
        inspected[t] = forced > 0 or rng.random() < fraction
        if not inspected[t]:
            continue
        if forced:
            forced -= 1
        if not is_bad:
            if since_find is not None:
                since_find += 1
            continue
        within = since_find is not None and since_find < (
            spacing + 4 if plan == 3 else spacing or 0
        )
        if plan == 1 or within:
            full, run = True, 0
        else:
            since_find, forced = 0, 4 if plan == 3 else 0
    return inspected


@pytest.mark.parametrize(
    ("plan", "function"), [(1, streams.csp1), (2, streams.csp2), (3, streams.csp3)]
)
def test_inspected_share_agrees_with_carrying_out_the_plan(plan, function):
    rng = np.random.default_rng(plan)
    clearance, fraction, rate = 8, 0.2, 0.08
    bad = rng.random(400_000) < rate
    inspected = play(bad, plan, clearance, fraction, rng, spacing=clearance)
    result = function(clearance, fraction, rate)
    # Phases are correlated over about 1/(f p) consignments; 0.01 is over 4 standard errors.
    assert inspected.mean() == pytest.approx(result.inspected, abs=0.01)
    assert (bad & ~inspected).mean() == pytest.approx(result.leakage, abs=0.002)


def test_worked_example_of_the_notes():
    result = streams.csp1(8, 0.20, 0.03)
    assert result.inspected == pytest.approx(0.24184, abs=5e-6)
    assert result.leakage == pytest.approx(0.022745, abs=5e-7)


@pytest.mark.parametrize("function", [streams.csp1, streams.csp2, streams.csp3])
def test_edges(function):
    assert function(5, 0.1, 0.0).inspected == pytest.approx(0.1)
    assert function(5, 0.1, 0.0).leakage == 0.0
    assert function(5, 0.1, 1.0).inspected == pytest.approx(1.0)
    assert function(5, 1.0, 0.3).inspected == pytest.approx(1.0)
    huge = function(100_000, 0.1, 0.05)
    assert huge.inspected == pytest.approx(1.0)
    assert huge.leakage == pytest.approx(0.0, abs=1e-12)


@given(st.integers(1, 60), st.floats(0.01, 1), st.floats(0, 1), st.floats(0, 1))
def test_shares_stay_in_range_and_detection_never_hurts(i, f, p, s):
    result = streams.csp1(i, f, p, s)
    assert f - 1e-12 <= result.inspected <= 1 + 1e-12
    assert 0 <= result.leakage <= p + 1e-12
    assert streams.csp1(i, f, p, 1.0).leakage <= result.leakage + 1e-12


def test_imperfect_detection_agrees_with_the_array_run():
    rng = np.random.default_rng(11)
    bad = rng.random(500_000) < 0.1
    inspected = streams.run_csp1(bad, 10, 0.25, seed=3, sensitivity=0.6)
    result = streams.csp1(10, 0.25, 0.1, 0.6)
    assert inspected.mean() == pytest.approx(result.inspected, abs=0.01)


@given(st.lists(st.booleans(), max_size=80), st.integers(1, 6), st.integers(0, 5))
def test_array_run_equals_carrying_out_the_plan(bad, clearance, seed):
    """Same draws, so the same consignments are inspected."""
    bad = np.array(bad, dtype=bool)
    drawn = np.random.default_rng(seed).random(bad.size) < 0.3
    expected, full, run = [], True, 0
    for is_bad, draw in zip(bad, drawn, strict=True):
        look = full or bool(draw)
        expected.append(look)
        if full:
            run = 0 if is_bad else run + 1
            full = run < clearance
        elif look and is_bad:
            full, run = True, 0
    assert streams.run_csp1(bad, clearance, 0.3, seed).tolist() == expected


def test_worst_leakage_is_the_maximum_over_rates():
    worst = streams.worst_leakage(8, 0.2)
    rates = np.random.default_rng(0).random(2_000)
    assert max(streams.csp1(8, 0.2, r).leakage for r in rates) <= worst + 1e-7
    assert worst > streams.csp1(8, 0.2, 0.03).leakage


def test_skip_lot_agrees_with_simulation():
    rng = np.random.default_rng(5)
    accepted, clearance, fraction = 0.9, 6, 0.25
    fails = rng.random(300_000) > accepted
    inspected = play(fails, 1, clearance, fraction, rng)
    share, looked = streams.skip_lot(clearance, fraction, accepted)
    assert inspected.mean() == pytest.approx(looked, abs=0.01)
    assert (~(fails & inspected)).mean() == pytest.approx(share, abs=0.004)


def test_deterrence_floor():
    assert streams.deterrence_floor(1, 3) == pytest.approx(0.25)
    assert streams.deterrence_floor(1, 3, 0.5) == pytest.approx(0.5)
    assert streams.deterrence_floor(3, 1, 0.5) is None


def test_fraction_of_zero_is_refused():
    with pytest.raises(ValueError, match="fraction must be"):
        streams.csp1(5, 0.0, 0.1)
