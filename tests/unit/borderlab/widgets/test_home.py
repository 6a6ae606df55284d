"""The home page: progress, languages, and the participant's code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import borderlab as kit
from borderlab.answers.seat import new_seat
from borderlab.answers.store import Store
from borderlab.i18n import set_language
from borderlab.widgets.display import StaticView
from unit.borderlab.widgets.home_steps import answer, page, send


def test_progress_comes_from_the_saved_answers(root: Path) -> None:
    """And is read again when the page is seen again."""
    shown = page(root)
    assert shown.progress["m00_welcome"]["exercise"] == {"done": 0, "total": 2, "text": "not begun"}
    answer(root, "en", "m00_welcome", "q1")
    answer(root, "en", "m00_welcome", "q1", "q2", part="lesson")
    send(shown, type="refresh")
    assert shown.progress["m00_welcome"]["exercise"]["text"] == "1 of 2 answered"
    assert shown.progress["m00_welcome"]["lesson"]["text"] == "all 2 answered"


def test_cleared_answer_is_no_answer(root: Path) -> None:
    answer(root, "en", "m00_welcome", "q1")
    Store(root / "exercises/en/m00_welcome", "m00_welcome", "exercise", "en").save("q1", None)
    assert page(root).progress["m00_welcome"]["exercise"]["done"] == 0


def test_unreadable_answers_count_as_none(root: Path) -> None:
    """The home page still opens; the exercise itself tells what happened to the file."""
    (root / "exercises/en/m00_welcome/answers.json").write_bytes(b"\xff{")
    assert page(root).progress["m00_welcome"]["exercise"]["done"] == 0


@pytest.mark.parametrize("content", [None, "", "[]", '{"modules": [{"id": 3}]}', "[" * 100_000])
def test_missing_or_damaged_list_of_modules_is_a_sentence(root: Path, content: str | None) -> None:
    path = root / "modules/en/course.json"
    if content is None:
        path.unlink()
    else:
        path.write_text(content)
    shown = kit.home()
    assert isinstance(shown, StaticView)
    assert "course.json" in shown.text


def test_titles_are_escaped_where_no_browser_side_runs(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headless, the page is plain HTML with working links."""
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    shown = kit.home()
    assert isinstance(shown, StaticView)
    assert "Title &lt;m00_welcome&gt;" in shown.html
    assert 'href="../../exercises/en/m00_welcome/m00_welcome.ipynb"' in shown.html
    assert "15 minutes" in shown.text
    assert root.is_dir()


def test_only_languages_that_are_there_are_offered(root: Path) -> None:
    assert [entry["code"] for entry in page(root).languages] == ["en", "fr"]
    assert page(root).languages[1]["link"] == "../fr/home.ipynb"


def test_missing_notebook_is_not_offered(root: Path) -> None:
    (root / "exercises/en/m01_more/m01_more.ipynb").unlink()
    assert page(root).modules[1]["exercise"]["exists"] is False
    assert page(root).modules[0]["exercise"]["exists"] is True


def test_code_from_the_trainer_is_kept_for_all_languages(root: Path) -> None:
    """Typed in small letters without a hyphen, shown in its written form."""
    code = new_seat()
    shown = page(root)
    send(shown, type="seat", code=f" {code.lower().replace('-', '')} ")
    assert shown.seat["code"] == code
    assert page(root, "fr").seat["code"] == code


@pytest.mark.parametrize("typed", ["", "Maria", "K7F3-9Q2M", "../../etc", "A" * 500, "\x00"])
def test_wrong_code_is_refused_with_a_sentence(root: Path, typed: str) -> None:
    shown = page(root)
    send(shown, type="seat", code=typed)
    assert shown.seat["state"] == "error"
    assert "code" in shown.seat["text"]
    assert not (root / "modules" / "participant.json").exists()


def test_damaged_code_file_is_as_none(root: Path) -> None:
    (root / "modules" / "participant.json").write_text('{"schema": 1, "seat": ["x"]}')
    assert page(root).seat["code"] == ""


def test_page_speaks_its_own_language(root: Path) -> None:
    """Also when another page has changed the kernel's language meanwhile."""
    set_language("fr")
    shown = page(root, "fr")
    set_language("en")
    send(shown, type="hand_in")
    assert shown.result["text"].startswith("Il n\u2019y a encore rien à remettre")
    assert shown.strings["modules"] == "Modules"
    assert shown.strings["open_lesson"] == "Ouvrir la leçon"


@pytest.mark.parametrize("message", [None, [], "x", {"type": "nothing"}, {"type": ["x"]}])
def test_unknown_messages_are_ignored(root: Path, message: Any) -> None:
    shown = page(root)
    shown._heard(shown, message, [])
    assert shown.result == {}
