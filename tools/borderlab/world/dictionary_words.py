"""Words of the data dictionary's pages."""

from __future__ import annotations

from borderlab.i18n import N_

TITLE = N_("Data dictionary of the synthetic shipments")
NOTE = N_(
    "Species and law are real. States, ports, firms, permits and events are invented. "
    "No table holds the truth: a label says what an inspection found."
)
MANY = N_("{n} codes, listed in data_dictionary.csv")
MAY_BE_EMPTY = N_("may be empty")
HEADS = (N_("Column"), N_("Meaning"), N_("Unit"), N_("Type"), N_("Empty"), N_("Values"))
TYPES = {
    "id": N_("identifier"), "date": N_("date"), "moment": N_("date and time"),
    "category": N_("category"), "number": N_("number"), "count": N_("whole number"),
    "flag": N_("true or false"), "probability": N_("probability"),
}  # fmt: skip
TITLES = {
    "shipments": N_("Shipments"), "permits": N_("Permits"), "permit_lines": N_("Permit lines"),
    "traders": N_("Traders"), "inspections": N_("Inspections"),
}  # fmt: skip
