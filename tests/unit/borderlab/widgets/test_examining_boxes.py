"""The box opener: every number against enumeration, and what a reader without a browser sees."""

from itertools import combinations

import numpy as np
import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.figures import examining_opening as model
from borderlab.i18n import set_language
from borderlab.inspection.boxes import Order
from unit.borderlab.widgets.conftest import send


def enumerate_chance(bad, opened, efficacy):
    """Mean over all samples of boxes of the chance to see at least one."""
    samples = list(combinations(range(len(bad)), opened))
    return float(np.mean([1 - (1 - efficacy) ** sum(bad[i] for i in s) for s in samples]))


@pytest.mark.parametrize("placing", model.PLACINGS)
@pytest.mark.parametrize("efficacy", [0.6, 1.0])
def test_exact_chances_agree_with_enumeration(placing, efficacy):
    lot = model.Lot(10, 3, placing, 1)
    bad = lot.bad()
    assert bad.sum() == 3
    random = model.chance(lot, 4, efficacy, Order.RANDOM)
    assert random == pytest.approx(enumerate_chance(bad, 4, efficacy))
    if placing in {"back", "front"}:
        door = 1 - (1 - efficacy) ** bad[:4].sum()
    elif placing == "block":
        rows = [[start <= i < start + 3 for i in range(4)] for start in range(8)]
        door = np.mean([1 - (1 - efficacy) ** sum(row) for row in rows])
    else:
        door = random
    assert model.chance(lot, 4, efficacy, Order.DOOR) == pytest.approx(door)


@pytest.mark.parametrize("placing", model.PLACINGS)
@pytest.mark.parametrize("order", list(Order))
def test_a_thousand_repeats_agree_with_the_exact_chance(placing, order):
    lot = model.Lot(60, 3, placing, 4)
    found = model.repeats(lot, 12, 0.8, order)
    exact = model.chance(lot, 12, 0.8, order)
    # Four standard errors of 1,000 trials.
    assert abs(found / 1000 - exact) <= 4 * np.sqrt(max(exact * (1 - exact), 1e-9) / 1000)


@pytest.mark.parametrize(("boxes", "opened", "efficacy"), [(10, 4, 1.0), (12, 5, 0.7), (9, 9, 0.6)])
def test_the_upper_limit_agrees_with_enumeration(boxes, opened, efficacy):
    most = model.still_possible(boxes, opened, efficacy)
    chances = [
        enumerate_chance([i < d for i in range(boxes)], opened, efficacy) for d in range(boxes + 1)
    ]
    assert chances[most] < 0.95
    assert most == boxes or chances[most + 1] >= 0.95


def test_nothing_opened_leaves_everything_possible():
    assert model.still_possible(60, 0, 0.9) == 60
    assert model.rule_of_three(0, 0.9) == 1.0
    assert model.rule_of_three(20, 0.75) == pytest.approx(0.2)


def test_boxes_opened_at_the_door_miss_what_stands_at_the_back():
    opener = kit.box_opener(boxes=60, illegal=6, placing="back", efficacy=1.0)
    opener.open_at_door(20)
    assert opener.opened == list(range(20))
    assert opener.finds == []
    assert "20 of 60 boxes opened: nothing found." in opener.summary
    assert "not by a random draw" in opener.summary
    opener.open_at_random(40)
    assert len(opener.finds) == 6
    assert "illegal goods found in 6 boxes" in opener.summary


def test_the_running_confidence_is_that_of_the_notes():
    """Worked example: 80 boxes, 4 illegal, 20 opened: 0.6917, with efficacy 0.7 0.5415."""
    opener = kit.box_opener(boxes=80, illegal=0, level=0.05, efficacy=1.0)
    opener.open_at_random(20)
    assert "If 5% of the boxes (4 of 80) were illegal" in opener.summary
    assert "with a probability of 69%" in opener.summary
    opener.efficacy = 0.7
    assert "with a probability of 54%" in opener.summary


