"""A choice is not lost when the kernel's echo of an earlier one arrives after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from borderlab.widgets.auditing_history import ProfileHistory
from borderlab.widgets.auditing_rounds import Setting
from borderlab.widgets.base_rate import BaseRateGrid
from borderlab.widgets.display import KitWidget
from borderlab.widgets.examining_boxes import BoxOpener

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

# The model of a widget in the browser; its kernel says only what the test makes it say.
MOUNT = """async (state) => {
  const heard = {};
  const sent = [];
  const model = {
    get: (name) => state[name],
    set(name, value) {
      if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
      state[name] = value;
      for (const action of [...(heard[`change:${name}`] ?? [])]) action();
    },
    on: (name, action) => (heard[name] ??= []).push(action),
    off: (name, action) => (heard[name] = (heard[name] ?? []).filter((one) => one !== action)),
    save_changes: () => sent.push(structuredClone(state)),
    send: () => undefined,
  };
  const code = new Blob([state._esm], { type: "text/javascript" });
  const module = await import(URL.createObjectURL(code));
  const el = document.createElement("div");
  document.body.append(el);
  Object.assign(window, { model, sent, stop: module.default.render({ model, el }) });
}"""

# Press; let the kernel hear; press again, hear the echo of the first, press once more; leave.
THREE_PRESSES = """async ([name, presses]) => {
  const nodes = [...document.querySelectorAll(presses)];
  const press = (index) => nodes[Math.min(index, nodes.length - 1)].click();
  press(0);
  while (sent.length === 0) await new Promise((done) => setTimeout(done, 10));
  const first = structuredClone(sent[0][name]);
  press(1);
  model.set(name, first);
  press(2);
  stop();
  return sent.at(-1)[name];
}"""


def boxes() -> KitWidget:
    """Opened one by one; what is told is a list that grows."""
    return BoxOpener()


def alerts() -> KitWidget:
    """The same on the base-rate picture."""
    return BaseRateGrid(step=3)


def quarters() -> KitWidget:
    """Each press goes on from the quarter that is shown."""
    history = ProfileHistory(Setting(0.05, 2_000, 400, 0.6, seed=1), groups="routes")
    history.covered = False
    return history


@pytest.mark.parametrize(
    ("make", "name", "presses", "wanted"),
    [
        (boxes, "opened", ".bl-exam-box", [0, 1, 2]),
        (alerts, "opened", ".bl-grid-open .bl-button-main", 3),
        (quarters, "quarter", ".bl-aud-two .bl-button-main", 3),
    ],
)
def test_three_presses_count_three_times(
    page: Page, make: Callable[[], KitWidget], name: str, presses: str, wanted: Any
) -> None:
    page.goto("about:blank")
    page.evaluate(MOUNT, make().get_state())
    found = page.evaluate(THREE_PRESSES, [name, presses])
    assert (len(found) if make is alerts else found) == wanted
