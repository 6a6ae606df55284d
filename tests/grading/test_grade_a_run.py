"""A run from its making to its reports, on a small course; no stock nbgrader command."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from coursekit.errors import KitError
from coursekit.grading.desk import Order, grade
from coursekit.grading.run import Run, open_run
from coursekit.grading.settings import Settings, write_settings
from grading import people, tiny_course
from grading.tiny_course import MODULE

GOOD = {"q1": "b", "q2": 10, "q3": "Few of many.", "q4": 7, "q5": "ab"}


def read(run: Run, name: str) -> list[dict[str, str]]:
    text = run.place("reports", name).read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def marks(run: Run, seat: str) -> dict[str, tuple[float | None, float | None, bool]]:
    from nbgrader.api import Gradebook

    with Gradebook(run.db_url) as book:
        notebook = book.find_submission_notebook(MODULE, MODULE, seat)
        return {
            g.name: (g.auto_score, g.manual_score, g.needs_manual_grade) for g in notebook.grades
        }


def by_hand(run: Run, seat: str, question: str, points: float, comment: str = "") -> None:
    """What formgrader does when a trainer gives points."""
    from nbgrader.api import Gradebook

    with Gradebook(run.db_url) as book:
        found = book.find_grade(question, MODULE, MODULE, seat)
        found.manual_score, found.needs_manual_grade = points, False
        if comment:
            book.find_comment(question, MODULE, MODULE, seat).manual_comment = comment
        book.db.commit()


def page(run: Run, seat: str) -> str:
    return run.place("feedback", seat, MODULE, f"{MODULE}.html").read_text(encoding="utf-8")


def test_a_good_hand_in_gets_its_marks_in_nbgraders_gradebook(
    run: Run, course: Path, inbox: Path
) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    (row,) = grade(run, Order([inbox]))
    assert (row.status, row.score, row.most, row.waiting) == ("graded", 7.0, 10.0, True)
    assert marks(run, people.seat(1)) == {
        "q1": (2.0, None, False),
        "q2": (2.0, None, False),
        "q3": (None, None, True),
        "q4": (1.0, None, False),
        "q5": (2.0, None, False),
    }


def test_grades_csv_has_percent_with_a_point_and_a_byte_order_mark(
    run: Run, course: Path, inbox: Path
) -> None:
    people.bundle(inbox, course, MODULE, 1, {"q1": "b", "q2": 10, "q4": 7}, "fr")
    people.bundle(inbox, course, MODULE, 2, {"q1": "a"}, "es")
    grade(run, Order([inbox]))
    rows = {row["seat"]: row for row in read(run, "grades.csv")}
    first = rows[people.seat(1)]
    assert (first["language"], first["score"], first["max"], first["percent"]) == (
        "fr",
        "5",
        "10",
        "50",
    )
    assert rows[people.seat(2)]["percent"] == "0"
    assert list(rows) == sorted(rows)


def test_people_without_a_grade_are_left_out_of_grades_csv(
    run: Run, course: Path, inbox: Path
) -> None:
    people.exercise(inbox / "no-answers" / MODULE, course, MODULE, None)
    (inbox / "broken.zip").write_bytes(b"PK no zip")
    rows = grade(run, Order([inbox]))
    assert sorted(row.status for row in rows) == ["needs a person", "refused"]
    assert read(run, "grades.csv") == []


def test_the_same_hand_in_again_is_not_graded_again(run: Run, course: Path, inbox: Path) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    grade(run, Order([inbox]))
    notebook = run.place("autograded", people.seat(1), MODULE, f"{MODULE}.ipynb")
    notebook.unlink()
    (row,) = grade(run, Order([inbox]))
    assert row.status == "graded"
    assert [note.code for note in row.notes] == ["same-again"]
    assert not notebook.exists()
    grade(run, Order([inbox], redo=True))
    assert notebook.exists()


def test_a_newer_version_replaces_and_keeps_the_older(run: Run, course: Path, inbox: Path) -> None:
    people.bundle(inbox, course, MODULE, 1, {"q1": "a"})
    people.bundle(inbox, course, MODULE, 1, GOOD, minutes=30)
    rows = grade(run, Order([inbox]))
    assert [(row.status, row.score) for row in rows] == [("replaced", None), ("graded", 7.0)]


def test_an_older_version_that_comes_late_changes_nothing(
    run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD, minutes=30)
    grade(run, Order([inbox]))
    late = tmp_path / "late"
    people.bundle(late, course, MODULE, 1, {"q1": "a"})
    (row,) = grade(run, Order([late]))
    assert row.status == "replaced"
    assert marks(run, people.seat(1))["q1"][0] == 2.0


def test_marks_and_comments_of_the_trainer_survive_a_regrade(
    run: Run, course: Path, inbox: Path
) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    grade(run, Order([inbox]))
    by_hand(run, people.seat(1), "q3", 2.5, "Well said.")
    by_hand(run, people.seat(1), "q1", 1.0)
    (row,) = grade(run, Order([inbox], redo=True))
    found = marks(run, people.seat(1))
    assert found["q3"] == (None, 2.5, False)
    assert found["q1"] == (2.0, 1.0, False)
    assert row.score == 8.5
    assert "Well said." in page(run, people.seat(1))


def test_a_changed_answer_goes_back_to_the_trainer_with_its_old_mark(
    run: Run, course: Path, inbox: Path
) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    grade(run, Order([inbox]))
    by_hand(run, people.seat(1), "q3", 2.5)
    by_hand(run, people.seat(1), "q1", 1.0)
    people.bundle(inbox, course, MODULE, 1, GOOD | {"q3": "Another text."}, minutes=30)
    grade(run, Order([inbox]))
    found = marks(run, people.seat(1))
    assert found["q3"] == (None, 2.5, True)
    assert found["q1"] == (2.0, 1.0, False)


def test_feedback_is_renewed_after_marking_by_hand(run: Run, course: Path, inbox: Path) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    grade(run, Order([inbox]))
    assert "To be marked by your trainer" in page(run, people.seat(1))
    by_hand(run, people.seat(1), "q3", 3, "<b>Good</b> start")
    assert grade(run, Order()) == []
    text = page(run, people.seat(1))
    assert "To be marked by your trainer" not in text
    assert "Points: 10 of 10" in text
    assert "&lt;b&gt;Good&lt;/b&gt; start" in text


def test_one_person_can_be_graded_again_without_the_original_files(
    run: Run, course: Path, inbox: Path
) -> None:
    for number in (1, 2):
        people.bundle(inbox, course, MODULE, number, GOOD)
    grade(run, Order([inbox]))
    shutil.rmtree(run.place("autograded"))
    (row,) = grade(run, Order(only=people.seat(2), redo=True))
    assert row.seat == people.seat(2)
    assert [p.name for p in run.place("autograded").iterdir()] == [people.seat(2)]


def test_what_nbgrader_sees_is_the_release_with_answers_and_the_trainers_checks(
    run: Run, course: Path, inbox: Path
) -> None:
    work = people.exercise(inbox / people.seat(1) / MODULE, course, MODULE, GOOD, "fr")
    path = work / f"{MODULE}.ipynb"
    people.fill(path, "q1", "import os; os._exit(1)")
    people.fill(path, "q4-code", 'kit.answer("q4", 7)  # <script>')
    notebook = json.loads(path.read_text())
    notebook["cells"].reverse()
    notebook["cells"].append(tiny_course.code("evil", "import borderlab; borderlab.mark = 1"))
    notebook["metadata"] = {"kernelspec": {"name": "evil"}}
    path.write_text(json.dumps(notebook))
    (row,) = grade(run, Order([inbox]))
    assert row.score == 7.0
    graded = run.place("autograded", people.seat(1), MODULE, f"{MODULE}.ipynb").read_text()
    assert "evil" not in graded
    assert "os._exit" not in graded
    cells = {c["id"]: c for c in json.loads(graded)["cells"]}
    assert cells["title"]["source"] == "# Test (fr)"
    asked = cells["ask-q1"]["outputs"][0]["data"]["text/markdown"]
    assert asked == "Combien d'alertes ? (q1)\n\n- a: All <b>of</b> them\n- b: Few"
    assert cells["code-q4"]["source"] == 'kit.answer("q4", 7)  # <script>'
    assert cells["text-q3"]["source"] == "```text\nFew of many.\n```"
    assert "BEGIN HIDDEN TESTS" in cells["check-q1"]["source"]
    assert cells["check-q1"]["outputs"][0]["data"] == {"text/plain": "2.0"}
    handed = run.place("submitted", people.seat(1), MODULE, f"{MODULE}.ipynb").read_text()
    assert "HIDDEN" not in handed


def test_two_graders_at_once_are_kept_apart(run: Run) -> None:
    from coursekit.grading.files import locked

    with locked(run.folder), pytest.raises(KitError, match="being graded"):
        grade(run, Order())


def test_a_changed_pinned_file_stops_grading_with_its_name(run: Run) -> None:
    path = run.place("source", MODULE, f"{MODULE}.ipynb")
    path.write_text(path.read_text().replace("points=2", "points=20"))
    with pytest.raises(KitError, match=f"{MODULE}.ipynb is not as it was"):
        open_run(run.folder)


def test_work_after_the_due_date_is_noted(run: Run, course: Path, inbox: Path) -> None:
    from nbgrader.api import Gradebook

    with Gradebook(run.db_url) as book:
        book.update_or_create_assignment(MODULE, duedate="2026-11-21 11:00:00 UTC")
    people.bundle(inbox, course, MODULE, 1, GOOD)
    (row,) = grade(run, Order([inbox]))
    assert (row.status, row.score) == ("graded", 7.0)
    assert [note.text for note in row.notes] == ["Handed in 1.0 hours after the due date."]


def test_lateness_costs_what_the_run_says_and_no_more(run: Run, course: Path, inbox: Path) -> None:
    from nbgrader.api import Gradebook

    people.bundle(inbox, course, MODULE, 1, GOOD)
    with Gradebook(run.db_url) as book:
        book.update_or_create_assignment(MODULE, duedate="2026-11-19 11:00:00 UTC")
    write_settings(run.folder, Settings(late_percent=10))
    (row,) = grade(run, Order([inbox]))
    assert row.score == 4  # 7 of 10, and three days begun
    assert row.notes[-1].text == "Points taken off for lateness: 3."
    assert read(run, "grades.csv")[0]["percent"] == "40"
    assert "Points: 4 of 10" in page(run, people.seat(1))
    assert "Points taken off for lateness: 3." in page(run, people.seat(1))
    with Gradebook(run.db_url) as book:
        assert book.find_submission(MODULE, people.seat(1)).late_submission_penalty == 3
    write_settings(run.folder, Settings(late_percent=100))
    grade(run, Order())
    assert read(run, "grades.csv")[0]["score"] == "0"
    write_settings(run.folder, Settings())
    grade(run, Order())
    assert read(run, "grades.csv")[0]["score"] == "7"
    assert "lateness" not in page(run, people.seat(1))
    with Gradebook(run.db_url) as book:
        assert not book.find_submission(MODULE, people.seat(1)).late_submission_penalty


def test_a_failing_check_gives_zero_and_asks_a_person(run: Run, course: Path, inbox: Path) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD | {"q5": 12})  # the author's check expects a text
    (row,) = grade(run, Order([inbox]))
    assert row.status == "needs a person"
    assert "question q5 failed" in row.notes[0].text
    assert marks(run, people.seat(1))["q5"] == (0.0, None, True)
    assert marks(run, people.seat(1))["q1"] == (2.0, None, False)
