"""The queue of permits as a model: office minutes, decisions, delays, and two colleagues.

Times are office minutes from the opening of the counter; delays are hours. All of them, and what
a look or a message costs, are teaching values: invented, and alike for everybody.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import lru_cache

from borderlab.tasks.casework_levels import BENIGN, pool
from borderlab.tasks.desk_cases import Case, case

COST = {"open": 3.0, "look": 12.0, "accept": 1.0, "note": 2.0, "consult": 6.0, "inspect": 10.0,
        "refuse": 8.0}  # fmt: skip
"""Minutes of the officer's time. A permit is opened once and looked at closely once."""
PER_PERMIT = 15.0
"""Minutes of the shift per permit."""
CONSULT_HOURS = (30, 340)
"""How long an answer takes; within two weeks is good practice (Res. Conf. 11.3, para 3 c)."""
PASSES, ASKS = ("accept", "note"), ("consult", "inspect")
DECISIONS = (*PASSES, *ASKS, "refuse")


@dataclass(frozen=True, eq=False)
class Item:
    """One consignment in the queue.

    Attributes:
        name: ``q1``, ``q2``, ... in order of arrival.
        case: its permit, and what there is to see.
        arrives: office minute.
        live: whether living animals or plants wait with it.
        answer_hours: how long the issuing authority would take to answer.
    """

    name: str
    case: Case
    arrives: float
    live: bool
    answer_hours: float

    @property
    def plain(self) -> bool:
        """Whether a quick look at the sheet shows what is wrong."""
        return bool(set(self.case.defects) & set(pool("easy")))


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, when (office minute), and whether after a careful look."""

    action: str
    at: float
    looked: bool


@dataclass(slots=True)
class Shift:
    """A counter with its queue: time passes by what is done, and by reading if a clock runs."""

    items: tuple[Item, ...]
    now: float = 0.0
    worked: float = 0.0
    opened: set[str] = field(default_factory=set)
    looked: set[str] = field(default_factory=set)
    decisions: dict[str, Decision] = field(default_factory=dict)

    @property
    def length(self) -> float:
        """Office minutes until the counter closes."""
        return PER_PERMIT * len(self.items)

    @property
    def over(self) -> bool:
        """Whether the counter is closed or nothing is left."""
        return self.now >= self.length or len(self.decisions) == len(self.items)

    def here(self) -> list[Item]:
        """Consignments that have arrived and wait for a decision."""
        return [
            one for one in self.items if one.arrives <= self.now and one.name not in self.decisions
        ]

    def item(self, name: str) -> Item | None:
        """A consignment that waits, by name."""
        return next((one for one in self.here() if one.name == name), None)

    def spend(self, minutes: float) -> None:
        """Let time pass in work or reading."""
        self.now += minutes
        self.worked += minutes

    def open(self, item: Item) -> None:
        """Take a permit and look at it quickly; the second time costs nothing."""
        if item.name not in self.opened:
            self.opened.add(item.name)
            self.spend(COST["open"])

    def look(self, item: Item) -> None:
        """Look closely, with all sources."""
        if item.name not in self.looked:
            self.looked.add(item.name)
            self.spend(COST["look"])

    def decide(self, item: Item, action: str) -> None:
        """Decide; the consignment leaves the counter."""
        self.spend(COST[action])
        self.decisions[item.name] = Decision(action, self.now, item.name in self.looked)

    def wait(self) -> None:
        """Let time pass until the next consignment arrives, if nothing waits."""
        coming = [one.arrives for one in self.items if one.arrives > self.now]
        if not self.here() and coming:
            self.now = min(coming)


@lru_cache(maxsize=32)
def queue(permits: int, seed: int) -> tuple[Item, ...]:
    """Draw a queue: about four in ten are in order, two look odd, the others hold a defect.

    Args:
        permits: how many, 3 to 20.
        seed: the same seed gives the same queue.
    """
    rng = random.Random(f"casework queue {seed}")  # noqa: S311  (teaching material)
    kinds: list[tuple[str, ...]] = []
    for at in range(permits):
        pools = (None, None, BENIGN, pool("easy"), None, pool("hard"), None, BENIGN,
                 pool("medium"), pool("hard"))  # fmt: skip
        left = [one for one in pools[at % len(pools)] or () if (one,) not in kinds]
        kinds.append((rng.choice(left),) if left else ())
    rng.shuffle(kinds)
    live_first = max(2, permits // 3)
    made: list[Item] = []
    arrivals = _arrivals(permits, rng)
    for at, defects in enumerate(kinds):
        wanted = not defects and sum(one.live for one in made) < live_first
        drawn = _drawn(defects, rng, live=wanted)
        made.append(
            Item(
                f"q{at + 1}", drawn, arrivals[at], _live(drawn), float(rng.randint(*CONSULT_HOURS))
            )
        )
    return tuple(made)


def _arrivals(permits: int, rng: random.Random) -> list[float]:
    """Three wait when the counter opens; the others come over two thirds of the shift."""
    span = PER_PERMIT * permits * 0.66
    later = sorted(round(rng.uniform(5, span)) for _ in range(permits - 3))
    return [0.0, 0.0, 0.0, *map(float, later)]


def _drawn(defects: tuple[str, ...], rng: random.Random, *, live: bool) -> Case:
    from borderlab.tasks.casework_numbers import renumbered

    for _ in range(40):
        drawn = case(defects, rng.randrange(10_000))
        if not live or _live(drawn):
            break
    return renumbered(drawn, rng.randrange(10**6))


def _live(drawn: Case) -> bool:
    return any(line.term == "LIV" for line in drawn.permit.lines)
