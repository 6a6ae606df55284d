"""The invented world as a `Reference`: its States, authorities, signatories, quotas and law.

Alerts, confirmation duties and the non-Party below are invented like the rest of the world.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab import reference, world
from borderlab.documents.adapter import SEVERAL, Reference, Steps
from borderlab.documents.adapter_common import day_number, pair_table, scope
from borderlab.documents.adapter_world_lists import (
    HIGH_SEAS,
    NON_PARTY,
    STOLEN_SERIES,
    UNKNOWN_ORIGIN,
    WANTED,
    directory,
    notices,
    world_states,
)
from borderlab.documents.codes import APPENDICES, codes
from borderlab.documents.scopes import NEVER, Scope, Scopes
from borderlab.documents.taxa import taxa
from borderlab.paths import datasets

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["HIGH_SEAS", "NON_PARTY", "STOLEN_SERIES", "UNKNOWN_ORIGIN", "WANTED",
           "world_reference", "world_states"]  # fmt: skip
_CONFIRM = (("Dalbergia cochinchinensis", "QV", "2023-01-01"),)
_NATIONAL_BANS = (("Gorilla gorilla", "XM", "2022-01-01"),)
_INTRODUCED = (
    ("Trachemys scripta", "XJ"),
    ("Psittacula krameri", "XH"),
    ("Iguana iguana", "XF"),
    ("Varanus niloticus", "XR"),
)
_BEGIN = -(2**32)


def _rows(path: str) -> list[dict[str, str]]:
    with (datasets("world") / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _starts(taxon: int) -> tuple[str, ...]:
    entries = reference.history(taxa().rows[taxon].scientific_name)
    return tuple(sorted({e.effective_from.isoformat() for e in entries if e.effective_from}))


def _appendix(name: str, day: str, code: str) -> int:
    """Code of the Appendix; `SEVERAL` where the populations differ and nobody knows which."""
    states = world.atlas().codes if code == UNKNOWN_ORIGIN else (code,)
    found = {APPENDICES.index(world.appendix(name, day, state)) for state in states}
    return found.pop() if len(found) == 1 else SEVERAL


@cache
def _steps(taxon: int, state: int) -> Steps:
    name = taxa().rows[taxon].scientific_name
    code = world_states().values[state] if state >= 0 else UNKNOWN_ORIGIN
    days = _starts(taxon)
    answers = [_appendix(name, day, code) for day in days]
    return (_BEGIN, *(day_number(day, 0) for day in days)), (APPENDICES.index("N"), *answers)


def _ranges() -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
    known, states = taxa(), world_states()
    table = pair_table(known, states, -1, np.int8)
    introduced = pair_table(known, states, fill=False, dtype=np.bool_)
    place = {row.scientific_name: at for at, row in enumerate(known.rows)}
    for row in _rows("calibration/taxa.csv"):
        at = place.get(row["taxon"])
        native = [code for code in row["range"].split(";") if code in states.codes]
        if at is not None and native:
            table[at, : states.codes[NON_PARTY] + 1] = 0
            table[at, [states.codes[code] for code in native]] = 1
    for name, code in _INTRODUCED:
        if name in place:
            introduced[place[name], states.codes[code]] = (
                table[place[name], states.codes[code]] == 0
            )
    return table, introduced


def _lists_iii() -> NDArray[np.bool_]:
    """The first range State of a taxon now in Appendix III is the one that listed it."""
    known, states = taxa(), world_states()
    table = pair_table(known, states, fill=False, dtype=np.bool_)
    third = {row.taxon_id for row in reference.table("listing_history") if row.appendix == "III"}
    native = {row["taxon"]: row["range"].split(";")[0] for row in _rows("calibration/taxa.csv")}
    for at, row in enumerate(known.rows):
        first = native.get(row.scientific_name, "")
        if row.taxon_id in third and first in states.codes and first:
            table[at, states.codes[first]] = True
    return table


def _scopes(rows: list[Scope]) -> Scopes:
    return Scopes(tuple(rows), taxa().n, len(world_states().values))


def _measures(rows: list[dict[str, Any]]) -> Scopes:
    states, made = world_states(), []
    for at, row in enumerate(rows):
        reached = taxa().within(row["taxon"])
        if not reached:
            continue
        year = row.get("year")
        made.append(
            scope(
                codes(),
                taxa=reached,
                states=(states.codes[row["state"]],),
                row=at,
                sources=("W",) if "wild" in row.get("scope", "") else (),
                terms=(row["term"],) if row.get("term") else (),
                start=f"{year}-01-01" if year else row.get("valid_from"),
                end=f"{year}-12-31" if year else row.get("valid_until"),
                value=float(row["quota"]) if row.get("quota") else float("nan"),
                unit=row.get("unit"),
            )
        )
    return _scopes(made)


def _listed(rows: tuple[tuple[str, str, str], ...]) -> Scopes:
    return _measures([{"taxon": t, "state": s, "valid_from": day} for t, s, day in rows])


def _quotas() -> Scopes:
    """National quotas of the invented States, and zero quotas that hold for all range States."""
    national = _measures(world.atlas().tables["quotas"])
    everywhere = [
        scope(
            codes(),
            taxa=taxa().within(row.taxon),
            sources=row.source_codes,
            terms=row.term_codes,
            purposes=row.purpose_codes,
            start=row.start_date,
            end=row.end_date,
            value=0.0,
            row=10_000 + at,
        )
        for at, row in enumerate(reference.table("quotas"))
        if row.quota == 0 and not row.party and taxa().within(row.taxon)
    ]
    return _scopes([*everywhere, *national.rows])


@cache
def world_reference() -> Reference:
    """The invented world, prepared once."""
    states = world_states()
    since = [day_number(f"{state.party_since}-01-01", NEVER) for state in world.atlas().states]
    in_range, introduced = _ranges()
    tables = world.atlas().tables
    return Reference(
        name="world",
        codes=codes(),
        taxa=taxa(),
        states=states,
        party_since=np.array(
            [*since, NEVER, -NEVER, -NEVER, -NEVER, -NEVER, -NEVER], dtype=np.int32
        ),
        in_range=in_range,
        introduced=introduced,
        lists_iii=_lists_iii(),
        steps=_steps,
        directory=directory(),
        notices=notices(),
        quotas=_quotas(),
        suspensions=_measures(tables["suspensions"]),
        reservations=_measures(tables["reservations"]),
        confirmations=_listed(_CONFIRM),
        domestic=_listed(_NATIONAL_BANS),
    )
