"""Codes of the coded columns: a column holds places in these tuples."""

from __future__ import annotations

STREAMS = ("wild", "captive")
STREAM_OF = {"W": "wild", "A": "wild", "R": "wild", "O": "wild", "I": "wild", "X": "wild",
             "C": "captive", "F": "captive", "D": "captive"}  # fmt: skip
SOURCES = ("W", "C", "A", "F", "R", "D", "O", "I", "X", "U", "")
APPENDICES = ("I", "II", "III", "N")
UNITS = ("NAR", "KGM", "GRM", "MTQ", "MTK", "MTR", "MLT", "LTR")
PURPOSES = ("T", "P", "H", "S", "E", "Q", "Z", "B", "M", "L", "N", "G", "")
SECTORS = ("live animals", "leather and fashion", "timber", "plants", "food and fishery",
           "hunting", "zoo", "research", "medicine and cosmetics", "private person")  # fmt: skip
CONSIGNEES = ("company", "zoo", "research institute", "private person", "museum", "hotel or villa")
ADDRESSES = ("business premises", "office", "home", "PO box", "hotel")
PAYMENTS = ("bank transfer", "letter of credit", "card", "cash", "third party")
EPERMIT = ("MATCH", "NO_ANSWER", "NOT_CONNECTED", "MISMATCH", "NOT_FOUND")
DOCUMENTS = ("export permit", "re-export certificate", "none presented")
RANKS = ("species", "genus")
ANSWERS = ("yes", "no", "not checked")
MECHANISMS = ("", "laundered_source", "quota_overrun", "false_origin", "lookalike_name",
              "reused_permit", "altered_permit", "expired_permit", "quantity_above_permit",
              "hidden_goods", "missing_document", "diversion_in_transit")  # fmt: skip
DEFECTS = ("", "late_arrival", "blank_box", "higher_taxon", "count_difference", "weight_difference",
           "new_signatory", "stamp_missing", "undesignated_port", "address_change",
           "retrospective_permit", "document_to_follow")  # fmt: skip
TOOLS = ("documents", "scan", "dog", "physical")
REASONS = ("random", "profile", "history")
RESULTS = ("compliant", "irregularity", "violation")
FINDINGS = ("", "source doubted", "quota exceeded", "origin doubted", "other species",
            "permit used before", "permit altered", "permit expired", "more than permitted",
            "goods not declared", "no document", "diverted", "paper error", "count differs",
            "false alarm")  # fmt: skip
# The valid pairs of 2013 know this code as coral sand; it has meant cosmetics since. Nothing is
# known about units of cosmetics, so none is called impossible.
UNITS_UNKNOWN = frozenset({"COS"})
