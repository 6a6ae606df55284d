"""Answers to lessons, which are never graded, but tell what people knew before and after.

Hand-in files carry them; the grader leaves them aside. They are taken from the same files for the
report, and what was read is kept in the run, so that a later report needs no files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from borderlab.answers.bundle import read_bundle
from borderlab.answers.codec import read_answers
from borderlab.answers.errors import AnswersError, BundleError
from borderlab.answers.records import Answers
from borderlab.paths import checkout
from coursekit.build.keys import key_of
from coursekit.build.part import read_module
from coursekit.build.problems import Report
from coursekit.course import load_course
from coursekit.errors import KitError
from coursekit.grading.codes import codes_of
from coursekit.grading.collect import collect
from coursekit.grading.files import write
from coursekit.grading.found import Bundle, Found, Loose
from coursekit.grading.run import Run

_KEPT = "lessons.json"
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class LessonWork:
    """One participant's answers to one lesson; ``records`` as in ``answers.json``."""

    seat: str
    language: str
    made: str
    seed: int
    records: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a lesson asks.

    Attributes:
        questions: language -> id -> entry of ``questions.json``, in the order asked.
        keys: id -> key, also of questions that the lesson itself does not judge.
    """

    questions: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    keys: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Questions asked before and after: ``pre1`` and ``post1``, and so on."""
        known = next(iter(self.questions.values()), {})
        found = [(qid, "post" + qid.removeprefix("pre")) for qid in known if qid.startswith("pre")]
        return tuple((one, other) for one, other in found if {one, other} <= self.keys.keys())


def lesson(module: str, languages: Iterable[str], root: Path | None = None) -> Lesson:
    """The questions of a lesson as the course has them today; empty where it has none."""
    base = root or checkout()
    if base is None:
        return Lesson()
    questions = {}
    for code in languages:
        path = base / "modules" / code / module / "questions.json"
        try:
            found = json.loads(path.read_text(encoding="utf-8"))["questions"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        questions[code] = {entry["id"]: entry for entry in found}
    known = next(iter(questions.values()), {})
    keys: dict[str, Mapping[str, Any]]
    keys = {qid: entry["key"] for qid, entry in known.items() if entry.get("key")}
    return Lesson(questions, {**_keys_in_source(module, base), **keys})


def _keys_in_source(module: str, root: Path) -> dict[str, Mapping[str, Any]]:
    """Keys of all lesson questions; those asked before the lesson stand only in its source."""
    try:
        infos = [info for info in load_course(root, Report()).modules if info.id == module]
    except KitError:
        return {}
    found: dict[str, Mapping[str, Any]] = {}
    for info in infos:
        part = read_module(info, root, Report()).part("lesson")
        for question in part.questions.values() if part else ():
            key = key_of(question)
            if key and key.get("correct") != []:
                found[question.id] = key
    return found


def gather(run: Run, paths: Iterable[Path]) -> dict[str, dict[str, LessonWork]]:
    """Lesson answers by module and seat: those of these hand-ins, and those kept before.

    Of several hand-ins of one participant the newest counts.
    """
    kept = _kept(run)
    codes = codes_of(run.folder, frozenset(run.assignments))
    fresh = False
    for found in collect(paths, codes):
        for answers, seat, made in _in(found):
            mine = kept.setdefault(answers.module, {})
            before = mine.get(seat)
            if before is None or before.made < made:
                records = {qid: record.as_json() for qid, record in answers.records.items()}
                mine[seat] = LessonWork(seat, answers.language, made, answers.seed or 0, records)
                fresh = True
    if fresh:
        _keep(run, kept)
    return kept


def _in(found: Found) -> Iterator[tuple[Answers, str, str]]:
    """Answers of lessons in what was found, with seat and moment."""
    if isinstance(found, Bundle):
        try:
            bundle = read_bundle(found.data)
        except BundleError:  # the grader has a row for it
            return
        for answers in bundle.lessons.values():
            yield answers, bundle.seat, bundle.made
    elif isinstance(found, Loose):
        made = f"{found.made:%Y-%m-%dT%H:%M:%SZ}"
        for name, data in sorted(found.files.items()):
            if not name.lower().endswith(".json"):
                continue
            try:
                answers = read_answers(data)
            except AnswersError:
                continue
            if answers.part == "lesson":
                yield answers, found.seat, made


def _kept(run: Run) -> dict[str, dict[str, LessonWork]]:
    try:
        text = run.place("reports", _KEPT).read_text(encoding="utf-8")
        found = json.loads(text)["lessons"]
        return {
            module: {seat: LessonWork(seat, **work) for seat, work in people.items()}
            for module, people in found.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _keep(run: Run, kept: Mapping[str, Mapping[str, LessonWork]]) -> None:
    names = ("language", "made", "seed", "records")
    plain = {
        module: {seat: {n: getattr(work, n) for n in names} for seat, work in sorted(own.items())}
        for module, own in sorted(kept.items())
    }
    text = json.dumps({"schema": _SCHEMA, "lessons": plain}, ensure_ascii=False, indent=1)
    write(run.place("reports", _KEPT), text + "\n")
