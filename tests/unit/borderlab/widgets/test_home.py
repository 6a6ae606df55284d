"""The home page: progress, the participant's code, and handing in."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import borderlab as kit
from borderlab.answers.bundle import read_bundle
from borderlab.answers.seat import new_seat, valid
from borderlab.answers.store import Store
from borderlab.i18n import language, set_language
from borderlab.widgets import home_handin
from borderlab.widgets.display import StaticView
from borderlab.widgets.home import HomePage
from borderlab.widgets.home_course import read_course

MODULES = {"m00_welcome": 2, "m01_more": 1}


def question_file(module: str, part: str, code: str, count: int) -> str:
    kind = {"kind": "number", "prompt": "How many?", "points": 1, "min": 0, "max": 9}
    questions = [{"id": f"q{n}", **kind} for n in range(1, count + 1)]
    head = {"schema": 1, "kit": "0.1.0", "module": module, "part": part, "language": code}
    return json.dumps({**head, "title": "T", "questions": questions})


def notebook() -> str:
    return json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def make_edition(root: Path, code: str) -> None:
    entries = []
    for module, count in MODULES.items():
        for part, folder, name in (
            ("lesson", root / "modules" / code / module, "lesson"),
            ("exercise", root / "exercises" / code / module, module),
        ):
            folder.mkdir(parents=True)
            (folder / f"{name}.ipynb").write_text(notebook())
            (folder / "questions.json").write_text(question_file(module, part, code, count))
        entries.append(
            {
                "id": module,
                "title": f"Title <{module}>",
                "minutes": 15,
                "summary": "S & s",
                "needs": ["A browser."],
                "lesson": f"{module}/lesson.ipynb",
                "exercise": f"../../exercises/{code}/{module}/{module}.ipynb",
                "questions": {"lesson": count, "exercise": count},
            }
        )
    home = root / "modules" / code
    course = {"schema": 1, "kit": "0.1.0", "language": code, "modules": entries}
    (home / "course.json").write_text(json.dumps(course))
    (home / "home.ipynb").write_text(notebook())


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A participant's folder in English and French; the kernel stands on the English home page."""
    monkeypatch.delenv("BORDERLAB_HEADLESS", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    for code in ("en", "fr"):
        make_edition(tmp_path, code)
    monkeypatch.chdir(tmp_path / "modules" / "en")
    before = language()
    set_language("en")
    yield tmp_path
    set_language(before)


def answer(root: Path, code: str, module: str, *qids: str, part: str = "exercise") -> None:
    tree = "exercises" if part == "exercise" else "modules"
    store = Store(root / tree / code / module, module, part, code)
    for qid in qids:
        store.save(qid, 4.0)


def page(root: Path, code: str = "en") -> HomePage:
    return HomePage(read_course(root / "modules" / code))


def send(shown: HomePage, **message: Any) -> None:
    """What the browser sends."""
    shown._heard(shown, message, [])


def bundles(root: Path) -> list[Path]:
    return sorted((root / "hand-in").glob("*.zip"))


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


def test_nothing_answered_makes_no_file(root: Path) -> None:
    shown = page(root)
    send(shown, type="hand_in", confirmed=True)
    assert shown.result["state"] == "empty"
    assert bundles(root) == []


def test_open_questions_are_asked_about_first(root: Path) -> None:
    answer(root, "en", "m00_welcome", "q1")
    shown = page(root)
    send(shown, type="hand_in")
    assert shown.result["state"] == "confirm"
    assert shown.result["text"].startswith("2 questions have no answer yet.")
    assert shown.result["lines"] == [
        "Title <m00_welcome>: 1 of 2 questions answered",
        "Title <m01_more>: not begun, so not in the file",
    ]
    assert bundles(root) == []
    send(shown, type="not_yet")
    assert shown.result == {}


def test_hand_in_holds_exercises_and_lessons(root: Path) -> None:
    """What was answered, under a code made for the participant, in a file that graders accept."""
    answer(root, "en", "m00_welcome", "q1", "q2")
    answer(root, "en", "m00_welcome", "q1", part="lesson")
    shown = page(root)
    send(shown, type="hand_in", confirmed=True)
    assert shown.result["state"] == "done"
    (path,) = bundles(root)
    assert shown.result["path"] == str(path)
    found = read_bundle(path)
    assert valid(found.seat)
    assert shown.seat["code"] == found.seat
    assert list(found.exercises) == ["m00_welcome"]
    assert found.exercises["m00_welcome"].notebook is not None
    assert list(found.lessons) == ["m00_welcome"]


def test_everything_answered_needs_no_confirmation(root: Path) -> None:
    answer(root, "en", "m00_welcome", "q1", "q2")
    answer(root, "en", "m01_more", "q1")
    shown = page(root)
    send(shown, type="hand_in")
    assert shown.result["state"] == "done"


def test_handing_in_again_keeps_the_earlier_file(root: Path) -> None:
    answer(root, "en", "m00_welcome", "q1")
    shown = page(root)
    send(shown, type="hand_in", confirmed=True)
    (first,) = bundles(root)
    content = first.read_bytes()
    time.sleep(1.1)  # names hold the second
    answer(root, "en", "m00_welcome", "q2")
    send(shown, type="hand_in", confirmed=True)
    assert len(bundles(root)) == 2
    assert first.read_bytes() == content


def test_answers_given_in_another_language_are_handed_in(root: Path) -> None:
    """Somebody who answered in French and stands on the English page loses nothing."""
    answer(root, "fr", "m00_welcome", "q1")
    answer(root, "en", "m01_more", "q1")
    shown = page(root)
    send(shown, type="hand_in", confirmed=True)
    found = read_bundle(bundles(root)[0])
    assert {name: part.answers.language for name, part in found.exercises.items() if part.answers} \
        == {"m00_welcome": "fr", "m01_more": "en"}  # fmt: skip
    assert any("français" in line for line in shown.result["lines"])


def test_own_language_comes_first(root: Path) -> None:
    answer(root, "fr", "m00_welcome", "q1", "q2")
    answer(root, "en", "m00_welcome", "q1")
    chosen = home_handin.choose(read_course(root / "modules" / "en"))
    assert chosen[0].language == "en"


def test_what_cannot_be_written_is_a_sentence(root: Path) -> None:
    answer(root, "en", "m00_welcome", "q1")
    (root / "hand-in").write_text("a file where the folder should be")
    shown = page(root)
    send(shown, type="hand_in", confirmed=True)
    assert shown.result["state"] == "error"
    assert "Your answers are safe" in shown.result["text"]


def test_mistake_of_the_kit_is_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(root, "en", "m00_welcome", "q1")
    shown = page(root)
    monkeypatch.setattr(home_handin, "ensure_seat", lambda _home: 1 / 0)
    send(shown, type="hand_in", confirmed=True)
    assert "ZeroDivisionError" in shown.result["text"]


def test_download_gives_the_file_and_no_other(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(root, "en", "m00_welcome", "q1")
    shown = page(root)
    sent: list[tuple[Any, Any]] = []
    monkeypatch.setattr(shown, "send", lambda content, buffers: sent.append((content, buffers)))
    send(shown, type="hand_in", confirmed=True)
    for name in ("", "../participant.json", "participant.json", str(bundles(root)[0])):
        send(shown, type="download", name=name)
    assert sent == []
    send(shown, type="download", name=shown.result["name"])
    assert sent[0][1] == [bundles(root)[0].read_bytes()]
    bundles(root)[0].unlink()
    send(shown, type="download", name=shown.result["name"])
    assert shown.result["state"] == "error"


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
