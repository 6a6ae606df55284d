"""What each indicator is called, and its lawful explanation, in the words of indicators.csv."""

# ruff: noqa: E501  (a message stays in one piece)

from __future__ import annotations

from borderlab.i18n import N_

TEXTS = {
    "IND-001": (
        N_("Permit number already used on an earlier consignment or reported as cancelled"),
        N_("Split shipment wrongly endorsed; data-entry slip"),
    ),
    "IND-002": (
        N_("Issuing body is not a Management Authority notified to the Secretariat"),
        N_("Directory not refreshed after ministry change"),
    ),
    "IND-003": (
        N_("Permit expired at the date of import presentation"),
        N_("Carrier delay; needs a legal, not a criminal response"),
    ),
    "IND-004": (
        N_("Permit issued after the goods left (retrospective) without lawful basis"),
        N_("The narrow exceptions for retrospective permits"),
    ),
    "IND-005": (
        N_("Required information box empty or overwritten"),
        N_("An old form was used"),
    ),
    "IND-006": (
        N_("Quantity endorsed at export differs from quantity authorised or presented"),
        N_("Mortality or unit conversion"),
    ),
    "IND-007": (
        N_("Signature, seal or security stamp does not match the specimen on file"),
        N_("New signatory not yet notified"),
    ),
    "IND-008": (
        N_("Security feature missing where the issuer is known to use one"),
        N_("Stamp shortage notified by the MA"),
    ),
    "IND-009": (
        N_("Document looks official but design does not match that issuer"),
        N_("The form was redesigned"),
    ),
    "IND-010": (
        N_("Alteration, erasure or different typeface not validated by stamp"),
        N_("A clerk corrected a slip"),
    ),
    "IND-011": (
        N_(
            "Permit, invoice, packing list and transport document disagree on species, form, quantity or weight"
        ),
        N_("Gross versus net weight; rounding"),
    ),
    "IND-012": (
        N_("Scientific name absent, outdated or at genus level where species is required"),
        N_("Listing allows higher taxon"),
    ),
    "IND-013": (
        N_("Electronic verification says no such permit or does not answer"),
        N_("System outage; no answer is unknown, not fraud"),
    ),
    "IND-014": (
        N_(
            "Country of origin box blank or equal to re-export country for a species not native there"
        ),
        N_("Established introduced population"),
    ),
    "IND-015": (
        N_("Purpose code inconsistent with consignee type (e.g. zoo purpose to a private house)"),
        N_("Private zoological collection"),
    ),
    "IND-016": (
        N_("Export from a State under a recommendation to suspend trade for that species"),
        N_("Specimen acquired before the suspension, with a valid certificate"),
    ),
    "IND-017": (
        N_("Reported quantity for the year exceeds the published export quota"),
        N_("Carry-over from previous year"),
    ),
    "IND-018": (
        N_(
            "Permit seeks confirmation that the issuing MA has not given within the good-practice period"
        ),
        N_("Small MA, holiday"),
    ),
}
