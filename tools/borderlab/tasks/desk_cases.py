"""Cases for the permit desk: a permit, what the records hold, and what there was to see.

A case is drawn from ids of ``defects.csv`` and a seed. What an officer is expected to mark comes
from the rules (`verify`) and from the row of each injected defect, never from a list by hand.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from borderlab.documents import world_reference
from borderlab.documents.catalogue import all_defects
from borderlab.documents.defects import RECIPES, base, clean_permits, inject
from borderlab.documents.engine import verify
from borderlab.documents.facsimile.signs import Sign
from borderlab.documents.findings import Finding
from borderlab.documents.model import Permit, changed
from borderlab.i18n import gettext as _
from borderlab.tasks.desk_families import families, families_of
from borderlab.tasks.desk_judging import Marked, judge_marks, read_value
from borderlab.tasks.desk_truth import ACTIONS, Issue, action_credit, added_line, issue

__all__ = [
    "ACTIONS",
    "HARMLESS",
    "Case",
    "Marked",
    "case",
    "families",
    "families_of",
    "judge_marks",
    "read_value",
]

HARMLESS = ("paper_tone", "ink_spread", "seal_turned", "clearance_note")
"""Signs that can be seen on a permit in order: old paper, spread ink, a turned stamp, a note."""
_TRIES = 60
_APART = 7919
"""Step between the seeds tried for a combination that does not fit one permit."""


@dataclass(frozen=True, eq=False)
class Case:
    """One permit on the desk.

    Attributes:
        defects: ids put into it, look-alikes included.
        seed: it was drawn with.
        permit: as presented.
        previous: documents already in the records, in order, which belong to the case.
        signs: what can be seen besides what the permit's own fields say.
        issues: everything there is to see; those with ``required`` are to be marked.
        findings: what the rules say of the permit.
        actions: action -> credit, 0 to 1.
    """

    defects: tuple[str, ...]
    seed: int
    permit: Permit
    previous: tuple[Permit, ...]
    signs: tuple[Sign, ...]
    issues: tuple[Issue, ...]
    findings: tuple[Finding, ...]
    actions: Mapping[str, float]

    @property
    def required(self) -> tuple[Issue, ...]:
        """Issues that are to be marked."""
        return tuple(one for one in self.issues if one.required)

    @property
    def truth(self) -> dict[str, frozenset[str]]:
        """The plainest box of each issue to be marked -> families that name it."""
        found: dict[str, frozenset[str]] = {}
        for one in self.required:
            found[one.boxes[0]] = found.get(one.boxes[0], frozenset()) | one.families
        return found

    @property
    def expected(self) -> tuple[str, ...]:
        """Actions that earn full credit, in the order of `ACTIONS`."""
        return tuple(action for action in ACTIONS if self.actions[action] == 1.0)

    @property
    def harmless(self) -> bool:
        """Whether the permit is in order, look-alikes included."""
        return not self.required


def case(defect_ids: Iterable[str] = (), seed: int = 1, *, looks: Iterable[str] = ()) -> Case:
    """Draw a case.

    Args:
        defect_ids: ids of ``defects.csv`` such as ``("DF04",)``, ``("DF01", "DF06")`` or
            ``("BN08",)``; none gives a clean permit.
        seed: the same ids and seed give the same case everywhere.
        looks: further harmless signs, of `HARMLESS`.

    Raises:
        ValueError: no such defect or sign, or the defects cannot stand on one permit.
    """
    return _case(tuple(defect_ids), seed, tuple(looks))


@lru_cache(maxsize=512)
def _case(defects: tuple[str, ...], seed: int, looks: tuple[str, ...]) -> Case:
    if unknown := [name for name in defects if name not in RECIPES]:
        raise ValueError(f"no defect has the id {unknown[0]!r}; see datasets/reference/defects.csv")
    if unknown := [name for name in looks if name not in HARMLESS]:
        raise ValueError(f"no harmless sign is called {unknown[0]!r}; there are {HARMLESS}")
    signs = tuple(Sign(name) for name in looks)
    if not defects:
        permit = _numbered(clean_permits(seed, 1)[0], seed)
        return _made((), seed, (permit,), signs)
    for at in range(_TRIES):
        permits = _injected(defects, seed + at * _APART)
        if permits is None:
            continue
        made = _made(defects, seed, permits, signs)
        if _complete(made):
            return made
    text = _("The defects {ids} do not fit on one permit.")
    raise ValueError(text.format(ids=", ".join(defects)))


def _numbered(permit: Permit, seed: int) -> Permit:
    """The same permit with numbers from the middle of the State's series.

    Permits drawn one by one all begin a series; a number ending in 00000001 would tell them apart
    from the documents in the records.
    """
    rng = random.Random(f"numbers {seed}")  # noqa: S311  (teaching material, no secret)
    state = permit.issuer or ""
    serial, stamp = rng.randint(10_000_000, 59_999_999), rng.randint(1_000_000, 9_999_999)
    bill = f"{rng.randint(100, 999)}-{rng.randint(10_000_000, 99_999_999)}"
    stamped = f"{state}{stamp}" if permit.form.stamp_no else permit.form.stamp_no
    issued = permit.issue_date
    return changed(
        permit,
        number=f"{state}{issued:%y}-{serial}" if issued else permit.number,
        stamp_no=stamped,
        stamp_affixed_no=stamped,
        transport_doc=bill,
        waybill=bill,
    )


def _injected(defects: tuple[str, ...], seed: int) -> tuple[Permit, ...] | None:
    """The documents of a chain of injections, the permit presented last."""
    first = inject(defects[0], seed, _numbered(base(defects[0], seed), seed))
    earlier, permit = list(first.permits[:-1]), first.permit
    for name in defects[1:]:
        try:
            made = inject(name, seed, permit)
        except (ValueError, LookupError):
            return None
        earlier += made.permits[:-1]
        permit = made.permit
    return (*earlier, permit)


def _findings(permits: tuple[Permit, ...]) -> tuple[Finding, ...]:
    """What the rules say of the last of some documents."""
    if len(permits) == 1:
        return verify(permits[0], world_reference()).for_permit(0)
    return verify(permits, world_reference()).for_permit(len(permits) - 1)


def _made(
    defects: tuple[str, ...], seed: int, permits: tuple[Permit, ...], signs: tuple[Sign, ...]
) -> Case:
    permit, findings = permits[-1], _findings(permits)
    issues, seen = [], set[str]()
    harmless = all(all_defects()[name].kind == "benign" for name in defects)
    for name in defects:
        recipe = RECIPES[name]
        mine = [found for found in findings if found.rule.rule_id in recipe.rules]
        seen.update(recipe.rules)
        defective = all_defects()[name].kind == "defect"
        issues.append(
            issue(
                mine,
                defect=name,
                touched=recipe.boxes,
                line=added_line(permit, name),
                required=defective,
            )
        )
    issues += [
        issue((found,), required=False) for found in findings if found.rule.rule_id not in seen
    ]
    return Case(
        defects=defects,
        seed=seed,
        permit=permit,
        previous=permits[:-1],
        signs=signs,
        issues=tuple(issues),
        findings=findings,
        actions=action_credit(issues, findings, harmless=harmless),
    )


def _complete(made: Case) -> bool:
    """Whether every defect is found by the rules that its row of the catalogue names."""
    fired = {found.rule.rule_id for found in made.findings}
    return all(set(RECIPES[name].rules) <= fired for name in made.defects)
