// Free text, saved while it is written; and answers given in code, shown with the line to run.

import { codeView } from "./code_line.js";
import { fill, h, uid } from "./dom.js";
import { renderQuestion } from "./question.js";

function countWords(text) {
  return text.trim() === "" ? 0 : text.trim().split(/\s+/u).length;
}

function textView({ spec, strings, promptId, submit, later: makeLater }) {
  const id = uid("text");
  const later = makeLater(() => submit(area.value), 800);
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
    const full = area.value.length >= spec.max_chars ? ` · ${strings.text_full}` : "";
    count.textContent = fill(form, { n: words, min: spec.min_words }) + full;
    area.style.height = "auto";
    area.style.height = `${Math.max(area.scrollHeight + 2, 120)}px`;
  }
  const label = h("label", { for: id, class: "bl-muted" }, strings.your_text);
  return {
    node: h("div", { class: "bl-fields" }, label, area, count),
    show(value, { locked }) {
      if (document.activeElement !== area) area.value = value ?? "";
      area.disabled = locked;
      tell();
      requestAnimationFrame(tell);
    },
  };
}

export default {
  render: (context) =>
    renderQuestion(context, context.model.get("spec").kind === "code" ? codeView : textView),
};
