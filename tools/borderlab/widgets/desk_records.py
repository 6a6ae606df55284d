"""Documents that are already in the officer's records."""

from __future__ import annotations

import datetime as dt
import random

from borderlab.documents.defects.injecting import other
from borderlab.documents.model import Permit, PermitLine, changed, changed_line
from borderlab.i18n import gettext as _
from borderlab.tasks.desk_cases import Case
from borderlab.widgets.desk_parts import Part, amount, day, table, term, text


def earlier(case: Case) -> tuple[Permit, ...]:
    """What the records hold: the documents of the case, and ordinary earlier ones beside them."""
    return (*_ordinary(case), *case.previous)


def _ordinary(case: Case) -> tuple[Permit, ...]:
    """Two cleared documents of the same exporter that have nothing to do with the case."""
    permit, rng = case.permit, random.Random(case.seed)  # noqa: S311
    arrived = permit.presentation.event_date or dt.date(2024, 6, 3)
    made = []
    for mark in ("41", "67"):
        back = dt.timedelta(days=rng.randint(370, 600))
        one = other(permit, mark)
        number_ = (
            f"{(permit.number or '')[:2]}{(arrived - back):%y}-{rng.randint(10**7, 6 * 10**7)}"
        )
        one = changed(
            one,
            number=number_,
            issue_date=arrived - back - dt.timedelta(days=40),
            event_date=arrived - back,
            stamp_affixed_no=""
            if not permit.form.stamp_affixed_no
            else str(rng.randint(1, 999999)),
        )
        less = max(1.0, float(int((permit.lines[0].qty or 2) * rng.uniform(0.3, 0.9))))
        made.append(changed_line(one, qty=less, quota_used=None, quota_total=None))
    return tuple(sorted(made, key=lambda one: one.presentation.event_date or arrived))


def records(case: Case, query: str) -> list[Part]:
    """Earlier documents with the same number, stamp, origin permit or trader."""
    key = query.strip().casefold()
    return [
        table(
            (
                _("Presented"),
                _("Document number"),
                _("Exporter"),
                _("Goods"),
                _("Quantity"),
                _("Security stamp"),
                _("Origin permit"),
            ),
            [_record(one) for one in earlier(case) if key and key in _keys(one)],
            _("Nothing in our records under “{query}”.").format(query=query),
        ),
        text(_("The records hold what your office has cleared in the last years.")),
    ]


def _keys(permit: Permit) -> set[str]:
    line = permit.lines[0] if permit.lines else PermitLine()
    found = (
        permit.number,
        permit.exporter_name,
        permit.importer_name,
        permit.form.stamp_affixed_no,
        permit.form.stamp_no,
        line.origin_permit_no,
    )
    return {one.casefold() for one in found if one}


def _record(permit: Permit) -> tuple[str, ...]:
    line = permit.lines[0] if permit.lines else PermitLine()
    origin = line.origin_permit_no or ""
    if origin and line.origin_qty:
        origin = f"{origin} ({amount(line.origin_qty, line.origin_unit)})"
    return (
        day(permit.presentation.event_date),
        permit.number or "",
        permit.exporter_name or "",
        f"{line.taxon or ''}, {term(line.term)}",
        amount(line.qty, line.unit),
        permit.form.stamp_affixed_no or "–",
        origin or "–",
    )


def record_choices(case: Case) -> list[tuple[str, str]]:
    """What can be looked up in the records: query and label."""
    permit = case.permit
    line = permit.lines[0] if permit.lines else PermitLine()
    found = [
        (permit.number, _("Number {value}")),
        (permit.form.stamp_affixed_no, _("Security stamp {value}")),
        (permit.exporter_name, _("Exporter {value}")),
        (permit.importer_name, _("Importer {value}")),
        (line.origin_permit_no, _("Origin permit {value}")),
    ]
    return [(value, words.format(value=value)) for value, words in found if value]
