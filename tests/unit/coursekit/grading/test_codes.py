from __future__ import annotations

import stat
from pathlib import Path

import pytest

from coursekit.grading.codes import Codes, codes_of

CODES = Codes(b"key", frozenset({"m01_alerts"}))


@pytest.mark.parametrize("name", ["6NYW-V4AW", "seat_07", "s1", "p-12", "4711", "team3"])
def test_a_code_is_kept(name: str) -> None:
    assert CODES.person(name) == name


@pytest.mark.parametrize(
    "name",
    ["José", "JoseNunez", "maria7", "Jose-Ruiz", "a b", "..", "-x", "x" * 80, "CON", "S1", ""],
)
def test_whatever_may_be_a_name_becomes_a_code_nbgrader_accepts(name: str) -> None:
    code = CODES.person(name)
    assert code != name
    assert code.replace("-", "").isalnum()
    assert code.isascii()
    assert CODES.known[code] == name


def test_two_names_never_share_a_code_and_two_spellings_of_one_do() -> None:
    assert CODES.person("José") != CODES.person("Jose ")
    assert CODES.person("Jose\u0301") == CODES.person("Jos\u00e9")


def test_a_code_says_nothing_without_the_secret_of_the_run(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    one, other = codes_of(tmp_path / "a"), codes_of(tmp_path / "b")
    assert one.person("José") != other.person("José")
    assert one.person("José") == codes_of(tmp_path / "a").person("José")
    assert stat.S_IMODE((tmp_path / "a" / "codes.key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (
            "all.zip/Ana de la Cruz_47_assignsubmission_file/handin_6NYW-V4AW_20261121T120000Z.zip",
            "all.zip/…_47_assignsubmission_file/handin_6NYW-V4AW_20261121T120000Z.zip",
        ),
        ("inbox/submitted/s1/m01_alerts", "inbox/submitted/s1/m01_alerts"),
        ("inbound/s1+m01_alerts+2026-11-21 12:00:00.5 UTC+Zm9v", "inbound/s1+m01_alerts"),
        ("m01_alerts.ipynb", "m01_alerts.ipynb"),
    ],
)
def test_paths_are_shown_without_names(path: str, shown: str) -> None:
    assert CODES.shown(path) == shown


def test_names_of_people_in_paths_are_shown_as_their_codes() -> None:
    code = CODES.person("Ana Cruz")
    assert CODES.shown("Ana Cruz.zip") == f"{code}.zip"
    assert CODES.shown("inbox/Ana Cruz/m01_alerts") == f"inbox/{code}/m01_alerts"
    assert CODES.shown("Ana Cruz+m01_alerts+2026-11-21 12:00:00 UTC") == f"{code}+m01_alerts"
    assert "Cruz" not in CODES.shown("exercise of Ana Cruz.final.version")
