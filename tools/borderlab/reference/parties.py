"""Parties, non-Parties and territories."""

from __future__ import annotations

import datetime as dt
from functools import cache

from borderlab.reference.errors import UnknownNameError, as_day, as_text
from borderlab.reference.rows import State, StateName
from borderlab.reference.tables import table
from borderlab.reference.text import near, plain


@cache
def _states() -> dict[str, State]:
    return {row.iso2: row for row in table("parties")}


@cache
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in _states().values():
        for name in (row.iso3, row.name_en, row.name_fr, row.name_es, row.name_cites_en):
            if name:
                names.setdefault(plain(name), row.iso2)
    other: tuple[StateName, ...] = table("state_names")
    for one in other:
        names.setdefault(plain(one.name), one.iso2)
    return names


def states() -> dict[str, State]:
    """Every State, territory and reporting code by ISO alpha-2 code (``"NA"`` is Namibia)."""
    return dict(_states())


def party(iso2: str) -> State:
    """The State or territory with this ISO alpha-2 code, whether Party or not.

    Raises:
        UnknownNameError: no State has this code.
    """
    code = as_text(iso2).strip().upper()
    if code not in _states():
        raise UnknownNameError("state", iso2, _near(iso2))
    return _states()[code]


def state_code(text: str) -> str:
    """The ISO alpha-2 code of a State given by code or by name in English, French or Spanish.

    Raises:
        UnknownNameError: nothing fits.
    """
    code = as_text(text).strip().upper()
    if code in _states():
        return code
    found = _by_name().get(plain(text))
    if found is None:
        raise UnknownNameError("state", text, _near(text))
    return found


def population_code(text: str | None) -> str | None:
    """The code of a country whose population is meant; others, such as invented ones, as given."""
    if not text:
        return None
    try:
        return state_code(text)
    except UnknownNameError:
        return text.strip().upper()


def _near(text: str) -> list[str]:
    names = near(text, (row.name_en for row in _states().values()), cutoff=0.75)
    return [f"{_by_name()[plain(name)]} ({name})" for name in names]


def responsible(iso2: str) -> State:
    """The State that answers for a territory; a State answers for itself."""
    row = party(iso2)
    return party(row.responsible_state) if row.responsible_state else row


def is_party_on(iso2: str, date: dt.date) -> bool:
    """Whether the Convention was in force for a State, or for a territory's State, on a date.

    No Party has ever left, so only the date of entry into force matters. A territory follows its
    State here; whether a State left one out is not in the table.

    Raises:
        UnknownNameError: no State has this code.
        ValueError: the date is none.
    """
    row = responsible(iso2)
    return row.entry_into_force is not None and row.entry_into_force <= as_day(date)
