"""The saved answers in one window."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from borderlab.answers import AnswerError, NotSavedError, Store, files
from borderlab.answers.runs import MAX_SEED

Open = Callable[..., Store]


def on_disk(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "answers.json").read_text("utf-8"))
    return found


def test_an_answer_is_on_disk_at_once_and_found_again(store: Open, tmp_path: Path) -> None:
    record = store().save("q1", "b")
    assert on_disk(tmp_path)["answers"]["q1"] == record.as_json()
    assert (record.rev, record.hints, record.locked, record.first) == (1, 0, False, record.at)
    assert store().record("q1") == record


def test_a_changed_answer_keeps_its_first_moment_and_counts(
    store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = store()
    first = window.save("q1", "b")
    monkeypatch.setattr("borderlab.answers.store.now", lambda: "2099-01-01T00:00:00Z")
    second = window.save("q1", "c")
    assert (second.first, second.at, second.rev) == (first.at, "2099-01-01T00:00:00Z", 2)
    assert window.save("q1", "c") == second


def test_clearing_an_answer_is_saved_too(store: Open) -> None:
    window = store()
    window.save("q1", "b")
    assert not window.save("q1", None).answered
    assert not store().record("q1").answered


def test_a_final_answer_stays(store: Open) -> None:
    store().save("p1", 300, locked=True)
    other = store()
    with pytest.raises(AnswerError, match="final"):
        other.save("p1", 5)
    assert other.save("p1", 300).locked
    assert store().get("p1") == 300


def test_hints_are_counted_before_and_after_an_answer(store: Open) -> None:
    window = store()
    window.note_hint("q1")
    window.save("q1", "b")
    window.note_hint("q1")
    record = store().record("q1")
    assert (record.hints, record.rev, record.value) == (2, 1, "b")


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), {"a": {1}}, object(), "x" * 20_001, [[[[[1]]]]], 2**70]
)
def test_what_is_not_plain_is_refused_and_nothing_changes(
    store: Open, tmp_path: Path, value: Any
) -> None:
    window = store()
    window.save("q1", "b")
    before = (tmp_path / "answers.json").read_bytes()
    with pytest.raises(AnswerError, match=r"cannot be saved|too long"):
        window.save("q1", value)
    assert window.get("q1") == "b"
    assert (tmp_path / "answers.json").read_bytes() == before


def test_a_question_id_that_could_harm_is_refused(store: Open) -> None:
    with pytest.raises(AnswerError, match="no name of a question"):
        store().save("../q1", "b")


def test_answers_that_together_are_too_long_are_refused_one_by_one(store: Open) -> None:
    window = store()
    for number in range(12):
        window.save(f"q{number}", "x" * 20_000)
    with pytest.raises(AnswerError, match="together"):
        window.save("q12", "x" * 20_000)
    assert window.get("q12") is None
    window.save("q13", "short")
    assert len(store().records()) == 13


def test_the_seed_is_made_once_and_kept(store: Open) -> None:
    seed = store().seed
    assert 0 <= seed <= MAX_SEED
    assert store().seed == seed
    other = store()
    other.save("q1", "b")
    assert other.seed == seed


def test_two_windows_opened_at_once_agree_on_the_seed(store: Open) -> None:
    one, other = store(), store()
    assert one.seed == other.seed


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "does not allow"), (errno.EIO, "Input/output")],
)
def test_an_answer_that_cannot_be_written_is_kept_and_written_later(
    store: Open, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    window = store()
    with monkeypatch.context() as broken:
        broken.setattr(files.os, "fsync", _raise(OSError(number, "Input/output error")))
        with pytest.raises(NotSavedError, match=sentence) as refusal:
            window.save("q1", "b")
        window.note_hint("q1")
    assert refusal.value.record is not None
    assert refusal.value.record.value == "b"
    assert window.get("q1") == "b"
    assert window.unsaved == {"q1"}
    window.save("q2", "c")
    assert not window.unsaved
    assert {qid: record.value for qid, record in store().records().items()} == {
        "q1": "b",
        "q2": "c",
    }


def test_flush_writes_what_was_left(store: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window = store()
    with monkeypatch.context() as broken:
        broken.setattr(files.os, "fsync", _raise(OSError(errno.ENOSPC, "")))
        with pytest.raises(NotSavedError):
            window.save("q1", "b")
        with pytest.raises(NotSavedError):
            window.flush()
    window.flush()
    assert store().get("q1") == "b"


def test_a_failed_write_leaves_the_old_file_and_no_draft(
    store: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = store()
    window.save("q1", "b")
    before = (tmp_path / "answers.json").read_bytes()
    monkeypatch.setattr(files.os, "fsync", _raise(OSError(errno.ENOSPC, "")))
    with pytest.raises(NotSavedError):
        window.save("q1", "c")
    assert (tmp_path / "answers.json").read_bytes() == before
    assert not list(tmp_path.glob("*.tmp")) + list(tmp_path.glob(".*.tmp"))


def test_drafts_of_killed_processes_are_swept_away_but_not_fresh_ones(
    store: Open, tmp_path: Path
) -> None:
    old, fresh = tmp_path / ".answers.json.1-a.tmp", tmp_path / ".answers.json.2-b.tmp"
    for draft in (old, fresh):
        draft.write_bytes(b"")
    os.utime(old, (0, 0))
    store().save("q1", "b")
    assert not old.exists()
    assert fresh.exists()


def test_a_missing_folder_loses_nothing(store: Open, tmp_path: Path) -> None:
    window = Store(tmp_path / "gone", "m00", "exercise", "en")
    with pytest.raises(NotSavedError):
        window.save("q1", "b")
    (tmp_path / "gone").mkdir()
    window.save("q2", "c")
    assert set(on_disk(tmp_path / "gone")["answers"]) == {"q1", "q2"}


def test_a_virus_scanner_that_holds_the_file_is_waited_for(
    store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows, os.replace fails while another program has the file open."""
    real, refusals = Path.replace, [PermissionError(), PermissionError()]

    def replace(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    store().save("q1", "b")
    assert not refusals
    assert store().get("q1") == "b"


@pytest.mark.parametrize("variable", ["NBGRADER_EXECUTION", "BORDERLAB_HEADLESS"])
def test_a_run_by_a_program_writes_nothing(
    store: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "1")
    window = store()
    window.save("q1", "b")
    assert window.get("q1") == "b"
    assert window.seed == store().seed
    assert not list(tmp_path.iterdir())


def test_a_deleted_file_is_written_again(store: Open, tmp_path: Path) -> None:
    window = store()
    window.save("q1", "b")
    (tmp_path / "answers.json").unlink()
    window.save("q2", "c")
    assert set(on_disk(tmp_path)["answers"]) == {"q1", "q2"}


def _raise(error: OSError) -> Callable[..., None]:
    def fail(*_args: object) -> None:
        raise error

    return fail
