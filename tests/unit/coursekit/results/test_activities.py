"""A platform numbers the same person anew in each of its activities: one run serves all of them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from coursekit.errors import KitError
from coursekit.grading.desk import Order, grade
from coursekit.grading.run import Run
from coursekit.results import deliver
from coursekit.results.ids import read_ids
from grading import people, tiny_course
from grading.tiny_course import MODULE
from unit.coursekit.results.conftest import HANDED_IN
from unit.coursekit.results.test_worksheet import ENGLISH, read_back, rows

AGAIN = {12: 112, 15: 115, 16: 116}  # number in the first activity -> in the second


@pytest.fixture
def twice(run: Run, tmp_path: Path) -> Run:
    """Three people handed in the same file in a second activity, too."""
    course = tiny_course.build(tmp_path / "course")
    for first, second in AGAIN.items():
        found, language = HANDED_IN[first], ("en", "fr", "es")[first % 3]
        path = people.bundle(tmp_path / "made", course, MODULE, first, found, language)
        folder = tmp_path / "Exercise 2" / f"Ana_{second}_assignsubmission_file"
        folder.mkdir(parents=True)
        path.rename(folder / path.name)
    found = grade(run, Order([tmp_path / "Exercise 2"]))
    assert {row.notes[-1].code for row in found} == {"same-again"}
    return run


def worksheet(run: Run, tmp_path: Path, *numbers: int) -> tuple[dict[str, str], str]:
    """Grades in the file, and what is said."""
    sheet = tmp_path / "Grades.csv"
    sheet.write_bytes((ENGLISH + rows(*((n, "") for n in numbers))).encode())
    said = "\n".join(deliver.worksheet(run, sheet, [], out=tmp_path / "out.csv"))
    return read_back((tmp_path / "out.csv").read_bytes()), said


def test_the_worksheet_of_either_activity_finds_everybody(twice: Run, tmp_path: Path) -> None:
    grades, said = worksheet(twice, tmp_path, *HANDED_IN)
    assert (grades["12"], grades["15"]) == ("10", "70")
    assert "not in the worksheet" not in said
    assert "wait for your mark (participants): 11, 16, 18" in said
    grades, said = worksheet(twice, tmp_path, *AGAIN.values())
    assert grades == {"112": "10", "115": "70", "116": ""}
    assert "wait for your mark (participants): 11, 18, 116" in said
    assert "not in the worksheet: 13, 14, 17" in said


def test_who_is_not_in_the_worksheet_stands_there_once(twice: Run, tmp_path: Path) -> None:
    _grades, said = worksheet(twice, tmp_path, 13, 14, 16, 17)
    assert "not in the worksheet: 12/112, 15/115" in said
    assert "wait for your mark (participants): 11, 16, 18" in said


def test_feedback_reaches_people_in_either_activity(twice: Run, tmp_path: Path) -> None:
    list(deliver.feedback(twice, [], tmp_path / "f.zip"))
    with zipfile.ZipFile(tmp_path / "f.zip") as archive:
        pages = {int(name.split("_")[1]): archive.read(name) for name in archive.namelist()}
    assert set(pages) == {*HANDED_IN, *AGAIN.values()}
    assert all(pages[first] == pages[second] for first, second in AGAIN.items())


def test_any_number_names_the_person(twice: Run, tmp_path: Path) -> None:
    list(deliver.printed(twice, "112", tmp_path / "s.html"))
    text = (tmp_path / "s.html").read_text(encoding="utf-8")
    assert (text.count("<article "), people.seat(12) in text) == (1, True)
    (row,) = grade(twice, Order(only="112", redo=True))
    assert row.seat == people.seat(12)
    lines = twice.place("reports", "grades.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[-1] for line in lines if people.seat(12) in line] == ["12 112"]


def test_work_that_came_by_mail_first_gets_its_number_later(run: Run, tmp_path: Path) -> None:
    course = tiny_course.build(tmp_path / "course")
    path = people.bundle(tmp_path / "made", course, MODULE, 99, {"q1": "b"})
    folder = tmp_path / "Exercise 1" / "Ana_99_assignsubmission_file"
    folder.mkdir(parents=True)
    path.rename(folder / path.name)
    assert worksheet(run, tmp_path, 99)[0] == {"99": ""}
    grade(run, Order([tmp_path / "Exercise 1"]))
    assert worksheet(run, tmp_path, 99)[0] == {"99": "20"}


def test_a_second_number_in_a_known_activity_is_left_to_a_person(
    twice: Run, tmp_path: Path
) -> None:
    """Somebody hands in another's file in an activity; the other one comes later."""
    course = tmp_path / "course"
    path = people.bundle(tmp_path / "made", course, MODULE, 12, {"q1": "b"}, "en", 90)
    folder = tmp_path / "later" / "Exercise 2" / "Ana_999_assignsubmission_file"
    folder.mkdir(parents=True)
    path.rename(folder / path.name)
    (row,) = grade(twice, Order([tmp_path / "later" / "Exercise 2"]))
    assert (row.status, row.notes[-1].code) == ("needs a person", "two-people")
    assert "112, 999" in row.notes[-1].text
    assert worksheet(twice, tmp_path, 999)[0] == {"999": ""}


LIST = "Código{0}Número\nSEAT-1{0}00123\n\n17{0}ID é\n"


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_list_may_come_from_any_spreadsheet_program(sign: str, encoding: str) -> None:
    text = LIST.format(sign).replace("\n", "\r\n")
    found = read_ids(text.encode(encoding))
    assert found == {"Código": "Número", "SEAT-1": "00123", "17": "ID é"}


def test_a_list_as_excel_file_is_named() -> None:
    with pytest.raises(KitError, match="Save the list as CSV"):
        read_ids(b"PK\x03\x04...")
