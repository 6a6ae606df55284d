"""axe-core finds nothing serious in what the kit draws, in any language, in light and in dark."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from borderlab.i18n import LANGUAGES
from browser.course_steps import cut_off
from browser.participant import FIRST, READY
from browser.server import ROOT, Server

# Our output areas, and the bar of our extension above the notebook.
OURS = {"include": [[".bl"], [".blf"]]}
GRAVE = {"serious", "critical"}
MOST = 6  # buttons of a kind that are pressed; more of the same show nothing new
MODULES = sorted(path.name for path in (ROOT / "modules" / "en").iterdir() if path.is_dir())


# As JupyterLab's menus name them in the three languages.
THEMES = {
    "dark": re.compile("^JupyterLab (Dark|Sombre|modo oscuro)$"),
    "light": re.compile("^JupyterLab (Light|Clair|modo claro)$"),
}


def open_page(page: Page, lab: Server, path: str) -> None:
    page.goto(lab.page(path))
    ready = page.get_by_role("status").filter(has_text=READY)
    expect(ready.first).to_be_attached(timeout=FIRST)
    expect(page.get_by_role("group").first).to_be_visible()


def choose_theme(page: Page, name: str) -> None:
    """Through the Settings menu, as everybody does."""
    page.get_by_role("menuitem", name=re.compile("^(Settings|Paramètres|Configuración)")).click()
    menu = page.get_by_role("menu").get_by_role("listitem")
    menu.filter(has_text=re.compile("^(Theme|Thème|Tema)$")).click()
    page.get_by_role("menu").get_by_text(THEMES[name]).click()
    page.wait_for_timeout(800)  # colours fade


def findings(page: Page) -> list[str]:
    """Serious and critical findings, each with the first place where it occurs."""
    result = Axe().run(page, context=OURS)
    return [
        f"{found['impact']}: {found['id']}: {found['help']}: {node['html'][:200]}"
        f" {node.get('failureSummary', '')[:300]}"
        for found in result.response["violations"]
        if found["impact"] in GRAVE
        for node in found["nodes"][:3]
    ]


def use_everything(page: Page) -> None:
    """Answer, ask for hints and checks, so that what they show is looked at too."""
    for radio in page.get_by_role("radiogroup").all()[:1]:
        radio.get_by_role("radio").nth(1).locator("xpath=..").click()
    if page.get_by_role("radio").count():
        # By key: a click could miss while what stands above is still growing.
        page.get_by_role("radio").first.press("Space")
    for name in (r"^(Hint|Indice|Pista)", r"^(Check|Vérifier|Comprobar)"):
        # Handles, not positions: what a press opens may rename or move the buttons after it.
        for button in page.get_by_role("button", name=re.compile(name)).element_handles()[:MOST]:
            if button.is_visible():
                button.click()
    for box in page.get_by_role("textbox").all()[:1]:
        if box.is_editable():
            box.fill("abc")
    page.wait_for_timeout(1500)  # until the answers have come back


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_page(lab: Server, page: Page, language: str) -> None:
    """With a refused code and a question about handing in on the screen."""
    open_page(page, lab, f"modules/{language}/home.ipynb")
    page.get_by_role("textbox").first.fill("K7F3")
    page.keyboard.press("Enter")
    page.get_by_role("button").filter(has_text=re.compile("^(Hand in|Remettre|Entregar)")).click()
    page.wait_for_timeout(1500)
    assert findings(page) == []
    choose_theme(page, "dark")
    assert findings(page) == []
    choose_theme(page, "light")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("part", ["lesson", "exercise"])
def test_notebook(lab: Server, page: Page, language: str, module: str, part: str) -> None:
    """After use, in light and on a phone; dark colours are the same in all languages."""
    lesson = f"modules/{language}/{module}/lesson.ipynb"
    exercise = f"exercises/{language}/{module}/{module}.ipynb"
    open_page(page, lab, lesson if part == "lesson" else exercise)
    if module == MODULES[0]:
        assert findings(page) == []
    use_everything(page)
    assert findings(page) == []
    if module == MODULES[0] or (language == LANGUAGES[0] and part == "lesson"):
        choose_theme(page, "dark")
        assert findings(page) == []
        choose_theme(page, "light")
    assert cut_off(page) == []
