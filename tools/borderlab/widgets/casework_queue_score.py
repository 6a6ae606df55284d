"""A shift at the counter in numbers, and two colleagues who work the same queue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from borderlab.widgets.casework_queue_model import PASSES, Decision, Item, Shift

INSPECTION_HOURS = 5.0
REFUSED_HOURS = 24.0 * 14
"""What a lawful consignment that is refused loses at least, until somebody puts it right."""
OVERNIGHT_HOURS = 16.0
"""From the closing of the counter to the next morning, for what is left waiting."""


@dataclass(slots=True)
class Score:
    """A shift in numbers.

    Attributes:
        decided, waiting: consignments decided, and still waiting when the counter closed.
        stopped, missed: unlawful ones not let through, and let through.
        passed, held: lawful ones let through, and held or refused.
        refused: lawful ones refused outright, part of ``held``.
        live_hours, other_hours: mean delay of lawful consignments, live ones apart; None if none.
        minutes: office minutes worked.
    """

    decided: int = 0
    waiting: int = 0
    stopped: int = 0
    missed: int = 0
    passed: int = 0
    held: int = 0
    refused: int = 0
    live_hours: float | None = None
    other_hours: float | None = None
    minutes: float = 0.0


def delay_hours(item: Item, decision: Decision) -> float:
    """Hours from arrival until a lawful consignment may leave."""
    wait = (decision.at - item.arrives) / 60
    extra = {"consult": item.answer_hours, "inspect": INSPECTION_HOURS, "refuse": REFUSED_HOURS}
    return wait + extra.get(decision.action, 0.0)


def score(shift: Shift) -> Score:
    """Decisions, errors of both kinds and delays of a shift."""
    found = Score(minutes=shift.worked)
    delays: dict[bool, list[float]] = {True: [], False: []}
    for item in shift.items:
        decision = shift.decisions.get(item.name)
        if decision is None:
            found.waiting += 1
            if item.case.harmless:
                delays[item.live].append((shift.length - item.arrives) / 60 + OVERNIGHT_HOURS)
            continue
        found.decided += 1
        passes = decision.action in PASSES
        if not item.case.harmless:
            found.missed += passes
            found.stopped += not passes
            continue
        found.passed += passes
        found.held += not passes
        found.refused += decision.action == "refuse"
        delays[item.live].append(delay_hours(item, decision))
    found.live_hours, found.other_hours = (_mean(delays[live]) for live in (True, False))
    return found


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def strict(item: Item) -> tuple[bool, str]:
    """Looks closely at everything, and asks about whatever a rule mentions."""
    worst = {finding.severity for finding in item.case.findings}
    action = (
        "refuse" if "reject" in worst else "consult" if worst or item.case.defects else "accept"
    )
    return True, action


def lenient(item: Item) -> tuple[bool, str]:
    """Looks quickly, and stops only what one box shows."""
    return False, "refuse" if item.plain else "accept"


def worked(items: tuple[Item, ...], colleague: Callable[[Item], tuple[bool, str]]) -> Score:
    """A colleague's shift on the same queue, in the order of arrival."""
    shift = Shift(items)
    while not shift.over:
        shift.wait()
        here = shift.here()
        if not here:
            break
        item = here[0]
        looks, action = colleague(item)
        shift.open(item)
        if looks:
            shift.look(item)
        shift.decide(item, action)
    return score(shift)
