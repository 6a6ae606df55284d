"""Where hand-ins lie and whose they are: every layout a trainer may point at."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from coursekit.grading import limits
from coursekit.grading.archive import Budget, Zip
from coursekit.grading.codes import Codes
from coursekit.grading.collect import collect
from coursekit.grading.desk import Order, grade
from coursekit.grading.found import Bundle, Found, Loose, Refused
from coursekit.grading.gradebook import Book
from coursekit.grading.journal import Journal
from coursekit.grading.notes import Unreadable
from coursekit.grading.run import Run
from grading import people
from grading.tiny_course import MODULE

CODES = Codes(b"key", frozenset({MODULE}))
GOOD = {"q1": "b", "q2": 10}


def found(*paths: Path) -> list[Found]:
    return list(collect(paths, CODES))


def loose(*paths: Path) -> Loose:
    (one,) = found(*paths)
    assert isinstance(one, Loose), one
    return one


def test_an_exchange_tells_who_what_and_when(course: Path, inbox: Path) -> None:
    name = f"ana+{MODULE}+2026-11-21 12:00:00.123456 UTC+Zm9v"
    people.exercise(inbox / "inbound" / name, course, MODULE, GOOD)
    one = loose(inbox)
    assert (one.seat, one.module) == (CODES.person("ana"), MODULE)
    assert f"{one.made:%Y-%m-%d %H:%M:%S}" == "2026-11-21 12:00:00"
    assert one.source == f"inbox/inbound/{one.seat}+{MODULE}"


def test_the_time_nbgrader_noted_counts_in_its_own_tree_only(course: Path, inbox: Path) -> None:
    for folder in (inbox / "s1" / MODULE, inbox / "Ana_7_assignsubmission_file"):
        people.exercise(folder, course, MODULE, GOOD)
        (folder / "timestamp.txt").write_text("2020-01-02 03:04:05 UTC\n")
    moodle, tree = sorted(found(inbox), key=lambda one: str(one.source), reverse=True)
    assert isinstance(moodle, Loose)
    assert isinstance(tree, Loose)
    assert (moodle.seat, moodle.made.year > 2020) == ("7", True)
    assert (tree.seat, tree.made.year) == ("s1", 2020)


@pytest.mark.parametrize("text", ["", "yesterday", "9999", "x" * 500, "2020-13-45 00:00:00 UTC"])
def test_a_time_that_is_none_is_not_used(course: Path, inbox: Path, text: str) -> None:
    folder = people.exercise(inbox / "s1" / MODULE, course, MODULE, GOOD)
    (folder / "timestamp.txt").write_text(text)
    assert loose(inbox).made.year > 2020


def test_zips_of_whole_workspaces_are_told_apart_by_the_zip(course: Path, inbox: Path) -> None:
    folder = people.exercise(inbox / "w", course, MODULE, GOOD)
    data = (folder / "answers.json").read_bytes()
    shutil.rmtree(folder)
    for who in ("s1", "María"):
        path = f"workspace/exercises/fr/{MODULE}/answers.json"
        (inbox / f"{who}.zip").write_bytes(people.zipped({path: data}))
    seats = [one.seat for one in found(inbox) if isinstance(one, Loose)]
    assert sorted(seats) == sorted(["s1", CODES.person("María")])


def test_an_unpacked_hand_in_file_keeps_its_seat(course: Path, inbox: Path, tmp_path: Path) -> None:
    path = people.bundle(tmp_path / "made", course, MODULE, 1, GOOD)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(inbox / path.stem)
    assert loose(inbox).seat == people.seat(1)


def test_a_hand_in_file_may_be_given_by_itself(course: Path, tmp_path: Path) -> None:
    path = people.bundle(tmp_path / "made", course, MODULE, 1, GOOD)
    assert isinstance(found(path)[0], Bundle)


def test_links_and_pipes_are_refused_at_the_top_as_well(inbox: Path, tmp_path: Path) -> None:
    (inbox / "linked").symlink_to(tmp_path)
    os.mkfifo(inbox / "pipe.zip")
    ones = found(inbox / "linked", inbox / "pipe.zip", inbox / "missing")
    assert [one.note.code for one in ones if isinstance(one, Refused)] == [
        "link",
        "link",
        "unopened",
    ]


def test_many_bad_files_of_one_participant_are_one_row(inbox: Path) -> None:
    folder = inbox / "Ana_7_assignsubmission_file"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.zip").symlink_to("/etc/passwd")
    (one,) = found(inbox)
    assert isinstance(one, Refused)
    assert (one.number, one.note.code) == ("7", "link")


def test_one_participant_cannot_hand_in_thousands_of_works(inbox: Path) -> None:
    files = {f"x{n}/answers.json": b"{}" for n in range(200)}
    folder = inbox / "Ana_7_assignsubmission_file"
    folder.mkdir()
    (folder / "all.zip").write_bytes(people.zipped(files))
    ones = found(inbox)
    assert len(ones) == limits.WORKS + 1
    assert isinstance(ones[-1], Refused)


def test_a_table_of_contents_too_long_to_be_read_is_not_read() -> None:
    data = people.zipped({"a": b"x"}) + b"PK\x01\x02" * (limits.MARKS + 1)
    with pytest.raises(Unreadable, match="too-many-files"):
        Zip(data)


def test_what_a_zip_unpacks_counts_for_every_zip_around_it() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}", bytes(1_000))
    around = Budget(2_500)
    tree = Zip(target.getvalue(), Budget(3_500, around))
    assert len(tree.read("0", 5_000) + tree.read("1", 5_000)) == 2_000
    with pytest.raises(Unreadable, match="too-big-inside"):
        tree.read("2", 5_000)


def test_one_folder_may_hold_several_exercises(run: Run, course: Path, inbox: Path) -> None:
    folder = people.exercise(inbox / "s1", course, MODULE, GOOD)
    (folder / "answers (1).json").write_bytes(people.saved({"q1": "a"}, "m99_other"))
    rows = {row.assignment: row for row in grade(run, Order([inbox]))}
    assert {name: row.status for name, row in rows.items()} == {
        MODULE: "graded",
        "m99_other": "refused",
    }


def moodle(inbox: Path, download: str, number: int, path: Path) -> None:
    folder = inbox / download / f"Ana_{number}_assignsubmission_file"
    folder.mkdir(parents=True)
    (folder / path.name).write_bytes(path.read_bytes())


def test_a_participant_has_another_number_in_each_activity_of_moodle(
    run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    early = people.bundle(tmp_path / "made", course, MODULE, 1, GOOD)
    later = people.bundle(tmp_path / "made", course, MODULE, 1, GOOD | {"q1": "a"}, minutes=30)
    moodle(inbox, "Exercise 1", 11, early)
    moodle(inbox, "Exercise 2", 57, later)
    rows = grade(run, Order([inbox]))
    assert sorted(row.status for row in rows) == ["graded", "replaced"]
    (row,) = [row for row in rows if row.status == "graded"]
    assert (row.number, row.score) == ("57", 2)
    with Book(run) as book:
        assert Journal(book.connection).numbers() == {people.seat(1): {"11", "57"}}


def test_one_code_under_two_numbers_of_one_activity_is_left_to_a_person(
    run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    path = people.bundle(tmp_path / "made", course, MODULE, 1, GOOD)
    moodle(inbox, "Exercise 1", 11, path)
    grade(run, Order([inbox]))
    moodle(inbox, "Exercise 1 (1)", 12, path)
    (row,) = grade(run, Order([inbox / "Exercise 1 (1)"]))
    assert (row.status, row.notes[-1].code) == ("needs a person", "two-people")


def test_folders_by_assignment_and_then_by_participant(course: Path, inbox: Path) -> None:
    people.exercise(inbox / MODULE / "s1", course, MODULE, GOOD)
    people.exercise(inbox / "m99_other" / "s1", course, MODULE, GOOD)
    first, second = found(inbox)
    assert isinstance(second, Loose)
    assert (second.seat, second.module) == ("s1", MODULE)
    assert isinstance(first, Loose)
    assert first.module == ""
