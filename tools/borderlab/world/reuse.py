"""Reused permits: the later shipment shows the papers of an earlier one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from borderlab.world.codes import DOCUMENTS, MECHANISMS
from borderlab.world.columns import Columns

Ints = NDArray[np.int64]
_PAPERS = (
    "taxon",
    "term",
    "unit",
    "source",
    "purpose",
    "origin",
    "exporter",
    "dest",
    "reexport",
    "appendix",
    "hs6",
    "issue_day",
    "valid_until",
    "document",
    "qty_authorised",
    "qty_endorsed",
    "qty",
    "net",
    "gross",
    "measured",
    "value",
    "freight",
    "insured",
    "pieces",
    "quota",
    "quota_used",
    "stamp",
    "signature",
    "eperm",
    "lines",
    "exporter_id",
    "transit",
    "legs",
    "detour",
    "origin_port",
    "dest_port",
    "mode",
    "kind_live",
    "importer_id",
    "consignee",
    "missing_boxes",
    "rank",
)


def reuse(shipments: Columns, truth: Columns) -> None:
    """Give each reused permit the papers of the same importer's last shipment with a permit.

    Where the importer has none, the mechanism becomes goods without a document.
    """
    number = MECHANISMS.index("reused_permit")
    rows = np.nonzero(truth["mechanism"] == number)[0]
    if rows.size == 0:
        return
    source = _earlier(shipments, truth, rows)
    found = source >= 0
    lost = rows[~found]
    truth["mechanism"][lost] = MECHANISMS.index("missing_document")
    shipments["document"][lost] = DOCUMENTS.index("none presented")
    shipments["permit_row"][lost] = -1
    rows, source = rows[found], source[found]
    for name in _PAPERS:
        shipments[name][rows] = shipments[name][source]
    shipments["departure_day"][rows] = np.maximum(
        shipments["issue_day"][rows],
        shipments["presentation_day"][rows]
        - (shipments["presentation_day"][source] - shipments["departure_day"][source]),
    )
    shipments["permit_row"][rows] = source
    for name, own in (
        ("true_taxon", "taxon"),
        ("true_source", "source"),
        ("true_origin", "origin"),
        ("true_qty", "qty"),
    ):
        truth[name][rows] = shipments[own][source]


def _earlier(shipments: Columns, truth: Columns, rows: Ints) -> Ints:
    """Last earlier shipment of the same importer with its own, unspoilt permit; -1 if none."""
    importers = shipments["importer_id"]
    wanted = np.zeros(int(importers.max()) + 1, dtype=np.bool_)
    wanted[importers[rows]] = True
    usable = wanted[importers] & (truth["mechanism"] == 0) & (truth["defect"] == 0)
    pool = np.nonzero(usable)[0]
    if pool.size == 0:
        return np.full(rows.size, -1)
    order = np.lexsort((pool, importers[pool]))
    keys = importers[pool][order].astype(np.int64) * (importers.size + 1) + pool[order]
    place = (
        np.searchsorted(keys, importers[rows].astype(np.int64) * (importers.size + 1) + rows) - 1
    )
    hit = order[np.maximum(place, 0)]
    same = (place >= 0) & (importers[pool[hit]] == importers[rows])
    return np.where(same, pool[hit], -1)
