# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Rows that cannot be: what must never occur outside injected violations and defects."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from borderlab.paths import datasets
from borderlab.world.calibration import calibration
from borderlab.world.codes import PURPOSES, SOURCES, UNITS, UNITS_UNKNOWN
from borderlab.world.places import MODES, atlas, read_table
from borderlab.world.tables import World

Mask = NDArray[np.bool_]


def _pairs(
    file: str, left: str, right: str, rows: tuple[str, ...], columns: tuple[str, ...]
) -> Mask:
    """Table of valid pairs; a blank code (a box left empty) is judged elsewhere."""
    table = np.zeros((len(rows), len(columns)), dtype=np.bool_)
    for row in read_table(datasets("reference") / file):
        if row[left] in rows and row[right] in columns:
            table[rows.index(row[left]), columns.index(row[right])] = True
    if "" in columns:
        table[:, columns.index("")] = True
    return table


def impossible(world: World) -> dict[str, Mask]:
    """For each rule, the shipments that break it, injected or not (true = impossible).

    The rules use the declared data only, so they could be run on real data as well.
    """
    s, table, world_atlas = world.shipments, calibration(), atlas()
    source = s["source"]

    def is_source(*codes: str) -> Mask:
        return np.isin(source, [SOURCES.index(code) for code in codes])

    native = table.native[s["taxon"], s["origin"]]
    plant = table.plant[s["taxon"]]
    trade = s["purpose"] == PURPOSES.index("T")
    registered = table.registered[s["taxon"], s["origin"]]
    paper = s["document"] != 2
    whole = (s["unit"] == 0) & (s["qty"] % 100 != 0)
    state_of_port = np.array([world_atlas.codes.index(port.state) for port in world_atlas.ports])
    units = _pairs("valid_term_unit.csv", "term_code", "unit_code", table.terms, UNITS)
    units[[table.terms.index(term) for term in UNITS_UNKNOWN]] = True
    purposes = _pairs("valid_term_purpose.csv", "term_code", "purpose_code", table.terms, PURPOSES)
    live_sea = s["kind_live"].astype(bool) & (s["mode"] == MODES.index("post"))
    mammal = table.group_of[s["taxon"]] == table.groups.index("mammals")
    return {
        "unit not valid for the term": ~units[s["term"], s["unit"]],
        "purpose not valid for the term": ~purposes[s["term"], s["purpose"]] & (s["purpose"] >= 0),
        "taxon not listed": s["appendix"] == 3,
        "wild origin outside the range": is_source("W", "R") & ~native,
        "Appendix I, wild-type source, commercial": (s["appendix"] == 0)
        & is_source("W", "X", "F", "R")
        & trade,
        "source D without registered operation": is_source("D") & ~registered,
        "source D outside Appendix I": is_source("D") & (s["appendix"] != 0),
        "animal source on a plant": is_source("C", "F", "R") & plant,
        "plant source on an animal": is_source("A") & ~plant,
        "exporter is importer": s["exporter"] == s["dest"],
        "direct export from another State": (s["reexport"] == 0) & (s["exporter"] != s["origin"]),
        "re-export from the State of origin": (s["reexport"] == 1) & (s["exporter"] == s["origin"]),
        "quantity not positive": (s["qty"] <= 0)
        | (s["qty_authorised"] <= 0)
        | (s["qty_endorsed"] <= 0),
        "part of a specimen": whole,
        "more shown than authorised": paper & (s["qty"] > s["qty_authorised"]),
        "issued after departure": paper & (s["issue_day"] > s["departure_day"]),
        "departed after presentation": s["departure_day"] > s["presentation_day"],
        "permit expired": paper & (s["valid_until"] < s["presentation_day"]),
        "quota exceeded": paper & (s["quota"] > 0) & (s["quota_used"] > s["quota"]),
        "gross below net weight": s["gross"] < s["net"],
        "port in another State": state_of_port[s["dest_port"]] != s["dest"],
        "mammal alive by post": live_sea & mammal,
        "permit used twice": s["permit_row"]
        != np.where(s["permit_row"] >= 0, np.arange(world.n), -1),
    }


def innocent(world: World) -> Mask:
    """Rows without an injected violation or defect."""
    return np.asarray((world.truth["mechanism"] == 0) & (world.truth["defect"] == 0))
