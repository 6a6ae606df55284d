"""The trainer's commands, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from borderlab.i18n import language, set_language
from coursekit.__main__ import main
from coursekit.grading.run import Run
from coursekit.grading.telling import progress
from grading import people
from grading.tiny_course import MODULE

GOOD = {"q1": "b", "q2": 10, "q3": "Few of many.", "q4": 7, "q5": "ab"}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch):
    before = language()
    monkeypatch.setenv("BORDERLAB_LANGUAGE", "en")
    monkeypatch.setenv("LANG", "C")
    yield
    set_language(before)


def test_due_dates_and_the_price_of_lateness_are_set_and_told(
    run: Run, course: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    due = f"{MODULE}=2026-11-21T09:00+02:00"
    assert main(["run", "set", str(run.folder), "--due", due, "--late", "10"]) == 0
    said = capsys.readouterr().out
    assert "21" in said
    assert "7:00" in said
    assert "10 percent" in said
    assert main(["grade", str(run.folder), str(inbox)]) == 0
    row = run.place("reports", "grades.csv").read_text().splitlines()[1].split(",")
    assert row[3] == "6"  # 7 of 10, five hours late
    assert main(["run", "set", str(run.folder), "--due", f"{MODULE}=none"]) == 0
    assert "no due date" in capsys.readouterr().out
    assert main(["grade", str(run.folder)]) == 0
    row = run.place("reports", "grades.csv").read_text().splitlines()[1].split(",")
    assert row[3] == "7"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--due", f"{MODULE}=soon"], "“soon” is no date"),
        (["--due", "m99=2027-01-01"], "“m99” is not part of this run"),
        (["--late", "101"], "0 to 100 percent"),
        (["--late", "nan"], "0 to 100 percent"),
        (["--late", "ten"], "0 to 100 percent a day, not ten"),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    run: Run, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "set", str(run.folder), *arguments]) != 0
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("written", ["2.5", "2,5", "2.5%", "2,5 %"])
def test_the_price_of_lateness_is_read_as_people_write_it(
    run: Run, written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "set", str(run.folder), "--late", written]) == 0
    assert "2.5 percent" in capsys.readouterr().out


def test_the_row_says_whether_it_is_late_by_the_due_date_of_now(
    run: Run, course: Path, inbox: Path
) -> None:
    def codes() -> str:
        assert main(["grade", str(run.folder), str(inbox)]) == 0
        return run.place("reports", "rows.csv").read_text("utf-8-sig").splitlines()[1]

    people.bundle(inbox, course, MODULE, 1, GOOD)
    assert "late" not in codes()
    main(["run", "set", str(run.folder), "--late", "10", "--due", f"{MODULE}=2026-11-21T09:00Z"])
    assert "late late-penalty" in codes()
    set_language("fr")
    main(["run", "set", str(run.folder), "--due", f"{MODULE}=none"])
    assert "late" not in codes()


def test_the_folder_of_the_run_is_not_taken_for_what_was_handed_in(
    run: Run, course: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its copies would put marked texts back on the marking desk."""
    people.bundle(inbox, course, MODULE, 1, GOOD)
    assert main(["grade", str(run.folder), str(inbox)]) == 0
    before = run.place("reports", "grades.csv").read_text()
    for wrong in (run.folder, run.place("submitted"), run.place("submitted", people.seat(1))):
        assert main(["grade", str(run.folder), str(wrong)]) == 1
        assert "belongs to the run “r1” itself" in capsys.readouterr().err
    assert main(["grade", str(run.folder), str(inbox.parent)]) == 0
    lines = run.place("reports", "rows.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[5] for line in lines[1:]] == ["refused", "graded"]
    assert "The folder of a run" in lines[1]
    assert run.place("reports", "grades.csv").read_text() == before


def test_without_any_run_it_is_said_where_one_was_looked_for(
    tmp_path: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", "lima", str(inbox), "--runs", str(tmp_path / "none")]) == 1
    said = capsys.readouterr().err
    assert f"There is no run in {tmp_path / 'none'}" in said
    assert "…" not in said


def test_damaged_settings_say_how_to_write_them_anew(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    (run.folder / "settings.toml").write_text("late_percent = [")
    assert main(["grade", str(run.folder)]) != 0
    assert "coursekit run set r1 --late 0" in capsys.readouterr().err


def test_names_are_told_on_the_terminal_only(
    run: Run, course: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people.exercise(inbox / "María Œuvre" / MODULE, course, MODULE, GOOD)
    people.exercise(inbox / "s2" / MODULE, course, MODULE, GOOD)
    assert main(["grade", str(run.folder), str(inbox)]) == 0
    assert "María" not in capsys.readouterr().out
    assert main(["run", "people", str(run.folder), str(inbox)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    code, name = line.split("  ")
    assert name == "María Œuvre"
    assert run.place("feedback", code).is_dir()
    files = [path for path in run.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if "María".encode() in path.read_bytes()]


def test_renewing_a_run_that_has_todays_course_changes_nothing(
    run: Run, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "renew", str(run.folder), "--course", str(course)]) == 0
    assert "today's course already" in capsys.readouterr().out


def test_the_bar_shows_how_far_it_is_and_names_nobody() -> None:
    assert progress(0, 4) == "[" + "." * 30 + "] Graded 0 of 4"
    assert progress(2, 4, 10) == f"[{'#' * 15}{'.' * 15}] Graded 2 of 4, about 10 s left"
    assert progress(4, 4, 20) == f"[{'#' * 30}] Graded 4 of 4"


def test_rows_are_one_for_each_hand_in(run: Run, course: Path, inbox: Path) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    (inbox / "s2.zip").write_bytes(b"no zip")
    assert main(["grade", str(run.folder), str(inbox)]) == 0
    lines = run.place("reports", "rows.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[5] for line in lines[1:]] == ["refused", "graded"]
    assert json.dumps(lines).isascii()
