r"""Task ``reused_permits``: which permits of the register served a second consignment?

The answer is a list of permit numbers. Credit is the harmonic mean of precision (share of the
numbers named that were reused) and recall (share of the reused numbers that were named).

A solution::

    f = kit.permit_file()
    f["no"] = f.permit_no.str.upper().str.replace(r"\W", "", regex=True)
    f = f[~f.document.isin(["TRAVEL_EXHIB", "MUSICAL"])]
    bills = f.groupby("no").waybill.nunique()
    kit.answer("q7", bills[bills > 1].index)
"""

from __future__ import annotations

import re
from typing import Any

from borderlab.i18n import date, joined
from borderlab.i18n import gettext as _
from borderlab.tasks import Judgement, Settings, takes_no_settings
from borderlab.tasks.casework_book import PERMITS, YEAR, Book, book
from borderlab.tasks.casework_lists import (
    LONGEST,
    basis,
    bullets,
    compare,
    paragraphs,
    read,
    saved,
    score_line,
)

INPUT = "code"
_NUMBER = re.compile(r"([A-Z]{2}\d\d)(\d{8})")
_CASES = ("reused", "seen_twice", "written", "clone")


check_settings = takes_no_settings


def _name(entry: Any) -> str:
    """A permit number in the one form; "" if the entry is none."""
    if isinstance(entry, list | tuple) and len(entry) == 1:
        entry = entry[0]
    if not isinstance(entry, str) or len(entry) > LONGEST:
        return ""
    found = _NUMBER.fullmatch(re.sub(r"[^0-9A-Z]", "", entry.upper()))
    return f"{found[1]}-{found[2]}" if found else ""


def check_value(settings: Settings, seed: int, raw: Any) -> list[str] | None:
    """Permit numbers in one form, sorted."""
    del settings, seed
    raw = raw.replace(",", ";") if isinstance(raw, str) else raw
    return read(raw, _name, ("permit_no",))


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """Credit by precision and recall; parts say how each kind of reuse was found."""
    del settings, secret
    drawn = book(seed)
    hits = compare(saved(value, _name), drawn.reused)
    parts = []
    for case in _CASES:
        mine = [number for number, kind in drawn.reused.items() if kind == case]
        parts.append((case, sum(number in hits.found for number in mine) / len(mine)))
    return Judgement(hits.credit, (*parts, ("precision", hits.precision)))


def solution(settings: Settings, secret: Settings, seed: int) -> list[str]:
    """The reused numbers."""
    del settings, secret
    return sorted(book(seed).reused)


def outline(settings: Settings, seed: int) -> str:
    """What is asked for and what the columns mean."""
    del settings, seed
    task = _(
        "`kit.permit_file()` is a register of {n} permits presented in {year}: one row per permit "
        "line and presentation. Find the permits that were **used for a second consignment**, and "
        "give the list of their numbers, such as `['XR25-00000001', 'QM25-00000002']`."
    )
    columns = (
        _("`permit_no`, `issuer`, `issued`, `document`: number as the clerk typed it, issuing "
          "State, date of issue, type of document;"),
        _("`presented`, `waybill`: day of presentation and transport document. Rows under one "
          "transport document belong to one clearance;"),
        _("`line`, `taxon`, `term`, `source`, `quantity`, `unit`: the line of the permit;"),
        _("`replaces`: number of a cancelled permit that this one replaces."),
    )  # fmt: skip
    return paragraphs(
        task.format(n=PERMITS, year=YEAR),
        "\n".join(f"- {line}" for line in columns),
        _("Not every number that comes up twice was reused. Think of who may lawfully cross "
          "twice, and of how a number can be typed."),
    )  # fmt: skip


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """Which permits were reused, what was missed, and what a wrong number really was."""
    del settings, secret
    drawn = book(seed)
    hits = compare(saved(value, _name), drawn.reused)
    return paragraphs(
        score_line(hits) if value is not None else "",
        bullets(_("Reused, and found"), [_presentations(drawn, n) for n in hits.found]),
        bullets(_("Reused, but not on your list"), [_presentations(drawn, n) for n in hits.missed]),
        bullets(_("On your list, but not reused"), [_innocent(drawn, n) for n in hits.wrong]),
        _slip(drawn, hits.wrong, hits.missed),
        basis("R022"),
        basis("R064"),
        _("A number that came up twice is a reason to hold the goods and to ask the issuing "
          "Management Authority. It does not say who did it."),
    )  # fmt: skip


def _presentations(drawn: Book, number: str) -> str:
    rows = [row for row in drawn.rows if _name(row.permit_no) == number]
    shown = dict.fromkeys((row.presented, row.waybill) for row in rows)
    seen = ", ".join(
        _("{day} with {waybill}").format(day=date(day), waybill=waybill) for day, waybill in shown
    )
    why = {
        "written": _("the second time the number was typed differently"),
        "clone": _("the second time for other goods"),
    }.get(drawn.reused[number], "")
    return _("{number}: {seen}").format(number=number, seen=joined((seen, why)) if why else seen)


def _innocent(drawn: Book, number: str) -> str:
    case = drawn.innocent.get(number, "")
    why = {
        "crossings": _("a certificate made for many crossings (travelling exhibition, musical "
                       "instrument)"),
        "second_look": _("looked at again during the same clearance: same transport document"),
        "parcels": _("several parcels under one transport document are one consignment"),
        "replacement": _("a replacement with a new number for a permit that was cancelled"),
    }.get(case)  # fmt: skip
    lines = {row.line for row in drawn.rows if row.permit_no == number}
    if why is None and len(lines) > 1:
        why = _("one permit with several lines")
    why = why or _("presented once; several rows are several lines of the same permit")
    return _("{number}: {seen}").format(number=number, seen=why)


def _slip(drawn: Book, wrong: tuple[str, ...], missed: tuple[str, ...]) -> str:
    """The common slip that the answer shows, if any."""
    cases = {drawn.innocent.get(number, "lines") for number in wrong}
    if {"lines", "parcels"} & cases and len(wrong) > len(drawn.reused):
        return _("**The usual slip:** `duplicated()` on the number marks every permit with two "
                 "lines. Count transport documents per number instead of rows.")  # fmt: skip
    if "second_look" in cases or "parcels" in cases:
        return _("**The usual slip:** counting rows or days. A second look on another day is still "
                 "one clearance; the transport document tells them apart.")  # fmt: skip
    if cases == {"crossings"}:
        return _("**The usual slip:** some certificates are made to be used again. Leave them out "
                 "by the type of document.")  # fmt: skip
    if missed and all(drawn.reused[number] == "written" for number in missed):
        return _("**The usual slip:** numbers are typed by people. Bring them into one form "
                 "(capitals, no spaces, no hyphens) before you count.")  # fmt: skip
    return ""
