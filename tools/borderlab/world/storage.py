"""Stored columns of each table and their compact types."""

from __future__ import annotations

SHIPMENTS: dict[str, str] = {
    "presentation_day": "i2", "arrival_minute": "i2", "taxon": "i2", "term": "i1", "unit": "i1",
    "source": "i1", "purpose": "i1", "appendix": "i1", "rank": "i1", "origin": "i1", "exporter": "i1",
    "dest": "i1", "transit": "i1", "reexport": "i1", "document": "i1", "issue_day": "i2",
    "valid_until": "i2", "departure_day": "i2", "qty_authorised": "i4", "qty_endorsed": "i4", "qty": "i4",
    "quota": "i4", "quota_used": "i4", "hs6": "i1", "value": "i4", "net": "i4", "gross": "i4",
    "measured": "i4", "pieces": "i4", "freight": "i4", "insured": "i4", "mode": "i1", "legs": "i1",
    "detour": "i2", "origin_port": "i1", "dest_port": "i1", "amendments": "i1", "freezone": "i1",
    "storage": "i2", "exporter_id": "i4", "importer_id": "i4", "consignee": "i1", "agent": "i2",
    "broker_changed": "i1", "eperm": "i1", "stamp": "i1", "signature": "i1", "missing_boxes": "i1",
    "lines": "i1", "permit_row": "i4", "kind_live": "i1", "prior_shipments": "i2", "prior_hits": "u1",
}  # fmt: skip
TRUTH: dict[str, str] = {
    "mechanism": "i1", "defect": "i1", "true_taxon": "i2", "true_source": "i1", "true_origin": "i1",
    "true_qty": "i4",
}  # fmt: skip
LINES: dict[str, str] = {
    "permit": "i4", "line_no": "i1", "taxon": "i2", "term": "i1", "unit": "i1", "qty": "i4",
    "reported_export": "i4", "reported_import": "i4",
}  # fmt: skip
