"""Sampling a stream of consignments: continuous plans, skip-lot, and who games them.

Symbols: `rate` the share of bad consignments in the stream, `clearance` the number of consecutive
clean inspections that earns sampling, `fraction` the share inspected while sampling, `sensitivity`
the probability that inspecting a bad consignment finds it. All forms are the stable ones: the
power q^i of a large clearance number may underflow to 0 without harm.

Sources: Dodge's plans in their renewal derivation (CSP-3 as corrected in 1967); the roles of f
and i in skip-lot plans follow the NIST handbook. A plan selects by a random draw for each
consignment, never every n-th one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, marks, positive, probability

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True)
class PlanResult:
    """What a plan does in the long run.

    Attributes:
        inspected: average share of consignments inspected (AFI), 0 to 1.
        leakage: bad consignments that pass, for each incoming one (replacement convention).
        leakage_removed: the same for each consignment that remains when finds are removed.
    """

    inspected: float
    leakage: float
    leakage_removed: float


def plan_result(inspected: float, rate: float, sensitivity: float) -> PlanResult:
    """What follows from the inspected share when it does not depend on what a consignment holds."""
    leak = max(0.0, rate * (1.0 - sensitivity * inspected))
    remaining = 1.0 - rate * sensitivity * inspected
    return PlanResult(inspected, leak, leak / remaining if remaining > 0.0 else 0.0)


def _stream(
    clearance: int, fraction: float, rate: float, sensitivity: float
) -> tuple[int, float, float]:
    """Checked clearance and fraction, and the probability that an inspection finds something."""
    clearance, fraction = count("clearance", clearance, 1), probability("fraction", fraction)
    positive("fraction", fraction)
    found = probability("rate", rate) * probability("sensitivity", sensitivity)
    return clearance, fraction, found


def _quiet(found: float, inspections: int) -> float:
    """Probability that so many inspections in a row find nothing; exact for rare finds."""
    return math.exp(inspections * math.log1p(-found)) if found < 1.0 else 0.0


def csp1(clearance: int, fraction: float, rate: float, sensitivity: float = 1.0) -> PlanResult:
    """Dodge's first plan (CSP-1): back to full inspection at the first find.

    Args:
        clearance: clean inspections in a row that earn sampling (i), at least 1.
        fraction: share inspected while sampling (f), above 0 to 1.
        rate: share of bad consignments (p), 0 to 1.
        sensitivity: probability that inspecting a bad consignment finds it, 0 to 1.

    Raises:
        ValueError: a probability is outside [0, 1], fraction is 0, or clearance is below 1.
    """
    clearance, fraction, found = _stream(clearance, fraction, rate, sensitivity)
    clean = _quiet(found, clearance)
    return plan_result(fraction / (fraction + (1.0 - fraction) * clean), rate, sensitivity)


def csp2(
    clearance: int,
    fraction: float,
    rate: float,
    sensitivity: float = 1.0,
    spacing: int | None = None,
) -> PlanResult:
    """Second plan (CSP-2): full inspection only if two finds lie within `spacing` sampled ones.

    Other arguments and errors as for `csp1`; `spacing` (k) counts sampled consignments and is the
    clearance number unless given.
    """
    clearance, fraction, found = _stream(clearance, fraction, rate, sensitivity)
    spacing = clearance if spacing is None else count("spacing", spacing, 1)
    if found == 0.0:
        return plan_result(fraction, rate, sensitivity)
    qi, qk = _quiet(found, clearance), _quiet(found, spacing)
    passed = qi * (2.0 - qk)
    share = (1.0 - fraction) * passed / (fraction * (1.0 - qi) * (1.0 - qk) + passed)
    return plan_result(1.0 - share, rate, sensitivity)


def csp3(
    clearance: int,
    fraction: float,
    rate: float,
    sensitivity: float = 1.0,
    spacing: int | None = None,
) -> PlanResult:
    """Third plan (CSP-3): as the second, and the four consignments after a find are all inspected.

    Arguments and errors as for `csp2`.
    """
    clearance, fraction, found = _stream(clearance, fraction, rate, sensitivity)
    spacing = clearance if spacing is None else count("spacing", spacing, 1)
    if found == 0.0:
        return plan_result(fraction, rate, sensitivity)
    qi, q4, big = _quiet(found, clearance), _quiet(found, 4), _quiet(found, spacing + 4)
    passed = qi * (1.0 + q4 - big)
    full = fraction * (1.0 - qi) * (1.0 - big) + fraction * qi * (1.0 - q4)
    return plan_result(1.0 - (1.0 - fraction) * passed / (full + passed), rate, sensitivity)


def worst_leakage(clearance: int, fraction: float, sensitivity: float = 1.0) -> float:
    """The largest leakage of `csp1` over all rates (AOQL, replacement convention).

    The peak stands near a rate of 1/clearance, however large the clearance number: rates are tried
    on a logarithmic scale, then ever finer around the best one.

    Args and errors as for `csp1`.
    """
    clearance, fraction, _ = _stream(clearance, fraction, 0.0, sensitivity)
    rates = np.geomspace(1e-3 / clearance, 1.0, 4_001)
    for _ in range(4):
        with np.errstate(divide="ignore"):  # a find at every inspection: the logarithm of 0
            clean = np.exp(clearance * np.log1p(-rates * sensitivity))
        leak = rates * (1.0 - sensitivity * fraction / (fraction + (1.0 - fraction) * clean))
        best = int(np.argmax(leak))
        rates = np.linspace(rates[max(0, best - 1)], rates[min(best + 1, rates.size - 1)], 1_001)
    return max(0.0, float(leak.max()))


def skip_lot(clearance: int, fraction: float, accepted: float) -> tuple[float, float]:
    """Skip-lot plan with a reference plan that accepts a lot with probability `accepted`.

    Args:
        clearance: lots accepted in a row that earn skipping (i), at least 1.
        fraction: share of lots inspected while skipping (f), above 0 to 1.
        accepted: probability that the reference plan accepts a lot (P), 0 to 1.

    Returns:
        The share of lots accepted (Pa), and the average share of lots inspected (F).
    """
    clearance, fraction, _ = _stream(clearance, fraction, 0.0, 1.0)
    p = probability("accepted", accepted)
    clean = (1.0 - fraction) * p**clearance
    return (fraction * p + clean) / (fraction + clean), fraction / (fraction + clean)


def deterrence_floor(gain: float, loss: float, sensitivity: float = 1.0) -> float | None:
    """The smallest inspected share that makes one violation not worth while.

    A trader who gains `gain` undetected and loses `loss` when found is deterred if the share
    times the sensitivity is at least gain / (gain + loss). None if even inspecting all is too
    little.

    Args:
        gain: of an undetected violation, above 0.
        loss: of a detected one, above 0.
        sensitivity: probability that an inspection finds it, above 0 to 1.
    """
    positive("gain", gain)
    positive("loss", loss)
    floor = gain / (gain + loss) / positive("sensitivity", probability("sensitivity", sensitivity))
    return floor if floor <= 1.0 else None


def run_csp1(
    bad: ArrayLike, clearance: int, fraction: float, seed: int, sensitivity: float = 1.0
) -> NDArray[np.bool_]:
    """Play `csp1` on a given stream: which consignments were inspected.

    Args:
        bad: the truth in order of arrival, 0 or 1, shape (n,).
        clearance: clean inspections in a row that earn sampling, at least 1.
        fraction: inspected share while sampling, above 0.
        seed: seed of the random draws.
        sensitivity: probability that inspecting a bad consignment finds it.

    Returns:
        bool array, shape (n,).
    """
    clearance, fraction, _ = _stream(clearance, fraction, 0.0, sensitivity)
    truth = marks("bad", bad)
    rng = np.random.default_rng(count("seed", seed))
    drawn = rng.random(truth.size) < fraction
    found_if_inspected = truth & (rng.random(truth.size) < sensitivity)
    inspected = np.zeros(truth.size, dtype=bool)
    # Only finds change the plan's state, so the run jumps from find to find.
    finds_full = np.flatnonzero(found_if_inspected)
    finds_sampling = np.flatnonzero(found_if_inspected & drawn)
    at = 0
    while at < truth.size:
        cleared = _end_of_full(finds_full, at, clearance)
        inspected[at : min(cleared, truth.size)] = True
        if cleared >= truth.size:
            break
        nxt = np.searchsorted(finds_sampling, cleared)
        end = int(finds_sampling[nxt]) + 1 if nxt < finds_sampling.size else truth.size
        inspected[cleared:end] = drawn[cleared:end]
        at = end
    return inspected


def _end_of_full(finds: NDArray[np.int64], start: int, clearance: int) -> int:
    """Index after the first run of `clearance` consignments without a find, from `start` on."""
    marks = finds[np.searchsorted(finds, start) :]
    edges = np.concatenate(([start - 1], marks))
    gaps = np.diff(edges) - 1
    long_enough = np.flatnonzero(gaps >= clearance)
    first = edges[long_enough[0]] if long_enough.size else edges[-1]
    return int(first) + 1 + clearance
