"""What judging an answer yields before points are given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One option, item or cell of an answer, and its share of credit (0 to 1)."""

    id: str
    credit: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """Credit from 0 to 1, with what is worth a comment."""

    credit: float
    misconceptions: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def outcome_of(parts: tuple[Part, ...], feedback: tuple[str, ...] = ()) -> Outcome:
    """Credit as the mean of the parts' credits."""
    credit = sum(part.credit for part in parts) / len(parts) if parts else 0.0
    return Outcome(credit, feedback=feedback, parts=parts)
