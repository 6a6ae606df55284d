"""Permits by column: the form on which rules run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from borderlab.documents.adapter import Reference
from borderlab.documents.facts import line_facts, permit_facts
from borderlab.documents.fields import (
    LINE_DERIVED,
    LINE_FIELDS,
    PERMIT_DERIVED,
    PERMIT_FIELDS,
    Field,
    line_values,
    permit_values,
)
from borderlab.documents.kinds import BLANK_CODE, BLANK_DAY, EPOCH, NO_DAY, NOT_RECORDED
from borderlab.documents.model import Permit, PermitLine

Array = NDArray[Any]
DTYPES: dict[str, Any] = {
    "code": np.int16, "text": np.int32, "flag": np.int8, "day": np.int32, "number": np.float64,
}  # fmt: skip
EMPTY: dict[str, Any] = {
    "code": np.int16(NOT_RECORDED), "text": np.int32(NOT_RECORDED), "flag": np.int8(NOT_RECORDED),
    "day": np.int32(NO_DAY), "number": np.float64("nan"),
}  # fmt: skip
"""The value of a field that is not recorded, by kind."""
_BLANK_ORDINAL = dt.date.min.toordinal()


class Texts:
    """Texts as numbers: equal texts of one pool have equal numbers.

    Spaces at the ends and capitals do not count.
    """

    def __init__(self) -> None:
        self.values: list[str] = []
        self._codes: dict[str | None, int] = {None: NOT_RECORDED, "": BLANK_CODE}

    def forget(self) -> None:
        """Begin again with nothing known."""
        self.values.clear()
        self._codes = {None: NOT_RECORDED, "": BLANK_CODE}

    def code(self, text: str | None) -> int:
        """The number of a text."""
        found = self._codes.get(text)
        if found is None:
            folded = (text or "").strip().casefold()
            found = self._codes.get(folded)
            if found is None:
                found = self._codes[folded] = len(self.values)
                self.values.append(folded)
            self._codes[text] = found
        return found


def day_code(date: dt.date | None) -> int:
    """Days since 1970-01-01; the two empty values for no date and a blank box."""
    if date is None:
        return NO_DAY
    ordinal = date.toordinal()
    return BLANK_DAY if ordinal == _BLANK_ORDINAL else ordinal - EPOCH


def flag_code(value: bool | None) -> int:  # noqa: FBT001  (the value itself)
    """1, 0 or -1 for not recorded."""
    return NOT_RECORDED if value is None else int(value)


def number_code(value: float | None) -> float:
    """The number, NaN for not recorded."""
    return float("nan") if value is None else float(value)


@dataclass(eq=False)
class Columns:
    """Permits and their lines by column.

    Attributes:
        reference: whose codes the columns hold.
        n: permits.
        permit, line: field -> array; a field that nobody recorded is left out.
        line_permit: for each line, its permit; lines of a permit stand together.
        starts: for each permit, its first line.
        one_line: whether line i is the only line of permit i.
        texts: pool -> the texts behind the numbers.
        confirmed: permit -> ids of rules that the issuing authority has answered.
    """

    reference: Reference
    n: int
    permit: dict[str, Array]
    line: dict[str, Array]
    line_permit: NDArray[np.int32]
    starts: NDArray[np.int64]
    one_line: bool
    texts: dict[str, Texts]
    confirmed: dict[int, tuple[str, ...]] = field(default_factory=dict)
    cache: dict[Any, Any] = field(default_factory=dict, repr=False)

    @property
    def n_lines(self) -> int:
        """Number of lines of all permits."""
        return len(self.line_permit)

    def __len__(self) -> int:
        return self.n

    def field(self, name: str) -> Array | None:
        """A field of permits or lines; None if nobody recorded it."""
        for table in (self.permit, self.line):
            if name in table:
                value: Any = table[name]
                if callable(value):
                    value = table[name] = value()
                found: Array = value
                return found
        return None

    def resolve(self) -> None:
        """Work out every column that was put off."""
        for name in (*self.permit, *self.line):
            self.field(name)

    def forget(self) -> None:
        """Drop what was worked out on the way (for measuring)."""
        rows = self.cache.get("rows")
        self.cache.clear()
        self.cache["rows"] = rows


def encoder(item: Field, reference: Reference, texts: dict[str, Texts]) -> Any:
    """The function from a value of a field to its number."""
    if item.kind == "code":
        return reference.vocabulary(item.set).code
    if item.kind == "text":
        return texts.setdefault(item.set, Texts()).code
    return {"day": day_code, "flag": flag_code, "number": number_code}[item.kind]


def _table(
    fields: Sequence[Field],
    rows: list[tuple[Any, ...]],
    reference: Reference,
    texts: dict[str, Texts],
) -> dict[str, Array]:
    made: dict[str, Array] = {}
    for item, cells in zip(fields, zip(*rows, strict=True), strict=True):
        if cells.count(None) == len(cells):
            continue
        code = encoder(item, reference, texts)
        made[item.name] = np.array([code(cell) for cell in cells], dtype=DTYPES[item.kind])
    return made


def _extra(kinds: dict[str, str], rows: list[tuple[int, ...]]) -> dict[str, Array]:
    cells = zip(*rows, strict=True)
    return {
        name: np.array(column, dtype=DTYPES[kind])
        for (name, kind), column in zip(kinds.items(), cells, strict=True)
        if column.count(NOT_RECORDED) < len(column)
    }


def to_columns(permits: Iterable[Permit], reference: Reference) -> Columns:
    """Permits by column.

    Args:
        permits: any number of permits; one without lines gets an empty line.
        reference: whose codes to use.
    """
    every = list(permits)
    texts: dict[str, Texts] = {}
    lines = [permit.lines or (PermitLine(),) for permit in every]
    counts = np.array([len(group) for group in lines], dtype=np.int64)
    starts = np.cumsum(counts) - counts
    flat = [line for group in lines for line in group]
    permit_columns: dict[str, Array] = {}
    line_columns: dict[str, Array] = {}
    if every:
        permit_columns = _table(PERMIT_FIELDS, [permit_values(p) for p in every], reference, texts)
        permit_columns |= _extra(PERMIT_DERIVED, [permit_facts(p, reference) for p in every])
        line_columns = _table(LINE_FIELDS, [line_values(x) for x in flat], reference, texts)
        line_columns |= _extra(
            LINE_DERIVED,
            [
                line_facts(p, x, reference, at)
                for p, group in zip(every, lines, strict=True)
                for at, x in enumerate(group)
            ],
        )
    return Columns(
        reference=reference,
        n=len(every),
        permit=permit_columns,
        line=line_columns,
        line_permit=np.repeat(np.arange(len(every), dtype=np.int32), counts),
        starts=starts,
        one_line=len(flat) == len(every),
        texts=texts,
        confirmed={
            at: permit.presentation.confirmed
            for at, permit in enumerate(every)
            if permit.presentation.confirmed
        },
    )
