"""Lawful look-alikes of defects of origin, listing and goods."""

# ruff: noqa: ARG001  (all recipes have one signature, whether they draw lots or not)
from __future__ import annotations

import datetime as dt
import random

import numpy as np

from borderlab.documents.adapter_world import world_reference
from borderlab.documents.defects.clean_parts import add_months
from borderlab.documents.defects.injecting import days, on_taxon, other, recipe, sent_from
from borderlab.documents.model import Permit, changed, changed_line

Permits = tuple[Permit, ...]
_UPLISTED = dt.date(2026, 3, 5)
_EPOCH = dt.date(1970, 1, 1)


def _first_plant() -> tuple[str, str]:
    """An Appendix-I plant and a State of its range."""
    ref = world_reference()
    for taxon in np.nonzero(ref.taxa.plant)[0].tolist():
        for state in np.nonzero(ref.in_range[taxon] == 1)[0].tolist():
            if ref.listed(taxon, state, 20000) == 0 and not ref.suspensions.touched[taxon, state]:
                return ref.taxa.rows[taxon].scientific_name, ref.states.values[state]
    raise LookupError("no Appendix-I plant in the invented world")


@recipe("BN06", "grown", "R096", "12b")
def nursery_without_number(permit: Permit, rng: random.Random) -> Permit:
    """A plant of source D, no number; the authority has confirmed the nursery."""
    name, state = _first_plant()
    sent = changed(sent_from(permit, state), confirmed=("R096",), transport_statement=True)
    return on_taxon(
        sent, name, appendix="I", source="D", operation_no="", term="LIV", unit="", invoice_unit=""
    )


def _uplisted() -> tuple[str, str]:
    """A taxon and State whose Appendix changed on the day amendments took effect."""
    ref = world_reference()
    day = (_UPLISTED - _EPOCH).days
    for taxon in range(ref.taxa.n):
        for state in np.nonzero(ref.in_range[taxon] == 1)[0].tolist():
            before, after = ref.listed(taxon, state, day - 1), ref.listed(taxon, state, day)
            if before == 1 and after == 0:
                return ref.taxa.rows[taxon].scientific_name, ref.states.values[state]
    raise LookupError("nothing was moved to Appendix I")


@recipe("BN11", "wild", "", "10")
def before_entry_into_force(permit: Permit, rng: random.Random) -> Permit:
    """Issued before an up-listing and used the day before it took effect."""
    name, state = _uplisted()
    issued, event = _UPLISTED - days(60), _UPLISTED - days(1)
    sent = sent_from(changed(permit, issue_date=issued), state)
    sent = changed(
        sent,
        valid_until=add_months(issued, 6),
        departure_date=event - days(4),
        endorsed_on=event - days(5),
        event_date=event,
    )
    return _live(sent, name, "II")


def _introduced() -> tuple[str, str]:
    ref = world_reference()
    taxa, states = np.nonzero(ref.introduced)
    return ref.taxa.rows[int(taxa[0])].scientific_name, ref.states.values[int(states[0])]


@recipe("BN12", "wild", "R077", "12")
def introduced(permit: Permit, rng: random.Random) -> Permit:
    """Wild from an introduced population, confirmed by the authority."""
    name, state = _introduced()
    sent = changed(sent_from(permit, state), confirmed=("R077",))
    return _live(sent, name, _listed(name, state, permit))


def _live(permit: Permit, name: str, appendix: str) -> Permit:
    """Living specimens of another taxon, outside any quota."""
    return on_taxon(
        changed(permit, transport_statement=True),
        name,
        appendix=appendix,
        term="LIV",
        unit="",
        invoice_unit="",
        quota_used=None,
        quota_total=None,
    )


def _listed(name: str, state: str, permit: Permit) -> str:
    ref = world_reference()
    event = permit.presentation.event_date or _UPLISTED
    at = int(ref.listed(ref.taxa.names.code(name), ref.states.code(state), (event - _EPOCH).days))
    return ref.codes.vocabularies["appendices"].values[at]


@recipe("BN13", "grown", "R079", "9")
def outside_annotation(permit: Permit, rng: random.Random) -> Permit:
    """A finished product that the annotation does not cover."""
    ref = world_reference()
    terms = ref.codes.vocabularies["terms"]
    covered = ref.codes.covered[:, terms.code("CAR")] == 0
    taxon = next(int(t) for t in np.nonzero(covered)[0] if (ref.in_range[t] == 1).any())
    name = ref.taxa.rows[taxon].scientific_name
    state = ref.states.values[int(np.nonzero(ref.in_range[taxon] == 1)[0][0])]
    line = {
        "appendix": _listed(name, state, permit),
        "term": "CAR",
        "unit": "",
        "invoice_unit": "",
        "source": "A",
    }
    return on_taxon(sent_from(permit, state), name, **line)


@recipe("BN15", "wild", "", "11", lambda p: p.lines[0].unit == "KGM")
def moisture(permit: Permit, rng: random.Random) -> Permit:
    """Three percent more weight than stated."""
    return changed_line(permit, found_qty=(permit.lines[0].qty or 0) * 1.03)


@recipe("BN16", "wild", "", "11", lambda p: p.lines[0].unit == "KGM")
def two_code_systems(permit: Permit, rng: random.Random) -> Permit:
    """KIL on the permit, KGM on the invoice."""
    return changed_line(permit, unit="KIL")


@recipe("BN17", "reexport", "", "12")
def older_than_suspension(permit: Permit, rng: random.Random) -> Permit:
    """Stock exported before the suspension began, so that nothing is found."""
    name, state, first = "Dalbergia cochinchinensis", "QV", dt.date(2021, 3, 1)
    sender = permit if permit.issuer != state else sent_from(permit, "XR")
    return on_taxon(
        sender,
        name,
        term="LOG",
        unit="MTQ",
        invoice_unit="MTQ",
        origin_unit="MTQ",
        origin=state,
        appendix=_listed(name, state, permit),
        origin_permit_no="QV21-90000001",
        origin_permit_date=first,
        first_export_date=first + days(5),
        origin_valid_until=first + days(180),
        first_import_date=first + days(20),
    )


@recipe("BN18", "reexport", "", "11 12")
def sawn_from_logs(permit: Permit, rng: random.Random) -> Permits:
    """Sawn wood in two parts from imported logs, less in sum than the logs."""
    name, state = "Swietenia macrophylla", "XE"
    part = {
        "term": "SAW",
        "unit": "MTQ",
        "invoice_unit": "MTQ",
        "qty": 4.0,
        "endorsed_qty": 4.0,
        "found_qty": 4.0,
        "invoice_qty": 4.0,
        "origin": state,
        "origin_qty": 20.0,
        "origin_unit": "MTQ",
        "source": "A",
        "appendix": _listed(name, state, permit),
    }
    sender = permit if permit.issuer != state else sent_from(permit, "XR")
    first = on_taxon(sender, name, **part)
    return first, other(first, "85")


@recipe("BN19", "registered", "", "linked")
def registered_without_import_permit(permit: Permit, rng: random.Random) -> Permit:
    """Source D from a registered operation needs no import permit."""
    return changed(permit, import_permit=False)
