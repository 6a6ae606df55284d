"""What marks and an action on one permit earn: precision and recall of boxes, family, action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from borderlab.tasks.desk_families import FAMILIES, LAWFUL, name_of
from borderlab.tasks.desk_truth import ACTIONS, FIRST_ANNEX, Issue

if TYPE_CHECKING:
    from borderlab.tasks.desk_cases import Case

MOST_MARKS = 60
_LONGEST_KEY = 16
_PLACED = 0.5
"""Credit of a mark in the right box under a wrong name."""
_SHARE_ACTION = 0.4
_WITHOUT_REASON = 0.25
"""Share of the action's credit where nothing of what speaks for it was marked."""


class Answer(NamedTuple):
    """Marks (box -> family) and action of one permit; an empty action is none chosen."""

    marks: dict[str, str]
    action: str


@dataclass(frozen=True, slots=True)
class Marked:
    """How one mark stands to what there was to see.

    Attributes:
        box: key of the box.
        family: family chosen.
        state: ``right``; ``named`` (box right, name wrong); ``extra`` (true, not needed);
            ``lawful`` (accuses nobody); ``false``.
        issue: place of the issue in ``case.issues``, or -1.
    """

    box: str
    family: str
    state: str
    issue: int = -1


@dataclass(frozen=True, slots=True)
class Verdict:
    """All of a judgement on one permit.

    Attributes:
        credit: 0 to 1.
        boxes: F-score of the marks, 0 to 1; 1 where nothing was to be marked and nothing was.
        action: credit of the action, 0 to 1.
        marks: each mark.
        missed: places of the issues nobody marked.
    """

    credit: float
    boxes: float
    action: float
    marks: tuple[Marked, ...]
    missed: tuple[int, ...]


def read_value(raw: Any) -> Answer:
    """Marks and action of a saved value; whatever is no part of an answer is left out."""
    if not isinstance(raw, Mapping):
        return Answer({}, "")
    found = raw.get("marks")
    marks: dict[str, str] = {}
    if isinstance(found, Mapping):
        for key, family in found.items():
            if len(marks) >= MOST_MARKS:
                break
            known = isinstance(family, str) and family in FAMILIES
            if known and isinstance(key, str) and 0 < len(key) <= _LONGEST_KEY:
                marks[key] = family
    action = raw.get("action")
    return Answer(marks, action if isinstance(action, str) and action in ACTIONS else "")


def _reach(issue: Issue, box: str, family: str) -> str:
    named = family in issue.families
    box = FIRST_ANNEX if name_of(box) == "annex" else box
    if box in issue.boxes:
        return "right" if named else "named"
    return "right" if named and box in issue.near else ""


def _mark(case: Case, box: str, family: str) -> Marked:
    if family == LAWFUL:
        return Marked(box, family, "lawful")
    for state in ("right", "named"):
        for at, one in enumerate(case.issues):
            if one.required and _reach(one, box, family) == state:
                return Marked(box, family, state, at)
    for at, one in enumerate(case.issues):
        # A further consequence that the rules find is true; a lawful look-alike is not a defect.
        if not one.required and not one.defect and _reach(one, box, family) == "right":
            return Marked(box, family, "extra", at)
    return Marked(box, family, "false")


def verdict(case: Case, value: Any) -> Verdict:
    """Judge a value in full; never raises."""
    answer = read_value(value)
    marks = tuple(_mark(case, box, family) for box, family in answer.marks.items())
    wanted = [at for at, one in enumerate(case.issues) if one.required]
    best = {
        at: max(
            (1.0 if m.state == "right" else _PLACED for m in marks if m.issue == at), default=0.0
        )
        for at in wanted
    }
    false = sum(m.state == "false" for m in marks)
    action = case.actions.get(answer.action, 0.0)
    missed = tuple(at for at in wanted if not best[at])
    if not wanted:
        boxes = 1.0 / (1.0 + false)
        return Verdict(boxes * action, boxes, action, marks, missed)
    found = sum(best.values())
    # F-score: 2 found / (found + false + wanted), each mark counted once.
    boxes = 2 * found / (sum(map(bool, best.values())) + false + len(wanted))
    reason = 1.0 if found else _WITHOUT_REASON
    credit = (1 - _SHARE_ACTION) * boxes + _SHARE_ACTION * action * reason
    return Verdict(credit, boxes, action, marks, missed)


def judge_marks(case: Case, value: Any) -> tuple[float, float, float]:
    """Credit of one permit's answer, and its two parts: the marked boxes and the action.

    Args:
        case: the permit.
        value: ``{"marks": {"11.A": "altered"}, "action": "refuse"}``; anything else earns 0.

    Returns:
        Credit, boxes and action, each 0 to 1.
    """
    found = verdict(case, value)
    return found.credit, found.boxes, found.action
