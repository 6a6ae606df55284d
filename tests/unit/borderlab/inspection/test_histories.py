"""Compliance levels: the exact long run and the array run, against carrying the plan out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderlab.inspection import by_trader, histories, streams
from borderlab.inspection.histories import Fall, Levels


def carry_out(findable, draw, plan, lapsed):
    """One importer, one consignment at a time, in the words of the plan."""
    level, clean, back_to, out = 0, 0, None, []
    for bad, luck, gap in zip(findable, draw, lapsed, strict=True):
        if gap:
            level, clean, back_to = 0, 0, None
        out.append(level)
        if luck >= plan.fractions[level]:
            continue
        if not bad:
            clean += 1
            if back_to is not None and clean >= plan.reinstate:
                level, clean, back_to = back_to, 0, None
            elif back_to is None and level < plan.top and clean >= plan.clearance:
                level, clean = level + 1, 0
            continue
        clean = 0
        if plan.fall is Fall.ONE:
            level = max(0, level - 1)
        else:
            back_to = level if plan.reinstate and level > 0 else None
            level = 0
    return out


@st.composite
def plans(draw):
    fractions = draw(st.sampled_from([(1.0,), (1.0, 0.3), (1.0, 0.5, 0.2), (1.0, 0.6, 0.4, 0.1)]))
    clearance = draw(st.integers(1, 5))
    fall = draw(st.sampled_from(Fall))
    quick = fall is Fall.START and clearance > 1 and draw(st.booleans())
    return Levels(
        fractions, clearance, fall, draw(st.integers(1, clearance - 1)) if quick else None
    )


@given(
    plans(),
    st.integers(0, 120),
    st.integers(1, 6),
    st.sampled_from([0.0, 0.1, 0.4, 1.0]),
    st.sampled_from([0.0, 0.1, 1.0]),
    st.integers(0, 1_000),
)
@settings(max_examples=300, deadline=None)
def test_all_importers_at_once_equal_one_by_one(plan, n, traders, rate, gaps, seed):
    rng = np.random.default_rng(seed + 1)
    bad, trader, lapsed = rng.random(n) < rate, rng.integers(0, traders, n), rng.random(n) < gaps
    got = by_trader.run(bad, trader, plan, seed, sensitivity=0.8, lapsed=lapsed)
    again = np.random.default_rng(seed)
    draw = again.random(n)
    findable = bad & (again.random(n) < 0.8)
    for who in range(traders):
        rows = trader == who
        expected = carry_out(findable[rows], draw[rows], plan, lapsed[rows])
        assert got.level[rows].tolist() == expected
    assert np.array_equal(got.inspected, draw < np.array(plan.fractions)[got.level])
    assert np.array_equal(got.found, got.inspected & findable)


def power_iteration(plan, found, lapse):  # noqa: C901  (the plan in words)
    """Share of time at each level, consignment by consignment, from the states themselves."""
    states = {}

    def number(state):
        return states.setdefault(state, len(states))

    start, todo, moves = (0, 0, None), [(0, 0, None)], []
    number(start)
    while todo:
        state = todo.pop()
        for base, weight in ((state, 1 - lapse), (start, lapse)):
            level, clean, back = base
            f = plan.fractions[level]
            up = (level, clean + 1, back)
            if back is not None and clean + 1 >= plan.reinstate:
                up = (back, 0, None)
            elif back is None and level == plan.top:
                up = (level, 0, None)
            elif back is None and clean + 1 >= plan.clearance:
                up = (level + 1, 0, None)
            down = (max(0, level - 1), 0, None)
            if plan.fall is Fall.START:
                down = (0, 0, level if plan.reinstate and level > 0 else None)
            for target, p in ((base, 1 - f), (up, f * (1 - found)), (down, f * found)):
                if weight * p > 0:
                    if target not in states:
                        todo.append(target)
                    moves.append((number(state), number(target), weight * p, level))
    n = len(states)
    chain, at = np.zeros((n, n)), np.zeros((n, plan.top + 1))
    for a, b, p, level in moves:
        chain[a, b] += p
        at[a, level] += p
    share = np.zeros(n)
    share[0] = 1
    for _ in range(16):
        chain = chain @ chain  # 2**16 steps
    return (share @ chain) @ at


@pytest.mark.parametrize("found", [0.0, 0.02, 0.3])
@pytest.mark.parametrize("lapse", [0.0, 0.05])
@pytest.mark.parametrize(
    "plan",
    [
        Levels((1.0, 0.2), 6),
        Levels((1.0, 0.5, 0.1), 4),
        Levels((1.0, 0.5, 0.1), 4, Fall.ONE),
        Levels((1.0, 0.5, 0.25, 0.1), 5, reinstate=2),
    ],
)
def test_long_run_equals_power_iteration(plan, found, lapse):
    result, share = histories.long_run(plan, found, 1.0, lapse)
    expected = power_iteration(plan, found, lapse)
    assert share == pytest.approx(expected, abs=1e-9)
    assert result.inspected == pytest.approx(expected @ plan.fractions, abs=1e-9)


@given(st.integers(1, 400), st.floats(0.01, 0.99), st.floats(0, 1), st.floats(0, 1))
def test_two_levels_are_the_first_continuous_plan(clearance, fraction, rate, sensitivity):
    result, _ = histories.long_run(Levels((1.0, fraction), clearance), rate, sensitivity)
    expected = streams.csp1(clearance, fraction, rate, sensitivity)
    assert result.inspected == pytest.approx(expected.inspected, abs=1e-9)


def test_large_clearance_numbers_do_no_harm():
    result, share = histories.long_run(Levels((1.0, 0.5, 0.1), 100_000), 0.05)
    assert result.inspected == pytest.approx(1.0)
    assert share[0] == pytest.approx(1.0)
    assert result.leakage == pytest.approx(0.0, abs=1e-12)


def test_array_run_agrees_with_the_long_run():
    rng = np.random.default_rng(1)
    plan = Levels((1.0, 0.4, 0.1), 6, reinstate=2)
    bad, trader = rng.random(400_000) < 0.05, rng.integers(0, 300, 400_000)
    played = by_trader.run(bad, trader, plan, 2, sensitivity=0.7)
    expected, share = histories.long_run(plan, 0.05, 0.7)
    # The first visits of 300 importers (about 30 of 1,300 consignments each) start at level 1.
    assert played.inspected.mean() == pytest.approx(expected.inspected, abs=0.025)
    assert np.bincount(played.level) / 400_000 == pytest.approx(share, abs=0.04)


def test_history_lapses_after_a_long_pause_of_the_same_importer():
    trader, time = np.array([1, 2, 1, 1, 2]), np.array([0.0, 1.0, 5.0, 100.0, 102.0])
    assert by_trader.lapses(trader, time, 90).tolist() == [False, False, False, True, True]
    assert by_trader.lapses(trader, time, 95).tolist() == [False, False, False, False, True]


def test_impossible_plans_are_refused():
    for call in (
        lambda: Levels((0.5, 0.1)),
        lambda: Levels((1.0, 0.5, 0.5)),
        lambda: Levels((1.0, 0.0)),
        lambda: Levels((1.0, 0.5), 0),
        lambda: Levels((1.0, 0.5), 5, Fall.ONE, 2),
        lambda: Levels((1.0, 0.5), 5, Fall.START, 5),
        lambda: by_trader.run(np.ones(3, bool), np.ones(2, int), Levels(), 1),
    ):
        with pytest.raises(ValueError, match=r"must|needs"):
            call()
