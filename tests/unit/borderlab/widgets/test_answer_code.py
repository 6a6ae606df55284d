"""The participant's side of answer codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from borderlab.answers import codes
from borderlab.answers.loading import parse_questions
from borderlab.answers.store import Store
from borderlab.widgets import answer_code as widget
from borderlab.widgets.answer_code import AnswerCode, answer_code
from borderlab.widgets.course import answer
from borderlab.widgets.session import Session, open_session

ASKED = [
    {
        "id": f"pre{n}",
        "kind": "choice",
        "prompt": "?",
        "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}],
    }
    for n in (1, 2)
]


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Session]:
    for name in ("NBGRADER_EXECUTION", "BORDERLAB_HEADLESS"):
        monkeypatch.delenv(name, raising=False)

    def make(language: str = "en") -> Session:
        head = {"schema": 1, "module": "m00_welcome", "part": "lesson", "title": "T"}
        questions = parse_questions({**head, "language": language, "questions": ASKED})
        session = Session(questions, Store(tmp_path, "m00_welcome", "lesson", language))
        open_session(session)
        return session

    return make


@pytest.fixture(autouse=True)
def _closed() -> None:
    open_session(None)


def test_the_code_appears_with_the_first_answer_and_follows_the_others(notebook) -> None:
    session = notebook("en")
    shown = answer_code()
    assert isinstance(shown, AnswerCode)
    assert shown.code == ""
    assert "1, 2" in shown.state["text"]
    session.save("pre1", "b")
    poll = codes.poll_of(session.questions)
    first = codes.read(shown.code)
    assert codes.answers(first, poll) == {"pre1": "b", "pre2": None}
    assert shown.state["text"].endswith("Not answered yet: question 2.")
    session.save("pre2", "a")
    second = codes.read(shown.code)
    assert codes.answers(second, poll) == {"pre1": "b", "pre2": "a"}
    assert second.nonce == first.nonce == widget._NONCE


def test_the_code_holds_nothing_of_the_participants_own_number(notebook, monkeypatch) -> None:
    session = notebook("en")
    session.save("pre1", "b")
    before = session.store.seed
    monkeypatch.setattr(widget, "_NONCE", 4)
    one = answer_code().code
    session.store._seed = before + 1
    assert answer_code().code == one


@pytest.mark.parametrize("language", ["fr", "es"])
def test_in_french_and_spanish_nothing_stays_english(notebook, language: str) -> None:
    session = notebook(language)
    shown = answer_code()
    texts = [*shown.strings.values(), shown.state["text"]]
    session.save("pre1", "b")
    texts += [answer_code().state["text"]]
    assert not [text for text in texts if "code" in text.lower() and "your" in text.lower()]
    assert codes.read(answer_code().code).language == language


def test_without_a_browser_it_is_plain_and_always_the_same(notebook, monkeypatch) -> None:
    notebook("en").save("pre1", "a")
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    view = answer_code()
    assert codes.read(view.text.split("code ")[1].split()[0]).nonce == 0
    assert "<code>" in view.html


def test_before_the_first_cell_there_is_a_sentence(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "first cell" in answer_code().text


def test_an_author_is_told_of_a_wrong_name(notebook) -> None:
    notebook("en")
    with pytest.raises(ValueError, match="p9"):
        answer_code("p9")
    assert answer("pre1", "a").text
