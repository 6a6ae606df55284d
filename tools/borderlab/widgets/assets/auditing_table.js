// A table of plain texts that arrives from the kernel: {heads, rows, caption}.

import { h } from "./dom.js";

/** The first column names the row. The table scrolls sideways where it is too wide. */
export function plainTable({ heads, rows, caption }) {
  const cells = (row) =>
    row.map((text, index) => (index ? h("td", {}, text) : h("th", { scope: "row" }, text)));
  return h(
    "div",
    { class: "bl-aud-scroll", tabindex: "0", role: "region", "aria-label": caption },
    h(
      "table",
      { class: "bl-table" },
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, cells(row)))),
    ),
  );
}
