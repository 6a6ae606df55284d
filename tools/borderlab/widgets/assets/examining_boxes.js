// The container: a grid of boxes, each a button. One stop for the Tab key, arrows inside.

import { button, fill, h } from "./dom.js";

const EXAM_SIGNS = { ".": "", n: "·", f: "◆", m: "◇", x: "◇" };

export function examBoxes({ link, strings }) {
  const { model } = link;
  const grid = h("div", { class: "bl-exam-grid", role: "group", "aria-label": strings.container });
  const hold = h(
    "div",
    { class: "bl-exam-hold" },
    h("span", { class: "bl-exam-door" }, strings.door),
    grid,
    h("span", { class: "bl-exam-wall" }, strings.back),
  );
  const keys = h("p", { class: "bl-small bl-muted" }, strings.keys);
  const act = (name) => () => link.act({ do: name });
  const openers = [
    button(strings.open_door, act("door")),
    button(strings.open_random, act("random"), { kind: "main" }),
    button(strings.close_all, act("close"), { kind: "quiet" }),
  ];
  const another = button(strings.another, act("another"));
  const row = h("div", { class: "bl-row bl-exam-open" }, openers, another);
  const node = h("div", {}, row, hold, keys);
  let cells = [];
  let side = 1;
  let pressable = false;
  let at = 0;

  function open(place) {
    const opened = model.get("opened");
    if (!pressable || opened.includes(place)) return;
    cells[place].classList.add("bl-exam-pending");
    link.set({ opened: [...opened, place] });
  }

  function focus(place) {
    if (place < 0 || place >= cells.length) return;
    cells[at].tabIndex = -1;
    at = place;
    cells[at].tabIndex = 0;
    cells[at].focus();
  }

  grid.addEventListener("keydown", (event) => {
    // In a wide picture the depth of the container runs to the right, in a narrow one downwards.
    const deepRight = getComputedStyle(grid).gridAutoFlow.startsWith("column");
    const deep = { ArrowRight: side, ArrowLeft: -side, ArrowDown: 1, ArrowUp: -1 };
    const tall = { ArrowDown: side, ArrowUp: -side, ArrowRight: 1, ArrowLeft: -1 };
    const step = (deepRight ? deep : tall)[event.key];
    if (step === undefined) return;
    event.preventDefault();
    focus(at + step);
  });

  function build(count) {
    cells = Array.from({ length: count }, (_, place) =>
      h("button", {
        type: "button",
        class: "bl-exam-box",
        tabindex: place === at ? 0 : -1,
        onclick: () => {
          at = place;
          cells.forEach((cell, other) => (cell.tabIndex = other === place ? 0 : -1));
          open(place);
        },
      }),
    );
    grid.replaceChildren(...cells);
  }

  return {
    node,
    show(shown) {
      node.hidden = shown.cells === undefined;
      if (node.hidden) return;
      side = shown.across;
      pressable = shown.pressable;
      hold.style.setProperty("--bl-exam-side", String(side));
      if (cells.length !== shown.cells.length) build(shown.cells.length);
      [...shown.cells].forEach((state, place) => {
        const cell = cells[place];
        if (state !== ".") cell.classList.remove("bl-exam-pending");
        if (cell.dataset.state === state) return;
        cell.dataset.state = state;
        cell.textContent = EXAM_SIGNS[state];
        cell.setAttribute(
          "aria-label",
          fill(strings.box_name, {
            row: Math.floor(place / side) + 1,
            box: (place % side) + 1,
            colon: strings.colon,
            state: strings.states[state],
          }),
        );
      });
      openers.forEach((each) => (each.hidden = !pressable));
      another.hidden = pressable;
      keys.hidden = !pressable;
    },
  };
}
