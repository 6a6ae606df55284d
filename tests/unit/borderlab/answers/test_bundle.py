"""Making a hand-in from folders as participants have them."""

import datetime as dt
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from borderlab.answers import BundleError, Store, make_bundle, new_seat, read_bundle
from borderlab.answers.notebook_copy import STUB
from borderlab.i18n import in_language

SEAT = new_seat()
NOW = dt.datetime(2026, 11, 21, 22, 31, tzinfo=dt.UTC)
Pack = Callable[[], Path]


def notebook(module: str, text: str = STUB) -> dict[str, Any]:
    code = {"cell_type": "code", "id": "c1", "source": "kit.ask('q1')", "metadata": {}}
    code |= {"execution_count": 3, "outputs": [{"output_type": "stream", "text": "secret"}]}
    metadata = {"tags": ["kit-written"], "nbgrader": {"grade_id": "q2"}}
    written = {"cell_type": "markdown", "id": "c2", "source": text, "metadata": metadata}
    kit = {"module": module, "part": "exercise", "language": "fr"}
    return {
        "cells": [code, written],
        "metadata": {"borderlab": kit, "widgets": {"state": "x"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def exercise(root: Path, module: str = "m00", text: str = STUB) -> Path:
    folder = root / "exercises" / module
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{module}.ipynb").write_text(json.dumps(notebook(module, text)), "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An exercise with a choice and a written answer."""
    place = exercise(tmp_path)
    store = Store(place, "m00", "exercise", "fr")
    store.save("q1", "b")
    store.save("q2", "Mes raisons : une alerte ne prouve rien.")
    return place


@pytest.fixture
def pack(tmp_path: Path, folder: Path) -> Pack:
    return lambda: make_bundle([folder], tmp_path / "out", SEAT, "fr", "0.1.0", now=NOW)


def cells(data: bytes | None) -> list[dict[str, Any]]:
    assert data is not None
    found: list[dict[str, Any]] = json.loads(data)["cells"]
    return found


def test_a_hand_in_holds_the_answers_and_a_notebook_with_the_written_text(
    pack: Pack, folder: Path
) -> None:
    path = pack()
    assert path.name == f"handin_{SEAT}_20261121T223100Z.zip"
    bundle = read_bundle(path)
    assert (bundle.seat, bundle.language, bundle.kit, bundle.made) == (
        SEAT,
        "fr",
        "0.1.0",
        "2026-11-21T22:31:00Z",
    )
    found = bundle.exercises["m00"]
    assert found.answers is not None
    assert found.answers.records["q1"].value == "b"
    code, written = cells(found.notebook)
    assert written["source"].startswith("Mes raisons")
    assert (code["outputs"], code["execution_count"]) == ([], None)
    assert b"secret" not in (found.notebook or b"")
    assert b"widgets" not in (found.notebook or b"")
    assert STUB in json.loads((folder / "m00.ipynb").read_text("utf-8"))["cells"][1]["source"]


def test_equal_work_gives_equal_bytes(pack: Pack) -> None:
    assert pack().read_bytes() == pack().read_bytes()


def test_only_known_files_are_packed(pack: Pack, folder: Path) -> None:
    for name in (".answers.lock", "notes.txt", "answers.kept-aside-x.json", "m00.previous.ipynb"):
        (folder / name).write_text("{}", "utf-8")
    with zipfile.ZipFile(pack()) as archive:
        assert archive.namelist() == ["manifest.json", "m00/answers.json", "m00/m00.ipynb"]


def test_own_text_in_the_notebook_is_not_overwritten(tmp_path: Path, folder: Path) -> None:
    exercise(tmp_path, text="Typed by hand")
    path = make_bundle([folder], tmp_path, SEAT, "fr", "0.1.0")
    assert cells(read_bundle(path).exercises["m00"].notebook)[1]["source"] == "Typed by hand"


def test_lessons_hand_in_their_answers_and_untouched_modules_nothing(tmp_path: Path) -> None:
    lesson = tmp_path / "m00"
    lesson.mkdir()
    Store(lesson, "m00", "lesson", "fr").save("p1", 5)
    untouched = exercise(tmp_path, "m07")
    path = make_bundle([lesson, untouched, tmp_path], tmp_path, SEAT, "fr", "0.1.0")
    bundle = read_bundle(path)
    assert bundle.lessons["m00"].records["p1"].value == 5
    assert not bundle.exercises


def test_text_typed_into_an_otherwise_untouched_notebook_counts(tmp_path: Path) -> None:
    typed = exercise(tmp_path, "m07", "Typed by hand")
    bundle = read_bundle(make_bundle([typed], tmp_path, SEAT, "fr", "0.1.0"))
    assert bundle.exercises["m07"].answers is None
    assert bundle.exercises["m07"].notebook is not None


def test_of_two_languages_the_one_answered_last_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = []
    for code, moment in (("en", "2026-11-21T10:00:00Z"), ("fr", "2026-11-20T10:00:00Z")):
        monkeypatch.setattr("borderlab.answers.store.now", lambda moment=moment: moment)
        folders.append(exercise(tmp_path / code))
        Store(folders[-1], "m00", "exercise", code).save("q1", code)
    bundle = read_bundle(make_bundle(folders, tmp_path, SEAT, "fr", "0.1.0"))
    answers = bundle.exercises["m00"].answers
    assert answers is not None
    assert answers.records["q1"].value == "en"


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b"\xff\xfe", b"[" * 9999, b'{"cells": [5], "metadata": {}}'], ids=range(5)
)
def test_a_damaged_notebook_is_handed_in_as_it_is(pack: Pack, folder: Path, data: bytes) -> None:
    (folder / "m00.ipynb").write_bytes(data)
    bundle = read_bundle(pack())
    assert bundle.exercises["m00"].notebook == data
    assert bundle.exercises["m00"].answers is not None
    assert bundle.notes == {"m00/m00.ipynb": "damaged"}


def test_a_renamed_notebook_is_found_by_what_it_says_it_is(pack: Pack, folder: Path) -> None:
    (folder / "m00.ipynb").rename(folder / "my answers (2).ipynb")
    (folder / "other.ipynb").write_text(json.dumps(notebook("m07")), "utf-8")
    assert cells(read_bundle(pack()).exercises["m00"].notebook)[1]["source"].startswith("Mes")


def test_a_missing_notebook_is_noted(pack: Pack, folder: Path) -> None:
    (folder / "m00.ipynb").unlink()
    bundle = read_bundle(pack())
    assert bundle.exercises["m00"].notebook is None
    assert bundle.notes == {"m00/m00.ipynb": "missing"}


def test_damaged_answers_are_handed_in_as_they_are_and_named_on_reading(
    pack: Pack, folder: Path
) -> None:
    (folder / "answers.json").write_bytes(b'{"module": "m00", "part": "exercise"}')
    (folder / "questions.json").write_text('{"module": "m00", "part": "exercise"}', "utf-8")
    bundle = read_bundle(pack())
    assert bundle.exercises["m00"].answers is None
    assert "m00/answers.json" in bundle.problems
    assert bundle.notes["m00/answers.json"] == "damaged"


def test_good_answers_survive_a_bad_one(pack: Pack, folder: Path) -> None:
    found = json.loads((folder / "answers.json").read_text("utf-8"))
    found["answers"]["q3"] = {"value": 1e999}
    (folder / "answers.json").write_text(json.dumps(found), "utf-8")
    bundle = read_bundle(pack())
    answers = bundle.exercises["m00"].answers
    assert answers is not None
    assert set(answers.records) == {"q1", "q2"}
    assert bundle.notes["m00/answers.json"] == "partly-read"


def test_nothing_to_hand_in_is_said_in_the_language_in_use(tmp_path: Path) -> None:
    with in_language("fr"), pytest.raises(BundleError, match="encore rien à remettre"):
        make_bundle([exercise(tmp_path)], tmp_path, SEAT, "fr", "0.1.0")


def test_a_wrong_seat_or_folder_is_said(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(BundleError, match="no seat code"):
        make_bundle([folder], tmp_path, "Jane", "fr", "0.1.0")
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(BundleError, match="could not be written"):
        make_bundle([folder], tmp_path / "file", SEAT, "fr", "0.1.0")
