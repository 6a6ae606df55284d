"""What there was to see on a permit and what an answer made of it, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from borderlab.documents.explaining import explain
from borderlab.documents.findings import Finding
from borderlab.i18n import gettext as _
from borderlab.i18n import joined
from borderlab.tasks.desk_cases import Case
from borderlab.tasks.desk_families import FAMILIES, WHOLE, name_of
from borderlab.tasks.desk_judging import Verdict, read_value, verdict
from borderlab.tasks.desk_truth import Issue
from borderlab.tasks.desk_wording import LOOK_ALIKES, SIGNS, action_name


@dataclass(frozen=True, slots=True)
class Note:
    """One thing said in the reveal.

    Attributes:
        state: ``right``, ``named`` (right box, wrong name), ``missed``, ``false``, ``lawful``
            or ``extra``.
        box: key of the box it stands at; "" for none.
        where: the box in words.
        title: what it is.
        lines: sentences: rule, next step, caution.
        basis: legal basis, with "to be confirmed" where it was not read in a primary text.
    """

    state: str
    box: str
    where: str
    title: str
    lines: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Reveal:
    """The whole reveal of one permit: state of each box, notes, and the action."""

    boxes: dict[str, str]
    notes: tuple[Note, ...]
    action_state: str
    action: str
    why: str


def place(key: str) -> str:
    """A box in words."""
    name, _dot, line = key.partition(".")
    if name == WHOLE:
        return _("Document as a whole")
    if name_of(key) == "annex":
        return _("Annex")
    if name == "header":
        return _("Heading of the form")
    if line:
        return _("Box {box}, line {line}").format(box=name, line=line)
    return _("Box {box}").format(box=name)


def reveal(case: Case, value: Any) -> Reveal:
    """Everything the reveal shows for an answer, or for none."""
    found = verdict(case, value)
    boxes, notes = _marked(case, found)
    for at, one in enumerate(case.issues):
        if one.required:
            continue
        if one.defect:
            notes.append(_look_alike(one))
        elif not any(mark.issue == at for mark in found.marks):
            notes.append(_of_rules(case, one, "extra", one.boxes[0]))
    notes += [_sign(sign.kind) for sign in case.signs if sign.kind in SIGNS]
    state, action, why = _action(case, read_value(value).action, found.action)
    return Reveal(boxes, tuple(notes), state, action, why)


def _marked(case: Case, found: Verdict) -> tuple[dict[str, str], list[Note]]:
    boxes, notes = {}, []
    told: set[int] = set()
    for mark in sorted(found.marks, key=lambda mark: mark.state != "right"):
        boxes[mark.box] = mark.state
        if mark.issue in told and mark.issue >= 0:
            continue
        told.add(mark.issue)
        if mark.issue >= 0:
            notes.append(_of_rules(case, case.issues[mark.issue], mark.state, mark.box))
        elif mark.state == "false":
            notes.append(_false(mark.box, mark.family))
            told.discard(-1)
    for at in found.missed:
        one = case.issues[at]
        boxes.setdefault(one.boxes[0], "missed")
        notes.append(_of_rules(case, one, "missed", one.boxes[0]))
    return boxes, notes


def _false(box: str, family: str) -> Note:
    return Note("false", box, place(box), _(FAMILIES[family]), (_("Nothing is wrong there."),))


def _findings(case: Case, one: Issue) -> list[Finding]:
    return [found for found in case.findings if found.rule.rule_id in one.rules]


def _of_rules(case: Case, one: Issue, state: str, box: str) -> Note:
    said = [explain(found) for found in _findings(case, one)]
    lines: list[str] = []
    if state == "named":
        names = ", ".join(_quoted(_(FAMILIES[key])) for key in FAMILIES if key in one.families)
        lines.append(_("The box is right. It would be called: {names}.").format(names=names))
    if state == "missed" and len(one.boxes) > 1:
        where = joined(place(key) for key in one.boxes)
        lines.append(_("To be seen in: {boxes}.").format(boxes=where))
    for part in said:
        lines += [text for text in (part.detail, part.rule, part.action, part.caution) if text]
    basis = " · ".join(
        dict.fromkeys(f"{part.basis} [{part.mark}]" if part.mark else part.basis for part in said)
    )
    title = " ".join(dict.fromkeys(part.title for part in said))
    return Note(state, box, place(box), title, tuple(dict.fromkeys(lines)), basis)


def _look_alike(one: Issue) -> Note:
    title, why = LOOK_ALIKES[one.defect]
    return Note("lawful", one.boxes[0], place(one.boxes[0]), _(title), (_(why),))


def _sign(kind: str) -> Note:
    return Note("lawful", "", "", _("Looks unusual, means nothing"), (_(SIGNS[kind]),))


def _action(case: Case, chosen: str, credit: float) -> tuple[str, str, str]:
    """Sign, sentence on the action, and the reason."""
    expected = _joined(action_name(action) for action in case.expected)
    state = "right" if credit == 1 else "part" if credit >= 0.5 else "false"  # noqa: PLR2004
    if chosen:
        said = _("You chose: {chosen}. Expected: {expected}.").format(
            chosen=_quoted(action_name(chosen)), expected=expected
        )
    else:
        state, said = "missed", _("Expected: {expected}.").format(expected=expected)
    return state, said, _why(case, chosen, credit)


def _joined(names: Iterable[str]) -> str:
    return _(" or ").join(_quoted(name) for name in names)


def _quoted(name: str) -> str:
    return _("“{name}”").format(name=name)


def _why(case: Case, chosen: str, credit: float) -> str:
    if case.harmless:
        why = _("Nothing on this document speaks against it.")
        if case.defects or case.signs:
            why = _("What looks odd here is lawful.")
        if chosen in {"consult", "inspect", "refuse"}:
            why += " " + _("Holding it costs a lawful trader time and you the time for another.")
        return why
    wanted = {rule for one in case.required for rule in one.rules}
    worst = next(found for found in case.findings if found.rule.rule_id in wanted)
    why = _("The gravest finding: {title} {action}").format(
        title=explain(worst).title, action=explain(worst).action
    )
    if chosen in {"accept", "note"} and not credit:
        why += " " + _("With your choice the goods would have gone on.")
    elif 0 < credit < 1 and chosen:
        why += " " + _("With your choice nothing would have passed, but it is not the right step.")
    return why


_SIGN = {"right": "✓", "named": "◐", "missed": "!", "false": "✗", "lawful": "○", "extra": "+",
         "part": "◐"}  # fmt: skip


def state_name(state: str) -> str:
    """A state of a mark in the language in use."""
    return {
        "right": _("found"),
        "named": _("box right, name wrong"),
        "missed": _("missed"),
        "false": _("false alarm"),
        "lawful": _("unusual but lawful"),
        "extra": _("also true"),
        "part": _("partly right"),
    }[state]


def explain_case(case: Case, value: Any) -> str:
    """The reveal as Markdown, for feedback after grading."""
    said = reveal(case, value)
    lines = []
    for note in said.notes:
        head = _("{where}: {title}").format(where=note.where, title=note.title)
        head = head if note.where else note.title
        parts = [f"{_SIGN[note.state]} **{head}** ({state_name(note.state)})", *note.lines]
        lines.append("- " + " ".join([*parts, note.basis]).strip())
    if not said.notes:
        lines.append("- " + _("There was nothing to mark: the document is in order."))
    lines.append(f"- {_SIGN[said.action_state]} **{said.action}** {said.why}")
    return "\n".join(lines)