def test_what_is_not_proved_and_the_sample_size():
    opener = kit.box_opener(boxes=80, illegal=0, level=0.05, confidence=0.9, efficacy=0.7, step=1)
    assert "Nothing was opened" in opener.summary
    opener.open_at_random(20)
    assert "Not proved: that the consignment is clean" in opener.summary
    assert "open 50 boxes drawn at random" in opener.summary, "worked example of the notes"


def test_boxes_taken_at_the_door_prove_nothing_about_the_rest():
    opener = kit.box_opener(illegal=0, step=1)
    opener.open_at_door(30)
    assert "nothing proved about the closed boxes" in opener.summary


def test_a_target_above_the_ceiling_is_not_attainable():
    opener = kit.box_opener(boxes=60, level=0.02, efficacy=0.7, confidence=0.9, step=1)
    assert "Not attainable" in opener.summary
    assert "70.0%" in opener.summary


def test_the_reveal_says_what_was_missed():
    opener = kit.box_opener(boxes=60, illegal=3, placing="back", step=2)
    opener.open_at_door(10)
    assert (
        "Illegal boxes: 3. Found: 0. Opened but not recognised: 0. Not opened: 3." in opener.summary
    )
    assert opener.shown["cells"] == "n" * 10 + "." * 47 + "xxx"
    opener.step = 0
    assert "x" not in opener.shown["cells"], "before the reveal no truth reaches the browser"


def test_another_truth_closes_the_boxes():
    opener = kit.box_opener()
    opener.open_at_random(10)
    opener.placing = "front"
    assert opener.opened == []
    opener.open_at_random(3)
    opener.boxes = 20
    assert opener.opened == []
    opener.opened = [3, 3, 99, 4]
    assert opener.opened == [3, 4]


def test_a_small_container_takes_the_illegal_boxes_with_it():
    opener = kit.box_opener(boxes=100, illegal=40, sample=50)
    opener.boxes = 10
    assert (opener.illegal, opener.sample) == (10, 10)


@pytest.mark.parametrize(
    "values",
    [{"boxes": 5}, {"illegal": 61}, {"efficacy": 1.2}, {"placing": "top"}, {"confidence": 1.0}],
)
def test_a_value_out_of_range_is_refused_with_its_name(values):
    with pytest.raises(TraitError, match=next(iter(values))):
        kit.box_opener(**values)


def test_messages_of_the_browser_open_boxes_and_nonsense_is_passed_over():
    opener = kit.box_opener()
    for content in ({"do": "door"}, {"do": "x"}, {"do": ["a"]}, 3, None):
        opener._handle_custom_msg(content, [])
    assert opener.opened == list(range(10))
    opener._handle_custom_msg({"do": "random"}, [])
    assert len(opener.opened) == 20
    opener._handle_custom_msg({"do": "close"}, [])
    assert opener.opened == []


@pytest.mark.usefixtures("opened")
def test_it_waits_for_the_prediction():
    opener = kit.box_opener(after="p1")
    assert opener.covered
    assert opener.shown == {}
    assert "<svg" not in opener.static_html()
    send(kit.ask("p1"), "30", commit=True)
    assert not opener.covered
    assert "Your prediction" in opener.predicted


@pytest.mark.parametrize("step", range(5))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_page_without_a_browser_is_complete_and_escaped(step, language):
    set_language(language)
    opener = kit.box_opener(step=step)
    opener.open_at_random(20)
    page = opener.static_html()
    assert ("<svg" in page) == (step != 4)
    assert ("<table" in page) == (step == 4)
    assert "<script" not in page
    assert "{" not in page.replace("style=", ""), "every place of a sentence is filled"


def test_the_table_to_print_says_where_a_level_does_not_exist():
    shown = kit.box_opener(step=4, efficacy=0.6).shown["tables"][0]
    text = str(shown)
    assert shown["printable"]
    assert "–" in text
    assert "not attainable" in text


def test_every_change_is_answered_also_where_the_picture_stays_the_same():
    """The browser sends the next step of a slider only after an answer to the last one."""
    opener = kit.box_opener()
    for change in ({"narrow": True}, {"confidence": 0.8}, {"sample": 20}):
        before, shown = opener.answered, opener.shown
        opener.set_state(change)
        assert opener.shown == shown
        assert opener.answered > before
