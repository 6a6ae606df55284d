"""Decides what has to be graded: the newest version of each participant's work, once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from coursekit.grading.journal import Entry
from coursekit.grading.notes import PERSON, Note, note
from coursekit.grading.rows import PERSON_NEEDED, REFUSED, REPLACED, Row
from coursekit.grading.submission import Submission
from coursekit.grading.taken import Declined

Key = tuple[str, str]  # seat, assignment


@dataclass(slots=True)
class Plan:
    """What to do with what was found.

    Attributes:
        todo: to be graded.
        same: graded before and unchanged.
        keep: older versions, to be kept without grading.
        rows: rows of everything that is not graded in this call.
    """

    todo: list[Submission] = field(default_factory=list)
    same: list[Submission] = field(default_factory=list)
    keep: list[Submission] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def make_plan(
    taken: Iterable[Submission | Declined],
    graded: Mapping[Key, Entry],
    *,
    only: Collection[str] = (),
    redo: bool = False,
    known: Mapping[str, Iterable[tuple[str, str]]] | None = None,
) -> Plan:
    """Sort what intake gave.

    Args:
        taken: results of intake.
        graded: what the journal holds as graded.
        only: seats or participant numbers; everything else is passed over.
        redo: grade also what has not changed.
        known: downloads and numbers under which each seat came before.
    """
    plan = Plan()
    groups: dict[Key, list[Submission]] = {}
    declined: list[Declined] = []
    for one in taken:
        if only and one.seat not in only and one.number not in only:
            continue
        if isinstance(one, Declined):
            declined.append(one)
        else:
            groups.setdefault((one.seat, one.assignment), []).append(one)
    plan.rows += [_declined(one) for one in _telling(declined, groups)]
    for key, versions in sorted(groups.items()):
        numbers = _two_people(versions, (known or {}).get(key[0], ()))
        if numbers:
            why = note("two-people", numbers=", ".join(numbers))
            plan.rows += [_row(sub, PERSON_NEEDED, why) for sub in versions]
        else:
            _decide(plan, versions, graded.get(key), redo=redo)
    return plan


def _telling(declined: list[Declined], groups: Mapping[Key, object]) -> list[Declined]:
    """Without what only lies beside good work: lessons, untouched copies in other languages."""
    found = {seat for seat, _assignment in groups}
    return [
        one
        for one in declined
        if one.note.code not in {"lesson-only", "untouched"} or one.seat not in found
    ]


def _decide(plan: Plan, versions: list[Submission], before: Entry | None, *, redo: bool) -> None:
    """Take the newest version of one participant's work; keep the others."""
    *older, newest = sorted(versions, key=_rank)
    if before is not None and before.submission.digest == newest.digest:
        # The same answers were there at that time already, whatever a clock says by now.
        newest = replace(newest, made=min(newest.made, before.submission.made))
        (plan.todo if redo else plan.same).append(newest)
    elif before is not None and _rank(before.submission)[:2] > _rank(newest)[:2]:
        older.append(newest)
    else:
        newest = _compared(newest, [*older, *([before.submission] if before else [])])
        plan.todo.append(newest)
    there = {newest.digest} if before is None else {newest.digest, before.submission.digest}
    for submission in older:
        is_copy = submission.digest in there and submission is not newest
        plan.rows.append(_row(submission, REPLACED, _why(submission, newest, before, copy=is_copy)))
        if submission.digest not in there or submission is newest:  # else its line is there already
            plan.keep.append(submission)


def _compared(newest: Submission, older: Iterable[Submission]) -> Submission:
    """The newest version; it says so if an older one has more answers."""
    most = max((one.answered for one in older), default=0)
    if most <= newest.answered:
        return newest
    told = note("fewer-answers", fewer=newest.answered, more=most)
    return replace(newest, notes=(*newest.notes, told))


def _rank(submission: Submission) -> tuple[bool, str, str, str, str]:
    """The later, the higher; but nothing at all never takes the place of answers.

    Who opens an exercise in another language once more has a newer file without answers there.
    """
    last = max((record.get("at") or "" for record in submission.records.values()), default="")
    found, made = not submission.is_empty, submission.made
    return (found, made, last, submission.digest, submission.source)


def _why(submission: Submission, newest: Submission, before: Entry | None, *, copy: bool) -> Note:
    """Why a version is only kept."""
    if copy:
        return note("same-again")
    others = [newest, *([before.submission] if before else [])]
    is_less = submission.is_empty and not all(one.is_empty for one in others)
    return note("empty-version" if is_less else "newer-exists")


def _two_people(versions: Iterable[Submission], known: Iterable[tuple[str, str]]) -> list[str]:
    """The numbers under which one code came in one download, when they are several."""
    found: dict[str, set[str]] = {}
    came = {(one.download, one.number) for one in versions if one.number}
    for download, number in {*known, *came}:
        if any(download == other for other, _number in came):
            found.setdefault(download, set()).add(number)
    return sorted({n for numbers in found.values() if len(numbers) > 1 for n in numbers})


def _declined(one: Declined) -> Row:
    status = PERSON_NEEDED if one.note.code in PERSON else REFUSED
    return Row(
        source=one.source,
        status=status,
        number=one.number,
        seat=one.seat,
        assignment=one.assignment,
        notes=(one.note,),
    )


def _row(submission: Submission, status: str, why: Note) -> Row:
    return Row(
        source=submission.source,
        status=status,
        number=submission.number,
        seat=submission.seat,
        assignment=submission.assignment,
        language=submission.language,
        notes=(*submission.notes, why),
    )
