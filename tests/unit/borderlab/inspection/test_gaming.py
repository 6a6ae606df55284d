"""The importer who games a plan, against simulation, enumeration and the simple floor."""

import itertools

import numpy as np
import pytest

from borderlab.inspection import gaming, streams
from borderlab.inspection.gaming import Importer
from borderlab.inspection.histories import Levels


def play(plan, response, importer, sensitivity, n, seed):
    """Act the response out, one consignment after another (no quick reinstatement)."""
    rng = np.random.default_rng(seed)
    act = {
        (a, b): o
        for a, b, o in zip(
            response.level.tolist(), response.clean.tolist(), response.offends.tolist(), strict=True
        )
    }
    level = clean = offences = looked = leaks = 0
    for luck, eye in rng.random((n, 2)).tolist():
        bad = act[level, clean if level < plan.top else 0]
        offences += bad
        inspected = luck < plan.fractions[level]
        looked += inspected
        caught = inspected and bad and eye < sensitivity
        leaks += bad and not caught
        if caught:
            level = clean = 0
        elif inspected and level < plan.top:
            clean += 1
            if clean >= plan.clearance:
                level, clean = level + 1, 0
    return offences / n, looked / n, leaks / n


@pytest.mark.parametrize("sensitivity", [1.0, 0.7])
def test_long_run_agrees_with_acting_it_out(sensitivity):
    plan, importer = Levels((1.0, 0.4, 0.1), 5), Importer(burden=0.3)
    response = gaming.behaves_then_exploits(plan, importer, sensitivity)
    got = play(plan, response, importer, sensitivity, 120_000, seed=1)
    expected = (response.offences, response.inspected, response.leakage)
    assert expected == pytest.approx(got, abs=0.02)  # a cycle lasts about 40 consignments


def test_best_response_equals_trying_every_way_to_behave():
    plan, importer, s = Levels((1.0, 0.3), 4), Importer(1.0, 2.0, 0.2, 0.9), 0.8
    game = gaming._Game(plan, importer, s)
    best = gaming.best_response(plan, importer, s)
    values = [
        game.value(np.array(way))[0]
        for way in itertools.product([False, True], repeat=game.share.size)
    ]
    assert best.value == pytest.approx(max(values), abs=1e-9)


def test_behaving_to_exploit_pays_where_sampling_is_thin():
    plan, importer = Levels((1.0, 0.05), 8), Importer(1.0, 5.0, 0.1)
    exploit = gaming.behaves_then_exploits(plan, importer)
    honest = gaming.honest(plan, importer)
    best = gaming.best_response(plan, importer)
    assert best.value >= exploit.value > honest.value
    assert not best.deterred
    assert not best.offends[best.level == 0].any()  # under full inspection it behaves
    assert exploit.offences > 0.6
    # The plan's own figures assume that offences fall at random: they promise far less leakage.
    assert exploit.leakage > 2 * streams.csp1(8, 0.05, 0.2).leakage


def test_without_burden_and_future_the_floor_is_the_simple_one():
    importer = Importer(1.0, 3.0, burden=0.0, patience=0.0)
    for s in (1.0, 0.6):
        got = gaming.deterring_share(Levels((1.0, 0.1), 3), importer, s)
        assert got == pytest.approx(streams.deterrence_floor(1.0, 3.0, s), abs=1e-6)


def test_trust_that_can_be_lost_deters_earlier():
    plan = Levels((1.0, 0.1), 10)
    simple = streams.deterrence_floor(1.0, 3.0)
    valued = gaming.deterring_share(plan, Importer(1.0, 3.0, burden=0.2, patience=0.98))
    assert valued < simple
    more = gaming.deterring_share(plan, Importer(1.0, 3.0, burden=0.4, patience=0.98))
    assert more < valued


def test_offences_that_inspection_cannot_deter():
    assert gaming.deterring_share(Levels((1.0, 0.1), 3), Importer(10.0, 1.0), 0.3) is None


def test_impossible_importers_are_refused():
    for call in (
        lambda: Importer(gain=0.0),
        lambda: Importer(patience=1.0),
        lambda: Importer(burden=-1.0),
        lambda: gaming.best_response(Levels((1.0, 0.1), 5_000), Importer()),
    ):
        with pytest.raises(ValueError, match=r"must be|at most"):
            call()
