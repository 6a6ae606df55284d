"""Detection and sample sizes for many lots at once, against the single-lot forms and scipy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from borderlab.inspection import hypergeometric, lots, sampling
from borderlab.inspection.lots import Sampling


@st.composite
def many(draw):
    size = draw(st.lists(st.integers(1, 90), min_size=1, max_size=12))
    bad = [draw(st.integers(0, n)) for n in size]
    opened = [draw(st.integers(0, n)) for n in size]
    return np.array(size), np.array(bad), np.array(opened)


@given(many(), st.integers(0, 20))
def test_each_lot_as_if_it_were_alone(case, twentieths):
    e = twentieths / 20
    expected = [
        sampling.detection(int(n), int(d), int(k), e) for n, d, k in zip(*case, strict=True)
    ]
    assert lots.detections(*case, e) == pytest.approx(expected, abs=1e-11)


def test_far_tails_do_not_underflow_to_certain_detection():
    """With an efficacy of 1 in 10,000 the usual number of bad boxes opened matters, not k = 0."""
    got = lots.detections(10_000, 5_000, 5_000, 1e-4)
    k = np.arange(5_001)
    expected = 1 - stats.hypergeom(10_000, 5_000, 5_000).pmf(k) @ (1 - 1e-4) ** k
    assert got == pytest.approx(expected, rel=1e-7)
    assert 0.2 < got < 0.23


def test_efficacy_times_bad_units_would_be_wrong():
    """Thinning each bad unit is not the same as having fewer of them."""
    right = float(lots.detections(10, 2, 5, 0.5))
    assert right == pytest.approx(1 - (2 / 9 + 5 / 9 * 0.5 + 2 / 9 * 0.25), abs=1e-12)
    assert right != pytest.approx(float(lots.detections(10, 1, 5, 1.0)), abs=0.01)


@given(many(), st.sampled_from([0.5, 0.9, 0.95, 0.99]), st.sampled_from([0.3, 0.7, 1.0]))
def test_sample_sizes_as_if_each_lot_were_alone(case, confidence, efficacy):
    size, bad, _ = case
    got = lots.sample_sizes(size, bad, confidence, efficacy)
    for n, d, opened in zip(size.tolist(), bad.tolist(), got.tolist(), strict=True):
        alone = sampling.sample_size(n, d, confidence, efficacy).opened
        assert opened == (-1 if alone is None else alone)


def test_unattainable_target_is_never_reported_as_the_whole_lot():
    assert lots.sample_sizes([80, 80], [1, 4], 0.9, 0.7).tolist() == [-1, 50]


def test_plan_opens_what_its_target_needs_or_all_it_may():
    plan = Sampling(confidence=0.9, level=0.05, efficacy=0.7, most=60)
    boxes = np.array([1, 10, 80, 400, 20_000])
    opened = plan.opened(boxes)
    assert opened[2] == 50  # 4 bad boxes of 80, the worked example
    assert opened[0] == 1
    assert np.all(opened <= np.minimum(boxes, 60))
    assert Sampling(share=0.02).opened(np.array([10, 100, 1_000])).tolist() == [1, 2, 20]
    assert plan.opened(np.empty(0, np.int64)).size == 0


def test_impossible_lots_are_refused():
    with pytest.raises(ValueError, match="from 0 to the lot"):
        lots.detections([10, 10], [11, 1], [1, 1])
    with pytest.raises(ValueError, match="lot must hold only whole numbers of at least 1"):
        lots.detections([0], [0], [0])
    with pytest.raises(ValueError, match="level must be"):
        Sampling(level=1.2)


def test_lots_whose_smallest_number_is_next_to_impossible():
    """Its probability underflows; the others must not grow from a zero."""
    case = ([200_000, 4_000, 80], [90_000, 2_000, 4], [80_000, 1_900, 20])
    got = lots.misses(*case, 0.01)
    alone = [hypergeometric.missed(*one, 0.01) for one in zip(*case, strict=True)]
    assert got == pytest.approx(alone, rel=1e-11)
    assert 0 < got[1] < 1e-3
