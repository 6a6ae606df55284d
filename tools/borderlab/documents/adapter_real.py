"""The real tables of ``datasets/reference`` as a `Reference`.

There is no directory of authorities, signatures, registers or alerts in the kit: the rules on
them are silent here, until a Party fills those parts with its own lists.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab import reference
from borderlab.documents.adapter import SEVERAL, Directory, Notices, Reference, Steps
from borderlab.documents.adapter_common import day_number, pair_table, scope
from borderlab.documents.codes import APPENDICES, codes
from borderlab.documents.kinds import EPOCH
from borderlab.documents.scopes import NEVER, Scope, Scopes
from borderlab.documents.taxa import taxa
from borderlab.documents.vocabulary import Vocabulary
from borderlab.reference.listing_types import Listing
from borderlab.reference.rows import NotListed, Species

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BEGIN = -(2**32)
_CONFIRM = (("Pterocarpus erinaceus", "NG", "2018-01-01"),)
"""Taxon, State and day of Notifications that ask for confirmation (2018/005)."""


@cache
def _states() -> Vocabulary:
    return Vocabulary(tuple(reference.states()))


def _appendix(found: Listing) -> int:
    if found.status == "unknown":
        return -1
    if found.appendix is None:
        return APPENDICES.index("N")
    if len(found.appendices) > 1:
        return SEVERAL
    return APPENDICES.index(found.appendix) if found.appendix in APPENDICES else SEVERAL


@cache
def _steps(taxon: int, state: int) -> Steps:
    row = taxa().rows[taxon]
    code = _states().values[state] if state >= 0 else None
    if code == "XX":
        code = None
    starts = {reference.AS_OF}
    for entry in reference.history(row.scientific_name):
        for day in (entry.effective_from, entry.seen_from):
            if day:
                starts.add(day)
    if isinstance(row, NotListed) and row.not_listed_from:
        starts.add(row.not_listed_from)
    days = sorted(starts)
    answers = [_appendix(reference.listing(row.scientific_name, day, code)) for day in days]
    return (_BEGIN, *(d.toordinal() - EPOCH for d in days)), (APPENDICES.index("N"), *answers)


def _ranges() -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
    """Range by taxon and State; ranges that mix native and introduced populations do not decide."""
    known, states = taxa(), _states()
    table = pair_table(known, states, -1, np.int8)
    introduced = pair_table(known, states, fill=False, dtype=np.bool_)
    for at, row in enumerate(known.rows):
        if not isinstance(row, Species) or not row.range_iso2:
            continue
        table[at, : len(states.values)] = 0
        for code in row.range_iso2:
            if code in states.codes:
                table[at, states.codes[code]] = 1
        if "XX" in states.codes:
            table[at, states.codes["XX"]] = -1
    return table, introduced


def _lists_iii() -> NDArray[np.bool_]:
    known, states = taxa(), _states()
    table = pair_table(known, states, fill=False, dtype=np.bool_)
    for at, row in enumerate(known.rows):
        for party in reference.listing(row.scientific_name, reference.AS_OF).parties:
            if party in states.codes:
                table[at, states.codes[party]] = True
    return table


def _measures(name: str, *, national: bool | None = None) -> Scopes:
    known, states, tables = taxa(), _states(), codes()
    rows: list[Scope] = []
    for at, row in enumerate(reference.table(name)):
        if national is not None and (row.kind == "national measure") != national:
            continue
        every = row.taxon == "ALL"
        reached = tuple(range(known.n)) if every else known.within(row.taxon)
        party = states.codes.get(row.party or None, -1)
        if not reached or (row.party and party < 0):
            continue
        rows.append(scope(
            tables, taxa=reached, states=(party,) if party >= 0 else (), row=at,
            sources=getattr(row, "source_codes", ()), purposes=getattr(row, "purpose_codes", ()),
            terms=getattr(row, "term_codes", ()),
            start=getattr(row, "start_date", None) or getattr(row, "valid_from", None),
            end=getattr(row, "end_date", None) or getattr(row, "valid_to", None),
            value=float("nan") if getattr(row, "quota", None) is None else float(row.quota),
            unit=getattr(row, "unit_code", None),
        ))  # fmt: skip
    return Scopes(tuple(rows), known.n, len(states.values))


def _confirmations() -> Scopes:
    known, states = taxa(), _states()
    rows = [
        scope(codes(), taxa=known.within(taxon), states=(states.codes[state],), start=start, row=at)
        for at, (taxon, state, start) in enumerate(_CONFIRM)
    ]
    return Scopes(tuple(rows), known.n, len(states.values))


def _directory() -> Directory:
    nobody = Vocabulary(())
    return Directory(
        authorities=nobody,
        authority_state=np.full(3, -1, dtype=np.int16),
        is_management=np.zeros(3, dtype=bool),
        signatories=nobody,
        signatory_authority=np.full(3, -1, dtype=np.int16),
        signatory_from=np.zeros(3, dtype=np.int32),
        signatory_until=np.zeros(3, dtype=np.int32),
        uses_stamp=np.full(len(_states().values) + 3, -1, dtype=np.int8),
    )


@cache
def real_reference() -> Reference:
    """The real reference tables, prepared once (about a second)."""
    states = _states()
    since = [
        day_number(reference.responsible(code).entry_into_force, NEVER) for code in states.values
    ]
    in_range, introduced = _ranges()
    return Reference(
        name="real",
        codes=codes(),
        taxa=taxa(),
        states=states,
        party_since=np.array([*since, -NEVER, -NEVER, -NEVER], dtype=np.int32),
        in_range=in_range,
        introduced=introduced,
        lists_iii=_lists_iii(),
        steps=_steps,
        directory=_directory(),
        notices=Notices(),
        quotas=_measures("quotas"),
        suspensions=_measures("suspensions", national=False),
        reservations=_measures("reservations"),
        confirmations=_confirmations(),
        domestic=_measures("suspensions", national=True),
    )
