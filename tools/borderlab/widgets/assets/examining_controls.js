// Sliders, choices and switches from a list that the kernel names.

import { button, fill, h, uid } from "./dom.js";
import { makeRange, rangeRow } from "./slider.js";

function examWrite(spec, write, value) {
  if (spec.form === "permyriad") return fill(spec.unit, { n: write(value * 10000, 0) });
  if (spec.form === "percent") {
    return write.percent(value, Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 ? 0 : 1);
  }
  return fill(spec.unit, { n: write(value, Number.isInteger(value) ? 0 : 1) });
}

function examRange(spec, link, write) {
  const slider = makeRange({
    ...spec,
    change: (value) => link.set({ [spec.name]: value }),
  });
  return {
    node: rangeRow(slider, "bl-exam-slider"),
    show() {
      const value = link.model.get(spec.name);
      slider.show(value, examWrite(spec, write, value));
    },
  };
}

function examChoice(spec, link) {
  const buttons = spec.options.map(({ value, text }) => ({
    value,
    node: button(text, () => link.set({ [spec.name]: value })),
  }));
  const id = uid("choice");
  const node = h(
    "div",
    { class: "bl-exam-choice", role: "group", "aria-labelledby": id },
    h("span", { id }, spec.label),
    h("div", { class: "bl-row" }, buttons.map((each) => each.node)),
  );
  return {
    node,
    show() {
      for (const each of buttons) {
        each.node.setAttribute("aria-pressed", String(each.value === link.model.get(spec.name)));
      }
    },
  };
}

function examSwitch(spec, link) {
  const input = h("input", {
    type: "checkbox",
    onchange: () => link.set({ [spec.name]: input.checked }),
  });
  return {
    node: h("label", { class: "bl-exam-switch" }, input, h("span", {}, spec.label)),
    show() {
      input.checked = link.model.get(spec.name);
    },
  };
}

export function examControls({ link, strings, write }) {
  const makers = { range: examRange, choice: examChoice, switch: examSwitch };
  const all = link.model.get("controls").map((spec) => ({
    name: spec.name,
    ...makers[spec.kind](spec, link, write),
  }));
  const node = h(
    "fieldset",
    { class: "bl-fields bl-exam-controls" },
    h("legend", {}, strings.settings),
    h("div", { class: "bl-exam-panel" }, all.map((each) => each.node)),
  );
  return {
    node,
    show(visible) {
      node.hidden = visible.length === 0;
      for (const each of all) {
        each.node.hidden = !visible.includes(each.name);
        each.show();
      }
    },
  };
}
