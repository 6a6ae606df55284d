"""A live session: a chat goes in, counts come out, and no name is kept."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from borderlab.answers import codes
from borderlab.answers.loading import load_questions
from borderlab.answers.questions import QuestionSet
from borderlab.i18n import set_language
from coursekit.__main__ import main
from coursekit.errors import KitError
from coursekit.session.board import Course, board, whole_page
from coursekit.session.panel import Panel, notebook
from coursekit.session.tally import count

ROOT = Path(__file__).resolve().parents[4]
MODULE = "m00_welcome"


@pytest.fixture(autouse=True)
def _english():
    set_language("en")
    yield
    set_language("en")


@pytest.fixture(scope="module")
def lesson() -> QuestionSet:
    return load_questions(ROOT / "modules" / "en" / MODULE / "questions.json")


@pytest.fixture
def say(lesson: QuestionSet):
    """The code of some answers."""

    def make(nonce: int, language: str = "en", name: str = "pre", **values: Any) -> str:
        return codes.encode(codes.poll_of(lesson, name), language, values, nonce)

    return make


@pytest.fixture
def chat(say) -> str:
    lines = [f"12:{n:02} De Ana Lima {n}: {say(n, 'fr', pre1='a', pre2='b')}" for n in range(6)]
    lines += [f"{say(10 + n, 'es', pre1='d').lower()} gracias" for n in range(5)]
    lines += [f"Bob Smith: {say(30, pre1='b', pre2='a')}", "Bob Smith: hello everybody, all well?"]
    return "\n".join(lines)


def test_every_code_counts_once_by_language(chat: str, say) -> None:
    tally = count(chat + f"\nagain {say(0, 'fr', pre1='a', pre2='b')}", Course(ROOT).asked)
    ((key, poll),) = tally.polls.items()
    assert key == (0, 0)
    assert poll.people == {"fr": 6, "es": 5, "en": 1}
    assert poll.votes["pre1"].counts() == {"a": 6, "d": 5, "b": 1}
    assert poll.votes["pre2"].counts() == {"b": 6, "a": 1}
    assert poll.votes["pre2"].without == 5
    assert tally.repeated == 1
    assert tally.wrong == []


def test_two_people_with_the_same_answers_count_twice(say) -> None:
    tally = count(f"{say(1, pre1='a')}\n{say(2, pre1='a')}", Course(ROOT).asked)
    assert tally.polls[0, 0].n == 2


def test_a_mistyped_code_is_named_with_the_right_one_and_no_name(chat: str, say) -> None:
    right = say(99, pre1="c")
    signs = "23456789ABCDFGHJKMNPQRSTVWXYZ"
    wrong = right[:-1] + next(s for s in signs if s != right[-1])
    html = str(board(f"{chat}\nEva Roux 14:02 : {wrong}", Course(ROOT)))
    assert wrong in html
    assert right in html
    assert "Line 14" in html
    for name in ("Roux", "Lima", "Bob"):
        assert name not in html


def test_codes_of_unknown_modules_and_other_versions_are_named(say, lesson) -> None:
    poll = codes.poll_of(lesson)
    far = codes.encode(codes.Poll(77, 0, poll.questions), "en", {"pre1": "a"}, 5)
    html = str(board(far, Course(ROOT)))
    assert "module that this course does not have" in html
    fewer = codes.Poll(0, 0, poll.questions[:1])
    if fewer.mark != poll.mark:
        other = codes.encode(fewer, "en", {"pre1": "a"}, 5)
        assert "another version" in str(board(other, Course(ROOT)))


def test_the_right_answer_is_hidden_until_it_is_revealed(chat: str) -> None:
    covered = str(board(chat, Course(ROOT)))
    shown = str(board(chat, Course(ROOT), reveal=True))
    for sign in ("✓", "98 % accurate", "Right:", "Most missed"):
        assert sign not in covered
        assert sign in shown


def test_before_and_after_the_lesson_are_told_apart(chat: str, say) -> None:
    """The workshop asks the same question twice."""
    html = str(board(f"{chat}\n{say(50, name='post', post1='a')}", Course(ROOT)))
    first, second = (html.index(f" · {when} the lesson") for when in ("before", "after"))
    assert first < second


def test_a_saved_page_without_codes_does_not_ask_to_paste_them() -> None:
    page = whole_page("Thank you all!", Course(ROOT))
    assert "no answer code in this text" in page
    assert "above" not in page
    assert "Paste answer codes above" in str(board("Thank you all!", Course(ROOT)))


@pytest.mark.parametrize("verb", [["count", "-"], ["notebook"]])
def test_a_misspelt_language_is_named(verb: list[str], tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["session", *verb, "--language", "french"]) == 1
    assert "There is no language french. There is: en, " in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_languages_of_fewer_than_five_are_not_shown_apart(chat: str) -> None:
    html = str(board(chat, Course(ROOT)))
    assert "français" in html
    assert "español" in html
    assert ">English<" not in html


def test_numbers_are_shown_as_a_histogram(say) -> None:
    text = "\n".join(say(n, name="p1", p1=10 * n) for n in range(9))
    html = str(board(text, Course(ROOT), reveal=True))
    assert "9 answers, half of them below 40" in html
    assert "The answer: 4.7" in html


def test_markup_in_a_chat_stays_text(chat: str) -> None:
    html = whole_page(chat + "\n<script>alert(1)</script> <b>8RX6-SKPR</b>-NAK9", Course(ROOT))
    assert "<script" not in html
    assert "default-src 'none'" in html


def test_the_panel_follows_what_is_pasted_and_revealed(chat: str) -> None:
    panel = Panel(Course(ROOT))
    assert "Paste answer codes" in panel.html
    panel.codes = chat
    assert "Codes: 12" in panel.html
    assert "✓" not in panel.html
    panel.reveal = True
    assert "✓" in panel.html


@pytest.mark.parametrize("language", ["fr", "es"])
def test_in_french_and_spanish(chat: str, language: str) -> None:
    set_language(language)
    html = str(board(chat + "\n" + chat[-40:], Course(ROOT), reveal=True))
    for english in ("codes that", "Most missed", "Right:", "Paste", "No answer"):
        assert english not in html
    assert "98" in html


def test_the_notebook_is_valid_and_never_overwritten(tmp_path: Path) -> None:
    import nbformat

    path = tmp_path / "the room" / "session.ipynb"
    said = list(notebook(path))
    assert shlex.split(said[-1])[1:] == ["-m", "jupyterlab", str(path)]
    nbformat.validate(json.loads(path.read_text(encoding="utf-8")))
    with pytest.raises(KitError, match="exists already"):
        list(notebook(path))


def test_the_command_counts_a_saved_chat(chat: str, tmp_path: Path, capsys) -> None:
    saved, out = tmp_path / "chat.txt", tmp_path / "room.html"
    saved.write_text(chat, encoding="utf-16")
    assert main(["session", "count", str(saved), "--out", str(out), "--language", "en"]) == 0
    assert "Codes: 12" in out.read_text(encoding="utf-8")
    assert main(["session", "count", str(tmp_path / "none.txt")]) == 1
    assert "cannot be opened" in capsys.readouterr().err


def test_a_course_elsewhere_is_used(chat: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "modules" / "en" / MODULE, tmp_path / "modules" / "en" / MODULE)
    assert "Codes: 12" in str(board(chat, Course(tmp_path)))
