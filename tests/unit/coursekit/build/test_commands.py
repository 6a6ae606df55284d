"""The commands: what they print and return, and that starting them is light."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from coursekit.__main__ import main
from golden.tiny import LESSON, TinyCourse

if TYPE_CHECKING:
    import pytest

HEAVY = ("jupytext", "nbformat", "nbgrader", "nbconvert", "babel", "markdown_it", "sqlalchemy")


def run(*words: str) -> int:
    return main(list(words))


def test_check_tells_which_file_differs_and_the_command_to_run(
    course: TinyCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["--root", str(course.root), "--lang", "en"]
    assert run("build", *root) == 0
    assert capsys.readouterr().out == "3 files, 3 written, 0 removed.\n"
    assert run("build", "--check", *root) == 0
    assert capsys.readouterr().out == "3 files are up to date.\n"
    course.write(lesson=LESSON + "\n# %%\nkit.home()\n")
    assert run("build", "--check", *root) == 1
    assert capsys.readouterr().out == (
        "differs: modules/en/m01_x/lesson.ipynb\n"
        "These files are made by the build. Run `coursekit build` and commit the result.\n"
    )


def test_a_faulty_source_is_a_sentence_and_status_1(
    course: TinyCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    course.write(lesson="# %%\nkit.hoem()\n")
    assert run("build", "--root", str(course.root), "--lang", "en") == 1
    told = capsys.readouterr().err
    assert told.startswith("coursekit: 1 problem, nothing was written.\n")
    assert "Traceback" not in told


def test_translations_are_updated_and_counted(
    course: TinyCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["--root", str(course.root)]
    assert run("i18n", "update", *root) == 0
    assert "2 PO files changed." in capsys.readouterr().out
    assert run("i18n", "status", *root) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[1] == ["m01_x", "fr", "0", "0", "5"]


def test_a_new_module_says_what_comes_next(
    course: TinyCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "module", "m02_y", "Title", "--root", str(course.root)) == 0
    assert "coursekit build --lang en --only m02_y" in capsys.readouterr().out


def test_a_folder_without_a_course_is_told(
    course: TinyCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", "--root", str(course.folder)) == 1
    assert "there is no modules/source in" in capsys.readouterr().err


def test_the_commands_load_nothing_heavy_before_they_run() -> None:
    code = (
        "import sys\n"
        "from coursekit.commands import build, i18n, new\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert found.stdout.strip() == "[]"
