"""What there was to see on a permit: the issues behind it, where they show, what they ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from borderlab.documents.catalogue import SEVERITIES
from borderlab.documents.facsimile.layout import letter
from borderlab.documents.facsimile.signs import LINE_BOXES
from borderlab.documents.findings import Finding
from borderlab.documents.model import Permit
from borderlab.tasks.desk_families import RULE_FAMILIES, WHOLE, families_of

ACTIONS = ("accept", "note", "consult", "inspect", "refuse")
"""Accept; accept and note; consult the issuing authority; hold for inspection; refuse."""

FIRST_ANNEX = "annex.2"
"""Stands for all annex pages; the form itself is page 1, so they begin with page 2."""
_BROAD = {"R001"}
"""Rules that name every box they may concern; the box meant is that of the injected defect."""
_PLACES = {
    "alterations": (WHOLE,),
    "linked": (WHOLE, "5", "10"),
    "ledger": ("1", WHOLE),
    "electronic": (WHOLE, "11"),
    "context": (WHOLE,),
    "page": (WHOLE,),
    "annex": (FIRST_ANNEX, WHOLE),
}
_BESIDE: dict[str, str] = {
    # Number of the security stamp, and the stamp itself in box 13.
    "5b": "13",
    # Who issued, sealed and signed; the validity is counted from the date in 13.
    "6": "13 header",
    "13": "6 5b 2",
    "2": "13",
    # A number, a kind of document and the sheet itself are one question at the counter.
    "1": "header page",
    "header": "1 page",
    "page": f"1 header {FIRST_ANNEX}",
    # The name in 7 decides Appendix (10); the common name stands beside it.
    "7": "8 10",
    "8": "7",
    # What, how much, under which quota, how much was endorsed.
    "9": "11 8",
    "11": "9 11a 14 page",
    "11a": "11",
    "14": "11",
    # Appendix and source hang together with purpose, origin and the operation.
    "10": "5a 7 12 12b",
    "5a": "10",
    "12": "10 12a 12b",
    "12a": "12",
    "12b": "12 10",
    "3": "3a 15",
    "4": "3",
    "5": "page 13",
    "annex": "page",
}
"""Box -> boxes that a sensible officer might mark for the same thing."""
_CREDIT = {
    "reject": {"refuse": 1.0, "consult": 0.6, "inspect": 0.4, "note": 0.0, "accept": 0.0},
    "consult": {"consult": 1.0, "inspect": 0.6, "refuse": 0.4, "note": 0.2, "accept": 0.0},
    "note": {"note": 1.0, "consult": 0.7, "inspect": 0.4, "accept": 0.3, "refuse": 0.1},
    "": {"accept": 1.0, "note": 1.0, "consult": 0.3, "inspect": 0.2, "refuse": 0.0},
}
"""Gravest thing found -> credit of each action; what clears nothing unlawful is never 0 alone."""
_ASK_FIRST = re.compile(
    r"(?:Consult|Ask|Query|Hold and (?:ask|consult)|Start consultation|Send for confirmation|Check)"
)
_LOOK_FIRST = re.compile(r"[Ii]nspect|[Cc]heck goods|sample|[Dd]etain unmatched")


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to be seen on a permit.

    Attributes:
        defect: id in ``defects.csv``; "" for a further consequence that the rules find.
        rules: rules that fire for it; empty for a look-alike that breaks none.
        boxes: keys of boxes where it shows; the first is the plainest.
        near: boxes beside these that a sensible officer might mark for it.
        families: families that name it.
        severity: ``reject``, ``consult``, ``note`` or "".
        required: whether an answer is expected to mark it.
    """

    defect: str
    rules: tuple[str, ...]
    boxes: tuple[str, ...]
    near: tuple[str, ...]
    families: frozenset[str]
    severity: str
    required: bool

    def mark(self) -> tuple[str, str]:
        """Box and family of a mark that is right and that the desk offers."""
        return next(
            (box, family)
            for box in self.boxes
            for family in families_of(box)
            if family in self.families
        )


def places(boxes: Iterable[str], lines: Iterable[int]) -> tuple[str, ...]:
    """Keys on the sheet of boxes named by a rule or defect, for the lines concerned."""
    letters = [letter(at) for at in lines] or ["A"]
    found: dict[str, None] = {}
    for named in boxes:
        for box in _PLACES.get(named, (named,)):
            if box in LINE_BOXES:
                found.update(dict.fromkeys(f"{box}.{name}" for name in letters))
            else:
                found[box] = None
    return tuple(found)


def beside(boxes: Iterable[str]) -> tuple[str, ...]:
    """Keys of boxes that may be marked instead of these."""
    own = tuple(boxes)
    found: dict[str, None] = {}
    for key in own:
        name, _, line = key.partition(".")
        for other in _BESIDE.get(name, "").split():
            found[f"{other}.{line or 'A'}" if other in LINE_BOXES else other] = None
    return tuple(key for key in found if key not in own)


def issue(
    findings: Iterable[Finding],
    *,
    defect: str = "",
    touched: Iterable[str] = (),
    line: int = 0,
    required: bool,
) -> Issue:
    """One issue made of the findings that belong together.

    Args:
        findings: what the rules say of it.
        defect: the injected defect, if any.
        touched: boxes that the injection touched, named as in the catalogue.
        line: line of the goods that the injection touched.
        required: whether it must be marked.
    """
    mine = tuple(findings)
    keys = dict.fromkeys(places(touched, (line,)))
    for found in mine:
        boxes = () if touched and found.rule.rule_id in _BROAD else found.boxes
        keys.update(dict.fromkeys(places(boxes, found.lines)))
    families: frozenset[str] = frozenset()
    for found in mine:
        families |= RULE_FAMILIES[found.rule.rule_id]
    boxes = tuple(keys) or (WHOLE,)
    return Issue(
        defect=defect,
        rules=tuple(found.rule.rule_id for found in mine),
        boxes=boxes,
        near=beside(boxes),
        families=families,
        severity=max((f.severity for f in mine), key=SEVERITIES.index, default=""),
        required=required,
    )


def action_credit(
    issues: Iterable[Issue], findings: Iterable[Finding], *, harmless: bool
) -> Mapping[str, float]:
    """What each action earns.

    The gravest finding decides. Where the rule itself says to ask before refusing, asking earns
    as much as refusing; where it says to look at the goods, so does holding them.
    """
    counted = {rule for one in issues for rule in one.rules}
    mine = [found for found in findings if found.rule.rule_id in counted]
    worst = max((found.severity for found in mine), key=SEVERITIES.index, default="")
    if harmless or not worst:
        return dict(_CREDIT[""])
    credit = dict.fromkeys(ACTIONS, 1.0)
    for found in mine:
        if found.severity != worst:
            continue
        own = dict(_CREDIT[worst])
        said = found.rule.action.partition(";")[0]
        if _ASK_FIRST.match(said):
            own["consult"] = 1.0
        if _LOOK_FIRST.search(found.rule.action):
            own["inspect"] = 1.0
        credit = {action: min(credit[action], own[action]) for action in ACTIONS}
    return credit


def added_line(permit: Permit, defect: str) -> int:
    """The line of the goods that a defect concerns."""
    return len(permit.lines) - 1 if defect == "DF05" else 0
