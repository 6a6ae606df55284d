"""Defects under quotas, suspensions and duties to confirm."""

# ruff: noqa: ARG001  (all recipes have one signature, whether they draw lots or not)
from __future__ import annotations

import random
from functools import cache

from borderlab import world
from borderlab.documents.adapter_world import world_reference
from borderlab.documents.defects.injecting import on_taxon, other, recipe, sent_from
from borderlab.documents.model import Permit, changed, changed_line

Permits = tuple[Permit, ...]
_SHORT_LIVED = "Gracula religiosa"
_RIVER_FISH = "Arapaima gigas"
_SMALL_QUOTA = 3


def _taxon(permit: Permit) -> int:
    """Code of the accepted taxon of line A."""
    ref = world_reference()
    return int(ref.taxa.accepted[ref.taxa.names.code(permit.lines[0].taxon)])


def _limited(permit: Permit) -> bool:
    """A quota in the unit of the line."""
    ref, line = world_reference(), permit.lines[0]
    units = {
        row.unit
        for row in ref.quotas.rows
        if _taxon(permit) in row.taxa and row.value == line.quota_total
    }
    return (
        ref.codes.vocabularies["units"].code(line.unit) in units
        and (permit.lines[0].quota_total or 0) > _SMALL_QUOTA
        and len(permit.lines) == 1
    )


@recipe("DF38", "wild", "R136", "11a", _limited)
def quota_exceeded(permit: Permit, rng: random.Random) -> Permit:
    """The total exported is above the quota."""
    return changed_line(permit, quota_used=(permit.lines[0].quota_total or 0) + rng.randint(1, 50))


@recipe("DF39", "wild", "R137", "11a", _limited)
def quota_inflated(permit: Permit, rng: random.Random) -> Permit:
    """The quota on the permit is above the published one."""
    return changed_line(permit, quota_total=(permit.lines[0].quota_total or 0) * 2)


@recipe("DF40", "wild", "R138 R139", "11a", _limited)
def parallel_permits(permit: Permit, rng: random.Random) -> Permits:
    """Three permits with the same cumulative figure, together above the quota."""
    total = permit.lines[0].quota_total or 0
    part = float(int(total * 0.6) + 1)
    big = changed_line(
        permit,
        qty=part,
        endorsed_qty=part,
        found_qty=part,
        invoice_qty=part,
        quota_used=part,
        net_kg=None,
        invoice_value=None,
    )
    return big, other(big, "83"), other(big, "84")


@cache
def _suspended() -> tuple[str, str, str]:
    """Taxon, State and term of goods under an invented suspension of all trade."""
    row = next(
        r
        for r in world.atlas().tables["suspensions"]
        if r["scope"] == "all trade" and r["taxon"] == "Psittacus erithacus"
    )
    return row["taxon"], row["state"], "LIV"


@recipe("DF41", "wild", "R140", "6 7")
def suspended(permit: Permit, rng: random.Random) -> Permit:
    """Direct commercial export under a recommendation to suspend trade."""
    taxon, state, term = _suspended()
    sent = sent_from(permit, state)
    return on_taxon(
        changed(sent, transport_statement=True), taxon, term=term, unit="", invoice_unit=""
    )


@cache
def _zero() -> str:
    ref = world_reference()
    rows = [row for row in ref.quotas.rows if row.value == 0 and row.terms is None]
    turtles = [
        t for row in rows for t in row.taxa if "Testud" in getattr(ref.taxa.rows[t], "order", "")
    ]
    return ref.taxa.rows[turtles[0] if turtles else rows[0].taxa[0]].scientific_name


@recipe("DF42", "wild", "R081", "7 10")
def zero_quota(permit: Permit, rng: random.Random) -> Permit:
    """Wild specimens for commerce of a taxon with a zero quota."""
    return on_taxon(permit, _zero())


@recipe("DF59", "wild", "R142", "6 7")
def confirmation_ignored(permit: Permit, rng: random.Random) -> Permit:
    """Acceptance depends on a confirmation that nobody asked for."""
    sent = changed(sent_from(permit, "QV"), confirmed_by_secretariat=False)
    name = "Dalbergia cochinchinensis"
    return on_taxon(sent, name, term="LOG", unit="MTQ", invoice_unit="MTQ")
