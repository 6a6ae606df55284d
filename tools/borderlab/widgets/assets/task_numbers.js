// A situation, perhaps a picture, and one field per number. Empty fields may be filled later.

import { h, uid } from "./dom.js";
import { caseNodes } from "./task_case.js";
import { renderQuestion } from "./question.js";

function fieldRow(field, promptId, changed) {
  const id = uid("field");
  const input = h("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    id,
    class: "bl-number",
    "aria-describedby": `${promptId} ${id}-unit`,
    oninput: () => changed(),
    onchange: () => changed.flush(),
    onkeydown: (event) => {
      if (event.key === "Enter") changed.flush();
    },
  });
  const aside = [field.unit, field.limits ? `(${field.limits})` : ""].filter(Boolean).join(" ");
  const node = h(
    "div",
    { class: "bl-form-row" },
    h("label", { for: id }, field.label),
    h("div", { class: "bl-row" }, input, h("span", { class: "bl-muted", id: `${id}-unit` }, aside)),
  );
  return { id: field.id, label: field.label, input, node };
}

function formView({ spec, promptId, submit, later: makeLater }) {
  const later = makeLater(() => {
    const typed = rows.map((row) => [row.id, row.input.value.trim()]);
    const filled = typed.filter(([, text]) => text !== "");
    submit(filled.length ? Object.fromEntries(filled) : null);
  }, 900);
  const rows = spec.task.fields.map((field) => fieldRow(field, promptId, later));
  const form = h("div", { class: "bl-form" }, rows.map((row) => row.node));
  const node = h("div", { class: "bl-fields" }, caseNodes(spec.task), form);
  const written = (value) =>
    typeof value === "number" ? String(value).replace(".", spec.signs.decimal) : String(value ?? "");
  return {
    node,
    /** The sentence names the field that is wrong; one that names none speaks of all. */
    invalid(wrong, sentence) {
      const named = rows.filter(({ label }) => sentence.startsWith(`${label} `));
      for (const row of rows) {
        const meant = !named.length || named.includes(row);
        row.input.setAttribute("aria-invalid", String(wrong && meant));
      }
    },
    show(value, { locked }) {
      for (const { id, input } of rows) {
        if (document.activeElement !== input || locked) input.value = written(value?.[id]);
        input.disabled = locked;
      }
    },
  };
}

export default { render: (context) => renderQuestion(context, formView) };
