"""Look-alikes of defects that are lawful: nothing, or a note, may come of them."""

# ruff: noqa: ARG001  (all recipes have one signature, whether they draw lots or not)
from __future__ import annotations

import datetime as dt
import random

from borderlab.documents.defects.clean_parts import add_months
from borderlab.documents.defects.injecting import again, days, recipe
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
        permit,
        issue_date=issued,
        valid_until=add_months(issued, 6),
        departure_date=issued + days(40),
        endorsed_on=issued + days(39),
        event_date=issued + days(45),
        import_issued=None,
        signatory=signatory(permit.issuer or "", issued),
    )
    return (
        changed_line(moved, quota_used=None, quota_total=None)
        if permit.lines[0].quota_total
        else moved
    )


@recipe("BN10", "wild", "", "2")
def on_the_last_day(permit: Permit, rng: random.Random) -> Permit:
    """Presented on the day of expiry."""
    return changed(permit, event_date=permit.valid_until)


@recipe("BN14", "wild", "", "15")
def house_waybill(permit: Permit, rng: random.Random) -> Permit:
    """Box 15 holds the house waybill, customs the master waybill."""
    house = f"H{rng.randint(10000, 99999)}"
    return changed(permit, transport_doc=house, house_waybill=house)


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
