"""The keys an author may write on a cell, and the role they give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeGuard

from coursekit.build.problems import Report
from coursekit.build.source import SourceCell

IDENTIFIER = re.compile(r"^[a-z][a-z0-9_-]*$")


class Role(Enum):
    """What a cell is for."""

    TEXT = "text"
    WIDGET = "widget"
    QUESTION = "question"
    ANSWER = "answer"
    CHECK = "check"
    WRITTEN = "written"


@dataclass(frozen=True)
class Cell:
    """A source cell whose keys were understood; ``target`` is its question's id, or its key."""

    source: SourceCell
    role: Role
    target: str = ""
    points: float = 0


# Kind of cell -> key that decides -> (role, further keys). "" is a cell without a deciding key.
_GRAMMAR: dict[str, dict[str, tuple[Role, frozenset[str]]]] = {
    "markdown": {
        "": (Role.TEXT, frozenset()),
        "key": (Role.TEXT, frozenset()),
        "written": (Role.WRITTEN, frozenset({"points"})),
    },
    "code": {
        "": (Role.WIDGET, frozenset()),
        "answer": (Role.ANSWER, frozenset()),
        "check": (Role.CHECK, frozenset({"points"})),
    },
    "raw": {"question": (Role.QUESTION, frozenset())},
}
_EXAMPLES = {
    "markdown": '`key="heading-name"`, or `written="q2" points=3`',
    "code": '`answer="q3"`, or `check="q1" points=2`',
    "raw": '`question="q1"`',
}


def understand(cell: SourceCell, report: Report) -> Cell | None:
    """Give a cell its role; a key that does not belong there is reported, once."""
    forms = _GRAMMAR[cell.kind]
    deciding = [key for key in cell.keys if key in forms]
    if len(deciding) > 1 or (not deciding and "" not in forms):
        _refuse(cell, report, "this cell needs exactly one of its keys")
        return None
    decided = deciding[0] if deciding else ""
    role, further = forms[decided]
    unknown = [key for key in cell.keys if key != decided and key not in further]
    if unknown:
        _refuse(cell, report, f"unknown key {', '.join(map(repr, unknown))}")
    target = cell.keys.get(decided, "")
    if decided and not (isinstance(target, str) and IDENTIFIER.match(target)):
        report.add(
            cell.place,
            f"{decided}={target!r} is no usable name",
            "use small letters, digits, - and _, in quotes, and begin with a letter",
        )
        return None
    if role in {Role.CHECK, Role.WRITTEN}:
        return _with_points(cell, role, target, report)
    return Cell(cell, role, target)


def _with_points(cell: SourceCell, role: Role, target: str, report: Report) -> Cell:
    points = cell.keys.get("points")
    if not is_number(points) or points <= 0:
        report.add(cell.place, "points are missing or not above 0", "write, for example, points=2")
        return Cell(cell, role, target)
    return Cell(cell, role, target, points)


def _refuse(cell: SourceCell, report: Report, wrong: str) -> None:
    report.add(cell.place, wrong, f"a {cell.kind} cell takes {_EXAMPLES[cell.kind]}")


def is_number(value: Any) -> TypeGuard[float]:
    """Whether a value is a real number (a truth value is none)."""
    return isinstance(value, int | float) and not isinstance(value, bool)
