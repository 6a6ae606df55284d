"""What `coursekit results` says on the terminal: counts, and opaque numbers where one must act."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from coursekit.grading.text import _
from coursekit.results.moodle import Percents
from coursekit.results.worksheet import Outcome

_SHOWN = 20


def listed(names: Iterable[str]) -> str:
    """Numbers or codes, the first twenty."""
    found = list(names)
    more = "" if len(found) <= _SHOWN else " …"
    return ", ".join(found[:_SHOWN]) + more


def worksheet(outcome: Outcome, percents: Percents) -> Iterator[str]:
    """After a worksheet was filled in: what was written, and who needs a look."""
    yield _("Grades written: {n}. Already there: {same}.").format(
        n=len(outcome.written) + len(outcome.replaced), same=len(outcome.same)
    )
    for number, (before, now) in sorted(outcome.replaced.items(), key=lambda row: int(row[0])):
        yield "  " + _("Participant {number}: {before} becomes {now}.").format(
            number=number, before=before, now=now
        )
    silent = set(percents.waiting) | set(percents.doubtful)
    missing = [number for number in outcome.not_in_run if number not in silent]
    there = outcome.in_file
    for message, numbers in (
        (_("Not written, because answers wait for your mark (participants): {them}"),
         [n for n in percents.waiting if n in there or not percents.others[n] & there]),
        (_("Not written, because the platform has locked the grade: {them}"), outcome.locked),
        (_("In the worksheet but not graded in this run, left as they are: {them}"), missing),
        (_("Graded in this run but not in the worksheet: {them}"),
         [n for n in outcome.not_in_file if not percents.others[n] & there]),
    ):  # fmt: skip
        if numbers:
            yield message.format(them=listed(_people(numbers, percents, there)))
    doubtful = {n: s for n, s in percents.doubtful.items() if not percents.others[n] & there - {n}}
    for number, seats in doubtful.items():
        yield _(
            "Participant {number} handed in under several codes ({seats}); no grade is written. "
            "Decide which one counts."
        ).format(number=number, seats=", ".join(seats))
    yield from without_number(percents.without_number)


def _people(numbers: Iterable[str], percents: Percents, there: Container[str]) -> list[str]:
    """By the number in the worksheet; who is not in it stands once, with all numbers."""
    return list(
        dict.fromkeys(
            number
            if number in there
            else "/".join(sorted(percents.others.get(number, {number}), key=int))
            for number in numbers
        )
    )


def without_number(seats: Iterable[str]) -> Iterator[str]:
    """People whose work did not come from the platform."""
    found = list(seats)
    if found:
        yield _("Without a participant number of the platform, so left out: {them}").format(
            them=listed(found)
        )
