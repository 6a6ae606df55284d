from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from coursekit.errors import KitError
from coursekit.grading.headings import headings
from coursekit.grading.run import new_run, open_run
from grading import tiny_course
from grading.tiny_course import MODULE


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_course.build(tmp_path_factory.mktemp("course"))


def test_a_run_pins_the_course_and_is_closed_to_others(course: Path, tmp_path: Path) -> None:
    run = new_run("lima-2027", course=course, runs=tmp_path)
    assert (run.assignments, run.languages) == ((MODULE,), ("en", "fr", "es"))
    assert stat.S_IMODE(run.folder.stat().st_mode) == 0o700
    assert open_run("lima-2027", tmp_path) == run
    for name in (
        f"source/{MODULE}/{MODULE}.ipynb",
        f"release/fr/{MODULE}/{MODULE}.ipynb",
        f"keys/es/{MODULE}.key.json",
        "nbgrader_config.py",
    ):
        assert (run.folder / name).is_file()
    with pytest.raises(KitError, match="already a run"):
        new_run("lima-2027", course=course, runs=tmp_path)


@pytest.mark.parametrize(
    ("name", "modules", "languages", "message"),
    [
        ("a b", None, None, "cannot be the name"),
        ("../x", None, None, "cannot be the name"),
        ("r", ["m99_none"], None, "No solution for m99_none"),
        ("r", None, ["xx"], "no language xx"),
    ],
)
def test_a_wrong_wish_is_one_sentence_and_leaves_nothing_behind(
    course: Path,
    tmp_path: Path,
    name: str,
    modules: list[str] | None,
    languages: list[str] | None,
    message: str,
) -> None:
    with pytest.raises(KitError, match=message):
        new_run(name, modules, languages, course=course, runs=tmp_path / "runs")
    assert not list(tmp_path.glob("runs/*"))


def test_a_missing_edition_is_named(tmp_path: Path) -> None:
    course = tiny_course.build(tmp_path / "course")
    (course / "solutions" / "fr" / f"{MODULE}.key.json").unlink()
    with pytest.raises(KitError, match=r"mtest.key.json is missing. Run: coursekit build"):
        new_run("r", course=course, runs=tmp_path / "runs")
    assert not list((tmp_path / "runs").iterdir())


def test_an_answer_cell_that_differs_between_editions_is_refused(tmp_path: Path) -> None:
    course = tiny_course.build(tmp_path / "course")
    path = course / "exercises" / "fr" / MODULE / f"{MODULE}.ipynb"
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["id"] == "text-q3":
            cell["source"] = "VOTRE RÉPONSE"
    path.write_text(json.dumps(notebook))
    with pytest.raises(KitError, match="are not those of the solution"):
        new_run("r", course=course, runs=tmp_path / "runs")


def test_an_unknown_run_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="coursekit run new nowhere"):
        open_run("nowhere", tmp_path)


def test_headings_are_found_by_their_anchor(course: Path) -> None:
    lesson = course / "modules" / "fr" / MODULE / "lesson.ipynb"
    assert headings(lesson) == {"rates": "Rates fr"}
    assert headings(course / "none.ipynb") == {}
