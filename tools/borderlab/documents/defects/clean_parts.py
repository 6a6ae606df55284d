"""Parts that every clean permit has: paper, endorsement, import permit, dates."""

from __future__ import annotations

import datetime as dt
import random

from borderlab.documents import calendar
from borderlab.documents.model import Endorsement, Form, ImportPermit, PermitLine

_EPOCH = dt.date(1970, 1, 1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The day some calendar months later, on the last day of a shorter month."""
    row = calendar.MONTHS.index(months)
    return _EPOCH + dt.timedelta(days=int(calendar.later(row, (day - _EPOCH).days)))


def form(language: str, stamp: str) -> Form:
    """The paper of a clean permit; ``stamp`` is the number of its security stamp or ""."""
    return Form(
        ticks=1,
        title=True,
        layout_matches=True,
        original=True,
        copy_endorsed=False,
        language=language,
        translation=False,
        seal=True,
        seal_matches=True,
        stamp_no=stamp,
        stamp_affixed=bool(stamp),
        stamp_affixed_no=stamp,
        stamp_signed=True if stamp else None,
        stamp_sealed=True if stamp else None,
        annex_pages=0,
        alterations=(),
        holder_filled=(),
        holder_may_fill=(),
        timber_extension=False,
        date_order_known=True,
    )


def endorsement(document: str, departure: dt.date, rng: random.Random) -> Endorsement:
    """Box 14 of an export permit or re-export certificate; other documents have none."""
    if document not in ("EXPORT", "REEXPORT"):
        return Endorsement()
    on = departure - dt.timedelta(days=rng.randint(0, 3))
    return Endorsement(endorsed=True, endorsed_on=on, unused_struck=True)


def import_paper(
    line: PermitLine, issued: dt.date, importer: str, rng: random.Random
) -> ImportPermit:
    """An import permit for the goods of a line, granted before the export permit."""
    return ImportPermit(
        import_permit=True,
        import_issued=issued - dt.timedelta(days=rng.randint(5, 60)),
        import_confirmed=False,
        import_taxon=line.taxon,
        import_term=line.term,
        import_qty=line.qty,
        import_unit=line.unit,
        import_holder=importer,
    )
