"""Row types of the tables of rules and defects."""

from __future__ import annotations

from dataclasses import dataclass

from borderlab.reference.rows import Row


@dataclass(frozen=True, slots=True, eq=False)
class Rule(Row):
    """One rule of examination.

    Attributes:
        boxes: boxes of the standard form to look at.
        severity: ``reject``, ``consult`` or ``note``.
        logic: what must hold, in words.
        trap: when the rule misleads; empty if nothing is known.
    """

    rule_id: str
    name: str
    group: str
    applies_to: str
    boxes: tuple[str, ...]
    logic: str
    severity: str
    action: str
    legal_basis: str
    data_needed: str
    trap: str


@dataclass(frozen=True, slots=True, eq=False)
class Defect(Row):
    """A defect that can be put into a permit, or a look-alike that is lawful.

    Attributes:
        kind: ``defect`` or ``benign``.
        expected: what an examiner should find, in words and rule ids.
        difficulty: 1 easy to 3 hard.
    """

    defect_id: str
    name: str
    kind: str
    how: str
    touched: str
    expected: str
    difficulty: int | None
    fraud_pattern: str
    note: str
