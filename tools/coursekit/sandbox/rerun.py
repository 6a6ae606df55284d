"""Re-runs the code of a submission and compares the values it gives with those that were saved.

It answers one question for the trainer: does this code give this answer? It never changes a mark:
participants may have used cells that are not handed in, or another version of the kit.
"""

from __future__ import annotations

import ast
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from borderlab.answers.codec import encode, read_answers
from borderlab.answers.errors import AnswersError
from borderlab.answers.records import Answers
from coursekit.errors import KitError
from coursekit.grading.notes import Note, note
from coursekit.grading.pinned import Module
from coursekit.grading.submission import Submission
from coursekit.grading.text import _
from coursekit.sandbox import box, bubble
from coursekit.sandbox.limits import Limits

_CODE = "-code"  # ends the name of the cell with the code of a question
_KIND = re.compile(r"[A-Za-z_]{1,60}")
_CLOSE = 1e-3  # relative: a value that was rounded to three digits is the same value
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Rerunner:
    """Re-runs submissions of the modules of a run.

    Attributes:
        modules: the assignments.
        questions: ``questions.json`` of each, by (module, language).
        limits: of one submission.
    """

    modules: Mapping[str, Module]
    questions: Mapping[tuple[str, str], Path]
    limits: Limits = field(default_factory=Limits)

    def notes(self, submission: Submission) -> list[Note]:
        """A remark for each saved value that has code, or should have."""
        module = self.modules[submission.assignment]
        asked = [name.removesuffix(_CODE) for name in module.cells if name.endswith(_CODE)]
        saved = {qid: submission.answer(qid) for qid in asked}
        saved = {qid: value for qid, value in saved.items() if value is not None}
        coded = [qid for qid in saved if qid + _CODE in submission.code]
        remarks = [note("rerun-no-code", question=qid) for qid in saved if qid not in coded]
        if not coded:
            return remarks
        outcome = box.run(self._files(submission), self.limits)
        if outcome.end != "done":
            return [*remarks, note(f"rerun-{outcome.end}")]
        values, errors = told(outcome.output)
        return remarks + [_remark(qid, saved[qid], values, errors) for qid in coded]

    def _files(self, submission: Submission) -> dict[str, bytes]:
        """What the sandbox gets: the code, the questions and the participant's number only."""
        module = self.modules[submission.assignment]
        place = self.questions[submission.assignment, submission.language]
        blank = Answers(
            module=submission.assignment,
            part="exercise",
            language=submission.language,
            kit=submission.kit,
            seed=submission.seed,
        )
        request = {"cells": cells(module, submission), "limits": self.limits.plain()}
        return {
            "request.json": json.dumps(request).encode(),
            "questions.json": place.read_bytes(),
            "answers.json": encode(blank),
        }


def rerunner(modules: Mapping[str, Module], release: Path) -> Rerunner:
    """What re-runs submissions; ``release`` is the folder of the pinned releases.

    Raises:
        KitError: there is no sandbox on this computer; the sentence says why.
    """
    why = bubble.why_not()
    if why:
        raise KitError(
            _(
                "Code of participants is only run in a sandbox, and there is none here: {why}. "
                "Grade without --rerun."
            ).format(why=why)
        )
    questions = {
        (name, code): release / code / name / "questions.json"
        for name, module in modules.items()
        for code in module.editions
    }
    return Rerunner(modules, questions)


def cells(module: Module, submission: Submission) -> list[tuple[str, str]]:
    """The code to run, in the order of the release: given cells and the participant's answers.

    Given cells that only show something are left out.
    """
    found = []
    for given in module.editions[submission.language].given:
        if given.kind != "code":
            continue
        if given.is_answer:
            if given.name in submission.code:
                found.append((given.name, submission.code[given.name]))
        elif not given.name and not _only_shows(given.source):
            found.append((given.id, given.source))
    return found


def _only_shows(source: str) -> bool:
    """Whether a cell is one call such as ``kit.ask("q1")``."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return True
    return len(body) == 1 and isinstance(body[0], ast.Expr)


def told(output: bytes) -> tuple[dict[str, Any], dict[str, str]]:
    """The values and errors that came back, read as strictly as anybody's file of answers."""
    try:
        found = json.loads(output)
        answers = read_answers(found["answers"].encode())
        errors = {
            str(name): kind if _KIND.fullmatch(kind) else "error"
            for name, kind in found["errors"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, AnswersError):
        return {}, {}
    return {qid: record.value for qid, record in answers.records.items()}, errors


def _remark(qid: str, saved: Any, values: Mapping[str, Any], errors: Mapping[str, str]) -> Note:
    if qid not in values:
        why = errors.get(qid + _CODE, "")
        failed = note("rerun-failed", question=qid, why=why)
        return failed if why else note("rerun-silent", question=qid)
    if same(saved, values[qid]):
        return note("rerun-same", question=qid)
    return note("rerun-differs", question=qid, found=_short(values[qid]), saved=_short(saved))


def same(one: Any, other: Any) -> bool:
    """Whether two plain values are equal, numbers to three digits."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=_CLOSE, abs_tol=1e-12)
    if isinstance(one, list) and isinstance(other, list):
        return _all_same(one, other)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return bool(one == other)


def _all_same(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
