"""What a widget's script does in a page of its own, with a stand-in for the kernel's side."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from borderlab.i18n import in_language, set_language
from borderlab.widgets import assets
from borderlab.widgets.casework_rules import RuleExplorer
from borderlab.widgets.casework_rules_data import matching
from borderlab.widgets.specs import question_strings

_MODEL = """(state) => {
    const heard = {};
    return {
        get: (name) => state[name],
        set: (name, value) => {
            if (state[name] === value) return;
            state[name] = value;
            for (const told of heard[`change:${name}`] ?? []) told();
        },
        save_changes() { window.saved = (window.saved ?? 0) + 1; },
        send() {}, off() {},
        on: (name, told) => { (heard[name] ??= []).push(told); },
    };
}"""


def open_widget(page: Page, script: str, state: dict[str, Any]) -> Locator:
    """Draw a widget from its traits."""
    page.set_content("<main></main>")
    code = assets.esm(script).replace("export default", "window.entry =")
    page.add_script_tag(content=code, type="module")
    page.wait_for_function("window.entry")
    page.evaluate(
        f"(state) => entry.render({{ model: ({_MODEL})(state), "
        "el: document.querySelector('main') })",
        json.loads(json.dumps(state)),
    )
    return page.locator("main")


def press_twice(page: Page, labels: list[str]) -> list[str]:
    """Double-click a button that calls itself by the next label whenever it is pressed.

    Returns:
        The labels that were pressed.
    """
    page.set_content("<main></main>")
    page.add_script_tag(
        content=f"""{assets.esm("dom.js")}
        window.pressed = [];
        const labels = {json.dumps(labels)};
        const host = prepare(document.querySelector("main"));
        function draw() {{
            const name = labels[window.pressed.length] ?? labels.at(-1);
            host.replaceChildren(button(name, () => {{ window.pressed.push(name); draw(); }}));
        }}
        draw();""",
        type="module",
    )
    page.get_by_role("button").dblclick()
    found: list[str] = page.evaluate("window.pressed")
    return found


def test_a_double_click_does_not_press_what_the_first_click_brought(page: Page) -> None:
    assert press_twice(page, ["Inspect", "Sort again"]) == ["Inspect"]
    page.get_by_role("button").click()
    assert page.evaluate("window.pressed") == ["Inspect", "Sort again"]


def test_one_button_may_be_pressed_as_fast_as_one_likes(page: Page) -> None:
    assert press_twice(page, ["Next", "Next", "Next"]) == ["Next", "Next"]
    assert press_twice(page, ["Show 12 more", "Show 8 more"]) == ["Show 12 more", "Show 8 more"]


@pytest.mark.parametrize("words", ["Rés. Conf. 12.3", "art. VIII", "pré-Convention", "D’ÉLEVAGE"])
def test_the_page_finds_the_rules_that_the_kernel_finds(page: Page, words: str) -> None:
    with in_language("fr"):
        state = RuleExplorer().get_state()
        hits = len(matching({"search": words}))
    assert hits > 0
    widget = open_widget(page, "casework_rules.js", state)
    widget.get_by_role("searchbox").fill(words)
    expect(widget.get_by_role("status")).to_have_text(f"Règles affichées\u00a0: {hits} sur 140")


def test_a_rule_opened_right_after_a_choice_stays_open(page: Page) -> None:
    with in_language("en"):
        state = RuleExplorer().get_state()
    widget = open_widget(page, "casework_rules.js", state)
    widget.get_by_label("Severity").select_option("reject")
    first = widget.locator("details").first
    first.locator("summary").press("Enter")
    page.wait_for_function("window.saved > 0")
    expect(first).to_have_attribute("open", "")
    expect(first.locator("summary")).to_be_focused()


def form_state(status: dict[str, str]) -> dict[str, Any]:
    """A form of two numbers, as the kernel gives it."""
    fields = [
        {"id": "hit", "label": "Hit rate", "unit": "%", "limits": "0 to 100"},
        {"id": "lift", "label": "Lift", "unit": "", "limits": "0 to 9"},
    ]
    return {
        "spec": {
            "language": "en",
            "heading": "Question 1",
            "prompt": "Read the curve.",
            "signs": {"decimal": "."},
            "task": {"fields": fields, "outline": None, "picture": None},
        },
        "strings": question_strings(),
        "value": None,
        "shown": "",
        "locked": False,
        "hint": None,
        "feedback": {},
        "status": status,
    }


def test_only_the_field_that_is_wrong_is_marked(page: Page) -> None:
    set_language("en")
    refused = {"state": "error", "text": "Lift – Type a number between 0 and 9.", "id": ""}
    widget = open_widget(page, "task_numbers.js", form_state(refused))
    expect(widget.get_by_label("Lift")).to_have_attribute("aria-invalid", "true")
    expect(widget.get_by_label("Hit rate")).to_have_attribute("aria-invalid", "false")


def test_a_full_text_field_says_that_the_rest_is_cut_off(page: Page) -> None:
    set_language("en")
    state = form_state({"state": "empty", "text": "", "id": ""})
    state["spec"] |= {"kind": "text", "min_words": 0, "max_chars": 20}
    widget = open_widget(page, "kind_text.js", state)
    box = widget.get_by_role("textbox")
    box.press_sequentially("nineteen characters")
    expect(widget.get_by_text("Words: 2")).to_have_text("Words: 2")
    box.press_sequentially(" and more")
    expect(widget.get_by_text("The field is full")).to_be_visible()
