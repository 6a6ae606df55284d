"""A file that cannot be read gives one clear sentence, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from borderlab.i18n import in_language
from borderlab.reference.own_data import OwnDataError, load_permits, opening

Write = Callable[..., Path]
HEADER = "Permit number,Date of issue,Scientific name,Quantity"


def _refusal(path: Path | str, **options: str) -> str:
    with pytest.raises(OwnDataError) as caught:
        load_permits(path, **options)  # type: ignore[arg-type]
    return str(caught.value)


def test_no_such_file(tmp_path: Path) -> None:
    assert "There is no file “none.csv”" in _refusal(tmp_path / "none.csv")


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in _refusal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b",,,\n,,,\n"])
def test_an_empty_file(write: Write, content: bytes) -> None:
    assert "is empty" in _refusal(write(content))


def test_a_header_alone(write: Write) -> None:
    assert "a header and no rows" in _refusal(write(HEADER + "\n,,,,\n"))


def test_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write(HEADER.encode() + b"\n")
        file.truncate(1_000_000_000)  # a sparse file: nothing is written
    assert "1,000 MB" in _refusal(path)


def test_too_many_rows(write: Write, good: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_ROWS", 2)
    assert "more than 2 rows" in _refusal(write(good))


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"%PDF-1.7 ...", "PDF"), (b"\x89PNG\r\n", "PNG"), (b"<html><table>", "HTML"),
     (json.dumps([{"a": 1}]).encode(), "JSON"), (b"\x7fELF\x00\x01\x02\x00\x00\x01", "binary"),
     (b"PK\x03\x04 nothing more", "damaged"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password")],
)  # fmt: skip
def test_another_type_of_file_under_the_name_of_a_csv(
    write: Write, content: bytes, kind: str
) -> None:
    assert kind in _refusal(write(content))


def test_a_quotation_mark_that_is_never_closed(write: Write) -> None:
    text = HEADER + '\nNA-1,"2024-01-01,' + "x" * 40_000
    assert "quotation mark" in _refusal(write(text))


def test_a_table_of_something_else(write: Write) -> None:
    said = _refusal(write("Player,Goals\nA,3\n"))
    assert "“Player”" in said
    assert "mapping=" in said


def test_mistakes_in_the_mapping_are_told_with_a_guess(write: Write, good: str) -> None:
    path = write(good)
    with pytest.raises(OwnDataError, match="Did you mean species"):
        load_permits(path, {"specie": "Scientific name"})
    with pytest.raises(OwnDataError, match="Did you mean Quantity"):
        load_permits(path, {"qty": "Quantitty"})


def test_wrong_options(write: Write, good: str) -> None:
    assert "day first" in _refusal(write(good), dates="DD/MM")
    assert "decimal" in _refusal(write(good), decimal="comma")


@pytest.mark.parametrize(("language", "words"), [("fr", "est vide"), ("es", "está vacío")])
def test_the_sentence_is_in_the_language_in_use(write: Write, language: str, words: str) -> None:
    with in_language(language):
        assert words in _refusal(write(b""))


def test_a_notebook_shows_the_sentence_only(write: Write) -> None:
    """IPython asks the exception how to show it."""
    with pytest.raises(OwnDataError) as caught:
        load_permits(write(b""))
    assert caught.value._render_traceback_() == [str(caught.value)]


def test_a_file_nobody_may_open(write: Write, good: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write(good)
    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in _refusal(path)
