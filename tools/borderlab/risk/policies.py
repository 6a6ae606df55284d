"""Policies that decide where to look: from fixed rules to bandits.

A policy sees what it found so far, never the truth. It ranks the consignments of a period; within
a stratum the order is random, so that what it finds there says something about the stratum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.i18n import N_

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

PRIOR = (0.5, 12.0)
"""Beta prior of a stratum before anything is known: about 4 percent, and very unsure."""


@dataclass(frozen=True, eq=False)
class Memory:
    """What a policy knows: finds and inspections of each stratum (faded, if history decays)."""

    found: Floats
    seen: Floats

    @property
    def mean(self) -> Floats:
        """Posterior mean of the rate of each stratum."""
        a, b = PRIOR
        return (self.found + a) / (self.seen + a + b)


@dataclass(frozen=True, eq=False)
class Offer:
    """The consignments of one period: stratum and score of each."""

    stratum: Ints
    score: Floats


Policy = Callable[[Memory, Offer, int, np.random.Generator], "NDArray[np.int64]"]
"""(memory, offer, places, generator) -> rows of the offer to inspect, at most `places`."""


def _best(value: Floats, places: int, rng: np.random.Generator) -> Ints:
    """Rows of the highest values; ties in random order."""
    return np.lexsort((rng.random(value.size), -value))[:places]


def _mixed(
    value: Floats, explored: Floats, share: float, places: int, rng: np.random.Generator
) -> Ints:
    """The best, with a share of the places drawn in proportion to `explored` from the rest."""
    drawn = int(rng.binomial(places, share)) if share < 1.0 else places
    order = _best(value, value.size, rng)
    top, rest = order[: places - drawn], order[places - drawn :]
    lucky = _proportional(explored[rest], drawn, rng)
    return np.concatenate((top, rest[lucky]))


def _proportional(weight: Floats, places: int, rng: np.random.Generator) -> Ints:
    """Draw without replacement, one after the other in proportion to weight (Gumbel trick)."""
    with np.errstate(divide="ignore"):
        return np.argsort(-(np.log(weight) + rng.gumbel(size=weight.size)), kind="stable")[:places]


def at_random(memory: Memory, offer: Offer, places: int, rng: np.random.Generator) -> Ints:
    """Every consignment has the same chance."""
    del memory
    return rng.permutation(offer.stratum.size)[:places]


def rules_only(memory: Memory, offer: Offer, places: int, rng: np.random.Generator) -> Ints:
    """The fixed score; nothing is learnt."""
    del memory
    return _best(offer.score, places, rng)


def greedy(memory: Memory, offer: Offer, places: int, rng: np.random.Generator) -> Ints:
    """Where most was found so far."""
    return _best(memory.mean[offer.stratum], places, rng)


def epsilon_greedy(share: float) -> Policy:
    """Greedy, but each place is drawn at random with a small chance."""

    def policy(memory: Memory, offer: Offer, places: int, rng: np.random.Generator) -> Ints:
        even = np.ones(offer.stratum.size)
        return _mixed(memory.mean[offer.stratum], even, share, places, rng)

    return policy


def hybrid(share: float) -> Policy:
    """Greedy for most places; the others spread evenly over the strata, large or small."""

    def policy(memory: Memory, offer: Offer, places: int, rng: np.random.Generator) -> Ints:
        size = np.bincount(offer.stratum, minlength=memory.mean.size)
        return _mixed(memory.mean[offer.stratum], 1.0 / size[offer.stratum], share, places, rng)

    return policy


def thompson(memory: Memory, offer: Offer, places: int, rng: np.random.Generator) -> Ints:
    """Each consignment gets a rate drawn from what is believed of its stratum (Beta posterior)."""
    a, b = PRIOR
    missed = np.maximum(memory.seen - memory.found, 0.0)
    return _best(
        rng.beta((memory.found + a)[offer.stratum], (missed + b)[offer.stratum]), places, rng
    )


def upper_bound(memory: Memory, offer: Offer, places: int, rng: np.random.Generator) -> Ints:
    """The highest rate that is still plausible: mean plus two standard deviations of belief."""
    mean = memory.mean
    spread = np.sqrt(mean * (1.0 - mean) / (memory.seen + sum(PRIOR) + 1.0))
    return _best((mean + 2.0 * spread)[offer.stratum], places, rng)


def square_root(memory: Memory, offer: Offer, places: int, rng: np.random.Generator) -> Ints:
    """Drawn in proportion to the root of the rate (Press 2009): milder than the rate itself."""
    return _proportional(np.sqrt(memory.mean[offer.stratum]), places, rng)


POLICIES: Mapping[str, Policy] = {
    "random": at_random,
    "rules": rules_only,
    "greedy": greedy,
    "epsilon": epsilon_greedy(0.05),
    "thompson": thompson,
    "ucb": upper_bound,
    "hybrid": hybrid(0.10),
    "square_root": square_root,
}
POLICY_NAMES = {
    "random": N_("random only"),
    "rules": N_("fixed rules only"),
    "greedy": N_("where most was found"),
    "epsilon": N_("where most was found, 5 % at random"),
    "thompson": N_("Thompson sampling"),
    "ucb": N_("upper confidence bound"),
    "hybrid": N_("where most was found, 10 % over all strata"),
    "square_root": N_("square-root weighting"),
}
