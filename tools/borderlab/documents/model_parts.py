"""Parts of a permit: its lines, the paper, the endorsement and the papers that go with it."""

# ruff: noqa: RUF009  (the calls make fields)
from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from borderlab.documents.kinds import code, day, flag, many, number, text

Text = str | None
Flag = bool | None
Day = dt.date | None
Number = float | None


@dataclass(frozen=True, slots=True)
class Alteration:
    """A change made to the document after printing.

    Attributes:
        box: box of the form, or "" outside the boxes.
        kind: ``erasure``, ``overwriting``, ``addition``, ``extension`` or ``clearance note``.
        authenticated: whether stamp and signature of the issuing authority stand beside it.
    """

    box: str
    kind: str
    authenticated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitLine:
    """One line (A to D, or of the annex) and what is known about its goods.

    Boxes 7 to 12b come first; then the endorsement, the linked papers of origin, what was found
    on inspection, and what the commercial papers say. Units are codes; weights are in kg,
    lengths in cm, values in one currency.
    """

    taxon: Text = code("taxa", "7")
    common_name: Text = text("common", "8")
    term: Text = code("terms", "9")
    marks: tuple[str, ...] | None = many("9")
    age_sex: Text = text("plain", "9")
    appendix: Text = code("appendices", "10")
    source: Text = code("sources", "10")
    qty: Number = number("11")
    unit: Text = code("units", "11")
    quota_used: Number = number("11a")
    quota_total: Number = number("11a")
    origin: Text = code("states", "12")
    origin_permit_no: Text = text("documents", "12")
    origin_permit_date: Day = day("12")
    last_reexport: Text = code("states", "12a")
    last_reexport_no: Text = text("documents", "12a")
    last_reexport_date: Day = day("12a")
    operation_no: Text = text("operations", "12b")
    acquisition_date: Day = day("12b")
    hybrid_declared: Flag = flag("7")
    declared_exempt: Flag = flag("9")
    endorsed_qty: Number = number("14")
    # Known about the origin from linked papers.
    origin_valid_until: Day = day("12")
    first_export_date: Day = day("12")
    first_import_date: Day = day("12")
    origin_qty: Number = number("12")
    origin_unit: Text = code("units", "12")
    second_reexport: Flag = flag("12a")
    breeding_capacity: Number = number("12b")
    # Found on inspection.
    found_qty: Number = number("11")
    found_taxon: Text = code("taxa", "7")
    found_marks: tuple[str, ...] | None = many("9")
    wild_signs: Flag = flag("10")
    hybrid_signs: Flag = flag("7")
    net_kg: Number = number("11")
    piece_kg: Number = number("9")
    piece_cm: Number = number("9")
    label: Text = text("labels", "9")
    # Commercial papers.
    invoice_qty: Number = number("11")
    invoice_unit: Text = code("units", "11")
    invoice_value: Number = number("11")
    hs6: Text = code("hs6", "9")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The paper itself, as the officer sees it beside the specimens on file."""

    ticks: Number = number("1")
    title: Flag = flag("header")
    layout_matches: Flag = flag("header")
    original: Flag = flag("1")
    copy_endorsed: Flag = flag("1")
    language: Text = code("languages", "header")
    translation: Flag = flag("header")
    seal: Flag = flag("6")
    seal_matches: Flag = flag("6")
    stamp_no: Text = text("stamps", "5b")
    stamp_affixed: Flag = flag("13")
    stamp_affixed_no: Text = text("stamps", "13")
    stamp_signed: Flag = flag("13")
    stamp_sealed: Flag = flag("13")
    annex_pages: Number = number("annex")
    pages_stated: Number = number("annex")
    annex_linked: Flag = flag("annex")
    alterations: tuple[Alteration, ...] | None = many("alterations")
    holder_filled: tuple[str, ...] | None = many("5")
    holder_may_fill: tuple[str, ...] | None = many("5")
    timber_extension: Flag = flag("2")
    date_order_known: Flag = flag("2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endorsement:
    """Box 14: what the officer of the exporting State wrote."""

    endorsed: Flag = flag("14")
    endorsed_on: Day = day("14")
    unused_struck: Flag = flag("14")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPermit:
    """The import permit presented with, or referred to by, an export document."""

    import_permit: Flag = flag("linked import permit")
    import_issued: Day = day("linked import permit")
    import_confirmed: Flag = flag("linked import permit")
    import_taxon: Text = code("taxa", "linked import permit")
    import_term: Text = code("terms", "linked import permit")
    import_qty: Number = number("linked import permit")
    import_unit: Text = code("units", "linked import permit")
    import_holder: Text = text("names", "linked import permit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Electronic:
    """What the issuing system answers about an electronic permit, and how the print compares."""

    electronic: Flag = flag("electronic")
    e_signature_valid: Flag = flag("electronic")
    e_status: Text = code("statuses", "electronic")
    e_qty: Number = number("electronic")
    e_taxon: Text = code("taxa", "electronic")
    e_valid_until: Day = day("electronic")
    paper: Flag = flag("electronic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """How document and goods were presented, and what the other papers say.

    ``direction`` is ``import``, ``export``, ``re-export``, ``transit``, ``sea`` (introduction
    from the sea) or ``personal`` (claim of personal effects). ``confirmed`` holds the ids of
    rules that the issuing Management Authority has answered to the officer's satisfaction.
    """

    direction: Text = code("directions", "context")
    event_date: Day = day("context")
    departure_date: Day = day("context")
    destination: Text = code("states", "3a")
    waybill: Text = text("transport", "15")
    house_waybill: Text = text("transport", "15")
    invoice_exporter: Text = text("names", "4")
    invoice_importer: Text = text("names", "3")
    agent_authorised: Flag = flag("3")
    traveller: Text = text("names", "4")
    traveller_agent: Flag = flag("4")
    customs_control: Flag = flag("context")
    named_consignee: Flag = flag("3")
    transport_stop: Flag = flag("context")
    ata_carnet: Text = text("plain", "5")
    acquired_abroad: Flag = flag("context")
    taken_there: Flag = flag("context")
    home_state_import: Flag = flag("context")
    export_permit_required: Flag = flag("context")
    institutions_registered: Flag = flag("context")
    confirmed_by_secretariat: Flag = flag("context")
    confirmed: tuple[str, ...] | None = many("context")
