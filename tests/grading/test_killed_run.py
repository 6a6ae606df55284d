"""Killed at any moment, grading goes on where it was: nothing lost, nothing graded twice."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from coursekit.grading.desk import BATCH, Order, grade
from coursekit.grading.run import Run, open_run
from grading import people
from grading.tiny_course import MODULE

PEOPLE = 100
KILLS = 6
# The same command as a trainer's, with a pause in each submission: this machine is too fast to
# be hit in the middle. It tells on standard output which submissions it graded.
SLOW = """
import sys, time
from pathlib import Path
from coursekit.grading import desk
from coursekit.grading.run import open_run
whole = desk._Desk.one
def one(self, submission, *rest):
    print(submission.seat, flush=True)
    time.sleep(0.06)
    whole(self, submission, *rest)
desk._Desk.one = one
desk.grade(open_run(sys.argv[1]), desk.Order([Path(sys.argv[2])]))
print("done")
"""


def tables(run: Run) -> dict[str, list[Any]]:
    """The gradebook without its random ids."""
    import sqlite3

    queries = {
        "grades": "SELECT s.student_id, b.name, g.auto_score, g.manual_score, g.needs_manual_grade "
        "FROM grade g JOIN base_cell b ON b.id = g.cell_id JOIN submitted_notebook n "
        "ON n.id = g.notebook_id JOIN submitted_assignment s ON s.id = n.assignment_id",
        "comments": "SELECT s.student_id, b.name, c.auto_comment, c.manual_comment FROM comment c "
        "JOIN base_cell b ON b.id = c.cell_id JOIN submitted_notebook n ON n.id = c.notebook_id "
        "JOIN submitted_assignment s ON s.id = n.assignment_id",
        "people": "SELECT id FROM student",
        "work": "SELECT student_id, timestamp FROM submitted_assignment",
        "journal": "SELECT seat, digest, current, status, notes FROM coursekit_submission",
    }
    with sqlite3.connect(run.folder / "gradebook.db") as book:
        return {name: sorted(book.execute(query)) for name, query in queries.items()}


def written(run: Run) -> dict[str, bytes]:
    """All files that grading writes."""
    return {
        path.relative_to(run.folder).as_posix(): path.read_bytes()
        for step in ("submitted", "autograded", "feedback", "reports")
        for path in sorted(run.place(step).rglob("*"))
        if path.is_file() and path.name not in {"rows.csv", "summary.txt"}
    }


@pytest.mark.slow
def test_a_run_killed_again_and_again_ends_as_an_undisturbed_one(
    fresh_run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    for number in range(PEOPLE):
        found = {"q1": "ab"[number % 2], "q2": number % 20, "q3": f"Text {number}", "q4": 7}
        people.bundle(inbox, course, MODULE, number, found, ("en", "fr", "es")[number % 3])
    calm = open_run(shutil.copytree(fresh_run.folder, tmp_path / "calm"))
    grade(calm, Order([inbox]))
    run = open_run(shutil.copytree(fresh_run.folder, tmp_path / "killed"))
    dice = random.Random(5)  # noqa: S311  (test data)
    begun: list[str] = []
    for attempt in range(KILLS + 1):
        log = tmp_path / "log"
        with log.open("w") as out:
            command = [sys.executable, "-c", SLOW, str(run.folder), str(inbox)]
            process = subprocess.Popen(command, stdout=out)
            if attempt < KILLS:
                while not log.stat().st_size and process.poll() is None:
                    time.sleep(0.005)
                time.sleep(dice.uniform(0.2, 1.0))
                process.send_signal(signal.SIGKILL)
            ended = process.wait(120)
        assert ended == (-signal.SIGKILL if attempt < KILLS else 0)
        begun += log.read_text().split()
    assert begun.pop() == "done"
    assert tables(run) == tables(calm)
    assert written(run) == written(calm)
    again = len(begun) - len(set(begun))
    assert set(begun) == {people.seat(number) for number in range(PEOPLE)}
    assert again <= KILLS * BATCH  # at most the batch that was open at each kill
    assert list(run.folder.rglob(".*.new")) == []
