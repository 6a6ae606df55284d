"""Rules on weight, value and packing."""

# ruff: noqa: PLR2004  (a threshold reads best where the rule uses it)

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.risk import lookups
from borderlab.risk.history import monthly_spread
from borderlab.risk.states import above, rule, state

if TYPE_CHECKING:
    from borderlab.risk.sheet import Tables
    from borderlab.risk.states import States

_LEAST = 8  # earlier consignments before a median means anything
_OUTLIER = 3.5
_SCAN = 60  # of 100


@rule("IND-034")
def odd_price(t: Tables) -> States:
    """Log price per kilogram beyond 3.5 robust standard deviations of earlier trade.

    Of tariff line, term and origin, or of line and term where that was too little.
    """
    s = t.shipments
    with np.errstate(divide="ignore", invalid="ignore"):
        price = np.log(s.number("value") / s.number("net_kg"))
    price[~np.isfinite(price)] = np.nan
    month = s.column("presentation_date").to_numpy(dtype="datetime64[M]").astype(np.int64)
    near = monthly_spread(s.key("hs6", "term", "unit", "origin"), price, month, _LEAST)
    wide = monthly_spread(s.key("hs6", "term", "unit"), price, month, _LEAST)
    centre = np.where(np.isnan(near[0]), wide[0], near[0])
    spread = np.where(np.isnan(near[0]), wide[1], near[1])
    # Prices that happen to be equal would make any other price an outlier.
    distance = np.abs(price - centre) / np.maximum(spread, 0.1)
    return above(distance, _OUTLIER)


@rule("IND-035")
def weighed_differently(t: Tables) -> States:
    """Declared and weighed gross weight differ by more than 5 percent."""
    s = t.shipments
    declared = s.number("gross_kg")
    return above(np.abs(s.number("measured_kg") - declared) / np.maximum(declared, 0.1), 0.05)


@rule("IND-036")
def impossible_piece(t: Tables) -> States:
    """Weight of a piece outside two fifths to two and a half times the usual (goods counted)."""
    s = t.shipments
    usual = _usual_piece(t)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = s.number("net_kg") / np.maximum(s.number("pieces"), 1) / usual
    # Below a tenth of a kilogram rounding of the net weight decides, not the goods.
    known = s.is_("unit", "NAR") & np.isfinite(ratio) & (s.number("net_kg") >= 0.1)
    return state((ratio < 0.4) | (ratio > 2.5), known)


def _usual_piece(t: Tables) -> np.ndarray:
    s, table, taxa = t.shipments, lookups.usual_weight(), lookups.taxa()
    term, terms = s.coded("term")
    species, names = s.coded("species")
    weight = np.full((len(terms) + 1, len(names) + 1), np.nan)
    for i, one in enumerate(terms):
        for j, name in enumerate(names):
            group = taxa[name].group if name in taxa else ""
            weight[i, j] = table.get((one, group), table.get((one, ""), np.nan))
    return np.asarray(weight[term, species])


@rule("IND-037")
def dear_freight(t: Tables) -> States:
    """Freight above a quarter of the declared value."""
    s = t.shipments
    return above(s.number("freight") / np.maximum(s.number("value"), 0.01), 0.25)


@rule("IND-038")
def dear_insurance(t: Tables) -> States:
    """Insured for over 1.3 times the declared value; goods without insurance are not."""
    s = t.shipments
    return state(s.number("insured_value") > 1.3 * s.number("value"), ~np.isnan(s.number("value")))


@rule("IND-046")
def scan_anomaly(t: Tables) -> States:
    """Anomaly score of the scan at least 60 of 100; missing where nothing was scanned."""
    score = np.full(t.n, np.nan)
    rows, seen = t.inspected_row, t.inspections.number("scan_score")
    score[rows[rows >= 0]] = seen[rows >= 0]
    return above(score, _SCAN - 1e-9)
