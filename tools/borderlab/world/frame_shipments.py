"""The shipments as a data frame: what the border sees of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.world import codes as c
from borderlab.world.calibration import calibration
from borderlab.world.frame_parts import category, day, hundredths, species, words
from borderlab.world.ids import permit_numbers, shipment_ids, trader_ids
from borderlab.world.places import MODES, atlas
from borderlab.world.step_cargo import profile

if TYPE_CHECKING:
    from borderlab.world.tables import World


def permit_numbers_shown(world: World) -> list[str | None]:
    """Number of the permit each shipment shows: its own, another's, or none."""
    s = world.shipments
    row = s["permit_row"]
    at = np.maximum(row, 0)
    return permit_numbers(row, s["exporter"][at], s["issue_day"][at], world.seed)


def shipments_columns(world: World) -> dict[str, Any]:
    """All columns of the shipments in the order of the data dictionary."""
    s, net = world.shipments, world.register
    states, ports = atlas().codes, [port.port_id for port in atlas().ports]
    paper = s["document"] != c.DOCUMENTS.index("none presented")
    importer = s["importer_id"]

    def shown(values: np.ndarray) -> np.ndarray:
        """What only the permit says is missing where no permit was presented."""
        return np.where(paper, values, np.nan)

    def when(values: np.ndarray) -> np.ndarray:
        return np.where(paper, day(values), np.datetime64("NaT", "s"))

    rank = s["rank"].astype(bool)
    return {
        "shipment_id": shipment_ids(np.arange(world.n)),
        "presentation_date": day(s["presentation_day"]),
        "arrival_ts": day(s["presentation_day"]) + s["arrival_minute"].astype("timedelta64[m]"),
        "permit_no": permit_numbers_shown(world),
        "document_type": words(s["document"], c.DOCUMENTS),
        "issuer": category(np.where(paper, s["exporter"], -1), [f"{state}-MA" for state in states]),
        "issue_date": when(s["issue_day"]),
        "valid_until": when(s["valid_until"]),
        "departure_date": day(s["departure_day"]),
        "origin": category(s["origin"], states),
        "exporter": category(s["exporter"], states),
        "reexport_country": category(np.where(s["reexport"] == 1, s["exporter"], -1), states),
        "transit": category(s["transit"], states),
        "dest": category(s["dest"], states),
        "species": species(s["taxon"]),
        "taxon_rank": category(rank.astype(np.int8), c.RANKS),
        "appendix": category(s["appendix"], c.APPENDICES[:3]),
        "source": category(s["source"], c.SOURCES),
        "purpose": category(s["purpose"], c.PURPOSES),
        "term": category(s["term"], calibration().terms),
        "unit": category(s["unit"], c.UNITS),
        "qty_authorised": shown(hundredths(s["qty_authorised"])),
        "qty_endorsed": shown(hundredths(s["qty_endorsed"])),
        "qty_presented": hundredths(s["qty"]),
        "quota": np.where((s["quota"] > 0) & paper, hundredths(s["quota"]), np.nan),
        "quota_used": np.where((s["quota"] > 0) & paper, hundredths(s["quota_used"]), np.nan),
        "hs6": category(s["hs6"], profile().lines),
        "value": hundredths(s["value"]),
        "net_kg": hundredths(s["net"]),
        "gross_kg": hundredths(s["gross"]),
        "measured_kg": hundredths(s["measured"]),
        "pieces": s["pieces"],
        "freight": hundredths(s["freight"]),
        "insured_value": np.where(s["insured"] > 0, hundredths(s["insured"]), np.nan),
        "mode": category(s["mode"], MODES),
        "legs": s["legs"],
        "distance_ratio": hundredths(s["detour"]),
        "origin_port": category(s["origin_port"], ports),
        "entry_point": category(s["dest_port"], ports),
        "designated_port": np.array([port.designated for port in atlas().ports])[s["dest_port"]],
        "amendments": s["amendments"],
        "freezone_flag": s["freezone"].astype(bool),
        "storage_days": s["storage"],
        "exporter_id": trader_ids(s["exporter_id"], net.state[s["exporter_id"]], world.seed),
        "importer_id": trader_ids(importer, net.state[importer], world.seed),
        "importer_sector": words(net.sector[importer], c.SECTORS),
        "consignee_type": words(s["consignee"], c.CONSIGNEES),
        "company_age": np.round(net.age_months[importer] / 12, 1),
        "address_type": words(net.address[importer], c.ADDRESSES),
        "payment_mode": words(net.payment[importer], c.PAYMENTS),
        "agent_id": [f"{states[a // 32]}-B{a % 32:02d}" for a in s["agent"].tolist()],
        "agent_changed": s["broker_changed"].astype(bool),
        "eperm_status": category(np.where(paper, s["eperm"], -1), c.EPERMIT),
        "stamp_present": words(np.where(paper, s["stamp"], -1), ("yes", "no", "not used")),
        "signature_match": words(np.where(paper, s["signature"], -1), c.ANSWERS),
        "missing_boxes": np.where(paper, s["missing_boxes"], 0),
        "permit_lines": np.where(paper, s["lines"], 0),
        "prior_shipments": s["prior_shipments"],
        "prior_hits": s["prior_hits"],
    }
