"""Step 10: who breaks the rules, how, and what it does to the declared data.

The innocent shipment is made first; a mechanism then changes what is declared, what the goods
are, or both. Traces overlap with innocent defects, and papers can stay clean.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from borderlab.paths import datasets
from borderlab.world.batch import Batch
from borderlab.world.calibration import calibration
from borderlab.world.clock import COP20_DAY, DAYS, date_of, month_of_day
from borderlab.world.codes import APPENDICES, MECHANISMS
from borderlab.world.mechanisms import EFFECTS
from borderlab.world.places import atlas, read_table
from borderlab.world.streams import bits

Ints = NDArray[np.int64]
# Relative rate by group (teaching values): precious timber, live animals and ivory stand out.
_GROUP_RATE = {
    "mammals": 12,
    "birds": 13,
    "reptiles": 12,
    "amphibians": 12,
    "fish": 11,
    "corals": 7,
    "other invertebrates": 8,
    "plants": 8,
    "timber": 15,
}
_WAVE = (50, 87, 100, 87, 50, 0, -50, -87, -100, -87, -50, 0)  # percent of the swing, by month


@cache
def lookalikes() -> Ints:
    """Look-alike of each taxon inside the kit's taxa, or -1."""
    table = calibration()
    ids = {
        r["species_id"]: r["scientific_name"]
        for r in read_table(datasets("reference") / "species.csv")
    }
    out = np.full(len(table.taxa), -1)
    for row in read_table(datasets("reference") / "look_alikes.csv"):
        name, other = ids.get(row["taxon_id"]), ids.get(row["look_alike_id"])
        if name and other and out[table.taxa.index(name)] < 0:
            out[table.taxa.index(name)] = table.taxa.index(other)
    return out


@cache
def _season(swing: int, drift: int) -> Ints:
    """Violation rate of each day in percent of its mean, from season and drift."""
    wave = np.array([100 + swing * _WAVE[(date_of(d).month - 1)] // 100 for d in range(DAYS)])
    return wave * (100 + drift * np.arange(DAYS) // DAYS) // 100


def hazard(batch: Batch) -> Ints:
    """Relative chance of a violation for each shipment (whole numbers, no unit)."""
    plan, net, table = batch.scenario, batch.register, batch.calibration
    codes = atlas().codes
    hot = np.array([plan.hot_states.get(code, 1) for code in codes])
    group = np.array([_GROUP_RATE[name] for name in table.groups])
    extra = plan.offender_factor - 1
    who = (
        1
        + extra * net.offender.take(batch["importer_id"])
        + extra * net.offender.take(batch["exporter_id"])
    )
    place = hot.take(batch["exporter"]) * hot.take(batch["dest"])
    when = _season(plan.season, plan.drift)[batch["presentation_day"]]
    return np.asarray(
        np.minimum(who, 2 * extra) * place * group[table.group_of[batch["taxon"]]] * when
    )


def step(batch: Batch, scale: int) -> None:
    """Add `mechanism` and the truth columns, and change what the chosen mechanism changes.

    Args:
        batch: rows with all innocent columns.
        scale: violations are rows with 32 random bits below hazard x scale / 65,536.
    """
    draw = batch.draw("violation")
    hit = bits(draw, 0, 32) < (hazard(batch) * scale >> 16)
    batch["mechanism"] = np.zeros(batch.n, dtype=np.int64)
    for name, own in (
        ("true_taxon", "taxon"),
        ("true_source", "source"),
        ("true_origin", "origin"),
        ("true_qty", "qty"),
    ):
        batch[name] = batch[own].copy()
    more = batch.draw("violation.detail")  # always drawn: batches of any size give the same rows
    rows = np.nonzero(hit)[0]
    if rows.size == 0:
        return
    weights = _weights(batch, rows)
    total = weights.cumsum(axis=1)
    point = bits(draw, 32, 16)[rows] * total[:, -1] >> 16
    chosen = (total <= point[:, None]).sum(axis=1)
    batch["mechanism"][rows] = chosen
    for number, name in enumerate(MECHANISMS):
        affected = rows[chosen == number]
        if number and affected.size:
            EFFECTS[name](batch, affected, more[affected])
    _relist(batch, rows)


def _weights(batch: Batch, rows: Ints) -> Ints:
    """Weight of each mechanism for each violating row: zero where it cannot be."""
    plan = batch.scenario
    out = np.array([plan.mechanisms.get(name, 0) for name in MECHANISMS])[None, :].repeat(
        rows.size, axis=0
    )
    at = {name: i for i, name in enumerate(MECHANISMS)}
    source = batch["source"][rows]
    out[:, at["laundered_source"]] *= np.isin(source, [0, 1, 2, 3, 4])
    out[:, at["quota_overrun"]] *= np.where(batch["quota"][rows] > 0, 6, 0)
    out[:, at["lookalike_name"]] *= lookalikes()[batch["taxon"][rows]] >= 0
    out[:, at["diversion_in_transit"]] *= np.where(batch["transit"][rows] >= 0, 2, 0)
    out[:, at["reused_permit"]] *= np.where(batch.start + rows > 0, 1, 0)
    if plan.shift_month >= 0:
        late = month_of_day()[batch["presentation_day"][rows]] >= plan.shift_month
        for name, factor in (("hidden_goods", 4), ("laundered_source", 3)):
            out[:, at[name]] *= np.where(late, factor, 1)
    if plan.corrupt_state:
        office = batch["exporter"][rows] == atlas().codes.index(plan.corrupt_state)
        for name in ("altered_permit", "expired_permit", "missing_document", "reused_permit"):
            out[:, at[name]] *= ~office
    return out


def _relist(batch: Batch, rows: Ints) -> None:
    """Derive the declared Appendix again from the declared origin."""
    late = (batch["presentation_day"][rows] >= COP20_DAY).astype(np.int64)
    found = batch.calibration.appendix[batch["taxon"][rows], batch["origin"][rows], late]
    batch["appendix"][rows] = np.where(
        found == APPENDICES.index("N"), batch["appendix"][rows], found
    )
