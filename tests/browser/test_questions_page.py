"""Every kind of question by keyboard and by dragging, and a kernel that goes away."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.server import Server
from unit.borderlab.widgets.conftest import QUESTIONS, write_questions

FIRST = 60_000
SAVED = re.compile("Saved")
# How many kernels the server runs, asked from the open page.
KERNELS = "async () => (await (await fetch('/api/kernels')).json()).length"


def notebook(cells: list[str]) -> str:
    """The text of a notebook."""
    return json.dumps(
        {
            "cells": [
                {
                    "cell_type": "code",
                    "id": f"cell-{place}",
                    "metadata": {},
                    "source": source,
                    "outputs": [],
                    "execution_count": None,
                }
                for place, source in enumerate(cells)
            ],
            "metadata": {
                "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


class Sheet:
    """The page with all questions, and what is saved."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder

    def question(self, qid: str) -> Locator:
        """The box of a question."""
        place = [question["id"] for question in QUESTIONS].index(qid) + 1
        return self.page.get_by_role("group", name=f"Question {place} of {len(QUESTIONS)}")

    def saved(self, qid: str) -> Any:
        """The value in the file once the page says that it is saved."""
        status = self.question(qid).get_by_role("status").filter(has_text=SAVED)
        expect(status).to_be_visible()
        found = json.loads((self.folder / "answers.json").read_text(encoding="utf-8"))
        return found["answers"][qid]["value"]

    def settle(self) -> None:
        """Wait longer than any delay before saving."""
        self.page.wait_for_timeout(1_300)

    def run_all(self) -> None:
        """Run, Run All Cells; before the kernel is ready Lab would lose it without a word."""
        expect(self.page.get_by_text(re.compile(r"\| (Idle|Inactif)$"))).to_be_visible(
            timeout=FIRST
        )
        self.page.get_by_role("menuitem", name=re.compile("^(Run|Exécution)$")).click()
        self.page.get_by_text(re.compile("^(Run All Cells|Exécuter toutes les cellules)$")).click()
        expect(self.question("q1")).to_be_visible(timeout=FIRST)

    def cells(self) -> int:
        """How many cells the notebook has."""
        return self.page.locator(".jp-Cell").count()


@pytest.fixture
def sheet(plain_lab: Server, page: Page) -> Sheet:
    """A notebook with one question of every kind, run in plain JupyterLab."""
    folder = plain_lab.workspace / "questions"
    folder.mkdir(exist_ok=True)
    (folder / "answers.json").unlink(missing_ok=True)
    write_questions(folder)
    first = 'import borderlab as kit\nkit.open_notebook("m00_welcome", "lesson", language="en")'
    asks = [f'kit.ask("{question["id"]}")' for question in QUESTIONS]
    (folder / "sheet.ipynb").write_text(notebook([first, *asks]), encoding="utf-8")
    page.goto(plain_lab.page("questions/sheet.ipynb"))
    page.locator(".jp-Notebook").wait_for(timeout=FIRST)
    shown = Sheet(page, folder)
    shown.run_all()
    return shown


def test_every_kind_works_by_keyboard_and_no_key_reaches_the_notebook(sheet: Sheet) -> None:
    keys, cells = sheet.page.keyboard, sheet.cells()

    sheet.question("q1").get_by_role("radio").first.focus()
    for key in ("Space", "ArrowDown", "a", "b", "d", "d"):
        keys.press(key)
    sheet.settle()
    assert sheet.saved("q1") == "b"

    sheet.question("q2").get_by_role("checkbox").nth(2).focus()
    keys.press("Space")
    assert sheet.saved("q2") == ["c"]

    sheet.question("n1").get_by_role("textbox").focus()
    keys.type("33,1")
    keys.press("Enter")
    assert sheet.saved("n1") == 33.1

    order = sheet.question("o1")
    before = order.get_by_role("listitem").all_inner_texts()
    order.get_by_role("button", name=re.compile("^Move down")).first.focus()
    keys.press("Alt+ArrowDown")
    assert len(sheet.saved("o1")) == 3
    after = order.get_by_role("listitem").all_inner_texts()
    assert before[0].split("\n")[1] == after[1].split("\n")[1]

    sheet.question("l1").get_by_role("radio").first.focus()
    keys.press("ArrowRight")
    sheet.settle()
    assert sheet.saved("l1") == {"c1": "red"}
    focused = "document.activeElement.value"
    assert sheet.page.evaluate(focused) == "red", "the card has moved and keeps the focus"

    sheet.question("t1").get_by_role("textbox").focus()
    keys.type("base rate dd")
    sheet.settle()
    assert sheet.saved("t1") == "base rate dd"

    sheet.question("p1").get_by_role("textbox").fill("98")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    expect(sheet.question("p1").get_by_text("About 5.")).to_be_visible()
    expect(sheet.question("p1").get_by_role("textbox")).to_be_disabled()
    assert sheet.cells() == cells


