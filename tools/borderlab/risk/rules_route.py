"""Rules on route, ports and transit."""

# ruff: noqa: PLR2004  (a threshold reads best where the rule uses it)

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk import lookups
from borderlab.risk.history import Past, before
from borderlab.risk.states import RECORD, above, rule, state

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.sheet import Tables
    from borderlab.risk.states import States

_NIGHT, _MORNING, _SATURDAY = 22, 5, 5


@rule("IND-047")
def detour(t: Tables) -> States:
    """In transit, over more than one and a half times the direct distance."""
    s = t.shipments
    return state((s.number("distance_ratio") > 1.5) & (s.number("legs") > 1))


@rule("IND-048")
def changed(t: Tables) -> States:
    """Consignee, address or route changed after departure."""
    return above(t.shipments.number("amendments"), 0)


@rule("IND-049")
def changed_often(t: Tables) -> States:
    """At least two such changes."""
    return above(t.shipments.number("amendments"), 1)


@rule("IND-050")
def vague_port(t: Tables) -> States:
    """The port of loading is empty, unknown, or not in the State of export."""
    s = t.shipments
    pairs = {(port, row["state"]) for port, row in lookups.ports().items()}
    return state(~s.paired("origin_port", "exporter", pairs), s.known("exporter"))


@rule("IND-051")
def waiting_in_transit(t: Tables) -> States:
    """In transit and in storage for more than ten days."""
    s = t.shipments
    return state(s.known("transit") & (s.number("storage_days") > 10))


@rule("IND-052")
def transit_without_document(t: Tables) -> States:
    """Came through a transit State and has no export or re-export document."""
    s = t.shipments
    return state(s.known("transit") & s.is_("document_type", "none_presented"))


@rule("IND-053")
def busy_triangle(t: Tables) -> States:
    """One of the five busiest origins, five busiest hubs and five busiest markets so far."""
    busy = np.ones(t.n, bool)
    for name in ("origin", "transit", "dest"):
        busy &= _among_busiest(t, name, 5)
    return state(busy, t.since_start >= RECORD)


def _among_busiest(t: Tables, name: str, most: int) -> NDArray[np.bool_]:
    """Whether fewer than `most` other States had more earlier consignments in this role."""
    codes, values = t.shipments.coded(name)
    past = Past(codes, t.today)
    days, place = np.unique(t.today, return_inverse=True)
    counts = np.stack(
        [past.total(np.full(days.size, k), days) for k in range(len(values))]
        or [np.zeros(days.size)]
    )
    rank = (counts[:, None, :] < counts[None, :, :]).sum(axis=1)
    return np.asarray((codes >= 0) & (rank[codes, place] < most))


@rule("IND-054")
def first_pair(t: Tables) -> States:
    """Nobody used this pair of ports for this tariff line before."""
    s = t.shipments
    return state(
        before(s.key("origin_port", "entry_point", "hs6"), t.today) == 0, t.since_start >= RECORD
    )


@rule("IND-055")
def displaced(t: Tables) -> States:
    """The corridor more than doubled in 90 days, after a find of the species on another."""
    s = t.shipments
    rows, day, label = t.results
    lane, species = s.key("species", "exporter", "dest"), s.key("species")
    found = Past(species[rows], day, label).total(species, t.today, 180)
    here = Past(lane[rows], day, label).total(lane, t.today, 180)
    past = Past(lane, t.today)
    recent, old = past.total(lane, t.today, 90), past.total(lane, t.today, 90, gap=90)
    return state((found > here) & (recent >= 3) & (recent > 2 * old), t.since_start >= 180)


@rule("IND-056")
def new_papers_in_free_zone(t: Tables) -> States:
    """Stayed in a free zone, and the documents changed after departure."""
    s = t.shipments
    return state(s.flag("freezone_flag") & (s.number("amendments") > 0))


@rule("IND-057")
def no_capacity(t: Tables) -> States:
    """Not wild, from a State where the species does not occur and that never sent it before."""
    s = t.shipments
    pair = s.key("species", "origin")
    native = s.paired("species", "origin", lookups.native_pairs())
    registered = s.paired("species", "origin", lookups.registered_operations())
    new = before(pair, t.today) == 0
    known = s.known("source") & s.among("species", lookups.ranged()) & (t.since_start >= RECORD)
    return state(~s.is_("source", "W") & ~native & ~registered & new, known)


@rule("IND-058")
def side_door(t: Tables) -> States:
    """By sea or land through a place that is not designated for CITES goods."""
    s = t.shipments
    return state(~s.flag("designated_port") & s.among("mode", ("sea", "land")), s.known("mode"))


@rule("IND-059")
def odd_hour(t: Tables) -> States:
    """Arrived at night (22 to 5 h) or on a weekend."""
    moment = t.shipments.column("arrival_ts").to_numpy(dtype="datetime64[h]")
    hours = moment.astype(np.int64)
    # 1 January 1970 was a Thursday, day 3 of the week.
    hour, weekday = hours % 24, (hours // 24 + 3) % 7
    odd = (hour >= _NIGHT) | (hour < _MORNING) | (weekday >= _SATURDAY)
    return state(odd, ~np.isnat(moment))


@rule("IND-060")
def undesignated(t: Tables) -> States:
    """A port that is not designated, in a State that has a designated one of the same kind."""
    s = t.shipments
    offered = {
        (r["state"], r["mode"]) for r in lookups.ports().values() if r["designated"] == "yes"
    }
    return state(~s.flag("designated_port") & s.paired("dest", "mode", offered), s.known("mode"))
