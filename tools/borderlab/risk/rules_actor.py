"""Rules on traders, agents and payment."""

# ruff: noqa: PLR2004  (a threshold reads best where the rule uses it)

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk import lookups
from borderlab.risk.history import Past, before, decayed
from borderlab.risk.states import RECORD, rule, state

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.sheet import Tables
    from borderlab.risk.states import States

MEMORY = 365.0  # days after which an old find counts 37 %
_STALE = 0.25  # below this, what is left of old finds no longer counts
_LIVE_SECTORS = ("live_animals", "zoo", "research", "private_person")


@rule("IND-061")
def newcomer(t: Tables) -> States:
    """First consignment of the importer or of the exporter."""
    s = t.shipments
    new = (before(s.key("importer_id"), t.today) == 0) | (
        before(s.key("exporter_id"), t.today) == 0
    )
    return state(new, t.since_start >= RECORD)


def _odd_business(t: Tables) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether the importer's business had under 3 percent of earlier trade in line and purpose."""
    s = t.shipments
    goods, both = s.key("hs6", "purpose"), s.key("hs6", "purpose", "importer_sector")
    all_ = before(goods, t.today)
    return before(both, t.today) < 0.03 * all_, (all_ >= 50) & s.known("importer_sector")


@rule("IND-062")
def odd_business(t: Tables) -> States:
    """The importer's business rarely handles such goods."""
    return state(*_odd_business(t))


@rule("IND-063")
def young_without_premises(t: Tables) -> States:
    """Younger than two years, at a home, box or hotel."""
    s = t.shipments
    age = s.number("company_age")
    away = s.among("address_type", ("home", "PO_box", "hotel"))
    return state((age < 2) & away, ~np.isnan(age) & s.known("address_type"))


@rule("IND-064")
def box_or_hotel(t: Tables) -> States:
    """Post-office box or hotel as address."""
    s = t.shipments
    return state(s.among("address_type", ("PO_box", "hotel")), s.known("address_type"))


@rule("IND-065")
def only_each_other(t: Tables) -> States:
    """At least four earlier consignments, and neither ever traded with anyone else."""
    s = t.shipments
    pair = before(s.key("importer_id", "exporter_id"), t.today)
    buyer, seller = before(s.key("importer_id"), t.today), before(s.key("exporter_id"), t.today)
    return state((pair >= 4) & (pair == buyer) & (pair == seller), (buyer >= 4) & (seller >= 4))


@rule("IND-066")
def found_before(t: Tables) -> States:
    """An earlier find at importer or exporter, fading with time (37 percent after a year)."""
    s = t.shipments
    rows, day, label = t.results
    left, looked = np.zeros(t.n), np.zeros(t.n)
    for name in ("importer_id", "exporter_id"):
        who = s.key(name)
        left += decayed(who[rows], day, label, who, t.today, MEMORY)
        looked += Past(who[rows], day).total(who, t.today)
    return state(left >= _STALE, looked > 0)


@rule("IND-067")
def agent_record(t: Tables) -> States:
    """The agent's share of finds, with twenty average inspections added, is twice the mean."""
    s = t.shipments
    rows, day, label = t.results
    who, everyone = s.key("agent_id"), np.zeros(t.n, dtype=np.int64)
    found, seen = (
        Past(who[rows], day, label).total(who, t.today),
        Past(who[rows], day).total(who, t.today),
    )
    all_found = Past(everyone[rows], day, label).total(everyone, t.today)
    mean = all_found / np.maximum(Past(everyone[rows], day).total(everyone, t.today), 1)
    share = (found + 20 * mean) / (seen + 20)
    return state((share > 2 * mean) & (found >= 2), seen > 0)


@rule("IND-071")
def other_agent(t: Tables) -> States:
    """Not the importer's usual agent."""
    return state(t.shipments.flag("agent_changed"))


@rule("IND-072")
def new_pattern(t: Tables) -> States:
    """Zoo or live-animal trader who imports live specimens of a species for the first time."""
    s = t.shipments
    sector = s.among("importer_sector", ("zoo", "live_animals")) & s.is_("term", "LIV")
    new = before(s.key("importer_id", "species"), t.today) == 0
    return state(sector & new, s.known("importer_sector") & (t.since_start >= RECORD))


@rule("IND-073")
def split_up(t: Tables) -> States:
    """Third or later small consignment of one importer, species and term within two weeks.

    Small is at most a quarter of what such consignments usually hold.
    """
    s = t.shipments
    small = s.number("qty_presented") <= 0.25 * _usual_quantity(t)
    key = s.key("importer_id", "species", "term", "unit")
    earlier = Past(np.where(small, key, -1), t.today).total(key, t.today, 14)
    return state(small & (earlier >= 2), ~np.isnan(_usual_quantity(t)))


def _usual_quantity(t: Tables) -> NDArray[np.float64]:
    """Mean quantity of earlier consignments of species, term and unit; NaN under five of them."""
    if "usual_quantity" not in t.cache:
        s = t.shipments
        key = s.key("species", "term", "unit")
        many = before(key, t.today)
        held = Past(key, t.today, s.number("qty_presented")).total(key, t.today)
        t.cache["usual_quantity"] = np.where(many >= 5, held / np.maximum(many, 1), np.nan)
    return t.cache["usual_quantity"]


@rule("IND-075")
def cash_or_third_party(t: Tables) -> States:
    """Cash, or someone else pays."""
    s = t.shipments
    return state(s.among("payment_mode", ("cash", "third_party")), s.known("payment_mode"))


@rule("IND-076")
def outsider_pays(t: Tables) -> States:
    """Someone pays who is no party to the trade."""
    s = t.shipments
    return state(s.is_("payment_mode", "third_party"), s.known("payment_mode"))


@rule("IND-079")
def front_sector(t: Tables) -> States:
    """Live animals paid for by an importer in another business; missing if a third party pays."""
    s = t.shipments
    animal = s.is_("term", "LIV") & s.among(
        "species", {n for n, x in lookups.taxa().items() if not x.plant}
    )
    other = s.known("importer_sector") & ~s.among("importer_sector", _LIVE_SECTORS)
    payer = s.known("payment_mode") & ~s.is_("payment_mode", "third_party")
    return state(animal & other, payer & s.known("importer_sector"))
