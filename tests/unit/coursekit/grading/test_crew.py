from __future__ import annotations

import time

import pytest

from coursekit.grading.crew import Crew, jobs_for
from coursekit.grading.pinned import Check
from coursekit.grading.submission import Submission

CHECKS = {
    "m": [Check("q1", 'float(kit.saved("q1") or 0)', 1000)],
    "slow": [Check("q1", "import time; time.sleep(0.5); 1.0", 1)],
    "dead": [Check("q1", "import os; os._exit(1)", 1)],
}


def work(number: int, module: str = "m") -> Submission:
    records = {"q1": {"value": number, "first": None, "at": None, "rev": 1}}
    return Submission(f"s{number}", module, "en", "2026-01-01T00:00:00Z", records=records)


def test_results_come_in_the_order_asked_for_whoever_is_first() -> None:
    submissions = [work(n, "slow" if n % 7 == 0 else "m") for n in range(30)]
    with Crew(CHECKS, 3) as crew:
        found = [one.results["q1"].score for one in crew.results(submissions)]
    assert found == [1.0 if n % 7 == 0 else float(n) for n in range(30)]


def test_a_check_that_ends_its_process_costs_only_its_own_submission() -> None:
    submissions = [work(n, "dead" if n == 3 else "m") for n in range(8)]
    with Crew(CHECKS, 2) as crew:
        found = [one.results["q1"] for one in crew.results(submissions)]
    assert [result.score for result in found] == [0, 1, 2, 0, 4, 5, 6, 7]
    assert [bool(result.problem) for result in found] == [n == 3 for n in range(8)]


def test_leaving_in_the_middle_ends_everything_soon() -> None:
    def leave() -> None:
        with Crew(CHECKS, 2) as crew:
            for _results in crew.results([work(n, "slow") for n in range(100)]):
                raise KeyboardInterrupt

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        leave()
    assert time.monotonic() - start < 15


@pytest.mark.parametrize(
    ("count", "wanted", "jobs"), [(1, None, 1), (5, 4, 4), (9, 0, 1), (9, 99, 8)]
)
def test_few_submissions_are_not_worth_a_second_process(
    count: int, wanted: int | None, jobs: int
) -> None:
    assert jobs_for(count, wanted) == jobs
