// The code that a participant pastes into the chat.

import { button, h, listen, prepare } from "./dom.js";

async function copyAnswerCode(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // an insecure page or a strict browser: the participant copies by hand
  }
}

function selectAnswerCode(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

function render({ model, el }) {
  const strings = model.get("strings");
  prepare(el, { language: strings.language, name: strings.title });
  el.classList.add("bl-code");
  const code = h("output", { class: "bl-code-signs", translate: "no", tabindex: "0" });
  const said = h("span", { class: "bl-small", role: "status", "aria-live": "polite" });
  const copy = button(
    strings.copy,
    async () => {
      const done = await copyAnswerCode(model.get("code"));
      if (!done) selectAnswerCode(code);
      said.textContent = done ? strings.copied : strings.not_copied;
    },
    { kind: "main", icon: "⧉" },
  );
  const row = h("div", { class: "bl-row bl-code-row" }, code, copy, said);
  const text = h("p", { "aria-live": "polite" });
  el.replaceChildren(
    h("p", { class: "bl-title bl-code-title" }, strings.title),
    row,
    text,
    h("p", { class: "bl-muted bl-small" }, strings.holds),
  );
  function show() {
    code.textContent = model.get("code");
    row.hidden = !model.get("code");
    text.textContent = model.get("state").text;
    said.textContent = "";
  }
  show();
  return listen(model, ["code", "state"], show);
}

export default { render };
