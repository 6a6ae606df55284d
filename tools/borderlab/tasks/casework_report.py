"""The score of the permits explained: what there was to see and what the answer did, per permit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from borderlab.documents.explaining import BOX_WORDS, explain
from borderlab.documents.facsimile.signs import LINE_BOXES
from borderlab.i18n import gettext as _
from borderlab.i18n import joined, percent
from borderlab.tasks.casework_levels import LEVEL_REASONS, NEEDS
from borderlab.tasks.casework_wording import action_word, lawful_reason
from borderlab.tasks.desk_cases import Case, families
from borderlab.tasks.desk_families import WHOLE, name_of
from borderlab.tasks.desk_judging import Marked, Verdict, read_value


def report(
    judged: Iterable[tuple[str, Case, Verdict]],
    earned: Iterable[float],
    value: Mapping[str, Any] | None,
) -> str:
    """Markdown with one short section per permit.

    Args:
        judged: name, case and verdict of each permit.
        earned: what each permit earned, 0 to 1.
        value: the answer, or None to say only what there was to see.
    """
    return "\n\n".join(
        _section(name, case, found, own, None if value is None else value.get(name))
        for (name, case, found), own in zip(judged, earned, strict=True)
    )


def _section(name: str, case: Case, found: Verdict, earned: float, answer: Any) -> str:
    head = f"**{name} · {case.permit.number}**"
    if answer is not None:
        head = _("{permit}: {credit} of its credit").format(permit=head, credit=percent(earned))
    lines = [*_seen(case), _expected(case)]
    if answer is not None:
        lines += _answered(case, found, answer)
    return head + "\n\n" + "\n".join(f"- {line}" for line in lines if line)


def _seen(case: Case) -> list[str]:
    """What there was to see, with rule, basis and confidence; or why it is in order."""
    if case.harmless:
        reasons = [lawful_reason(defect) for defect in case.defects]
        return [" ".join((_("In order."), *reasons))]
    wanted = [rule for one in case.required for rule in one.rules]
    said = []
    for finding in case.findings:
        if finding.rule.rule_id not in wanted:
            continue
        one = explain(finding)
        mark = f" ({one.mark})" if one.mark else ""
        where = one.where and f"{one.where}."  # a whole document has no box
        basis = f"{one.basis.rstrip('.')}{mark}."
        said.append(
            " ".join(filter(None, (f"**{one.title}**", where, one.rule, basis, one.caution)))
        )
    for defect in case.defects:
        if defect in NEEDS:
            level = _(LEVEL_REASONS[NEEDS[defect][0]])
            said.append(_("How it shows: {reason}.").format(reason=level))
    return said


def _expected(case: Case) -> str:
    actions = _(" or ").join(action_word(action) for action in case.expected)
    return _("Expected: {actions}.").format(actions=actions)


def box_word(key: str) -> str:
    """A box as it is said: "11, line A", "heading of the form"."""
    name, line = name_of(key), key.partition(".")[2]
    if key == WHOLE:
        return _("the whole document")
    word = _(BOX_WORDS[name]) if name in BOX_WORDS else _("box {n}").format(n=name)
    return _("{box}, line {line}").format(box=word, line=line) if name in LINE_BOXES else word


def _answered(case: Case, found: Verdict, answer: Any) -> list[str]:
    said = [_mark(mark) for mark in found.marks]
    if found.missed:
        boxes = joined(box_word(case.issues[at].boxes[0]) for at in found.missed)
        said.append(_("Not marked: {boxes}.").format(boxes=boxes))
    action = read_value(answer).action
    if not action:
        said.append(_("You chose no action."))
    else:
        text = _("Your action: {action} ({credit}).")
        said.append(text.format(action=action_word(action), credit=percent(found.action)))
    if case.harmless and action not in ("accept", "note", ""):
        said.append(_("A hold on a lawful consignment is an error too. It costs days, and live "
                      "animals pay for them."))  # fmt: skip
    if not case.harmless and action in ("accept", "note"):
        text = _("The consignment passed. Whether a document is genuine, whether the goods match "
                 "it and whether the trade was lawful are different questions.")  # fmt: skip
        said.append(text)
    return said


def _mark(mark: Marked) -> str:
    word = dict(families()).get(mark.family, mark.family)
    text = {
        "right": _("✓ {box}: “{family}” is right."),
        "named": _("◐ {box}: the right place under another name than “{family}”."),
        "extra": _("✓ {box}: “{family}” is true as well."),
        "lawful": _("• {box}: noted as lawful."),
        "false": _("✗ {box}: “{family}” is not so."),
    }[mark.state]
    return text.format(box=box_word(mark.box), family=word)
