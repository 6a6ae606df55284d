"""The folder names and time stamps of nbgrader's own ways to hand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

TIMESTAMP = "timestamp.txt"
_INBOUND = re.compile(
    r"(?P<who>[^+/]{1,100})\+(?P<assignment>[^+/]{1,64})\+"
    r"(?P<when>\d{4}-\d\d-\d\d \d\d[:_-]\d\d[:_-]\d\d(?:\.\d{1,6})? UTC)(?:\+[^+/]{0,64})?"
)


@dataclass(frozen=True, slots=True)
class Inbound:
    """What the name of a folder in an exchange's ``inbound`` says."""

    who: str
    assignment: str
    made: datetime


def exchange_folder(name: str) -> Inbound | None:
    """Take ``user+assignment+2026-11-21 12:00:00.123456 UTC+random`` apart; None for others."""
    found = _INBOUND.fullmatch(name)
    made = moment(found["when"]) if found else None
    return Inbound(found["who"], found["assignment"], made) if found and made else None


def moment(text: str) -> datetime | None:
    """A time as nbgrader writes it (``2026-11-21 12:00:00.123456 UTC``), or None."""
    day, _, rest = text.strip().removesuffix(" UTC").partition(" ")
    try:
        return datetime.fromisoformat(f"{day}T{re.sub('[_-]', ':', rest)}").replace(tzinfo=UTC)
    except ValueError:
        return None
