"""Everybody in a collection has a row, however the platform packed it and whatever they sent."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from coursekit.grading.codes import Codes
from coursekit.grading.collect import collect
from coursekit.grading.desk import Order, grade
from coursekit.grading.found import Bundle, Found, Loose, Refused
from coursekit.grading.run import Run
from grading import people
from grading.tiny_course import MODULE

CODES = Codes(b"key", frozenset({MODULE}))
GOOD = {"q1": "b", "q2": 10}
FLAT = "{who}_{number}_assignsubmission_file_{name}"


def found(*paths: Path) -> list[Found]:
    return list(collect(paths, CODES))


def refusals(*paths: Path) -> dict[str, str]:
    """Source -> code."""
    return {one.source: one.note.code for one in found(*paths) if isinstance(one, Refused)}


def work(course: Path, place: Path) -> dict[str, bytes]:
    folder = people.exercise(place, course, MODULE, GOOD)
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_download_without_folders_is_told_apart_by_the_names_of_files(
    run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    files = {}
    for number in (7, 8):
        for name, data in work(course, tmp_path / str(number)).items():
            files[FLAT.format(who="María José", number=number, name=name)] = data
    bundle = people.bundle(tmp_path / "made", course, MODULE, 9, GOOD)
    files[FLAT.format(who="Ana", number=9, name=bundle.name)] = bundle.read_bytes()
    (inbox / "Exercise 1.zip").write_bytes(people.zipped(files))
    rows = grade(run, Order([inbox]))
    assert {row.number: (row.status, row.score) for row in rows} == dict.fromkeys(
        ("7", "8", "9"), ("graded", 4)
    )
    assert {row.seat for row in rows} == {"7", "8", people.seat(9)}
    assert "María" not in str(rows)


def test_the_same_download_unpacked_and_one_file_of_it_by_itself(
    course: Path, inbox: Path, tmp_path: Path
) -> None:
    for number in (7, 8):
        for name, data in work(course, tmp_path / str(number)).items():
            (inbox / FLAT.format(who="Ana", number=number, name=name)).write_bytes(data)
    assert [one.seat for one in found(inbox) if isinstance(one, Loose)] == ["7", "8"]
    bundle = people.bundle(tmp_path / "made", course, MODULE, 9, GOOD)
    one = bundle.rename(tmp_path / FLAT.format(who="Ana", number=9, name=bundle.name))
    (only,) = found(one)
    assert isinstance(only, Bundle)
    assert only.number == "9"


def test_who_sent_only_other_files_has_a_row(course: Path, inbox: Path) -> None:
    for number, name in ((7, "work.rar"), (8, "Anna.Maria"), (9, "")):
        folder = inbox / f"Ana_{number}_assignsubmission_file"
        if name:
            folder.mkdir()
            (folder / name).write_bytes(b"x")
        else:
            people.exercise(folder, course, MODULE, GOOD)
    text = inbox / "Ana_9_assignsubmission_onlinetext"  # of somebody whose work is there
    text.mkdir()
    (text / "onlinetext.html").write_text("see file")
    rows = {one.number: one for one in found(inbox)}
    assert rows["7"].note.code == rows["8"].note.code == "no-work"
    assert ".rar" in rows["7"].note.text
    assert "maria" not in rows["8"].note.text.lower()
    assert isinstance(rows["9"], Loose)
    assert len(found(inbox)) == 3


def test_a_folder_of_other_files_beside_those_with_work(course: Path, inbox: Path) -> None:
    people.exercise(inbox / "s1" / MODULE, course, MODULE, GOOD)
    for name in ("s2", "data of the course"):
        (inbox / name).mkdir()
        (inbox / name / "photo.jpg").write_bytes(b"x")
    (inbox / "s3.7z").write_bytes(b"x")
    (inbox / "README.txt").write_text("of the trainer")
    assert sorted(refusals(inbox)) == sorted(
        f"inbox/{name}" for name in ("s2", CODES.person("data of the course"), "s3.7z")
    )


def test_what_lies_beside_somebodys_own_work_is_no_row(course: Path, inbox: Path) -> None:
    folder = people.exercise(inbox / "s1", course, MODULE, GOOD)
    (folder / "pictures").mkdir()
    (folder / "pictures" / "photo.jpg").write_bytes(b"x")
    assert refusals(inbox) == refusals(folder) == {}


@pytest.mark.parametrize("name", ["handin.zip.txt", "handin.ZIP", "work.zip (1)", "{stem}"])
def test_a_zip_whose_ending_was_changed_is_still_one(
    course: Path, inbox: Path, tmp_path: Path, name: str
) -> None:
    path = people.bundle(tmp_path / "made", course, MODULE, 1, GOOD)
    path.rename(inbox / name.format(stem=path.stem))
    (one,) = found(inbox)
    assert isinstance(one, Bundle)


def test_an_exchange_zipped_by_itself(course: Path, inbox: Path, tmp_path: Path) -> None:
    name = f"ana+{MODULE}+2026-11-21 12:00:00.123456 UTC+Zm9v"
    files = {f"{name}/{file}": data for file, data in work(course, tmp_path / "w").items()}
    (inbox / "inbound.zip").write_bytes(people.zipped(files))
    (one,) = found(inbox)
    assert isinstance(one, Loose)
    assert (one.seat, one.module) == (CODES.person("ana"), MODULE)


@pytest.mark.parametrize("name", ["C:\\work\\answers.json", "c:answers.json", "/answers.json"])
def test_a_path_of_a_drive_is_refused(inbox: Path, name: str) -> None:
    (inbox / "s1.zip").write_bytes(people.zipped({name: b"{}"}))
    assert set(refusals(inbox).values()) == {"path"}


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_zip_packed_in_an_unusual_way_stops_nobody(
    run: Run, course: Path, inbox: Path, tmp_path: Path, method: int
) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("answers.json", work(course, tmp_path / "w")["answers.json"])
    data = bytearray(target.getvalue())
    data[60:120] = bytes(sign ^ 0x5A for sign in data[60:120])
    (inbox / "s1.zip").write_bytes(bytes(data))
    people.exercise(inbox / "s2" / MODULE, course, MODULE, GOOD)
    rows = grade(run, Order([inbox]))
    assert sorted(row.status for row in rows) == ["graded", "refused"]


def test_a_time_that_is_no_date_stops_nobody(
    course: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.exercise(inbox / "s1", course, MODULE, GOOD)
    before = os.stat_result

    class Far:
        """A status as some file systems give it: the year 36812."""

        def __init__(self, status: before) -> None:
            self._status = status

        def __getattr__(self, name: str) -> object:
            return 2.0**40 if name == "st_mtime" else getattr(self._status, name)

    real = Path.lstat
    monkeypatch.setattr(Path, "lstat", lambda path: Far(real(path)))
    (one,) = found(inbox)
    assert isinstance(one, Loose)
    assert one.made.year == 1980


def test_a_folder_that_may_not_be_opened_has_a_row(
    course: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.exercise(inbox / "s1" / MODULE, course, MODULE, GOOD)
    (inbox / "s2").mkdir()
    real = os.scandir

    def closed(path: object) -> object:
        if str(path).endswith("s2"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert list(refusals(inbox).values()) == ["unopened"]


def test_a_single_notebook_is_asked_for_in_its_folder(course: Path, inbox: Path) -> None:
    folder = people.exercise(inbox / "s1", course, MODULE, GOOD)
    assert set(refusals(folder / f"{MODULE}.ipynb").values()) == {"single-file"}


def test_a_problem_nobody_thought_of_is_one_row(
    run: Run, course: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coursekit.grading import archive

    real = archive.Folder.read

    def read(tree: archive.Folder, name: str, limit: int) -> bytes:
        if name.startswith("s2"):
            raise ArithmeticError
        return real(tree, name, limit)

    monkeypatch.setattr(archive.Folder, "read", read)
    for who in ("s1", "s2", "s3"):
        people.exercise(inbox / who / MODULE, course, MODULE, GOOD)
    rows = {row.source.split("/")[1]: row for row in grade(run, Order([inbox]))}
    assert [rows[who].status for who in ("s1", "s2", "s3")] == ["graded", "refused", "graded"]
    assert rows["s2"].notes[0].code == "crashed"


def test_a_page_of_feedback_that_fails_costs_nobody_anything(
    run: Run, course: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coursekit.grading import feedback

    real = feedback.page

    def page(module: object, submission: object, *more: object) -> str:
        if submission.seat == "s2":
            raise ArithmeticError
        return real(module, submission, *more)

    monkeypatch.setattr(feedback, "page", page)
    for who in ("s1", "s2", "s3"):
        people.exercise(inbox / who / MODULE, course, MODULE, GOOD)
    rows = {row.seat: row for row in grade(run, Order([inbox]))}
    assert {row.score for row in rows.values()} == {4}
    assert [note.code for note in rows["s2"].notes] == ["page-failed"]
    assert len(list(run.place("feedback").rglob("*.html"))) == 2
    assert len(run.place("reports", "grades.csv").read_text().splitlines()) == 4
    monkeypatch.undo()
    grade(run, Order())
    assert len(list(run.place("feedback").rglob("*.html"))) == 3


def test_a_text_behind_thousands_of_scratch_cells_is_found(
    run: Run, course: Path, inbox: Path
) -> None:
    folder = people.exercise(inbox / "s1" / MODULE, course, MODULE, GOOD)
    path = folder / f"{MODULE}.ipynb"
    people.fill(path, "q3", "Typed in the cell only.")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    scratch = {"cell_type": "code", "metadata": {}, "source": "1", "outputs": []}
    notebook["cells"][:0] = [{**scratch, "id": f"x{n}"} for n in range(3_000)]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    (row,) = grade(run, Order([inbox]))
    codes = {note.code for note in row.notes}
    assert "foreign-notebook" not in codes
    assert "text-from-cell" in codes


def test_a_newer_file_without_answers_takes_nothing_away(
    run: Run, course: Path, inbox: Path
) -> None:
    def handed_in(day: str, answers: dict[str, object], language: str) -> dict[str, str]:
        folder = people.exercise(inbox / day / "s1" / MODULE, course, MODULE, answers, language, 5)
        (folder / "timestamp.txt").write_text(f"2026-01-{day} 12:00:00 UTC\n")
        rows = grade(run, Order([inbox / day]))
        return {row.status: row.notes[-1].code if row.notes else "" for row in rows}

    assert handed_in("10", GOOD, "en") == {"graded": ""}
    assert handed_in("12", {}, "fr") == {"replaced": "empty-version"}
    assert handed_in("14", {"q1": "a"}, "fr") == {"graded": "fewer-answers"}
    assert handed_in("16", GOOD, "en") == {"graded": ""}


def test_a_clock_that_is_ahead_is_told_of_and_costs_no_more_each_time(
    run: Run, course: Path, inbox: Path
) -> None:
    folder = people.exercise(inbox / "s1" / MODULE, course, MODULE, GOOD)
    (folder / "timestamp.txt").write_text("2100-01-01 00:00:00 UTC\n")
    (row,) = grade(run, Order([inbox]))
    assert row.notes[0].code == "clock-ahead"
    assert "2100-01-01" in row.notes[0].text
    first = (run.place("submitted") / "s1" / MODULE / "timestamp.txt").read_text()
    grade(run, Order([inbox], redo=True))
    assert (run.place("submitted") / "s1" / MODULE / "timestamp.txt").read_text() == first
