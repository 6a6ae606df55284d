"""The invented world's States, offices and lists: who may sign, which numbers were stolen."""

from __future__ import annotations

from functools import cache

import numpy as np

from borderlab import world
from borderlab.documents.adapter import Directory, Notices
from borderlab.documents.adapter_common import day_number
from borderlab.documents.scopes import NEVER
from borderlab.documents.taxa import taxa
from borderlab.documents.vocabulary import Vocabulary

NON_PARTY = "XL"
"""An invented State that is not a Party (user-assigned code)."""
UNKNOWN_ORIGIN = "XX"
HIGH_SEAS = "XZ"
STOLEN_SERIES = "66666"
"""Numbers of every invented State whose serial begins so were reported stolen."""
WANTED = ("Corvane Global Trading",)


@cache
def world_states() -> Vocabulary:
    """Codes of the invented States, the non-Party, and those for unknown origin and high seas."""
    return Vocabulary((*world.atlas().codes, NON_PARTY, UNKNOWN_ORIGIN, HIGH_SEAS))


def directory() -> Directory:
    """Offices and signatories that the invented States have notified."""
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


def notices() -> Notices:
    """Alerts, registers and agreements of the invented world."""
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
