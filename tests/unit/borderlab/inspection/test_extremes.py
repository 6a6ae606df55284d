"""Extremes: certainty, huge lots, large clearance numbers, queues at their limit."""

import math

import numpy as np
import pytest
from scipy import optimize, stats

from borderlab.inspection import (
    adversary,
    comparison,
    curves,
    gaming,
    hypergeometric,
    lots,
    queues,
    sampling,
    stages,
    streams,
)
from borderlab.inspection.boxes import Opening, Order
from borderlab.inspection.histories import Fall, Levels, long_run
from borderlab.inspection.post import Post
from borderlab.inspection.stages import STAGES, Join

pytestmark = pytest.mark.filterwarnings("error")


def test_certainty_needs_all_but_the_bad_units():
    assert sampling.sample_size(10_000, 50, 1.0).opened == 9_951
    assert lots.sample_sizes([10_000, 80, 80], [50, 4, 0], 1.0).tolist() == [9_951, 77, -1]


def test_certainty_is_not_attainable_when_units_go_unrecognised():
    """Not even where 1-(1-e)^d is 1 to the last digit of a float."""
    assert sampling.sample_size(80, 60, 1.0, 0.9).opened is None
    assert lots.sample_sizes(80, 60, 1.0, 0.9) == -1
    assert sampling.sample_size(80, 0, 0.0).opened == 0


def test_near_certainty_is_told_from_certainty():
    size = sampling.sample_size(10_000, 50, 1 - 1e-14)
    miss = [stats.hypergeom(10_000, 50, n).pmf(0) for n in (size.opened, size.opened - 1)]
    assert miss[0] <= 1.02e-14 < miss[1]


def test_detection_keeps_its_digits_in_large_lots():
    for lot, bad, opened in ((10**5, 500, 2_000), (10**6, 700, 10_000), (3 * 10**6, 1_000, 3_000)):
        miss = math.exp(math.fsum(math.log1p(-opened / (lot - i)) for i in range(bad)))
        assert hypergeometric.missed(lot, bad, opened, 1.0) == pytest.approx(miss, rel=1e-12)
        assert lots.misses(lot, bad, opened) == pytest.approx(miss, rel=1e-12)


def test_a_thousand_million_units():
    lot = 10**9
    assert sampling.detection(lot, 3, 10**8) == pytest.approx(1 - 0.9**3, abs=1e-8)
    assert sampling.detection(lot, 3, 10**8, 0.5) == pytest.approx(1 - 0.95**3, abs=1e-8)
    assert sampling.detection(lot, 10**8, 30) == pytest.approx(1 - 0.9**30, abs=1e-8)
    assert lots.detections([lot, 80], [10**8, 4], [30, 20]) == pytest.approx(
        [sampling.detection(lot, 10**8, 30), sampling.detection(80, 4, 20)]
    )
    assert sampling.bad_units(lot, 0.07, "up") == 70_000_000
    with pytest.raises(ValueError, match="at most 100000 units"):
        curves.operating_characteristic(lot, 10)
    with pytest.raises(ValueError, match="at most 1000000 units"):
        sampling.detection_clustered(lot, 0.1, 0.2)


@pytest.mark.parametrize("number", [700, 800, 820])
def test_acceptance_with_many_units_and_imperfect_recognition(number):
    k = np.arange(600, 2_001)
    expected = stats.hypergeom(5_000, 2_000, 4_000).pmf(k) @ stats.binom.cdf(number, k, 0.5)
    assert sampling.acceptance(5_000, 2_000, 4_000, number, 0.5) == pytest.approx(expected)


def test_parts_of_a_unit_are_refused_not_cut_off():
    with pytest.raises(ValueError, match="bad must hold only whole numbers"):
        lots.detections([10.0, 10.0], [1.7, 2.0], 3)
    with pytest.raises(ValueError, match="lots must hold only whole numbers"):
        curves.fixed_percentage([10.5], 0.1, 0.1)
    with pytest.raises(ValueError, match="do not fit each other"):
        lots.sample_sizes([10, 20], [1, 2, 3], 0.9)
    assert lots.Sampling().opened([10, 20]).shape == (2,)


def test_a_level_too_small_for_any_sample_is_said_to_be():
    with pytest.raises(ValueError, match="too small"):
        sampling.sample_size_binomial(1e-320, 0.95)


def test_words_choose_like_the_members_they_name():
    """A word compared with `is` used to fall through to another rule in silence."""
    assert sampling.bad_units(35, 0.05, "up") == 2
    assert sampling.bad_units(25, 0.05, "nearest") == 1
    with pytest.raises(ValueError, match="rounding must be one of"):
        sampling.bad_units(35, 0.05, "sideways")
    tools = [STAGES["scan"], STAGES["dog"]]
    assert stages.cascade(tools, "any", rate=0.1) == stages.cascade(tools, Join.ANY, rate=0.1)
    assert Opening(3, order="door").order is Order.DOOR
    assert Levels(fall="one").fall is Fall.ONE
    assert Post(join="all").join is Join.ALL
    with pytest.raises(ValueError, match="join must be one of"):
        Post(join="some")


def test_a_post_names_the_times_of_all_tools():
    with pytest.raises(ValueError, match="minutes needs 4 numbers"):
        Post(minutes=(6.0, 4.0))


