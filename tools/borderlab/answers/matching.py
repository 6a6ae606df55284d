"""Code answers: texts, lists and tables compared with a tolerance for their numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from borderlab.answers.numeric import within
from borderlab.answers.outcome import Outcome, Part
from borderlab.answers.plain import is_number

Key = Mapping[str, Any]


def judge_text(key: Key, value: Any) -> Outcome:
    """Right when it is ``answer`` or one of ``accept``, whatever case, accents and spacing."""
    accepted = [key["answer"]] if "answer" in key else list(key["accept"])
    right = isinstance(value, str) and folded(value) in {folded(text) for text in accepted}
    return Outcome(float(right))


def judge_list(key: Key, value: Any) -> Outcome:
    """Share of the right members.

    With ``ordered`` (the default) each place is compared, and missing or superfluous places count
    against it; without, each superfluous member takes away a right one.
    """
    answer = list(key["answer"])
    if not isinstance(value, list) or not answer:
        return Outcome(0.0)
    if key.get("ordered", True):
        hits = sum(equal(key, got, want) for got, want in zip(value, answer, strict=False))
        return Outcome(hits / max(len(value), len(answer)))
    hits = _pairs(key, [[member] for member in value], [[member] for member in answer])
    return Outcome(max(0.0, (hits - (len(value) - hits)) / len(answer)))


def judge_table(key: Key, value: Any) -> Outcome:
    """Share of the right rows; with ``by`` (names of columns that identify a row), of right cells.

    Columns are found by name, superfluous ones are ignored; superfluous rows count against it.
    ``ordered`` (default false) compares row by row.
    """
    columns, wanted = list(key["answer"]["columns"]), list(key["answer"]["rows"])
    rows = _rows(columns, value)
    if rows is None or not wanted:
        return Outcome(0.0)
    if "by" in key:
        return _by_cell(key, columns, rows, wanted)
    if key.get("ordered", False):
        hits = sum(_same(key, got, want) for got, want in zip(rows, wanted, strict=False))
    else:
        hits = _pairs(key, rows, wanted)
    return Outcome(hits / max(len(rows), len(wanted)))


def equal(key: Key, got: Any, want: Any) -> bool:
    """Whether two cells are the same; numbers within the key's ``tolerance``."""
    if is_number(got) and is_number(want):
        scale = abs(want) if key.get("relative") else 1.0
        return within(got, want, float(key.get("tolerance", 0)) * scale)
    if isinstance(got, str) and isinstance(want, str):
        return folded(got) == folded(want)
    return type(got) is type(want) and bool(got == want)


def folded(text: str) -> str:
    """Without case, accents, and superfluous spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(plain.split())


def _same(key: Key, got: Sequence[Any], want: Sequence[Any]) -> bool:
    return len(got) == len(want) and all(
        equal(key, one, other) for one, other in zip(got, want, strict=True)
    )


def _pairs(key: Key, rows: Sequence[Sequence[Any]], wanted: Sequence[Sequence[Any]]) -> int:
    """How many wanted rows have a partner of their own."""
    left = list(rows)
    for want in wanted:
        place = next((n for n, got in enumerate(left) if _same(key, got, want)), None)
        if place is not None:
            left.pop(place)
    return len(rows) - len(left)


def _rows(columns: list[str], value: Any) -> list[list[Any]] | None:
    """The rows of a saved table, reduced to the wanted columns; None when it is no such table."""
    if not isinstance(value, dict):
        return None
    names, rows = value.get("columns"), value.get("rows")
    if not isinstance(names, list) or not isinstance(rows, list):
        return None
    if not all(name in names for name in columns):
        return None
    if not all(isinstance(row, list) and len(row) == len(names) for row in rows):
        return None
    places = [names.index(name) for name in columns]
    return [[row[place] for place in places] for row in rows]


def _by_cell(
    key: Key, columns: list[str], rows: list[list[Any]], wanted: list[list[Any]]
) -> Outcome:
    by = [columns.index(name) for name in key["by"]]
    rest = [place for place in range(len(columns)) if place not in by]
    parts, found = [], 0
    for want in wanted:
        mine = [row for row in rows if all(equal(key, row[place], want[place]) for place in by)]
        found += bool(mine)
        hits = sum(equal(key, mine[0][place], want[place]) for place in rest) if mine else 0
        name = " ".join(str(want[place]) for place in by)
        parts.append(Part(name, hits / len(rest) if rest else float(bool(mine))))
    superfluous = max(0, len(rows) - found)
    credit = sum(part.credit for part in parts) / (len(wanted) + superfluous)
    return Outcome(credit, parts=tuple(parts))
