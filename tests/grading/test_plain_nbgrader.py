"""Plain nbgrader commands, started in a run's folder, work and stay safe."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coursekit.grading.desk import Order, grade
from coursekit.grading.run import Run
from grading import people, stock
from grading.tiny_course import MODULE


def nbgrader(run: Run, *arguments: str) -> str:
    own = Path(sys.executable).parent
    done = subprocess.run(
        [own / "nbgrader", *arguments],
        cwd=run.folder,
        env={**os.environ, "PATH": os.pathsep.join([str(own), os.environ.get("PATH", "")])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stderr


@pytest.mark.slow
def test_export_autograde_and_feedback_agree_and_run_no_participants_code(
    run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    proof = tmp_path / "proof"
    found = {"q1": "b", "q2": 90, "q3": "Text.", "q4": 7, "q5": "a"}
    folder = people.exercise(inbox / "s1" / MODULE, course, MODULE, found, "fr")
    people.fill(folder / f"{MODULE}.ipynb", "q4-code", f"open({str(proof)!r}, 'w')")
    people.exercise(inbox / "s2" / MODULE, course, MODULE, {"q1": "a"})
    grade(run, Order([inbox]))
    before = stock.automatic_scores(run, MODULE)
    assert before["s1"] == {"q1": 2, "q2": 0, "q3": None, "q4": 1, "q5": 1}
    nbgrader(run, "export")
    with (run.folder / "grades.csv").open() as file:
        exported = {row["student_id"]: row for row in csv.DictReader(file)}
    assert {seat: float(row["score"]) for seat, row in exported.items()} == {"s1": 4.0, "s2": 0.0}
    assert exported["s1"]["max_score"] == "10.0"
    nbgrader(run, "autograde", MODULE, "--force")
    assert not proof.exists()
    assert stock.automatic_scores(run, MODULE) == before
    nbgrader(run, "generate_feedback", MODULE, "--force")
    page = run.place("feedback", "s1", MODULE, f"{MODULE}.html")
    theirs = page.read_text(encoding="utf-8")
    assert "kit.mark" not in theirs
    assert "HIDDEN" not in theirs
    grade(run, Order())  # ours comes back
    assert "coursekit" in page.read_text(encoding="utf-8")[:400]
