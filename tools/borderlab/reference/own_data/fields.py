"""The columns of a permit table, and what they are called in Parties' exports."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from borderlab.i18n import N_
from borderlab.reference.text import plain


@dataclass(frozen=True, slots=True)
class Field:
    """One column of the result.

    Attributes:
        name: column name in the kit.
        kind: how its cells are read: ``text``, ``date``, ``number``, ``country``, ``species``,
            ``appendix``, ``term``, ``unit``, ``purpose`` or ``source``.
        title: what it is called in sentences.
        expected: whether its absence is worth a remark.
    """

    name: str
    kind: str
    title: str
    expected: bool = False


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("permit_no", "text", N_("permit number"), expected=True),
        Field("doc_type", "text", N_("type of document")),
        Field("issuer", "country", N_("issuing country")),
        Field("issue_date", "date", N_("date of issue"), expected=True),
        Field("valid_until", "date", N_("valid until")),
        Field("presentation_date", "date", N_("date of presentation")),
        Field("year", "number", N_("year")),
        Field("exporter", "country", N_("country of export"), expected=True),
        Field("dest", "country", N_("country of import"), expected=True),
        Field("origin", "country", N_("country of origin")),
        Field("origin_permit_no", "text", N_("permit number of origin")),
        Field("exporter_name", "text", N_("name of the exporter")),
        Field("importer_name", "text", N_("name of the importer")),
        Field("species", "species", N_("scientific name"), expected=True),
        Field("appendix", "appendix", N_("Appendix"), expected=True),
        Field("term", "term", N_("trade term"), expected=True),
        Field("qty", "number", N_("quantity"), expected=True),
        Field("qty_authorised", "number", N_("quantity authorised")),
        Field("qty_endorsed", "number", N_("quantity endorsed")),
        Field("qty_exporter", "number", N_("quantity reported by the exporter")),
        Field("qty_importer", "number", N_("quantity reported by the importer")),
        Field("unit", "unit", N_("unit"), expected=True),
        Field("purpose", "purpose", N_("purpose of transaction"), expected=True),
        Field("source", "source", N_("source"), expected=True),
        Field("stamp_no", "text", N_("security stamp number")),
        Field("remarks", "text", N_("remarks")),
    )
}
"""Column name in the kit -> how it is read, in the order of the result."""

QUANTITIES = ("qty", "qty_authorised", "qty_endorsed", "qty_exporter", "qty_importer")


@cache
def known_headers() -> dict[str, str]:
    """Folded header in English, French or Spanish -> column name, from ``headers.csv``."""
    path = Path(__file__).with_name("headers.csv")
    with path.open(encoding="utf-8", newline="") as file:
        found = {plain(row["header"]): row["field"] for row in csv.DictReader(file)}
    found.update((plain(name), name) for name in FIELDS)
    return found
