from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from borderlab import tasks
from coursekit.grading.cases import Case, case_of, read_case
from coursekit.grading.checks import Checker
from coursekit.grading.pinned import Check
from coursekit.grading.submission import Submission

CHOICE = {"kind": "choice", "key": {"correct": ["b"], "misconceptions": {"a": "K1"}}}
TASK = {"kind": "task", "key": {"task": "sample_size", "settings": {}, "secret": {}}}


def test_a_wrong_answer_shows_its_mistaken_idea() -> None:
    assert case_of(CHOICE, "a", 0, "en") == Case(("K1",), ("a",), "")


def test_a_task_is_told_from_the_participants_number_in_the_participants_language() -> None:
    told = {
        (seed, code): case_of(TASK, None, seed, code).told
        for seed in (1, 2)
        for code in ("en", "fr")
    }
    assert all(told.values())
    assert len(set(told.values())) == 4


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"kind": "text"},
        {"kind": "choice", "key": {}},
        {"kind": "zzz", "key": {"a": 1}},
        {"kind": "task", "key": {"task": "none", "settings": {}}},
    ],
)
def test_a_question_without_a_usable_key_has_nothing_to_say(entry: dict[str, Any]) -> None:
    assert case_of(entry, "x", 0, "en") == Case()


def test_an_explanation_that_fails_costs_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def explain(*_some: Any) -> str:
        raise ZeroDivisionError

    real = tasks.find("sample_size")
    monkeypatch.setattr(
        tasks, "find", lambda _name: SimpleNamespace(judge=real.judge, explain=explain)
    )
    assert case_of(TASK, {"n": 1}, 3, "en").told == ""


def test_a_case_survives_the_way_from_one_process_to_the_other() -> None:
    case = Case(("K1",), ("a", "b"), "**é**")
    assert read_case(case.plain()) == case


def test_the_checker_gives_results_and_cases_of_one_submission() -> None:
    checks = {
        "m": [Check("q1", f'kit.mark("q1", {CHOICE["key"] | {"kind": "choice"}}, points=2)', 2)]
    }
    record = {"value": "a", "first": None, "at": None, "rev": 1}
    work = Submission("s1", "m", "fr", "2026-01-01T00:00:00Z", seed=5, records={"q1": record})
    with Checker(checks, keys={"m": {"q1": CHOICE, "q2": TASK}}) as checker:
        found = checker.examine(work)
    assert found.results["q1"].score == 0
    assert found.cases["q1"] == Case(("K1",), ("a",), "")
    assert found.cases["q2"] == case_of(TASK, None, 5, "fr")
