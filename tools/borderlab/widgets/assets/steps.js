// The steps of a widget as a row of numbered buttons.

import { button, h } from "./dom.js";

/** Say which of the buttons stands for what is shown. */
export function markCurrent(nodes, current) {
  nodes.forEach((node, place) =>
    place === current
      ? node.setAttribute("aria-current", "step")
      : node.removeAttribute("aria-current"),
  );
}

/** `strings` has `steps` and `steps_name`; `go` hears the place of the step that is pressed. */
export function makeSteps(strings, look, go) {
  const nodes = strings.steps.map((text, place) =>
    button(text, () => go(place), { icon: `${place + 1}` }),
  );
  const props = { class: `bl-row bl-steps ${look}`, role: "group", "aria-label": strings.steps_name };
  const node = h("div", props, nodes);
  node.style.setProperty("--bl-steps", String(nodes.length));
  return {
    node,
    count: nodes.length,
    show: (current) => markCurrent(nodes, current),
  };
}
