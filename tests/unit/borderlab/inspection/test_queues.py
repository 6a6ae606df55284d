"""Waits, against the worked example, long simulations and a step-by-step queue."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab.inspection import queues


def test_worked_example_of_the_notes():
    wait = queues.waiting(7, 3, 3)
    assert wait.utilisation == pytest.approx(0.778, abs=5e-4)
    assert wait.delayed == pytest.approx(0.6114, abs=5e-5)
    assert wait.mean == pytest.approx(0.3057, abs=5e-5)
    assert wait.longer_than(0.5) == pytest.approx(0.2249, abs=5e-5)
    assert wait.longer_than(wait.quantile(0.9)) == pytest.approx(0.1)


def test_unstable_queue_waits_for_ever():
    wait = queues.waiting(9, 3, 3)
    assert wait.mean == math.inf
    assert wait.quantile(0.9) == math.inf
    assert wait.longer_than(100) == 1.0
    assert queues.waiting(0, 3, 2).mean == 0.0


def erlang_c_by_states(load, c):
    """From the stationary distribution of the Markov chain, summed state by state."""
    p = [1.0]
    for k in range(1, 4_000):
        p.append(p[-1] * load / min(k, c))
    return sum(p[c:]) / sum(p)


@pytest.mark.parametrize(("load", "c"), [(0.5, 1), (3.2, 5), (11.0, 12)])
def test_delay_probability_agrees_with_the_markov_chain(load, c):
    assert queues.waiting(load, 1.0, c).delayed == pytest.approx(
        erlang_c_by_states(load, c), abs=1e-9
    )


@st.composite
def day(draw):
    n = draw(st.integers(0, 30))
    gaps = draw(st.lists(st.integers(0, 9), min_size=n, max_size=n))
    lengths = draw(st.lists(st.integers(0, 9), min_size=n, max_size=n))
    return np.cumsum(gaps).astype(float), np.array(lengths, dtype=float)


def by_hand(arrival, service, servers):
    """Each consignment takes the server that is free first."""
    free, out = [0.0] * servers, []
    for t, s in zip(arrival, service, strict=True):
        k = min(range(servers), key=lambda i: free[i])
        begin = max(t, free[k])
        free[k] = begin + s
        out.append(begin - t)
    return np.array(out)


@given(day(), st.integers(1, 4))
def test_waits_equal_serving_one_by_one(times, servers):
    assert queues.waits(*times, servers) == pytest.approx(by_hand(*times, servers))


@given(day(), st.integers(1, 3))
def test_one_class_of_priority_is_first_come_first_served(times, servers):
    same = np.zeros(times[0].size, dtype=np.int64)
    assert queues.waits(*times, servers, same) == pytest.approx(by_hand(*times, servers))


def test_long_run_agrees_with_the_formulas():
    rng = np.random.default_rng(4)
    n, rate = 400_000, 0.8
    arrival = np.cumsum(rng.exponential(1 / rate, n))
    service = rng.exponential(1.0, n)
    live = (rng.random(n) < 0.3).astype(np.int64)
    assert queues.waits(arrival, service).mean() == pytest.approx(
        queues.waiting(rate, 1).mean, rel=0.06
    )
    w = queues.waits(arrival, service, 1, 1 - live)
    expected = queues.priority_waits([0.3 * rate, 0.7 * rate], [1, 1], [2, 2])
    assert w[live == 1].mean() == pytest.approx(expected[0], rel=0.03)
    assert w[live == 0].mean() == pytest.approx(expected[1], rel=0.08)
    # Which class goes first changes who waits, not how much is waited in all.
    assert w.mean() == pytest.approx(queues.waits(arrival, service).mean(), rel=0.02)


def test_parts_of_a_long_queue_are_carried_on():
    """Longer than one part, and always busy, so that the wait is known in advance."""
    n = 40_000
    arrival = np.arange(n, dtype=float)
    w = queues.waits(arrival, np.full(n, 1.5))
    assert w == pytest.approx(0.5 * np.arange(n))
    rng = np.random.default_rng(9)
    arrival, service = np.cumsum(rng.exponential(1.0, n)), rng.exponential(0.9, n)
    assert queues.waits(arrival, service) == pytest.approx(by_hand(arrival, service, 1), abs=1e-7)


def test_fixed_service_halves_the_wait():
    assert queues.mean_wait_general(0.7, 1, 1, 0) == pytest.approx(queues.waiting(0.7, 1).mean / 2)


def test_priority_with_too_much_work_below():
    """What is never served delays nobody."""
    # Residual: 0.5 of the time class 1 and 0.5 class 2, each with a remaining service of 1.
    assert queues.priority_waits([0.5, 0.6], [1, 1], [2, 2]) == pytest.approx([2.0, np.inf])
    # The third class is never served, so its long services and its rate do not matter.
    assert queues.priority_waits([0.5, 6.0, 0.4], [1, 1, 9], [2, 2, 200]) == pytest.approx(
        [2.0, np.inf, np.inf]
    )


def test_priority_with_too_much_work_agrees_with_a_long_overloaded_day():
    rng = np.random.default_rng(6)
    n, rates = 200_000, np.array([0.4, 0.3, 0.9])
    arrival = np.cumsum(rng.exponential(1 / rates.sum(), n))
    who = rng.choice(3, n, p=rates / rates.sum())
    service = rng.exponential(1.0, n)
    service[who == 2] = 2.0
    expected = queues.priority_waits(rates, [1, 1, 2], [2, 2, 4])
    w = queues.waits(arrival, service, 1, who)
    for which in (0, 1):
        assert w[who == which].mean() == pytest.approx(expected[which], rel=0.05)
    assert expected[2] == np.inf


def test_largest_inspection_rate_meets_the_limit_and_no_more():
    rate = queues.largest_inspection_rate(60, 3, 5, 0.5, 0.1)
    assert queues.waiting(60 * rate, 3, 5).longer_than(0.5) == pytest.approx(0.1, abs=1e-6)
    assert queues.largest_inspection_rate(1, 30, 5, 0.5, 0.1) == 1.0


def test_impossible_times_are_refused():
    with pytest.raises(ValueError, match="ascend"):
        queues.waits(np.array([2.0, 1.0]), np.array([1.0, 1.0]))
    for servers in (1, 2):
        with pytest.raises(ValueError, match="ascend"):
            queues.waits(np.array([1.0, 2.0]), np.array([1.0, -1.0]), servers)
        with pytest.raises(ValueError, match="ascend"):
            queues.waits(np.array([1.0, np.nan]), np.array([1.0, 1.0]), servers)
    with pytest.raises(ValueError, match="service must be"):
        queues.waiting(1, 0, 1)
