// The audit record: decision, reasons, reviewer, date; as a download or on the clipboard.

import { button, h, uid } from "./dom.js";
import { giveFile } from "./download.js";
import { makeSender } from "./sender.js";

export function makeRecordForm({ model, strings }) {
  const sender = makeSender(model, ["decision", "reasons", "reviewer", "on"], 400);
  const field = (label, control) => {
    control.id = uid("record");
    control.classList.add("bl-aud-field");
    return h("div", {}, h("label", { for: control.id, class: "bl-aud-field-label" }, label), control);
  };
  const keep = (name, control) => {
    control.value = model.get(name);
    control.addEventListener("input", () => sender.set({ [name]: control.value }));
    return control;
  };
  const options = (pairs) => pairs.map(([value, text]) => h("option", { value }, text));
  const decision = keep("decision", h("select", {}, options([["", "…"], ...strings.decisions])));
  const reasons = keep("reasons", h("textarea", { rows: 3, maxlength: 2000 }));
  const reviewer = keep("reviewer", h("input", { type: "text", maxlength: 200 }));
  const day = keep("on", h("input", { type: "date" }));
  const language = h("select", {}, options(strings.languages));
  language.value = model.get("language");
  const status = h("p", { class: "bl-small", role: "status" });
  const text = h("textarea", { readonly: true, rows: 8, "aria-label": strings.text, hidden: true });
  text.classList.add("bl-aud-field");

  function ask(html) {
    sender.flush();
    status.textContent = "";
    model.send({ type: "record", language: language.value, html });
  }

  async function heard(message) {
    if (message?.type !== "record") return;
    if (message.html) {
      giveFile(message.name, "text/html", [message.text]);
      status.textContent = strings.ready;
      return;
    }
    text.hidden = false;
    text.value = message.text;
    try {
      await navigator.clipboard.writeText(message.text);
      status.textContent = strings.copied;
    } catch {
      status.textContent = strings.not_copied;
    }
  }

  model.on("msg:custom", heard);
  return {
    node: h(
      "div",
      { class: "bl-aud-record" },
      field(strings.decision, decision),
      field(strings.reasons, reasons),
      h("div", { class: "bl-aud-pair" }, field(strings.reviewer, reviewer), field(strings.date, day)),
      h(
        "div",
        { class: "bl-row" },
        field(strings.language, language),
        button(strings.download, () => ask(true), { kind: "main", icon: "↓" }),
        button(strings.copy, () => ask(false)),
      ),
      status,
      text,
    ),
    stop() {
      sender.stop();
      model.off("msg:custom", heard);
    },
  };
}
