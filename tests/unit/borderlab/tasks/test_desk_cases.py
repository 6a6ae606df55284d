"""What there is to see on a permit comes from the rules, and marks earn what they should."""

import math

import pytest

from borderlab.documents.catalogue import all_defects, all_rules
from borderlab.documents.defects import RECIPES
from borderlab.i18n import LANGUAGES, in_language
from borderlab.tasks.desk_cases import ACTIONS, HARMLESS, case, judge_marks
from borderlab.tasks.desk_explain import explain_case, reveal
from borderlab.tasks.desk_families import (
    FAMILIES,
    LAWFUL,
    OTHER,
    RULE_FAMILIES,
    families,
    families_of,
)
from borderlab.tasks.desk_judging import read_value, verdict
from borderlab.tasks.desk_wording import LOOK_ALIKES

DEFECTS = [name for name, row in all_defects().items() if row.kind == "defect"]
BENIGN = [name for name, row in all_defects().items() if row.kind == "benign"]
HOSTILE = [None, "x", 7, math.nan, [], {"marks": 3}, {"marks": {"1": []}}, {"action": {}},
           {"marks": {i: i for i in range(99)}}, {"marks": {"x" * 9999: "altered"}},
           {"marks": {"11.A": "no such"}, "action": "burn"}]  # fmt: skip


def solution(made):
    """Each issue marked in its plainest box by a name that this box offers."""
    marks = {
        one.boxes[0]: next(name for name in families_of(one.boxes[0]) if name in one.families)
        for one in made.required
    }
    return {"marks": marks, "action": made.expected[0]}


def every_box(family):
    boxes = ["header", "1", "2", "3", "3a", "4", "5", "5a", "5b", "6", "13", "14", "15", "page"]
    return dict.fromkeys((*boxes, *(f"{n}.A" for n in ("7", "8", "9", "10", "11", "12"))), family)


@pytest.mark.parametrize("defect", DEFECTS)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_right_marks_and_action_earn_all(defect, seed):
    made = case((defect,), seed)
    assert set(RECIPES[defect].rules) <= {found.rule.rule_id for found in made.findings}
    assert judge_marks(made, solution(made)) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize("defect", DEFECTS)
def test_lazy_answers_to_a_defect_earn_little(defect):
    made = case((defect,), 1)
    for action in ACTIONS:
        assert judge_marks(made, {"marks": {}, "action": action})[0] <= 0.1
        assert judge_marks(made, {"marks": every_box(OTHER), "action": action})[0] < 0.5
    assert judge_marks(made, {"marks": {}, "action": "accept"})[2] <= 0.3


@pytest.mark.parametrize("benign", BENIGN)
def test_a_lawful_look_alike_is_to_be_accepted(benign):
    made = case((benign,), 3)
    assert made.truth == {}
    assert judge_marks(made, {"marks": {}, "action": "accept"})[0] == 1
    assert judge_marks(made, {"marks": {}, "action": "note"})[0] == 1
    assert judge_marks(made, {"marks": {}, "action": "refuse"})[0] == 0
    box = made.issues[0].boxes[0]
    assert judge_marks(made, {"marks": {box: LAWFUL}, "action": "note"})[0] == 1
    assert judge_marks(made, {"marks": {box: "altered"}, "action": "note"})[0] == 0.5
    assert LOOK_ALIKES[benign]


def test_a_clean_permit_has_nothing_to_mark():
    for seed in range(8):
        made = case((), seed, looks=HARMLESS[:1])
        assert made.harmless
        assert made.expected == ("accept", "note")
        assert judge_marks(made, {"marks": {"2": "dates"}, "action": "accept"})[0] == 0.5


