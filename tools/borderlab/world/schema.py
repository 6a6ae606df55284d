"""What each column of the participants' tables means: the source of the data dictionary."""

from __future__ import annotations

from borderlab.i18n import N_
from borderlab.world import codes as c
from borderlab.world.calibration import calibration
from borderlab.world.schema_fields import IN_UNIT, Field, issuers, states, words
from borderlab.world.schema_shipments import SHIPMENTS

_F = Field
PERMITS = (
    _F("permit_no", "id", N_("Number of the permit or certificate.")),
    _F(
        "document_type",
        "category",
        N_("Kind of CITES document presented."),
        allowed=words(c.DOCUMENTS[:2]),
    ),
    _F("issuer", "category", N_("Authority named as issuer on the document."), allowed=issuers),
    _F("signatory", "id", N_("Person who signed (see authorities of the invented world).")),
    _F("issue_date", "date", N_("Day of issue on the document.")),
    _F("valid_until", "date", N_("Last day of validity on the document.")),
    _F(
        "exporter",
        "category",
        N_("Country of export or re-export (invented State)."),
        allowed=states,
    ),
    _F("dest", "category", N_("Country of import (invented State)."), allowed=states),
    _F("exporter_id", "id", N_("Number of the exporting trader (invented).")),
    _F("importer_id", "id", N_("Number of the importing trader (invented).")),
    _F("lines", "count", N_("Lines on the permit (1 to 4).")),
)
PERMIT_LINES = (
    _F("permit_no", "id", N_("Number of the permit or certificate.")),
    _F("line_no", "count", N_("Number of the line; line 1 is the goods of the shipment.")),
    _F(
        "species",
        "category",
        N_("Declared taxon, accepted scientific name."),
        allowed=lambda: calibration().taxa,
    ),
    _F(
        "term",
        "category",
        N_("Term: what kind of specimens the goods are."),
        allowed=lambda: calibration().terms,
    ),
    _F("unit", "category", N_("Unit of the quantities."), allowed=lambda: c.UNITS),
    _F("qty_authorised", "number", N_("Quantity authorised on the permit."), IN_UNIT),
    _F(
        "reported_export",
        "number",
        N_("Quantity in the exporter's annual report; empty if not reported."),
        IN_UNIT,
        empty=True,
    ),
    _F(
        "reported_import",
        "number",
        N_("Quantity in the importer's annual report; empty if not reported."),
        IN_UNIT,
        empty=True,
    ),
)
TRADERS = (
    _F("trader_id", "id", N_("Number of the trader (invented).")),
    _F("role", "category", N_("Importer or exporter."), allowed=lambda: ("importer", "exporter")),
    _F("state", "category", N_("State of the trader."), allowed=states),
    _F("sector", "category", N_("Business of the trader."), allowed=words(c.SECTORS)),
    _F("company_age", "number", N_("Age of the firm."), N_("years")),
    _F("address_type", "category", N_("Kind of address."), allowed=words(c.ADDRESSES)),
    _F("payment_mode", "category", N_("Usual way of paying."), allowed=words(c.PAYMENTS)),
    _F("agent_id", "id", N_("Usual customs agent.")),
)
INSPECTIONS = (
    _F("inspection_id", "id", N_("Number of the inspection.")),
    _F("shipment_id", "id", N_("Shipment inspected.")),
    _F(
        "reason",
        "category",
        N_("Why it was chosen: at random, by the old profile, or because of earlier findings."),
        allowed=words(c.REASONS),
    ),
    _F(
        "selection_probability",
        "probability",
        N_("Logged probability of the random draw; empty for other reasons."),
        empty=True,
    ),
    _F("used_documents", "flag", N_("Whether the papers were examined.")),
    _F("used_scan", "flag", N_("Whether the goods were scanned.")),
    _F("used_dog", "flag", N_("Whether a dog was used.")),
    _F("used_physical", "flag", N_("Whether the goods were opened.")),
    _F("scan_score", "number", N_("Anomaly score of the scan, 0 to 100."), empty=True),
    _F(
        "dog_alert",
        "category",
        N_("Whether the dog alerted."),
        allowed=lambda: ("no", "yes"),
        empty=True,
    ),
    _F("minutes", "count", N_("Officer time spent."), N_("minutes")),
    _F("result", "category", N_("Result on record."), allowed=words(c.RESULTS)),
    _F("finding", "category", N_("What was found."), allowed=words(c.FINDINGS), empty=True),
    _F(
        "label",
        "count",
        N_("1 if a violation was found, otherwise 0; found is not the same as true."),
    ),
)
PARTICIPANT_TABLES: dict[str, tuple[Field, ...]] = {
    "shipments": SHIPMENTS,
    "permits": PERMITS,
    "permit_lines": PERMIT_LINES,
    "traders": TRADERS,
    "inspections": INSPECTIONS,
}

__all__ = [
    "INSPECTIONS",
    "PARTICIPANT_TABLES",
    "PERMITS",
    "PERMIT_LINES",
    "SHIPMENTS",
    "TRADERS",
    "Field",
]
