"""Looking back, against plain loops."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderlab.risk import history

rows = st.lists(
    st.tuples(st.integers(-1, 3), st.integers(100, 140), st.floats(-5, 5)), min_size=1, max_size=40
)


@settings(deadline=None)  # a shared machine stalls now and then
@given(rows, st.none() | st.integers(1, 20), st.integers(0, 5))
def test_sums_over_earlier_days_equal_a_loop(events, window, gap):
    key, day = np.array([e[0] for e in events]), np.array([e[1] for e in events])
    value = np.array([e[2] for e in events])
    got = history.Past(key, day, value).total(key, day, window, gap)
    for i in range(key.size):
        end = day[i] - gap
        seen = (key == key[i]) & (day < end) & (key[i] >= 0)
        if window is not None:
            seen &= day >= end - window
        assert got[i] == pytest.approx(value[seen].sum(), abs=1e-9)


@settings(deadline=None)  # a shared machine stalls now and then
@given(rows, st.floats(0.5, 400))
def test_decay_equals_a_loop(events, tau):
    key, day = np.array([e[0] for e in events]), np.array([e[1] for e in events])
    value = np.array([e[2] for e in events])
    got = history.decayed(key, day, value, key, day, tau)
    for i in range(key.size):
        seen = (key == key[i]) & (day < day[i]) & (key[i] >= 0)
        expected = np.sum(value[seen] * np.exp(-(day[i] - day[seen]) / tau))
        assert got[i] == pytest.approx(expected, abs=1e-7)


def test_decay_survives_a_long_record_and_a_short_memory():
    day = np.arange(0, 20_000, 5)
    key = np.zeros(day.size, dtype=np.int64)
    got = history.decayed(key, day, np.ones(day.size), key, day, 2.0)
    expected = np.exp(-2.5) / (1 - np.exp(-2.5))
    assert np.all(np.isfinite(got))
    assert got[-1] == pytest.approx(expected, rel=1e-9)
    with pytest.raises(ValueError, match="tau"):
        history.decayed(key, day, day, key, day, 0.0)


def test_medians_use_earlier_months_only():
    rng = np.random.default_rng(1)
    group, month = rng.integers(-1, 3, 400), np.sort(rng.integers(0, 8, 400))
    value = np.where(rng.random(400) < 0.1, np.nan, rng.normal(size=400))
    centre, spread = history.monthly_spread(group, value, month, 5)
    for i in range(400):
        old = value[(group == group[i]) & (month < month[i])]
        old = old[~np.isnan(old)]
        if group[i] < 0 or old.size < 5:
            assert np.isnan(centre[i])
            continue
        middle = np.median(old)
        assert centre[i] == pytest.approx(middle)
        assert spread[i] == pytest.approx(1.4826 * np.median(np.abs(old - middle)))
