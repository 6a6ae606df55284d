// A number with its unit, typed in the participant's own notation; the kernel reads it.

import { button, debounce, h, rich, uid } from "./dom.js";
import { renderQuestion } from "./question.js";

function numberBox({ spec, promptId, submit }, labelText) {
  const id = uid("number");
  const note = `${id}-note`;
  const later = debounce(() => submit(input.value), 900);
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
    cancel: later.cancel,
    show(shown, locked) {
      if (document.activeElement !== input || locked) input.value = shown;
      input.disabled = locked;
    },
  };
}

function slider({ spec, strings, promptId, submit }) {
  const id = uid("slider");
  const decimals = spec.decimals ?? 0;
  let touched = false;
  const later = debounce(() => submit(Number(input.value)), 400);
  const format = (x) => x.toFixed(decimals).replace(".", spec.decimal_sign);
  const input = h("input", {
    type: "range",
    id,
    min: spec.min,
    max: spec.max,
    step: 10 ** -decimals,
    "aria-describedby": promptId,
    oninput: () => {
      touched = true;
      tell();
      later();
    },
  });
  const output = h("output", { for: id, class: "bl-slider-value" });
  function tell() {
    const words = touched ? `${format(Number(input.value))} ${spec.unit ?? ""}`.trim() : "–";
    output.textContent = words;
    input.setAttribute("aria-valuetext", words);
  }
  const ends = h(
    "div",
    { class: "bl-row bl-spread bl-muted bl-small", "aria-hidden": "true" },
    h("span", {}, `${format(spec.min)} ${spec.unit ?? ""}`),
    h("span", {}, `${format(spec.max)} ${spec.unit ?? ""}`),
  );
  const label = h("label", { for: id, class: "bl-muted" }, strings.your_prediction);
  const node = h("div", { class: "bl-slider" }, label, output, input, ends);
  return {
    node,
    read: () => (touched ? Number(input.value) : null),
    cancel: later.cancel,
    show(shown, locked, value) {
      touched = typeof value === "number";
      if (document.activeElement !== input || locked) input.value = touched ? value : spec.min;
      input.disabled = locked;
      tell();
    },
  };
}

function numberView(context) {
  const box = numberBox(context, context.strings.your_answer);
  const node = h("div", { class: "bl-fields" }, box.node);
  return {
    node,
    show: (value, { shown, locked }) => box.show(shown, locked),
    stop: box.cancel,
  };
}

function predictView(context) {
  const { spec, strings, submit, warn } = context;
  const make = spec.slider ? slider : numberBox;
  const box = make(context, strings.your_prediction);
  const commit = button(
    strings.show_me,
    () => {
      const value = box.read();
      if (value === null) warn(strings.predict_first);
      else {
        box.cancel();
        submit(value, { commit: true });
      }
    },
    { kind: "main" },
  );
  const note = h("p", { class: "bl-muted bl-small" }, strings.predict_note);
  const reveal = h("div", { class: "bl-note bl-reveal", hidden: true, "aria-live": "polite" });
  const node = h("div", { class: "bl-fields" }, box.node, note, commit, reveal);
  return {
    node,
    show(value, { shown, locked }) {
      box.show(shown, locked, value);
      commit.hidden = locked;
      note.hidden = locked;
      reveal.hidden = !locked || !spec.reveal;
      reveal.replaceChildren(...(locked ? rich(spec.reveal) : []));
    },
    stop: box.cancel,
  };
}

export default {
  render: (context) =>
    renderQuestion(
      context,
      context.model.get("spec").kind === "predict" ? predictView : numberView,
    ),
};
