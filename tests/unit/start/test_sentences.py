"""What the start says: in three languages, in one line, without a traceback."""

from __future__ import annotations

import errno
import re
import socket
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from borderlab import i18n
from starter import cli, environment, lab, texts
from starter.kit import Kit
from starter.texts import StartError

LOCALE = texts.CATALOGUES.folder
TRANSLATIONS = [code for code in i18n.LANGUAGES if code != "en"]


def in_source() -> set[str]:
    """Every message of the start; of one with a plural, the singular."""
    keywords = {"_": None, "ngettext": (1, 2)}
    found = extract_from_dir(str(LOCALE.parent), keywords=keywords)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_every_sentence_is_translated_with_the_same_fields(code: str) -> None:
    with (LOCALE / code / "LC_MESSAGES" / "start.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    translated = set()
    for message in catalogue:
        originals = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        if not originals[0]:
            continue
        assert all(strings), originals
        assert not message.fuzzy, originals
        fields = [set(re.findall(r"{\w+}", text)) for text in (*originals, *strings)]
        assert all(field == fields[0] for field in fields), originals
        translated.add(originals[0])
    assert translated == in_source()


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_compiled_catalogue_is_that_of_the_text(code: str) -> None:
    with (LOCALE / code / "LC_MESSAGES" / "start.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            assert texts.CATALOGUES.gettext(message.id, code) == message.string


def test_french_has_its_spaces_before_double_signs() -> None:
    text = (LOCALE / "fr" / "LC_MESSAGES" / "start.po").read_text(encoding="utf-8")
    translated = "".join(re.findall(r"^msgstr.*?(?=^msgid|\Z)", text, re.DOTALL | re.MULTILINE))
    assert not re.findall(r"[^\u00a0 ][?!»](?=\W)", translated)
    assert not re.findall(r" [;:?!»]", translated.replace("\\n", ""))


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LC_ALL": "es_MX.UTF-8", "LANG": "fr_FR.UTF-8"}, "es"),
        ({"LC_MESSAGES": "fr_BE", "LANG": "es_ES"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_language_is_the_systems(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("BORDERLAB_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cli.choose_language(None, ["en", "fr", "es"]) == language


def test_language_asked_for_wins() -> None:
    assert cli.choose_language("fr-CA", ["en", "fr"]) == "fr"


@pytest.mark.parametrize("wanted", ["de", "", "es", "../en"])
def test_language_without_lessons_names_the_others(wanted: str) -> None:
    with pytest.raises(StartError, match="Choose one of: en, fr"):
        cli.choose_language(wanted, ["en", "fr"])


@pytest.mark.parametrize("text", ["80", "65536", "-1", "abc", "8888.5", "٨٨٨٨"])
def test_port_out_of_range_is_one_sentence(text: str) -> None:
    with pytest.raises(StartError, match="from 1024 to 65535"):
        cli.start_parser().parse_args(["--port", text])


def test_taken_port_is_refused_only_when_it_was_asked_for() -> None:
    with socket.socket() as other:
        other.bind((lab.HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(StartError, match=f"Port {taken} is in use"):
            lab.choose_port(taken)
        assert lab.choose_port(None) != taken


def test_taken_first_port_gives_another(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind((lab.HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(lab, "_FIRST_PORT", taken)
        assert lab.choose_port(None) != taken


PROBLEMS = {
    "foreseen": StartError("There is no connection."),
    "stopped": KeyboardInterrupt(),
    "full": OSError(errno.ENOSPC, "No space left on device"),
    "denied": PermissionError(errno.EACCES, "Permission denied", "/kit/workspace"),
    "read-only": OSError(errno.EROFS, "Read-only file system", "/kit/workspace"),
    "other": OSError(errno.EIO, "Input/output error"),
    "mistake": ZeroDivisionError("division by zero"),
}


@pytest.mark.parametrize("code", i18n.LANGUAGES)
@pytest.mark.parametrize("name", PROBLEMS)
def test_no_traceback_reaches_the_user(
    name: str,
    code: str,
    kit: Kit,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(*_arguments: object) -> None:
        raise PROBLEMS[name]

    monkeypatch.setenv("BORDERLAB_LANGUAGE", code)
    monkeypatch.setattr(cli, "this_kit", lambda: kit)
    monkeypatch.setattr(environment, "prepare", stop)
    assert cli.main(["--lang", "fr"] if code == "fr" else []) == 1
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said
    if name in {"other", "mistake"}:
        assert str(kit.log) in said
        assert "Traceback" in kit.log.read_text(encoding="utf-8")


def test_letters_an_old_terminal_lacks_do_not_stop_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "terminal").open("w", encoding="ascii") as terminal:
        monkeypatch.setattr("sys.stdout", terminal)
        monkeypatch.setattr("sys.stderr", terminal)
        texts.never_fail_on_letters()
        texts.say("déjà")
    assert (tmp_path / "terminal").read_text("ascii") == "d?j?\n"
