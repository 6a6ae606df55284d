// Parts of the queue of permits: one waiting consignment, and the end of the shift.

import { button, h } from "./dom.js";

const END_SIGNS = { good: "✓", bad: "✗", wait: "…" };

/** A waiting consignment with the button that takes it to the desk. */
export function queueRow(row, current, strings, take) {
  const press = button(strings.take, take, {
    "aria-label": `${strings.take}${strings.colon}${row.number}`,
    "aria-pressed": String(current),
  });
  return h(
    "li",
    { class: `bl-queue-row${row.live ? " bl-queue-live" : ""}` },
    h(
      "div",
      {},
      row.live
        ? h("span", { class: "bl-tag bl-tag-part" }, h("span", { "aria-hidden": "true" }, "♥ "), strings.live)
        : null,
      h("strong", {}, ` ${row.number}`),
      h("div", {}, row.goods),
      h("div", { class: "bl-muted bl-small" }, `${row.way} · ${row.waits}`),
    ),
    press,
  );
}

/** Comparison and list of all consignments. */
export function queueEnd(result, strings, restart) {
  // Roles are spelt out: on narrow screens rows become grids, which would hide the table.
  const head = h(
    "tr",
    { role: "row" },
    result.head.map((text) => h("th", { scope: "col", role: "columnheader" }, text)),
  );
  const body = result.rows.map(([name, ...values]) =>
    h(
      "tr",
      { role: "row" },
      h("th", { scope: "row", role: "rowheader" }, name),
      values.map((value) => h("td", { role: "cell" }, value)),
    ),
  );
  const words = { good: strings.good, bad: strings.bad, wait: strings.wait_word };
  const items = result.items.map((item) =>
    h(
      "li",
      { class: `bl-queue-item bl-queue-${item.mark}` },
      h("span", { class: "bl-queue-sign", "aria-hidden": "true" }, END_SIGNS[item.mark]),
      h(
        "div",
        {},
        h("span", { class: "bl-aside" }, `${words[item.mark]}. `),
        h("strong", {}, item.number),
        item.live ? ` (${item.live})` : "",
        h("div", {}, item.was),
        h("div", { class: "bl-muted" }, item.did),
      ),
    ),
  );
  return [
    h("h4", { tabindex: "-1" }, `${strings.done}. ${strings.you}`),
    h(
      "table",
      { class: "bl-table bl-queue-table", role: "table" },
      h("caption", { class: "bl-aside" }, strings.table),
      h("thead", { role: "rowgroup" }, head),
      h("tbody", { role: "rowgroup" }, body),
    ),
    h("p", { class: "bl-note" }, strings.colleagues),
    h("details", { open: true }, h("summary", {}, strings.each), h("ul", { class: "bl-queue-items" }, items)),
    button(strings.again, restart),
  ];
}
