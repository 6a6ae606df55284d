// Tables of plain texts.

import { h } from "./dom.js";

/** Rows whose first cell names them; a cell may also be a node. */
export function tableRows(rows) {
  return rows.map(([name, ...cells]) =>
    h("tr", {}, h("th", { scope: "row" }, name), cells.map((cell) => h("td", {}, cell))),
  );
}

/** A table; heads and caption may be missing. */
export function textTable({ heads, rows, caption }, props = { class: "bl-table" }) {
  return h(
    "table",
    props,
    caption ? h("caption", {}, caption) : null,
    heads ? h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)))) : null,
    h("tbody", {}, tableRows(rows)),
  );
}
