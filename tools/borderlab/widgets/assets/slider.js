// A slider with its name and its value as a text.

import { h, uid } from "./dom.js";

/** The three of a range in the usual frame. */
export function rangeRow({ name, output, input }, look) {
  return h("div", { class: `bl-range ${look}` }, name, output, input);
}

/** Label, value and slider as nodes to arrange; `change` hears the number while it moves. */
export function makeRange({ label, min, max, step, change }) {
  const id = uid("range");
  const input = h("input", {
    type: "range", id, min, max, step,
    oninput: () => change(Number(input.value)),
  });
  const name = h("label", { for: id }, label);
  const output = h("output", { for: id });
  return {
    name,
    output,
    input,
    /** `text` is the value as it is read and heard. */
    show(value, text) {
      if (Number(input.value) !== value) input.value = value;
      output.textContent = text;
      input.setAttribute("aria-valuetext", text);
    },
  };
}
