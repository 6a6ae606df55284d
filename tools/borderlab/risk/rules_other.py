"""Rules on parcels, and on what whole flows show."""

# ruff: noqa: PLR2004  (a threshold reads best where the rule uses it)

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk.estimates import cusum
from borderlab.risk.history import Past, before
from borderlab.risk.states import RECORD, rule, state

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.sheet import Sheet, Tables
    from borderlab.risk.states import States

_TRIVIAL = 20.0  # units of account
_REPORT_DUE = 303  # days into the year: annual reports are due by 31 October of the next year
# Tuned to a hit rate that halves: shares of the target, and expected finds that were missed.
_DRIFT_SLACK, _DRIFT_LIMIT = 0.28, 4.0


def _post(s: Sheet) -> NDArray[np.bool_]:
    return s.is_("mode", "post")


@rule("IND-081")
def parcel_cluster(t: Tables) -> States:
    """Third or later parcel of one sender or to one importer within 30 days, same species."""
    s = t.shipments
    parcel = _post(s)
    many = np.zeros(t.n)
    for name in ("exporter_id", "importer_id"):
        key = s.key(name, "species")
        many = np.maximum(many, Past(np.where(parcel, key, -1), t.today).total(key, t.today, 30))
    return state(parcel & (many >= 2), s.known("mode"))


@rule("IND-082")
def unknown_sender(t: Tables) -> States:
    """A parcel whose sender is empty or not in the register of traders."""
    s = t.shipments
    senders = set(t.traders.coded("trader_id")[1])
    return state(_post(s) & ~s.among("exporter_id", senders), s.known("mode"))


@rule("IND-083")
def poor_advance_data(t: Tables) -> States:
    """A parcel announced without source, purpose or permit number."""
    s = t.shipments
    poor = ~s.known("source") | ~s.known("purpose") | ~s.known("permit_no")
    return state(_post(s) & poor, s.known("mode"))


@rule("IND-085")
def dear_way_for_trifles(t: Tables) -> States:
    """By air or post for a value under 20, with freight above a tenth of it."""
    s = t.shipments
    value, freight = s.number("value"), s.number("freight")
    fast = s.among("mode", ("air", "post"))
    return state(
        fast & (value < _TRIVIAL) & (freight > 0.1 * value), ~np.isnan(value) & ~np.isnan(freight)
    )


@rule("IND-086")
def same_value(t: Tables) -> States:
    """A parcel of exactly the value of at least two others of the sender within 90 days."""
    s = t.shipments
    key = np.where(_post(s), s.key("exporter_id", "value"), -1)
    return state(before(key, t.today, 90) >= 2, s.known("mode") & s.known("value"))


@rule("IND-090")
def mirror(t: Tables) -> States:
    """Importers reported over twice what exporters did, by species and State of export.

    In the last year for which annual reports are due.
    """
    s, lines = t.shipments, t.permit_lines
    permit = _of_permit(t)
    if not t.permits.size:
        return state(np.zeros(t.n, bool), np.zeros(t.n, bool))
    pair, asked = _species_state(t, np.append(t.permits.words("exporter"), "")[permit])
    day = _reported(t.permits.column("issue_date").to_numpy(dtype="datetime64[Y]"))[
        np.maximum(permit, 0)
    ]
    both = ~np.isnan(lines.number("reported_import")) & ~np.isnan(lines.number("reported_export"))
    key = np.where(permit >= 0, pair, -1)
    sums = [
        Past(key, day, np.nan_to_num(lines.number(name))).total(asked, t.today, 366)
        for name in ("reported_import", "reported_export")
    ]
    known = Past(np.where(both, key, -1), day).total(asked, t.today, 366) >= 3
    return state(sums[0] > 2 * sums[1], known & s.known("species"))


def _reported(year: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """Day on which the annual report of a year is due."""
    return (year + np.timedelta64(1, "Y")).astype("datetime64[D]").astype(np.int64) + _REPORT_DUE


def _of_permit(t: Tables) -> NDArray[np.int64]:
    """Row of the permit of each line; -1 if there is none."""
    import pandas as pd

    index = pd.Index(t.permits.words("permit_no"))
    if index.has_duplicates:
        return np.full(t.permit_lines.size, -1)
    return index.get_indexer(pd.Index(t.permit_lines.words("permit_no"))).astype(np.int64)


def _species_state(
    t: Tables, issuer: NDArray[np.str_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The same numbering of (species, exporter) for lines and for shipments."""
    import pandas as pd

    s, lines = t.shipments, t.permit_lines
    left = np.char.add(np.char.add(lines.words("species"), "|"), issuer)
    right = np.char.add(np.char.add(s.words("species"), "|"), s.words("exporter"))
    codes, _ = pd.factorize(np.concatenate((left, right)))
    return codes[: lines.size].astype(np.int64), codes[lines.size :].astype(np.int64)


@rule("IND-091")
def more_out_than_in(t: Tables) -> States:
    """With this one, the State re-exported over twice what it imported of species and term.

    After a year of record and at least five imports.
    """
    s = t.shipments
    kind, amount = s.key("species", "term", "unit"), s.number("qty_presented")
    states = sorted({*s.coded("dest")[1], *s.coded("reexport_country")[1]})
    number = {name: float(i) for i, name in enumerate(states)}

    def at(column: str) -> NDArray[np.int64]:
        place = s.mapped(column, number)
        return np.where(
            np.isnan(place), -1, kind * len(states) + np.nan_to_num(place).astype(np.int64)
        )

    sender, receiver = at("reexport_country"), at("dest")
    bought = Past(receiver, t.today, amount).total(sender, t.today)
    times = Past(receiver, t.today).total(sender, t.today)
    sold = Past(sender, t.today, amount).total(sender, t.today) + amount
    leaves = sender >= 0
    return state(leaves & (sold > 2 * bought), ~leaves | ((t.since_start >= 365) & (times >= 5)))


@rule("IND-092")
def losses(t: Tables) -> States:
    """Live animals: over 5 percent fewer presented than endorsed at export."""
    s = t.shipments
    left, came = s.number("qty_endorsed"), s.number("qty_presented")
    live = s.is_("term", "LIV") & s.is_("unit", "NAR")
    return state(live & (came < 0.95 * left), ~np.isnan(left))


@rule("IND-093")
def profile_fades(t: Tables) -> States:
    """The hit rate of profile inspections has fallen (CUSUM alarm, target: the first 300)."""
    rows, day, label = t.results
    chosen = _by_profile(t, rows)
    day, label = day[chosen], label[chosen]
    settled = 300
    if label.size <= settled:
        return state(np.zeros(t.n, bool), np.zeros(t.n, bool))
    target = float(label[:settled].mean())
    statistic = cusum(label[settled:], target, _DRIFT_SLACK * target)
    known_on = day[settled:]
    last = np.searchsorted(known_on, t.today, side="left") - 1
    alarm = statistic[np.maximum(last, 0)] > _DRIFT_LIMIT
    return state(alarm, (last >= 0) & (t.since_start >= RECORD))


def _by_profile(t: Tables, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the inspections, in the order of `Tables.results`, were chosen by the profile."""
    chosen = np.zeros(t.n, bool)
    known = t.inspected_row >= 0
    chosen[t.inspected_row[known & t.inspections.is_("reason", "profile")]] = True
    return chosen[rows]
