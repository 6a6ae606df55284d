"""Transit, personal effects and scientific exchange."""

# ruff: noqa: D103  (rules.csv says what a rule is; a docstring adds what it does not)
from __future__ import annotations

from typing import Any

import numpy as np

from borderlab.documents.derived import II, I
from borderlab.documents.registry import line_rule, permit_rule
from borderlab.documents.view import View, dated, no, yes

# Agreed limits per person in the unit of the line (general knowledge; see the facts, F7.06).
CAVIAR_KG, SHELLS, SEAHORSES, CROCODILE_GOODS = 0.125, 3, 4, 4


@permit_rule("R170")
def transit_claim_not_met(v: View) -> Any:
    """Sample collections under an ATA carnet count as transit."""
    failed = no(v.customs_control) | no(v.named_consignee) | no(v.transport_stop)
    return v.any_of("direction", "transit") & failed & ~v.any_of("doc_type", "SAMPLE_COLL")


@permit_rule("R171")
def transit_without_document(v: View) -> Any:
    """A copy may do."""
    expired = dated(v.valid_until) & dated(v.event_date) & (v.event_date > v.valid_until)
    return v.any_of("direction", "transit") & (v.any_of("doc_type", "NONE") | expired)


def _above_limit(v: View) -> Any:
    caviar = v.any_of("term", "CAV") & (v.amount > CAVIAR_KG)
    crocodile = v.ref.taxa.crocodile[v.accepted] & (v.qty > CROCODILE_GOODS)
    pieces = v.ref.codes.counted[v.unit]
    shells = _reached(v, "Strombus gigas", "Tridacnidae")[v.accepted] & (v.qty > SHELLS)
    horses = _reached(v, "Hippocampus")[v.accepted] & (v.qty > SEAHORSES)
    return caviar | crocodile | ((shells | horses) & pieces)


def _reached(v: View, *names: str) -> Any:
    """Look-up table by accepted taxon: whether it is, or belongs to, one of these."""
    key = ("within", names)
    if key not in v.tables:
        taxa = v.ref.taxa
        table = np.zeros(taxa.n + 3, dtype=bool)
        table[[at for name in names for at in taxa.within(name)]] = True
        v.tables[key] = table
    return v.tables[key]


@line_rule("R172")
def personal_effects_fail(v: View) -> Any:
    """Appendix I acquired abroad is never exempt; Appendix II by three conditions or the limits."""
    first = (v.app == I) & yes(v.acquired_abroad)
    treaty = yes(v.acquired_abroad) & yes(v.taken_there) & yes(v.home_state_import)
    second = (v.app == II) & ((treaty & yes(v.export_permit_required)) | _above_limit(v))
    return v.any_of("direction", "personal") & v.any_of("doc_type", "NONE") & (first | second)


@permit_rule("R173")
def institution_not_registered(v: View) -> Any:
    trade = v.any_of("purpose", "T")
    return v.any_of("doc_type", "SCI_LABEL") & (no(v.institutions_registered) | trade)
