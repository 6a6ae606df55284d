"""What opening a notebook does, and what it never does."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from browser.participant import FIRST
from browser.server import Server

LESSON = "modules/fr/m00_welcome/lesson.ipynb"
TRAPS = {
    "call": '__import__("pathlib").Path("trap-call").write_text("")',
    "argument": 'kit.saved(open("trap-argument", "w"))',
    "chained": 'kit.seed().__class__; open("trap-chained", "w")',
    "setup": 'import borderlab as kit\nopen("trap-setup", "w")',
}


def cell(source: str, *tags: str) -> dict[str, object]:
    metadata = {"tags": list(tags), "jupyter": {"source_hidden": True}}
    return {
        "cell_type": "code",
        "id": f"c{abs(hash(source)) % 10**8}",
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def foreign_notebook(folder: Path) -> Path:
    """A notebook from elsewhere that carries our metadata and tags."""
    folder.mkdir(parents=True)
    kit = {"kit": "0.1.0", "module": "m00_welcome", "part": "lesson", "language": "fr"}
    setup = 'import borderlab as kit\nkit.open_notebook("home", "home", language="fr")'
    cells = [cell(setup, "kit-setup", "kit-run")]
    cells += [cell(source, "kit-run") for source in TRAPS.values()]
    cells += [cell('open("trap-untagged", "w")'), cell('kit.status("q1")', "kit-run")]
    notebook = {
        "metadata": {"borderlab": kit, "kernelspec": {"name": "python3", "display_name": "P"}},
        "cells": cells,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path = folder / "foreign.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def is_open(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text="Prêt").first).to_be_attached(timeout=FIRST)
    expect(page.get_by_role("group").first).to_be_visible()


def test_foreign_notebook_runs_only_calls_of_the_kit(lab: Server, page: Page) -> None:
    """Our tags are not enough: other code stays in sight and does not run."""
    path = foreign_notebook(lab.workspace / "foreign")
    page.goto(lab.page("foreign/foreign.ipynb"))
    # The last cell is one of the kit's: once it has answered, all before it would have run.
    expect(page.get_by_role("alert")).to_be_visible(timeout=FIRST)
    expect(page.get_by_text("trap-call")).to_be_visible()
    assert [trap.name for trap in path.parent.glob("trap*")] == []


def test_opening_is_no_edit(lab: Server, page: Page) -> None:
    """Drawn widgets change nothing on the disk, and leaving asks no question."""
    before = (lab.workspace / LESSON).read_bytes()
    page.goto(lab.page(LESSON))
    is_open(page)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    is_open(page)
    assert asked == []
    assert (lab.workspace / LESSON).read_bytes() == before


def test_letters_typed_on_the_page_change_no_cell(lab: Server, page: Page) -> None:
    """In an application "b" or "dd" inserts or deletes nothing."""
    page.goto(lab.page(LESSON))
    is_open(page)
    heading = page.get_by_role("heading", level=1).first
    headings = [text for text in page.get_by_role("heading").all_inner_texts() if text]
    heading.click()
    for key in ("b", "a", "m", "d", "d", "x", "Enter"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Afficher le code").click()
    expect(page.get_by_text("import borderlab as kit")).to_be_visible()
    after = [text for text in page.get_by_role("heading").all_inner_texts() if text]
    assert after == headings
    expect(page.locator(".jp-mod-dirty")).to_have_count(0)


def test_sections_can_be_walked_by_keyboard(lab: Server, page: Page) -> None:
    """Next section puts focus on its heading and says where one is."""
    page.goto(lab.page(LESSON))
    is_open(page)
    expect(page.get_by_text("Partie 1 sur")).to_be_visible()
    page.get_by_role("button", name="Partie suivante").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Partie 2 sur")).to_be_visible()
    expect(page.locator("h2:focus")).to_be_visible()


def test_progress_follows_the_answers(lab: Server, page: Page) -> None:
    """The bar above the notebook counts what is answered."""
    page.goto(lab.page(LESSON))
    is_open(page)
    expect(page.get_by_text("Réponses\u00a0: 0 sur")).to_be_visible()
    page.get_by_role("radio").first.check()
    expect(page.get_by_text("Réponses\u00a0: 1 sur")).to_be_visible()
