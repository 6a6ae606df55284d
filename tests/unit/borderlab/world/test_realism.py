"""Close to real trade where it should be, and no field gives the truth away."""

from __future__ import annotations

import numpy as np
import pytest

from borderlab.paths import datasets
from borderlab.world import World, generate
from coursekit.data.leakage import auc, measure
from coursekit.data.realism import Comparison, total_variation
from coursekit.data.structure import (
    first_digits,
    heaping,
    mirror_table,
    quantity_cells,
    real_digits,
)


@pytest.fixture(scope="module")
def world() -> World:
    return generate(17, 300_000)


@pytest.fixture(scope="module")
def view(world: World) -> Comparison:
    return Comparison(world, datasets("reference"))


def test_total_variation_by_hand() -> None:
    assert total_variation({"a": 1, "b": 1}, {"a": 3, "c": 1}) == pytest.approx(0.5)


def test_auc_by_hand() -> None:
    """Pairs (violation, other): 3 of 4 in order, one tie counts half."""
    score, truth = np.array([1.0, 2.0, 2.0, 3.0]), np.array([False, False, True, True])
    assert auc(score, truth) == pytest.approx((0.5 + 1 + 1 + 1) / 4)


def test_every_marginal_is_within_the_drift_of_real_years(view: Comparison) -> None:
    far = [d for d in view.distances() if not d.within]
    assert not far, far


def test_quantities_follow_the_real_quantiles(view: Comparison) -> None:
    """Large cells: the gap at the real quantiles stays below 0.03 (sampling error about 0.01)."""
    for cell in quantity_cells(view, least=3000):
        assert cell.distance < 0.03, cell


def test_first_digits_and_heaps(world: World, view: Comparison) -> None:
    made = first_digits(world.shipments["qty"][view.rows("wild_2001_2012")] / 100)
    assert np.abs(made - real_digits(view.real)).sum() / 2 < 0.06
    shares = dict(heaping(world))
    assert shares["multiple of 10 among 10 and more"] > 0.25  # 0.10 without heaping


def test_mirror_structure(world: World, view: Comparison) -> None:
    table = {name: (made, real) for name, made, real in mirror_table(world, view.real)}
    for name in ("importer_only", "exporter_only", "both", "equal_when_both", "over_2x_either_way"):
        made, real = table[name]
        assert abs(made - real) < 0.08, name


@pytest.mark.slow
@pytest.mark.parametrize("scenario", ["baseline", "live_reptiles", "corrupt_office"])
def test_truth_is_learnable_but_no_field_gives_it_away(scenario: str) -> None:
    result = measure(generate(11, 80_000, scenario))
    assert result.best_field[1] <= 0.75, result.best_field
    assert result.tree <= 0.75
    assert 0.75 <= result.boosting <= 0.95
