"""What the computer refuses is one sentence: no traceback, and nothing half done."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from borderlab.i18n import language, set_language
from coursekit.__main__ import main
from coursekit.grading import files, gradebook
from coursekit.grading.desk import Order, grade
from coursekit.grading.run import Run
from grading import people
from grading.tiny_course import MODULE

GOOD = {"q1": "b", "q2": 10, "q3": "Few of many."}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch):
    before = language()
    monkeypatch.setenv("BORDERLAB_LANGUAGE", "en")
    yield
    set_language(before)


def says(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command that fails; its one sentence."""
    assert main(words) == 1
    said = capsys.readouterr().err
    assert said.startswith("coursekit: ")
    assert said.count("\n") == 1, said
    return said


def test_a_gradebook_that_formgrader_holds(
    run: Run, course: Path, inbox: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gradebook, "_WAIT", 0.2)
    people.bundle(inbox, course, MODULE, 1, GOOD)
    with sqlite3.connect(run.folder / "gradebook.db", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "Formgrader" in says(capsys, "grade", str(run.folder), str(inbox))
        assert "Formgrader" in says(capsys, "results", str(run.folder), "feedback")
        other.execute("ROLLBACK")
    assert main(["grade", str(run.folder), str(inbox)]) == 0
    assert "1  graded" in capsys.readouterr().out


def test_a_gradebook_taken_in_the_middle_of_grading(
    run: Run, course: Path, inbox: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gradebook, "_WAIT", 0.2)
    people.bundle(inbox, course, MODULE, 1, GOOD)
    real, other = gradebook.Book.record, sqlite3.connect(run.folder / "gradebook.db")

    def taken(*arguments: object) -> None:
        other.execute("BEGIN IMMEDIATE")
        real(*arguments)

    monkeypatch.setattr(gradebook.Book, "record", taken)
    assert "Formgrader" in says(capsys, "grade", str(run.folder), str(inbox))
    other.close()
    monkeypatch.undo()
    (row,) = grade(run, Order([inbox]))
    assert (row.status, row.score) == ("graded", 4)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "rights"), (errno.EIO, "cannot be written")],
)
def test_a_disk_that_takes_nothing_more(
    run: Run, course: Path, inbox: Path, capsys, monkeypatch, number: int, sentence: str
) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)

    def refused(path: Path, _data: bytes) -> None:
        raise OSError(number, os.strerror(number), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refused)
        assert sentence in says(capsys, "grade", str(run.folder), str(inbox))
    (row,) = grade(run, Order([inbox]))
    assert (row.status, row.score) == ("graded", 4)


def test_half_a_file_is_taken_away_when_the_disk_is_full(tmp_path: Path, monkeypatch) -> None:
    def half(path: Path, _data: bytes) -> None:
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="space"):
        files.write(tmp_path / "a", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_cannot_be_written(run: Run, inbox: Path, capsys, monkeypatch) -> None:
    real = sqlite3.connect

    def closed(path: object, *arguments: object, **more: object) -> sqlite3.Connection:
        if str(path).endswith(".lock"):
            raise sqlite3.OperationalError("unable to open database file")
        return real(path, *arguments, **more)

    monkeypatch.setattr(sqlite3, "connect", closed)
    said = says(capsys, "grade", str(run.folder), str(inbox))
    assert "Nothing can be written" in said
    assert "another window" not in said


def test_a_damaged_gradebook(run: Run, inbox: Path, capsys) -> None:
    (run.folder / "gradebook.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert "gradebook" in says(capsys, "grade", str(run.folder), str(inbox))


def test_a_damaged_run_is_not_said_to_be_missing(run: Run, inbox: Path, capsys) -> None:
    (run.folder / "run.toml").write_text("kit = ")
    said = says(capsys, "grade", str(run.folder), str(inbox))
    assert "run.toml cannot be read" in said
    assert "run new" not in said


def test_a_mistyped_run_or_path_is_named_before_anything_is_done(
    run: Run, inbox: Path, capsys
) -> None:
    runs = str(run.folder.parent)
    said = says(capsys, "grade", "r2", str(inbox), "--runs", runs)
    assert "There is: r1" in said
    for name in ("", "..", "a b"):
        said = says(capsys, "grade", name, str(inbox), "--runs", runs)
        assert "is no run" in said
        assert "run new" not in said
    for verb in (["grade"], ["run", "people"]):
        assert "no file or folder" in says(capsys, *verb, str(run.folder), str(inbox / "typo"))
    assert "no file" in says(capsys, "results", str(run.folder), "report", str(inbox / "typo"))
    assert not run.place("reports", "rows.csv").exists()


@pytest.mark.parametrize("when", ["0001-01-01", "9999-12-31T23:00-12:00"])
def test_a_date_at_the_end_of_time(run: Run, capsys, when: str) -> None:
    assert "is no date" in says(capsys, "run", "set", str(run.folder), "--due", f"{MODULE}={when}")


def test_nobody_of_that_name(run: Run, course: Path, inbox: Path, capsys) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    assert main(["grade", str(run.folder), str(inbox), "--only", "4711"]) == 0
    assert "Nothing of “4711” was found" in capsys.readouterr().out


def test_a_folder_in_the_place_of_a_file(run: Run, course: Path, inbox: Path, capsys) -> None:
    people.bundle(inbox, course, MODULE, 1, GOOD)
    main(["grade", str(run.folder), str(inbox)])
    capsys.readouterr()
    said = says(capsys, "results", str(run.folder), "grades", "--out", str(inbox))
    assert str(inbox) in said


# The command as a trainer gives it; it stays in the middle until it is stopped.
HALFWAY = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
from coursekit.__main__ import main
from coursekit.grading import desk
whole, done = desk._Desk.one, []
def one(self, submission, *rest):
    whole(self, submission, *rest)
    done.append(submission)
    if len(done) == 3:
        print("three are done", flush=True)
        time.sleep(60)
desk._Desk.one = one
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_stopping_by_hand_is_a_sentence_and_loses_nothing(
    run: Run, course: Path, inbox: Path
) -> None:
    for number in range(12):
        people.bundle(inbox, course, MODULE, number, GOOD)
    command = [sys.executable, "-c", HALFWAY, "grade", str(run.folder), str(inbox)]
    tools = str(Path(files.__file__).resolve().parents[2])
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": tools},
    ) as process:
        assert process.stdout is not None
        assert "three are done" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _out, error = process.communicate(timeout=60)
    assert process.returncode != 0
    assert error.strip().splitlines()[-1].startswith("coursekit: Stopped.")
    assert "Traceback" not in error
    assert len(grade(run, Order([inbox]))) == 12
