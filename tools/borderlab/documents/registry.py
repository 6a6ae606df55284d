"""Which function decides which rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from borderlab.documents.view import View

Predicate = Callable[[View], Any]
LEVELS = ("permit", "line", "ledger")


@dataclass(frozen=True, eq=False)
class Check:
    """One decision: a rule, or the part of a rule that has another severity.

    Attributes:
        rule: id in ``datasets/reference/rules.csv``.
        part: "" for the rule itself, else a word for the part.
        level: ``permit`` (one answer per permit), ``line`` (one per line) or ``ledger`` (looks at
            all permits together; one answer per permit).
        severity: in place of that of the rule; "" for none.
        decide: the predicate.
        key: ``R077`` or ``R077/introduced``.
    """

    rule: str
    part: str
    level: str
    severity: str
    decide: Predicate
    key: str


CHECKS: dict[str, Check] = {}
"""Key -> check, in the order of the rules' files."""


def _register(rule: str, part: str, level: str, severity: str) -> Callable[[Predicate], Predicate]:
    def keep(decide: Predicate) -> Predicate:
        check = Check(rule, part, level, severity, decide, f"{rule}/{part}" if part else rule)
        if check.key in CHECKS:
            raise ValueError(f"two functions decide {check.key}")
        CHECKS[check.key] = check
        return decide

    return keep


def permit_rule(rule: str, part: str = "", severity: str = "") -> Callable[[Predicate], Predicate]:
    """Register a predicate on permits."""
    return _register(rule, part, "permit", severity)


def line_rule(rule: str, part: str = "", severity: str = "") -> Callable[[Predicate], Predicate]:
    """Register a predicate on lines; a permit fails if any of its lines does."""
    return _register(rule, part, "line", severity)


def ledger_rule(rule: str, part: str = "", severity: str = "") -> Callable[[Any], Any]:
    """Register a function of `Ledger` that looks at all permits of a batch together."""
    return _register(rule, part, "ledger", severity)
