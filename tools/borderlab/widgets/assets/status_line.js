// One line: is the answer saved?

import { h, listen, prepare } from "./dom.js";

function render({ model, el }) {
  prepare(el, { language: model.get("strings").language });
  el.classList.add("bl-line");
  const sign = h("span", { class: "bl-icon", "aria-hidden": "true" });
  const heading = h("span", { class: "bl-muted" });
  const text = h("span", { role: "status", "aria-live": "polite" });
  el.replaceChildren(sign, " ", heading, model.get("strings").colon, text);
  function show() {
    const line = model.get("line");
    sign.textContent = line.done ? "✓" : "○";
    heading.textContent = line.heading;
    text.textContent = line.text;
    el.classList.toggle("bl-line-done", line.done);
  }
  show();
  return listen(model, ["line"], show);
}

export default { render };
