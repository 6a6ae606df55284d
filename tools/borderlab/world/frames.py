"""Data frames with ids, dates, units of measure and categories.

Values are codes that are the same in every language, so that code in a lesson is; columns that
end in `_label` carry the words of the chosen language.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from borderlab.world import codes as c
from borderlab.world.calibration import calibration
from borderlab.world.clock import FIRST_DAY, day_number
from borderlab.world.frame_parts import category, day, hundredths, species, words
from borderlab.world.frame_shipments import shipments_columns
from borderlab.world.ids import permit_numbers, shipment_ids, trader_ids
from borderlab.world.labels import add_labels
from borderlab.world.places import atlas

if TYPE_CHECKING:
    from borderlab.world.tables import World

_START = np.datetime64(FIRST_DAY)


def frame(world: World, table: str, language: str) -> pd.DataFrame:
    """One table of a world as a data frame."""
    makers = {
        "shipments": shipments_columns,
        "permits": _permits,
        "permit_lines": _lines,
        "traders": _traders,
        "inspections": _inspections,
        "truth": _truth,
    }
    made = pd.DataFrame(makers[table](world))
    return add_labels(made, language) if table in {"shipments", "permits", "permit_lines"} else made


def _permits(world: World) -> dict[str, Any]:
    s, row = world.shipments, world.permits
    states, net = atlas().codes, world.register
    return {
        "permit_no": permit_numbers(row, s["exporter"][row], s["issue_day"][row], world.seed),
        "document_type": words(s["reexport"][row], c.DOCUMENTS[:2]),
        "issuer": category(s["exporter"][row], [f"{state}-MA" for state in states]),
        "signatory": [
            signatory(states[e], d)
            for e, d in zip(s["exporter"][row].tolist(), s["issue_day"][row].tolist(), strict=True)
        ],
        "issue_date": day(s["issue_day"][row]),
        "valid_until": day(s["valid_until"][row]),
        "exporter": category(s["exporter"][row], states),
        "dest": category(s["dest"][row], states),
        "exporter_id": trader_ids(
            s["exporter_id"][row], net.state[s["exporter_id"][row]], world.seed
        ),
        "importer_id": trader_ids(
            s["importer_id"][row], net.state[s["importer_id"][row]], world.seed
        ),
        "lines": s["lines"][row],
    }


@cache
def _in_office(state: str) -> list[tuple[int, int, str]]:
    """First day, last day and id of those who may sign for a State, as in the table."""
    return [
        (
            day_number(row["valid_from"]),
            day_number(row["valid_until"] or "9999-12-31"),
            row["signatory_id"],
        )
        for row in atlas().tables["signatories"]
        if row["authority_id"] == f"{state}-MA"
    ]


def signatory(state: str, day: int) -> str:
    """Who signs for a State on a day: the first of its two signatories in office."""
    found = (who for first, last, who in _in_office(state) if first <= day <= last)
    return next(found, f"{state}-S3")


def _lines(world: World) -> dict[str, Any]:
    s, lines = world.shipments, world.permit_lines
    row = lines["permit"]
    reported = {
        name: np.where(lines[name] > 0, hundredths(lines[name]), np.nan)
        for name in ("reported_export", "reported_import")
    }
    return {
        "permit_no": permit_numbers(row, s["exporter"][row], s["issue_day"][row], world.seed),
        "line_no": lines["line_no"],
        "species": species(lines["taxon"]),
        "term": category(lines["term"], calibration().terms),
        "unit": category(lines["unit"], c.UNITS),
        "qty_authorised": hundredths(lines["qty"]),
        **reported,
    }


def _traders(world: World) -> dict[str, Any]:
    net = world.register
    every = np.arange(net.state.size)
    states = atlas().codes
    return {
        "trader_id": trader_ids(every, net.state, world.seed),
        "role": category(net.exporter.astype(np.int8), ("importer", "exporter")),
        "state": category(net.state, states),
        "sector": words(net.sector, c.SECTORS),
        "company_age": np.round(net.age_months / 12, 1),
        "address_type": words(net.address, c.ADDRESSES),
        "payment_mode": words(net.payment, c.PAYMENTS),
        "agent_id": [f"{states[a // 32]}-B{a % 32:02d}" for a in net.broker.tolist()],
    }


def _inspections(world: World) -> dict[str, Any]:
    i = world.inspections
    return {
        "inspection_id": [f"N{k + 1:08d}" for k in range(i["shipment"].size)],
        "shipment_id": shipment_ids(i["shipment"]),
        "reason": words(i["reason"], c.REASONS),
        "selection_probability": i["selection_probability"],
        **{f"used_{name}": i[f"used_{name}"] for name in c.TOOLS},
        "scan_score": np.where(i["scan_score"] >= 0, i["scan_score"], np.nan),
        "dog_alert": category(i["dog_alert"], ("no", "yes")),
        "minutes": i["minutes"],
        "result": words(i["result"], c.RESULTS),
        "finding": words(i["finding"], c.FINDINGS),
        "label": i["label"],
    }


def _truth(world: World) -> dict[str, Any]:
    t, s, net = world.truth, world.shipments, world.register
    return {
        "shipment_id": shipment_ids(np.arange(world.n)),
        "violation": t["mechanism"] > 0,
        "mechanism": words(t["mechanism"], c.MECHANISMS),
        "benign_defect": words(t["defect"], c.DEFECTS),
        "true_species": species(t["true_taxon"]),
        "true_source": category(t["true_source"], c.SOURCES),
        "true_origin": category(t["true_origin"], atlas().codes),
        "true_qty": hundredths(t["true_qty"]),
        "importer_offender": net.offender[s["importer_id"]],
        "exporter_offender": net.offender[s["exporter_id"]],
    }
