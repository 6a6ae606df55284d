"""One clean line: goods, quantity, quota, marks, papers of origin, and what inspection found."""

from __future__ import annotations

import datetime as dt
import random
from functools import cache
from typing import TYPE_CHECKING, Any

from borderlab import reference
from borderlab.documents.adapter_world import world_reference
from borderlab.documents.codes import APPENDICES
from borderlab.documents.defects.goods import Lot, hs6, operation
from borderlab.documents.kinds import BLANK_DATE, BLANK_NUMBER
from borderlab.documents.model import PermitLine
from borderlab.reference.rows import Species

if TYPE_CHECKING:
    from borderlab.documents.defects.clean import Maker

_EPOCH = dt.date(1970, 1, 1)
_FEW = {"TRO": 2, "SKU": 2, "TUS": 2}
Cells = dict[str, Any]


def clean_line(maker: Maker, kind: str, lot: Lot, issued: dt.date, event: dt.date) -> PermitLine:
    """A line of a permit of a kind, with everything a careful officer would have recorded."""
    from borderlab.documents.defects.clean import KINDS

    ref, rng = world_reference(), maker.rng
    shape = KINDS[kind]
    row = ref.taxa.rows[lot.taxon]
    source = _source(row, shape.source, kind)
    listed = ref.listed(lot.taxon, lot.state, (event - _EPOCH).days)
    qty = _quantity(rng, lot, few=shape.appendix_one or kind == "registered")
    cells: Cells = {"origin": "", "origin_permit_no": "", "origin_permit_date": BLANK_DATE,
                    "last_reexport": "", "last_reexport_no": "", "last_reexport_date": BLANK_DATE,
                    "operation_no": "", "acquisition_date": BLANK_DATE, "marks": (),
                    "quota_used": BLANK_NUMBER, "quota_total": BLANK_NUMBER}  # fmt: skip
    if shape.document == "EXPORT":
        qty = _quota(maker, lot, source, shape.purpose, issued, qty, cells)
    if shape.document == "REEXPORT":
        cells |= _origin(maker, lot, issued, qty)
    if shape.document in ("PRE_CONVENTION", "MUSICAL"):
        first = _EPOCH + dt.timedelta(days=int(ref.taxa.first_listed[lot.taxon]))
        cells["acquisition_date"] = first - dt.timedelta(days=rng.randint(400, 3000))
    if kind == "registered":
        cells["operation_no"] = operation(lot)
    cells |= _marks(rng, lot, kind, source, issued, qty)
    cells |= _commerce(rng, lot, qty)
    return PermitLine(
        taxon=lot.name, common_name=row.common_name("en"), term=lot.term, source=source,
        appendix=APPENDICES[int(listed)], qty=qty, unit="" if lot.unit == "NAR" else lot.unit,
        hybrid_declared=False, hybrid_signs=False, wild_signs=False, declared_exempt=False,
        endorsed_qty=qty if shape.document in ("EXPORT", "REEXPORT") else None, found_qty=qty,
        found_taxon=lot.name, found_marks=cells["marks"], **cells,
    )  # fmt: skip


def _source(row: Any, source: str, kind: str) -> str:
    if kind == "caviar" and isinstance(row, Species) and "C" not in row.typical_sources:
        return "W"
    return source


def _quantity(rng: random.Random, lot: Lot, *, few: bool) -> float:
    if few:
        return float(rng.randint(1, 3))
    if lot.unit == "NAR":
        return float(rng.randint(1, _FEW.get(lot.term, 12)))
    return round(rng.uniform(0.5, 20), 1)