@pytest.mark.parametrize("clearance", [1, 10, 1_000, 10**6, 10**9])
@pytest.mark.parametrize(("fraction", "sensitivity"), [(0.1, 1.0), (0.5, 0.999)])
def test_worst_leakage_for_every_clearance_number(clearance, fraction, sensitivity):
    def leak(log_rate):
        return -streams.csp1(clearance, fraction, math.exp(log_rate), sensitivity).leakage

    grid = np.linspace(math.log(1e-2 / clearance), 0.0, 400)
    best = grid[np.argmin([leak(x) for x in grid])]
    peak = optimize.minimize_scalar(leak, bounds=(best - 0.1, min(0.0, best + 0.1)))
    expected = max(-peak.fun, -leak(best))
    assert streams.worst_leakage(clearance, fraction, sensitivity) == pytest.approx(
        expected, rel=1e-6
    )


def test_rare_finds_and_large_clearance_keep_their_digits():
    got = streams.csp1(10**9, 0.1, 1e-9).inspected
    assert got == pytest.approx(0.1 / (0.1 + 0.9 * math.exp(-1)), rel=1e-9)


def test_queue_exactly_at_its_limit_is_unstable_whatever_the_rounding():
    """79.8 / 7 is a little more than 11.4: capacity minus arrivals was 0 or tiny."""
    for tenths in range(1, 1_000):
        for servers in range(1, 9):
            wait = queues.waiting(tenths / 10, tenths / 10 / servers, servers)
            assert wait.mean == math.inf
            assert wait.utilisation >= 1.0
    assert queues.priority_waits([0.7, 0.2, 0.1], [1, 1, 1], [2, 2, 2])[2] == math.inf


def test_waiting_longer_than_no_time_and_for_ever():
    assert queues.waiting(9, 3, 3).longer_than(math.inf) == 1.0
    assert queues.waiting(7, 3, 3).longer_than(math.inf) == 0.0
    with pytest.raises(ValueError, match="time must be"):
        queues.waiting(7, 3, 3).longer_than(-1)


def test_huge_numbers_of_servers():
    assert queues.erlang_b(5.0, 10**9) == 0.0
    with pytest.raises(ValueError, match="servers must be at most"):
        queues.erlang_b(2e6, 10**9)
    assert queues.waits([0.0, 0.0], [5.0, 5.0], 10**9, [0, 1]).tolist() == [0.0, 0.0]


def test_times_may_be_lists_and_begin_before_zero():
    assert queues.waits([-5, -4], [1, 1], 2).tolist() == [0.0, 0.0]
    assert queues.waits([0, 1], [3, 1]).tolist() == [0.0, 2.0]
    with pytest.raises(ValueError, match="one class for each"):
        queues.waits([0, 1], [3, 1], 2, [0])


def test_priority_needs_possible_service_times():
    with pytest.raises(ValueError, match="mean_square must be at least"):
        queues.priority_waits([0.5], [1.0], [0.9])
    with pytest.raises(ValueError, match="one number a class"):
        queues.priority_waits([0.1, 0.2], [1.0], [2.0, 2.0])


def test_dresher_agrees_with_its_recursion_and_goes_on_to_huge_numbers():
    value = {}
    for m in range(25):
        for n in range(25):
            if n >= m or n == 0:
                value[n, m] = 0.0 if n >= m else -1.0
                continue
            a, b = value[n - 1, m - 1], value[n, m - 1]
            value[n, m] = (a + b) / (2 + b - a)
            assert max(min(1, a), min(-1, b)) <= value[n, m] <= min(1, max(a, b))
            assert adversary.dresher(n, m) == pytest.approx(value[n, m], abs=1e-14)
    assert adversary.dresher(3, 10**9) == pytest.approx(-1 + 2 * 3e-9, abs=1e-9)
    assert adversary.dresher(10**9 - 1, 10**9) == 0.0


def test_traffic_starts_somewhere():
    for start in ([3.0, 4.0], [1.0], [-1.0, 2.0]):
        with pytest.raises(ValueError, match="start must hold"):
            adversary.displacement([0.1, 0.2], [1.0, 1.0], 1.0, 3, start=start)
    with pytest.raises(ValueError, match="coverages must have shape"):
        adversary.displacement([0.1, 0.2, 0.3], [1.0, 1.0], 1.0, 3)


def test_a_game_too_large_is_refused_before_it_fills_the_memory():
    with pytest.raises(ValueError, match="at most 2000 states"):
        gaming.best_response(Levels(clearance=10**9), gaming.Importer())


def test_a_history_that_always_lapses_stays_at_the_first_level():
    result, share = long_run(Levels(), 0.03, lapse=1.0)
    assert share.tolist() == [1.0, 0.0, 0.0]
    assert result.inspected == 1.0


def test_no_effect_of_prevalence_without_a_slope():
    assert stages.human_sensitivity(0.9, 0.0, slope=0.0) == 0.9


def test_missing_costs_are_no_frontier():
    with pytest.raises(ValueError, match="none missing"):
        stages.frontier([(1.0, math.nan)])


def test_policies_that_do_equally_well_are_equally_efficient():
    from borderlab.inspection.invented import invented
    from borderlab.inspection.policies import FixedPercent

    twins = [FixedPercent(0.1), FixedPercent(0.1)]
    points = comparison.frontier(invented(1, 300), twins, post=Post(), seed=3)
    assert [point.efficient for point in points] == [True, True]
