"""One build: the same bytes every time, only what changed is written, nothing of others deleted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coursekit.build.run import build
from coursekit.errors import KitError
from golden.tiny import CHOICE, LESSON, TinyCourse

GOLDEN = Path(__file__).parents[3] / "golden"


def test_two_builds_in_two_processes_give_identical_bytes(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        root = tmp_path / seed
        shutil.copytree(GOLDEN / "translated" / "source", root)
        env = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "coursekit", "build", "--root", str(root)]
        command += ["--lang", "en", "fr", "es"]
        subprocess.run(command, check=True, env=env, capture_output=True)
        found = (path for path in root.glob("**/*") if path.is_file())
        made.append({path.relative_to(root): path.read_bytes() for path in found})
    assert made[0] == made[1]
    assert len(made[0]) > 20


def test_a_second_build_writes_nothing(course: TinyCourse) -> None:
    course.build()
    notebook = course.root / "modules" / "en" / "m01_x" / "lesson.ipynb"
    before = notebook.stat().st_mtime_ns
    assert not course.build().difference
    assert notebook.stat().st_mtime_ns == before


def test_check_writes_nothing_and_names_what_differs(course: TinyCourse) -> None:
    course.build()
    course.write(lesson=LESSON + "\n# %%\nkit.home()\n")
    before = course.files()
    found = course.build(check=True).difference
    assert [str(path) for path in found.changed] == ["modules/en/m01_x/lesson.ipynb"]
    assert course.files() == before


def test_check_sees_a_single_changed_byte_and_a_missing_file(course: TinyCourse) -> None:
    course.build()
    notebook = course.root / "modules" / "en" / "m01_x" / "lesson.ipynb"
    notebook.write_bytes(notebook.read_bytes() + b"\n")
    (course.root / "modules" / "en" / "course.json").unlink()
    found = course.build(check=True).difference
    assert [str(path) for path in found.changed] == ["modules/en/m01_x/lesson.ipynb"]
    assert [str(path) for path in found.missing] == ["modules/en/course.json"]


def test_files_of_a_renamed_module_are_removed(course: TinyCourse) -> None:
    exercise = CHOICE + '# %% check="q1" points=1\n'
    course.write(exercise=exercise)
    course.build()
    course.folder.rename(course.folder.with_name("m02_y"))
    module = course.folder.with_name("m02_y") / "module.toml"
    module.write_text(module.read_text().replace("m01_x", "m02_y"))
    found = course.build(check=True).difference
    assert "exercises/en/m01_x/m01_x.ipynb" in map(str, found.orphaned)
    assert "solutions/en/m01_x.key.json" in map(str, found.orphaned)
    course.build()
    assert not [name for name in course.files() if "m01_x" in name]
    assert not (course.root / "exercises" / "en" / "m01_x").exists()


def test_files_that_the_build_did_not_make_are_left_alone(course: TinyCourse) -> None:
    course.build()
    answers = course.root / "modules" / "en" / "m01_x" / "answers.json"
    own = answers.with_name("mine.ipynb")
    answers.write_text("{}")
    own.write_text('{"cells": [], "metadata": {}}')
    found = course.build().difference
    assert sorted(path.name for path in found.foreign) == ["answers.json", "mine.ipynb"]
    assert answers.exists()
    assert own.exists()
    assert not found


def test_only_and_lang_leave_everything_else_alone(course: TinyCourse) -> None:
    course.build()
    stale = course.root / "modules" / "fr" / "m09_old" / "questions.json"
    stale.parent.mkdir(parents=True)
    stale.write_text("{}")
    course.build("en", only_modules=["m01_x"])
    assert stale.exists()
    found = course.build("en", check=True).difference
    assert not found.orphaned


@pytest.mark.parametrize("wanted", [{"only_languages": ["xx"]}, {"only_modules": ["m99_none"]}])
def test_an_unknown_language_or_module_is_told(
    wanted: dict[str, list[str]], course: TinyCourse
) -> None:

    with pytest.raises(KitError, match="there is no"):
        build(course.root, **wanted)


def test_a_faulty_build_writes_nothing_at_all(course: TinyCourse) -> None:
    course.write(lesson=LESSON + "# %%\nkit.hoem()\n")
    before = course.files()
    assert course.problems()
    assert course.files() == before


def test_cell_ids_follow_the_cell_and_not_its_place(course: TinyCourse) -> None:
    def ids() -> dict[str, str]:
        notebook = course.json("modules/en/m01_x/lesson.ipynb")
        return {"".join(cell["source"]): cell["id"] for cell in notebook["cells"]}

    course.write(lesson=LESSON + CHOICE)
    course.build()
    before = ids()
    course.write(lesson="# %% [markdown]\n# New on top.\n\n" + LESSON + CHOICE)
    course.build()
    after = ids()
    assert {text: after[text] for text in before} == before
    assert len(set(after.values())) == len(after) == len(before) + 1


def test_equal_cells_have_different_ids(course: TinyCourse) -> None:
    course.write(lesson=LESSON + "\n# %%\nkit.home()\n\n# %%\nkit.home()\n")
    course.build()
    ids = [cell["id"] for cell in course.json("modules/en/m01_x/lesson.ipynb")["cells"]]
    assert len(ids) == len(set(ids)) == 4
