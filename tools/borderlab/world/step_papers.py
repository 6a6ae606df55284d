# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Step 9: the permit - issue, validity, quantities, quota, and how it verifies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from borderlab.world.batch import Batch
from borderlab.world.calibration import calibration
from borderlab.world.clock import expiry_days
from borderlab.world.codes import SOURCES, UNITS
from borderlab.world.places import atlas
from borderlab.world.streams import bits

Ints = NDArray[np.int64]
_BEFORE = 600  # `expiry_days` begins this many days before the first day


@dataclass(frozen=True)
class Offices:
    """Quota by taxon, State and year (whole units, 0 none); how each office works."""

    quota: Ints
    quota_term: Ints
    quota_unit: Ints
    uses_stamp: NDArray[np.bool_]
    answers: NDArray[np.bool_]


@cache
def offices() -> Offices:
    """Quotas and Management Authorities of the invented world."""
    table, world = calibration(), atlas()
    shape = (len(table.taxa), len(world.codes))
    quota = np.zeros((*shape, 3), dtype=np.int64)
    term = np.full(shape, -1)
    unit = np.full(shape, -1)
    for row in world.tables["quotas"]:
        place = table.taxa.index(row["taxon"]), world.codes.index(row["state"])
        quota[(*place, int(row["year"]) - 2024)] = int(row["quota"])
        term[place] = table.terms.index(row["term"])
        unit[place] = UNITS.index(row["unit"])
    ma = {row["state"]: row for row in world.tables["authorities"] if row["kind"] == "MA"}
    return Offices(
        quota, term, unit,
        np.array([ma[code]["uses_security_stamp"] == "yes" for code in world.codes]),
        np.array([ma[code]["answers_electronically"] == "yes" for code in world.codes]),
    )  # fmt: skip


def valid_until(issued: Ints) -> Ints:
    """Last valid day of an export permit or re-export certificate: six months from issue."""
    return expiry_days()[issued + _BEFORE]


def step(batch: Batch) -> None:
    """Add dates, quantities, quota and verification of the permit, all in order."""
    draw = batch.draw("issue_date")
    shown = batch["presentation_day"]
    departed = shown - batch["way_days"]
    # Most permits are used within two months; the longest gap leaves the permit valid.
    gap = 1 + (bits(draw, 0, 8) * bits(draw, 8, 8) * 115 >> 16)
    issued = departed - gap
    batch["departure_day"], batch["issue_day"] = departed, issued
    batch["valid_until"] = valid_until(issued)
    _quantities(batch)
    _quota(batch)
    look = offices()
    check = batch.draw("eperm_status")
    answers = look.answers[batch["exporter"]]
    silent = bits(check, 0, 8) < 20
    batch["eperm"] = np.where(answers, np.where(silent, 1, 0), 2)
    stamp = look.uses_stamp[batch["exporter"]]
    batch["stamp"] = np.where(stamp, 0, 2)
    batch["signature"] = np.where(bits(check, 8, 8) < 200, 0, 2)
    batch["missing_boxes"] = (batch["source"] == SOURCES.index("")).astype(np.int64)
    batch["document"] = batch["reexport"].copy()
    batch["lines"] = np.array([1] * 11 + [2, 2, 2, 3, 4])[bits(check, 16, 4)]
    batch["rank"] = np.zeros(batch.n, dtype=np.int64)


def _quantities(batch: Batch) -> None:
    """Authorised at least what is shown; live animals may die on the way."""
    draw = batch.draw("qty_authorised")
    shown = batch["qty"]
    spare = bits(draw, 0, 8)
    extra = np.where(spare < 176, 0, shown * (spare - 175) // 160)
    grain = np.where(shown >= 10000, 1000, 100)
    authorised = np.where(extra > 0, (shown + extra + grain - 1) // grain * grain, shown)
    batch["qty_endorsed"] = shown.copy()
    batch["qty_authorised"] = authorised
    live = batch["kind"]
    dies = (bits(draw, 16, 8) < 20) & (shown >= 1000) & (batch["unit"] == 0)
    loss = np.where(dies & _live(live), shown * (1 + bits(draw, 24, 2)) // 100 // 100 * 100, 0)
    batch["qty"] = shown - loss


def _live(kind: Ints) -> NDArray[np.bool_]:
    from borderlab.world.step_cargo import profile

    return profile().live[kind]


def _quota(batch: Batch) -> None:
    """Box 11a: used so far this year, this permit included, and the quota.

    The use grows with the day of the year at a pace drawn for each State, taxon and year (live
    reptiles: median 0.47 to 0.9 of the quota, marginals/quota_use_live_reptiles.csv).
    """
    look = offices()
    states = look.quota_term.shape[1]
    place = batch["taxon"] * states + batch["exporter"]
    batch["quota"] = np.zeros(batch.n, dtype=np.int64)
    batch["quota_used"] = np.zeros(batch.n, dtype=np.int64)
    wild = (batch["source"] == 0) & (batch["reexport"] == 0)
    rows = np.flatnonzero(
        wild
        & (look.quota_term.reshape(-1).take(place) == batch["term"])
        & (look.quota_unit.reshape(-1).take(place) == batch["unit"])
    )
    issued = np.maximum(batch["issue_day"][rows], 0)
    year = np.minimum(issued // 366, 2)
    taxon, state = batch["taxon"][rows], batch["exporter"][rows]
    quota = look.quota[taxon, state, year] * 100
    # A permit never asks for more than the quota.
    for name in ("qty", "qty_endorsed", "qty_authorised"):
        batch[name][rows] = np.minimum(batch[name][rows], quota)
    shown = batch["qty_authorised"][rows]
    pace = 30 + (taxon * 37 + state * 11 + year * 53) % 66
    used = quota // 100 * pace * (issued % 366 + 1) // 366
    batch["quota"][rows] = quota
    batch["quota_used"][rows] = np.minimum(np.maximum(used, shown), quota)
