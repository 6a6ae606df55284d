// Free text, saved while it is written; and answers given in code, shown with the line to run.

import { button, debounce, fill, h, uid } from "./dom.js";
import { renderQuestion } from "./question.js";

function countWords(text) {
  return text.trim() === "" ? 0 : text.trim().split(/\s+/u).length;
}

function textView({ spec, strings, promptId, submit }) {
  const id = uid("text");
  const later = debounce(() => submit(area.value), 800);
  const count = h("span", { class: "bl-muted bl-small", id: `${id}-count` });
  const area = h("textarea", {
    id,
    rows: 5,
    class: "bl-text",
    maxlength: spec.max_chars,
    "aria-describedby": `${promptId} ${id}-count`,
    oninput: () => {
      tell();
      later();
    },
    onblur: () => later.flush(),
  });
  function tell() {
    const words = countWords(area.value);
    const form = spec.min_words ? strings.words_at_least : strings.words;
    count.textContent = fill(form, { n: words, min: spec.min_words });
    area.style.height = "auto";
    area.style.height = `${Math.max(area.scrollHeight + 2, 120)}px`;
  }
  const label = h("label", { for: id, class: "bl-muted" }, strings.your_text);
  return {
    node: h("div", { class: "bl-fields" }, label, area, count),
    show(value, { locked }) {
      const busy = document.activeElement === area || later.waiting();
      if (!busy) area.value = value ?? "";
      area.disabled = locked;
      tell();
      requestAnimationFrame(tell);
    },
    stop: later.flush,
  };
}

function codeView({ spec, strings }) {
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

export default {
  render: (context) =>
    renderQuestion(context, context.model.get("spec").kind === "code" ? codeView : textView),
};
