"""Defects of the paper and its dates: alteration, forgery, reuse, expiry, endorsement."""

# ruff: noqa: ARG001  (all recipes have one signature, whether they draw lots or not)
from __future__ import annotations

import datetime as dt
import random

from borderlab.documents.adapter_world import STOLEN_SERIES
from borderlab.documents.defects.clean_parts import add_months
from borderlab.documents.defects.injecting import again, days, other, recipe
from borderlab.documents.defects.people import former_signatory
from borderlab.documents.kinds import BLANK_NUMBER
from borderlab.documents.model import Alteration, Permit, changed, changed_line

Permits = tuple[Permit, ...]


def _stamped(permit: Permit) -> bool:
    return bool(permit.form.stamp_no)


def _issued(permit: Permit) -> dt.date:
    if permit.issue_date is None:
        raise ValueError("the permit has no date of issue")
    return permit.issue_date


def _later(day: dt.date | None, n: int) -> dt.date | None:
    return day + days(n) if day else None


@recipe("DF01", "wild", "R030", "2")
def expired(permit: Permit, rng: random.Random) -> Permit:
    """Present it 1 to 40 days after expiry."""
    return changed(permit, event_date=_later(permit.valid_until, rng.randint(1, 40)))


@recipe("DF02", "wild", "R031", "2")
def valid_too_long(permit: Permit, rng: random.Random) -> Permit:
    """A validity of 7 to 12 months on an export permit."""
    until = add_months(_issued(permit), 6)
    return changed(permit, valid_until=until + days(rng.randint(30, 180)))


@recipe("DF03", "wild", "R019 R031", "2")
def year_overwritten(permit: Permit, rng: random.Random) -> Permit:
    """The last digit of the year of expiry is changed."""
    until = permit.valid_until or _issued(permit)
    change = Alteration("2", "overwriting")
    return changed(permit, valid_until=until + days(365), alterations=(change,))


@recipe("DF04", "wild", "R019", "11")
def digit_added(permit: Permit, rng: random.Random) -> Permit:
    """A nought is added to box 11."""
    qty = permit.lines[0].qty or 1
    return changed_line(
        changed(permit, alterations=(Alteration("11", "addition"),)), qty=qty * 10, found_qty=qty
    )


@recipe("DF05", "wild", "R019 R018", "7 11 annex")
def line_added(permit: Permit, rng: random.Random) -> Permit:
    """A line that is neither in the annex nor endorsed."""
    line = changed_line(permit, endorsed_qty=BLANK_NUMBER).lines[0]
    added = changed(permit, lines=(*permit.lines, line), alterations=(Alteration("7", "addition"),))
    return changed(added, annex_pages=1, pages_stated=1, annex_linked=False)


def _one_digit_off(text: str, rng: random.Random) -> str:
    at = rng.choice([i for i, char in enumerate(text) if char.isdigit()])
    return text[:at] + str((int(text[at]) + rng.randint(1, 8)) % 10) + text[at + 1 :]


@recipe("DF06", "wild", "R012", "5b", _stamped)
def stamp_differs(permit: Permit, rng: random.Random) -> Permit:
    """Box 5b differs from the affixed stamp by one digit."""
    return changed(permit, stamp_no=_one_digit_off(permit.form.stamp_no or "", rng))


@recipe("DF07", "wild", "R012 R014", "13", _stamped)
def stamp_reused(permit: Permit, rng: random.Random) -> Permits:
    """The affixed stamp was seen on an earlier permit of the same State."""
    first = other(permit, "81")
    return first, changed(permit, stamp_affixed_no=first.form.stamp_affixed_no)


@recipe("DF08", "wild", "R013", "13", _stamped)
def stamp_not_cancelled(permit: Permit, rng: random.Random) -> Permit:
    """Neither signature nor seal runs across the stamp."""
    return changed(permit, stamp_signed=False, stamp_sealed=False)


@recipe("DF09", "wild", "R010", "6 13")
def seal_wording(permit: Permit, rng: random.Random) -> Permit:
    """One word of the seal is another."""
    return changed(permit, seal_matches=False)


@recipe("DF10", "wild", "R007", "6")
def other_ministry(permit: Permit, rng: random.Random) -> Permit:
    """Issued by a body that is not the notified Management Authority."""
    return changed(permit, authority=f"{permit.issuer}-SA")


