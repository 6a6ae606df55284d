"""What leaves a run, read back under the rules of the platform that takes it."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from coursekit.__main__ import main
from coursekit.errors import KitError
from coursekit.grading.run import Run
from coursekit.results import deliver, moodle
from coursekit.results.graded import read
from coursekit.results.ids import read_ids
from grading import people
from grading.tiny_course import MODULE
from unit.coursekit.results.conftest import HANDED_IN, NAME
from unit.coursekit.results.test_worksheet import ENGLISH, read_back, rows


def taken_by_moodle(path: str, participants: set[int]) -> tuple[int, str] | None:
    """Who a file of a feedback zip is for, by the rule of Moodle's importer (all versions).

    Parts of the path are split at underscores; before version 4.1 five pieces were asked for.
    """
    parts = path.split("/")
    while parts:
        pieces = parts.pop(0).split("_", 4)
        if len(pieces) < 5 or not pieces[1].isdigit() or int(pieces[1]) not in participants:
            continue
        if pieces[2:4] != ["assignsubmission", "file"]:
            continue
        return int(pieces[1]), "/".join([pieces[4], *parts]).lstrip("/")
    return None


def test_every_page_of_the_zip_reaches_its_participant(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "feedback.zip"
    said = list(deliver.feedback(run, [], out))
    with zipfile.ZipFile(out) as archive:
        for name in archive.namelist():
            number, file = taken_by_moodle(name, set(HANDED_IN))
            page = archive.read(name).decode()
            assert file == f"{MODULE}.html"
            assert people.seat(number) in page
            assert NAME not in name + page
        assert len(archive.namelist()) == len(HANDED_IN)
    assert people.seat(99) in " ".join(said)


def test_the_zip_has_no_script_no_key_and_no_rubric(run: Run, tmp_path: Path) -> None:
    list(deliver.feedback(run, [], tmp_path / "z.zip"))
    with zipfile.ZipFile(tmp_path / "z.zip") as archive:
        pages = {name: archive.read(name).decode() for name in archive.namelist()}
    for page in pages.values():
        for secret in ("<script", "SECRET RUBRIC", "kit.mark", "HIDDEN TESTS", "tolerance"):
            assert secret not in page
    assert any("98 % accurate" in page for page in pages.values())


def test_two_zips_of_the_same_run_are_equal(run: Run, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        list(deliver.feedback(run, [], tmp_path / name))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_worksheet_gets_finished_grades_and_a_word_on_the_others(
    run: Run, tmp_path: Path
) -> None:
    sheet = tmp_path / "Grades.csv"
    there = [*((n, "") for n in HANDED_IN if n != 17), (40, "66.00")]
    sheet.write_bytes((ENGLISH + rows(*there)).encode())
    said = "\n".join(deliver.worksheet(run, sheet, [], out=tmp_path / "out.csv"))
    grades = read_back((tmp_path / "out.csv").read_bytes())
    assert grades == {
        "11": "",  # these three wrote a text that nobody has marked yet
        "16": "",
        "18": "",
        "12": "10",
        "13": "20",
        "14": "20",
        "15": "70",
        "40": "66.00",
    }
    assert "wait for your mark (participants): 11, 16, 18" in said
    assert "left as they are: 40" in said
    assert "not in the worksheet: 17" in said
    assert people.seat(99) in said
    assert sheet.read_bytes() == (ENGLISH + rows(*there)).encode()


def test_unfinished_grades_are_written_only_when_asked_for(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "Grades.csv"
    sheet.write_bytes((ENGLISH + rows((11, ""))).encode())
    list(deliver.worksheet(run, sheet, [], out=tmp_path / "out.csv", unfinished=True))
    assert read_back((tmp_path / "out.csv").read_bytes()) == {"11": "70"}


def test_the_worksheet_itself_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "Grades.csv"
    sheet.write_bytes((ENGLISH + rows((11, ""))).encode())
    with pytest.raises(KitError, match="--out"):
        list(deliver.worksheet(run, sheet, [], out=sheet))


def test_the_gradebook_file_keeps_the_rules_of_the_import(run: Run, tmp_path: Path) -> None:
    ids = tmp_path / "ids.csv"
    ids.write_text("".join(f"{n},ID-{n}\n" for n in HANDED_IN if n != 13), encoding="utf-8")
    list(deliver.gradebook(run, [], ids, tmp_path / "g.csv"))
    data = (tmp_path / "g.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    found = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert list(found[0]) == ["ID number", MODULE, f"{MODULE} feedback"]
    grades = {row["ID number"]: row[MODULE] for row in found}
    # No number 13 (not in the list), no 11, 16, 18 (not marked): a blank would erase a grade.
    assert grades == {"ID-12": "10", "ID-14": "20", "ID-15": "70", "ID-17": "0"}
    for grade in grades.values():
        assert re.fullmatch(r"\d{1,3}(\.\d+)?", grade)
        assert 0 <= float(grade) <= 100


def test_a_gradebook_file_without_anybody_is_not_offered_for_import(
    run: Run, tmp_path: Path
) -> None:
    ids = tmp_path / "ids.csv"
    ids.write_text("999,ID-999\n", encoding="utf-8")
    said = list(deliver.gradebook(run, [], ids, tmp_path / "g.csv"))[-1]
    assert "only its headings" in said
    assert "Import it" not in said


@pytest.mark.parametrize("verb", ["nbgrader", "report", "feedback"])
def test_the_folder_of_runs_is_named_before_the_verb_or_after_it(run: Run, verb: str) -> None:
    where = ["--runs", str(run.folder.parent)]
    name = run.folder.name
    assert main(["results", *where, name, verb]) == 0
    assert main(["results", name, verb, *where]) == 0


def test_a_list_of_ids_that_is_none_is_named(run: Run) -> None:
    for text in ("a,b,c\n", "a,1\na,2\n", "a\n"):
        with pytest.raises(KitError, match="Line"):
            read_ids(text.encode())


def test_one_person_with_two_codes_gets_no_grade_by_chance(run: Run) -> None:
    import sqlite3

    with sqlite3.connect(run.folder / "gradebook.db") as book:
        book.execute(
            "UPDATE coursekit_submission SET submission = replace(submission, ?, ?)",
            ('"number":"12"', '"number":"14"'),
        )
    found = moodle.percents(read(run), [MODULE])
    assert set(found.doubtful["14"]) == {people.seat(12), people.seat(14)}
    assert "14" not in found.found
    data, _left = moodle.feedback_zip(read(run), [MODULE])
    names = [n for n in zipfile.ZipFile(io.BytesIO(data)).namelist() if "_14_" in n]
    assert len(set(names)) == 2


def test_nbgraders_own_export_has_the_same_totals(run: Run) -> None:
    path = deliver.nbgrader_export(run)
    with path.open(encoding="utf-8") as file:
        theirs = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert theirs == {w.submission.seat: w.sheet.score for w in read(run).works}


def test_printed_sheets_show_everybody_in_their_language(run: Run, tmp_path: Path) -> None:
    list(deliver.printed(run, None, tmp_path / "s.html"))
    text = (tmp_path / "s.html").read_text(encoding="utf-8")
    articles = text.split("<article ")[1:]
    assert len(articles) == len(HANDED_IN) + 1
    spoken = {re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", a)[0]: a[6:8] for a in articles}
    assert spoken[people.seat(11)] == "es"
    assert spoken[people.seat(12)] == "en"
    assert spoken[people.seat(13)] == "fr"
    assert "<script" not in text
    assert "SECRET RUBRIC" not in text


def test_one_sheet_by_code_or_number(run: Run, tmp_path: Path) -> None:
    for who in ("12", people.seat(12)):
        list(deliver.printed(run, who, tmp_path / "s.html"))
        text = (tmp_path / "s.html").read_text(encoding="utf-8")
        assert text.count("<article ") == 1
        assert people.seat(12) in text
    with pytest.raises(KitError, match="Nobody"):
        list(deliver.printed(run, "77", tmp_path / "s.html"))


def test_a_run_of_several_modules_asks_which(run: Run) -> None:
    graded = read(run)
    with pytest.raises(KitError, match="no module m99"):
        graded.chosen(["m99"])
