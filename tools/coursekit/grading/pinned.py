"""The pinned content of a run, read once: checks, answer cells, notebooks, questions and keys."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coursekit.errors import KitError
from coursekit.grading.notebook import Cell, Template, grade_id, source, template
from coursekit.grading.run import Run
from coursekit.grading.text import _


@dataclass(frozen=True, slots=True)
class Check:
    """A check cell of the trainer's copy: its code and what it is worth."""

    grade_id: str
    code: str
    points: float


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """A cell a participant may fill: markdown (marked by a person) or code (never run)."""

    grade_id: str
    cell_type: str
    points: float | None  # None: not graded itself
    stub: str


@dataclass(frozen=True, slots=True)
class Given:
    """A cell as it was given out."""

    id: str
    kind: str
    name: str
    source: str
    is_answer: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """A module in one language.

    Attributes:
        submitted: the release with room for answers.
        autograded: the same with the trainer's check cells and room for their outputs.
        questions: id -> entry of ``questions.json``.
        key: id -> entry of the key file.
        headings: key -> heading of the lesson.
        title: title of the module.
        given: the cells of the release, in order.
    """

    language: str
    submitted: Template
    autograded: Template
    questions: Mapping[str, Mapping[str, Any]]
    key: Mapping[str, Mapping[str, Any]]
    headings: Mapping[str, str]
    title: str
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Module:
    """One assignment: the same checks and answer cells in all editions."""

    name: str
    checks: tuple[Check, ...]
    cells: Mapping[str, AnswerCell]
    cell_ids: Mapping[str, str]  # notebook cell id -> grade id, for cells that lost their metadata
    editions: Mapping[str, Edition]

    def edition(self, language: str) -> Edition:
        """The edition in a language, else the English one, which every run has."""
        return self.editions.get(language, self.editions["en"])

    @property
    def keys(self) -> dict[str, dict[str, Any]]:
        """Kind and key of each question: ids and numbers, the same in all languages."""
        entries = self.editions["en"].key.items()
        return {qid: {"kind": row.get("kind"), "key": row.get("key")} for qid, row in entries}

    @property
    def written(self) -> tuple[str, ...]:
        """Ids of the questions that a person marks, in order."""
        return tuple(name for name, cell in self.cells.items() if cell.points is not None)


def load(run: Run, checksums: Mapping[str, Mapping[str, str]]) -> dict[str, Module]:
    """All assignments of a run; ``checksums`` are nbgrader's, by assignment and grade id."""
    return {name: _module(run, name, checksums.get(name, {})) for name in run.assignments}


def _module(run: Run, name: str, checksums: Mapping[str, str]) -> Module:
    solution = _json(run, "source", name, f"{name}.ipynb")
    checks: list[Check] = []
    graded: dict[str, Cell] = {}
    for cell in solution["cells"]:
        meta = cell.get("metadata", {}).get("nbgrader", {})
        if meta.get("grade") and not meta.get("solution") and cell["cell_type"] == "code":
            checks.append(Check(meta["grade_id"], source(cell), float(meta["points"])))
            graded[meta["grade_id"]] = _signed(cell, checksums)
    editions = {code: _edition(run, name, code, graded, checksums) for code in run.languages}
    release = _json(run, "release", "en", name, f"{name}.ipynb")
    cells = _answer_cells(release)
    ids = {cell["id"]: grade_id(cell) or "" for cell in release["cells"] if grade_id(cell) in cells}
    return Module(name, tuple(checks), cells, ids, editions)


def _answer_cells(release: Cell) -> dict[str, AnswerCell]:
    found = {}
    for cell in release["cells"]:
        meta = cell.get("metadata", {}).get("nbgrader", {})
        if meta.get("solution"):
            points = float(meta["points"]) if meta.get("grade") else None
            name = meta["grade_id"]
            found[name] = AnswerCell(name, cell["cell_type"], points, source(cell))
    return found


def _edition(
    run: Run, name: str, code: str, graded: Mapping[str, Cell], checksums: Mapping[str, str]
) -> Edition:
    release = _json(run, "release", code, name, f"{name}.ipynb")
    answers = {}
    for cell in release["cells"]:
        if cell.get("metadata", {}).get("nbgrader", {}).get("solution"):
            answers[grade_id(cell) or ""] = cell
    questions = _json(run, "release", code, name, "questions.json")
    key = _json(run, "keys", code, f"{name}.key.json")
    asked = {f'kit.ask("{entry["id"]}")': entry for entry in questions["questions"]}
    signed = {grade: _signed(cell, checksums) for grade, cell in answers.items()}
    return Edition(
        code,
        template(release, answers),
        template({**release, "cells": _with_prompts(release, asked)}, {**signed, **graded}),
        {entry["id"]: entry for entry in questions["questions"]},
        key["questions"],
        _json(run, "keys", code, f"{name}.headings.json"),
        str(questions.get("title", name)),
        tuple(_given(cell) for cell in release["cells"]),
    )


def _given(cell: Cell) -> Given:
    nbgrader = cell.get("metadata", {}).get("nbgrader", {})
    is_answer = bool(nbgrader.get("solution"))
    text = source(cell).strip()
    return Given(cell["id"], cell["cell_type"], grade_id(cell) or "", text, is_answer)


def _with_prompts(release: Cell, asked: Mapping[str, Mapping[str, Any]]) -> list[Cell]:
    """The cells with what the participant was asked as output, for the person who marks."""
    cells = []
    for cell in release["cells"]:
        entry = asked.get(source(cell).strip()) if cell["cell_type"] == "code" else None
        if entry is not None:
            rows = [row for table in ("options", "items") for row in entry.get(table, ())]
            lines = [
                entry.get("prompt", ""),
                "",
                *(f"- {row['id']}: {row['text']}" for row in rows),
            ]
            data = {"text/markdown": "\n".join(lines).strip()}
            output = {"output_type": "display_data", "data": data, "metadata": {}}
            cell = {**cell, "outputs": [output]}  # noqa: PLW2901  (a changed copy)
        cells.append(cell)
    return cells


def _signed(cell: Cell, checksums: Mapping[str, str]) -> Cell:
    """The cell with the checksum nbgrader registered, by which it knows an untouched answer."""
    nbgrader = dict(cell["metadata"]["nbgrader"])
    if nbgrader["grade_id"] in checksums:
        nbgrader["checksum"] = checksums[nbgrader["grade_id"]]
    return {**cell, "metadata": {**cell["metadata"], "nbgrader": nbgrader}}


def _json(run: Run, *parts: str) -> Any:
    path = run.folder.joinpath(*parts)
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise KitError(
            _("{path} cannot be read: {problem}. Build the course and make a new run.").format(
                path=path, problem=problem
            )
        ) from problem
