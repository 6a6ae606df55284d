"""A column of the participants' tables, and the lists of values columns share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from borderlab.i18n import N_
from borderlab.world.places import atlas

Allowed = Callable[[], tuple[str, ...]]


def words(names: tuple[str, ...]) -> Allowed:
    """Words as one-word categories."""
    return lambda: tuple(name.replace(" ", "_") for name in names if name)


def states() -> tuple[str, ...]:
    """Codes of the invented States."""
    return atlas().codes


def issuers() -> tuple[str, ...]:
    """Management Authorities of the invented States."""
    return tuple(f"{code}-MA" for code in atlas().codes)


def ports() -> tuple[str, ...]:
    """Codes of the ports."""
    return tuple(port.port_id for port in atlas().ports)


@dataclass(frozen=True)
class Field:
    """One column: type is id, date, moment, category, number, count, flag or probability.

    `unit` is a word to translate or a code; `allowed` gives the categories; `empty` says
    whether a value may be missing.
    """

    name: str
    kind: str
    meaning: str
    unit: str = ""
    allowed: Allowed | None = None
    empty: bool = False


IN_UNIT = N_("the unit in column unit")
MONEY = N_("units of account (invented)")
