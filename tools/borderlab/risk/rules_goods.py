"""Rules on species and commodity."""

# ruff: noqa: PLR2004  (a threshold reads best where the rule uses it)

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk import lookups
from borderlab.risk.history import Past, before
from borderlab.risk.states import RECORD, rule, state

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.sheet import Sheet, Tables
    from borderlab.risk.states import States

_BRED = ("C", "D", "F", "R")
_YEAR, _HALF = 365, 182
_TIMBER = ("LOG", "SAW", "TIM", "VEN", "PLY", "CHP", "TIC", "TIP", "FUR")
_COVER = ("LOG", "SAW", "TIM", "CHP", "SHE", "COR", "MEA", "FIN", "SEE")
# Antiques, art, jewellery and carvings (HS 97, 71, 9601) and scientific specimens.
_HARD_TO_VALUE = ("97", "71", "9601", "0510")


def _taxon_is(s: Sheet, wanted: str, values: tuple[str, ...]) -> NDArray[np.bool_]:
    taxa = lookups.taxa()
    return s.among(
        "species", {name for name, taxon in taxa.items() if getattr(taxon, wanted) in values}
    )


@rule("IND-019")
def breeding_unknown(t: Tables) -> States:
    """Bred, though nothing is known of breeding in the State of origin.

    It has no registered operation, and no other trader exported bred specimens of the species
    from there during the last year.
    """
    s = t.shipments
    bred = s.among("source", _BRED)
    pair = s.key("species", "origin")
    trader = s.key("species", "origin", "exporter_id")
    all_ = Past(np.where(bred, pair, -1), t.today).total(pair, t.today, _YEAR)
    own = Past(np.where(bred, trader, -1), t.today).total(trader, t.today, _YEAR)
    registered = s.paired("species", "origin", lookups.registered_operations())
    known = s.known("source") & (~bred | registered | (all_ > own) | (t.since_start >= _HALF))
    return state(bred & ~registered & (all_ <= own), known)


@rule("IND-020")
def bred_volume_jumps(t: Tables) -> States:
    """Bred exports of half a year, this one included, are three times those of the one before.

    By species, term and State of origin; the half-year before was not empty.
    """
    s = t.shipments
    bred, key = s.among("source", _BRED), s.key("species", "origin", "term", "unit")
    past = Past(np.where(bred, key, -1), t.today, s.number("qty_presented"))
    recent = past.total(key, t.today, _HALF) + s.number("qty_presented")
    old = past.total(key, t.today, _HALF, gap=_HALF)
    return state(
        bred & (old > 0) & (recent > 3 * old), s.known("source") & (t.since_start >= 2 * _HALF)
    )


@rule("IND-021")
def switch_to_bred(t: Tables) -> States:
    """Bred from an exporter that before sent only wild specimens of the species (two or more)."""
    s = t.shipments
    bred, key = s.among("source", _BRED), s.key("species", "exporter_id")
    wild = Past(np.where(s.is_("source", "W"), key, -1), t.today).total(key, t.today)
    tame = Past(np.where(bred, key, -1), t.today).total(key, t.today)
    return state(bred & (wild >= 2) & (tame == 0), s.known("source") & (t.since_start >= RECORD))


@rule("IND-023")
def appendix_one_commercial(t: Tables) -> States:
    """Live Appendix I carnivore, primate or parrot, commercial, from no registered operation."""
    s = t.shipments
    listed = s.is_("appendix", "I") & s.is_("purpose", "T") & s.is_("term", "LIV")
    kind = _taxon_is(s, "order", ("Carnivora", "Primates", "Psittaciformes"))
    registered = s.is_("source", "D") & s.paired(
        "species", "origin", lookups.registered_operations()
    )
    return state(listed & kind & ~registered, s.known("appendix") & s.known("purpose"))


@rule("IND-024")
def abused_group(t: Tables) -> States:
    """Precious timber, caviar, live primates, birds or reptiles."""
    s = t.shipments
    live = s.is_("term", "LIV") & (
        _taxon_is(s, "group", ("birds", "reptiles")) | _taxon_is(s, "order", ("Primates",))
    )
    timber = s.among("term", _TIMBER) & _taxon_is(s, "group", ("timber",))
    return state(live | timber | s.is_("term", "CAV"), s.known("term") & s.known("species"))


