"""Every kind of question: answer -> file -> status, restore, feedback, siblings, hostile text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import borderlab as kit
from borderlab.widgets import session as sessions
from unit.borderlab.widgets.conftest import HOSTILE, QUESTIONS, press, send, write_questions

File = Callable[[], dict[str, Any]]

GOOD = [
    ("q1", "b", "b"),
    ("q2", ["c", "a"], ["a", "c"]),
    ("n1", "33,1", 33.1),
    ("n1", 40, 40),
    ("p1", "98", 98),
    ("o1", ["i3", "i1", "i2"], ["i3", "i1", "i2"]),
    ("l1", {"c1": "red"}, {"c1": "red"}),
    ("t1", "Two words", "Two words"),
]
BAD = [
    ("q1", "z"),
    ("q1", {"a": 1}),
    ("q2", ["a", "zz"]),
    ("n1", "abc"),
    ("n1", 1000),
    ("n1", float("nan")),
    ("o1", ["i1"]),
    ("l1", {"c1": "nowhere"}),
    ("l1", {"c1": "red", "c2": "red"}),
    ("t1", "x" * 61),
]


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(("qid", "raw", "value"), GOOD)
def test_an_answer_is_in_the_file_before_the_status_says_saved(
    qid: str, raw: Any, value: Any, file: File
) -> None:
    widget = kit.ask(qid)
    status = send(widget, raw, answer_id="a7")
    assert file()[qid]["value"] == value
    assert status["state"] == "saved"
    assert status["id"] == "a7"
    assert status["text"].startswith("Saved ")
    assert widget.value == value
    assert widget.rev == 1


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(("qid", "raw"), BAD)
def test_a_bad_answer_is_refused_with_a_sentence_and_the_earlier_one_stays(
    qid: str, raw: Any, file: File
) -> None:
    good = next(value for name, value, _ in GOOD if name == qid)
    widget = kit.ask(qid)
    send(widget, good)
    before = file()[qid]
    status = send(widget, raw, answer_id="bad")
    assert status["state"] == "error"
    assert status["id"] == "bad"
    assert status["text"].endswith("Your earlier answer is kept.")
    assert file()[qid] == before


@pytest.mark.usefixtures("opened")
def test_setting_the_value_in_code_saves_it(file: File) -> None:
    widget = kit.ask("q1")
    widget.value = "a"
    assert file()["q1"]["value"] == "a"
    assert widget.status["state"] == "saved"


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(("qid", "raw", "value"), GOOD)
def test_a_new_kernel_shows_the_saved_answer(qid: str, raw: Any, value: Any, folder: Path) -> None:
    send(kit.ask(qid), raw)
    sessions.open_session(None)  # what a restart does
    kit.open_notebook("m00_welcome", "lesson", language="en")
    widget = kit.ask(qid)
    assert widget.value == value
    assert widget.status["state"] == "saved"
    assert (folder / "answers.json").is_file()


@pytest.mark.usefixtures("opened")
def test_two_views_of_a_question_show_the_same() -> None:
    one, two = kit.ask("q1"), kit.ask("q1")
    send(one, "b")
    assert two.value == "b"
    assert two.status["state"] == "saved"


@pytest.mark.usefixtures("opened")
def test_views_stay_alive_when_the_first_cell_is_run_again(file: File) -> None:
    widget = kit.ask("q1")
    bar = kit.open_notebook("m00_welcome", "lesson", language="en")
    send(widget, "b")
    assert file()["q1"]["value"] == "b"
    assert bar.progress["done"] == 1


def test_another_window_on_the_same_file_is_not_overwritten(
    opened: Any, folder: Path, file: File
) -> None:
    here = kit.ask("q1")
    other = kit.ask("q2")
    path = folder / "answers.json"
    send(other, ["a"])
    found = json.loads(path.read_text(encoding="utf-8"))
    found["answers"]["q2"].update(value=["b"], rev=9)
    path.write_text(json.dumps(found), encoding="utf-8")
    send(here, "b")
    assert file()["q2"]["value"] == ["b"]
    assert other.value == ["b"], "the answer given in the other window shows here"
    assert opened.progress["done"] == 2


@pytest.mark.usefixtures("opened")
def test_a_committed_prediction_is_final_and_is_explained(file: File) -> None:
    widget = kit.ask("p1")
    send(widget, "98")
    assert not widget.locked
    assert widget.feedback == {}
    assert send(widget, "98", commit=True)["state"] == "locked"
    assert widget.locked
    assert widget.feedback["state"] == "noted"
    assert "About 5." in json.dumps(widget.feedback["explain"])
    assert send(widget, "5")["state"] == "error"
    assert file()["p1"] | {"at": 0, "first": 0} == {
        "value": 98, "first": 0, "at": 0, "rev": 2, "hints": 0, "locked": True,
    }  # fmt: skip
    assert kit.ask("p1").feedback["state"] == "noted", "also after running the cell again"


@pytest.mark.usefixtures("opened")
def test_a_hint_is_given_on_demand_and_counted(file: File) -> None:
    widget = kit.ask("q1")
    assert widget.hint is None
    press(widget, "hint")
    assert "10,000" in json.dumps(widget.hint)
    assert file()["q1"]["hints"] == 1


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("qid", "raw", "state", "said"),
    [
        ("q1", "a", "wrong", "That is the rate."),
        ("q1", "b", "right", "Yes."),
        ("q2", ["a"], "partly", "1 right option is not chosen yet."),
        ("n1", 98, "wrong", "That is the detection rate."),
        ("n1", 33, "right", ""),
        ("o1", ["i1", "i3", "i2"], "partly", "Step 3"),
        ("l1", {"c1": "red"}, "partly", "Let it go."),
    ],
)
def test_a_lesson_checks_at_once(qid: str, raw: Any, state: str, said: str) -> None:
    widget = kit.ask(qid)
    send(widget, raw)
    press(widget, "check")
    assert widget.feedback["state"] == state
    assert said in json.dumps(widget.feedback["items"])
    assert widget.feedback["explain_open"] is (state == "right")
    changed = {"q1": "b" if raw == "a" else "a", "l1": {"c1": "green"}}
    other = next(value for name, value, _ in GOOD if name == qid)
    send(widget, changed.get(qid, other))
    assert widget.feedback == {}, "feedback on the former answer goes"


def test_an_exercise_gives_no_feedback(folder: Path) -> None:
    write_questions(folder, part="exercise")
    kit.open_notebook("m00_welcome", "exercise", language="en")
    widget = kit.ask("q1")
    send(widget, "a")
    press(widget, "check")
    assert widget.spec["formative"] is False
    assert widget.feedback == {}
    assert "correct" not in json.dumps(widget.get_state())


@pytest.mark.usefixtures("opened")
def test_nothing_that_reaches_the_browser_before_a_check_tells_the_answer() -> None:
    for question in QUESTIONS:
        state = kit.ask(question["id"]).get_state()
        shown = json.dumps([state["spec"], state["feedback"], state["hint"]])
        assert '"key":' not in shown.replace('"key": "m00_welcome', "")
        assert "correct" not in shown
        assert "feedback" not in json.dumps(state["spec"])


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("content", [None, 3, [], {}, {"type": "nonsense"}, {"type": ["answer"]}])
def test_a_message_that_makes_no_sense_is_ignored(content: Any) -> None:
    widget = kit.ask("q1")
    widget._handle_custom_msg(content, [])
    assert widget.status["state"] == "empty"


@pytest.mark.usefixtures("opened")
def test_a_fault_of_the_kit_becomes_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    widget = kit.ask("q1")

    def broken(*_arguments: Any, **_options: Any) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(sessions.Session, "save", broken)
    status = send(widget, "b", answer_id="a9")
    assert status["state"] == "error"
    assert status["id"] == "a9"
    assert "RuntimeError: boom" in status["text"]


@pytest.mark.usefixtures("opened")
def test_a_disk_that_refuses_is_told_and_the_answer_is_kept(
    monkeypatch: pytest.MonkeyPatch, file: File
) -> None:
    from borderlab.answers import files

    widget = kit.ask("q1")
    with monkeypatch.context() as patch:

        def full(*_arguments: Any, **_options: Any) -> None:
            raise OSError(28, "No space left on device")

        patch.setattr(files, "replace_file", full)
        assert send(widget, "b")["state"] == "error"
        assert widget.value == "b"
    send(kit.ask("q2"), ["a"])
    assert file()["q1"]["value"] == "b"


@pytest.mark.usefixtures("opened")
def test_hostile_text_stays_text() -> None:
    send(kit.ask("t1"), HOSTILE)
    for qid in ("q1", "t1"):
        page = kit.ask(qid).static_html()
        assert "<img" not in page
        assert "&lt;img" in page


@pytest.mark.usefixtures("opened")
def test_every_view_has_a_fallback_for_pages_without_widgets() -> None:
    for question in QUESTIONS:
        data, _ = kit.ask(question["id"])._repr_mimebundle_()
        assert "application/vnd.jupyter.widget-view+json" in data
        assert data["text/html"].startswith("<div")
        assert data["text/plain"].startswith("Question ")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_widget_speaks_the_language_of_its_notebook(language: str) -> None:
    kit.open_notebook("m00_welcome", "lesson", language=language)
    write_questions(Path.cwd(), language=language)
    kit.open_notebook("m00_welcome", "lesson", language=language)
    widget = kit.ask("n1")
    send(widget, "33,1")
    assert widget.shown == "33,1"
    assert widget.status["text"].startswith(
        {"fr": "Enregistré à", "es": "Guardado a las"}[language]
    )
    assert widget.spec["heading"] == {"fr": "Question 3 sur 8", "es": "Pregunta 3 de 8"}[language]


def test_a_kind_without_a_browser_module_does_not_exist() -> None:
    from borderlab.answers.questions import KINDS
    from borderlab.widgets.question import _SCRIPTS

    assert {*_SCRIPTS, "task"} == set(KINDS)  # a task brings its own


@pytest.mark.usefixtures("opened")
def test_of_two_answers_that_are_swapped_on_the_way_the_later_one_counts(file: File) -> None:
    """Kernels may handle two messages that follow each other closely in the wrong order."""
    widget = kit.ask("t1")

    def turn(number: int, value: str, source: str = "view-1") -> str:
        content = {"type": "answer", "value": value, "id": f"{source}-{number}"}
        widget._handle_custom_msg({**content, "source": source, "turn": number}, [])
        return str(widget.status["id"])

    assert turn(1, "one") == "view-1-1"
    assert turn(3, "three") == "view-1-3"
    assert turn(2, "two") == "view-1-3"
    assert file()["t1"]["value"] == "three"
    assert turn(3, "three") == "view-1-3"  # sent again because no reply came
    assert turn(1, "new", "view-2") == "view-2-1"
    assert file()["t1"]["value"] == "new"
