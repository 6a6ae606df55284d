"""What all editions of a module share, and what the participants' one must not hold."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coursekit.build.release import nbgrader_config
from coursekit.build.run import build
from golden.tiny import TinyCourse

GOLDEN = Path(__file__).parents[3] / "golden"
LANGUAGES = ("en", "fr", "es")


def notebook(case: str, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLDEN / case / "expected" / path).read_text("utf-8"))
    return found


def editions(path: str) -> list[dict[str, Any]]:
    return [notebook("translated", path.format(language=language)) for language in LANGUAGES]


@pytest.mark.parametrize(
    "path",
    [
        "modules/{language}/home.ipynb",
        "modules/{language}/m01_tide/lesson.ipynb",
        "solutions/{language}/m01_tide/m01_tide.ipynb",
        "exercises/{language}/m01_tide/m01_tide.ipynb",
    ],
)
def test_code_cells_are_equal_in_all_editions_but_for_the_setup_cell(path: str) -> None:
    for english, *others in zip(*(edition["cells"] for edition in editions(path)), strict=True):
        setup = "kit-setup" in english["metadata"].get("tags", [])
        for other in others:
            assert other["id"] == english["id"]
            assert other["metadata"] == english["metadata"]
            if english["cell_type"] == "code":
                assert (other["source"] == english["source"]) is not setup


def test_prose_is_translated() -> None:
    english, french, spanish = editions("modules/{language}/m01_tide/lesson.ipynb")
    assert [e["cells"][1]["source"][2] for e in (english, french, spanish)] == [
        "# The tide\n",
        "# La marée\n",
        "# La marea\n",
    ]


@pytest.mark.parametrize("tree", ["solutions", "exercises"])
def test_grade_ids_points_and_checksums_are_equal_in_all_languages(tree: str) -> None:
    found = [
        [c["metadata"]["nbgrader"] for c in edition["cells"] if "nbgrader" in c["metadata"]]
        for edition in editions(tree + "/{language}/m01_tide/m01_tide.ipynb")
    ]
    assert [meta["grade_id"] for meta in found[0]] == ["x1", "x2"]
    assert found[0] == found[1] == found[2]
    assert all(("checksum" in meta) is (tree == "exercises") for meta in found[0])


def test_a_release_holds_no_key_no_hidden_test_and_no_solution() -> None:
    folder = GOLDEN / "every_kind" / "expected" / "exercises"
    words = (
        r"correct|HIDDEN|SOLUTION|kit\.mark|misconception|feedback|tolerance|185|starboard"
        r"|explain|read_again|accept|rubric|names the wind"
    )
    files = [path for path in folder.glob("**/*") if path.suffix in {".ipynb", ".json"}]
    assert len(files) == 2
    for path in files:
        text = path.read_text("utf-8")
        words = r"correct|HIDDEN|SOLUTION|kit\.mark|misconception|feedback|tolerance|185|starboard"
        assert not re.search(words + r"|explain|read_again|accept|rubric|names the wind", text), (
            path
        )


def test_a_lesson_question_without_check_carries_no_key() -> None:
    questions = notebook("every_kind", "modules/en/m01_harbour/questions.json")["questions"]
    before = next(question for question in questions if question["id"] == "pre")
    assert before["check"] is False
    assert "key" not in before


def test_items_of_an_order_are_not_listed_in_the_right_order() -> None:
    questions = notebook("every_kind", "exercises/en/m01_harbour/questions.json")["questions"]
    order = next(question for question in questions if question["kind"] == "order")
    assert [item["id"] for item in order["items"]] != ["dinghy", "ferry", "barge"]


def test_the_participants_widgets_can_read_every_questions_file() -> None:
    from borderlab.answers.loading import load_questions

    for case in ("minimal_lesson", "every_kind", "translated"):
        for path in (GOLDEN / case / "expected").glob("**/questions.json"):
            assert len(load_questions(path))


@pytest.mark.parametrize(
    ("value_type", "answer", "solution"),
    [
        ("number", "answer = 4\ntolerance = 0", "4"),
        ("text", 'answer = "Lima"', '"Lima"'),
        ("text", 'accept = ["Lima", "LIM"]', '"Lima"'),
        ("list", 'answer = ["QA", 2]\nordered = false', '["QA", 2]'),
        (
            "table",
            '[answer]\ncolumns = ["a", "b"]\nrows = [["x", 1.5]]',
            '{"columns": ["a", "b"], "rows": [["x", 1.5]]}',
        ),
    ],
)
def test_a_code_answer_without_markers_gets_its_solution_from_the_key(
    value_type: str, answer: str, solution: str, tmp_path: Path
) -> None:
    course = TinyCourse(tmp_path)
    fields = f'kind = "code"\nprompt = "x"\nvalue_type = "{value_type}"\n{answer}'
    toml = "\n".join(f"# {line}" for line in fields.split("\n"))
    cells = '# %% answer="q1"\nkit.answer("q1", ...)\n# %% check="q1" points=1\n'
    course.write(exercise=f'# %% [raw] question="q1"\n{toml}\n{cells}')
    course.build()
    source = course.json("solutions/en/m01_x/m01_x.ipynb")["cells"][2]["source"]
    assert source[2] == f'kit.answer("q1", {solution})\n'
    release = course.json("exercises/en/m01_x/m01_x.ipynb")["cells"][2]["source"]
    assert "".join(release).strip() == 'kit.answer("q1", ...)'


def test_notebooks_have_no_outputs_and_are_valid() -> None:
    import nbformat

    for path in GOLDEN.glob("*/expected/**/*.ipynb"):
        found = nbformat.read(path, as_version=4)
        nbformat.validate(found)
        assert not any(cell.get("outputs") or cell.get("execution_count") for cell in found.cells)
        assert path.read_bytes().endswith(b"}\n")
        assert b"\r" not in path.read_bytes()


@pytest.mark.slow
def test_releases_are_those_of_nbgrader_itself(tmp_path: Path) -> None:
    """The in-process steps give the bytes of ``nbgrader generate_assignment``."""
    shutil.copytree(GOLDEN / "every_kind" / "source", tmp_path, dirs_exist_ok=True)
    build(tmp_path, ["en"])
    ours = tmp_path / "exercises" / "en" / "m01_harbour"
    kept = {path.name: path.read_bytes() for path in ours.rglob("*") if path.is_file()}
    shutil.rmtree(tmp_path / "exercises")
    lines = ["c = get_config()"]
    lines += [f"c.{name}.update({values!r})" for name, values in nbgrader_config().items()]
    lines += ['c.CourseDirectory.source_directory = "solutions/en"']
    lines += ['c.CourseDirectory.release_directory = "exercises/en"']
    (tmp_path / "nbgrader_config.py").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", "m01_harbour"]
    scripts = str(Path(sys.executable).parent)  # nbgrader starts the script of alembic
    env = {**os.environ, "PATH": scripts + os.pathsep + os.environ["PATH"]}
    subprocess.run(command, cwd=tmp_path, env=env, check=True, capture_output=True, timeout=120)
    theirs = {path.name: path.read_bytes() for path in ours.rglob("*") if path.is_file()}
    assert theirs == kept
