"""Grades and feedback in the shapes that a plain Moodle takes."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coursekit.grading import feedback as pages
from coursekit.grading.grades import percent
from coursekit.grading.rows import inert, plain
from coursekit.grading.text import speaker
from coursekit.results.graded import Graded, Work

_DAY = (2000, 1, 1, 0, 0, 0)  # a fixed date: the same work gives the same zip
_BOM = "\ufeff"


@dataclass(slots=True)
class Percents:
    """Grades by participant number, and who is left out.

    Attributes:
        found: participant number -> percent.
        waiting: numbers whose work still waits for a person's mark.
        doubtful: number -> the codes under which that participant handed in the same module.
        without_number: seats whose work came by another way than the platform.
        others: number -> all numbers of the same people, of which a worksheet has one.
    """

    found: dict[str, float] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    doubtful: dict[str, list[str]] = field(default_factory=dict)
    without_number: list[str] = field(default_factory=list)
    others: dict[str, set[str]] = field(default_factory=dict)


def percents(graded: Graded, modules: Sequence[str], *, unfinished: bool = False) -> Percents:
    """Everybody's grade over these modules together; a module not handed in counts 0.

    Args:
        graded: the run.
        modules: assignments that belong to one activity of the platform.
        unfinished: also people with answers that a person still has to mark.
    """
    result = Percents()
    people: dict[str, list[Work]] = {}
    for work in graded.works:
        if work.submission.assignment in modules:
            numbers = graded.numbers_of(work)
            for number in numbers or [""]:
                people.setdefault(number, []).append(work)
                result.others.setdefault(number, set()).update(numbers)
    result.without_number = sorted({w.submission.seat for w in people.pop("", [])})
    most = sum(sum(graded.points[name].values()) for name in modules)
    for number, works in sorted(people.items(), key=lambda item: int(item[0])):
        seats = sorted({work.submission.seat for work in works})
        if len(works) > len({work.submission.assignment for work in works}):
            result.doubtful[number] = seats
        elif any(work.sheet.waiting for work in works) and not unfinished:
            result.waiting.append(number)
        else:
            result.found[number] = percent(sum(work.sheet.score for work in works), most)
    return result


def feedback_zip(graded: Graded, modules: Iterable[str]) -> tuple[bytes, list[str]]:
    """Feedback pages for "Upload multiple feedback files in a zip".

    A participant who has several numbers has a folder for each: an activity of Moodle takes the
    folders whose number it gave, and passes over the others.

    A folder is ``<any word>_<number>_assignsubmission_file_``: Moodle takes the number and passes
    over the word, so no name is needed; the last line is what versions before 4.1 ask for.

    Returns:
        The zip, and the seats that have no participant number.
    """
    chosen, left_out = set(modules), []
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for work in graded.works:
            submission = work.submission
            if submission.assignment not in chosen:
                continue
            numbers = graded.numbers_of(work)
            if not numbers:
                left_out.append(submission.seat)
                continue
            html = page(graded, work)
            for number in numbers:
                folder = f"Participant_{number}_assignsubmission_file_"
                name = f"{folder}/{_file_name(graded, work, number)}"
                entry = zipfile.ZipInfo(name, _DAY)
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, html)
    return target.getvalue(), sorted(set(left_out))


def page(graded: Graded, work: Work) -> str:
    """The feedback page of one work: the one on disk if it is up to date, else made anew."""
    submission = work.submission
    name = submission.assignment
    path = graded.run.place("feedback", submission.seat, name, f"{name}.html")
    if pages.fingerprint_in(path) == pages.fingerprint(submission, work.sheet):
        return path.read_text(encoding="utf-8")
    return pages.page(graded.modules[name], submission, work.sheet, graded.points[name])


def _file_name(graded: Graded, work: Work, number: str) -> str:
    """Unlike for two codes of one participant."""
    own = work.submission
    twins = [
        other
        for other in graded.of(own.assignment)
        if other.submission.seat != own.seat and number in graded.numbers_of(other)
    ]
    return f"{own.assignment}_{own.seat}.html" if twins else f"{own.assignment}.html"


def gradebook_csv(
    graded: Graded, modules: Sequence[str], ids: Mapping[str, str] | None = None
) -> tuple[str, list[str]]:
    """A file for Moodle's gradebook import ("CSV file"): ID number, and two columns per module.

    Percent with a decimal point, never above 100. People without a complete mark are left out:
    an empty cell would erase a grade.

    Args:
        graded: the run.
        modules: assignments, one unit each; only people with a grade in each of them.
        ids: seat or participant number -> ID number on the platform. Without it the seat stands
            in the column, which fits where the host gave the seats out as ID numbers.

    Returns:
        The file, and the seats that are left out.
    """
    works = {(w.submission.seat, w.submission.assignment): w for w in graded.works}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["ID number", *(t for m in modules for t in (m, f"{m} feedback"))])
    left_out, used = [], set()
    for seat in graded.seats():
        own = [works.get((seat, module)) for module in modules]
        have = [work for work in own if work is not None]
        who = seat if ids is None else _id_of(graded, have, ids)
        whole = len(have) == len(modules) and not any(work.sheet.waiting for work in have)
        if not whole or not who or who in used:
            left_out.append(seat)
            continue
        used.add(who)
        row = [who]
        for work in have:
            row += [plain(work.percent, 2), inert(_remark(work))]
        writer.writerow(row)
    return _BOM + out.getvalue(), left_out


def _id_of(graded: Graded, works: Sequence[Work], ids: Mapping[str, str]) -> str:
    named = [n for work in works for n in (work.submission.seat, *graded.numbers_of(work))]
    return next((ids[name] for name in named if name in ids), "")


def _remark(work: Work) -> str:
    """Points, and what the trainer wrote, in the participant's language."""
    voice = speaker(work.submission.language)
    total = voice.gettext("Points: {score} of {most}").format(
        score=voice.number(round(work.sheet.score, 2)), most=voice.number(work.most)
    )
    return "\n".join([total, *(text for _name, text in sorted(work.sheet.comments.items()))])
