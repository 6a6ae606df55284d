// A number with its unit, typed in the participant's own notation; the kernel reads it.

import { button, h, uid } from "./dom.js";
import { renderQuestion } from "./question.js";

function numberBox({ spec, promptId, submit, later: makeLater }, labelText) {
  const id = uid("number");
  const note = `${id}-note`;
  const later = makeLater(() => submit(input.value), 900);
  const input = h("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    id,
    class: "bl-number",
    "aria-describedby": `${promptId} ${note}`,
    oninput: () => later(),
    onchange: () => later.flush(),
    onkeydown: (event) => {
      if (event.key === "Enter") later.flush();
    },
  });
  const node = h(
    "div",
    { class: "bl-row" },
    h("label", { for: id, class: "bl-muted" }, labelText),
    input,
    spec.unit ? h("span", {}, spec.unit) : null,
    h("span", { class: "bl-muted bl-small", id: note }, spec.range_text),
  );
  return {
    node,
    read: () => (input.value.trim() === "" ? null : input.value),
    type: (text) => {
      input.value = text;
    },
    cancel: later.cancel,
    invalid: (wrong) => input.setAttribute("aria-invalid", String(wrong)),
    show(shown, locked) {
      if (document.activeElement !== input || locked) input.value = shown;
      input.disabled = locked;
    },
  };
}

/** A slider that types into the box; nothing is chosen until it is moved. */
function addSlider({ spec, strings, submit, later: makeLater }, box) {
  const { min, max, step, low, high, decimals } = spec.slider;
  const later = makeLater(() => submit(box.read()), 500);
  const input = h("input", {
    type: "range",
    min,
    max,
    step,
    "aria-label": `${strings.your_prediction} ${spec.unit ?? ""}`.trim(),
    oninput: () => {
      frame.classList.remove("bl-slider-untouched");
      box.type(Number(input.value).toFixed(decimals).replace(".", spec.decimal_sign));
      later();
    },
  });
  input.value = (min + max) / 2;
  const frame = h("div", { class: "bl-slider bl-slider-untouched" }, input);
  const ends = h(
    "div",
    { class: "bl-row bl-spread bl-muted bl-small", "aria-hidden": "true" },
    h("span", {}, low),
    h("span", {}, high),
  );
  frame.append(ends);
  return {
    node: frame,
    cancel: later.cancel,
    show(value, locked) {
      frame.classList.toggle("bl-slider-untouched", typeof value !== "number");
      if (typeof value === "number") input.value = value;
      input.disabled = locked;
    },
  };
}

function numberView(context) {
  const box = numberBox(context, context.strings.your_answer);
  const node = h("div", { class: "bl-fields" }, box.node);
  return {
    node,
    invalid: box.invalid,
    show: (value, { shown, locked }) => box.show(shown, locked),
  };
}

function predictView(context) {
  const { spec, strings, submit, warn, toFeedback } = context;
  const box = numberBox(context, strings.your_prediction);
  const slider = spec.slider ? addSlider(context, box) : null;
  const commit = button(
    strings.show_me,
    () => {
      const value = box.read();
      box.cancel();
      slider?.cancel();
      if (value === null) warn(strings.predict_first);
      else submit(value, { commit: true });
    },
    { kind: "main" },
  );
  const note = h("span", { class: "bl-muted bl-small" }, strings.predict_note);
  const row = h("div", { class: "bl-row bl-commit" }, commit, note);
  const node = h("div", { class: "bl-fields" }, box.node, slider?.node, row);
  return {
    node,
    invalid: box.invalid,
    show(value, { shown, locked }) {
      box.show(shown, locked);
      slider?.show(value, locked);
      const pressed = row.contains(document.activeElement);
      row.hidden = locked;
      if (pressed && locked) toFeedback();
    },
  };
}

export default {
  render: (context) =>
    renderQuestion(
      context,
      context.model.get("spec").kind === "predict" ? predictView : numberView,
    ),
};
