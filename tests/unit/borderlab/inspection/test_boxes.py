"""Opening boxes, against enumeration of all samples, closed forms and a plain loop."""

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderlab.inspection import boxes, sampling, two_stage
from borderlab.inspection.boxes import Opening, Order
from borderlab.inspection.contents import Cargo, Contents
from borderlab.inspection.lots import Sampling


def by_enumeration(inside, items, opened, looked, efficacy):
    """Mean over every choice of boxes and of items in them."""
    total = number = 0
    for chosen in itertools.combinations(inside, opened):
        miss = 1.0
        for bad in chosen:
            samples = list(itertools.combinations([1] * bad + [0] * (items - bad), looked))
            miss *= sum((1 - efficacy) ** sum(s) for s in samples) / len(samples)
        total, number = total + miss, number + 1
    return 1 - total / number


@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=5),
    st.integers(0, 5),
    st.integers(0, 4),
    st.sampled_from([0.0, 0.4, 1.0]),
)
@settings(max_examples=60, deadline=None)
def test_two_stages_equal_enumeration(inside, opened, looked, efficacy):
    opened = min(opened, len(inside))
    got = two_stage.detection_known(inside, 4, opened, looked, efficacy)
    assert got == pytest.approx(by_enumeration(inside, 4, opened, looked, efficacy), abs=1e-12)


def test_random_items_of_many_boxes_are_not_the_first_box_in_full():
    """Ten items looked at either way, one box of ten full of illegal items."""
    inside = [10] + [0] * 9
    assert two_stage.detection_known(inside, 10, 10, 1) == pytest.approx(1.0)
    assert two_stage.detection_known(inside, 10, 1, 10) == pytest.approx(0.1)
    # And the other way about when every box holds one: the first box always has it.
    assert two_stage.detection_known([1] * 10, 10, 1, 10) == pytest.approx(1.0)
    assert two_stage.detection_known([1] * 10, 10, 10, 1) == pytest.approx(1 - 0.9**10)


def share(opened):
    return opened.found.mean(), 4.5 * np.sqrt(0.25 / opened.found.size)


@pytest.mark.parametrize("correlation", [0.0, 0.25, 1.0])
@pytest.mark.parametrize(("looked", "efficacy"), [(1.0, 1.0), (0.3, 0.6)])
def test_simulation_agrees_with_the_closed_form(correlation, looked, efficacy):
    contents = Contents(12, 10, 0.03, correlation)
    opening = Opening(5, looked, efficacy)
    expected = two_stage.detection_expected(contents, 5, opening.looked(10), efficacy)
    got, error = share(boxes.simulate(60_000, contents, opening, seed=3))
    assert got == pytest.approx(expected, abs=error)


def test_box_as_unit_agrees_with_the_hypergeometric():
    bad = np.zeros((60_000, 40), np.int64)
    bad[:, :5] = 1
    got, error = share(
        boxes.open_boxes(Cargo.of(bad, 1), Opening(7, efficacy=0.8), np.random.default_rng(1))
    )
    assert got == pytest.approx(sampling.detection(40, 5, 7, 0.8), abs=error)


@pytest.mark.parametrize("many", [3, 9, 18])
def test_turns_are_a_random_choice_of_distinct_turns(many):
    """Both ways of drawing turns: each set of turns is equally likely."""
    bad = np.zeros((30_000, 20), np.int64)
    bad[:, -many:] = 1
    cargo = Cargo.of(bad, 1)
    turns = boxes._turns(cargo, np.random.default_rng(5)).reshape(-1, many)
    assert np.all(np.diff(np.sort(turns, axis=1), axis=1) > 0)
    assert turns.min() == 0
    assert turns.max() == 19
    counts = np.array([np.bincount(column, minlength=20) for column in turns.T])
    assert counts == pytest.approx(1_500, abs=5 * np.sqrt(1_500))


def test_consignments_with_few_and_many_illegal_boxes_stand_side_by_side():
    bad = np.zeros((20_000, 30), np.int64)
    bad[::2, :25] = 1
    bad[1::2, :2] = 1
    run = boxes.open_boxes(Cargo.of(bad, 1), Opening(4), np.random.default_rng(3))
    for start, many in ((0, 25), (1, 2)):
        expected = sampling.detection(30, many, 4)
        assert run.found[start::2].mean() == pytest.approx(expected, abs=0.02)
        assert run.items_found[start::2].mean() == pytest.approx(4 * many / 30, rel=0.05)


def test_door_misses_what_stands_at_the_back():
    contents = Contents(20, 5, 0.02, 0.2, depth=1.0)
    door = Opening(8, order=Order.DOOR)
    at_door, error = share(boxes.simulate(60_000, contents, door, seed=1))
    at_random, _ = share(boxes.simulate(60_000, contents, Opening(8), seed=1))
    assert at_door == pytest.approx(two_stage.detection_door(contents, 8, 5), abs=error)
    assert at_door < 0.1 * at_random
    everywhere = Contents(20, 5, 0.02, 0.2)
    same, _ = share(boxes.simulate(60_000, everywhere, door, seed=1))
    assert same == pytest.approx(at_random, abs=2 * error)


