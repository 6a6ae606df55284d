"""One saved answer, and a whole file of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from borderlab.answers import plain
from borderlab.i18n import gettext as _

QID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_MOST_REVISIONS = 10**9
FIELDS = frozenset({"value", "first", "at", "rev", "hints", "locked"})


def now() -> str:
    """This moment in UTC, to the second, as records hold it."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Record:
    """The answer to one question.

    Attributes:
        value: plain data; None when the question is not answered (any more).
        first: moment of the first answer (UTC, ``2026-11-21T22:30:01Z``), or None.
        at: moment of the latest change, or None.
        rev: number of changes.
        hints: how many times a hint was asked for.
        locked: True when the answer is final (a prediction after its reveal).
    """

    value: Any = None
    first: str | None = None
    at: str | None = None
    rev: int = 0
    hints: int = 0
    locked: bool = False

    @property
    def answered(self) -> bool:
        """Whether there is an answer."""
        return self.value is not None

    def changed(self, value: Any, *, locked: bool, at: str) -> Record:
        """This record after one more answer."""
        first = self.first or (at if value is not None else None)
        return replace(self, value=value, first=first, at=at, rev=self.rev + 1, locked=locked)

    def as_json(self) -> dict[str, Any]:
        """The record as it stands in the file."""
        return {name: getattr(self, name) for name in self.__slots__}


def read_record(found: Any) -> Record:
    """A record from somebody else's file.

    Raises:
        plain.NotPlainError: it is not one; the message says which field is wrong.
    """
    if not isinstance(found, dict) or "value" not in found or set(found) - FIELDS:
        raise plain.NotPlainError(_("a record needs a value and known fields only"))
    record = Record(**found)
    plain.check_value(record.value)
    for name in ("first", "at"):
        moment = getattr(record, name)
        if moment is not None and not (isinstance(moment, str) and _MOMENT.fullmatch(moment)):
            raise plain.NotPlainError(_("{name} is no moment in UTC").format(name=name))
    for name in ("rev", "hints"):
        count = getattr(record, name)
        if isinstance(count, bool) or not isinstance(count, int):
            raise plain.NotPlainError(_("{name} is no whole number").format(name=name))
        if not 0 <= count <= _MOST_REVISIONS:
            raise plain.NotPlainError(_("{name} is out of range").format(name=name))
    if not isinstance(record.locked, bool):
        raise plain.NotPlainError(_("locked is neither true nor false"))
    return record


def merge(one: Record, other: Record) -> Record:
    """The record that two windows agree on; the same whichever comes first.

    A locked answer stays; then the higher revision wins, then the later moment.
    """
    winner = max(one, other, key=_rank)
    firsts = [record.first for record in (one, other) if record.first]
    return replace(
        winner,
        first=min(firsts, default=None),
        hints=max(one.hints, other.hints),
    )


def _rank(record: Record) -> tuple[bool, int, str, str]:
    return (record.locked, record.rev, record.at or "", repr(record.value))


def merge_all(one: Mapping[str, Record], other: Mapping[str, Record]) -> dict[str, Record]:
    """Both files' records, merged question by question."""
    found = {**one, **other}
    for qid in one.keys() & other.keys():
        found[qid] = merge(one[qid], other[qid])
    return {qid: found[qid] for qid in sorted(found)}


@dataclass(frozen=True, slots=True)
class Answers:
    """One file of answers.

    Attributes:
        module: such as ``m00_welcome``.
        part: ``lesson`` or ``exercise``.
        language: code of the edition the participant used last.
        kit: version of the kit that wrote the file.
        seed: the participant's number for random draws, 0 to 2**31 - 1, or None.
        records: question id -> record.
    """

    module: str
    part: str
    language: str = "en"
    kit: str = ""
    seed: int | None = None
    records: Mapping[str, Record] = field(default_factory=dict)
