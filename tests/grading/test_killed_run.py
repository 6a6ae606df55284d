"""Killed at any moment, grading goes on where it was: nothing lost, nothing graded twice."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coursekit.grading.desk import BATCH, Order, grade
from coursekit.grading.run import Run, open_run
from grading import people
from grading.tiny_course import MODULE

PEOPLE = 100
KILLS = int(os.environ.get("COURSEKIT_KILLS", "6"))  # 50 on demand: about five minutes
SERIES = 5  # kills of one run before it may finish
LONGEST = 5.0  # seconds from the start of the command to its end, on a computer at rest
# The same command as a trainer's, with a pause in each submission: this machine is too fast to
# be hit in the middle. It tells on standard output which submissions it graded.
SLOW = """
import os, sys, time
from pathlib import Path
from coursekit.grading import desk
from coursekit.grading.run import open_run
whole = desk._Desk.one
def one(self, submission, *rest):
    os.write(1, f"\\n{submission.seat}\\n".encode())
    time.sleep(0.02)
    whole(self, submission, *rest)
desk._Desk.one = one
desk.grade(open_run(sys.argv[1]), desk.Order([Path(sys.argv[2])], jobs=2))
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


def start(run: Run, inbox: Path, log: Path) -> subprocess.Popen[bytes]:
    with log.open("ab") as out:
        command = [sys.executable, "-c", SLOW, str(run.folder), str(inbox)]
        return subprocess.Popen(command, stdout=out)


def killed(run: Run, inbox: Path, log: Path, dice: random.Random) -> bool:
    """Start grading and kill it at a random moment; whether it was still at work."""
    process = start(run, inbox, log)
    try:
        process.wait(dice.uniform(0.0, LONGEST))
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    return process.wait(60) == -signal.SIGKILL


@pytest.mark.slow
def test_a_run_killed_again_and_again_ends_as_an_undisturbed_one(
    fresh_run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    for number in range(PEOPLE):
        found = {"q1": "ab"[number % 2], "q2": number % 20, "q3": f"Text {number}", "q4": 7}
        people.bundle(inbox, course, MODULE, number, found, ("en", "fr", "es")[number % 3])
    calm = open_run(shutil.copytree(fresh_run.folder, tmp_path / "calm"))
    grade(calm, Order([inbox]))
    expected = tables(calm), written(calm)
    dice = random.Random(KILLS)  # noqa: S311  (test data)
    done = series = 0
    while done < KILLS:
        series += 1
        run = open_run(shutil.copytree(fresh_run.folder, tmp_path / f"killed{series}"))
        log = tmp_path / f"log{series}"
        kills = 0
        while kills < min(SERIES, KILLS - done) and killed(run, inbox, log, dice):
            kills += 1
        assert start(run, inbox, log).wait(120) == 0
        assert (tables(run), written(run)) == expected
        begun = [line for line in log.read_text().split() if line != "done"]
        assert set(begun) == {people.seat(number) for number in range(PEOPLE)}
        # At most the batch that was open at each kill is done again.
        assert len(begun) - PEOPLE <= kills * BATCH
        assert list(run.folder.rglob(".*.new")) == []
        shutil.rmtree(run.folder)
        done += kills
    print(f"{done} kills in {series} runs")  # noqa: T201  (shown by pytest -s)
