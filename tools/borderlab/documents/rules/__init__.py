"""One predicate per rule, in files by the groups of ``rules.csv``; importing this registers all."""

from borderlab.documents.rules import (
    codes,
    dates,
    documents_needed,
    electronic,
    goods,
    identity,
    ledger,
    origin,
    quotas,
    sources,
    taxonomy,
    transit,
)

__all__ = [
    "codes",
    "dates",
    "documents_needed",
    "electronic",
    "goods",
    "identity",
    "ledger",
    "origin",
    "quotas",
    "sources",
    "taxonomy",
    "transit",
]
