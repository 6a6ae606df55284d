// An answer given in code: the line to run, and the value that is saved.

import { button, h } from "./dom.js";

export function codeView({ spec, strings }) {
  const line = h("code", { class: "bl-code-line", tabindex: "0" }, spec.code_line);
  const copy = button(strings.copy, async () => {
    try {
      await navigator.clipboard.writeText(spec.code_line);
      copy.textContent = strings.copied;
    } catch {
      getSelection().selectAllChildren(line);
    }
  });
  const saved = h("output", { class: "bl-code-saved" });
  return {
    node: h(
      "div",
      { class: "bl-fields" },
      h("p", { class: "bl-muted" }, strings.code_how),
      h("div", { class: "bl-row" }, line, copy),
      h("p", {}, h("span", { class: "bl-muted" }, `${strings.code_saved} `), saved),
    ),
    show(value, { shown }) {
      saved.textContent = value === null ? strings.code_none : shown;
    },
  };
}
