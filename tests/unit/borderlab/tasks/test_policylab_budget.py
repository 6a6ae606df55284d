"""The task ``policy``: what designs earn, what is refused, and what is said afterwards."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import asdict, replace
from statistics import pstdev
from typing import Any

import pytest

from borderlab.i18n import in_language
from borderlab.tasks import TaskError, find
from borderlab.tasks import policylab_budget as task
from borderlab.tasks.policylab_marks import Means, Scale, affordable, credits_of, within
from borderlab.tasks.policylab_model import Design

SECRET = {"seeds": [11, 12]}
POSTS = range(0, 24, 3)


def value(design: Design) -> dict[str, Any]:
    return asdict(design)


def credit(seed: int, design: Design) -> float:
    return task.judge({}, SECRET, seed, value(design)).credit


def full(seed: int, design: Design) -> Design:
    """The design at the highest rate that the budget pays."""
    return affordable(task.situation({}, seed), task.budget({}), design)


def test_the_solution_earns_everything_on_every_post():
    for seed in [*range(24), *range(1_000_000, 1_000_176)]:
        made = task.judge({}, SECRET, seed, task.solution({}, SECRET, seed))
        assert made.credit == 1.0
        assert made.misconceptions == ()


def test_strategies_come_in_the_order_a_trainer_expects():
    means = {}
    strategies = {
        "all": Design(1.0, 0.0, 0.0, 2, None),
        "none": Design(0.0, 0.0, 0.0, 2, None),
        "fixed": Design(0.0, 1.0, 0.0, 2, None),
        "score": Design(0.0, 0.0, 0.0, 2, 12),
        "mixed": Design(0.0, 0.2, 0.0, 2, 12),
        "tuned": Design(0.0, 0.2, 0.5, 2, 6),
    }
    for name, design in strategies.items():
        fixed = name in {"all", "none"}
        earned = [credit(s, design if fixed else full(s, design)) for s in POSTS]
        means[name] = sum(earned) / len(earned)
        assert pstdev(earned) < 0.15, (name, earned)
    assert means["all"] == means["none"] == 0.0
    assert means["fixed"] < 0.05
    assert 0.35 < means["score"] < 0.65
    assert means["score"] + 0.10 < means["mixed"] < 0.85
    assert means["mixed"] + 0.10 < means["tuned"] <= 1.0


def test_no_random_part_is_the_idea_that_random_checks_waste_effort():
    assert task.judge({}, SECRET, 1, value(Design(0.1, 0.0))).misconceptions == ("K3",)
    assert task.judge({}, SECRET, 1, value(Design(0.1, 0.1))).misconceptions == ()


def test_over_the_budget():
    assert [within(m, 100.0) for m in (50, 105, 115, 125, 900)] == pytest.approx([1, 1, 0.5, 0, 0])
    good = Design(**task.solution({}, SECRET, 4))
    dear = replace(good, rate=good.rate + 0.03)
    assert 0.0 < credit(4, dear) < 1.0
    assert credit(4, replace(good, rate=0.6)) == 0.0


def test_each_criterion_has_its_own_scale():
    naive, good = Means(0.3, 160, 0.02, 0.16, 60_000), Means(0.5, 140, 0.04, 0.2, 60_000)
    ends = Scale(naive, good, (0.3, 200.0, 0.16, 0.5), (0.5, 140.0, 0.04, 0.2), Design())
    half = Means(0.4, 170, 0.10, 0.35, 60_000)
    assert list(credits_of(half, ends).values()) == pytest.approx([0.5, 0.5, 0.5, 0.5])
    assert set(credits_of(good, ends).values()) == {1.0}
    assert credits_of(naive, ends)["finds"] == 0.0
    assert credits_of(naive, ends)["estimate"] == 1.0


def test_hidden_years_count_and_are_not_the_year_that_is_shown():
    good = task.solution({}, SECRET, 5)
    wide = {**good, "random_share": 0.05}
    marks = {task.judge({}, {"seeds": [s, s + 1]}, 5, wide).parts for s in (1, 100, 200)}
    assert len(marks) > 1


@pytest.mark.parametrize(
    "raw",
    [
        "x", 3, [1], True, {"rate": 0.1}, {"rate": float("nan")}, {"rate": 10**400},
        {"rate": True, "random_share": 0.1, "scan_share": 0.0, "staff": 2, "expiry": 3},
        {"rate": 0.1, "random_share": 1.1, "scan_share": 0.0, "staff": 2, "expiry": 3},
        {"rate": 0.1, "random_share": 0.1, "scan_share": 0.0, "staff": 2.5, "expiry": 3},
        {"rate": 0.1, "random_share": 0.1, "scan_share": 0.0, "staff": 99, "expiry": 3},
        {"rate": 0.1, "random_share": 0.1, "scan_share": 0.0, "staff": 2, "expiry": 13},
        {"rate": [[[[0.1]]]], "random_share": {}, "scan_share": 0.0, "staff": 2, "expiry": 3},
    ],
)  # fmt: skip
def test_what_is_no_policy_is_refused_in_words_and_earns_nothing(raw):
    with pytest.raises(TaskError):
        task.check_value({}, 1, raw)
    assert task.judge({}, SECRET, 1, raw).credit == 0.0
    for code in ("en", "fr", "es"):
        with in_language(code):
            assert "|" in task.explain({}, SECRET, 1, raw)


def test_a_policy_is_kept_as_plain_numbers():
    raw = {"rate": 1, "random_share": 0.123456, "scan_share": 0, "staff": 2, "expiry": None, "x": 1}
    assert task.check_value({}, 1, raw) == {
        "rate": 1.0, "random_share": 0.1235, "scan_share": 0.0, "staff": 2, "expiry": None,
    }  # fmt: skip
    assert task.check_value({}, 1, None) is None


@pytest.mark.parametrize(
    ("settings", "secret", "word"),
    [
        ({"x": 1}, {}, "unknown setting"),
        ({}, {"x": 1}, "unknown secret"),
        ({"consignments": 10}, {}, "consignments"),
        ({"budget": 5}, {}, "budget"),
        ({"weights": {"finds": 1.0}}, {}, "weights"),
        ({"weights": {"finds": 1.0, "live": 0.5, "estimate": 0, "burden": 0}}, {}, "add up"),
        ({}, {"seeds": []}, "seeds"),
        ({}, {"seeds": ["a"]}, "seeds"),
    ],
)
def test_settings_that_make_no_sense(settings, secret, word):
    with pytest.raises(ValueError, match=word):
        task.check_settings(settings, secret)


def test_settings_of_the_author_hold():
    settings = {
        "consignments": 2000,
        "budget": 50_000,
        "weights": {"finds": 1.0, "live": 0.0, "estimate": 0.0, "burden": 0.0},
    }
    task.check_settings(settings, SECRET)
    assert task.judge(settings, SECRET, 2, task.solution(settings, SECRET, 2)).credit == 1.0
    assert "50,000" in task.outline(settings, 2)


def test_outline_holds_no_solution_and_explain_tells_it():
    outline = task.outline({}, 4)
    assert "60,000" in outline
    assert "profile renewed after" not in outline
    said = task.explain({}, SECRET, 4, value(Design(0.3, 0.0, 0.0, 1, None)))
    for word in ("Over the budget", "Live animals wait", "No random share", "good design here"):
        assert word in said
    good = task.explain({}, SECRET, 4, task.solution({}, SECRET, 4))
    assert "Nothing to change" in good


def test_marks_do_not_depend_on_the_process():
    good = task.solution({}, SECRET, 7)
    thin = {**good, "random_share": 0.05}
    code = (
        "from borderlab.tasks import find;"
        f"print(find('policy').judge({{}}, {SECRET!r}, 7, {thin!r}).credit)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(said.stdout) == find("policy").judge({}, SECRET, 7, thin).credit
