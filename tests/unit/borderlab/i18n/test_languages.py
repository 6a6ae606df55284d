import json
from pathlib import Path

import pytest

from borderlab.i18n import (
    LANGUAGES,
    Catalogues,
    LanguageError,
    details,
    in_language,
    language,
    languages,
    ngettext,
    set_language,
    system_language,
    translator,
)
from borderlab.i18n import gettext as _

VARIABLES = ("BORDERLAB_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def test_the_languages_come_in_their_order() -> None:
    assert LANGUAGES[:3] == ("en", "fr", "es")


def test_a_data_file_is_all_a_new_language_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code in ("en", "pt"):
        folder = tmp_path / code
        folder.mkdir()
        found = json.loads((languages.LOCALE / "en" / "language.json").read_text("utf-8"))
        found |= {"code": code, "order": 1 if code == "en" else 0}
        (folder / "language.json").write_text(json.dumps(found), "utf-8")
    monkeypatch.setattr(languages, "LOCALE", tmp_path)
    languages.details.cache_clear()
    try:
        assert languages._discover() == ("en", "pt")
    finally:
        languages.details.cache_clear()


def test_a_damaged_language_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "language.json").write_text("{", "utf-8")
    monkeypatch.setattr(languages, "LOCALE", tmp_path)
    with pytest.raises(LanguageError, match=r"language\.json"):
        languages._read("xx")


def test_a_number_in_an_unknown_language_names_no_file() -> None:
    with pytest.raises(LanguageError, match=r"no language “de”. Choose one of: en, fr, es.$"):
        details("de")


def test_an_unknown_language_is_refused_and_nothing_changes() -> None:
    before = language()
    with pytest.raises(LanguageError, match="en, fr, es"):
        set_language("de")
    assert language() == before


@pytest.mark.parametrize(
    ("variable", "value", "code"),
    [
        ("LANG", "fr_CA.UTF-8", "fr"),
        ("LANGUAGE", "de:es:en", "es"),
        ("BORDERLAB_LANGUAGE", "es", "es"),
        ("LANG", "C.UTF-8", "en"),
    ],
)
def test_the_systems_language_is_taken_if_the_kit_has_it(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, code: str
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(languages, "_desktop_language", lambda: "")
    monkeypatch.setenv(variable, value)
    assert system_language() == code


def test_three_languages_at_once() -> None:
    said = {translator(code).gettext("Right.") for code in ("en", "fr", "es")}
    assert said == {"Right.", "C\u2019est exact.", "Correcto."}


def test_french_counts_zero_as_singular() -> None:
    one, many = (
        "The text is {n} character too long. Shorten it.",
        "The text is {n} characters too long. Shorten it.",
    )
    with in_language("fr"):
        assert "caractère." in ngettext(one, many, 0)
    with in_language("es"):
        assert "caracteres." in ngettext(one, many, 0)


def test_a_damaged_catalogue_shows_english(tmp_path: Path) -> None:
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "room.mo").write_bytes(b"\x00" * 40)
    assert Catalogues(tmp_path).gettext("Right.", "fr") == "Right."


def test_an_unknown_message_stays_english_and_an_empty_one_empty() -> None:
    with in_language("fr"):
        assert _("no such message") == "no such message"
        assert _("") == ""