def test_a_neighbouring_box_counts_and_a_wrong_name_counts_half():
    made = case(("DF06",), 4)
    at_stamp = judge_marks(made, {"marks": {"13": "security"}, "action": "refuse"})
    beside = judge_marks(case(("DF45",), 4), {"marks": {"11.A": "quantity"}, "action": "refuse"})
    assert at_stamp[0] == beside[0] == 1
    assert judge_marks(made, {"marks": {"5b": "altered"}, "action": "refuse"})[1] == 0.5
    assert verdict(made, {"marks": {"5b": "altered"}}).marks[0].state == "named"
    far = verdict(made, {"marks": {"15": "security"}})
    assert [mark.state for mark in far.marks] == ["false"]
    assert far.missed == (0,)


def test_precision_and_recall_both_count():
    made = case(("DF01", "DF06"), 3)
    both = solution(made)
    one = {"marks": {"2": "dates"}, "action": "refuse"}
    assert judge_marks(made, both)[1] == 1
    assert judge_marks(made, one)[1] == pytest.approx(2 / 3)
    noisy = {**both, "marks": {**both["marks"], "15": "number", "3": "missing"}}
    assert judge_marks(made, noisy)[1] == pytest.approx(2 * 2 / (2 + 2 + 2))


def test_an_action_without_a_reason_earns_a_quarter_of_its_share():
    made = case(("DF01",), 3)
    assert judge_marks(made, {"marks": {}, "action": "refuse"})[0] == pytest.approx(0.1)
    assert judge_marks(made, {"marks": {"2": "dates"}, "action": "accept"})[0] == 0.6


def test_asking_first_is_right_where_the_rule_says_so():
    assert case(("DF37",), 3).actions["consult"] == 1
    assert case(("DF01",), 3).actions["consult"] < 1
    assert case(("DF49",), 3).actions["inspect"] == 1


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_breaks_the_judge(value):
    for made in (case(("DF04",), 1), case(("BN08",), 1)):
        assert judge_marks(made, value)[0] == 0
        read_value(value)
        explain_case(made, value)


def test_the_same_seed_gives_the_same_case_and_another_seed_another():
    assert case(("DF04",), 5) is case(["DF04"], 5)
    assert case(("DF04",), 5).permit.number != case(("DF04",), 6).permit.number


def test_the_records_of_a_case_end_with_the_permit_presented():
    made = case(("DF13",), 2)
    assert [one.number for one in made.previous] == [made.permit.number]
    assert case(("DF40",), 2).previous[0].number != case(("DF40",), 2).permit.number


def test_what_cannot_stand_on_one_permit_is_refused():
    with pytest.raises(ValueError, match="no defect"):
        case(("DF99",), 1)
    with pytest.raises(ValueError, match="no harmless sign"):
        case((), 1, looks=("blood",))
    with pytest.raises(ValueError, match="do not fit"):
        case(("DF28", "DF01"), 1)


def test_every_rule_has_a_family_and_every_box_offers_known_ones():
    assert set(RULE_FAMILIES) == set(all_rules())
    assert all(names <= set(FAMILIES) for names in RULE_FAMILIES.values())
    for box in ("2", "11.A", "annex-end.2", "page", "header"):
        offered = families_of(box)
        assert set(offered) <= set(FAMILIES)
        assert offered[-2:] == (LAWFUL, OTHER)
        assert len(offered) <= 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explanation_says_what_was_missed_and_why(language):
    with in_language(language):
        made = case(("DF06",), 4)
        said = explain_case(made, {"marks": {"4": "dates"}, "action": "accept"})
        assert "5b" in said
        assert "✗" in said
        assert "!" in said
        names = dict(families())
        assert names["dates"] in said
        shown = reveal(made, None)
        assert shown.boxes == {"5b": "missed"}
        assert shown.action_state == "missed"
    if language != "en":
        assert names["dates"] != FAMILIES["dates"]


def test_the_reveal_tells_why_a_look_alike_is_lawful():
    with in_language("en"):
        said = explain_case(case(("BN10",), 4, looks=("paper_tone",)), {"action": "refuse"})
    assert "through its last day" in said
    assert "paper" in said
    assert "costs a lawful trader time" in said
