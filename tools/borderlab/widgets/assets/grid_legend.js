// What the marks mean; only those that can be seen in the step shown.

import { h, svg } from "./dom.js";

const SHAPES = {
  cell: () => [svg("rect", { x: 5, y: 5, width: 8, height: 8, class: "bl-mark-cell" })],
  diamond: () => [svg("path", { d: "M9 2l7 7-7 7-7-7z", class: "bl-mark-illegal" })],
  hollow: () => [svg("path", { d: "M9 2.5l6.5 6.5L9 15.5 2.5 9z", class: "bl-mark-missed" })],
  ring: () => [svg("circle", { cx: 9, cy: 9, r: 6.2, class: "bl-mark-alert" })],
  both: () => [
    svg("path", { d: "M9 4.4l4.6 4.6L9 13.6 4.4 9z", class: "bl-mark-illegal" }),
    svg("circle", { cx: 9, cy: 9, r: 7.4, class: "bl-mark-alert" }),
  ],
  crossed: () => [
    svg("circle", { cx: 9, cy: 9, r: 7, class: "bl-mark-alert" }),
    svg("path", { d: "M6 6l6 6M12 6l-6 6", class: "bl-mark-alert" }),
  ],
  box: () => [
    svg("rect", { x: 2, y: 2, width: 14, height: 14, rx: 3, class: "bl-mark-box" }),
    svg("text", { x: 9, y: 13, "text-anchor": "middle", class: "bl-mark-sign" }, "?"),
  ],
};

const SHOWN = {
  all: [["cell", "any"]],
  illegal: [["diamond", "illegal"], ["cell", "any"]],
  alerts: [["both", "real"], ["ring", "false"], ["hollow", "missed"], ["cell", "legal"]],
  open: [["box", "unopened"], ["both", "real"], ["crossed", "false"]],
  only: [["both", "real"], ["ring", "false"]],
};

export function makeLegend(strings) {
  const node = h("ul", { class: "bl-grid-legend", "aria-label": strings.legend });
  return {
    node,
    show(step) {
      node.replaceChildren(
        ...SHOWN[step].map(([shape, name]) =>
          h(
            "li",
            {},
            svg("svg", { width: 18, height: 18, "aria-hidden": "true" }, SHAPES[shape]()),
            strings[name],
          ),
        ),
      );
    },
  };
}