def _quota(  # noqa: PLR0913, PLR0917  (what decides a quota)
    maker: Maker, lot: Lot, source: str, purpose: str, issued: dt.date, qty: float, cells: Cells
) -> float:
    """Fill box 11a if a quota is published; gives the quantity that still fits under it."""
    ref = world_reference()
    codes = ref.codes
    at = int(ref.quotas.match(
        lot.taxon, lot.state, codes.of("sources", source), codes.of("purposes", purpose),
        codes.of("terms", lot.term), (issued - _EPOCH).days,
    ))  # fmt: skip
    if at < 0:
        return qty
    total = float(ref.quotas.values[at])
    key = (lot.taxon, lot.state, lot.term, issued.year)
    used = maker.used.get(key, 0.0)
    qty = min(qty, total - used)
    if qty <= 0:
        raise LookupError(f"the quota of {lot.name} is used up")
    maker.used[key] = round(used + qty, 3)
    cells["quota_used"], cells["quota_total"] = maker.used[key], total
    return qty


def _origin(maker: Maker, lot: Lot, issued: dt.date, qty: float) -> Cells:
    rng, state = maker.rng, world_reference().states.values[lot.state]
    exported = issued - dt.timedelta(days=rng.randint(120, 400))
    return {
        "origin": state,
        "origin_permit_no": f"{state}{exported:%y}-9{maker.count:07d}",
        "origin_permit_date": exported,
        "origin_valid_until": exported + dt.timedelta(days=180),
        "first_export_date": exported + dt.timedelta(days=10),
        "first_import_date": exported + dt.timedelta(days=30),
        "origin_qty": qty * rng.randint(1, 4),
        "origin_unit": "" if lot.unit == "NAR" else lot.unit,
        "second_reexport": False,
    }


@cache
def _mark_codes(table: str) -> dict[str, str]:
    """Accepted name -> code on tags or labels."""
    found = {}
    for row in reference.table(table):
        taxon = reference.find(" ".join(row.taxon.split()[:2]))
        if taxon is not None and row.code not in ("HYB", "MIX"):
            found[taxon.scientific_name] = row.code
    return found


def _marks(  # noqa: PLR0913, PLR0917  (what a mark shows)
    rng: random.Random, lot: Lot, kind: str, source: str, issued: dt.date, qty: float
) -> Cells:
    ref = world_reference()
    state, serial = ref.states.values[lot.state], rng.randint(1000, 8000)
    harvest = issued.year - 1
    if ref.taxa.crocodile[lot.taxon] and lot.term in ("SKI", "SID"):
        code = _mark_codes("crocodilian_codes").get(lot.name, "HYB")
        n = range(int(max(qty, 1)))
        return {"marks": tuple(f"{state}{harvest % 100:02d}{serial + at:05d}{code}" for at in n)}
    if lot.term == "CAV":
        code = _mark_codes("caviar_codes").get(lot.name, "MIX")
        label = f"{code}/{source[-1]}/{state}/{harvest}/{state}PL{serial % 7}/{serial}"
        return {"marks": (label,), "label": label}
    if lot.term == "TUS":
        return {
            "marks": (f"{state}/{harvest % 100}/{serial}/12",),
            "piece_kg": 12.0,
            "piece_cm": 110.0,
        }
    if kind in ("zoo", "registered") or (lot.term == "LIV" and kind == "exhibition"):
        return {"marks": tuple(f"9850{serial + at:011d}" for at in range(int(qty)))}
    return {}


def _commerce(rng: random.Random, lot: Lot, qty: float) -> Cells:
    """Weight, invoice and tariff line, near what is typical of the goods."""
    ref = world_reference()
    term, group = ref.codes.of("terms", lot.term), int(ref.taxa.group[lot.taxon])
    mass, price = float(ref.codes.mass[group, term]), float(ref.codes.price[group, term])
    net = qty if lot.unit == "KGM" else qty * mass * rng.uniform(0.6, 1.6)
    known = net == net and lot.unit in ("NAR", "KGM")  # noqa: PLR0124  (NaN where nothing is known)
    return {
        "invoice_qty": qty,
        "invoice_unit": "" if lot.unit == "NAR" else lot.unit,
        "net_kg": round(net, 3) if known else None,
        "invoice_value": round(net * price * rng.uniform(0.5, 2), 2) if known else None,
        "hs6": hs6(lot),
    }
