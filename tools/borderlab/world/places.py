"""The invented States, ports, authorities and law, read from `datasets/world`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from borderlab.paths import datasets

MODES = ("air", "sea", "land", "post")


def read_table(path: Path) -> list[dict[str, str]]:
    """All rows of a CSV file as text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class State:
    """One invented State. Weights are shares of trade without unit; map places are in pixels."""

    code: str
    names: dict[str, str]
    region: str
    zones: frozenset[str]
    party_since: int
    permit_language: str
    capital: str
    place: tuple[int, int]

    def name(self, language: str) -> str:
        """Name in one of the three languages."""
        return self.names[language]


@dataclass(frozen=True)
class Port:
    """A place where goods enter or leave an invented State."""

    port_id: str
    name: str
    state: str
    mode: str
    designated: bool
    free_zone: bool
    place: tuple[int, int]
    weight: int


@dataclass(frozen=True)
class Atlas:
    """The invented world; every row is marked as invented in the files."""

    states: tuple[State, ...]
    ports: tuple[Port, ...]
    tables: dict[str, list[dict[str, str]]]

    @property
    def codes(self) -> tuple[str, ...]:
        """User-assigned codes of the States, in the order of the file."""
        return tuple(state.code for state in self.states)

    def state(self, code: str) -> State:
        """The State with this code.

        Raises:
            KeyError: no invented State has this code.
        """
        return self.states[self.codes.index(code)] if code in self.codes else _unknown(code)


def _unknown(code: str) -> State:
    raise KeyError(f"{code!r} is not the code of an invented State")


@cache
def atlas() -> Atlas:
    """The invented world of the kit, read once."""
    folder = datasets("world")
    states = tuple(
        State(
            code=row["code"],
            names={lang: row[f"name_{lang}"] for lang in ("en", "fr", "es")},
            region=row["cites_region"],
            zones=frozenset(row["zones"].split(";")),
            party_since=int(row["party_since"]),
            permit_language=row["permit_language"],
            capital=row["capital"],
            place=(int(row["map_x"]), int(row["map_y"])),
        )
        for row in read_table(folder / "states.csv")
    )
    ports = tuple(
        Port(
            port_id=row["port_id"],
            name=row["name"],
            state=row["state"],
            mode=row["mode"],
            designated=row["designated"] == "yes",
            free_zone=row["free_zone"] == "yes",
            place=(int(row["map_x"]), int(row["map_y"])),
            weight=int(row["weight"]),
        )
        for row in read_table(folder / "ports.csv")
    )
    names = ("authorities", "signatories", "populations", "quotas", "suspensions", "reservations",
             "operations", "firm_names")  # fmt: skip
    tables = {name: read_table(folder / f"{name}.csv") for name in names}
    return Atlas(states, ports, tables)
