"""The clean process: what a check may do, and what happens when it misbehaves."""

from __future__ import annotations

import os

import pytest

from coursekit.grading.checks import Checker, Result, judged
from coursekit.grading.pinned import Check

RECORDS = {"q1": {"value": "b"}, "q2": {"value": 3}}


def run(code: str, points: float = 2, seconds: float = 20) -> Result:
    with Checker({"m": [Check("q1", code, points)]}, seconds) as checker:
        return checker.mark("m", RECORDS, 7)["q1"]


def test_the_standard_check_gives_the_points_of_the_saved_answer() -> None:
    found = run('kit.status("q1")\nkit.mark("q1", {"kind": "choice", "correct": ["b"]}, points=2)')
    assert (found.score, found.problem) == (2.0, "")
    assert found.outputs[0]["data"] == {"text/plain": "2.0"}


def test_an_authors_check_sees_values_and_seed_and_may_use_the_package() -> None:
    code = (
        'from math import floor\nx = kit.saved("q2")\nassert kit.__version__\nfloor(x) / kit.seed()'
    )
    assert run(code).score == pytest.approx(3 / 7)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("raise SystemExit(0)", "SystemExit"),
        ("def f(: pass", "SyntaxError"),
        ("None", "no number"),
        ("True", "no number"),
        ("'2.0'", "no number"),
        ("float('nan')", "no number"),
        ("10 ** 400", "no number"),
        ("3.0", "not between"),
        ("-0.5", "not between"),
        ("import sys\nprint('careful', file=sys.stderr)\n2.0", "careful"),
        ("x = 1", "no number"),
    ],
)
def test_a_check_that_fails_or_gives_no_points_gives_zero_and_says_so(
    code: str, problem: str
) -> None:
    found = run(code)
    assert found.score == 0
    assert problem in found.problem
    assert found.outputs[-1]["output_type"] == "error"


def test_a_check_that_hangs_or_ends_the_process_costs_only_itself() -> None:
    checks = [
        Check("q1", "while True: pass", 1),
        Check("q2", "import os; os._exit(3)", 1),
        Check("q3", "1.0", 1),
    ]
    with Checker({"m": checks}, seconds=3) as checker:
        found = checker.mark("m", RECORDS, None)
        again = checker.mark("m", RECORDS, None)
    assert {name: result.score for name, result in found.items()} == {"q1": 0, "q2": 0, "q3": 1}
    assert found["q1"].problem
    assert found["q2"].problem
    assert again["q3"].score == 1


def test_one_participant_leaves_nothing_behind_for_the_next() -> None:
    with Checker({"m": [Check("q1", "x = globals().get('x', 0) + 1\nfloat(x)", 5)]}) as checker:
        scores = [checker.mark("m", RECORDS, 1)["q1"].score for _ in range(3)]
    assert scores == [1.0, 1.0, 1.0]


def test_a_check_cannot_write_into_the_protocol() -> None:
    found = run("import os\nos.write(1, b'{\"value\": 2}\\n')\nprint('shown')\n1.0")
    assert found.score == 1.0
    assert found.outputs[0]["text"] == "shown\n"


def test_the_process_has_an_empty_folder_and_none_of_our_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    code = "import os\nfloat(not os.listdir('.') and 'SECRET_TOKEN' not in os.environ)"
    assert os.environ["SECRET_TOKEN"]
    assert run(code).score == 1.0


def test_nbgrader_would_read_the_same_score_from_the_outputs() -> None:
    from nbformat.v4 import new_code_cell
    from nbgrader.utils import determine_grade

    for value in (0, 0.5, 2, 2.0):
        result = judged(Check("q1", "", 2), {"value": value, "repr": repr(value)})
        cell = new_code_cell(metadata={"nbgrader": {"grade": True, "points": 2, "solution": False}})
        cell.outputs = [_node(output) for output in result.outputs]
        assert determine_grade(cell)[0] == result.score
    broken = judged(Check("q1", "", 2), {"problem": "boom"})
    cell.outputs = [_node(output) for output in broken.outputs]
    assert determine_grade(cell)[0] == 0


def _node(output: dict[str, object]) -> object:
    import nbformat

    return nbformat.from_dict(output)
