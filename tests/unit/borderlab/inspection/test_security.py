"""Security games with any pay-offs, against linear programmes for each target attacked."""

import numpy as np
import pytest
from scipy import optimize

from borderlab.inspection.adversary import coverage
from borderlab.inspection.security import stackelberg


def by_programmes(r, p, c, u, resources):
    """The best of one linear programme for each target that the attacker may be led to."""
    n, best = len(r), -np.inf
    for t in range(n):
        # Maximise p_t + (r_t - p_t) x_t, where target t is worth most to the attacker.
        cost = np.zeros(n)
        cost[t] = -(r[t] - p[t])
        rows, limits = [np.ones(n)], [resources]
        for s in range(n):
            if s != t:
                row = np.zeros(n)
                row[s], row[t] = c[s] - u[s], -(c[t] - u[t])
                rows.append(row)
                limits.append(u[t] - u[s])
        found = optimize.linprog(cost, A_ub=rows, b_ub=limits, bounds=[(0, 1)] * n)
        if found.success:
            best = max(best, p[t] - found.fun)
    return best


@pytest.mark.parametrize("seed", range(25))
def test_agrees_with_linear_programmes(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 6))
    p, c = -rng.uniform(0, 9, n), -rng.uniform(0, 9, n)
    r, u = p + rng.uniform(0.5, 9, n), c + rng.uniform(0.5, 9, n)
    resources = float(rng.uniform(0, n))
    got = stackelberg(r, p, c, u, resources)
    assert got.defender == pytest.approx(by_programmes(r, p, c, u, resources), abs=1e-6)
    assert got.coverage.sum() <= resources + 1e-9
    worth = got.coverage * c + (1 - got.coverage) * u
    assert got.attacker == pytest.approx(worth.max())
    assert worth[got.attacked] == pytest.approx(worth.max())


def test_zero_sum_case_is_the_coverage_of_the_room():
    losses = np.array([5.0, 3.0, 2.0, 0.5])
    covered, loss = coverage(losses, 1.3)
    got = stackelberg(np.zeros(4), -losses, np.zeros(4), losses, 1.3)
    assert got.coverage == pytest.approx(covered)
    assert got.defender == pytest.approx(-loss)


def test_impossible_games_are_refused():
    with pytest.raises(ValueError, match="one number for each target"):
        stackelberg([1.0], [0.0], [0.0], [1.0, 2.0], 1)
    with pytest.raises(ValueError, match="below its reward"):
        stackelberg([0.0], [1.0], [0.0], [1.0], 1)
    with pytest.raises(ValueError, match="resources"):
        stackelberg([1.0], [0.0], [0.0], [1.0], -1)
