"""Module m01 by mouse and by keyboard: choose, read a curve, hand in, find the points."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from borderlab.risk.selection import LANE_NAMES
from borderlab.risk.selection import LANES as LANE_IDS
from browser.course_steps import Officer
from browser.handing_in import grade
from browser.participant import FIRST
from browser.server import Server

CARDS = "ABCDEFGHIJKL"


@pytest.fixture
def officer(lab: Server, page: Page, language: str, hand: str) -> Officer:
    return Officer(lab, page, "m01_risk", language, hand=hand)


def lane(officer: Officer, node: Locator, card: str, name: str) -> Locator:
    """The radio button of a lane on a card."""
    group = node.get_by_role("radiogroup", name=officer.say("Lane of consignment {id}", id=card))
    plain = officer.say(LANE_NAMES[LANE_IDS.index(name)])
    return group.get_by_role("radio", name=plain, exact=True)


def sort(officer: Officer, node: Locator, lanes: dict[str, str]) -> None:
    """Put each card into its lane."""
    if officer.hand == "keyboard":
        node.get_by_role("radiogroup").first.get_by_role("radio").first.focus()
    for card, name in lanes.items():
        officer.chooses(lane(officer, node, card, name))


@pytest.mark.parametrize(
    ("language", "hand"), [("en", "mouse"), ("fr", "keyboard"), ("es", "mouse")]
)
def test_consignments_and_curve_earn_their_points(
    officer: Officer, run: Path, tmp_path: Path
) -> None:
    """Choose among twelve consignments, read the gains curve, hand in."""
    officer.opens_exercise()
    sort(officer, officer.question("q1"), officer.solution("q1"))
    officer.sees_saved("q1")
    officer.fills_form("q3")
    officer.answers("q6")
    assert officer.saved("q1") == officer.solution("q1")
    officer.finds_no_trouble()

    bundle = officer.hands_in(tmp_path)
    scores = grade(run, bundle, officer.module)
    for qid in ("q1", "q3", "q6"):
        got, most = scores[qid]
        assert got == most, qid
    assert scores["q2"][0] == 0


@pytest.mark.parametrize(("language", "hand"), [("en", "keyboard"), ("fr", "mouse")])
def test_lesson_is_played(officer: Officer) -> None:
    """Four inspections and what they found; a slider of the profile lab, and its numbers."""
    officer.opens_lesson()
    sorter = officer.widget("Sort the consignments")
    truth = officer.say("Inspect and show the truth")
    expect(sorter.get_by_role("button", name=truth)).to_be_disabled(timeout=FIRST)
    sort(officer, sorter, dict.fromkeys(CARDS[:4], "red") | dict.fromkeys(CARDS[4:], "green"))
    expect(sorter.get_by_text(officer.say("Everything is sorted."))).to_be_visible()
    officer.presses(sorter.get_by_role("button", name=truth))
    found = sorter.get_by_role("region", name=officer.say("What your inspections found"))
    expect(found).to_be_focused()
    expect(found.get_by_role("table").first).to_be_visible()

    lab = officer.widget("Profile lab")
    result = lab.get_by_role("region", name=officer.say("What this profile does"))
    expect(result).to_be_visible(timeout=FIRST)
    before = result.inner_text()
    each = officer.written(1000)
    label = officer.say("Examinations for each {thousand} consignments", thousand=each)
    officer.moves(lab.get_by_role("slider", name=label), times=4)
    expect(result).not_to_have_text(before)
    expect(result.locator("svg")).to_be_visible()
    officer.finds_no_trouble()


@pytest.mark.parametrize(("language", "hand"), [("es", "keyboard")])
def test_a_wrong_answer_leads_back_to_the_text(officer: Officer) -> None:
    """Hint, check, and the button that goes to the part to be read again."""
    officer.opens_lesson()
    question = officer.lesson_question("f2")
    hint = question.get_by_role("button", name=officer.say("Hint"))
    hint.focus()
    officer.keys.press("Enter")
    expect(question.locator(":focus")).to_contain_text(officer.say("Hint"))
    question.get_by_role("radio").first.focus()
    officer.keys.press("Space")
    officer.presses(question.get_by_role("button", name=officer.say("Check my answer")))
    again = question.get_by_role("button", name=officer.say("Read this part again"))
    officer.presses(again)
    expect(officer.page.locator("h1:focus, h2:focus, h3:focus")).to_be_in_viewport()
