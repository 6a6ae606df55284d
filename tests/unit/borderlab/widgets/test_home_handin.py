"""Handing in from the home page."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderlab.answers.bundle import read_bundle
from borderlab.answers.seat import valid
from borderlab.widgets import home_handin
from borderlab.widgets.home_course import read_course
from unit.borderlab.widgets.home_steps import answer, bundles, page, send

if TYPE_CHECKING:
    import pytest


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