def test_an_answer_still_being_typed_is_not_called_saved_and_is_checked_as_typed(
    sheet: Sheet,
) -> None:
    question = sheet.question("n1")
    field, status = question.get_by_role("textbox"), question.get_by_role("status")
    field.fill("1")
    assert sheet.saved("n1") == 1
    field.focus()
    sheet.page.keyboard.press("End")
    sheet.page.keyboard.type("2")
    assert "Saving" in status.inner_text()
    # The press takes the focus from the field: one press must save, and check what was saved.
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".bl-feedback-title")).to_be_visible()
    assert sheet.saved("n1") == 12


def test_what_was_typed_last_is_saved_when_the_page_is_left(sheet: Sheet) -> None:
    sheet.question("t1").get_by_role("textbox").focus()
    sheet.page.keyboard.type("left at once")
    sheet.page.goto("about:blank")
    file = sheet.folder / "answers.json"
    for _ in range(100):
        if file.exists() and "left at once" in file.read_text(encoding="utf-8"):
            return
        sheet.page.wait_for_timeout(100)
    raise AssertionError("the text is lost")


def test_cards_and_rows_can_be_dragged(sheet: Sheet) -> None:
    mouse = sheet.page.mouse
    lanes = sheet.question("l1")
    lanes.scroll_into_view_if_needed()
    start = lanes.get_by_text("Box", exact=True).bounding_box()
    end = lanes.get_by_role("region", name="Green").bounding_box()
    assert start
    assert end
    mouse.move(start["x"] + 5, start["y"] + 5)
    mouse.down()
    mouse.move(start["x"] + 30, start["y"] + 30, steps=4)
    mouse.move(end["x"] + 30, end["y"] + 30, steps=6)
    mouse.up()
    assert sheet.saved("l1") == {"c2": "green"}


def test_an_answer_given_while_the_kernel_is_away_is_saved_later(sheet: Sheet) -> None:
    page, question = sheet.page, sheet.question("q1")
    question.get_by_role("radio").first.check()
    assert sheet.saved("q1") == "a"
    running = page.evaluate(KERNELS)
    page.get_by_role("menuitem", name=re.compile("^(Kernel|Noyau)$")).click()
    page.get_by_text(re.compile("^(Shut Down Kernel|Arrêter le noyau)$")).click()
    page.wait_for_function(f"async (before) => (await ({KERNELS})()) < before", arg=running)
    question.get_by_role("radio").nth(1).check()
    expect(question.get_by_text("the notebook's kernel does not answer")).to_be_visible()
    expect(question.get_by_role("button", name="Try again")).to_be_visible()
    page.get_by_role("menuitem", name=re.compile("^(Kernel|Noyau)$")).click()
    page.get_by_text(re.compile("^(Change Kernel|Changer de noyau)…$")).click()
    page.locator(".jp-Dialog").get_by_role(
        "button", name=re.compile("^(Select|Sélectionne)")
    ).click()
    page.wait_for_timeout(2_000)
    sheet.run_all()
    expect(sheet.question("q1").get_by_role("radio").nth(1)).to_be_checked(timeout=FIRST)
    assert sheet.saved("q1") == "b"
