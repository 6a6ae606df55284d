// Marking a permit: what is wrong with a box, and what to do with the document.

import { button, fill, h, uid } from "./dom.js";

function radioList({ name, items, value, locked, onChoose }) {
  return items.map((item) =>
    h(
      "label",
      { class: "bl-desk-choice" },
      h("input", {
        type: "radio",
        name,
        value: item.id,
        checked: item.id === value,
        disabled: locked,
        onchange: () => onChoose(item.id),
      }),
      h(
        "span",
        {},
        item.name,
        item.means ? h("span", { class: "bl-muted bl-small bl-desk-means" }, item.means) : null,
      ),
    ),
  );
}

function same(one, other) {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/**
 * The marking panel. `onChange({marks, action})` hears of every change, `onBox(key)` of a mark in
 * the list that was pressed. Gives {mark, decision, show, setBox, open}.
 */
export function makeMarks({ strings, families, atBox, actions, onChange, onBox }) {
  let marks = {};
  let action = "";
  let box = null;
  let names = new Map();
  let locked = false;
  const title = new Map(families);
  const family = h("fieldset", { class: "bl-fields bl-desk-family" });
  const list = h("ul", { class: "bl-desk-marks" });
  const none = h("p", { class: "bl-muted" }, strings.no_marks);
  const actionBox = h("fieldset", { class: "bl-fields bl-desk-actions" });
  const said = h("p", { class: "bl-aside", "aria-live": "polite" });
  const mark = h("div", {}, family, said);
  const decision = h(
    "div",
    {},
    h("p", { class: "bl-desk-subtitle" }, strings.your_marks),
    none,
    list,
    actionBox,
  );

  function tell(words) {
    said.textContent = words;
  }

  function setMark(key, id) {
    const { [key]: _, ...others } = marks;
    marks = id ? { ...others, [key]: id } : others;
    tell(
      id
        ? fill(strings.marked, { box: names.get(key) ?? key, family: title.get(id) })
        : fill(strings.unmarked, { box: names.get(key) ?? key }),
    );
    draw();
    onChange({ marks, action });
  }

  function drawFamily() {
    family.disabled = locked;
    if (!box) {
      family.replaceChildren(h("p", { class: "bl-muted" }, strings.choose_box));
      return;
    }
    const base = box.split(".")[0].split("-")[0];
    const offered = atBox[base] ?? atBox.page;
    const items = [
      { id: "", name: strings.nothing_wrong },
      ...offered.map((id) => ({ id, name: title.get(id) })),
    ];
    const radios = radioList({
      name: uid("family"),
      items,
      value: marks[box] ?? "",
      locked,
      onChoose: (id) => setMark(box, id),
    });
    const heading = fill(strings.what_wrong, { box: names.get(box) ?? box });
    family.replaceChildren(h("legend", {}, heading), ...radios);
  }

  function drawDecision() {
    const keys = Object.keys(marks);
    none.hidden = keys.length > 0;
    list.replaceChildren(
      ...keys.map((key) =>
        h(
          "li",
          {},
          h("span", { class: "bl-desk-flag", "aria-hidden": "true" }, "⚑"),
          button(names.get(key) ?? key, () => onBox(key), { kind: "quiet" }),
          locked
            ? null
            : button("×", () => setMark(key, ""), {
                kind: "quiet",
                title: fill(strings.remove, { box: names.get(key) ?? key }),
                "aria-label": fill(strings.remove, { box: names.get(key) ?? key }),
              }),
          h("span", { class: "bl-desk-mark-family" }, title.get(marks[key]) ?? marks[key]),
        ),
      ),
    );
    const radios = radioList({
      name: uid("action"),
      items: actions,
      value: action,
      locked,
      onChoose: (id) => {
        action = id;
        onChange({ marks, action });
      },
    });
    actionBox.replaceChildren(h("legend", {}, strings.what_action), ...radios);
  }

  /** Draw again, and put the focus back to where it was. */
  function draw() {
    const active = document.activeElement;
    const host = [family, actionBox].find((one) => one.contains(active));
    const chosen = active?.value;
    drawFamily();
    drawDecision();
    if (host) host.querySelector(`input[value="${chosen}"]`)?.focus();
  }

  return {
    mark,
    decision,
    focus() {
      (family.querySelector("input:checked") ?? family.querySelector("input"))?.focus();
    },
    open(boxes) {
      names = new Map(boxes.map((one) => [one.key, one.place]));
      box = null;
      draw();
    },
    setBox(key) {
      box = key;
      drawFamily();
    },
    show(value, state = {}) {
      const next = { marks: { ...(value?.marks ?? {}) }, action: value?.action ?? "" };
      // Most often the kernel confirms what stands here already; a new drawing would take the
      // focus from whatever the officer has reached meanwhile.
      if (next.action === action && locked === Boolean(state.locked) && same(next.marks, marks)) return;
      ({ marks, action } = next);
      locked = Boolean(state.locked);
      draw();
    },
    value: () => ({ marks, action }),
  };
}
