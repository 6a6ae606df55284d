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

from dataclasses import dataclass

import numpy as np

from borderlab.inspection.checks import count, positive, probability


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
    """Checked clearance and fraction, and the probability q that an inspection finds nothing."""
    clearance, fraction = count("clearance", clearance, 1), probability("fraction", fraction)
    positive("fraction", fraction)
    found = probability("rate", rate) * probability("sensitivity", sensitivity)
    return clearance, fraction, 1.0 - found


def csp1(clearance: int, fraction: float, rate: float, sensitivity: float = 1.0) -> PlanResult:
    """Dodge's first plan: back to full inspection at the first find.

    Raises:
        ValueError: a probability is outside [0, 1], fraction is 0, or clearance is below 1.
    """
    clearance, fraction, q = _stream(clearance, fraction, rate, sensitivity)
    return plan_result(fraction / (fraction + (1.0 - fraction) * q**clearance), rate, sensitivity)


def csp2(
    clearance: int,
    fraction: float,
    rate: float,
    sensitivity: float = 1.0,
    spacing: int | None = None,
) -> PlanResult:
    """Second plan: full inspection only if two finds lie within `spacing` sampled consignments.

    `spacing` is the clearance number unless given.
    """
    clearance, fraction, q = _stream(clearance, fraction, rate, sensitivity)
    spacing = clearance if spacing is None else count("spacing", spacing, 1)
    if q == 1.0:
        return plan_result(fraction, rate, sensitivity)
    qi, qk = q**clearance, q**spacing
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
    """Third plan: as the second, and the four consignments after a find are all inspected."""
    clearance, fraction, q = _stream(clearance, fraction, rate, sensitivity)
    spacing = clearance if spacing is None else count("spacing", spacing, 1)
    if q == 1.0:
        return plan_result(fraction, rate, sensitivity)
    qi, q4, big = q**clearance, q**4, q ** (spacing + 4)
    passed = qi * (1.0 + q4 - big)
    full = fraction * (1.0 - qi) * (1.0 - big) + fraction * qi * (1.0 - q4)
    return plan_result(1.0 - (1.0 - fraction) * passed / (full + passed), rate, sensitivity)


def worst_leakage(clearance: int, fraction: float, sensitivity: float = 1.0) -> float:
    """The largest leakage of `csp1` over all rates (AOQL, replacement convention)."""
    rates = np.linspace(0.0, 1.0, 20_001)
    clearance, fraction, _ = _stream(clearance, fraction, 0.0, sensitivity)
    clean = (1.0 - rates * sensitivity) ** clearance
    inspected = fraction / (fraction + (1.0 - fraction) * clean)
    return float(np.max(rates * (1.0 - sensitivity * inspected)))


def skip_lot(clearance: int, fraction: float, accepted: float) -> tuple[float, float]:
    """Skip-lot plan with a reference plan that accepts a lot with probability `accepted`.

    Returns:
        The share of lots accepted, and the average share of lots inspected.
    """
    clearance, fraction, p = _stream(clearance, fraction, 0.0, 1.0)
    p = probability("accepted", accepted)
    clean = (1.0 - fraction) * p**clearance
    return (fraction * p + clean) / (fraction + clean), fraction / (fraction + clean)


def deterrence_floor(gain: float, loss: float, sensitivity: float = 1.0) -> float | None:
    """The smallest inspected share that makes one violation not worth while.

    A trader who gains `gain` undetected and loses `loss` when found is deterred if the share
    times the sensitivity is at least gain / (gain + loss). None if even inspecting all is too
    little.
    """
    positive("gain", gain)
    positive("loss", loss)
    floor = gain / (gain + loss) / positive("sensitivity", probability("sensitivity", sensitivity))
    return floor if floor <= 1.0 else None


def run_csp1(
    bad: np.ndarray, clearance: int, fraction: float, seed: int, sensitivity: float = 1.0
) -> np.ndarray:
    """Play `csp1` on a given stream: which consignments were inspected.

    Args:
        bad: bool array, shape (n,), the truth in order of arrival.
        clearance: clean inspections in a row that earn sampling, at least 1.
        fraction: inspected share while sampling, above 0.
        seed: seed of the random draws.
        sensitivity: probability that inspecting a bad consignment finds it.

    Returns:
        bool array, shape (n,).
    """
    clearance, fraction, _ = _stream(clearance, fraction, 0.0, sensitivity)
    rng = np.random.default_rng(seed)
    drawn = rng.random(bad.size) < fraction
    found_if_inspected = bad & (rng.random(bad.size) < sensitivity)
    inspected = np.zeros(bad.size, dtype=bool)
    # Only finds change the plan's state, so the run jumps from find to find.
    finds_full = np.flatnonzero(found_if_inspected)
    finds_sampling = np.flatnonzero(found_if_inspected & drawn)
    at = 0
    while at < bad.size:
        cleared = _end_of_full(finds_full, at, clearance)
        inspected[at : min(cleared, bad.size)] = True
        if cleared >= bad.size:
            break
        nxt = np.searchsorted(finds_sampling, cleared)
        end = int(finds_sampling[nxt]) + 1 if nxt < finds_sampling.size else bad.size
        inspected[cleared:end] = drawn[cleared:end]
        at = end
    return inspected


def _end_of_full(finds: np.ndarray, start: int, clearance: int) -> int:
    """Index after the first run of `clearance` consignments without a find, from `start` on."""
    marks = finds[np.searchsorted(finds, start) :]
    edges = np.concatenate(([start - 1], marks))
    gaps = np.diff(edges) - 1
    long_enough = np.flatnonzero(gaps >= clearance)
    first = edges[long_enough[0]] if long_enough.size else edges[-1]
    return int(first) + 1 + clearance
