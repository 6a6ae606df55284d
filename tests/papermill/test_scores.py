"""An untouched exercise is worth nothing, the solution everything, in nbgrader's own reading."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.utils import determine_grade

from borderlab import tasks
from notebook_runs.discovery import key_of, parameters
from notebook_runs.kernels import Run, WarmKernel

NOW = "2026-11-21T22:31:00Z"
SEED = 1  # of the person who knows everything


def points(run: Run) -> dict[str, tuple[float, float]]:
    """Points and maximum of every automatic check, as nbgrader reads them."""
    return {
        cell.metadata.nbgrader.grade_id: determine_grade(cell)
        for cell in run.notebook.cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade")
    }


def right_answer(entry: dict[str, Any]) -> Any:
    """The full-credit answer that a key describes; None for what is marked by hand or in code."""
    key = entry.get("key") or {}
    find = {
        "choice": lambda: key["correct"][0],
        "choices": lambda: sorted(key["correct"]),
        "number": lambda: float(key["answer"]),
        "predict": lambda: float(key["answer"]) if "answer" in key else None,
        "order": lambda: key["order"],
        "lanes": lambda: {card: lanes[0] for card, lanes in key["lanes"].items()},
        "task": lambda: tasks.find(key["task"]).solution(key["settings"], key["secret"], SEED),
    }.get(entry["kind"])
    return find() if find else None


def write_answers(folder: Path, name: Path) -> None:
    """The answers of somebody who knows everything, as the widgets save them."""
    language, module = name.parts[1], name.stem
    values = {qid: right_answer(entry) for qid, entry in key_of(name).items()}
    records = {
        qid: {"value": value, "first": NOW, "at": NOW, "rev": 1, "hints": 0, "locked": False}
        for qid, value in values.items()
        if value is not None
    }
    head = {"schema": 1, "kit": "0.1.0", "module": module, "part": "exercise", "language": language}
    content = {**head, "seed": SEED, "answers": records}
    (folder / "answers.json").write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.parametrize("name", parameters("solutions"))
def test_solution_is_worth_everything(
    name: Path, course: Path, headless_kernel: WarmKernel
) -> None:
    """The trainer's notebook with right answers gets all automatic points."""
    write_answers((course / name).parent, name)
    found = points(headless_kernel.run(course / name))
    assert found
    assert {grade_id: got for grade_id, (got, most) in found.items() if got != most} == {}


@pytest.mark.parametrize("name", parameters("exercises"))
def test_untouched_exercise_is_worth_nothing(
    name: Path, course: Path, headless_kernel: WarmKernel
) -> None:
    """Opened and handed in as released: every check gives 0, and no check is silent."""
    source = nbformat.read(course / "solutions" / Path(*name.parts[1:]), as_version=4)
    released = nbformat.read(course / name, as_version=4)
    checks = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in source.cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade")
    }
    for cell in released.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if cell.cell_type == "code" and grade_id in checks:
            cell.source = checks[grade_id]
    found = points(headless_kernel.run_cells(released, (course / name).parent))
    assert set(found) == set(checks)
    assert {grade_id: got for grade_id, (got, _most) in found.items() if got != 0} == {}
