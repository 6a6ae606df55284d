// One answer (radio buttons) or several (check boxes).

import { h, rich, uid } from "./dom.js";
import { renderQuestion } from "./question.js";

function choiceView({ spec, strings, promptId, submit }) {
  const several = spec.kind === "choices";
  const name = uid("options");
  const inputs = spec.options.map((option) =>
    h("input", {
      type: several ? "checkbox" : "radio",
      name,
      id: `${name}-${option.id}`,
      value: option.id,
      onchange: send,
    }),
  );
  function send() {
    const ids = inputs.filter((input) => input.checked).map((input) => input.value);
    submit(several ? ids.sort() : (ids[0] ?? null));
  }
  const rows = spec.options.map((option, place) =>
    h("label", { class: "bl-option" }, inputs[place], h("span", {}, rich(option.text))),
  );
  const legend = several ? strings.choose_several : strings.choose_one;
  const node = h(
    "fieldset",
    { class: "bl-fields", "aria-describedby": promptId },
    h("legend", {}, legend),
    rows,
  );
  return {
    node,
    show(value, { locked }) {
      const ids = new Set(several ? (value ?? []) : [value]);
      for (const input of inputs) {
        input.checked = ids.has(input.value);
        input.disabled = locked;
      }
    },
  };
}

export default { render: (context) => renderQuestion(context, choiceView) };
