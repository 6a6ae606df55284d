"""Offices, signatories and traders of the invented world, as clean permits name them."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from functools import cache

from borderlab import world


@dataclass(frozen=True, slots=True)
class Office:
    """The Management Authority of an invented State."""

    name: str
    city: str
    language: str
    stamps: bool


@cache
def _offices() -> dict[str, Office]:
    return {
        row["state"]: Office(
            row["name"], row["city"], row["language"], row["uses_security_stamp"] == "yes"
        )
        for row in world.atlas().tables["authorities"]
        if row["kind"] == "MA"
    }


def office(state: str) -> Office:
    """The Management Authority of a State."""
    return _offices()[state]


@cache
def _signatories(state: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (row["signatory_id"], row["valid_from"], row["valid_until"] or "9999-12-31")
        for row in world.atlas().tables["signatories"]
        if row["authority_id"] == f"{state}-MA"
    )


def signatory(state: str, day: dt.date) -> str:
    """A signatory in office on a day.

    Raises:
        LookupError: nobody signs on that day.
    """
    iso = day.isoformat()
    for name, first, last in _signatories(state):
        if first <= iso <= last:
            return name
    raise LookupError(f"nobody signs for {state} on {iso}")


def former_signatory(state: str, day: dt.date) -> str | None:
    """A signatory whose term had ended, or had not begun, by a day."""
    iso = day.isoformat()
    return next(
        (name for name, first, last in _signatories(state) if not first <= iso <= last), None
    )


@cache
def _firms() -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = world.atlas().tables["firm_names"]
    roots = tuple(row["text"] for row in rows if row["part"] == "root")
    forms = tuple(row["text"] for row in rows if row["part"] == "form")
    return roots, forms


def parties(rng: random.Random) -> tuple[str, str]:
    """Names of an exporter and an importer."""
    roots, forms = _firms()
    first, second = rng.sample(roots, 2)
    return f"{first} {rng.choice(forms)}", f"{second} {rng.choice(forms)}"
