"""The efficient frontier, against comparing every pair of policies."""

import numpy as np
import pytest

from borderlab.inspection import comparison
from borderlab.inspection import policies as p
from borderlab.inspection.invented import invented
from borderlab.inspection.post import Post

YEAR = invented(6, 1_500, rate=0.05)


def points(**more):
    grid = {"rate": (0.02, 0.1, 0.3), "random_share": (0.0, 0.5, 1.0)}
    policies = [*comparison.policies_of(p.ScoreAndRandom, grid), p.InspectNone(), p.InspectAll()]
    return comparison.frontier(
        YEAR, policies, post=Post(), seed=4, score=YEAR.seen["score"], **more
    )


def beaten(one, others):
    return any(
        o.minutes <= one.minutes
        and o.found >= one.found
        and (o.minutes, o.found) != (one.minutes, one.found)
        for o in others
    )


@pytest.mark.parametrize("budget", [None, 20_000.0])
def test_efficient_is_what_no_affordable_policy_beats(budget):
    made = points(budget=budget)
    assert len(made) == 11
    assert [q.minutes for q in made] == sorted(q.minutes for q in made)
    within = [q for q in made if q.affordable]
    assert all(q.minutes <= (budget or np.inf) for q in within)
    for q in made:
        assert q.efficient <= q.affordable
        if q.affordable:
            assert q.efficient == (not beaten(q, within))
    if budget:
        assert len(within) < len(made)


def test_using_the_score_beats_chance_alone():
    made = {
        (getattr(q.policy, "rate", None), getattr(q.policy, "random_share", None)): q
        for q in points(seeds=3)
    }
    score, chance = made[0.1, 0.0], made[0.1, 1.0]
    assert score.found > chance.found
    assert score.error > 0


def test_no_policy_is_refused():
    with pytest.raises(ValueError, match="at least one policy"):
        comparison.frontier(YEAR, [], post=Post(), seed=1)
