"""The same work again, older copies and mixed orders: the graded version is never lost."""

from __future__ import annotations

from pathlib import Path

from coursekit.grading.desk import Order, grade
from coursekit.grading.notes import Note
from coursekit.grading.run import Run
from grading import people
from grading.tiny_course import MODULE

FIRST, OTHER = {"q1": "b", "q2": 10}, {"q1": "a"}


def handed_in(inbox: Path, course: Path, batch: str, *works: tuple[str, dict[str, object]]) -> Path:
    """Folders of one participant, each with the hour at which it was handed in."""
    for number, (hour, found) in enumerate(works):
        place = inbox / batch / str(number) / "s1" / MODULE
        people.exercise(place, course, MODULE, found, "en", 5)
        (place / "timestamp.txt").write_text(f"2026-01-10 {hour}:00:00 UTC\n")
    return inbox / batch


def graded(run: Run) -> list[str]:
    """Lines of the file of grades, without its head."""
    return run.place("reports", "grades.csv").read_text("utf-8-sig").splitlines()[1:]


def test_an_older_copy_of_the_graded_work_beside_another_old_version(
    run: Run, course: Path, inbox: Path
) -> None:
    grade(run, Order([handed_in(inbox, course, "a", ("12", FIRST))]))
    before = graded(run)
    assert len(before) == 1
    rows = grade(run, Order([handed_in(inbox, course, "b", ("10", FIRST), ("11", OTHER))]))
    assert [row.status for row in rows] == ["replaced", "replaced"]
    assert graded(run) == before


def test_a_copy_of_the_graded_work_beside_a_newer_one(
    run: Run, course: Path, inbox: Path, monkeypatch
) -> None:
    grade(run, Order([handed_in(inbox, course, "a", ("12", FIRST))]))
    before = graded(run)
    both = handed_in(inbox, course, "b", ("12", FIRST), ("13", OTHER))
    with monkeypatch.context() as patch:
        patch.setattr("coursekit.grading.desk._Desk.one", killed)
        try:
            grade(run, Order([both]))
        except KeyboardInterrupt:
            grade(run, Order())
    assert graded(run) == before
    rows = {row.status: row for row in grade(run, Order([both]))}
    assert set(rows) == {"graded", "replaced"}
    assert rows["graded"].score == 0
    assert len(graded(run)) == 1


def test_two_languages_packed_at_the_same_second(run: Run, course: Path, inbox: Path) -> None:
    files = {}
    for language, found, day in (("en", {"q1": "b"}, b"21"), ("fr", {"q1": "a"}, b"20")):
        data = people.saved(found, MODULE, language, 5).replace(b"2026-11-21", b"2026-11-" + day)
        files[f"workspace/exercises/{language}/{MODULE}/answers.json"] = data
    (inbox / "s1.zip").write_bytes(people.zipped(files))
    rows = {row.status: row for row in grade(run, Order([inbox]))}
    assert (rows["graded after repair"].language, rows["graded after repair"].score) == ("en", 2)
    assert rows["replaced"].language == "fr"


def killed(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_a_remark_of_another_version_of_the_kit_is_shown_as_it_is() -> None:
    assert Note("no-longer-known", {"n": 1}).text == "no-longer-known"
    assert "{" in Note("too-big", {}).text
