"""Other numbers for a case, so that two permits of one exercise never share one by accident."""

from __future__ import annotations

import dataclasses
import random
import re

from borderlab.documents.adapter_world import STOLEN_SERIES
from borderlab.documents.model import Permit, changed
from borderlab.tasks.desk_cases import Case

_HEADS = ("number", "replaces", "transport_doc")
_PARTS = ("stamp_no", "stamp_affixed_no", "waybill", "house_waybill")
_DIGITS = re.compile(r"\d{7,12}$")


def renumbered(case: Case, seed: int) -> Case:
    """The same case under other numbers.

    Digits are shifted one by one, each place by its own amount: numbers that were equal stay
    equal, numbers that differed in one place still differ in that place alone. A number of the
    stolen series keeps its series.
    """
    shift = _shift(seed)
    return dataclasses.replace(
        case,
        permit=_permit(case.permit, shift),
        previous=tuple(_permit(one, shift) for one in case.previous),
    )


def renumbered_permit(permit: Permit, seed: int) -> Permit:
    """One permit under other numbers."""
    return _permit(permit, _shift(seed))


def _shift(seed: int) -> list[int]:
    rng = random.Random(seed)  # noqa: S311  (teaching material)
    return [rng.randint(1, 8) for _ in range(12)]


def _permit(permit: Permit, shift: list[int]) -> Permit:
    values: dict[str, object] = {name: _text(getattr(permit, name), shift) for name in _HEADS}
    for part in (permit.form, permit.presentation):
        values |= {n: _text(getattr(part, n), shift) for n in _PARTS if hasattr(part, n)}
    lines = tuple(
        dataclasses.replace(
            line,
            origin_permit_no=_text(line.origin_permit_no, shift),
            last_reexport_no=_text(line.last_reexport_no, shift),
        )
        for line in permit.lines
    )
    return changed(permit, lines=lines, **values)


def _text(text: str | None, shift: list[int]) -> str | None:
    if not text:
        return text
    head, mark, tail = text.partition("-2") if text.endswith("-2") else (text, "", "")
    found = _DIGITS.search(head)
    if found is None or found[0].startswith(STOLEN_SERIES):
        return text
    moved = "".join(str((int(digit) + by) % 10) for digit, by in zip(found[0], shift, strict=False))
    if moved.startswith(STOLEN_SERIES):
        return text
    return head[: found.start()] + moved + mark + tail
