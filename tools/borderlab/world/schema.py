"""What each column of the participants' tables means: the source of the data dictionary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from borderlab.i18n import N_
from borderlab.world import codes as c
from borderlab.world.places import MODES, atlas
from borderlab.world.calibration import calibration
from borderlab.world.step_cargo import profile

Allowed = Callable[[], tuple[str, ...]]


def _words(names: tuple[str, ...]) -> Allowed:
    return lambda: tuple(name.replace(" ", "_") for name in names if name)


def _states() -> tuple[str, ...]:
    return atlas().codes


def _issuers() -> tuple[str, ...]:
    return tuple(f"{code}-MA" for code in atlas().codes)


def _ports() -> tuple[str, ...]:
    return tuple(port.port_id for port in atlas().ports)


@dataclass(frozen=True)
class Field:
    """One column: type is id, date, moment, category, number, count, flag or probability.

    `unit` is a word to translate or a code; `values` gives the categories; `empty` says why a value
    may be missing.
    """

    name: str
    kind: str
    meaning: str
    unit: str = ""
    values: Allowed | None = None
    empty: bool = False


_F = Field
_IN_UNIT = N_("the unit in column unit")
_MONEY = N_("units of account (invented)")
SHIPMENTS = (
    _F("shipment_id", "id", N_("Number of the shipment, in order of presentation.")),
    _F("presentation_date", "date", N_("Day on which the goods and papers were presented for import.")),
    _F("arrival_ts", "moment", N_("Day and minute of arrival.")),
    _F("permit_no", "id", N_("Number of the permit or certificate presented; empty if none was."), empty=True),
    _F("document_type", "category", N_("Kind of CITES document presented."), values=_words(c.DOCUMENTS)),
    _F("issuer", "category", N_("Authority named as issuer on the document."), values=_issuers, empty=True),
    _F("issue_date", "date", N_("Day of issue on the document."), empty=True),
    _F("valid_until", "date", N_("Last day of validity on the document."), empty=True),
    _F("departure_date", "date", N_("Day on which the goods left.")),
    _F("origin", "category", N_("Declared country of origin (invented State)."), values=_states),
    _F("exporter", "category", N_("Country of export or re-export (invented State)."), values=_states),
    _F("reexport_country", "category", N_("Country of last re-export; empty for a direct export."), values=_states, empty=True),
    _F("transit", "category", N_("Country of transit; empty if the goods came direct."), values=_states, empty=True),
    _F("dest", "category", N_("Country of import (invented State)."), values=_states),
    _F("species", "category", N_("Declared taxon, accepted scientific name."), values=lambda: calibration().taxa),
    _F("taxon_rank", "category", N_("Rank at which the taxon is named on the document."), values=_words(c.RANKS)),
    _F("appendix", "category", N_("CITES Appendix of the declared taxon, origin and date."), values=lambda: c.APPENDICES[:3]),
    _F("source", "category", N_("Declared source code."), values=_words(c.SOURCES), empty=True),
    _F("purpose", "category", N_("Declared purpose code."), values=_words(c.PURPOSES), empty=True),
    _F("term", "category", N_("Term: what kind of specimens the goods are."), values=lambda: calibration().terms),
    _F("unit", "category", N_("Unit of the quantities."), values=lambda: c.UNITS),
    _F("qty_authorised", "number", N_("Quantity authorised on the permit."), _IN_UNIT, empty=True),
    _F("qty_endorsed", "number", N_("Quantity endorsed at export."), _IN_UNIT, empty=True),
    _F("qty_presented", "number", N_("Quantity declared at import."), _IN_UNIT),
    _F("quota", "number", N_("Annual export quota on the permit; empty if there is none."), _IN_UNIT, empty=True),
    _F("quota_used", "number", N_("Exported so far this year, this permit included, as the permit says."), _IN_UNIT, empty=True),
    _F("hs6", "category", N_("Tariff line declared (Harmonized System, six digits)."), values=lambda: profile().lines),
    _F("value", "number", N_("Declared value."), _MONEY),
    _F("net_kg", "number", N_("Declared net weight."), "kg"),
    _F("gross_kg", "number", N_("Declared gross weight."), "kg"),
    _F("measured_kg", "number", N_("Gross weight as the carrier weighed it."), "kg"),
    _F("pieces", "count", N_("Pieces, or packages where the goods are not counted.")),
    _F("freight", "number", N_("Freight paid."), _MONEY),
    _F("insured_value", "number", N_("Insured value; empty if not insured."), _MONEY, empty=True),
    _F("mode", "category", N_("Mode of transport at entry."), values=_words(MODES)),
    _F("legs", "count", N_("Number of legs of the journey.")),
    _F("distance_ratio", "number", N_("Distance travelled divided by the direct distance.")),
    _F("origin_port", "category", N_("Port of loading."), values=_ports),
    _F("entry_point", "category", N_("Port of entry."), values=_ports),
    _F("designated_port", "flag", N_("Whether the port of entry is designated for CITES goods.")),
    _F("amendments", "count", N_("Changes of consignee, address or route after departure.")),
    _F("freezone_flag", "flag", N_("Whether the goods stayed in a free zone.")),
    _F("storage_days", "count", N_("Days in storage on the way."), N_("days")),
    _F("exporter_id", "id", N_("Number of the exporting trader (invented).")),
    _F("importer_id", "id", N_("Number of the importing trader (invented).")),
    _F("importer_sector", "category", N_("Business of the importer."), values=_words(c.SECTORS)),
    _F("consignee_type", "category", N_("Kind of place the goods go to."), values=_words(c.CONSIGNEES)),
    _F("company_age", "number", N_("Age of the importing firm."), N_("years")),
    _F("address_type", "category", N_("Kind of address of the importer."), values=_words(c.ADDRESSES)),
    _F("payment_mode", "category", N_("How the importer usually pays."), values=_words(c.PAYMENTS)),
    _F("agent_id", "id", N_("Number of the customs agent (invented).")),
    _F("agent_changed", "flag", N_("Whether the agent is not the importer's usual one.")),
    _F("eperm_status", "category", N_("Answer of the issuer's electronic permit system."), values=_words(c.EPERMIT), empty=True),
    _F("stamp_present", "category", N_("Security stamp on the permit."), values=_words(("yes", "no", "not used")), empty=True),
    _F("signature_match", "category", N_("Signature compared with the specimen on file."), values=_words(c.ANSWERS), empty=True),
    _F("missing_boxes", "count", N_("Required boxes left empty on the permit.")),
    _F("permit_lines", "count", N_("Lines on the permit (1 to 4).")),
    _F("prior_shipments", "count", N_("Shipments of the importer on record before this month.")),
    _F("prior_hits", "count", N_("Violations found at importer or exporter before this month.")),
)  # fmt: skip
PERMITS = (
    _F("permit_no", "id", N_("Number of the permit or certificate.")),
    _F("document_type", "category", N_("Kind of CITES document presented."), values=_words(c.DOCUMENTS[:2])),
    _F("issuer", "category", N_("Authority named as issuer on the document."), values=_issuers),
    _F("signatory", "id", N_("Person who signed (see authorities of the invented world).")),
    _F("issue_date", "date", N_("Day of issue on the document.")),
    _F("valid_until", "date", N_("Last day of validity on the document.")),
    _F("exporter", "category", N_("Country of export or re-export (invented State)."), values=_states),
    _F("dest", "category", N_("Country of import (invented State)."), values=_states),
    _F("exporter_id", "id", N_("Number of the exporting trader (invented).")),
    _F("importer_id", "id", N_("Number of the importing trader (invented).")),
    _F("lines", "count", N_("Lines on the permit (1 to 4).")),
)
PERMIT_LINES = (
    _F("permit_no", "id", N_("Number of the permit or certificate.")),
    _F("line_no", "count", N_("Number of the line; line 1 is the goods of the shipment.")),
    _F("species", "category", N_("Declared taxon, accepted scientific name."), values=lambda: calibration().taxa),
    _F("term", "category", N_("Term: what kind of specimens the goods are."), values=lambda: calibration().terms),
    _F("unit", "category", N_("Unit of the quantities."), values=lambda: c.UNITS),
    _F("qty_authorised", "number", N_("Quantity authorised on the permit."), _IN_UNIT),
    _F("reported_export", "number", N_("Quantity in the exporter's annual report; empty if not reported."), _IN_UNIT, empty=True),
    _F("reported_import", "number", N_("Quantity in the importer's annual report; empty if not reported."), _IN_UNIT, empty=True),
)  # fmt: skip
TRADERS = (
    _F("trader_id", "id", N_("Number of the trader (invented).")),
    _F("role", "category", N_("Importer or exporter."), values=lambda: ("importer", "exporter")),
    _F("state", "category", N_("State of the trader."), values=_states),
    _F("sector", "category", N_("Business of the trader."), values=_words(c.SECTORS)),
    _F("company_age", "number", N_("Age of the firm."), N_("years")),
    _F("address_type", "category", N_("Kind of address."), values=_words(c.ADDRESSES)),
    _F("payment_mode", "category", N_("Usual way of paying."), values=_words(c.PAYMENTS)),
    _F("agent_id", "id", N_("Usual customs agent.")),
)
INSPECTIONS = (
    _F("inspection_id", "id", N_("Number of the inspection.")),
    _F("shipment_id", "id", N_("Shipment inspected.")),
    _F("reason", "category", N_("Why it was chosen: at random, by the old profile, or because of earlier findings."), values=_words(c.REASONS)),
    _F("selection_probability", "probability", N_("Logged probability of the random draw; empty for other reasons."), empty=True),
    _F("used_documents", "flag", N_("Whether the papers were examined.")),
    _F("used_scan", "flag", N_("Whether the goods were scanned.")),
    _F("used_dog", "flag", N_("Whether a dog was used.")),
    _F("used_physical", "flag", N_("Whether the goods were opened.")),
    _F("scan_score", "number", N_("Anomaly score of the scan, 0 to 100."), empty=True),
    _F("dog_alert", "category", N_("Whether the dog alerted."), values=lambda: ("no", "yes"), empty=True),
    _F("minutes", "count", N_("Officer time spent."), N_("minutes")),
    _F("result", "category", N_("Result on record."), values=_words(c.RESULTS)),
    _F("finding", "category", N_("What was found."), values=_words(c.FINDINGS), empty=True),
    _F("label", "count", N_("1 if a violation was found, otherwise 0; found is not the same as true.")),
)  # fmt: skip
PARTICIPANT_TABLES: dict[str, tuple[Field, ...]] = {
    "shipments": SHIPMENTS,
    "permits": PERMITS,
    "permit_lines": PERMIT_LINES,
    "traders": TRADERS,
    "inspections": INSPECTIONS,
}
