"""OC curves and printed tables."""

import numpy as np
import pytest
from scipy import stats

from borderlab.i18n import in_language
from borderlab.inspection import curves, sampling
from borderlab.inspection.curves import NO_SUCH_LEVEL as DASH


@pytest.mark.parametrize("number", [0, 1, 2])
def test_curve_agrees_with_scipy(number):
    curve = curves.operating_characteristic(60, 13, number)
    expected = stats.hypergeom(60, curve.bad, 13).cdf(number)
    assert curve.accepted == pytest.approx(expected, abs=1e-9)
    assert curve.outgoing == pytest.approx(curve.level * expected * 47 / 60, abs=1e-9)
    assert np.all(np.diff(curve.accepted) <= 1e-12)
    assert curve.risk_producer(0.05) + curve.risk_consumer(0.05) == pytest.approx(1.0)
    assert curve.accepted[0] == 1.0


def test_curve_with_efficacy_agrees_with_acceptance():
    curve = curves.operating_characteristic(40, 10, 0, 0.6)
    one_by_one = [sampling.acceptance(40, d, 10, 0, 0.6) for d in range(41)]
    assert curve.accepted == pytest.approx(one_by_one, abs=1e-10)


def test_fixed_percentage_protects_small_lots_least():
    opened, detected = curves.fixed_percentage([20, 100, 1_000, 10_000], 0.02, 0.05)
    assert opened.tolist() == [1, 2, 20, 200]
    assert detected[0] == pytest.approx(0.05)
    assert np.all(np.diff(detected) > 0)
    assert detected[-1] > 0.9999


def test_printed_table_says_what_is_not_attainable():
    with in_language("en"):
        table = curves.printed_table([10, 80, 2_000], [0.0125, 0.05], 0.9, 0.7)
    assert table.head == ("Units in the lot", "1.25%", "5%")
    assert table.rows[0] == ("10", DASH, DASH)
    assert table.rows[1] == ("80", "not attainable (70%)", "50")
    assert table.rows[2][0] == "2,000"
    assert len(table.notes) == 2
    with in_language("en"):
        plain = curves.printed_table([100], [0.05], 0.95)
    assert plain.notes == ()


@pytest.mark.parametrize("language", ["fr", "es"])
def test_printed_table_in_other_languages(language):
    with in_language(language):
        table = curves.printed_table([10, 80], [0.0125], 0.9, 0.7)
    with in_language("en"):
        english = curves.printed_table([10, 80], [0.0125], 0.9, 0.7)
    assert table.caption != english.caption
    assert table.rows[1][1] != english.rows[1][1]
    assert all(a != b for a, b in zip(table.notes, english.notes, strict=True))