@recipe("DF11", "wild", "R008", "13", lambda p: bool(former_signatory(p.issuer or "", _issued(p))))
def out_of_office(permit: Permit, rng: random.Random) -> Permit:
    """Signed by somebody whose term had ended or not begun."""
    return changed(permit, signatory=former_signatory(permit.issuer or "", _issued(permit)))


@recipe("DF12", "wild", "R021", "1")
def stolen_number(permit: Permit, rng: random.Random) -> Permit:
    """A number of a series reported stolen."""
    number = (permit.number or "")[:5] + STOLEN_SERIES + f"{rng.randrange(1000):03d}"
    return changed(permit, number=number)


@recipe("DF13", "wild", "R022 R064", "1")
def number_used_twice(permit: Permit, rng: random.Random) -> Permits:
    """The permit covered an earlier consignment."""
    return permit, again(permit, 5)


@recipe("DF14", "wild", "R023", "1 7 11")
def clone(permit: Permit, rng: random.Random) -> Permits:
    """The number of another permit on other goods."""
    copy = changed_line(
        again(permit, 5),
        qty=(permit.lines[0].qty or 1) + 7,
        endorsed_qty=(permit.lines[0].qty or 1) + 7,
    )
    return permit, copy


@recipe("DF15", "wild", "R017", "1", lambda p: p.electronic_record.electronic is False)
def photocopy(permit: Permit, rng: random.Random) -> Permit:
    """A colour copy without an endorsement for use."""
    return changed(permit, original=False, copy_endorsed=False)


@recipe("DF16", "wild", "R001", "3")
def no_importer_address(permit: Permit, rng: random.Random) -> Permit:
    """Box 3 lacks the address."""
    return changed(permit, importer_address="")


@recipe("DF43", "wild", "R032 R037 R038", "13 5")
def retrospective_in_bulk(permit: Permit, rng: random.Random) -> Permit:
    """Issued after arrival, without reason and agreement."""
    issued = (permit.presentation.event_date or _issued(permit)) + days(3)
    return changed(
        permit, issue_date=issued, valid_until=add_months(issued, 6), retrospective=True,
        retrospective_reason="", retrospective_agreed=False, event_date=issued + days(2),
    )  # fmt: skip


@recipe("DF44", "scientific", "R036", "5 10")
def retrospective_appendix_one(permit: Permit, rng: random.Random) -> Permit:
    """A retrospective permit for Appendix I."""
    reason = "Issued late after a failure of the office's system"
    return changed(
        permit, retrospective=True, retrospective_reason=reason, retrospective_agreed=True
    )


@recipe("DF45", "wild", "R145", "14")
def endorsed_too_much(permit: Permit, rng: random.Random) -> Permit:
    """Box 14 above box 11."""
    more = (permit.lines[0].qty or 1) + rng.randint(1, 9)
    return changed_line(permit, endorsed_qty=more, found_qty=more, invoice_qty=more)


@recipe("DF46", "wild", "R034", "14")
def endorsed_before_issue(permit: Permit, rng: random.Random) -> Permit:
    """The endorsement is older than the permit."""
    return changed(permit, endorsed_on=_issued(permit) - days(rng.randint(3, 20)))


@recipe("DF55", "wild", "R018", "annex")
def annex_unsigned(permit: Permit, rng: random.Random) -> Permit:
    """Two annex pages without signature."""
    return changed(permit, annex_pages=2, pages_stated=2, annex_linked=False)


@recipe("DF56", "transit", "R170", "3")
def open_consignee(permit: Permit, rng: random.Random) -> Permit:
    """Goods in transit "to order"."""
    return changed(permit, named_consignee=False)


@recipe("DF58", "wild", "R182", "electronic", lambda p: p.electronic_record.electronic is True)
def print_edited(permit: Permit, rng: random.Random) -> Permit:
    """The quantity was changed in the print only."""
    more = (permit.lines[0].qty or 1) * 2
    return changed_line(
        permit,
        qty=more,
        endorsed_qty=more,
        found_qty=more,
        invoice_qty=more,
        net_kg=None,
        invoice_value=None,
    )


@recipe("DF60", "exhibition", "R062", "4")
def animal_sold(permit: Permit, rng: random.Random) -> Permit:
    """The traveller is not the holder."""
    return changed(permit, traveller="Corvane Animal Shows", traveller_agent=False)
