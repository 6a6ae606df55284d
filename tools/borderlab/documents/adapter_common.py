"""What both adapters build in the same way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.documents.codes import Codes
from borderlab.documents.kinds import EPOCH
from borderlab.documents.scopes import ALWAYS, NEVER, Scope
from borderlab.documents.taxa import Taxa
from borderlab.documents.vocabulary import Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray


def day_number(date: dt.date | str | None, default: int) -> int:
    """Days since 1970-01-01 of a date or ISO text; the default where there is none."""
    if not date:
        return default
    day = dt.date.fromisoformat(date) if isinstance(date, str) else date
    return day.toordinal() - EPOCH


def pair_table(taxa: Taxa, states: Vocabulary, fill: Any, dtype: type) -> NDArray[Any]:
    """An empty table by taxon and State with room for unknown codes."""
    return np.full((taxa.n + 3, len(states.values) + 3), fill, dtype=dtype)


def _table(codes: Codes, vocabulary: str, wanted: Iterable[str]) -> NDArray[np.bool_] | None:
    values = tuple(wanted)
    if not values:
        return None
    if vocabulary == "sources":
        found = np.zeros_like(codes.source_ok)
        for letter in values:
            found |= codes.has[letter]
        return found
    return codes.where(vocabulary, *values)


def scope(  # noqa: PLR0913  (each is an independent limit)
    codes: Codes,
    *,
    taxa: tuple[int, ...],
    states: tuple[int, ...] = (),
    sources: Iterable[str] = (),
    purposes: Iterable[str] = (),
    terms: Iterable[str] = (),
    start: dt.date | str | None = None,
    end: dt.date | str | None = None,
    value: float = float("nan"),
    unit: str | None = None,
    row: int = -1,
) -> Scope:
    """One measure, its limits given as codes in words; an empty limit is no limit."""
    return Scope(
        taxa=taxa,
        states=states,
        sources=_table(codes, "sources", sources),
        purposes=_table(codes, "purposes", purposes),
        terms=_table(codes, "terms", terms),
        start=day_number(start, ALWAYS),
        end=day_number(end, NEVER),
        value=value,
        unit=codes.vocabularies["units"].code(unit) if unit is not None else -1,
        row=row,
    )
