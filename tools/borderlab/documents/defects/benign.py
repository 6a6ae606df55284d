"""Look-alikes of defects that are lawful: nothing, or a note, may come of them."""

from __future__ import annotations

import datetime as dt
import random

import numpy as np

from borderlab.documents.adapter_world import world_reference
from borderlab.documents.defects.clean import add_months
from borderlab.documents.defects.injecting import again, days, on_taxon, other, recipe, sent_from
from borderlab.documents.model import Alteration, Permit, changed, changed_line

Permits = tuple[Permit, ...]
_UPLISTED = dt.date(2026, 3, 5)
_EPOCH = dt.date(1970, 1, 1)


@recipe("BN01", "wild", "R129", "12")
def origin_repeated(permit: Permit, rng: random.Random) -> Permit:
    """Box 12 repeats the issuing State."""
    return changed_line(permit, origin=permit.issuer)


@recipe("BN02", "wild", "R146", "14")
def endorsed_late(permit: Permit, rng: random.Random) -> Permit:
    """Box 14 is empty and the exporting authority has confirmed the export."""
    bare = changed(permit, endorsed=False, endorsed_on=None, confirmed=("R146",))
    lines = tuple(
        changed_line(bare, at, endorsed_qty=None).lines[at] for at in range(len(bare.lines))
    )
    return changed(bare, lines=lines)


@recipe("BN03", "wild", "R149", "14", lambda p: (p.lines[0].qty or 0) > 4)  # noqa: PLR2004
def less_than_authorised(permit: Permit, rng: random.Random) -> Permit:
    """Fewer pieces left than were authorised."""
    less = float(int((permit.lines[0].qty or 0) * 0.8))
    return changed_line(permit, endorsed_qty=less, found_qty=less, invoice_qty=less)


@recipe("BN04", "old", "", "10")
def two_letters(permit: Permit, rng: random.Random) -> Permit:
    """Source OW."""
    return changed_line(permit, source="OW")


@recipe("BN05", "wild", "R071", "7", lambda p: (p.lines[0].taxon or "").endswith(("us", "a")))
def other_ending(permit: Permit, rng: random.Random) -> Permit:
    """The epithet has the other gender."""
    name = permit.lines[0].taxon or ""
    return changed_line(permit, taxon=f"{name[:-2]}a" if name.endswith("us") else f"{name[:-1]}us")


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


@recipe("BN07", "wild", "", "3")
def forwarder(permit: Permit, rng: random.Random) -> Permit:
    """A forwarder stands on the waybill; the invoice names the importer of the permit."""
    return changed(permit, agent_authorised=True)


@recipe("BN08", "wild", "", "alterations")
def authenticated_correction(permit: Permit, rng: random.Random) -> Permit:
    """A correction with stamp and signature of the authority."""
    return changed(permit, alterations=(Alteration("3", "overwriting", authenticated=True),))


@recipe("BN09", "wild", "", "2", lambda p: p.electronic_record.electronic is False)
def end_of_month(permit: Permit, rng: random.Random) -> Permit:
    """Issued on the last of August, valid to the last of February."""
    year = (permit.issue_date or dt.date(2024, 1, 1)).year
    year = 2024 if year < 2024 else 2025  # noqa: PLR2004  (signatories are known from here on)
    issued = dt.date(year, 8, 31)
    from borderlab.documents.defects.people import signatory

    moved = changed(
        permit, issue_date=issued, valid_until=add_months(issued, 6), departure_date=issued + days(40),
        endorsed_on=issued + days(39), event_date=issued + days(45), import_issued=None,
        signatory=signatory(permit.issuer or "", issued),
    )  # fmt: skip
    return (
        changed_line(moved, quota_used=None, quota_total=None)
        if permit.lines[0].quota_total
        else moved
    )


@recipe("BN10", "wild", "", "2")
def on_the_last_day(permit: Permit, rng: random.Random) -> Permit:
    """Presented on the day of expiry."""
    return changed(permit, event_date=permit.valid_until)


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
        sent, valid_until=add_months(issued, 6), departure_date=event - days(4),
        endorsed_on=event - days(5), event_date=event,
    )  # fmt: skip
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
        changed(permit, transport_statement=True), name, appendix=appendix, term="LIV", unit="",
        invoice_unit="", quota_used=None, quota_total=None,
    )  # fmt: skip


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


@recipe("BN14", "wild", "", "15")
def house_waybill(permit: Permit, rng: random.Random) -> Permit:
    """Box 15 holds the house waybill, customs the master waybill."""
    house = f"H{rng.randint(10000, 99999)}"
    return changed(permit, transport_doc=house, house_waybill=house)


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
        sender, name, term="LOG", unit="MTQ", invoice_unit="MTQ", origin_unit="MTQ", origin=state,
        appendix=_listed(name, state, permit), origin_permit_no="QV21-90000001",
        origin_permit_date=first, first_export_date=first + days(5), origin_valid_until=first + days(180),
        first_import_date=first + days(20),
    )  # fmt: skip


@recipe("BN18", "reexport", "", "11 12")
def sawn_from_logs(permit: Permit, rng: random.Random) -> Permits:
    """Sawn wood in two parts from imported logs, less in sum than the logs."""
    name, state = "Swietenia macrophylla", "XE"
    part = {"term": "SAW", "unit": "MTQ", "invoice_unit": "MTQ", "qty": 4.0, "endorsed_qty": 4.0, "found_qty": 4.0,
            "invoice_qty": 4.0, "origin": state, "origin_qty": 20.0, "origin_unit": "MTQ", "source": "A",
            "appendix": _listed(name, state, permit)}  # fmt: skip
    sender = permit if permit.issuer != state else sent_from(permit, "XR")
    first = on_taxon(sender, name, **part)
    return first, other(first, "85")


@recipe("BN19", "registered", "", "linked")
def registered_without_import_permit(permit: Permit, rng: random.Random) -> Permit:
    """Source D from a registered operation needs no import permit."""
    return changed(permit, import_permit=False)


@recipe("BN20", "wild", "", "alterations")
def clearance_note(permit: Permit, rng: random.Random) -> Permit:
    """A customs officer's handwriting outside the boxes."""
    return changed(permit, alterations=(Alteration("", "clearance note"),))


@recipe("BN21", "wild", "R008", "13")
def new_signatory(permit: Permit, rng: random.Random) -> Permit:
    """A signatory not yet notified; the authority has confirmed."""
    return changed(permit, signatory="N. N.", confirmed=("R008",))


@recipe("BN22", "instrument", "", "ledger")
def second_crossing(permit: Permit, rng: random.Random) -> Permits:
    """A musician comes back with the same certificate."""
    return permit, again(permit, 30)
