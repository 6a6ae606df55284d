"""What the green lane hides: intervals against independent computations, slips, credit."""

from __future__ import annotations

import math

import pytest
from scipy import optimize, stats

from borderlab.tasks import auditing_green as task
from borderlab.tasks.auditing_green_case import draw, wald

SEEDS = range(200)
ZERO = {"zero": True}
HOSTILE = [None, {}, [], "5", 7, float("inf"), {"low": float("nan")}, {"high": None},
           {"rate": True}, {"month": "9" * 5000}, {"x": {"y": {"z": {}}}}]  # fmt: skip


def exact_wilson(x, n):
    """Ends where the score test just rejects, found by root search instead of the formula."""
    z = stats.norm.ppf(0.975)

    def score(p):
        return (x / n - p) ** 2 - z * z * p * (1 - p) / n

    middle = x / n
    low = optimize.brentq(score, 1e-12, middle) if x else 0.0
    return 100 * low, 100 * optimize.brentq(score, max(middle, 1e-9), 1 - 1e-12)


@pytest.mark.parametrize("seed", range(0, 200, 9))
def test_every_usual_interval_is_accepted(seed):
    made = draw(seed, zero=False)
    x, n = made.found, made.checked
    pearson = (stats.beta.ppf(0.025, x, n - x + 1), stats.beta.ppf(0.975, x + 1, n - x))
    jeffreys = stats.beta.ppf([0.025, 0.975], x + 0.5, n - x + 0.5)
    for low, high in (exact_wilson(x, n), [100 * e for e in pearson], [100 * e for e in jeffreys]):
        answer = {"rate": 100 * x / n, "low": round(low, 2), "high": round(high, 2)}
        parts = dict(task.judge({}, {}, seed, answer).parts)
        assert parts == {"rate": 1.0, "low": 1.0, "high": 1.0, "month": 0.0}


@pytest.mark.parametrize("seed", range(0, 200, 9))
def test_without_a_find_the_rule_of_three_and_its_exact_forms_are_accepted(seed):
    made = draw(seed, zero=True)
    n = made.checked
    z = stats.norm.ppf(0.975)
    ends = [3 / n, 1 - 0.05 ** (1 / n), 1 - 0.025 ** (1 / n), z * z / (n + z * z)]
    for end in ends:
        answer = {"high": round(100 * end, 2), "month": round(made.lane * end)}
        parts = dict(task.judge(ZERO, {}, seed, answer).parts)
        assert (parts["high"], parts["month"]) == (1.0, 1.0), end
    # Fewest checks with which "nothing found" excludes the goal, by search.
    goal = made.goal / 100
    fewest = next(k for k in range(1, 2000) if (1 - goal) ** k <= 0.05)
    for needed in (fewest, math.ceil(3 / goal)):
        assert dict(task.judge(ZERO, {}, seed, {"needed": needed}).parts)["needed"] == 1.0


@pytest.mark.parametrize("settings", [{}, ZERO])
def test_the_solution_earns_everything_and_nothing_earns_nothing(settings):
    for seed in SEEDS:
        assert task.judge(settings, {}, seed, task.solution(settings, {}, seed)).credit == 1.0
    for value in HOSTILE:
        assert task.judge(settings, {}, 3, value).credit == 0.0


@pytest.mark.parametrize("settings", [{}, ZERO])
def test_lazy_numbers_earn_little(settings):
    names = [field.id for field in task.fields(settings, 0)]
    for number in (0, 1, 5, 100):
        lazy = dict.fromkeys(names, number)
        earned = [task.judge(settings, {}, seed, lazy).credit for seed in SEEDS]
        assert sum(earned) / len(earned) < 0.1


def test_the_hit_rate_of_the_red_lane_is_recognised_as_k2():
    for seed in SEEDS:
        made = draw(seed, zero=False)
        right = task.solution({}, {}, seed)
        answer = {**right, "rate": round(100 * made.hit_rate, 1)}
        judged = task.judge({}, {}, seed, answer)
        assert judged.credit == 0.75
        assert judged.misconceptions == ("K2",)
    assert "chosen by the profile" in task.explain({}, {}, 199, answer)


def test_other_slips_are_named():
    made, right = draw(8, zero=False), task.solution({}, {}, 8)
    for field, value, idea, words in (
        ("rate", 100 * made.pooled, "K4", "thrown together"),
        ("rate", made.rate, None, "100 times as much"),
        ("high", 100.0, "K3", "without random checks"),
        ("high", wald(made)[1], None, "Wald"),
        ("low", max(0.0, wald(made)[0]), None, "Wald"),
        ("month", float(made.found), "K6", "in the sample alone"),
        ("month", made.lane * made.hit_rate, "K2", "red lane"),
    ):
        answer = {**right, field: value}
        judged = task.judge({}, {}, 8, answer)
        assert judged.credit < 1.0, field
        assert judged.misconceptions == ((idea,) if idea else ()), field
        assert words in task.explain({}, {}, 8, answer), field


def test_nothing_found_is_not_nothing_there():
    answer = {"high": 0.0, "month": 0.0, "needed": round(100 / draw(5, zero=True).goal)}
    judged = task.judge(ZERO, {}, 5, answer)
    assert judged.credit == 0.0
    assert judged.misconceptions == ("K6",)
    assert "not nothing there" in task.explain(ZERO, {}, 5, answer)


def test_the_slips_never_count_as_right():
    """A wrong way must not hit the tolerance of the right one on any seed."""
    for seed in SEEDS:
        made = draw(seed, zero=False)
        for field, wrong in (("rate", 100 * made.hit_rate), ("rate", 100 * made.pooled),
                             ("high", wald(made)[1])):  # fmt: skip
            parts = dict(task.judge({}, {}, seed, {field: wrong}).parts)
            assert parts[field] < 1.0, (seed, field)


def test_outline_holds_the_counts_and_settings_are_checked():
    text = task.outline({}, 2)
    made = draw(2, zero=False)
    assert f"| {made.checked} | {made.found} |" in text
    with pytest.raises(ValueError, match="one setting"):
        task.check_settings({"x": 1}, {})
    with pytest.raises(ValueError, match="true or false"):
        task.check_settings({"zero": 1}, {})
    task.check_settings(ZERO, {})
