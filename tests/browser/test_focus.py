"""The controls of every widget by keyboard: whatever they do, the focus is not lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import ElementHandle, Locator, Page

from browser.course_steps import Officer
from browser.server import Server

_MOST = 16  # controls of one widget; those further on are of the same kinds
_ANSWER = 150  # ms: time for the kernel to answer and for the widget to be drawn anew
_CONTROLS = (
    "button:not([disabled]), input:not([disabled]), select:not([disabled]), summary, [tabindex='0']"
)
_KEYS = {"radio": "Space", "checkbox": "Space", "range": "ArrowRight", "SELECT": "ArrowDown"}
# Where the control is still there and nothing is typed into it: its kind and its name.
_FOCUS = """(node) => {
    const kind = node.tagName === "INPUT" ? node.type : node.tagName;
    const typed = ["text", "TEXTAREA"].includes(kind);
    if (typed || !node.isConnected || !node.checkVisibility()) return null;
    node.focus();
    return [kind, node.getAttribute("aria-label") ?? node.textContent];
}"""
# "Read this part again" leads to a heading of the text.
_KEPT = """(group) => {
    const active = document.activeElement;
    return group.contains(active) || active.matches("h1, h2, h3, h4");
}"""


def press_all(page: Page, group: Locator) -> list[str]:
    """Press each control of a widget; what lost the focus."""
    lost = []
    host = group.element_handle()
    assert isinstance(host, ElementHandle)
    controls = group.locator(_CONTROLS)
    for at in range(_MOST):
        # Drawn anew after every press, so the list is taken anew as well.
        handles = controls.element_handles()
        found = handles[at].evaluate(_FOCUS) if at < len(handles) else None
        if found is None:
            continue
        kind, name = found
        page.keyboard.press(_KEYS.get(kind, "Enter"))
        page.wait_for_timeout(_ANSWER)
        if not host.evaluate(_KEPT):
            lost.append(f"{group.get_attribute('aria-label')}: {name}")
    return lost


@pytest.mark.parametrize("part", ["lesson", "exercise"])
@pytest.mark.parametrize("module", ["m00_welcome", "m01_risk", "m02_documents", "m03_inspection"])
def test_no_control_loses_the_focus(lab: Server, page: Page, module: str, part: str) -> None:
    officer = Officer(lab, page, module, "en")
    if part == "lesson":
        officer.opens_lesson()
    else:
        officer.opens_exercise()
    groups = page.locator(".bl[role=group]")
    lost = [name for at in range(groups.count()) for name in press_all(page, groups.nth(at))]
    assert lost == []
    officer.finds_no_trouble()
