"""The invented world as a `Reference`: its States, authorities, signatories, quotas and law.

Alerts, confirmation duties and the non-Party below are invented like the rest of the world.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab import reference, world
from borderlab.documents.adapter import SEVERAL, Directory, Notices, Reference, Steps
from borderlab.documents.adapter_common import day_number, pair_table, scope
from borderlab.documents.codes import APPENDICES, codes
from borderlab.documents.scopes import NEVER, Scope, Scopes
from borderlab.documents.taxa import taxa
from borderlab.documents.vocabulary import Vocabulary
from borderlab.paths import datasets

if TYPE_CHECKING:
    from numpy.typing import NDArray

NON_PARTY = "XL"
"""An invented State that is not a Party (user-assigned code)."""
UNKNOWN_ORIGIN = "XX"
HIGH_SEAS = "XZ"
STOLEN_SERIES = "66666"
"""Numbers of every invented State whose serial begins so were reported stolen."""
WANTED = ("Corvane Global Trading",)
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
def world_states() -> Vocabulary:
    """Codes of the invented States, the non-Party, and those for unknown origin and high seas."""
    return Vocabulary((*world.atlas().codes, NON_PARTY, UNKNOWN_ORIGIN, HIGH_SEAS))


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


def _directory() -> Directory:
    tables, states = world.atlas().tables, world_states()
    authorities = Vocabulary(tuple(row["authority_id"] for row in tables["authorities"]))
    signatories = Vocabulary(tuple(row["signatory_id"] for row in tables["signatories"]))
    signs = tables["signatories"]
    uses = np.full(len(states.values) + 3, -1, dtype=np.int8)
    for row in tables["authorities"]:
        if row["kind"] == "MA":
            uses[states.codes[row["state"]]] = row["uses_security_stamp"] == "yes"
    return Directory(
        authorities=authorities,
        authority_state=np.array(
            [*(states.codes[r["state"]] for r in tables["authorities"]), -1, -1, -1], dtype=np.int16
        ),
        is_management=np.array(
            [*(r["kind"] == "MA" for r in tables["authorities"]), False, False, False]
        ),
        signatories=signatories,
        signatory_authority=np.array(
            [*(authorities.codes[r["authority_id"]] for r in signs), -1, -1, -1], dtype=np.int16
        ),
        signatory_from=np.array(
            [*(day_number(r["valid_from"], -NEVER) for r in signs), 0, 0, 0], dtype=np.int32
        ),
        signatory_until=np.array(
            [*(day_number(r["valid_until"], NEVER) for r in signs), 0, 0, 0], dtype=np.int32
        ),
        uses_stamp=uses,
    )


def _notices() -> Notices:
    states, tables = world_states(), world.atlas().tables
    place = {row.scientific_name: at for at, row in enumerate(taxa().rows)}
    every = world.atlas().codes
    agreements = np.zeros((len(states.values) + 3,) * 2, dtype=bool)
    answers = [
        r["state"]
        for r in tables["authorities"]
        if r["kind"] == "MA" and r["answers_electronically"] == "yes"
    ]
    for a in answers:
        for b in answers:
            agreements[states.codes[a], states.codes[b]] = True
    return Notices(
        alerts={
            states.codes[code]: tuple(
                (f"{code}{yy}-{STOLEN_SERIES}000", f"{code}{yy}-{STOLEN_SERIES}999")
                for yy in range(20, 30)
            )
            for code in every
        },
        wanted=frozenset(name.casefold() for name in WANTED),
        operations={
            row["operation_no"]: (
                states.codes[row["state"]],
                place[row["taxon"]],
                day_number(row["registered"], 0),
            )
            for row in tables["operations"]
            if row["taxon"] in place
        },
        number_pattern={states.codes[code]: rf"{code}\d\d-\d{{8}}" for code in every},
        phyto=states.where(*every[::3]),
        e_agreements=agreements,
    )


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
        directory=_directory(),
        notices=_notices(),
        quotas=_quotas(),
        suspensions=_measures(tables["suspensions"]),
        reservations=_measures(tables["reservations"]),
        confirmations=_listed(_CONFIRM),
        domestic=_listed(_NATIONAL_BANS),
    )