@pytest.mark.parametrize("opened", [0, 3, 6])
def test_door_formula_equals_enumeration(opened):
    contents = Contents(6, 2, 0.3, 0.4, depth=1.0)
    pmf, efficacy = contents.box_probabilities(), 0.7
    miss = [1, 1 - efficacy, (1 - efficacy) ** 2]
    expected = 0.0
    for case in itertools.product(range(3), repeat=6):
        nearest = sorted(case)[:opened]
        expected += np.prod(pmf[list(case)]) * np.prod([miss[k] for k in nearest])
    got = two_stage.detection_door(contents, opened, 2, efficacy)
    assert got == pytest.approx(1 - expected, abs=1e-12)


def loop(n, contents, opened, looked, seed):
    """The same model, one box after another."""
    rng = random.Random(seed)  # noqa: S311  (a simulation)
    rows = []
    for _ in range(n):
        sizes = rng.randint(*contents.range)
        load = [[rng.random() < contents.rate for _ in range(contents.items)] for _ in range(sizes)]
        rng.shuffle(load)
        finds, first = 0, None
        for turn, box in enumerate(load[: min(opened, sizes)], start=1):
            hits = sum(rng.sample(box, looked))
            first = first or (turn if hits else None)
            finds += hits
        rows.append((finds > 0, first or min(opened, sizes), min(opened, sizes), finds))
    return np.array(rows, float)


def test_every_column_agrees_with_a_plain_loop():
    contents = Contents((3, 15), 6, 0.03)
    slow = loop(8_000, contents, 5, 3, seed=2)
    fast = boxes.simulate(200_000, contents, Opening(5, within=0.5), seed=2)
    columns = (fast.found, fast.boxes_to_find, fast.boxes_opened, fast.items_found)
    for column, reference in zip(columns, slow.T, strict=True):
        error = 4.5 * reference.std() / np.sqrt(reference.size) + 1e-9
        assert column.mean() == pytest.approx(reference.mean(), abs=error)


@given(st.integers(0, 300), st.integers(1, 9), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_what_must_hold_for_any_cargo(n, most, rate, correlation, depth):
    contents = Contents((1, most), 4, rate, correlation, depth)
    cargo = contents.fill(n, np.random.default_rng(n))
    assert np.all(cargo.box < cargo.sizes[cargo.row])
    assert np.all((cargo.inside >= 1) & (cargo.inside <= 4))
    assert np.unique(cargo.row * 100 + cargo.box).size == cargo.row.size
    opened = boxes.open_boxes(cargo, Opening(3), np.random.default_rng(0))
    assert np.all(opened.found <= opened.illegal)
    assert np.array_equal(opened.found, opened.items_found > 0)
    assert np.all(opened.boxes_to_find <= opened.boxes_opened)
    full = boxes.open_boxes(cargo, Opening(most), np.random.default_rng(0))
    assert np.array_equal(full.found, full.illegal)


@pytest.mark.parametrize("correlation", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("efficacy", [1.0, 0.5])
def test_drawing_finds_only_equals_filling_and_opening_every_box(correlation, efficacy):
    """The short way of `simulate` against contents that are filled first and opened then."""
    contents, opening = Contents((2, 12), 8, 0.03, correlation), Opening(4, 0.5, efficacy)
    n, rng = 120_000, np.random.default_rng(8)
    short = boxes.simulate(n, contents, opening, 3)
    long = boxes.open_boxes(contents.fill(n, rng), opening, rng)
    pairs = [
        (getattr(short, name), getattr(long, name))
        for name in ("illegal", "found", "boxes_to_find", "boxes_opened", "items_found")
    ]
    pairs.append((short.illegal & ~short.found, long.illegal & ~long.found))
    for a, b in pairs:
        error = 4.5 * np.sqrt((a.var() + b.var()) / n) + 1e-12
        assert a.mean() == pytest.approx(b.mean(), abs=error)


def test_edges_of_the_rate():
    for correlation in (0.0, 0.5, 1.0):
        none = boxes.simulate(50, Contents(5, 3, 0.0, correlation), Opening(5), 1)
        every = boxes.simulate(50, Contents(5, 3, 1.0, correlation), Opening(1), 1)
        assert not none.illegal.any()
        assert every.found.all()
        assert np.all(every.items_found == 3)
    assert boxes.simulate(0, Contents(5, 3, 0.5), Opening(1), 1).found.size == 0


def test_large_runs_are_cut_into_parts_without_a_trace():
    run = boxes.simulate(300_000, Contents(4, 1, 0.1), Opening(2), 9)
    assert run.found.size == 300_000
    assert run.found.mean() == pytest.approx(1 - 0.9**2, abs=0.004)


def test_a_sampling_plan_tells_how_many_boxes():
    plan = Sampling(confidence=0.95, level=0.1, efficacy=1.0)
    run = boxes.simulate(500, Contents((1, 60), 1, 0.1), Opening(plan), 4)
    assert run.boxes_opened.max() > 15
    assert run.boxes_opened.min() == 1


def test_impossible_contents_are_refused():
    for call in (
        lambda: Contents(0, 3, 0.1),
        lambda: Contents((4, 2), 3, 0.1),
        lambda: Contents(3, 3, 1.1),
        lambda: Opening(3, within=0.0),
        lambda: Cargo.of(np.array([[4]]), 3),
        lambda: two_stage.detection_known([1], 3, 2, 1),
        lambda: two_stage.detection_expected(Contents(3, 3, 0.1, depth=0.5), 1, 1),
    ):
        with pytest.raises(ValueError, match=r"must be|closed form|give illegal items|above 0"):
            call()
