// Tables with the exact numbers, and printing one of them on a sheet of its own.

import { button, h } from "./dom.js";
import { textTable } from "./table.js";

function examTable({ caption, head, rows }, captioned) {
  const table = { heads: head, rows };
  return captioned
    ? textTable({ ...table, caption }, {})
    : textTable(table, { class: "bl-table", "aria-label": caption });
}

/** On the page the caption stands outside, so that a wide table scrolls below it on a phone. */
function examBlock(table) {
  const place = { class: "bl-exam-scroll", tabindex: 0, role: "region", "aria-label": table.caption };
  return [
    h("p", { class: "bl-exam-caption", "aria-hidden": "true" }, table.caption),
    h("div", place, examTable(table, false)),
  ];
}

/** Print one table alone: a frame that nobody sees, so the notebook itself is left in peace. */
function examPrint(table, style) {
  const frame = h("iframe", { class: "bl-aside", "aria-hidden": "true", tabindex: -1 });
  document.body.append(frame);
  const page = frame.contentDocument;
  page.title = table.caption;
  const look = page.createElement("style");
  look.textContent = style;
  page.head.append(look);
  page.body.append(page.importNode(examTable(table, true), true));
  frame.contentWindow.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow.print();
}

const EXAM_SHEET =
  "body{font:11pt sans-serif}table{border-collapse:collapse}caption{text-align:left;padding:0 0 8pt;" +
  "font-weight:bold}th,td{border:1px solid #888;padding:3pt 8pt;text-align:right}";

export function examTables(strings) {
  const open = h("div", { class: "bl-exam-tables" });
  const inside = h("div", {});
  const folded = h("details", { class: "bl-exam-exact" }, h("summary", {}, strings.exact), inside);
  return {
    node: h("div", {}, open, folded),
    show(tables) {
      const printed = tables.filter((table) => table.printable);
      const others = tables.filter((table) => !table.printable);
      open.replaceChildren(
        ...printed.flatMap((table) => [
          ...examBlock(table),
          button(strings.print, () => examPrint(table, EXAM_SHEET), { kind: "quiet" }),
        ]),
      );
      inside.replaceChildren(...others.flatMap(examBlock));
      folded.hidden = others.length === 0;
    },
  };
}
