"""Inspections of many traders with unequal logged chances, drawn from the seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache

TRADERS = 60


TOLERANCE = 0.05
"""Percentage points."""


_RANDOM_CHANCE = 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """One inspected consignment."""

    consignment: str
    trader: str
    stratum: str
    chance: float
    illegal: int


@lru_cache(maxsize=64)
def draw(seed: int) -> tuple[Row, ...]:
    """The inspected consignments of a participant.

    Args:
        seed: the participant's, 0 to 2**31 - 1.
    """
    attempt = 0
    while True:
        rows = _drawn(random.Random(f"traders {seed} {attempt}"))  # noqa: S311  (an exercise)
        if _fair(rows):
            return rows
        attempt += 1


def _drawn(chance: random.Random) -> tuple[Row, ...]:
    rows, count = [], 0
    for place in range(TRADERS):
        trader = f"T{place + 1:02d}"
        # A few traders are on the profile; the stream of most is only sampled.
        aimed = place % 6 == 0
        pi = round(0.4 + 0.5 * chance.random(), 2) if aimed else _RANDOM_CHANCE
        rate = 0.12 + 0.16 * chance.random() if aimed else 0.01 + 0.03 * chance.random()
        for _consignment in range(chance.randrange(12, 31) if aimed else chance.randrange(60, 181)):
            count += 1
            drawn, bad = chance.random() < pi, chance.random() < rate
            if drawn:
                stratum = "targeted" if aimed else "random"
                rows.append(Row(f"C{count:05d}", trader, stratum, pi, int(bad)))
    return tuple(sorted(rows, key=lambda row: row.consignment))


def weighted(rows: tuple[Row, ...]) -> float:
    """Share illegal of the whole stream, in percent (Hajek)."""
    total = sum(1 / row.chance for row in rows)
    return 100 * sum(row.illegal / row.chance for row in rows) / total


def raw(rows: tuple[Row, ...]) -> float:
    """Hits over inspections, in percent: what the slip gives."""
    return 100 * sum(row.illegal for row in rows) / len(rows)


def of_stratum(rows: tuple[Row, ...], stratum: str) -> float:
    """Hits over inspections of one stratum, in percent."""
    return raw(tuple(row for row in rows if row.stratum == stratum))


def of_traders(rows: tuple[Row, ...]) -> float:
    """Mean over traders of their hit rates, in percent."""
    found: dict[str, list[int]] = {}
    for row in rows:
        found.setdefault(row.trader, []).append(row.illegal)
    return 100 * sum(sum(x) / len(x) for x in found.values()) / len(found)


def _fair(rows: tuple[Row, ...]) -> bool:
    """Whether every foreseen slip gives another number than the right way."""
    right = weighted(rows)
    wrong = [raw(rows), of_traders(rows), *(of_stratum(rows, s) for s in ("random", "targeted"))]
    return all(abs(one - right) > 6 * TOLERANCE for one in wrong) and wrong[0] > right + 2