@rule("IND-025")
def look_alike(t: Tables) -> States:
    """Declared as a species under whose name an Appendix I species could pass."""
    s = t.shipments
    return state(s.among("species", lookups.stricter_look_alikes()), s.known("species"))


@rule("IND-026")
def wrong_habitat(t: Tables) -> States:
    """Source X (taken at sea) or a marine tariff line for a species that is not marine."""
    s = t.shipments
    sea = s.among("species", {name for name, taxon in lookups.taxa().items() if taxon.marine})
    said = s.is_("source", "X") | s.is_("hs6", "030119")
    return state(said & ~sea, s.known("species") & s.known("hs6"))


@rule("IND-027")
def residual_line(t: Tables) -> States:
    """A residual line, though most earlier goods of the species and term used a specific one."""
    s = t.shipments
    residual, key = s.among("hs6", lookups.residual_lines()), s.key("species", "term")
    all_ = before(key, t.today)
    specific = Past(np.where(residual, -1, key), t.today).total(key, t.today)
    return state(residual & (specific > 0.5 * all_), all_ >= 5)


@rule("IND-028")
def unusual_export(t: Tables) -> States:
    """The State of origin has less than 1 in 200 of the earlier trade of the tariff line."""
    s = t.shipments
    line, pair = s.key("hs6"), s.key("hs6", "origin")
    all_ = before(line, t.today)
    return state(before(pair, t.today) < 0.005 * all_, all_ >= 100)


@rule("IND-029")
def coals_to_newcastle(t: Tables) -> States:
    """The State of import itself exported at least twice as much of this line and species."""
    s = t.shipments
    bought = s.key("hs6", "species")
    out = _other_way(t, bought)
    into = before(_with(s, "dest", bought), t.today)
    return state((out >= 5) & (out >= 2 * np.maximum(into, 1)), t.since_start >= RECORD)


def _with(s: Sheet, column: str, key: NDArray[np.int64]) -> NDArray[np.int64]:
    """A key joined with a State; the same State gets the same number in every column."""
    states = sorted({*s.coded("dest")[1], *s.coded("origin")[1], *s.coded("exporter")[1]})
    place = s.mapped(column, {name: float(i) for i, name in enumerate(states)})
    return np.where(
        (key >= 0) & ~np.isnan(place), key * len(states) + np.nan_to_num(place).astype(int), -1
    )


def _other_way(t: Tables, key: NDArray[np.int64]) -> NDArray[np.float64]:
    """Earlier exports, of own origin, of what is imported now, by the State that imports it."""
    s = t.shipments
    return Past(_with(s, "origin", key), t.today).total(_with(s, "dest", key), t.today)


@rule("IND-030")
def cover_load(t: Tables) -> States:
    """Bulk goods of a kind used as cover, on a corridor where something was found before."""
    s = t.shipments
    rows, day, label = t.results
    corridor = s.key("exporter", "dest")
    finds = Past(corridor[rows], day, label).total(corridor, t.today)
    looked = Past(corridor[rows], day).total(corridor, t.today)
    cover = s.among("term", _COVER)
    return state(cover & (finds > 0), s.known("term") & (~cover | (looked > 0)))


@rule("IND-032")
def trade_name_only(t: Tables) -> States:
    """Timber without a species."""
    s = t.shipments
    timber = s.among("term", _TIMBER)
    codes, values = s.coded("species")
    higher = np.array([*(v.endswith("spp.") for v in values), True])[codes] | s.is_(
        "taxon_rank", "genus"
    )
    return state(timber & higher, s.known("term"))


@rule("IND-033")
def hard_to_value(t: Tables) -> States:
    """Antiques, art, jewellery, worked ivory, musk: prices say little."""
    s = t.shipments
    return state(s.start("hs6", _HARD_TO_VALUE), s.known("hs6"))
