from __future__ import annotations

import pytest

from coursekit.grading import names


@pytest.mark.parametrize("name", ["K7F3-9Q2M", "seat_07", "a", "4711"])
def test_a_plain_name_is_kept(name: str) -> None:
    assert names.opaque(name) == name


@pytest.mark.parametrize(
    "name", ["José", "a b", "a+b", "..", "-x", "x" * 80, "CON", "", "a/b", "\ud800"]
)
def test_any_other_name_becomes_a_code_nbgrader_accepts(name: str) -> None:
    code = names.opaque(name)
    assert code != name
    assert code.replace("-", "").isalnum()
    assert code.isascii()


def test_two_names_never_share_a_code() -> None:
    assert names.opaque("José") != names.opaque("Jose ")
    assert names.opaque("Jose\u0301") == names.opaque("Jos\u00e9")  # two spellings of one name


def test_of_a_moodle_folder_only_the_number_is_kept() -> None:
    folder = "Ana María_de la Cruz_4711_assignsubmission_file"
    assert names.moodle_number(folder) == "4711"
    assert names.shown(f"all.zip/{folder}/handin.zip") == (
        "all.zip/…_4711_assignsubmission_file/handin.zip"
    )


def test_direction_and_control_signs_do_not_reach_a_report() -> None:
    assert "\u202e" not in names.printable("a\u202eb\nc")
    assert len(names.printable("x" * 1000)) == 200


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("lima-2027", True),
        ("../x", False),
        ("a b", False),
        ("nul", False),
        ("", False),
        ("é", False),
    ],
)
def test_run_names_work_on_every_system(name: str, *, good: bool) -> None:
    assert names.valid_run_name(name) is good
