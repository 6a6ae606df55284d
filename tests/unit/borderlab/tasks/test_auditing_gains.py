"""Reading a gains table: right numbers from the table alone, slips recognised, nothing for lazy."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from itertools import pairwise

import pytest

from borderlab.i18n import in_language
from borderlab.tasks import auditing_gains as task
from borderlab.tasks.auditing_gains_case import RATES, draw

SEEDS = range(200)
HOSTILE = [None, {}, [], "", "x", 7, float("nan"), True, {"hit_rate": float("nan")}, {"x": 1},
           {"hit_rate": "1"}, {"recall": [[[[]]]]}, {"lift": 10**400}, [{}] * 1000]  # fmt: skip


def table_of(seed):
    """Rows (percent, inspected, found) as the participant reads them."""
    lines = [x for x in task.outline({}, seed).splitlines() if x.startswith("| ") and "%" in x]
    cells = [
        [c.strip().rstrip("%").replace(",", "") for c in x.strip("|").split("|")] for x in lines
    ]
    return [tuple(int(c) for c in row) for row in cells]


@pytest.mark.parametrize("seed", range(0, 200, 7))
def test_the_right_numbers_follow_from_the_table_by_exact_fractions(seed):
    rows, made = table_of(seed), draw(seed)
    rate, inspected, found = rows[made.asked]
    bad, total = rows[-1][2], rows[-1][1]
    right = {
        "hit_rate": Fraction(100 * found, inspected),
        "recall": Fraction(100 * found, bad),
        "lift": Fraction(found * total, inspected * bad),
        "needed": min(k for _, k, x in rows if Fraction(x, bad) >= Fraction(made.target, 100)),
    }
    assert rate == RATES[made.asked]
    given = task.solution({}, {}, seed)
    for name, value in right.items():
        assert given[name] == pytest.approx(float(value), abs=0.051), name


def test_the_solution_earns_everything_and_nothing_earns_nothing():
    for seed in SEEDS:
        assert task.judge({}, {}, seed, task.solution({}, {}, seed)).credit == 1.0
        for value in HOSTILE:
            assert task.judge({}, {}, seed, value).credit == 0.0


def test_lazy_numbers_earn_little_and_about_the_same_for_everybody():
    for lazy in (
        dict.fromkeys(("hit_rate", "recall", "lift", "needed"), x) for x in (0, 1, 10, 50)
    ):
        earned = [task.judge({}, {}, seed, lazy).credit for seed in SEEDS]
        assert sum(earned) / len(earned) < 0.07
        assert max(earned) <= 0.5


def test_hit_rate_and_recall_exchanged_is_recognised_as_k2():
    for seed in SEEDS:
        right = task.solution({}, {}, seed)
        swapped = {**right, "hit_rate": right["recall"], "recall": right["hit_rate"]}
        judged = task.judge({}, {}, seed, swapped)
        assert judged.credit == 0.5
        assert judged.misconceptions == ("K2",)
    assert "That is the recall" in task.explain({}, {}, 199, swapped)


@pytest.mark.parametrize(
    ("field", "value", "credit", "words"),
    [
        ("recall", lambda m: m.recall / 100, 0.875, "100 times as much"),
        ("hit_rate", lambda m: m.base, 0.75, "base rate: violations over everything"),
        ("lift", lambda m: m.hit_rate, 0.75, "Divide it by the base rate"),
        ("lift", lambda m: 100 * m.lift, 0.875, "lift in percent"),
        ("needed", lambda m: RATES[m.reached], 0.875, "percentage inspected"),
        ("needed", lambda m: m.inspected[m.reached - 1], 0.75, "One row too early"),
        ("needed", lambda m: m.found[m.reached], 0.75, "number of finds"),
    ],
)
def test_slips_are_named(field, value, credit, words):
    answer = {**task.solution({}, {}, 11), field: value(draw(11))}
    assert task.judge({}, {}, 11, answer).credit == credit
    assert words in task.explain({}, {}, 11, answer)


def test_percent_typed_as_text_is_read_in_the_language():
    with in_language("fr"):
        read = task.check_value({}, 3, {"hit_rate": "12,5 %", "needed": "1 200", "lift": ""})
    assert read == {"hit_rate": 12.5, "needed": 1200.0}


def test_the_curve_rises_and_is_told_in_words():
    for language, word in (("en", "Gains curve"), ("fr", "Courbe de gains"), ("es", "Curva")):
        with in_language(language):
            svg, alt = task.picture({}, 5)
        assert word in alt
        assert alt in svg
    for seed in SEEDS:
        found = draw(seed).found
        assert all(a <= b for a, b in pairwise(found))
        assert found[-1] <= draw(seed).total


def test_outline_does_not_tell_and_settings_are_refused():
    made = draw(4)
    assert f"{made.lift:.1f}" not in task.outline({}, 4)
    with pytest.raises(ValueError, match="no settings"):
        task.check_settings({"rate": 3}, {})
    task.check_settings({}, {})


def test_draws_are_equal_between_processes():
    code = (
        "from borderlab.tasks.auditing_gains_case import draw; print([draw(s) for s in range(9)])"
    )
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="tools"
    )
    assert other.stdout.strip() == str([draw(s) for s in range(9)])
