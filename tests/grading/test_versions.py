"""The course changes while people work: old work is graded by the version it was made from."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coursekit.errors import KitError
from coursekit.grading import renew as renewing
from coursekit.grading.desk import Order, grade
from coursekit.grading.renew import renew, versions
from coursekit.grading.run import Run, new_run, open_run
from grading import people, tiny_course
from grading.test_grade_a_run import by_hand, marks
from grading.tiny_course import MODULE

GOOD = {"q1": "b", "q2": 10, "q3": "Few of many.", "q4": 7, "q5": "ab"}


@pytest.fixture
def own_course(tmp_path: Path) -> Path:
    return tiny_course.build(tmp_path / "own")


def changed(course: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the solution and build the release from it."""
    from coursekit.build.release import release

    for code in ("en", "fr", "es"):
        path = course / "solutions" / code / MODULE / f"{MODULE}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        change(notebook)
        path.write_text(json.dumps(notebook), encoding="utf-8")
        given = course / "exercises" / code / MODULE / f"{MODULE}.ipynb"
        given.write_text(json.dumps(release(notebook)), encoding="utf-8")


def other_key(notebook: dict[str, Any]) -> None:
    (cell,) = [cell for cell in notebook["cells"] if cell["id"] == "check-q2"]
    cell["source"] = cell["source"].replace('"answer": 10', '"answer": 90')


def one_more_point(notebook: dict[str, Any]) -> None:
    (cell,) = [cell for cell in notebook["cells"] if cell["id"] == "check-q2"]
    cell["source"] = cell["source"].replace("points=2", "points=3")
    cell["metadata"]["nbgrader"]["points"] = 3
    notebook["cells"][1]["source"] += " second edition"


def test_a_wrong_key_is_mended_in_a_run_that_goes_on(
    run: Run, course: Path, own_course: Path, inbox: Path
) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    people.bundle(inbox, course, MODULE, 2, GOOD | {"q2": 90})
    grade(run, Order([inbox]))
    by_hand(run, people.seat(1), "q3", 2.5)
    changed(own_course, other_key)
    assert renew(run.folder, course=own_course) == [MODULE]
    again = open_run(run.folder)
    rows = {row.seat: row for row in grade(again, Order(redo=True))}
    assert marks(again, people.seat(1))["q2"] == (0.0, None, False)
    assert marks(again, people.seat(1))["q3"] == (None, 2.5, False)
    assert rows[people.seat(2)].score == 7
    assert len(versions(run.folder)) == 1
    assert renew(run.folder, course=own_course) == []


@pytest.mark.parametrize("step", range(6))
def test_a_switch_that_was_killed_is_finished_by_the_same_command(
    run: Run, own_course: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(own_course, other_key)
    count = 0

    class Killed(BaseException):
        pass

    whole = Path.rename

    def rename(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == step + 1 and self.parent.name != "runs" and not self.name.startswith(".run"):
            raise Killed
        return whole(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        with pytest.raises(Killed):
            renew(run.folder, course=own_course)
    assert renew(run.folder, course=own_course) == [MODULE]
    again = open_run(run.folder)
    assert not (run.folder / renewing._FRESH).exists()
    assert '"answer": 90' in again.place("source", MODULE, f"{MODULE}.ipynb").read_text().replace(
        '\\"', '"'
    )
    assert len(versions(run.folder)) == 1


def test_other_points_do_not_enter_a_run_that_goes_on(
    run: Run, own_course: Path, course: Path, inbox: Path
) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    before = {p: p.read_bytes() for p in run.folder.rglob("*") if p.is_file()}
    changed(own_course, one_more_point)
    with pytest.raises(KitError, match=f"In {MODULE} questions were added or removed.*--after r1"):
        renew(run.folder, course=own_course)
    assert {p: p.read_bytes() for p in before} == before
    (row,) = grade(open_run(run.folder), Order([inbox]))
    assert (row.score, row.most) == (7, 10)


def test_work_of_the_old_version_that_comes_to_the_new_run_is_graded_in_the_old_one(
    run: Run, course: Path, own_course: Path, inbox: Path
) -> None:
    changed(own_course, one_more_point)
    following = new_run("r2", course=own_course, runs=run.folder.parent, after="r1")
    people.bundle(inbox, course, MODULE, 1, GOOD)
    people.bundle(inbox, own_course, MODULE, 2, GOOD)
    old = people.exercise(inbox / "s3" / MODULE, course, MODULE, GOOD)
    people.exercise(inbox / "s4" / MODULE, own_course, MODULE, GOOD)
    (old / f"{MODULE}.ipynb").rename(old / "mine.ipynb")
    rows = {row.seat: row for row in grade(following, Order([inbox]))}
    assert {who: (row.score, row.most) for who, row in rows.items()} == {
        people.seat(1): (7, 10),
        people.seat(2): (8, 11),
        "s3": (7, 10),
        "s4": (8, 11),
    }
    codes = {who: [note.code for note in row.notes] for who, row in rows.items()}
    assert codes[people.seat(1)] == ["older-version"]
    assert set(codes["s3"]) == {"renamed-notebook", "older-version"}
    assert codes["s4"] == codes[people.seat(2)] == []
    assert marks(open_run(run.folder), "s3")["q1"][0] == 2
    assert [p.name for p in following.place("autograded").iterdir()] != []
    again = {row.seat: row.score for row in grade(following, Order([inbox]))}
    assert again == {who: row.score for who, row in rows.items()}
    shutil.rmtree(run.folder)
    with pytest.raises(KitError, match="no run “r1”"):
        grade(following, Order([inbox]))
