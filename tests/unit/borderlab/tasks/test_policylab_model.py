"""The post of the policy lab: flows, common random numbers, ageing profiles, and what they cost."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderlab.inspection.policies import InspectAll, InspectNone
from borderlab.inspection.simulation import simulate
from borderlab.tasks import policylab_model as model
from borderlab.tasks.policylab_frontier import AXES, field, reference_names
from borderlab.tasks.policylab_model import Design, play
from borderlab.tasks.policylab_targets import targets
from borderlab.tasks.policylab_year import CLOSES, OPENS, Situation, year

POST = Situation(consignments=1_200, offences=0.03)
designs = st.builds(
    Design,
    rate=st.floats(0, 1).map(lambda x: round(x, 2)),
    random_share=st.floats(0, 1).map(lambda x: round(x, 2)),
    scan_share=st.floats(0, 1).map(lambda x: round(x, 1)),
    staff=st.integers(1, 6),
    expiry=st.none() | st.integers(1, 12),
)


@settings(max_examples=25, deadline=None)
@given(designs, st.integers(0, 5), st.booleans())
def test_flows_are_conserved(design, seed, adversary):
    o = play(POST, seed, design, adversary=adversary)
    assert o.found + o.missed == o.illegal
    assert 0 <= o.found <= o.examined <= o.chosen <= o.consignments == POST.consignments
    assert o.found <= o.findable <= o.illegal
    compliant = sum(group.compliant for group in o.groups.values())
    assert compliant == o.consignments - o.illegal
    held = sum(group.held for group in o.groups.values())
    assert held == round(o.burden * compliant)
    assert o.chosen - o.illegal <= held <= o.chosen
    assert o.live.consignments + o.other.consignments == o.consignments
    assert o.live.held + o.other.held == o.chosen
    assert o.minutes == pytest.approx(o.goods + o.roster + o.reviews)


@settings(max_examples=15, deadline=None)
@given(designs, st.integers(0, 5), st.floats(0, 1), st.floats(0, 1))
def test_better_tools_never_find_less_on_the_same_luck(design, seed, first, second):
    low, high = sorted((first, second))
    now = year(POST, seed)

    def found(quality: float) -> np.ndarray:
        sensitivity = tuple(
            (row[0], *(quality * x for x in row[1:])) for row in model.POST.sensitivity
        )
        post = replace(model.POST, staff=design.staff, sensitivity=sensitivity)
        score = now.score(design.expiry)
        return simulate(
            now.arrivals, design.policy(), seed=seed, post=post, score=score, period_days=28
        ).events.found

    assert np.all(found(low) <= found(high))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 5), st.integers(1, 12), st.integers(1, 12))
def test_a_younger_profile_knows_all_that_an_older_one_knows(seed, one, two):
    now = year(POST, seed)
    never = now.score(None)
    for expiry in (one, two):
        assert np.all(now.score(expiry) >= never)
    day = now.arrivals.time / 1440
    both = (day % (one * 30.4)) <= (day % (two * 30.4))
    assert np.all(now.score(one)[both] >= now.score(two)[both])


def test_everything_and_nothing():
    all_ = play(POST, 1, Design(staff=6), policy=InspectAll())
    assert all_.chosen == POST.consignments
    assert all_.found == all_.findable
    assert (all_.estimate.low, all_.estimate.high) == (all_.found, all_.found)
    assert all_.width == 0.0
    assert all_.burden == 1.0
    none = play(POST, 1, Design(), policy=InspectNone())
    # Papers that give cause are followed in every policy.
    assert 0 < none.chosen < 0.1 * POST.consignments
    assert none.width is None


def test_the_same_seed_is_the_same_year_and_luck_is_apart():
    assert play(POST, 3, Design()) == play(POST, 3, Design())
    other = play(POST, 3, Design(), luck=77)
    assert other.illegal == play(POST, 3, Design()).illegal
    assert other != play(POST, 3, Design())


def test_more_officers_never_make_live_animals_wait_longer():
    busy = Design(rate=0.6, random_share=0.3)
    waits = [play(Situation(), 1, replace(busy, staff=n)).live.mean for n in (1, 2, 4)]
    assert waits[0] > waits[1] >= waits[2]


def test_renewals_cost_and_pay():
    assert [Design(expiry=m).reviews for m in (None, 12, 6, 1)] == [0, 0, 1, 11]
    stale, fresh = Design(0.1, 0.0, 0.0, 2, None), Design(0.1, 0.0, 0.0, 2, 2)
    found = [[play(POST, s, d).found for s in range(8)] for d in (stale, fresh)]
    assert sum(found[1]) > 1.1 * sum(found[0])
    assert play(POST, 1, fresh).reviews == 5 * model.REVIEW_MINUTES


def test_consignments_arrive_while_the_post_is_open():
    now = year(POST, 2)
    minute = now.arrivals.time % 1440
    assert minute.min() >= OPENS
    assert minute.max() < CLOSES
    truth, boxes = now.arrivals.truth, now.arrivals.boxes
    assert np.all(truth.bad_boxes <= boxes)
    assert np.array_equal(truth.bad_boxes > 0, truth.kind > 0)
    assert boxes[now.arrivals.live].mean() < 0.5 * boxes[~now.arrivals.live].mean()


def test_the_random_part_covers_the_truth_at_the_stated_rate():
    # 200 years; the binomial standard error of a share of 0.95 is 0.015, so 0.90 is 3.2 below.
    small, design = Situation(consignments=800, offences=0.05), Design(0.3, 0.5)
    inside = 0
    for seed in range(200):
        o = play(small, seed, design)
        assert o.estimate.low is not None
        assert o.estimate.high is not None
        inside += o.estimate.low <= o.findable <= o.estimate.high
    assert inside / 200 >= 0.90


def test_the_profile_leans_on_small_importers_and_chance_does_not():
    by_score, by_chance = (play(Situation(), 1, Design(0.2, r)).groups for r in (0.0, 1.0))
    assert by_score["small"].low > by_score["large"].high
    assert by_chance["small"].share < 1.1 * by_chance["large"].share


def test_nothing_beats_the_frontier():
    played = field(POST, 1, 2, 6, 1, adversary=False)
    assert set(played.references) == set(reference_names())
    points = [*played.references.values(), *played.designs]
    for axis in AXES:
        best = played.efficient(axis)
        assert best
        for one in best:
            assert not any(p.cost(axis) < one.cost(axis) and p.gain >= one.gain for p in points)


def test_targets_of_years_that_nobody_sees():
    found = targets(POST, Design(0.2, 0.2), years=6)
    for spread in (found.found, found.live, found.minutes, found.small):
        assert spread.low <= spread.mean <= spread.high
    assert found.low is not None
    assert found.high is not None
    assert 0 < found.low < found.high < 1
    assert targets(POST, Design(0.2, 0.0), years=3).low is None


def test_offenders_who_watch_are_conserved():
    still, moving = (play(POST, 1, Design(0.4, 0.2), adversary=a) for a in (False, True))
    assert moving.moved > 0
    assert moving.illegal + moving.deterred == still.illegal
    assert math.isfinite(moving.live.high)
