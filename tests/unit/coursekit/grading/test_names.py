from __future__ import annotations

import pytest

from coursekit.grading import names


def test_of_a_moodle_folder_only_the_number_is_kept() -> None:
    assert names.moodle_number("Ana María_de la Cruz_4711_assignsubmission_file") == "4711"
    assert names.moodle_number("Ana María") is None


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
