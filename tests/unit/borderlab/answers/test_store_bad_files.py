"""Bad or foreign files of answers: never a crash, never a loss."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from borderlab.answers import NotSavedError, Store
from borderlab.i18n import in_language

Open = Callable[..., Store]
RECORD = {"value": "b", "first": "2026-11-21T22:30:01Z", "at": "2026-11-21T22:31:00Z", "rev": 1}


def content(**changes: Any) -> dict[str, Any]:
    head = {"schema": 1, "kit": "0.1.0", "module": "m00", "part": "exercise", "language": "fr"}
    return {**head, "seed": 5, "answers": {"q1": RECORD}, **changes}


def as_bytes(found: Any) -> bytes:
    return json.dumps(found).encode()


DEEP = b'{"schema":1,"answers":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
UNUSABLE = {
    "not json": b"{not json",
    "empty": b"",
    "a list": b"[]",
    "a number": b"1",
    "utf-16": json.dumps(content()).encode("utf-16"),
    "no schema": as_bytes({"answers": {}}),
    "old schema": as_bytes(content(schema=0)),
    "schema true": as_bytes(content(schema=True)),
    "answers a list": as_bytes(content(answers=[])),
    "10 MB": as_bytes(content(padding="x" * 10_000_000)),
    "deep": DEEP,
    "deep, unclosed": DEEP[:100_000],
    "repeated keys": as_bytes(content()).replace(b'"seed": 5', b'"seed": 5, "seed": 6'),
    "huge number": b'{"schema": ' + b"9" * 5000 + b"}",
    "module not a text": as_bytes(content(module=5)),
}


@pytest.mark.parametrize("data", UNUSABLE.values(), ids=UNUSABLE.keys())
def test_an_unusable_file_is_kept_aside_and_a_new_one_started(
    store: Open, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "answers.json").write_bytes(data)
    window = store()
    (kept,) = tmp_path.glob("answers.kept-aside-*Z.json")
    assert kept.read_bytes() == data
    assert kept.name in window.notices[0]
    window.save("q2", "c")
    assert set(store().records()) == {"q2"}
    assert not store().notices


@pytest.mark.parametrize("changes", [{"module": "m07"}, {"part": "lesson"}])
def test_a_file_of_another_notebook_is_kept_aside(
    store: Open, tmp_path: Path, changes: dict[str, str]
) -> None:
    (tmp_path / "answers.json").write_bytes(as_bytes(content(**changes)))
    window = store()
    assert not window.records()
    assert "another one" in window.notices[0]
    assert len(list(tmp_path.glob("answers.kept-aside-*"))) == 1


def test_two_files_kept_aside_in_the_same_second_are_both_kept(
    store: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("borderlab.answers.store.now", lambda: "2026-11-21T22:31:00Z")
    for data in (b"one", b"two"):
        (tmp_path / "answers.json").write_bytes(data)
        store()
    kept = sorted(path.read_bytes() for path in tmp_path.glob("answers.kept-aside-*"))
    assert kept == [b"one", b"two"]


def test_a_byte_order_mark_is_no_reason_to_lose_answers(store: Open, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_bytes(b"\xef\xbb\xbf" + as_bytes(content()))
    window = store()
    assert window.get("q1") == "b"
    assert not window.notices


BAD_RECORDS = {
    "not a dict": [],
    "no value": {"rev": 1},
    "unknown field": {**RECORD, "points": 5},
    "value infinite": {**RECORD, "value": 1e999},
    "value NaN": {**RECORD, "value": float("nan")},
    "value too deep": {**RECORD, "value": [[[[[1]]]]]},
    "rev a truth value": {**RECORD, "rev": True},
    "rev negative": {**RECORD, "rev": -1},
    "moment": {**RECORD, "at": "yesterday"},
    "half a character": {**RECORD, "value": "\ud800"},
}


@pytest.mark.parametrize("record", BAD_RECORDS.values(), ids=BAD_RECORDS.keys())
def test_good_records_survive_a_bad_one(store: Open, tmp_path: Path, record: Any) -> None:
    data = as_bytes(content(answers={"q1": RECORD, "q2": record}))
    (tmp_path / "answers.json").write_bytes(data)
    window = store()
    assert window.get("q1") == "b"
    assert "q2" in window.notices[0]
    assert next(tmp_path.glob("answers.kept-aside-*")).read_bytes() == data
    assert not store().notices


def test_a_newer_file_is_not_touched(store: Open, tmp_path: Path) -> None:
    data = as_bytes(content(schema=2))
    (tmp_path / "answers.json").write_bytes(data)
    window = store()
    with pytest.raises(NotSavedError, match="newer version"):
        window.save("q2", "c")
    assert window.seed >= 0
    assert window.get("q2") == "c"
    assert (tmp_path / "answers.json").read_bytes() == data
    (tmp_path / "answers.json").unlink()
    window.save("q3", "d")
    assert set(store().records()) == {"q2", "q3"}


def test_damage_while_the_notebook_is_open_loses_nothing(store: Open, tmp_path: Path) -> None:
    window = store()
    window.save("q1", "b")
    (tmp_path / "answers.json").write_bytes(b"\x00")
    window.save("q2", "c")
    assert set(store().records()) == {"q1", "q2"}
    assert window.notices


def test_a_file_that_cannot_be_moved_is_not_overwritten(
    store: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answers.json").write_bytes(b"damaged")

    def refuse(_path: Path, _moment: str) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("borderlab.answers.files.set_aside", refuse)
    window = store()
    assert window.seed >= 0
    with pytest.raises(NotSavedError, match="does not allow"):
        window.save("q1", "b")
    assert (tmp_path / "answers.json").read_bytes() == b"damaged"
    assert window.get("q1") == "b"


def test_an_unreadable_file_is_kept_aside(
    store: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answers.json").write_bytes(as_bytes(content()))
    with monkeypatch.context() as locked:
        locked.setattr("borderlab.answers.disk._WAIT", 0)
        locked.setattr("borderlab.answers.disk._read", _refuse)
        window = store()
    window.save("q2", "c")
    assert len(list(tmp_path.glob("answers.kept-aside-*"))) == 1
    assert set(store().records()) == {"q2"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_or_a_folder_in_place_of_the_file_does_not_hang(store: Open, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "answers.json")
    store().save("q1", "b")
    (tmp_path / "answers.json").unlink()
    (tmp_path / "answers.json").mkdir()
    store().save("q1", "b")
    assert store().get("q1") == "b"


def test_a_run_by_a_program_moves_nothing(store: Open, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_bytes(b"damaged")
    window = store(write=False)
    assert window.notices
    assert [path.name for path in tmp_path.iterdir()] == ["answers.json"]


def test_notices_are_in_the_language_in_use(store: Open, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_bytes(b"damaged")
    with in_language("es"):
        assert "no se ha borrado nada" in store().notices[0]


def _refuse(_path: Path) -> bytes:
    raise PermissionError(13, "Permission denied")
