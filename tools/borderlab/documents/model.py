"""A permit as an officer holds it: the boxes, the paper, the goods and the papers with it."""

# ruff: noqa: RUF009  (the calls make fields)
from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

from borderlab.documents.kinds import code, day, flag, text
from borderlab.documents.model_parts import (
    Alteration,
    Day,
    Electronic,
    Endorsement,
    Flag,
    Form,
    ImportPermit,
    PermitLine,
    Presentation,
    Text,
)

__all__ = [
    "PARTS",
    "PART_OF",
    "Alteration",
    "Electronic",
    "Endorsement",
    "Form",
    "ImportPermit",
    "Permit",
    "PermitLine",
    "Presentation",
    "changed",
    "changed_line",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """A CITES document as presented.

    ``None`` is: not recorded; ``""`` (and `BLANK_DATE`, `BLANK_NUMBER`): the box is empty.
    Country codes are ISO alpha-2 (or of an invented State); ``doc_type`` is a code of
    ``datasets/reference/document_types.csv``, ``OTHER`` or ``NONE`` (no document presented).
    """

    doc_type: Text = code("doc_types", "1")
    type_text: Text = text("plain", "1")
    number: Text = text("documents", "1")
    valid_until: Day = day("2")
    importer_name: Text = text("names", "3")
    importer_address: Text = text("plain", "3")
    import_country: Text = code("states", "3a")
    exporter_name: Text = text("names", "4")
    exporter_address: Text = text("plain", "4")
    applicant_signature: Flag = flag("4")
    special_conditions: Text = text("plain", "5")
    transport_statement: Flag = flag("5")
    purpose: Text = code("purposes", "5a")
    issuer: Text = code("states", "6")
    authority: Text = code("authorities", "6")
    signatory: Text = code("signatories", "13")
    signature: Flag = flag("13")
    issue_date: Day = day("13")
    transport_doc: Text = text("transport", "15")
    retrospective: Flag = flag("5")
    retrospective_reason: Text = text("plain", "5")
    retrospective_agreed: Flag = flag("5")
    replaces: Text = text("documents", "5")
    replaced_cancelled: Flag = flag("5")
    origin_statement: Flag = flag("5")
    propagation_statement: Flag = flag("5")
    non_detriment: Flag = flag("5")
    legal_acquisition: Flag = flag("5")
    lines: tuple[PermitLine, ...] = ()
    form: Form = field(default_factory=Form)
    endorsement: Endorsement = field(default_factory=Endorsement)
    import_paper: ImportPermit = field(default_factory=ImportPermit)
    electronic_record: Electronic = field(default_factory=Electronic)
    presentation: Presentation = field(default_factory=Presentation)


PARTS = {
    "form": Form,
    "endorsement": Endorsement,
    "import_paper": ImportPermit,
    "electronic_record": Electronic,
    "presentation": Presentation,
}
"""Part of a `Permit` -> its class. Field names are unique across all of them."""
HEAD_FIELDS = {f.name for f in dataclasses.fields(Permit)} - {"lines", *PARTS}
PART_OF = {f.name: part for part, cls in PARTS.items() for f in dataclasses.fields(cls)}
"""Field name -> part of the permit that holds it."""


def changed(permit: Permit, **values: object) -> Permit:
    """A copy with fields of the permit or of any of its parts replaced.

    Raises:
        TypeError: no part has such a field.
    """
    head: dict[str, object] = {}
    parts: dict[str, dict[str, object]] = {}
    for name, value in values.items():
        if name in HEAD_FIELDS or name in PARTS or name == "lines":
            head[name] = value
        elif name in PART_OF:
            parts.setdefault(PART_OF[name], {})[name] = value
        else:
            raise TypeError(f"a permit has no field {name!r}")
    for part, new in parts.items():
        head[part] = dataclasses.replace(getattr(permit, part), **new)
    return dataclasses.replace(permit, **head)  # type: ignore[arg-type]


def changed_line(permit: Permit, at: int = 0, /, **values: object) -> Permit:
    """A copy with fields of one line replaced."""
    lines = list(permit.lines)
    lines[at] = dataclasses.replace(lines[at], **values)  # type: ignore[arg-type]
    return dataclasses.replace(permit, lines=tuple(lines))
