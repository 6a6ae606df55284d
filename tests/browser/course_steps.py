"""What an officer does in a module: opens its parts, works by keyboard, hands in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from borderlab import tasks
from borderlab.i18n import in_language, number, percent
from browser.handing_in import hand_in, press
from browser.participant import FIRST, READY, Participant, read, words
from browser.server import ROOT, Server
from browser.spoken import say, typed

# Where an error of a cell, or what it writes on stderr, is shown.
_TROUBLE = "[data-mime-type$='.error'], [data-mime-type$='.stderr']"
_HOME = re.compile("^(Home|Accueil|Inicio)$")
_NEXT = re.compile("^(Next section|Partie suivante|Sección siguiente)$")
_FOCUSED = """(node) => {
    const active = document.activeElement;
    const group = node.type === "radio" && active.type === "radio" && active.name === node.name;
    return node === active || group;
}"""
_CUT_OFF = """() => {
    const own = ["auto", "scroll", "hidden"];
    const scrolls = (node) => own.includes(getComputedStyle(node).overflowX);
    const inside = (node) => {
        for (let up = node.parentElement; up; up = up.parentElement) {
            if (up.matches(".bl")) return scrolls(up);
            if (scrolls(up)) return true;
        }
        return false;
    };
    const hidden = (node) => !node.checkVisibility() || node.closest(".bl-aside, svg");
    return [...document.querySelectorAll(".bl, .bl *")]
        .filter((node) => !hidden(node) && !inside(node))
        .filter((node) => node.getBoundingClientRect().right > window.innerWidth + 1)
        .map((node) => `${node.tagName}.${node.className}: ${node.textContent.slice(0, 60)}`)
        .slice(0, 10);
}"""


class Officer(Participant):
    """A participant in one module and language.

    Attributes:
        lab: the JupyterLab.
        hand: works with the ``mouse`` or the ``keyboard``.
        errors: what the browser's console called an error.
    """

    def __init__(
        self, lab: Server, page: Page, module: str, language: str, hand: str = "keyboard"
    ) -> None:
        exercise = ROOT / "exercises" / language / module / "questions.json"
        key = ROOT / "solutions" / language / f"{module}.key.json"
        super().__init__(page, read(exercise), read(key))
        self.lab, self.module, self.language, self.hand = lab, module, language, hand
        self.keys = page.keyboard
        self.errors: list[str] = []
        page.on("console", lambda m: m.type == "error" and self.errors.append(m.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def say(self, text: str, **values: Any) -> str:
        """A text of the kit in the officer's language."""
        return say(self.language, text, **values)

    def written(self, value: float) -> str:
        """A number as the kit writes it for this officer."""
        with in_language(self.language):
            return number(value)

    def percent(self, share: float) -> str:
        """A share as the kit writes it for this officer."""
        with in_language(self.language):
            return percent(share)

    def number_text(self, qid: str) -> str:
        """The right number as this officer types it."""
        return typed(self.key[qid]["key"]["answer"], self.language)

    # Opening

    def opens_lesson(self) -> None:
        """The lesson, everything on it ready."""
        self.page.goto(self.lab.page(f"modules/{self.language}/{self.module}/lesson.ipynb"))
        self.finds_page_ready()

    def opens_exercise(self) -> None:
        """The exercise, from the home page and by keyboard."""
        self.page.goto(self.lab.page(f"modules/{self.language}/home.ipynb"))
        course = read(self.lab.workspace / "modules" / self.language / "course.json")
        title = next(entry["title"] for entry in course["modules"] if entry["id"] == self.module)
        begin, go_on = (
            self.page.get_by_role("link", name=self.say("{action}: {title}", action=a, title=title))
            for a in (self.say("Open the exercise"), self.say("Go on with the exercise"))
        )
        link = begin.or_(go_on)
        link.focus(timeout=FIRST)
        self.keys.press("Enter")
        expect(self.question("q1")).to_be_visible(timeout=FIRST)
        self.finds_page_ready()

    def finds_page_ready(self) -> None:
        """All cells have run."""
        ready = self.page.get_by_role("status").filter(has_text=READY).locator("visible=true")
        expect(ready).to_be_visible(timeout=FIRST)

    def finds_no_trouble(self) -> None:
        """No cell shows an error and the browser has met none."""
        trouble = self.page.locator(_TROUBLE).or_(self.page.get_by_role("alert"))
        expect(trouble).to_have_count(0)
        assert self.errors == []

    def widget(self, name: str) -> Locator:
        """The first widget of this (English) name."""
        return self.page.get_by_role("group", name=self.say(name), exact=True).first

    def lesson_question(self, qid: str) -> Locator:
        """The box of a question of the lesson."""
        folder = ROOT / "modules" / self.language / self.module
        found = read(folder / "questions.json")["questions"]
        prompt = words(next(one["prompt"] for one in found if one["id"] == qid))
        return self.page.get_by_role("group").filter(has_text=prompt).first

    # Mouse or keyboard

    def presses(self, button: Locator) -> None:
        """A button, which keeps its place on the page."""
        if self.hand == "mouse":
            button.click()
        else:
            press(button)

    def chooses(self, radio: Locator) -> None:
        """A radio button: a click on what is drawn for it, or tabs and arrows."""
        if self.hand == "mouse":
            radio.locator("xpath=..").click()
        else:
            self.arrows_to(radio)

    def moves(self, slider: Locator, times: int) -> None:
        """A slider: to three quarters of its way, or so many steps on."""
        if self.hand == "mouse":
            slider.scroll_into_view_if_needed()
            place = slider.bounding_box()
            assert place
            slider.click(position={"x": place["width"] * 0.75, "y": place["height"] / 2})
            return
        slider.focus()
        for _ in range(times):
            self.keys.press("ArrowRight")

    def answers(self, qid: str) -> None:
        """A question with one right answer."""
        if self.hand == "mouse" and self.questions[qid]["kind"] != "number":
            self.answer_with_mouse(qid)
        else:
            self.answer_with_keyboard(qid)

    # Keyboard

    def goes_to_section(self, anchor: str) -> None:
        """With the button for the next section, until a heading is reached."""
        # JupyterLab gives the ids of a notebook's text another name.
        anchors = self.page.locator(f"[data-jupyter-id='{anchor}'], [id='{anchor}']")
        heading = self.page.locator(".jp-Cell", has=anchors).get_by_role("heading").first
        on = self.page.get_by_role("button", name=_NEXT)
        for _ in range(40):
            on.focus()
            self.keys.press("Enter")
            if heading.evaluate("(node) => node === document.activeElement"):
                return
        raise AssertionError(f"{anchor} is never reached")

    def tabs_to(self, target: Locator, most: int = 30, *, back: bool = False) -> None:
        """Press Tab until the target, or another button of its radio group, has the focus."""
        target.wait_for(state="attached")
        for _ in range(most):
            if target.evaluate(_FOCUSED):
                return
            self.keys.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{target} is not reached with {most} tabs")

    def arrows_to(self, radio: Locator, most: int = 30) -> None:
        """Tab to a group of radio buttons and choose one with the arrow keys."""
        self.tabs_to(radio)
        self.keys.press("Space")
        for _ in range(most):
            if radio.is_checked():
                return
            self.keys.press("ArrowDown")
        raise AssertionError(f"{radio} is not reached with arrows")

    # What is drawn for this officer

    def saved(self, qid: str) -> Any:
        """The value in the file of answers."""
        return self._answers()["answers"][qid]["value"]

    @property
    def seed(self) -> int:
        """The number that this officer's exercise is drawn from."""
        return int(self._answers()["seed"])

    def solution(self, qid: str) -> Any:
        """A value that earns everything."""
        task, drawn = self._task(qid)
        return task.solution(*drawn)

    def credit(self, qid: str) -> float:
        """What the saved value is worth, 0 to 1."""
        task, drawn = self._task(qid)
        return task.judge(*drawn, self.saved(qid)).credit

    def fills_form(self, qid: str) -> None:
        """Type the right numbers, field by field with the tab key."""
        task, (settings, secret, seed) = self._task(qid)
        right = task.solution(settings, secret, seed)
        boxes = self.question(qid).get_by_role("textbox")
        with in_language(self.language):
            fields = task.fields(settings, seed)  # type: ignore[attr-defined]
        boxes.first.focus()
        for at, field in enumerate(fields):
            expect(boxes.nth(at)).to_be_focused()
            expect(boxes.nth(at)).to_have_accessible_name(field.label)
            text = typed(right[field.id], self.language)
            self.keys.type(text)
            expect(boxes.nth(at)).to_have_value(text)
            self.keys.press("Enter" if at == len(fields) - 1 else "Tab")
        self.sees_saved(qid)
        assert self.saved(qid) == right

    def _task(self, qid: str) -> tuple[tasks.Task, tuple[Any, Any, int]]:
        key = self.key[qid]["key"]
        return tasks.find(key["task"]), (key["settings"], key["secret"], self.seed)

    def _answers(self) -> Any:
        folder = self.lab.workspace / "exercises" / self.language / self.module
        return read(folder / "answers.json")

    # Handing in

    def hands_in(self, folder: Path) -> Path:
        """From the home page; gives the file that was downloaded."""
        self.presses(self.page.get_by_role("button", name=_HOME))
        return hand_in(self.page, self.language, folder, self.presses)

    def gets(self, scores: dict[str, tuple[float, float]], qid: str) -> None:
        """The gradebook's points of a task are what the saved value is worth."""
        got, most = scores[qid]
        assert most == self.key[qid]["points"]
        assert abs(got - most * self.credit(qid)) < 0.01, (qid, got, most)


def cut_off(page: Page) -> list[str]:
    """Parts of widgets that stick out of a phone's screen and cannot be scrolled to."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(500)  # until the widgets are drawn anew
    return list(page.evaluate(_CUT_OFF))


def starting_with(*parts: str) -> re.Pattern[str]:
    """Accessible names that begin with these texts, whatever space is between them."""
    return re.compile(r"^\s*" + r"\s*".join(re.escape(part) for part in parts))
