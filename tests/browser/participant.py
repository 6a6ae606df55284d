"""What a participant does: looks, clicks, types. No view into the page's internals."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

SAVED = re.compile("Enregistré|Saved|Guardad[oa]")
READY = re.compile("^(Prêt|Ready|Listo)$")
FIRST = 60_000  # ms until a kernel has started on a busy machine


def read(path: Path) -> Any:
    """A JSON file of the course."""
    return json.loads(path.read_text(encoding="utf-8"))


def words(markdown: str) -> str:
    """The longest piece of a text that is shown as it is written."""
    pieces = re.split(r"[*_`#\[\]\n]+|\s{2,}", markdown.strip())
    return max(pieces, key=len).strip()


class Participant:
    """A person at one browser page.

    Args:
        page: the browser's page.
        questions: the exercise's questions.json.
        key: the trainer's key file: which answers to give.
    """

    def __init__(self, page: Page, questions: dict[str, Any], key: dict[str, Any]) -> None:
        self.page = page
        self.questions = {question["id"]: question for question in questions["questions"]}
        self.key = key["questions"]

    def question(self, qid: str) -> Locator:
        """The question's box, found by its prompt."""
        prompt = words(self.questions[qid]["prompt"])
        return self.page.get_by_role("group").filter(has_text=prompt).first

    def sees_saved(self, qid: str) -> None:
        """Wait until the question says that its answer is saved."""
        expect(self.question(qid).get_by_role("status").filter(has_text=SAVED)).to_be_visible()

    def option(self, qid: str, oid: str) -> Locator:
        """The radio button or box of an option."""
        text = next(o["text"] for o in self.questions[qid]["options"] if o["id"] == oid)
        role = "radio" if self.questions[qid]["kind"] == "choice" else "checkbox"
        return self.question(qid).get_by_role(role, name=words(text))

    def card(self, qid: str, item: str, lane: str) -> Locator:
        """The radio button that puts a card into a lane."""
        question = self.questions[qid]
        text = next(i["text"] for i in question["items"] if i["id"] == item)
        title = next(entry["text"] for entry in question["lanes"] if entry["id"] == lane)
        group = self.question(qid).get_by_role("radiogroup", name=words(text))
        return group.get_by_role("radio", name=words(title))

    def number_text(self, qid: str) -> str:
        """The right number as the participant writes it, with a decimal comma."""
        return str(self.key[qid]["key"]["answer"]).replace(".", ",")

    def answer_with_mouse(self, qid: str) -> None:
        """Click the right answer."""
        kind, key = self.questions[qid]["kind"], self.key[qid]["key"]
        if kind in {"choice", "choices"}:
            for oid in key["correct"] if kind == "choices" else key["correct"][:1]:
                self.option(qid, oid).click()
        elif kind == "lanes":
            for item, lanes in key["lanes"].items():
                # The button itself is drawn by its badge; people click the badge.
                self.card(qid, item, lanes[0]).locator("xpath=..").click()
        else:
            raise NotImplementedError(kind)
        self.sees_saved(qid)

    def answer_with_keyboard(self, qid: str) -> None:
        """Tab to the answer and type it."""
        kind = self.questions[qid]["kind"]
        field = self.question(qid).get_by_role("textbox").first
        if kind == "choice":
            self._arrow_to(qid, self.key[qid]["key"]["correct"][0])
        elif kind == "number":
            field.focus()
            self.page.keyboard.type(self.number_text(qid))
            self.page.keyboard.press("Enter")
        elif kind == "text":
            field.focus()
            self.page.keyboard.type("Une alerte est une raison de regarder de plus près. abdxz")
            self.page.keyboard.press("Tab")
        else:
            raise NotImplementedError(kind)
        self.sees_saved(qid)

    def _arrow_to(self, qid: str, oid: str) -> None:
        ids = [option["id"] for option in self.questions[qid]["options"]]
        self.option(qid, ids[0]).focus()
        self.page.keyboard.press("Space")
        for _ in range(ids.index(oid)):
            self.page.keyboard.press("ArrowDown")

    def sees_answer(self, qid: str) -> None:
        """The answer given before is on the screen, and called saved."""
        kind, key = self.questions[qid]["kind"], self.key[qid].get("key")
        self.question(qid).scroll_into_view_if_needed(timeout=FIRST)
        self.sees_saved(qid)
        if kind in {"choice", "choices"}:
            for oid in key["correct"] if kind == "choices" else key["correct"][:1]:
                expect(self.option(qid, oid)).to_be_checked()
        elif kind == "lanes":
            for item, lanes in key["lanes"].items():
                expect(self.card(qid, item, lanes[0])).to_be_checked()
        elif kind == "number":
            expect(self.question(qid).get_by_role("textbox").first).to_have_value(
                self.number_text(qid)
            )
        elif kind == "text":
            expect(self.question(qid).get_by_role("textbox").first).to_have_value(
                re.compile("abdxz$")
            )

    def is_ready(self) -> None:
        """The bar above the notebook says that everything is running."""
        status = self.page.get_by_role("status").filter(has_text=READY)
        expect(status.locator("visible=true").or_(status).first).to_have_text(READY, timeout=FIRST)
