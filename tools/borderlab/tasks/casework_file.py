"""The analysts' table: a register of 500 permits of one year, drawn from the participant's seed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from borderlab.tasks.casework_book import PERMITS, YEAR, Book, Row, book, goods

if TYPE_CHECKING:
    import pandas as pd

_LINES = (1, 1, 1, 1, 1, 2, 3)
COLUMNS = (*Row._fields, "quota", "quota_unit", "quota_term", "quota_source", "quota_year")


def table(seed: int) -> pd.DataFrame:
    """The register: one row per permit line and presentation, in order of presentation.

    Args:
        seed: the participant's own.

    Returns:
        Columns `COLUMNS`. Dates are days; ``quantity`` is what the permit authorises, in ``unit``
        (NAR is pieces); ``quota`` and the columns after it hold the published quota of this
        State and taxon, and are empty where there is none.
    """
    import pandas as pd

    found = pd.DataFrame(list(_rows(seed)), columns=list(Row._fields))
    for name in ("presented", "issued"):
        found[name] = pd.to_datetime(found[name])
    quotas = [book(seed).quotas.get(pair) for pair in zip(found.issuer, found.taxon, strict=True)]
    found["quota"] = [float("nan") if quota is None else quota.amount for quota in quotas]
    found["quota_unit"] = ["" if quota is None else quota.unit for quota in quotas]
    found["quota_term"] = ["" if quota is None else quota.term for quota in quotas]
    found["quota_source"] = ["" if quota is None else "W" for quota in quotas]
    found["quota_year"] = pd.array([None if q is None else YEAR for q in quotas], dtype="Int64")
    return found


def _rows(seed: int) -> list[Row]:
    """Special and ordinary rows in order of presentation."""
    special = book(seed)
    made = Book(random.Random(f"casework ordinary {seed}"), numbers=set(special.numbers))  # noqa: S311
    while len(made.numbers) < PERMITS:
        state, lines = goods(made, made.rng.choice(_LINES))
        made.permit(lines, state)
    return sorted((*special.rows, *made.rows), key=lambda row: (row.presented, row.permit_no))
