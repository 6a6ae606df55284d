"""A border's register of one year: 500 permits with reuse, overrun quotas and their look-alikes.

Drawn twice with the same result: what is special (few rows, all that the truth rests on) and the
ordinary permits around it, which only the table needs.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from borderlab import world
from borderlab.documents.defects.goods import lots
from borderlab.documents.defects.people import parties

YEAR = 2025
PERMITS = 500
QUOTA_CASES = (
    ("over", 4), ("over_close", 1), ("exact", 2), ("other_source", 2), ("other_term", 2),
    ("seen_twice", 2), ("replaced", 1), ("last_year", 1), ("grams", 1), ("below", 3),
)  # fmt: skip
"""What happens under a published quota, and how often; only the first two go over it."""
OVER = ("over", "over_close")
REUSE_CASES = (("reused", 4), ("written", 2), ("clone", 1))
LOOK_ALIKES = (("crossings", 5), ("second_look", 7), ("parcels", 5), ("replacement", 5))
_FIRST = dt.date(YEAR, 1, 7)
_OTHER_TERM = {"LIV": "SPE", "SKI": "LPS"}
_PLAIN = {"plants": "grown", "animals": "bred"}


class Row(NamedTuple):
    """One permit line as the register shows it."""

    presented: dt.date
    waybill: str
    document: str
    permit_no: str
    issuer: str
    issued: dt.date
    replaces: str
    exporter: str
    importer: str
    line: str
    taxon: str
    term: str
    source: str
    quantity: float
    unit: str


class Quota(NamedTuple):
    """A published export quota of the invented world for wild specimens."""

    issuer: str
    taxon: str
    term: str
    unit: str
    amount: float


@dataclass(slots=True)
class Book:
    """The special rows of one participant's register, and why they are special.

    Attributes:
        rows: lines, not yet in order.
        numbers: permit numbers given out.
        reused: number -> ``reused``, ``written``, ``clone`` or ``seen_twice``.
        innocent: number -> look-alike of reuse: one of `LOOK_ALIKES`, or ``lines``.
        quotas: the quotas that some of the rows fall under.
        cases: (issuer, taxon) -> one of `QUOTA_CASES`.
    """

    rng: random.Random
    rows: list[Row] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    reused: dict[str, str] = field(default_factory=dict)
    innocent: dict[str, str] = field(default_factory=dict)
    quotas: dict[tuple[str, str], Quota] = field(default_factory=dict)
    cases: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def over(self) -> dict[tuple[str, str], str]:
        """The quotas that were overrun."""
        return {pair: case for pair, case in self.cases.items() if case in OVER}

    def number(self, state: str, year: int) -> str:
        """A new permit number of a State."""
        while True:
            new = f"{state}{year % 100:02d}-{self.rng.randrange(10_000_000):08d}"
            if new not in self.numbers:
                self.numbers.add(new)
                return new

    def bill(self) -> str:
        """The number of a transport document."""
        return f"{self.rng.randrange(100, 1000)}-{self.rng.randrange(100_000_000):08d}"

    def day(self, until: int = 340) -> dt.date:
        """A day of the year."""
        return _FIRST + dt.timedelta(days=self.rng.randrange(until))

    def permit(self, goods: list[tuple[str, str, str, float, str]], state: str,
               document: str = "EXPORT", until: int = 340) -> list[Row]:  # fmt: skip
        """A permit for goods (taxon, term, source, quantity, unit), presented once."""
        shown = self.day(until)
        issued = max(dt.date(YEAR, 1, 2), shown - dt.timedelta(days=self.rng.randrange(9, 110)))
        number, bill = self.number(state, YEAR), self.bill()
        exporter, importer = parties(self.rng)
        rows = [
            Row(shown, bill, document, number, state, issued, "", exporter, importer, "ABCD"[at],
                *one)
            for at, one in enumerate(goods)
        ]  # fmt: skip
        self.rows += rows
        return rows

    def again(self, rows: list[Row], **values: object) -> list[Row]:
        """The same permit presented once more."""
        copies = [row._replace(**values) for row in rows]  # type: ignore[arg-type]
        self.rows += copies
        return copies

    def later(self, day: dt.date, first: int, last: int) -> dt.date:
        """A day some days after another, within the year."""
        end = dt.date(YEAR, 12, 31)
        return min(end, day + dt.timedelta(days=self.rng.randint(first, last)))


@cache
def published() -> tuple[Quota, ...]:
    """Published quotas of the year for Appendix-II taxa, one for each State and taxon."""
    found: dict[tuple[str, str], Quota] = {}
    for row in world.atlas().tables["quotas"]:
        state, taxon = row["state"], row["taxon"]
        if int(row["year"]) != YEAR or row["term"] not in ("LIV", "SKI", "TRO", "CHP"):
            continue
        if world.appendix(taxon, f"{YEAR}-06-30", state) == "II":
            quota = Quota(state, taxon, row["term"], row["unit"], float(row["quota"]))
            found.setdefault((state, taxon), quota)
    return tuple(found.values())


@cache
def quota_pairs() -> frozenset[tuple[str, str]]:
    """Every State and taxon with a quota, of any term; ordinary permits keep away from them."""
    return frozenset((row["state"], row["taxon"]) for row in world.atlas().tables["quotas"])


@cache
def ordinary_goods() -> tuple[tuple[str, str, str, str, str], ...]:
    """State, taxon, term, source and unit of goods outside any quota."""
    from borderlab.documents.adapter_world import world_reference
    from borderlab.documents.defects.clean import KINDS

    states = world_reference().states.values
    return tuple(
        (states[lot.state], lot.name, lot.term, KINDS[kind].source, lot.unit)
        for kind in ("wild", "bred", "grown")
        for lot in lots(kind)
        if (states[lot.state], lot.name) not in quota_pairs()
    )


@lru_cache(maxsize=4)
def book(seed: int) -> Book:
    """The special rows of a participant's register; treat them as read-only."""
    from borderlab.tasks.casework_quota_cases import add_quotas
    from borderlab.tasks.casework_reuse_cases import add_look_alikes, add_reuse

    made = Book(random.Random(f"casework file {seed}"))  # noqa: S311  (teaching material)
    add_quotas(made)
    add_reuse(made)
    add_look_alikes(made)
    return made


def goods(made: Book, lines: int = 1) -> tuple[str, list[tuple[str, str, str, float, str]]]:
    """Ordinary goods: the State that sends them, and a few lines."""
    pool, rng = ordinary_goods(), made.rng
    first = rng.choice(pool)
    chosen = [first]
    for _ in range(lines - 1):
        near = rng.choice(_by_state()[first[0]])
        if near[1] not in {one[1] for one in chosen}:
            chosen.append(near)
    return first[0], [(t, term, s, _amount(rng, unit), unit) for _, t, term, s, unit in chosen]


@cache
def _by_state() -> dict[str, tuple[tuple[str, str, str, str, str], ...]]:
    found: dict[str, list[tuple[str, str, str, str, str]]] = {}
    for row in ordinary_goods():
        found.setdefault(row[0], []).append(row)
    return {state: tuple(rows) for state, rows in found.items()}


def _amount(rng: random.Random, unit: str) -> float:
    return float(rng.randint(1, 40)) if unit == "NAR" else round(rng.uniform(0.5, 200), 1)
