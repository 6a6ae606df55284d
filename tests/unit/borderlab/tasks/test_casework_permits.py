"""The graded permits: a stated mix, partial credit, and an explanation for each."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys

import pytest

from borderlab.documents import all_defects, verify, world_reference
from borderlab.documents.defects import RECIPES
from borderlab.documents.facsimile import Facsimile
from borderlab.i18n import set_language
from borderlab.tasks import TaskError
from borderlab.tasks import casework_permits as task
from borderlab.tasks.casework_levels import BENIGN, LEVELS, NEEDS, pool
from borderlab.tasks.casework_numbers import renumbered
from borderlab.tasks.casework_report import _seen as seen
from borderlab.tasks.casework_wording import LAWFUL
from borderlab.tasks.desk_cases import case
from borderlab.tasks.desk_families import WHOLE, families_of
from borderlab.tasks.desk_judging import judge_marks

SETTINGS = {"count": 12, "easy": 4, "medium": 4, "hard": 2, "benign": 1}
BOXES = ("1", "2", "3", "5", "6", "7.A", "9.A", "10.A", "11.A", "12.A", "13", "14", "page")
NAMES = [f"p{at:02d}" for at in range(1, 13)]


def lazy(action: str, marks: dict[str, str] | None = None) -> dict[str, object]:
    return {name: {"marks": marks or {}, "action": action} for name in NAMES}


@pytest.mark.parametrize("seed", range(5))
def test_the_mix_is_as_the_author_set_it(seed: int) -> None:
    drawn = task.draw(SETTINGS, seed)
    found = [NEEDS[d][0] if d in NEEDS else "benign" for one in drawn for d in one.defects or ()]
    counts = {level: found.count(level) for level in (*LEVELS, "benign")}
    assert counts == {"easy": 4, "medium": 4, "hard": 2, "benign": 1}
    assert sum(not one.defects for one in drawn) == 1
    numbers = [one.permit.number for one in drawn]
    assert len(set(numbers)) == len(numbers)


def test_every_level_names_known_defects_and_every_look_alike_a_reason() -> None:
    kinds = {name: row.kind for name, row in all_defects().items()}
    assert all(kinds[name] == "defect" for name in NEEDS)
    assert all(kinds[name] == "benign" for name in BENIGN)
    assert {name for name, kind in kinds.items() if kind == "benign"} == set(LAWFUL)
    assert {name for name, kind in kinds.items() if kind == "defect"} - set(NEEDS) == {
        "DF31",
        "DF56",
    }
    assert all(len(pool(level)) >= 8 for level in LEVELS)


def test_solutions_earn_everything_on_200_seeds() -> None:
    for seed in range(200):
        found = task.judge(SETTINGS, {}, seed, task.solution(SETTINGS, {}, seed))
        assert found.credit == pytest.approx(1.0)
        assert [name for name, _credit in found.parts] == NAMES
        assert found.misconceptions == ()


@pytest.mark.parametrize("defect", sorted({one for level in LEVELS for one in pool(level)}))
def test_a_solution_can_be_marked_on_the_sheet(defect: str) -> None:
    """Its box stands in the list, and the box offers its kind of defect."""
    for variant in range(3):
        drawn = case((defect,), 1000 + variant)
        offered = {box.id for box in Facsimile(drawn.permit, "", drawn.signs).boxes} | {WHOLE}
        for issue in drawn.required:
            box, family = issue.mark()
            assert box in offered
            assert family in families_of(box)
            assert judge_marks(drawn, {"marks": {box: family}})[1] > 0


def test_nothing_earns_nothing_and_lazy_answers_earn_little() -> None:
    every = {
        b: families_of(b)[0]
        for b in ["1", "2", "3", "5", "6", "7.A", "9.A", "10.A", "11.A", "12.A", "13", "14", "page"]
    }
    for seed in range(40):
        assert task.judge(SETTINGS, {}, seed, None).credit == 0.0
        assert task.judge(SETTINGS, {}, seed, {}).credit == 0.0
        for action in ("accept", "note", "consult", "inspect", "refuse"):
            assert task.judge(SETTINGS, {}, seed, lazy(action)).credit < 0.2
        assert task.judge(SETTINGS, {}, seed, lazy("refuse", every)).credit < 0.3


def test_seeds_are_comparable() -> None:
    """Somebody who finds what one box shows, and accepts the rest, earns much the same."""
    earned = []
    for seed in range(60):
        right = task.solution(SETTINGS, {}, seed)
        for name, drawn in zip(NAMES, task.draw(SETTINGS, seed), strict=True):
            if not set(drawn.defects) & set(pool("easy")):
                right[name] = {"marks": {}, "action": "accept"}
        earned.append(task.judge(SETTINGS, {}, seed, right).credit)
    assert 0.4 < statistics.mean(earned) < 0.6
    assert statistics.stdev(earned) < 0.03


@pytest.mark.parametrize(
    "value",
    [
        3, "p01", [], [1], float("nan"), {"p01": 3}, {"p01": {"marks": 3, "action": []}},
        {"p01": {"marks": {"x" * 9999: "altered"}}}, {"p99": {"marks": {}, "action": "accept"}},
        {1: 2}, {"p01": {"marks": {str(n): "altered" for n in range(5000)}}},
        {"p01": {"marks": {"2": {"a": [[[]]]}}, "action": {"b": 1}}},
    ],
)  # fmt: skip
def test_hostile_values_earn_nothing(value) -> None:
    assert task.judge(SETTINGS, {}, 1, value).credit < 0.002, "a right box among 60 at most"
    if isinstance(value, dict):
        checked = task.check_value(SETTINGS, 1, value)
        assert checked is None or len(json.dumps(checked)) < 20_000
    else:
        set_language("en")
        with pytest.raises(TaskError, match="marking the permits"):
            task.check_value(SETTINGS, 1, value)


@pytest.mark.parametrize("defect", sorted(RECIPES))
def test_what_there_was_to_see_is_whole_sentences(defect: str) -> None:
    """An altered document has no box to name: nothing stands where the box would."""
    for line in seen(case((defect,), 1)):
        assert ". ." not in line
        assert ".**." not in line
        assert line[-1] in ".)"


def test_the_draw_is_the_same_in_every_process() -> None:
    code = (
        "from borderlab.tasks import casework_permits as t;"
        "print([(c.defects, c.permit.number) for c in t.draw({'count': 6, 'easy': 3}, 11)])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    mine = [(c.defects, c.permit.number) for c in task.draw({"count": 6, "easy": 3}, 11)]
    assert out.stdout.strip() == str(mine)


@pytest.mark.parametrize("defect", ["DF06", "DF07", "DF12", "DF13", "DF14", "DF19", "BN14", "BN22"])
def test_other_numbers_change_no_finding(defect: str) -> None:
    drawn = case((defect,), 1003)
    moved = renumbered(drawn, 77)
    found = verify([*moved.previous, moved.permit], world_reference())
    mine = {one.rule.rule_id for one in found.for_permit(len(moved.previous))}
    before = {one.rule.rule_id for one in drawn.findings}
    assert set(RECIPES[defect].rules) <= mine
    assert mine == before
    if defect != "DF12":
        assert moved.permit.number != drawn.permit.number


def test_a_genuine_paper_taken_for_lawful_trade_and_a_look_alike_for_a_crime() -> None:
    settings = {"count": 12, "hard": 10, "benign": 2}
    passed = task.judge(settings, {}, 4, lazy("accept"))
    refused = task.judge(settings, {}, 4, lazy("refuse"))
    assert passed.misconceptions == ("K5",)
    assert refused.misconceptions == ("K9",)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_each_permit_is_explained(language: str) -> None:
    set_language(language)
    try:
        answer = task.solution(SETTINGS, {}, 9)
        answer["p02"] = {"marks": {"3": "altered"}, "action": "note"}
        said = task.explain(SETTINGS, {}, 9, answer)
        assert all(f"**{name} · " in said for name in NAMES)
        rules = {r for c in task.draw(SETTINGS, 9) for i in c.required for r in i.rules}
        assert rules, "there was something to see"
        assert "✗" in said
        assert "{" not in said
        assert task.explain(SETTINGS, {}, 9, None).count("**p") == 12
        outline = task.outline(SETTINGS, 9)
        assert outline == task.outline(SETTINGS, 10)
        assert "12" in outline
    finally:
        set_language("en")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"easy": 3, "count": 2}, "more than count"),
        ({"count": 0}, "1 to 24"),
        ({"easy": -1}, "whole numbers"),
        ({"odd": 1}, "unknown setting"),
        ({"count": 24, "easy": 24}, "easy defects"),
        ({"count": 24, "benign": 24}, "look-alikes"),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        task.check_settings(settings, {})
    with pytest.raises(ValueError, match="secret"):
        task.check_settings({}, {"seeds": [1]})
    task.check_settings({}, {})
