# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Generate an invented world: the list of steps reads as the process."""

from __future__ import annotations

from functools import cache

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.world import (
    step_calendar,
    step_cargo,
    step_defects,
    step_flows,
    step_goods,
    step_papers,
    step_purpose,
    step_quantities,
    step_traders,
    step_transport,
    step_violations,
)
from borderlab.world.batch import ROWS, Batch
from borderlab.world.calibration import calibration
from borderlab.world.codes import MECHANISMS
from borderlab.world.columns import Columns, allocate, store
from borderlab.world.inspections import inspect
from borderlab.world.lines import lines_of
from borderlab.world.register import register
from borderlab.world.reuse import reuse
from borderlab.world.scenarios import Scenario, scenario
from borderlab.world.storage import LINES, SHIPMENTS, TRUTH
from borderlab.world.streams import Draws
from borderlab.world.tables import World

LARGEST = 50_000_000  # shipment numbers have eight digits
_INNOCENT = (
    step_calendar.step,
    step_goods.step,
    step_flows.step,
    step_purpose.step,
    step_traders.step,
    step_quantities.step,
    step_cargo.step,
    step_transport.step,
    step_papers.step,
)
_PILOT = 1 << 14


def generate(
    seed: int, n: int, scenario_name: str | Scenario = "baseline", *, lines: bool = True
) -> World:
    """Generate `n` shipments with permits, traders, inspections and truth.

    Args:
        seed: any whole number from 0; the same seed, n and scenario give the same bytes everywhere.
        n: number of shipments, 1 to 50,000,000 (about 150 bytes each, 230 at the peak).
        scenario_name: one of `SCENARIOS`, or a `Scenario`.
        lines: false leaves the table of permit lines empty; all other tables stay the same.

    Raises:
        ValueError: seed, n or scenario out of range (the message says what is allowed).
    """
    for name, value, low, high, most in (
        ("n", n, 1, LARGEST, number(LARGEST)),
        ("seed", seed, 0, (1 << 63) - 1, "2**63 - 1"),
    ):
        if not isinstance(value, int | np.integer) or not low <= value <= high:
            text = _("{name} must be a whole number from {low} to {high}, not {value}.")
            raise ValueError(text.format(name=name, low=low, high=most, value=repr(value)))
    plan, seed, n = scenario(scenario_name), int(seed), int(n)
    draws = Draws(seed)
    net = register(draws, n, plan)
    scale = _scale(plan)
    shipments, truth = allocate(SHIPMENTS, n), allocate(TRUTH, n)
    parts: list[Columns] = [{name: np.empty(0, kind) for name, kind in LINES.items()}]
    for start in range(0, n, ROWS):
        batch = Batch(start, min(ROWS, n - start), n, draws, calibration(), net, plan)
        _fill(batch, scale)
        store(shipments, batch.columns, start)
        store(truth, batch.columns, start)
        if lines:
            made = lines_of(batch)
            parts.append({name: made[name].astype(kind) for name, kind in LINES.items()})
    reuse(shipments, truth)
    inspections = inspect(shipments, truth, net, plan, draws)
    joined = {name: np.concatenate([part[name] for part in parts]) for name in LINES}
    return World(seed, n, plan, net, shipments, _issued(joined, shipments), inspections, truth)


def _fill(batch: Batch, scale: int) -> None:
    """All steps for one batch."""
    for step in _INNOCENT:
        step(batch)
    batch["kind_live"] = step_cargo.profile().live[batch["kind"]].astype(np.int64)
    step_violations.step(batch, scale)
    step_defects.step(batch)
    missing = batch["mechanism"] == MECHANISMS.index("missing_document")
    own = np.arange(batch.start, batch.start + batch.n)
    batch["permit_row"] = np.where((batch["document"] == 2) | missing, -1, own)


def _issued(lines: Columns, shipments: Columns) -> Columns:
    """Lines of permits that exist: a shipment without papers, or with another's, issued none."""
    own = shipments["permit_row"] == np.arange(shipments["permit_row"].size)
    keep = np.flatnonzero(own.take(lines["permit"]))
    return {name: column.take(keep) for name, column in lines.items()}


@cache
def _scale_of(key: str, plan: Scenario) -> int:
    """Factor from hazard to chance, from a pilot run over the whole window with a fixed seed."""
    del key
    draws = Draws(20260305)
    batch = Batch(0, _PILOT, _PILOT, draws, calibration(), register(draws, 1_000_000, plan), plan)
    for step in _INNOCENT:
        step(batch)
    total = int(step_violations.hazard(batch).sum())
    return int(plan.base_rate * (1 << 32)) * _PILOT * 65536 // max(total, 1)


def _scale(plan: Scenario) -> int:
    return _scale_of(repr(plan), plan)
