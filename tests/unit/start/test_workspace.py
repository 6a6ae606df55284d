"""The participant's folder: what is copied, refreshed, kept, and never touched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from starter import files, workspace
from starter.kit import Kit
from starter.texts import StartError

LESSON = "modules/fr/m00/lesson.ipynb"
EXERCISE = "exercises/fr/m00/m00.ipynb"


def cells(path: Path) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"]]


def change(path: Path, text: str, cell: int = 0) -> None:
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    content["cells"][cell]["source"] = [text]
    path.write_text(json.dumps(content), encoding="utf-8")


def run_all_and_save(path: Path) -> None:
    content = json.loads(path.read_text("utf-8"))
    content["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
    content["metadata"]["widgets"] = {"state": {}}
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")


def test_first_start_copies_one_language_with_the_same_layout(kit: Kit) -> None:
    layout = workspace.lay_out(kit, "fr")
    assert set(layout.new) == {"modules/fr/home.ipynb", LESSON, EXERCISE}
    assert (kit.workspace / LESSON).read_bytes() == (kit.root / LESSON).read_bytes()
    assert not (kit.workspace / "modules" / "en").exists()


def test_second_start_changes_nothing(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    before = {p: p.stat().st_mtime_ns for p in kit.workspace.rglob("*") if p.is_file()}
    assert workspace.lay_out(kit, "fr") == workspace.Layout()
    assert {p: p.stat().st_mtime_ns for p in kit.workspace.rglob("*") if p.is_file()} == before


def test_second_language_leaves_the_first_alone(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    change(kit.workspace / LESSON, "mes notes")
    workspace.lay_out(kit, "en")
    assert cells(kit.workspace / LESSON) == ["mes notes"]
    assert (kit.workspace / "modules/en/home.ipynb").is_file()


def test_changed_notebook_stays_while_the_kit_is_the_same(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    change(kit.workspace / LESSON, "mes notes")
    assert workspace.lay_out(kit, "fr").kept == ()
    assert cells(kit.workspace / LESSON) == ["mes notes"]


def test_notebook_that_was_only_run_follows_a_new_kit(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    run_all_and_save(kit.workspace / LESSON)
    change(kit.root / LESSON, "lesson, second edition")
    layout = workspace.lay_out(kit, "fr")
    assert (layout.refreshed, layout.kept) == ((LESSON,), ())
    assert cells(kit.workspace / LESSON) == ["lesson, second edition"]


def test_changed_notebook_is_kept_beside_the_new_one(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    change(kit.workspace / LESSON, "mes notes")
    change(kit.root / LESSON, "lesson, second edition")
    assert workspace.lay_out(kit, "fr").kept == (LESSON,)
    assert cells(kit.workspace / LESSON) == ["lesson, second edition"]
    assert cells(kit.workspace / "modules/fr/m00/lesson.previous.ipynb") == ["mes notes"]


def test_earlier_kept_notebook_is_not_overwritten(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    for edition in ("second", "third"):
        change(kit.workspace / LESSON, f"notes before the {edition}")
        change(kit.root / LESSON, f"{edition} edition")
        workspace.lay_out(kit, "fr")
    folder = kit.workspace / "modules/fr/m00"
    assert cells(folder / "lesson.previous.ipynb") == ["notes before the second"]
    assert cells(folder / "lesson.previous-2.ipynb") == ["notes before the third"]


def test_answer_cells_are_carried_into_the_new_exercise(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    change(kit.workspace / EXERCISE, "answer = 4.7", cell=1)
    change(kit.root / EXERCISE, "exercise, second edition")
    workspace.lay_out(kit, "fr")
    assert cells(kit.workspace / EXERCISE) == ["exercise, second edition", "answer = 4.7"]
    assert "answer = 4.7" in cells(kit.workspace / "exercises/fr/m00/m00.previous.ipynb")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"cells": 1}', b"\xff\xfe", b'{"cells":[1]}']
)
def test_damaged_notebook_is_kept_and_replaced(kit: Kit, content: bytes) -> None:
    workspace.lay_out(kit, "fr")
    (kit.workspace / EXERCISE).write_bytes(content)
    change(kit.root / EXERCISE, "exercise, second edition")
    assert workspace.lay_out(kit, "fr").kept == (EXERCISE,)
    kept = kit.workspace / "exercises/fr/m00/m00.previous.ipynb"
    assert kept.read_bytes() == content


def test_lost_record_loses_no_work(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    change(kit.workspace / LESSON, "mes notes")
    (kit.workspace / ".kit.json").write_text("damaged", encoding="utf-8")
    workspace.lay_out(kit, "fr")
    assert cells(kit.workspace / "modules/fr/m00/lesson.previous.ipynb") == ["mes notes"]


def test_participants_own_files_are_never_touched(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    folder = kit.workspace / "exercises/fr/m00"
    own = {folder / name: name.encode() for name in ("answers.json", "notes.txt", "handin_1.zip")}
    for path, content in own.items():
        path.write_bytes(content)
        # Even if a developer left files of these names in the generated tree.
        (kit.root / "exercises/fr/m00" / path.name).write_bytes(b"from the kit")
    (kit.root / "exercises/fr/m00/notes.txt").unlink()
    workspace.lay_out(kit, "fr")
    assert {path: path.read_bytes() for path in own} == own


def test_deleted_notebook_comes_back_and_nothing_is_removed(kit: Kit) -> None:
    workspace.lay_out(kit, "fr")
    (kit.workspace / LESSON).unlink()
    (kit.root / EXERCISE).unlink()
    assert workspace.lay_out(kit, "fr").new == (LESSON,)
    assert (kit.workspace / EXERCISE).is_file()


def test_crash_while_writing_leaves_the_old_file(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.lay_out(kit, "fr")
    before = (kit.workspace / LESSON).read_bytes()
    change(kit.root / LESSON, "second edition")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        workspace.lay_out(kit, "fr")
    assert (kit.workspace / LESSON).read_bytes() == before
    assert not list(kit.workspace.rglob("*.part"))


def test_language_without_lessons_is_one_sentence(kit: Kit) -> None:
    with pytest.raises(StartError, match="It has: en, fr"):
        workspace.lay_out(kit, "es")


def test_file_in_use_is_one_sentence(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_path: Path, _content: bytes) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(workspace.files, "write", busy)
    with pytest.raises(StartError, match="Close it and start again"):
        workspace.lay_out(kit, "fr")
