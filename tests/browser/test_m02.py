"""Module m02 with the keyboard alone: examine a permit, hand in, find the points."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from borderlab.i18n import LANGUAGES, in_language
from borderlab.tasks.desk_families import families
from borderlab.tasks.desk_wording import actions
from borderlab.widgets.desk_names import find_case
from browser.course_steps import Officer, starting_with
from browser.handing_in import grade
from browser.server import Server

WORKED = ("", ["DF04"], 4)  # as the lesson draws its worked case


class Desk:
    """A permit on the desk, worked on without a mouse."""

    def __init__(self, officer: Officer, node: Locator) -> None:
        self.officer, self.node, self.keys = officer, node, officer.keys

    def box(self, key: str) -> Locator:
        """A box of the sheet."""
        return self.node.locator(f"[role=button][data-key='{key}']").first

    def tab(self, name: str) -> None:
        """Go back to the names of the panels and choose one with the arrow keys."""
        tabs = self.node.get_by_role("tab")
        wanted = tabs.filter(has_text=starting_with(self.officer.say(name)))
        self.officer.tabs_to(tabs.and_(self.node.locator("[aria-selected=true]")), back=True)
        for _ in range(4):
            if wanted.get_attribute("aria-selected") == "true":
                return
            self.keys.press("ArrowRight")
        raise AssertionError(name)

    def walks_to(self, key: str) -> None:
        """From box to box with arrows, always the way that the target lies."""
        self.officer.tabs_to(self.node.locator("[role=button][data-key][tabindex='0']"))
        for _ in range(25):
            if self.box(key).evaluate("(node) => node === document.activeElement"):
                return
            self.keys.press(self._direction(key))
        raise AssertionError(f"box {key} is not reached with arrows")

    def _direction(self, key: str) -> str:
        here = self.node.locator("[data-key]:focus").bounding_box()
        there = self.box(key).bounding_box()
        assert here
        assert there
        aside = there["x"] + there["width"] / 2 - here["x"] - here["width"] / 2
        down = there["y"] + there["height"] / 2 - here["y"] - here["height"] / 2
        if abs(down) > here["height"] / 2:
            return "ArrowDown" if down > 0 else "ArrowUp"
        return "ArrowRight" if aside > 0 else "ArrowLeft"

    def chooses_in_list(self, key: str) -> None:
        """With the list of boxes above the sheet, which also has the document as a whole."""
        boxes = self.node.get_by_role("combobox", name=self.officer.say("Go to a box"))
        self.officer.tabs_to(boxes)
        for _ in range(60):
            if boxes.input_value() == key:
                return
            self.keys.press("ArrowDown")
        raise AssertionError(f"box {key} is not in the list")

    def marks(self, family: str) -> None:
        """Say what is wrong with the chosen box."""
        self.officer.tabs_to(
            self.node.get_by_role("button", name=self.officer.say("Mark this box"))
        )
        self.keys.press("Enter")
        with in_language(self.officer.language):
            name = dict(families())[family]
        self.officer.arrows_to(self.node.get_by_role("radio", name=name, exact=True))
        expect(self.node.locator(".bl-sheet-mark")).not_to_have_count(0)

    def decides(self, action: str) -> None:
        """Choose what to do with the document."""
        self.tab("Decide")
        with in_language(self.officer.language):
            found = next(one for one in actions() if one["id"] == action)
        name = starting_with(found["name"], found["means"])
        self.officer.arrows_to(self.node.get_by_role("radio", name=name))


@pytest.fixture
def officer(lab: Server, page: Page, language: str) -> Officer:
    return Officer(lab, page, "m02_documents", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_permit_is_examined_by_keyboard_in_the_lesson(officer: Officer) -> None:
    """From the heading into the sheet, box by box, mark, decide, and see what there was to see."""
    case = find_case(*WORKED, ())
    (issue,) = case.required
    officer.opens_lesson()
    officer.goes_to_section("worked")
    desk = Desk(officer, officer.widget("Examine this document"))
    desk.walks_to(issue.boxes[0])
    desk.marks(min(issue.families - {"annex"}))
    desk.decides(case.expected[0])
    officer.tabs_to(desk.node.get_by_role("button", name=officer.say("Show what there was to see")))
    officer.keys.press("Enter")
    full = officer.say("Marks and decision: {share}", share=officer.percent(1.0))
    expect(desk.node.get_by_text(full).first).to_be_visible()
    findings = desk.node.get_by_role("tab", name=officer.say("Findings"))
    expect(findings).to_have_attribute("aria-selected", "true")
    officer.keys.press("Tab")  # the focus is in the findings, not lost
    expect(desk.node.locator(":focus")).to_be_visible()
    officer.finds_no_trouble()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_permit_of_the_exercise_earns_its_points(
    officer: Officer, run: Path, tmp_path: Path
) -> None:
    """Mark and decide one of twelve, answer two short cases, hand in: all of it by keyboard."""
    officer.opens_exercise()
    solution = officer.solution("q1")
    name, right = next((name, one) for name, one in solution.items() if one["marks"])
    ((box, family),) = right["marks"].items()
    question = officer.question("q1")
    desk = Desk(officer, question)
    question.get_by_role("button").first.focus()
    for _ in range(list(solution).index(name)):
        officer.keys.press("Tab")
    officer.keys.press("Enter")
    desk.chooses_in_list(box)
    desk.marks(family)
    desk.decides(right["action"])
    officer.sees_saved("q1")
    for qid in ("q4", "q6"):
        officer.answer_with_keyboard(qid)
    assert officer.saved("q1")[name] == right
    officer.finds_no_trouble()

    bundle = officer.hands_in(tmp_path)
    scores = grade(run, bundle, officer.module)
    assert officer.credit("q1") > 0
    officer.gets(scores, "q1")
    for qid in ("q4", "q6"):
        got, most = scores[qid]
        assert got == most


@pytest.mark.parametrize("language", ["en"])
def test_the_document_as_a_whole_is_marked_and_keeps_the_focus(officer: Officer) -> None:
    """The tab key passes through the sheet to the marks; no box is taken instead of the whole.

    What the kernel confirms meanwhile takes the focus from nothing.
    """
    officer.opens_exercise()
    desk = Desk(officer, officer.question("q1"))
    # The last of the permits: the first are worked on by the test above, in the same workspace.
    desk.node.locator("[data-permit=p12]").focus()
    officer.keys.press("Enter")
    title = officer.say("Document {n} of {total}", n=12, total=12)
    expect(desk.node.get_by_text(title, exact=True)).to_be_visible()
    desk.chooses_in_list("page")
    desk.marks("copy")
    officer.sees_saved("q1")
    desk.tab("Decide")
    remove = desk.node.get_by_role("button", name=re.compile("^Remove"))
    officer.tabs_to(remove)
    officer.sees_saved("q1")
    expect(remove).to_be_focused()
    desk.decides("refuse")
    officer.sees_saved("q1")
    expect(desk.node.get_by_role("tab", name="Decide (⚑ 1)")).to_be_visible()
    assert officer.saved("q1")["p12"] == {"marks": {"page": "copy"}, "action": "refuse"}
