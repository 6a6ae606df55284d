"""Simulated participants get the scores that a trainer would expect of their strategies."""

import numpy as np
import pytest

from borderlab.tasks import targeting_choice, targeting_profile
from borderlab.tasks.targeting_groups import GROUPS
from borderlab.tasks.targeting_pool import hand

SEEDS = range(80)
SECRET = {"seeds": [101, 102, 104]}
KNOWN_NAMES = {"IND-066", "IND-067", "IND-093"}  # where something was found before


def at_random(made, rng):
    return rng.permutation(made.rows.size)[:4]


def chaser(made, rng):
    """Inspects where hits were seen before; the rest of the places by chance."""
    known = [
        len(KNOWN_NAMES & {one.indicator_id for one in made.indicators(i)})
        for i in range(made.rows.size)
    ]
    return np.lexsort((rng.random(made.rows.size), -np.array(known)))[:4]


def good(made, rng):
    return made.best


def good_and_random(made, rng):
    """Three by the score, one drawn from the others."""
    return [*made.ranked[:3], rng.choice(made.ranked[3:])]


def lanes_of(made, red, rng):
    """The rest by score for those who weigh, by chance for those who do not."""
    lanes = {made.ids[int(i)]: "red" for i in red}
    rest = [i for i in range(made.rows.size) if made.ids[i] not in lanes]
    order = rng.permutation(rest) if rng is not None else [i for i in made.ranked if i in rest]
    for place, i in enumerate(order):
        lanes[made.ids[int(i)]] = "yellow" if place < 3 else "blue" if place < 5 else "green"
    return lanes


def mean_choice(strategy, *, weighs):
    credits_ = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        made = hand(seed)
        value = lanes_of(made, strategy(made, rng), None if weighs else rng)
        credits_.append(targeting_choice.judge({}, {}, seed, value).credit)
    return float(np.mean(credits_))


@pytest.fixture(scope="module")
def choice():
    return {
        "random": mean_choice(at_random, weighs=False),
        "chaser": mean_choice(chaser, weighs=False),
        "good": mean_choice(good, weighs=True),
        "good and random": mean_choice(good_and_random, weighs=True),
    }


def test_choice_scores_are_in_the_order_a_trainer_expects(choice):
    assert choice["good"] == pytest.approx(1.0)
    assert choice["random"] < 0.25
    assert choice["chaser"] < choice["good and random"] - 0.25
    # A random place costs something in one hand of four; it is no disaster.
    assert 0.6 < choice["good and random"] < choice["good"]


def test_chasing_hits_is_no_better_than_a_bad_choice(choice):
    assert choice["chaser"] < 0.5


def profile_credit(weights, random_share):
    value = {"weights": weights, "rate": 0.1, "random_share": random_share}
    return targeting_profile.judge({}, SECRET, 1, value).credit


@pytest.fixture(scope="module")
def profiles():
    return {
        "random": profile_credit({}, 1.0),
        "chaser": profile_credit({"record": 3.0, "origin": 3.0}, 0.0),
        "equal": profile_credit(dict.fromkeys(GROUPS, 1.0), 0.05),
        "single": profile_credit({"weight": 3.0}, 0.05),
        "good": profile_credit(targeting_profile.GOOD, 0.0),
        "good and random": profile_credit(targeting_profile.GOOD, 0.05),
    }


def test_profile_scores_are_in_the_order_a_trainer_expects(profiles):
    assert profiles["random"] == 0.0
    assert profiles["chaser"] < 0.15
    assert profiles["equal"] < 0.15
    assert 0.3 < profiles["single"] < 0.85
    assert profiles["good"] == pytest.approx(0.8)
    assert profiles["good and random"] == pytest.approx(1.0)
    assert profiles["good and random"] - profiles["good"] > 0.15
