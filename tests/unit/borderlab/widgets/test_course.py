"""What a notebook's cells call never raises because of a participant."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import borderlab as kit
from borderlab.widgets.display import StaticView
from unit.borderlab.widgets.conftest import QUESTIONS, send, write_questions

File = Callable[[], dict[str, Any]]


def test_the_first_cell_shows_title_and_progress(opened: Any) -> None:
    assert opened.strings["title"] == "Welcome"
    assert opened.progress == {"done": 0, "total": 8, "text": "0 of 8 answered"}
    assert opened.notices == []
    send(kit.ask("q1"), "b")
    assert opened.progress["text"] == "1 of 8 answered"


def test_a_damaged_file_of_answers_is_told_and_kept_aside(folder: Path) -> None:
    (folder / "answers.json").write_text("{nonsense", encoding="utf-8")
    bar = kit.open_notebook("m00_welcome", "lesson", language="en")
    assert len(bar.notices) == 1
    assert list(folder.glob("answers.kept-aside-*.json"))
    assert 'role="alert"' in bar.static_html()


def test_missing_questions_are_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = kit.open_notebook("m99_nowhere", "lesson", language="fr")
    assert "m99_nowhere" in shown.text
    assert "introuvables" in shown.text or "trouv" in shown.text
    assert "première cellule" in kit.ask("q1").text


def test_a_page_without_questions_shows_nothing(folder: Path) -> None:
    assert kit.open_notebook("home", "home", language="es") is None
    assert folder.is_dir()


@pytest.mark.usefixtures("folder")
def test_asking_before_the_first_cell_finds_the_questions_in_the_folder() -> None:
    assert kit.ask("q1").spec["kind"] == "choice"
    assert kit.saved("q1") is None


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("call", [kit.ask, kit.status, lambda qid: kit.answer(qid, 3)])
def test_an_unknown_question_is_a_sentence_that_names_the_known_ones(
    call: Callable[[str], StaticView],
) -> None:
    shown = call("zz<b>")
    assert "q1, q2, n1" in shown.text
    assert "<b>" not in shown.html


@pytest.mark.usefixtures("opened")
def test_an_answer_in_code_is_saved_and_shown_by_every_view(file: File) -> None:
    widget = kit.ask("k1")
    assert "124,750" in kit.answer("k1", 124750.0).text
    assert file()["k1"]["value"] == 124750
    assert widget.shown == "124,750"
    assert kit.saved("k1") == 124750


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("value", "part"),
    [
        (..., "three dots"),
        (None, "No answer yet"),
        ("many", "is not a number"),
        (float("nan"), "Not saved."),
        (object(), "cannot be saved"),
        ([1] * 30_000, "Not saved."),
    ],
)
def test_an_answer_in_code_never_raises(value: Any, part: str) -> None:
    assert part in kit.answer("k1", value).text


@pytest.mark.usefixtures("opened")
def test_a_status_line_follows_later_answers() -> None:
    line = kit.status("q1")
    assert line.line["done"] is False
    send(kit.ask("q1"), "b")
    assert line.line["done"] is True
    assert line.line["text"].startswith("Answered")


@pytest.mark.usefixtures("opened")
def test_marks_are_plain_floats_within_bounds() -> None:
    send(kit.ask("q1"), "b")
    found = kit.mark("q1", {"kind": "choice", "correct": ["b"]}, points=2)
    assert type(found) is float
    assert found == 2.0
    assert kit.mark("q2", {"kind": "choices", "correct": ["a"]}, points=2) == 0.0


@pytest.mark.usefixtures("opened")
def test_changing_a_saved_value_in_code_changes_nothing() -> None:
    send(kit.ask("q2"), ["a"])
    kit.saved("q2").append("b")
    assert kit.saved("q2") == ["a"]


@pytest.mark.usefixtures("opened")
def test_the_seed_stays_the_same(folder: Path) -> None:
    first = kit.seed()
    kit.open_notebook("m00_welcome", "lesson", language="en")
    assert kit.seed() == first
    assert json.loads((folder / "answers.json").read_text(encoding="utf-8"))["seed"] == first


@pytest.mark.parametrize("variable", ["BORDERLAB_HEADLESS", "NBGRADER_EXECUTION"])
def test_without_a_reader_everything_is_static_and_nothing_is_written(
    variable: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "1")
    write_questions(folder, part="exercise")
    shown = [kit.open_notebook("m00_welcome", "exercise", language="en")]
    shown += [kit.ask(question["id"]) for question in QUESTIONS]
    shown += [kit.answer("k1", 7), kit.status("k1")]
    assert all(isinstance(view, StaticView) for view in shown)
    assert kit.mark("k1", {"kind": "code", "match": "number", "answer": 7}, points=1) == 1.0
    assert sorted(path.name for path in folder.iterdir()) == ["questions.json"]


def test_the_first_widget_needs_no_heavy_library(folder: Path) -> None:
    code = (
        "import sys, borderlab as kit\n"
        "kit.open_notebook('m00_welcome', 'lesson', language='en')\n"
        "widget = kit.ask('q1')\n"
        "widget._handle_custom_msg({'type': 'answer', 'value': 'b'}, [])\n"
        "assert widget.status['state'] == 'saved', widget.status\n"
        "print([n for n in ('numpy', 'pandas', 'matplotlib') if n in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
