"""Questions drawn from the participant's seed: shown, saved, checked, and without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import borderlab as kit
from borderlab import tasks
from unit.borderlab.widgets.conftest import press, send

SHOWN = ["sample_size", "permits", "reused_permits"]


def write(folder: Path, name: str, *, part: str) -> None:
    question: dict[str, Any] = {"id": "q1", "kind": "task", "task": name, "prompt": "Your case."}
    if part == "lesson":
        question["key"] = {"task": name, "settings": {}, "secret": {}}
    head = {"schema": 1, "kit": "0.1.0", "module": "m03", "part": part, "language": "en"}
    content = {**head, "title": "T", "questions": [question]}
    (folder / "questions.json").write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(place: Path, name: str, part: str = "lesson") -> Any:
    write(place, name, part=part)
    kit.open_notebook("m03", part, language="en")
    return kit.ask("q1")


def test_a_right_form_is_saved_and_checked_against_the_own_seed(place: Path) -> None:
    widget = asked(place, "sample_size")
    solution = tasks.find("sample_size").solution({}, {}, kit.seed())
    assert send(widget, {name: str(n) for name, n in solution.items()})["state"] == "saved"
    press(widget, "check")
    assert widget.feedback["state"] == "right"
    assert widget.feedback["explain"]
    saved = json.loads((place / "answers.json").read_text(encoding="utf-8"))
    assert saved["answers"]["q1"]["value"] == pytest.approx(solution)


def test_a_wrong_field_is_refused_by_name_and_the_earlier_answer_stays(place: Path) -> None:
    widget = asked(place, "sample_size")
    first = tasks.find("sample_size").fields({}, kit.seed())[0]  # type: ignore[attr-defined]
    send(widget, {first.id: "12"})
    status = send(widget, {first.id: "a dozen"})
    assert status["state"] == "error"
    assert first.label in status["text"]
    assert "earlier answer is kept" in status["text"]
    assert kit.saved("q1") == {first.id: 12}


@pytest.mark.parametrize("name", tasks.names())
def test_an_exercise_sends_the_browser_nothing_to_check_against(place: Path, name: str) -> None:
    widget = asked(place, name, part="exercise")
    assert widget.spec["formative"] is False
    assert widget.feedback == {}
    press(widget, "check")
    assert widget.feedback == {}


@pytest.mark.parametrize("name", tasks.names())
def test_without_a_browser_the_case_is_told_in_words(
    place: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    shown = asked(place, name)
    assert "Your case." in shown.html
    assert len(shown.text) > len("Question 1 of 1. Your case. No answer yet")
    assert "<script" not in shown.html


@pytest.mark.parametrize("name", tasks.names())
def test_a_message_that_makes_no_sense_is_answered_without_a_mistake(
    place: Path, name: str
) -> None:
    widget = asked(place, name)
    heard: list[Any] = []
    widget.send = lambda content, buffers=None: heard.append(content)  # noqa: ARG005
    for content in ({}, {"name": "no such"}, {"name": None, "permit": 99, "value": [1]}):
        widget._handle_custom_msg({"type": "task", "request": "r1", **content}, [])
    assert all(reply["type"] == "task" for reply in heard)
    assert widget.status["state"] != "error"


def test_each_task_has_a_style_sheet_class_of_its_own(place: Path) -> None:
    classes = {type(asked(place, name)).__qualname__ for name in SHOWN}
    assert len(classes) == len(SHOWN)
