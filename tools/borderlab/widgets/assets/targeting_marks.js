// The strength of a red flag as filled marks; the word stands beside it.

import { h } from "./dom.js";

export function strengthMarks({ marks }) {
  const full = "▮".repeat(marks);
  return h("span", { class: "bl-marks", "aria-hidden": "true" }, full + "▯".repeat(4 - marks));
}
