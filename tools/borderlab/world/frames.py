"""Data frames with ids, dates, units of measure and categories.

Values are codes that are the same in every language, so that code in a lesson is; columns that
end in `_label` carry the words of the chosen language.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from borderlab.world import codes as c
from borderlab.world.places import MODES, atlas
from borderlab.world.calibration import calibration
from borderlab.world.clock import FIRST_DAY
from borderlab.world.ids import permit_numbers, shipment_ids, trader_ids
from borderlab.world.labels import add_labels
from borderlab.world.step_cargo import profile

if TYPE_CHECKING:
    from borderlab.world.tables import World

_START = np.datetime64(FIRST_DAY)


def code(text: str) -> str:
    """A category as one word: 'live animals' becomes 'live_animals'."""
    return text.replace(" ", "_")


def _words(values: np.ndarray, names: Sequence[str]) -> pd.Categorical:
    """Categorical column of words, each written as one."""
    return _category(values, [code(name) for name in names])


def _category(values: np.ndarray, names: Sequence[str]) -> pd.Categorical:
    """Categorical column; empty names are missing values."""
    known = [name for name in names if name]
    place = np.array([known.index(name) if name else -1 for name in names])
    at = place[values]
    at = np.where(values < 0, -1, at)
    return pd.Categorical.from_codes(at, categories=known)


def _day(values: np.ndarray) -> np.ndarray:
    return (_START + values.astype("timedelta64[D]")).astype("datetime64[s]")


def _hundredths(values: np.ndarray) -> np.ndarray:
    return values / 100.0


def frame(world: World, table: str, language: str) -> pd.DataFrame:
    """One table of a world as a data frame."""
    makers = {"shipments": _shipments, "permits": _permits, "permit_lines": _lines, "traders": _traders,
              "inspections": _inspections, "truth": _truth}  # fmt: skip
    made = pd.DataFrame(makers[table](world))
    return add_labels(made, language) if table in {"shipments", "permits", "permit_lines"} else made


def _permit_numbers(world: World) -> list[str | None]:
    s = world.shipments
    row = s["permit_row"]
    at = np.maximum(row, 0)
    return permit_numbers(row, s["exporter"][at], s["issue_day"][at], world.seed)


def _species(values: np.ndarray) -> pd.Categorical:
    return _category(values, calibration().taxa)


def _shipments(world: World) -> dict[str, Any]:
    s, net = world.shipments, world.register
    states, ports = atlas().codes, [port.port_id for port in atlas().ports]
    paper = s["document"] != 2
    importer = s["importer_id"]

    def shown(values: np.ndarray) -> np.ndarray:
        """What only the permit says is missing where no permit was presented."""
        return np.where(paper, values, np.nan)

    def when(values: np.ndarray) -> np.ndarray:
        return np.where(paper, _day(values), np.datetime64("NaT", "s"))

    rank = s["rank"].astype(bool)
    return {
        "shipment_id": shipment_ids(np.arange(world.n)),
        "presentation_date": _day(s["presentation_day"]),
        "arrival_ts": _day(s["presentation_day"]) + s["arrival_minute"].astype("timedelta64[m]"),
        "permit_no": _permit_numbers(world),
        "document_type": _words(s["document"], c.DOCUMENTS),
        "issuer": _category(np.where(paper, s["exporter"], -1), [f"{state}-MA" for state in states]),
        "issue_date": when(s["issue_day"]),
        "valid_until": when(s["valid_until"]),
        "departure_date": _day(s["departure_day"]),
        "origin": _category(s["origin"], states),
        "exporter": _category(s["exporter"], states),
        "reexport_country": _category(np.where(s["reexport"] == 1, s["exporter"], -1), states),
        "transit": _category(s["transit"], states),
        "dest": _category(s["dest"], states),
        "species": _species(s["taxon"]),
        "taxon_rank": _category(rank.astype(np.int8), c.RANKS),
        "appendix": _category(s["appendix"], c.APPENDICES[:3]),
        "source": _category(s["source"], c.SOURCES),
        "purpose": _category(s["purpose"], c.PURPOSES),
        "term": _category(s["term"], calibration().terms),
        "unit": _category(s["unit"], c.UNITS),
        "qty_authorised": shown(_hundredths(s["qty_authorised"])),
        "qty_endorsed": shown(_hundredths(s["qty_endorsed"])),
        "qty_presented": _hundredths(s["qty"]),
        "quota": np.where((s["quota"] > 0) & paper, _hundredths(s["quota"]), np.nan),
        "quota_used": np.where((s["quota"] > 0) & paper, _hundredths(s["quota_used"]), np.nan),
        "hs6": _category(s["hs6"], profile().lines),
        "value": _hundredths(s["value"]),
        "net_kg": _hundredths(s["net"]),
        "gross_kg": _hundredths(s["gross"]),
        "measured_kg": _hundredths(s["measured"]),
        "pieces": s["pieces"],
        "freight": _hundredths(s["freight"]),
        "insured_value": np.where(s["insured"] > 0, _hundredths(s["insured"]), np.nan),
        "mode": _category(s["mode"], MODES),
        "legs": s["legs"],
        "distance_ratio": _hundredths(s["detour"]),
        "origin_port": _category(s["origin_port"], ports),
        "entry_point": _category(s["dest_port"], ports),
        "designated_port": np.array([port.designated for port in atlas().ports])[s["dest_port"]],
        "amendments": s["amendments"],
        "freezone_flag": s["freezone"].astype(bool),
        "storage_days": s["storage"],
        "exporter_id": trader_ids(s["exporter_id"], net.state[s["exporter_id"]], world.seed),
        "importer_id": trader_ids(importer, net.state[importer], world.seed),
        "importer_sector": _words(net.sector[importer], c.SECTORS),
        "consignee_type": _words(s["consignee"], c.CONSIGNEES),
        "company_age": np.round(net.age_months[importer] / 12, 1),
        "address_type": _words(net.address[importer], c.ADDRESSES),
        "payment_mode": _words(net.payment[importer], c.PAYMENTS),
        "agent_id": [f"{states[a // 32]}-B{a % 32:02d}" for a in s["agent"].tolist()],
        "agent_changed": s["broker_changed"].astype(bool),
        "eperm_status": _category(np.where(paper, s["eperm"], -1), c.EPERMIT),
        "stamp_present": _words(np.where(paper, s["stamp"], -1), ("yes", "no", "not used")),
        "signature_match": _words(np.where(paper, s["signature"], -1), c.ANSWERS),
        "missing_boxes": np.where(paper, s["missing_boxes"], 0),
        "permit_lines": np.where(paper, s["lines"], 0),
        "prior_shipments": s["prior_shipments"],
        "prior_hits": s["prior_hits"],
    }  # fmt: skip


def _permits(world: World) -> dict[str, Any]:
    s, row = world.shipments, world.permits
    states, net = atlas().codes, world.register
    return {
        "permit_no": permit_numbers(row, s["exporter"][row], s["issue_day"][row], world.seed),
        "document_type": _words(s["reexport"][row], c.DOCUMENTS[:2]),
        "issuer": _category(s["exporter"][row], [f"{state}-MA" for state in states]),
        "signatory": [signatory(states[e], d) for e, d in zip(s["exporter"][row].tolist(), s["issue_day"][row].tolist(), strict=True)],
        "issue_date": _day(s["issue_day"][row]),
        "valid_until": _day(s["valid_until"][row]),
        "exporter": _category(s["exporter"][row], states),
        "dest": _category(s["dest"][row], states),
        "exporter_id": trader_ids(s["exporter_id"][row], net.state[s["exporter_id"][row]], world.seed),
        "importer_id": trader_ids(s["importer_id"][row], net.state[s["importer_id"][row]], world.seed),
        "lines": s["lines"][row],
    }


def signatory(state: str, day: int) -> str:
    """Who signs for a State on a day: the first of its two signatories in office."""
    from borderlab.world.clock import date_of

    iso = date_of(day).isoformat()
    for row in atlas().tables["signatories"]:
        if row["authority_id"] == f"{state}-MA" and row["valid_from"] <= iso <= (row["valid_until"] or "9999"):
            return row["signatory_id"]
    return f"{state}-S3"


def _lines(world: World) -> dict[str, Any]:
    s, lines = world.shipments, world.permit_lines
    row = lines["permit"]
    reported = {name: np.where(lines[name] > 0, _hundredths(lines[name]), np.nan) for name in ("reported_export", "reported_import")}
    return {
        "permit_no": permit_numbers(row, s["exporter"][row], s["issue_day"][row], world.seed),
        "line_no": lines["line_no"],
        "species": _species(lines["taxon"]),
        "term": _category(lines["term"], calibration().terms),
        "unit": _category(lines["unit"], c.UNITS),
        "qty_authorised": _hundredths(lines["qty"]),
        **reported,
    }


def _traders(world: World) -> dict[str, Any]:
    net = world.register
    every = np.arange(net.state.size)
    states = atlas().codes
    return {
        "trader_id": trader_ids(every, net.state, world.seed),
        "role": _category(net.exporter.astype(np.int8), ("importer", "exporter")),
        "state": _category(net.state, states),
        "sector": _words(net.sector, c.SECTORS),
        "company_age": np.round(net.age_months / 12, 1),
        "address_type": _words(net.address, c.ADDRESSES),
        "payment_mode": _words(net.payment, c.PAYMENTS),
        "agent_id": [f"{states[a // 32]}-B{a % 32:02d}" for a in net.broker.tolist()],
    }


def _inspections(world: World) -> dict[str, Any]:
    i = world.inspections
    return {
        "inspection_id": [f"N{k + 1:08d}" for k in range(i["shipment"].size)],
        "shipment_id": shipment_ids(i["shipment"]),
        "reason": _words(i["reason"], c.REASONS),
        "selection_probability": i["selection_probability"],
        **{f"used_{name}": i[f"used_{name}"] for name in c.TOOLS},
        "scan_score": np.where(i["scan_score"] >= 0, i["scan_score"], np.nan),
        "dog_alert": _category(i["dog_alert"], ("no", "yes")),
        "minutes": i["minutes"],
        "result": _words(i["result"], c.RESULTS),
        "finding": _words(i["finding"], c.FINDINGS),
        "label": i["label"],
    }


def _truth(world: World) -> dict[str, Any]:
    t, s, net = world.truth, world.shipments, world.register
    return {
        "shipment_id": shipment_ids(np.arange(world.n)),
        "violation": t["mechanism"] > 0,
        "mechanism": _words(t["mechanism"], c.MECHANISMS),
        "benign_defect": _words(t["defect"], c.DEFECTS),
        "true_species": _species(t["true_taxon"]),
        "true_source": _category(t["true_source"], c.SOURCES),
        "true_origin": _category(t["true_origin"], atlas().codes),
        "true_qty": _hundredths(t["true_qty"]),
        "importer_offender": net.offender[s["importer_id"]],
        "exporter_offender": net.offender[s["exporter_id"]],
    }
